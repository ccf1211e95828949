"""A line of text; it may propose words that were used before."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.desk.widgets.marking import mark

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue


class TextLine(FlowKeys, QLineEdit):
    """One line of text; empty is None, blanks around it are not kept."""

    edited = Signal()
    how_to = ""  # the tool tip as long as nothing is marked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_called_unreadable = False
        self.textChanged.connect(self._take_back_problem)
        self.textChanged.connect(self.edited)

    def value(self) -> "FieldValue":
        return self.text().strip() or None

    def set_value(self, value: "FieldValue") -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def tell_problem(self) -> None:
        """Mark what cannot be read; what a refused save marked stays marked as it is."""
        problem = self.problem()
        if problem and self.property("finding") != "error":
            mark(self, "warning", problem)
        self._is_called_unreadable = bool(problem)

    def _take_back_problem(self) -> None:
        if self._is_called_unreadable:
            self._is_called_unreadable = False
            mark(self, "", self.how_to)

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
        """Enter in the list of proposals takes the chosen one, if any, and moves on once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if self.composing:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_proposal()
            # The closed list still hands the keys back to this line: move on after that. Left to
            # itself, the completer would give the key to this line as well, and move once more.
            QTimer.singleShot(0, self, self._move_on)
            return True
        return super().eventFilter(watched, event)

    def _take_proposal(self) -> None:
        completer = self.completer()
        popup = completer.popup()
        assert popup is not None
        chosen = popup.currentIndex()
        popup.hide()
        if chosen.isValid():
            self.setText(str(chosen.data(completer.completionRole())))

    def _move_on(self) -> None:
        if self.window().focusWidget() is self:
            self.focusNextPrevChild(True)
