"""The office file is looked through once a week, and what is wrong stands in the status line."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QStatusBar
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.exchange.founding import found

FIRST = date(2025, 9, 1)


def status_after(place: Path, day: date, qtbot: QtBot) -> str:
    """What the status line says once the office is open on that day and all chores are done."""
    window = MainWindow(today=lambda: day)
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    bar = window.findChild(QStatusBar)
    assert bar is not None
    told = bar.currentMessage()
    window.close()
    return told


def test_the_file_is_checked_a_week_after_it_was_found_sound(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    found(str(place), "示例县水利局")
    assert status_after(place, FIRST, qtbot) == ""
    raw = sqlite3.connect(place)
    raw.execute("UPDATE journal SET actor = '别人' WHERE id = 1")
    raw.commit()
    raw.close()
    assert status_after(place, FIRST + timedelta(days=6), qtbot) == ""
    for late in (7, 8):  # what is wrong is told again
        told = status_after(place, FIRST + timedelta(days=late), qtbot)
        assert told.startswith("每周检查：数据库有1处错误，第一处：有1条日志与封存时的不符")


def test_a_sound_file_waits_for_another_week(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    found(str(place), "示例县水利局")
    for day in (0, 7):
        assert status_after(place, FIRST + timedelta(days=day), qtbot) == ""
    raw = sqlite3.connect(place)
    raw.execute("UPDATE journal SET actor = '别人' WHERE id = 1")
    raw.commit()
    raw.close()
    assert status_after(place, FIRST + timedelta(days=13), qtbot) == ""
    assert status_after(place, FIRST + timedelta(days=14), qtbot).startswith("每周检查：")
