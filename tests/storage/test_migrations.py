"""Every migration brings up a database of the version before it, with its records."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from disclosure_desk.records.request import Request
from disclosure_desk.storage import schema
from disclosure_desk.storage.database import create_database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_batches import lines_of
from disclosure_desk.storage.journal_reader import journal_page
from disclosure_desk.storage.search import catch_up, found_by

# As the first version wrote them: a record entered, a step of it, and a change.
ENTERED = '{"id":1,"number":"S1","received_on":"2024-01-02","applicant_name":"李明","note":null}'
STEP = '{"id":1,"request_id":1,"kind":"reply","happened_on":"2024-01-09"}'
LINES = (
    ("导入台账", "request", 1, None, ENTERED),
    ("导入台账", "request_event", 1, None, STEP),
    ("修改依申请公开", "request", 1, '{"applicant_name": "李明"}', '{"applicant_name": "李鸣"}'),
)


def founded_at(place: str, revision: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database as an earlier version of the program left it, with some lines in its journal."""
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "HEAD", revision)
        database = create_database(place)
    with database.engine.begin() as connection:
        _fill(connection)
    database.close()


def _fill(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO request (id, number, received_on, received_via, applicant_kind,"
            " applicant_name) VALUES (1, 'S1', '2024-01-02', 'network', 'natural', '李鸣')"
        )
    )
    connection.execute(
        text(
            "INSERT INTO request_event (id, request_id, kind, happened_on)"
            " VALUES (1, 1, 'reply', '2024-01-09')"
        )
    )
    for step, kind, record_id, before, after in LINES:
        connection.execute(
            text(
                "INSERT INTO journal (recorded_at, actor, computer, step, kind, record_id,"
                " before, after) VALUES ('2024-01-09 08:00:00.000000', '林知夏', '二楼电脑',"
                " :step, :kind, :record_id, :before, :after)"
            ),
            {
                "step": step,
                "kind": kind,
                "record_id": record_id,
                "before": before,
                "after": after,
            },
        )


def test_lines_of_the_first_version_read_as_before(
    office_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded_at(office_place, "0001", monkeypatch)
    database = open_database(office_place)
    try:
        with database.reading() as session:
            told = [
                (one.step, one.kind, one.record_id, one.before, one.after)
                for kind in ("request", "request_event")
                for one in lines_of(session, kind, [1])
            ]
            page = journal_page(session, words="李明 S1", size=10)
            version = session.execute(text("SELECT version_num FROM alembic_version")).scalar()
    finally:
        database.close()
    assert sorted(told, key=str) == sorted(LINES, key=str)
    assert [(line.entry.step, line.name) for line in page] == [
        ("修改依申请公开", "S1"),
        ("导入台账", "S1"),
        ("导入台账", "S1"),
    ]
    assert json.loads(page[-1].entry.after or "")["applicant_name"] == "李明"
    assert version == schema.HEAD


def test_a_file_of_the_first_version_is_copied_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    founded_at(str(place), "0001", monkeypatch)
    open_database(place).close()
    copy = tmp_path / "office.升级前-0001.db"
    assert copy.exists()
    with monkeypatch.context() as earlier:
        # To the first version the copy is its own file still.
        earlier.setattr("disclosure_desk.storage.database.HEAD", "0001")
        database = open_database(copy)
    with database.engine.connect() as connection:
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info('journal')")
        assert "last_id" not in set(columns.scalars())
    database.close()


def test_records_of_before_are_found_by_pinyin_once_the_index_has_caught_up(
    office_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded_at(office_place, "0006", monkeypatch)
    database = open_database(office_place)
    try:
        with database.writing(Actor("林知夏", "二楼电脑")) as session:
            assert catch_up(session) == 1
        with database.reading() as session:
            condition = found_by(session.connection(), "request", "lm")
            assert condition is not None
            assert session.scalars(select(Request.number).where(condition)).all() == ["S1"]
    finally:
        database.close()


def test_several_offices_are_made_at_once(tmp_path: Path) -> None:
    """A copy of the office is written behind the window while another is founded in it."""

    def make(number: int) -> None:
        create_database(tmp_path / f"{number}.db").close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(make, range(3)))
    for number in range(3):
        open_database(tmp_path / f"{number}.db").close()
