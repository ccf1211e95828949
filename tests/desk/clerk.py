"""A clerk at the keyboard: keys go where the window system would send them, to nothing else."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.main_window import MainWindow
from tests.desk.keyboard import commit

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}
_MOST_FIELDS = 60
_LONGEST_FOR_A_LIST_MS = 2_000  # a list may be opened anew before the platform heard of it


class MouseWatch(QObject):
    """Counts what a mouse would have done."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE:
            self.seen.append(event.type())
        return False


class Clerk:
    """Presses keys and writes words; waits after each until the desk stands still."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    @property
    def front(self) -> QWidget:
        """The list, menu, dialog or window that has the keys."""
        return (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or QApplication.activeWindow()
            or self._window
        )

    def press(self, *pressed: str) -> None:
        """Keys by their names, each in its turn."""
        for keys in pressed:
            combination = QKeySequence(keys)[0]
            key, modifiers = combination.key(), combination.keyboardModifiers()
            if keys == "Shift+Tab":
                key = Qt.Key.Key_Backtab
            self._send(lambda target, k=key, m=modifiers: QTest.keyClick(target, k, m))

    def write(self, *words: str) -> None:
        """Figures and letters by their keys, Chinese as an input method commits it.

        Between two texts Enter leads to the next field.
        """
        for place, text in enumerate(words):
            if place:
                self.press("Return")
            if text.isascii():
                for letter in text:
                    self._send(lambda target, one=letter: QTest.keyClick(target, one))
            elif text:
                self._send(lambda target, one=text: commit(target, one))

    def reach(self, name: str) -> None:
        """Tab until the field of this name has the keys."""
        for _ in range(_MOST_FIELDS):
            keyed = self.front.focusWidget()
            if keyed is not None and keyed.objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {name}")

    def choose(self, menu: str, action: str) -> None:
        """An entry of a menu, by the arrows."""
        self.press(menu)
        for _ in range(_MOST_FIELDS):
            opened = self.front
            assert isinstance(opened, QMenu)
            chosen = opened.activeAction()
            if chosen is not None and chosen.objectName() == action:
                break
            self.press("Down")
        self.press("Return")

    def copy_elsewhere(self, table: str) -> None:
        """What another program has put on the clipboard."""
        QGuiApplication.clipboard().setText(table)

    def wait(self, until: Callable[[], bool] = lambda: True) -> None:
        """Until nothing is under way any more, and this holds."""
        self._qtbot.waitUntil(lambda: not self._window.jobs.busy and until())

    def _send(self, send: Callable[[QWidget], object]) -> None:
        front = self.front
        if not front.isActiveWindow():
            front.activateWindow()  # a window manager does so once a dialog is closed
            self._qtbot.waitUntil(front.isActiveWindow)
        if isinstance(front, QAbstractItemView):
            # The platform gives a list of proposals the keys some time after it is shown: one
            # that is closed before would have them come back in the midst of what follows.
            with suppress(QtTimeout):
                self._qtbot.waitUntil(
                    lambda: (
                        not front.isVisible()
                        or QGuiApplication.focusWindow() is front.windowHandle()
                    ),
                    timeout=_LONGEST_FOR_A_LIST_MS,
                )
        send(front.focusWidget() or front)
        QApplication.processEvents()
        self.wait()
