"""What goes wrong around an office file is told in one sentence that says what to do."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import URL
from sqlalchemy.exc import OperationalError

from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.plain_faults import told_plainly
from disclosure_desk.storage.verify import verify

CLERK = Actor("林知夏", "二楼电脑")


def sentence(place: Path, code: str) -> str:
    """What is told of an error of SQLite with this code."""
    told = sqlite3.OperationalError("…")
    told.sqlite_errorname = code
    with (
        pytest.raises(Fault) as raised,
        told_plainly(URL.create("sqlite", database=str(place))),
    ):
        raise OperationalError("", None, told)
    return str(raised.value)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("SQLITE_FULL", ("磁盘已满", "请清理磁盘后再试")),
        ("SQLITE_READONLY", ("只读", "请检查文件和文件夹的权限")),
        ("SQLITE_READONLY_DIRECTORY", ("只读", "请检查文件和文件夹的权限")),
        ("SQLITE_IOERR_WRITE", ("无法读写", "请检查磁盘")),
        ("SQLITE_BUSY", ("正被另一个程序写入", "请稍后再试")),
        ("SQLITE_CORRUPT", ("已经损坏", "请用备份恢复")),
        ("SQLITE_READONLY_DBMOVED", ("U盘可能已拔出", "放回原处后再试")),
    ],
)
def test_each_misfortune_has_its_sentence(
    office_file: Path, code: str, says: tuple[str, ...]
) -> None:
    told = sentence(office_file, code)
    assert str(office_file) in told
    assert told.count("。") == 1
    assert told.endswith("。")
    assert all(words in told for words in says), told


@pytest.mark.parametrize("code", ["SQLITE_IOERR_READ", "SQLITE_CANTOPEN"])
def test_a_stick_that_was_pulled_is_called_so(tmp_path: Path, code: str) -> None:
    assert "U盘可能已拔出" in sentence(tmp_path / "U盘" / "office.db", code)


def test_nothing_is_accepted_for_a_file_that_was_moved_away(office_file: Path) -> None:
    card = {"title": "公告", "made_on": date(2024, 5, 6)}
    database = open_database(office_file)
    away = office_file.with_name("别处.db")
    office_file.rename(away)
    with (
        pytest.raises(Fault, match=r"找不到“.*office\.db”，没有保存"),
        database.writing(CLERK) as session,
    ):
        add_record(session, "publication", card)
    away.rename(office_file)
    with database.writing(CLERK) as session:
        add_record(session, "publication", card)
    database.close()
    assert verify(office_file).rows["publication"] == 1
    assert verify(office_file).findings == []
