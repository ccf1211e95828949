"""The office file on disk: its locks, copies of it, and a file that cannot be written."""

import shutil
import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault
from disclosure_desk.storage import database as database_module
from disclosure_desk.storage import office_file as office_file_module
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

CLERK = Actor("填报人", "本机")


def add_item(database: Database, number: str) -> None:
    with database.writing(CLERK) as session:
        card = {"number": number, "title": "通知" * 400, "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)


def locks_on(path: Path) -> list[str]:
    """The system's locks on the file and its shared memory, in short."""
    inodes = {str(one.stat().st_ino) for one in (path, Path(f"{path}-shm")) if one.exists()}
    lines = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    return sorted(line[3] for line in lines if line[5].rsplit(":", 1)[-1] in inodes)


@pytest.mark.skipif(sys.platform != "linux", reason="locks of this kind are Linux's")
def test_opening_a_file_again_drops_no_lock_on_it(office_file: Path) -> None:
    first = open_database(office_file)
    with first.reading() as session:
        the_office(session)
        held = locks_on(office_file)
        assert held
        open_database(office_file).close()
        assert locks_on(office_file) == held
    first.close()


def test_a_copy_of_the_one_file_is_whole_while_the_office_is_open(
    office_file: Path, tmp_path: Path
) -> None:
    database = open_database(office_file)
    add_item(database, "2024-001")
    database.settle()
    copy = Path(shutil.copy(office_file, tmp_path / "复制.db"))
    raw = sqlite3.connect(copy)
    assert raw.execute("SELECT number FROM publication").fetchall() == [("2024-001",)]
    raw.close()
    database.close()


def test_a_file_that_cannot_be_written_can_be_read(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(office_file)
    add_item(database, "2024-001")
    database.close()
    before = office_file.read_bytes()
    for module in (office_file_module, database_module):
        monkeypatch.setattr(module, "is_writable", lambda _path: False)
    database = open_database(office_file)
    with database.reading() as session:
        assert the_office(session).name
    with pytest.raises(Fault, match="是只读的，没有保存"):
        add_item(database, "2024-002")
    database.close()
    assert office_file.read_bytes() == before
    assert [path.name for path in office_file.parent.glob(f"{office_file.name}*")] == [
        office_file.name
    ]


def test_a_page_overwritten_in_the_middle_is_told_at_opening(office_file: Path) -> None:
    database = open_database(office_file)
    for number in range(40):
        add_item(database, f"2024-{number:03}")
    database.close()
    with office_file.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)
    with pytest.raises(Fault, match="已经损坏"):
        open_database(office_file)
