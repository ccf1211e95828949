"""An office carried from a server into a file and back is the same office."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine, inspect, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.letter_files import keep_content
from disclosure_desk.commands.registers import add_record, remove_record
from disclosure_desk.exchange.write_ledger import write_ledger
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage import portable
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.search import SEARCHED, found_by
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify import verify
from tests.conftest import fresh_database
from tests.offices import RandomOffice

pytestmark = pytest.mark.postgresql

CLERK = Actor("林知夏", "二楼电脑")
NOON = datetime(2024, 9, 30, 12, 0, 0)
YEARS = range(2014, 2025)


@pytest.fixture
def place(server: Engine, founded_database: str) -> Iterator[str]:
    """An office on the server with records of every kind, some of them removed again."""
    with fresh_database(server, founded_database) as url:
        place = url.render_as_string(hide_password=False)
        database = open_database(place)
        with database.writing(CLERK) as session:
            _fill(session)
        database.close()
        yield place


@pytest.fixture
def empty(server: Engine) -> Iterator[str]:
    """An empty database on the server."""
    with fresh_database(server) as url:
        yield url.render_as_string(hide_password=False)


def _fill(session: Session) -> None:
    begin_step(session, "导入台账")
    for kind, cards in RandomOffice(11).cards().items():
        enrol(session, kind, cards)
    request = session.scalars(select(Request)).first()
    assert request is not None
    letter = Letter(
        request_id=request.id, kind="reply", made_on=date(2024, 5, 6), final=False,
        file_name="答复.docx", sha256="不对", person="周砚清",
    )  # fmt: skip
    session.add(letter)
    session.flush()
    keep_content(session, letter, bytes(range(256)))
    # The highest number is given away and the record gone: it must not come again.
    last = add_record(session, "publication", {"title": "公告", "made_on": date(2024, 5, 6)})
    remove_record(session, "publication", last.record_id, "登记错了")


def all_rows(place: str | Path) -> dict[str, list[tuple[Any, ...]]]:
    database = open_database(place)
    with database.reading() as session:
        found = {
            table.name: [tuple(row) for row in session.execute(select(table)).all()]
            for table in office_tables()
        }
    database.close()
    return {name: sorted(rows, key=lambda row: row[0]) for name, rows in found.items()}


def figures(place: str | Path) -> list[dict[str, Any]]:
    database = open_database(place)
    with database.reading() as session:
        told = [tally(session, edition_for(year), Period.of_year(year)) for year in YEARS]
    database.close()
    return told


def next_key(place: str | Path) -> int:
    database = open_database(place)
    with database.writing(CLERK) as session:
        card = {"title": "公告", "made_on": date(2024, 5, 6)}
        key = add_record(session, "publication", card).record_id
    database.close()
    return key


def test_every_table_of_an_office_is_carried(place: str) -> None:
    engine = create_engine(place)
    there = set(inspect(engine).get_table_names())
    engine.dispose()
    beside = {"alembic_version", *(f"search_{name}" for name in SEARCHED)}
    assert {table.name for table in office_tables()} == there - beside


def test_a_server_becomes_an_office_file_and_a_server_again(
    place: str, empty: str, tmp_path: Path
) -> None:
    backup = back_up(place, tmp_path, now=NOON)
    before = all_rows(place)
    assert len(before["publication"]) == 30
    assert len(before["letter_file"]) == 1
    assert [path.name for path in tmp_path.iterdir()] == [backup.path.name]
    assert all_rows(backup.path) == before
    assert figures(backup.path) == figures(place)
    assert backup.rows == {name: len(rows) for name, rows in before.items()}

    restored = restore(backup.path, empty, now=NOON)
    assert restored.replaced is None
    assert all_rows(empty) == before
    assert figures(empty) == figures(place)
    # The letter above has a wrong hash, so that verify has something to say everywhere.
    assert [[one.rule for one in verify(one_place).findings]
            for one_place in (place, backup.path, empty)] == [["V10"]] * 3  # fmt: skip
    keys = [next_key(one_place) for one_place in (place, backup.path, empty)]
    assert keys == [keys[0]] * 3
    assert keys[0] > max(row[0] for row in before["publication"]) + 1


def test_the_ledger_of_the_portable_file_is_that_of_the_server(place: str, tmp_path: Path) -> None:
    backup = back_up(place, tmp_path, now=NOON)
    written = []
    for one_place in (place, backup.path):
        path = tmp_path / f"{len(written)}.xlsx"
        database = open_database(one_place)
        with database.reading() as session:
            write_ledger(session, 2024, path, personal=True)
        database.close()
        written.append(ledger_cells(path))
    assert written[0] == written[1]


def ledger_cells(path: Path) -> list[Any]:
    import openpyxl

    book = openpyxl.load_workbook(path)
    told = [(sheet.title, [list(row) for row in sheet.values]) for sheet in book]
    book.close()
    return told


def test_what_is_found_on_the_server_is_found_in_the_file(place: str, tmp_path: Path) -> None:
    backup = back_up(place, tmp_path, now=NOON)
    assert (
        search(open_database(place), "科技") == search(open_database(backup.path), "科技") != set()
    )


def search(database: Database, words: str) -> set[int]:
    table = next(one for one in office_tables() if one.name == "publication")
    with database.reading() as session:
        condition = found_by(session.connection(), table.name, words)
        assert condition is not None
        keys = set(session.scalars(select(table.columns.id).where(condition)))
    database.close()
    return keys


def test_a_portable_file_is_of_one_moment_while_others_write(place: str, tmp_path: Path) -> None:
    done = threading.Event()

    def write() -> None:
        database = open_database(place)
        for number in range(40):
            with database.writing(CLERK) as session:
                card = {"number": f"并发{number}", "title": "公告", "made_on": date(2024, 5, 6)}
                add_record(session, "publication", card)
        database.close()
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        backup = back_up(place, tmp_path, now=NOON)
        assert [one.rule for one in verify(backup.path).findings] == ["V10"]
    writer.join()


def test_a_server_with_tables_takes_no_backup_in(place: str, tmp_path: Path) -> None:
    backup = back_up(place, tmp_path, now=NOON)
    before = all_rows(place)
    with pytest.raises(Refusal, match="只能恢复到空的数据库"):
        restore(backup.path, place, now=NOON)
    assert all_rows(place) == before


def test_a_restore_that_fails_leaves_the_server_empty(
    place: str, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(place, tmp_path, now=NOON)

    def fail(*_given: object) -> None:
        raise Fault("停电了。")

    monkeypatch.setattr(portable, "_set_server_keys", fail)
    with pytest.raises(Fault, match="停电"):
        restore(backup.path, empty, now=NOON)
    engine = create_engine(empty)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_backup_of_a_server_that_fails_leaves_nothing(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise Fault("停电了。")

    monkeypatch.setattr(portable, "_set_file_keys", fail)
    with pytest.raises(Fault, match="停电"):
        back_up(place, tmp_path / "备份", now=NOON)
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_database_on_the_server_is_told(empty: str) -> None:
    (finding,) = verify(empty).findings
    assert (finding.rule, finding.severity) == ("V2", "error")
    nowhere = URL.create("postgresql+psycopg", host="127.0.0.1", port=9, database="无")
    with pytest.raises(Fault, match="连接不上"):
        verify(nowhere.render_as_string(hide_password=False))
