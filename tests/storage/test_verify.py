"""Every kind of damage has its finding; a sound office has none, and a look changes nothing."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.letter_files import keep_content
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.exchange.sample import fill_with_sample
from disclosure_desk.faults import Fault
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.verify import verify
from tests.offices import RandomOffice
from tests.storage.test_database import held_by_another_process
from tests.storage.test_migrations import founded_at
from tests.workbooks import dump

CLERK = Actor("林知夏", "二楼电脑")


def fill(database: Database) -> None:
    """Records entered in all ways: together, one by one, changed and removed; and a letter."""
    with database.writing(CLERK) as session:
        fill_with_sample(session, "示例县科学技术局")
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        for kind, cards in RandomOffice(3).cards(requests=150, publications=150).items():
            enrol(session, kind, cards)
    with database.writing(CLERK) as session:
        card = {"number": "A1", "title": "公告", "made_on": date(2024, 5, 6)}
        kept = add_record(session, "publication", card).record_id
        gone = add_record(session, "publication", {**card, "number": "A2"}).record_id
        change_record(session, "publication", kept, {**card, "title": "通告"})
        remove_record(session, "publication", gone, "登记错了")
    with database.writing(CLERK) as session:
        begin_step(session, "保存文书")
        _keep_letter(session)
    with database.writing(CLERK) as session:
        close_year(session, edition_for(2023), 2023, "首次签发", today=date(2024, 1, 20))


def _keep_letter(session: Session) -> None:
    request = session.scalars(select(Request)).first()
    assert request is not None
    # The hash of nothing. Source: FIPS 180-4.
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    letter = Letter(
        request_id=request.id, kind="reply", made_on=date(2024, 5, 6), final=False,
        number="示科公开〔2024〕1号", file_name="答复.docx", sha256=digest, person="周砚清",
    )  # fmt: skip
    session.add(letter)
    session.flush()
    keep_content(session, letter, b"")


@pytest.fixture(scope="module")
def filled_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "office.db"
    shutil.copy(founded_file, path)
    database = open_database(path)
    fill(database)
    database.close()
    return path


@pytest.fixture
def office(filled_file: Path, tmp_path: Path) -> Path:
    """An office file of its own, with records of every kind."""
    return Path(shutil.copy(filled_file, tmp_path / "office.db"))


def rules(place: str | Path) -> list[str]:
    return [f"{one.rule} {one.severity}" for one in verify(place).findings]


def test_a_sound_office_has_no_findings(registers: Database) -> None:
    fill(registers)
    examined = verify(registers.url.render_as_string(hide_password=False))
    assert examined.findings == []
    assert examined.unit == "示例县科学技术局"


# ---------------------------------------------------------------------- a look


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_a_look_writes_nothing(office: Path) -> None:
    before = state(office.parent)
    verify(office)
    assert state(office.parent) == before


def test_a_look_at_what_a_power_cut_left_takes_the_log_in_and_leaves_it(
    office: Path, tmp_path: Path
) -> None:
    stopped = tmp_path / "停电" / "office.db"
    stopped.parent.mkdir()
    database = open_database(office)
    with database.writing(CLERK) as session:
        card = {"number": "A9", "title": "公告", "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)
    for suffix in ("", "-wal"):
        shutil.copy(f"{office}{suffix}", f"{stopped}{suffix}")
    database.close()
    before = state(stopped.parent)
    counted = verify(stopped).rows["publication"]
    assert counted == verify(office).rows["publication"]
    assert state(stopped.parent) == before


def test_a_look_at_a_commit_that_was_cut_off_sees_the_one_before(
    office: Path, tmp_path: Path
) -> None:
    stopped = tmp_path / "停电" / "office.db"
    stopped.parent.mkdir()
    connection = sqlite3.connect(office, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA cache_size = 2")  # so that pages reach the file early
    connection.execute("BEGIN")
    connection.execute("UPDATE publication SET title = title || '（改）'")
    for suffix in ("", "-journal"):
        shutil.copy(f"{office}{suffix}", f"{stopped}{suffix}")
    connection.execute("ROLLBACK")
    connection.close()
    before = state(stopped.parent)
    assert rules(stopped) == []
    assert state(stopped.parent) == before
    assert dump(stopped) == dump(office)


def test_an_office_that_somebody_writes_to_is_looked_at(office: Path) -> None:
    with held_by_another_process(office):
        assert rules(office) == []


def test_an_office_on_a_read_only_disk_is_looked_at(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure_desk.storage.looking.is_writable", lambda _path: False)
    assert rules(office) == []
    assert [path.name for path in office.parent.iterdir()] == ["office.db"]


def test_an_older_office_is_examined_without_being_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    founded_at(str(place), "0001", monkeypatch)
    before = state(tmp_path)
    assert rules(place) == ["V3 hint"]
    assert state(tmp_path) == before
    execute(place, "DELETE FROM journal WHERE kind = 'request_event'")
    assert "V6 error" in rules(place)


# ---------------------------------------------------------------------- damage


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_missing_file_has_no_findings_but_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="找不到文件"):
        verify(tmp_path / "office.db")
    with pytest.raises(Fault, match="是文件夹"):
        verify(tmp_path)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("这不是数据库。" * 100, encoding="utf-8")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def _header_zeroed(path: Path) -> None:
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def _without_mark(path: Path) -> None:
    execute(path, "PRAGMA application_id = 0")


def _without_version(path: Path) -> None:
    execute(path, "DELETE FROM alembic_version")


def _foreign(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE bookmark (url TEXT)")


def _newer(path: Path) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (_empty, "V0"),
        (_text, "V0"),
        (_cut_short, "V0"),
        (_header_zeroed, "V0"),
        (_without_mark, "V0"),
        (_without_version, "V0"),
        (_foreign, "V2"),
        (_newer, "V3"),
    ],
)
def test_what_is_no_office_of_ours_has_one_finding(
    office: Path, damage: Callable[[Path], None], rule: str
) -> None:
    damage(office)
    before = state(office.parent)
    (finding,) = verify(office).findings
    assert (finding.rule, finding.severity) == (rule, "error")
    assert finding.message.startswith(f"“{office}”")
    assert state(office.parent) == before


def test_a_page_overwritten_anywhere_is_found(office: Path, tmp_path: Path) -> None:
    content = office.read_bytes()
    chance = random.Random(5)
    for _ in range(30):
        damaged = bytearray(content)
        start = chance.randrange(len(content) // 4096) * 4096
        damaged[start : start + 4096] = chance.randbytes(4096)
        office.write_bytes(damaged)
        assert [one.severity for one in verify(office).findings] == ["error"], start


INSERT = (
    "INSERT INTO publication (title, made_on, document_kind, channels, channel_mask)"
    " VALUES ('公告', '2024-05-06', 'other', '', 0)"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE search_request_content SET c0 = '' WHERE id = 3",
        "UPDATE search_request_content SET c0 = CAST(x'fffe' AS TEXT) WHERE id = 3",
        "UPDATE search_request_data SET block = zeroblob(length(block))"
        " WHERE id = (SELECT max(id) FROM search_request_data)",
    ],
)
def test_a_search_index_that_would_miss_records_is_found(office: Path, statement: str) -> None:
    execute(office, statement)
    found = verify(office).findings
    assert [one.severity for one in found] == ["error"]
    compares = sqlite3.sqlite_version_info >= (3, 44)  # then SQLite itself does
    assert [one.rule for one in found] == ["V0" if compares else "V15"]


@pytest.mark.parametrize(
    ("statements", "rule"),
    [
        (("DROP INDEX ix_request_received",), "V4"),
        (("CREATE INDEX alien ON request (phone)",), "V4"),
        (("ALTER TABLE request DROP COLUMN agent",), "V4"),
        (("ALTER TABLE request ADD COLUMN alien TEXT",), "V4"),
        (("DROP TABLE report_text",), "V4"),
        (("DROP TABLE search_request",), "V4"),
        (("CREATE TRIGGER t AFTER INSERT ON request BEGIN DELETE FROM journal; END",), "V4"),
        (("CREATE VIEW v AS SELECT 1",), "V4"),
        (("UPDATE request_event SET request_id = 99999 WHERE id = 5",), "V5"),
        ((INSERT,), "V6"),
        (("DELETE FROM journal WHERE kind = 'dispute' AND last_id IS NULL",), "V6"),
        (("DELETE FROM publication WHERE id = 5",), "V7"),
        (("DELETE FROM journal WHERE kind = 'publication' AND after IS NULL",), "V7"),
        (("DELETE FROM journal WHERE kind = 'publication' AND before IS NULL"
          " AND after LIKE '%A1%'",), "V7"),
        (("UPDATE journal SET after = 'x' WHERE id = 9",), "V8"),
        (("UPDATE journal SET after = '[]' WHERE id = 9",), "V8"),
        (("UPDATE journal SET after = NULL WHERE before IS NULL AND id = 9",), "V8"),
        (("UPDATE journal SET recorded_at = 'gestern' WHERE id = 9",), "V8"),
        (("UPDATE journal SET after = x'fffe' WHERE id = 9",), "V8"),
        (("UPDATE journal SET after = CAST(x'fffe' AS TEXT) WHERE id = 9",), "V8"),
        (("UPDATE journal SET last_id = last_id - 1 WHERE last_id IS NOT NULL",), "V8"),
        (("UPDATE journal SET recorded_at = '2001-01-01 08:00:00' WHERE id = 40",), "V9"),
        (("DELETE FROM journal WHERE kind = 'publication' AND before IS NOT NULL"
          " AND after IS NOT NULL",), "V9"),
        (("UPDATE letter_file SET content = x'00'",), "V10"),
        (("DELETE FROM letter_file",), "V10"),
        (("UPDATE closed_year_content SET content = x'00'",), "V10"),
    ],
)  # fmt: skip
def test_what_was_changed_past_the_program_is_found(
    office: Path, statements: tuple[str, ...], rule: str
) -> None:
    execute(office, *statements)
    findings = verify(office).findings
    assert rule in {one.rule for one in findings}
    assert all(one.message.endswith("。") for one in findings)


def test_a_finding_names_the_records_by_number(office: Path) -> None:
    execute(office, "UPDATE letter_file SET content = x'00'")
    (finding,) = verify(office).findings
    assert finding.records == ("示科公开〔2024〕1号",)
    assert "文书" in finding.message
    json.dumps(finding.as_json())


@pytest.mark.postgresql
def test_a_server_is_examined_as_a_file_is(registers: Database) -> None:
    fill(registers)
    place = registers.url.render_as_string(hide_password=False)
    with registers.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_request_received"))
    assert rules(place) == ["V4 error"]
    with registers.engine.begin() as connection:
        connection.execute(text("CREATE INDEX ix_request_received ON request (received_on)"))
        connection.execute(text("DELETE FROM journal WHERE kind = 'dispute' AND last_id IS NULL"))
        connection.execute(text(INSERT))
    assert {"V6 error"} <= set(rules(place)) <= {"V6 error", "V9 hint", "V11 error"}


def test_the_backup_of_a_sound_office_is_sound(office: Path) -> None:
    assert rules(back_up(office, now=datetime(2024, 9, 30)).path) == []
