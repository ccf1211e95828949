"""Where the keys begin on a page: what is given to the page as a whole goes to one widget of it."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class KeysBegin(QObject):
    """Hands the keys that a page is given on to its list or first field.

    WORKAROUND: a focus proxy would do the same, but Qt then goes from before the page straight to
    the proxy, so that Tab never comes to what stands between them (tried with Qt 6.11).
    """

    def __init__(self, page: QWidget, first: QWidget) -> None:
        super().__init__(page)
        self.first = first
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.first.setFocus(cast("QFocusEvent", event).reason())
        return False


def first_of(page: QWidget) -> QWidget | None:
    """Where the keys begin on a page that says so itself."""
    found = page.findChild(KeysBegin, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found.first if found is not None else None
