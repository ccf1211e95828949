"""A line of text; it may propose words that were used before, and step a number on."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QSignalBlocker,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.desk.widgets.marking import mark

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed

_MOST_PROPOSED = 40
_TAIL = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class TextLine(FlowKeys, QLineEdit):
    """One line of text; empty is None, blanks around it are not kept."""

    edited = Signal()
    left = Signal()  # the keys went elsewhere
    how_to = ""  # the tool tip as long as nothing is marked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_called_unreadable = False
        self._words: tuple[str, ...] = ()
        self._completer: QCompleter | None = None
        self.steps_number = False  # + and - go to the next number and back
        self.textChanged.connect(self._take_back_problem)
        self.textChanged.connect(self.edited)
        self.textEdited.connect(self._choose_proposals)

    def value(self) -> "FieldValue":
        return self.text().strip() or None

    def set_value(self, value: "FieldValue") -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def typed(self) -> "Typed":
        return self.text()

    def set_typed(self, typed: "Typed") -> None:
        self.setText(str(typed or ""))

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

    # ------------------------------------------------------------------ proposals

    def propose(self, words: Iterable[str]) -> None:
        """Offer the words that have what is typed as a part, or by their first letters.

        The list opens only after a commit, never on what is still being composed.
        """
        self._words = tuple(words)
        if self._completer is None:
            self._completer = self._made_completer()
        if self.isModified() and self.hasFocus() and not self.composing:
            self._choose_proposals(self.text())

    def completer(self) -> QCompleter | None:  # type: ignore[override]  # not Qt's own one
        """What lists the proposals; none as long as there are no words."""
        return self._completer

    def _made_completer(self) -> QCompleter:
        """Not the one that Qt ties to a line: that one has the first proposal chosen at once.

        Which words fit is decided here, and an arrow key chooses.
        """
        completer = QCompleter(QStringListModel(self), self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        completer.highlighted.connect(self.setText)
        completer.activated.connect(self.setText)
        if popup := completer.popup():
            popup.installEventFilter(self)
        return completer

    def _choose_proposals(self, typed: str) -> None:
        if self._completer is None:
            return
        found = fitting(typed, self._words) if typed.strip() else []
        if not found or found == [typed]:
            self.hide_proposals()
            return
        model, popup = self._completer.model(), self._completer.popup()
        assert isinstance(model, QStringListModel)
        assert popup is not None
        model.setStringList(found)
        self._completer.complete()
        with QSignalBlocker(self._completer):
            popup.setCurrentIndex(QModelIndex())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A list that stands open gives way to the window of the input method."""
        if event.preeditString():
            self.hide_proposals()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so: what was left in a field is looked at only now."""
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A list never outlives the form that it belongs to."""
        self.hide_proposals()
        super().hideEvent(event)

    def hide_proposals(self) -> None:
        """Close the list, as before something else is done with the form."""
        if self._completer is not None and (popup := self._completer.popup()) is not None:
            popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list of proposals takes the chosen one, if any, and moves on once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if self.composing:
            return super().eventFilter(watched, event)
        plain = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
            self._take_proposal()
            # The closed list still hands the keys back to this line: move on after that. Left to
            # itself, the completer would give the key to this line as well, and move once more.
            QTimer.singleShot(0, self, self._move_on)
            return True
        return super().eventFilter(watched, event)

    def _take_proposal(self) -> None:
        assert self._completer is not None
        popup = self._completer.popup()
        assert popup is not None
        chosen = popup.currentIndex()
        popup.hide()
        if chosen.isValid():
            self.setText(str(chosen.data()))

    def _move_on(self) -> None:
        if self.window().focusWidget() is self:
            self.focusNextPrevChild(True)

    # ------------------------------------------------------------------ numbers

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - step a number that was proposed or stepped; in a typed one they are signs."""
        by = _STEPS.get(Qt.Key(event.key())) if self.steps_number else None
        stepped = stepped_number(self.text(), by) if by and not self.isModified() else None
        if stepped is None:
            super().keyPressEvent(event)
            return
        self.setText(stepped)
        event.accept()


def fitting(typed: str, words: Iterable[str]) -> list[str]:
    """Those of the words that fit what is typed, in their order, at most as many as help."""
    # The tables of pinyin are read when the first word is looked for.
    from disclosure_desk.rules.pinyin import matches

    found: list[str] = []
    for word in words:
        if matches(typed, word):
            found.append(word)
            if len(found) == _MOST_PROPOSED:
                break
    return found


def stepped_number(number: str, by: int) -> str | None:
    """The number so many on («2025-013» to «2025-014»); None where none would be left."""
    parts = _TAIL.match(number)
    if parts is None or int(parts[2]) + by < 1:
        return None
    return f"{parts[1]}{int(parts[2]) + by:0{len(parts[2])}d}{parts[3]}"
