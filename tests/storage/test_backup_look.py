"""A look into a backup: what is in it, what would be lost, and whether the journal is the same."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete

from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.journal import journal_end, journal_seal
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.backup_look import journal_differences, look_into
from disclosure_desk.storage.backup_words import told_of_look
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_seal import End, seal_lines
from disclosure_desk.storage.portable import file_engine
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.verify import verify
from tests.storage.test_migrations import founded_at
from tests.workbooks import dump

CLERK = Actor("林知夏", "二楼电脑")
NOON = datetime(2024, 9, 30, 12, 0, 0)
ITEM = {"title": "公告", "made_on": date(2024, 5, 6)}
REQUEST = {
    "received_on": date(2024, 5, 6),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
}


def add(database: Database, kind: str, number: str) -> int:
    card = {"number": number, **(REQUEST if kind == "request" else ITEM)}
    with database.writing(CLERK) as session:
        record_id = add_record(session, kind, card).record_id
    assert record_id is not None
    return record_id


@pytest.fixture
def worked_on(office_file: Path) -> tuple[Path, Path]:
    """A backup with three records, and the office that was worked in since."""
    database = open_database(office_file)
    kept, gone = add(database, "publication", "A1"), add(database, "publication", "A2")
    request = add(database, "request", "2024-001")
    backup = back_up(office_file, office_file.parent / "备份", now=NOON).path
    with database.writing(CLERK) as session:
        change_record(session, "publication", kept, {**ITEM, "number": "A1", "title": "通告"})
    with database.writing(CLERK) as session:
        remove_record(session, "publication", gone, "登记错了")
    with database.writing(CLERK) as session:
        add_event(session, request, "correction_asked", {"happened_on": date(2024, 5, 8)})
    add(database, "publication", "A3")
    add(database, "request", "2024-002")
    database.close()
    return backup, office_file


def lines_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    (number,) = connection.execute("SELECT count(*) FROM journal").fetchone()
    connection.close()
    return int(number)


def test_a_look_counts_what_is_in_the_backup_and_what_would_be_lost(
    worked_on: tuple[Path, Path],
) -> None:
    backup, office = worked_on
    before = dump(office), dump(backup)
    look = look_into(backup, office)
    assert (dump(office), dump(backup)) == before
    assert look.backup.unit == "示例县科学技术局"
    assert look.backup.records == {"主动公开": 2, "依申请公开": 1, "复议诉讼": 0, "数据填报": 0}
    assert look.backup.last is not None
    assert look.backup.last.actor == "林知夏"
    assert look.backup.lines == lines_in(backup)
    assert look.lost == {"主动公开": 1, "依申请公开": 1}
    assert look.changed == {"主动公开": 1, "依申请公开": 1}
    assert look.returning == {"主动公开": 1}
    assert look.lost_lines == lines_in(office) - lines_in(backup) > 0
    assert look.findings == ()
    assert told_of_look(look)[-1] == (
        "恢复以后：会少主动公开1条、依申请公开1条；主动公开1条、依申请公开1条的改动会退回；"
        f"删除的主动公开1条会回来；修改记录会少{look.lost_lines}行。"
    )


def test_an_office_on_a_server_is_looked_at_as_a_file_is(
    registers: Database, tmp_path: Path
) -> None:
    place = registers.url.render_as_string(hide_password=False)
    kept = add(registers, "publication", "A1")
    backup = back_up(place, tmp_path / "备份", now=NOON).path
    assert look_into(backup, place).loses_nothing
    with registers.writing(CLERK) as session:
        change_record(session, "publication", kept, {**ITEM, "number": "A1", "title": "通告"})
    add(registers, "request", "2024-001")
    look = look_into(backup, place)
    assert (look.lost, look.changed) == ({"依申请公开": 1}, {"主动公开": 1})
    assert look.lost_lines == 2
    assert journal_differences(backup, place) == []
    with registers.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal_seal SET seal = 'x' WHERE line = 1")
    assert [one.rule for one in journal_differences(backup, place)] == ["V14"]


def test_a_backup_of_this_moment_loses_nothing(office_file: Path) -> None:
    backup = back_up(office_file, office_file.parent / "备份", now=NOON).path
    look = look_into(backup, office_file)
    assert look.loses_nothing
    assert "不会少什么" in told_of_look(look)[-1]


def test_a_backup_is_looked_into_without_an_office(
    worked_on: tuple[Path, Path], tmp_path: Path
) -> None:
    backup, office = worked_on
    for place in (None, tmp_path / "没有.db"):
        assert look_into(backup, place).office is None
    office.write_bytes(b"\0" * 100 + office.read_bytes()[100:])
    look = look_into(backup, office)
    assert (look.office, look.backup.records["主动公开"]) == (None, 2)
    assert told_of_look(look)[-1] == "现在没有可以比较的单位数据库。"
    with pytest.raises(Fault, match="请换一个备份"):
        look_into(office, backup)


def test_an_older_backup_is_looked_into_and_its_journal_cannot_be_compared(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "older.db"
    founded_at(str(old), "0009", monkeypatch)
    look = look_into(old, office_file)
    assert look.backup.records["依申请公开"] == 1
    assert look.findings == ()
    with pytest.raises(Refusal, match="没有封存值"):
        journal_differences(old, office_file)


# ---------------------------------------------------------------------- a journal written anew


def write_anew(path: Path, change: str) -> None:
    """Change the journal and seal all of its lines again, as one who knows how would."""
    with file_engine(path) as engine, engine.begin() as connection:
        connection.exec_driver_sql(change)
        connection.execute(delete(journal_seal))
        connection.execute(delete(journal_end))
        seal_lines(connection, End(0, 0, ""))


def test_a_journal_written_anew_since_the_backup_is_found_though_its_seals_fit(
    worked_on: tuple[Path, Path],
) -> None:
    backup, office = worked_on
    assert journal_differences(backup, office) == []
    write_anew(office, "UPDATE journal SET actor = '许言' WHERE id = 3")
    assert verify(office).findings == []
    (finding,) = journal_differences(backup, office)
    assert (finding.rule, finding.severity) == ("V14", "error")
    assert f"日志第3行的封存值与备份“{backup.name}”里的不同" in finding.message
    assert look_into(backup, office).findings == (finding,)


def test_an_end_that_was_cut_off_since_the_backup_is_found(
    worked_on: tuple[Path, Path],
) -> None:
    backup, office = worked_on
    newer = back_up(office, backup.parent, now=NOON.replace(hour=13)).path
    last = lines_in(office)
    # The lines of the last step and what they tell of are taken away together.
    with file_engine(office) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM request WHERE number = '2024-002'")
        connection.exec_driver_sql(f"DELETE FROM journal_change WHERE first_line = {last}")
    write_anew(office, f"DELETE FROM journal WHERE id = {last}")
    assert journal_differences(backup, office) == []
    (finding,) = journal_differences(newer, office)
    assert f"日志只到第{last - 1}行" in finding.message


def test_an_office_put_back_to_an_older_backup_is_told_by_a_newer_one(
    worked_on: tuple[Path, Path],
) -> None:
    backup, office = worked_on
    newer = back_up(office, backup.parent, now=NOON.replace(hour=13)).path
    restore(backup, office, now=NOON)
    assert journal_differences(backup, office) == []
    (finding,) = journal_differences(newer, office)
    assert "或者恢复过更早的备份" in finding.message
