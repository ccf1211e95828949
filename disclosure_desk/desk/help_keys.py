"""F1 and Ctrl+/ in every window: the main one has menus for them, dialogs are lent the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from disclosure_desk.desk.key_table import menu_keys

if TYPE_CHECKING:
    from disclosure_desk.desk.dialogs.help_view import HelpView

_LENT = "help_keys_lent"


class HelpKeys(QObject):
    """Opens the manual and the sheet of keys over whatever window is in front."""

    def __init__(self, window: QWidget, page: Callable[[], str]) -> None:
        """`page` tells the name of the page in view."""
        super().__init__(window)
        self._page = page
        self.manual: HelpView | None = None

    def show_help(self) -> None:
        """Open the manual at the chapter of the dialog or page in view."""
        from disclosure_desk.desk.dialogs.help_view import HelpView
        from disclosure_desk.desk.help_book import chapter_of

        chapter = chapter_of(QApplication.activeWindow(), self._page())
        if self.manual is None:
            self.manual = HelpView()
        self.manual.wanted.clear()
        self.manual.show_chapter(chapter)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()
        self.manual.text.setFocus()

    def show_keys(self) -> None:
        """Show all keys over the window in front."""
        from disclosure_desk.desk.dialogs.key_sheet import KeySheet

        KeySheet(QApplication.activeWindow()).open()

    def lend_to(self, handle: QWindow | None) -> None:
        """Give a dialog that has come to the front the keys that its main window has."""
        if handle is None:
            return
        for window in QApplication.topLevelWidgets():
            own = window.windowHandle() if isinstance(window, QDialog) else None
            if own is None or own != handle or not self._is_mine(window):
                continue
            if not window.property(_LENT):
                window.setProperty(_LENT, True)
                keys = menu_keys()
                for name, act in (("show_help", self.show_help), ("show_keys", self.show_keys)):
                    QShortcut(QKeySequence(keys[name]), window).activated.connect(act)

    def _is_mine(self, dialog: QWidget) -> bool:
        above: QObject | None = dialog
        while above is not None and above is not self.parent():
            above = above.parent()
        return above is not None

    def close(self) -> None:
        """The manual goes with the main window."""
        if self.manual is not None:
            self.manual.close()
            self.manual = None
