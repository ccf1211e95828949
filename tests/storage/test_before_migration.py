"""The copy that is kept before an older office file is brought up to date."""

import sqlite3
from pathlib import Path

import pytest

from disclosure_desk.faults import Fault
from disclosure_desk.storage.before_migration import copy_before_migration
from disclosure_desk.storage.database import open_database
from tests.storage.test_migrations import founded_at
from tests.workbooks import dump


def revision_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(revision)


def test_a_second_copy_of_one_version_leaves_the_first_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    founded_at(str(place), "0012", monkeypatch)
    copy_before_migration(place, "0012")
    first = dump(tmp_path / "office.升级前-0012.db")
    connection = sqlite3.connect(place)
    connection.execute("DELETE FROM journal")
    connection.commit()
    connection.close()
    copy_before_migration(place, "0012")
    assert dump(tmp_path / "office.升级前-0012.db") == first
    assert dump(tmp_path / "office.升级前-0012-2.db") != first
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_whose_copy_reads_back_damaged_is_not_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    founded_at(str(place), "0012", monkeypatch)
    # A large file is not looked through at opening; the copy of it is.
    monkeypatch.setattr("disclosure_desk.storage.office_file._CHECKED_AT_OPENING", 0)
    connection = sqlite3.connect(place)
    page = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name LIKE 'ix_journal%'"
    ).fetchone()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    content = bytearray(place.read_bytes())
    start = (page[0] - 1) * 4096
    content[start + 8 : start + 64] = b"\xff" * 56
    place.write_bytes(content)
    with pytest.raises(Fault, match=r"升级前留下的副本.*没有升级"):
        open_database(place)
    assert revision_of(place) == "0012"
    assert not list(tmp_path.glob("*升级前*"))
