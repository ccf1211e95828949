"""Locks the desk: at once by its key, or when nobody has touched it for some minutes.

All windows go from the screen and one that asks for the password stands in their place; the
forms stay as they are behind it, with all that was typed. Work behind the window goes on.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QProgressDialog

from disclosure_desk.desk import errors
from disclosure_desk.desk.machine_settings import LOCK_MINUTES
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import Refusal

if TYPE_CHECKING:  # what stands before the windows is loaded once they are locked
    from disclosure_desk.desk.behind_lock import BehindLock
    from disclosure_desk.desk.main_window import MainWindow
    from disclosure_desk.storage.start_password import KeptPassword

NO_PASSWORD = "还没有设置密码，锁定了也打不开；请先在“设置—安全”里设置启动密码，或加密数据库。"
_LOOK_MS = 5_000
# F keys and letters with Ctrl+Alt belong to the window managers that offices use.
_KEYS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_K
)
_BY_HAND = frozenset(
    (
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove),
        *(QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress),
    )
)


class Locking(QObject):
    """Knows how the open office is unlocked, and when somebody was last at the desk."""

    def __init__(self, window: "MainWindow", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._kept: KeptPassword | None = None
        self._followed: set[QWindow] = set()
        self._behind: BehindLock | None = None
        self._touched = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        # Words that an input method composes come without a key; the cursor moves with them.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._touch)

    # ------------------------------------------------------------------ office

    def begin(self) -> None:
        """Take up the office that was opened, or whose password was changed."""
        from disclosure_desk.storage.start_password import start_password_of

        if self._window.desk is not None:
            self._window.desk.look_up(start_password_of, succeeded=self._take_up)
        self._touch()
        self._timer.start()

    def end(self) -> None:
        """The office is closed: there is nothing to lock."""
        self._timer.stop()
        self._kept = None

    def _take_up(self, kept: "KeptPassword | None") -> None:
        self._kept = kept

    @property
    def is_locked(self) -> bool:
        """Whether the desk stands behind its password."""
        return self._behind is not None

    def _unlock(self) -> Callable[[str], object] | None:
        """What knows the right password; None where there is none."""
        from disclosure_desk.storage.file_connections import encrypted_head
        from disclosure_desk.storage.file_key import key_by

        desk = self._window.desk
        if desk is None:
            return None
        if desk.database.path is not None and (head := encrypted_head(desk.database.path)):
            return partial(key_by, head)
        return self._kept.must_be if self._kept is not None else None

    # ------------------------------------------------------------------ idle

    def follow(self, window: QWindow | None) -> None:
        """See what is done by hand in a window that has come to the front."""
        if window is not None and window not in self._followed:
            self._followed.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(partial(self._followed.discard, window))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self._touch()
        # A form in front keeps the keys of the menus from the main window.
        if _is_lock_key(event) and not self.is_locked:
            QTimer.singleShot(0, self.lock)
            return True
        return False

    def _touch(self) -> None:
        self._touched = self._clock()

    def look(self) -> None:
        """Lock when nobody has touched the desk for as long as this computer wants."""
        minutes = lock_minutes()
        if composing():
            self._touch()
        if not minutes or self.is_locked or self._clock() - self._touched < minutes * 60:
            return
        if not _is_busy() and self._unlock() is not None:
            self.lock()

    # ------------------------------------------------------------------ locking

    def lock(self) -> None:
        """Lock now. Where no password is set it is told that there is nothing to lock with."""
        from disclosure_desk.desk.behind_lock import BehindLock
        from disclosure_desk.desk.dialogs.password_asked import LockedScreen
        from disclosure_desk.desk.entrance import try_password

        unlock = self._unlock()
        if self.is_locked or self._window.desk is None or composing():
            return
        if unlock is None:
            errors.tell(Refusal(NO_PASSWORD), self._window)
            return
        for page in self._window.pages.values():
            if hasattr(page, "keep_typed"):
                page.keep_typed()
        screen = LockedScreen(self._leave)
        screen.setGeometry(self._window.geometry())
        screen.given.connect(
            lambda typed: try_password(screen, self._window.jobs.start, unlock, typed)
        )
        screen.accepted.connect(self._come_back)
        self._behind = BehindLock(screen)
        self._behind.hide()

    def _come_back(self) -> None:
        if self._behind is not None:
            behind, self._behind = self._behind, None
            behind.show()
            self._touch()

    def _leave(self) -> bool:
        """Leave the program from behind the lock; False where a page still holds words."""
        leaving = QCloseEvent()  # a hidden window is closed without being asked
        QApplication.sendEvent(self._window, leaving)
        if not leaving.isAccepted():
            return False
        if self._behind is not None:
            self._behind.end()
            self._behind = None
        return True


def lock_minutes() -> int:
    """After how many minutes without a hand this computer wants the desk locked; 0 for never."""
    with suppress(ValueError):
        return max(int(LOCK_MINUTES.value()), 0)
    return 0


def _is_lock_key(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.keyCombination() == _KEYS


def _is_busy() -> bool:
    """Whether something is being written or printed that somebody waits for."""
    return any(
        isinstance(one, QProgressDialog) and one.isVisible()
        for one in QApplication.topLevelWidgets()
    )
