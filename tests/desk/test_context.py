"""What the desk does around every command."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.own_calendars import keep_notice


def save(desk: Desk, qtbot: QtBot) -> None:
    card = {"title": "关于印发办法的通知", "made_on": date(2025, 3, 3)}
    kept: list[Done] = []
    desk.run(lambda session: add_record(session, "publication", card), succeeded=kept.append)
    qtbot.waitUntil(lambda: bool(kept))


def test_a_plain_copy_of_the_file_alone_holds_what_was_saved(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    save(desk, qtbot)
    copy = tmp_path / "stick.db"
    # By another process: reading the file in this one would drop its locks.
    program = "import shutil, sys; shutil.copyfile(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", program, str(desk.database.path), str(copy)], check=True)
    query = f"SELECT title FROM {MODELS['publication'].__tablename__}"
    with closing(sqlite3.connect(copy)) as connection:
        (title,) = connection.execute(query).fetchone()
    assert title == "关于印发办法的通知"


def test_what_is_saved_is_not_called_failed_when_it_cannot_be_brought_over(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_database: Database) -> None:
        raise Fault("磁盘已满。")

    monkeypatch.setattr(Database, "settle", fail)
    save(desk, qtbot)


NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
"""


def test_an_office_opened_after_the_calendar_changed_notes_it_once(
    desk: Desk, qtbot: QtBot
) -> None:
    def opened() -> int:
        with qtbot.waitSignal(desk.follow_calendar(pytest.fail).ended):
            pass
        with desk.database.reading() as session:
            lines = select(func.count()).where(JournalEntry.kind == "calendar")
            return session.execute(lines).scalar_one()

    assert opened() == 1
    assert opened() == 1
    keep_notice(NOTICE)
    assert opened() == 2
    assert opened() == 2
