"""A second window on the same office file: it asks first, and leaves the other's drafts alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.drafts_list import DraftsList, offer_left_over
from disclosure_desk.desk.draft_keeping import write_draft
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.faults import Refusal
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.drafts import Draft, every_draft
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.open_windows import Presence
from tests.desk.form_tests import settle
from tests.desk.keyboard import press

TODAY = date(2026, 2, 1)
OTHER = Actor("李敏", "ZWGK-PC9")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def other(database: Database) -> Iterator[Presence]:
    """Another window on the file of these tests."""
    assert database.path is not None
    made = Presence(database.path, OTHER)
    yield made
    made.leave()


def asked(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return window.findChildren(QMessageBox)[0]


def choose(box: QMessageBox, label: str) -> None:
    next(one for one in box.findChildren(QPushButton) if label in one.text()).click()


def opened(window: MainWindow, qtbot: QtBot) -> Desk:
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    assert window.desk is not None
    return window.desk


def test_a_second_start_says_who_has_the_file_open_and_may_be_given_up(
    window: MainWindow, other: Presence, database: Database, qtbot: QtBot
) -> None:
    window.open_place(str(database.path))
    box = asked(window, qtbot)
    assert box.text().startswith("李敏 在 ZWGK-PC9 于 ")
    assert "打开了这个文件" in box.text()
    assert "两个窗口都可以填写和保存" in box.text()
    choose(box, "取消")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.desk is None


def test_it_is_opened_all_the_same_and_then_seen_by_the_other(
    window: MainWindow, other: Presence, database: Database, qtbot: QtBot
) -> None:
    window.open_place(str(database.path))
    choose(asked(window, qtbot), "仍然打开")
    desk = opened(window, qtbot)
    assert [one.key for one in other.others()] == [desk.window_key]
    assert "打开了它" in desk.why_not_replaced()
    window.close()
    assert other.others() == []


def test_opened_to_read_nothing_can_be_saved(
    window: MainWindow, other: Presence, database: Database, qtbot: QtBot
) -> None:
    window.open_place(str(database.path))
    choose(asked(window, qtbot), "只读打开")
    desk = opened(window, qtbot)
    assert "（只读）" in window.windowTitle()
    refused: list[Exception] = []
    desk.run(
        lambda session: add_record(session, Publication(title="通告"), today=TODAY),
        failed=refused.append,
    )
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], Refusal)
    assert "只读打开" in str(refused[0])


def test_the_same_window_may_open_its_file_again(
    window: MainWindow, database: Database, qtbot: QtBot
) -> None:
    window.open_place(str(database.path))
    first = opened(window, qtbot)
    window.open_place(str(database.path))
    qtbot.waitUntil(lambda: window.desk not in (None, first) and not window.jobs.busy)


def keep(desk: Desk, draft: Draft, qtbot: QtBot) -> None:
    write_draft(desk, draft, failed=pytest.fail)
    settle(desk, qtbot)


def test_what_another_window_types_is_neither_left_over_nor_given_up(
    desk: Desk, other: Presence, qtbot: QtBot
) -> None:
    assert desk.database.path is not None
    desk.presence = Presence(desk.database.path, desk.actor)
    typed = Draft(
        "k", "publication", None, None, "正在填的", {"title": "正在填的"}, window=other.window.key
    )
    keep(desk, typed, qtbot)
    shown: list[DraftsList] = []
    offer_left_over(desk, None, shown.append)
    settle(desk, qtbot)
    assert shown == []
    listed = DraftsList(desk)
    qtbot.addWidget(listed)
    listed.show()
    qtbot.waitUntil(lambda: bool(listed.listed))
    assert listed.model.index(0, 2).data() == "正在另一个窗口填写"
    assert not listed.ui.drop_draft.isEnabled()
    press(listed.ui.drafts, Qt.Key.Key_Delete)
    settle(desk, qtbot)
    with desk.database.reading() as session:
        assert [one.key for one in every_draft(session)] == ["k"]
    desk.presence.leave()


def test_a_draft_given_up_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    keep(
        desk, Draft("k", "publication", None, None, "通告", {"title": "通告"}, actor="李敏"), qtbot
    )
    listed = DraftsList(desk)
    qtbot.addWidget(listed)
    listed.show()
    qtbot.waitUntil(lambda: bool(listed.listed))
    listed.drop_draft()
    qtbot.waitUntil(lambda: not listed.listed)
    assert listed.ui.take_back.isEnabled()
    QTest.keyClick(listed.ui.drafts, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(listed.listed))
    assert listed.listed[0].draft.actor == "李敏"
    assert not listed.ui.take_back.isEnabled()
