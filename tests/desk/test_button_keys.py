"""Enter on a button presses that button, wherever it stands, and no other one."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.button_keys import ButtonKeys
from disclosure_desk.desk.main_window import MainWindow


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_start_page_is_left_by_enter_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    pressed: list[str] = []
    monkeypatch.setattr(MainWindow, "open_sample", lambda _self: pressed.append("sample"))
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    button = window.findChild(QPushButton, "view_sample")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, key)
    assert pressed == ["sample"]


@pytest.mark.parametrize("kind", [QDialog, QMainWindow])
def test_the_default_button_is_not_pressed_from_another_one(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    window, pressed = kind(), []
    layout = QVBoxLayout(window) if kind is QDialog else QVBoxLayout()
    line, keep, leave = QLineEdit(), QPushButton("保存"), QPushButton("取消")
    place = window
    if isinstance(window, QMainWindow):
        place = QWidget()
        place.setLayout(layout)
        window.setCentralWidget(place)
    for widget in (line, keep, leave):
        layout.addWidget(widget)
    for button in (keep, leave):
        button.setAutoDefault(False)
        button.clicked.connect(partial(_note, pressed, button.text()))
    keep.setDefault(True)
    keys = ButtonKeys(window)
    keys.serve_window(window)
    keys.serve_window(window)
    qtbot.addWidget(window)
    window.show()
    leave.setFocus()
    QTest.keyClick(leave, Qt.Key.Key_Return)
    assert pressed == ["取消"]
    leave.setEnabled(False)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["取消"]


def _note(pressed: list[str], name: str, _on: bool = False) -> None:
    pressed.append(name)
