"""Keys as a clerk types them, Chinese words as an input method commits them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

Form = TypeVar("Form", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def keys(form: QWidget, *typed: str | Qt.Key) -> None:
    """Type texts and keys, each into whichever field has the keys by then."""
    for one in typed:
        target = form.focusWidget() or form
        if not isinstance(one, str):
            QTest.keyClick(target, one)
        elif one.isascii():
            QTest.keyClicks(target, one)
        else:
            commit(target, one)


def commit(widget: QWidget, text: str) -> None:
    """What an input method sends once a word is chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, text: str) -> None:
    """What an input method sends while a word is still being composed."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def press(form: QWidget, key: Qt.Key) -> None:
    """Ctrl and a key, in the field that has the keys."""
    QTest.keyClick(form.focusWidget() or form, key, CTRL)


def type_over(widget: QWidget, text: str) -> None:
    """Type into a field in place of what stands there."""
    widget.setFocus()
    widget.selectAll()
    keys(widget.window(), text)


def form_over(page: QWidget, kind: type[Form], qtbot: QtBot) -> Form:
    """The dialog of this kind that stands over the page, once it has the keys."""
    found: list[Form] = []

    def stands() -> bool:
        found[:] = [one for one in page.findChildren(kind) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(stands)
    found[-1].activateWindow()
    qtbot.waitUntil(found[-1].isActiveWindow)
    return found[-1]


def is_gone(form: QWidget) -> bool:
    """Whether a dialog was closed; closed ones are deleted."""
    return not isValid(form) or not form.isVisible()
