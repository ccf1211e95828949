"""A line of text; it may propose words that were used before."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue


class TextLine(FlowKeys, QLineEdit):
    """One line of text; empty is None, blanks around it are not kept."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.edited)

    def value(self) -> "FieldValue":
        return self.text().strip() or None

    def set_value(self, value: "FieldValue") -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def propose(self, words: Iterable[str]) -> None:
        """Offer words that contain what is typed; the list opens only after a commit."""
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(words), completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        if popup := completer.popup():
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list of proposals takes the chosen one, if any, and moves on at once."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            QTimer.singleShot(0, self, lambda: self.focusNextPrevChild(True))
        return super().eventFilter(watched, event)
