"""Random keys in the quick line and the paste sheet: nothing is raised, and nothing is lost."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from tests.desk.keyboard import CTRL, keys
from tests.desk.test_paste_sheet import WRONG, copied, made_sheet
from tests.desk.test_quick_entry import made_entry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEYS = [
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_Home, Qt.Key.Key_End),
]
WITH_CTRL = [
    *(Qt.Key.Key_D, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_A),
    *(Qt.Key.Key_Minus, Qt.Key.Key_Return),
]
WORDS = ["0512", "防汛公告", "@", "a", " ", "网站", "#x", "城政办〔2025〕7号", "，", "t", "12"]


@pytest.mark.parametrize("made", [made_entry, made_sheet])
@pytest.mark.parametrize("seed", [1, 2])
def test_random_keys_raise_nothing(
    desk: Desk, qtbot: QtBot, made: Callable[[Desk, QtBot], QWidget], seed: int
) -> None:
    form, chance = made(desk, qtbot), random.Random(seed)
    copied(WRONG)
    for _ in range(250):
        kind = chance.random()
        if kind < 0.45:
            keys(form, chance.choice(WORDS))
        elif kind < 0.85:
            QTest.keyClick(form.focusWidget() or form, chance.choice(KEYS))
        else:
            QTest.keyClick(form.focusWidget() or form, chance.choice(WITH_CTRL), CTRL)
        QApplication.processEvents()
        form.setVisible(True)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
