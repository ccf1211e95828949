"""The backup before an import or a closing: of the moment before it, once, or no step at all."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault
from disclosure_desk.storage.backup import backups_in
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.step_backup import back_up_before

CLERK = Actor("林知夏", "二楼电脑")
NOON = datetime(2024, 9, 30, 12, 0, 0)


def enter(office: Path, number: str, now: datetime) -> Path | None:
    """Enter an item, with the backup of before."""
    database = open_database(office)
    try:
        with database.writing(CLERK) as session:
            card = {"number": number, "title": "公告" * 9_000, "made_on": date(2024, 5, 6)}
            add_record(session, "publication", card)
            return back_up_before(session, now=now)
    finally:
        database.close()


def items(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [number for (number,) in connection.execute("SELECT number FROM publication")]
    connection.close()
    return found


@pytest.mark.parametrize("on_share", [False, True])
def test_the_backup_holds_what_was_there_before_the_step(
    office_file: Path, monkeypatch: pytest.MonkeyPatch, on_share: bool
) -> None:
    monkeypatch.setattr("disclosure_desk.storage.database.lies_on_share", lambda _path: on_share)
    first = enter(office_file, "A1", NOON)
    second = enter(office_file, "A2", NOON + timedelta(minutes=1))
    assert first is not None
    assert second is not None
    assert (items(first), items(second), items(office_file)) == ([], ["A1"], ["A1", "A2"])


def test_what_is_backed_up_already_is_not_backed_up_again(office_file: Path) -> None:
    assert enter(office_file, "A1", NOON) is not None
    database = open_database(office_file)
    made = []
    for minute in (1, 2):
        with database.writing(CLERK) as session:  # nothing is changed in the end
            made.append(back_up_before(session, now=NOON + timedelta(minutes=minute)))
    database.close()
    assert made[0] is not None
    assert made[1] is None
    assert len(backups_in(office_file.parent / "备份")) == 2


def test_a_server_is_left_to_its_administrator(registers: Database) -> None:
    if registers.path is not None:
        pytest.skip("a file is backed up")
    with registers.writing(CLERK) as session:
        assert back_up_before(session, now=NOON) is None


def test_a_damaged_backup_does_not_stand_for_a_new_one(office_file: Path) -> None:
    assert enter(office_file, "A1", NOON) is not None
    second = enter(office_file, "A2", NOON + timedelta(minutes=1))
    assert second is not None
    second.write_bytes(b"\0" * 100)
    database = open_database(office_file)
    with database.writing(CLERK) as session:
        assert back_up_before(session, now=NOON + timedelta(minutes=2)) is not None
    database.close()


def test_without_a_backup_the_step_is_not_made(office_file: Path) -> None:
    (office_file.parent / "备份").write_text("没有地方")
    with pytest.raises(Fault, match=r"备份没有做成，所以什么也没有改动：.*不是文件夹"):
        enter(office_file, "A1", NOON)
    assert items(office_file) == []
