"""A line of text; it may propose words that were used before."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.records.base import FieldValue


class TextLine(FlowKeys, QLineEdit):
    """One line of text; empty is None, blanks around it are not kept."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.edited)

    def value(self) -> FieldValue:
        return self.text().strip() or None

    def set_value(self, value: FieldValue) -> None:
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
