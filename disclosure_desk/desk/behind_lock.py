"""The windows behind the lock, as they stood, and the one that stands in their place."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from disclosure_desk.desk.dialogs.password_asked import LockedScreen
from disclosure_desk.desk.file_choice import is_choice


class BehindLock(QObject):
    """The windows behind the lock, as they stood; what opens meanwhile goes behind it, too."""

    def __init__(self, screen: LockedScreen) -> None:
        super().__init__(screen.parent())
        self.screen = screen
        self._focus = QApplication.focusWidget()
        self._windows: list[tuple[QWidget, bool]] = []  # and whether it was modal

    def hide(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        choice = QApplication.activeModalWidget()
        if isinstance(choice, QAbstractPrintDialog) or is_choice(choice):
            choice.reject()  # nothing is typed there that is not chosen again at once
        standing = [one for one in QApplication.topLevelWidgets() if self._is_of_desk(one)]
        self.screen.show()
        for window in sorted(standing, key=_depth, reverse=True):
            self._put_behind(window)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # it runs
        self.screen.activateWindow()
        self.screen.ui.password.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and self._is_of_desk(watched):
            QTimer.singleShot(0, watched, partial(self._put_behind, watched))
        return False

    def end(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # it runs

    def show(self) -> None:
        """Put every window back as it stood, and the keys where they were."""
        self.end()
        for window, was_modal in sorted(self._windows, key=lambda one: _depth(one[0])):
            if not isValid(window):
                continue
            if was_modal and isinstance(window, QDialog):
                window.open()
            else:
                window.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.window().activateWindow()
            self._focus.setFocus()

    def _put_behind(self, window: QWidget) -> None:
        if isValid(window) and window.isVisible():
            modal = isinstance(window, QDialog) and window.isModal()
            self._windows.append((window, modal))
            window.hide()

    def _is_of_desk(self, window: QWidget) -> bool:
        return window is not self.screen and window.isVisible()


def _depth(window: QWidget) -> int:
    """How many windows it stands over: a form over its page comes after it."""
    depth = 0
    parent = window.parentWidget()
    while parent is not None:
        depth += parent.isWindow()
        parent = parent.parentWidget()
    return depth
