"""The first look: an office's day is there before the office is open, or not at all."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.first_look import FirstPage, first_page, keep_first_look
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.today_page import TodayPage
from disclosure_desk.desk.rail import row_of
from disclosure_desk.storage.database import Database, open_database
from tests.desk.conftest import CLERK, TODAY

LATE = {
    "number": "2025-001",
    "received_on": date(2025, 8, 1),
    "received_via": "in_person",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "content": "补贴发放名单",
}


@pytest.fixture
def place(database: Database) -> str:
    """An office file with a late request, closed after a first look was kept."""
    with database.writing(CLERK) as session:
        add_record(session, "request", LATE)
    keep_first_look(database, CLERK, TODAY)
    database.close()
    return str(database.path)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1350, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def numbers(page: FirstPage | None) -> list[str]:
    assert page is not None
    assert page.agenda is not None
    told = [item.number for group in page.agenda.groups for item in group.items if item.number]
    return list(dict.fromkeys(told))  # what is late and unfinished as well stands twice


def test_the_day_is_shown_at_once_and_goes_over_into_today(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    window.open_place(place)
    assert window.desk is None
    page = window.ui.stack.currentWidget()
    assert isinstance(page, FirstPage)
    assert numbers(page) == ["2025-001"]
    assert window.ui.label_office.text() == "示例县科学技术局"
    qtbot.waitUntil(lambda: isinstance(window.ui.stack.currentWidget(), TodayPage))
    assert window.findChildren(FirstPage) in ([], [page])
    today = window.pages["today"]
    assert isinstance(today, TodayPage)
    chosen = today.chosen()
    assert chosen is not None
    assert chosen.number == "2025-001"
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_what_is_asked_of_the_first_look_is_done_once_the_office_is_open(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    window.open_place(place)
    page = window.ui.stack.currentWidget()
    assert isinstance(page, FirstPage)
    page.ui.items.setFocus()
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(RequestEdit)))
    form = window.findChildren(RequestEdit)[0]
    assert form.windowTitle().endswith("2025-001")
    form.reject()
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_a_page_called_meanwhile_is_shown_once_the_office_is_open(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    window.open_place(place)
    page = window.ui.stack.currentWidget()
    assert isinstance(page, FirstPage)
    assert window.ui.rail.currentRow() == row_of("today")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.ui.label_title.text() == "依申请公开"
    assert page.ui.label_quiet.text() == "正在打开“依申请公开”…"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)  # meant for the page that comes
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.ui.items.isVisible()
    assert window.focusWidget() is page.ui.items
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.ui.rail.currentRow() == row_of("request")
    assert window.ui.label_title.text() == "依申请公开"
    assert window.ui.stack.currentWidget() is window.pages["request"]
    assert window.findChildren(RequestEdit) == []
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_an_office_that_cannot_be_opened_takes_its_first_look_away(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    window.open_place(place)
    qtbot.waitUntil(lambda: window.ui.label_title.text() == "开始")
    assert not window.ui.rail.isEnabled()


def test_closing_the_window_keeps_the_first_look_of_what_was_changed(
    window: MainWindow, place: str, qtbot: QtBot
) -> None:
    window.open_place(place)
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    assert window.desk is not None
    with window.desk.database.writing(CLERK) as session:
        add_record(session, "request", LATE | {"number": "2025-002", "content": "采购合同"})
    window.close()
    assert numbers(first_page(place, TODAY)) == ["2025-001", "2025-002"]


def test_days_up_to_the_next_working_day_are_foreseen(place: str) -> None:
    # TODAY is the day before the eight days of the National Day of 2025.
    for days in range(10):
        page = first_page(place, TODAY + timedelta(days=days))
        assert page is not None, days
        assert page.agenda is not None
        assert page.agenda.day == TODAY + timedelta(days=days)
    assert first_page(place, TODAY + timedelta(days=12)) is None


def test_whatever_changed_the_registers_makes_it_void(place: str) -> None:
    database = open_database(place)
    with database.writing(CLERK) as session:
        add_record(session, "request", LATE | {"number": "2025-002", "content": "采购合同"})
    database.close()
    assert first_page(place, TODAY) is None


def test_damage_of_any_kind_is_no_first_look(place: str, tmp_path: Path) -> None:
    assert first_page("postgresql://server/office", TODAY) is None
    assert first_page(str(tmp_path / "没有.db"), TODAY) is None
    for told in ("", "[]", '{"groups": 1}', '{"groups": [], "day": "x", "next_due": null}'):
        with sqlite3.connect(place) as connection:
            connection.execute("UPDATE foreseen SET agenda = ?", (told,))
        connection.close()
        assert first_page(place, TODAY) is None
    (tmp_path / "坏.db").write_bytes(b"no database")
    assert first_page(str(tmp_path / "坏.db"), TODAY) is None


def test_the_first_look_needs_nothing_of_the_database(place: str) -> None:
    code = (
        "import sys; from datetime import date; from PySide6.QtWidgets import QApplication\n"
        "application = QApplication([])\n"
        "from disclosure_desk.desk.first_look import first_page\n"
        f"assert first_page({place!r}, date(2025, 9, 30)).agenda.groups\n"
        "assert not {'sqlalchemy', 'alembic', 'numpy', 'openpyxl'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
