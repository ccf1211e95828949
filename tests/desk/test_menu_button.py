"""A button with a menu looks and acts as before once its menu is closed."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.widgets.menu_button import give_menu

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_neither_keys_nor_the_look_of_the_mouse_stay_at_the_button(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    field, button = QLineEdit(page), QPushButton("列表", page)
    layout.addWidget(field)
    layout.addWidget(button)
    menu = QMenu(page)
    menu.addAction("复制")
    give_menu(button, menu)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    QTest.mouseMove(button)

    def leave() -> None:
        opened = QApplication.activePopupWidget()
        assert opened is menu
        QCursor.setPos(page.mapToGlobal(QPoint(-50, -50)))
        QTest.keyClick(opened, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not menu.isVisible() and not button.underMouse())
    assert page.focusWidget() is field
