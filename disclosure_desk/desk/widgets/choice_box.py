"""A closed list of choices: chosen by arrows, digits or the opened list, never by the wheel."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.records.terms import Term, Terms

MOST_NUMBERED = 9
_PAUSE_BETWEEN_WORDS_MS = 1_500

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed


class ChoiceBox(FlowKeys, QComboBox):
    """Holds the slug of a choice; the empty first line is None."""

    edited = Signal()
    arrows_move = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ""  # what was typed without a pause
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_BETWEEN_WORDS_MS)
        self._pause.timeout.connect(self._forget_letters)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(32)
        # The plain delegate ignores the heights of the style sheet: 31 outcomes must fit.
        self.setItemDelegate(_NumberedLines(self))
        self.view().installEventFilter(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self.edited)

    def offer(self, choices: Terms, *, may_be_empty: bool = True) -> None:
        """List the choices in their official order."""
        self.offer_groups([("", choices)], may_be_empty=may_be_empty)

    def offer_groups(
        self, groups: Iterable[tuple[str, Iterable[Term]]], *, may_be_empty: bool = True
    ) -> None:
        """List the choices under headings that cannot be chosen themselves."""
        model = QStandardItemModel(self)
        if may_be_empty:
            model.appendRow(QStandardItem(""))
        for heading, terms in groups:
            if heading:
                model.appendRow(_heading(heading))
            for term in terms:
                item = QStandardItem(term.label)
                item.setData(term.slug, Qt.ItemDataRole.UserRole)
                item.setToolTip(term.source)
                model.appendRow(item)
        self.setModel(model)
        self.setCurrentIndex(0 if may_be_empty else -1)
        self._show_all_of_a_label()

    def value(self) -> "FieldValue":
        slug = self.currentData(Qt.ItemDataRole.UserRole)
        return slug if isinstance(slug, str) else None

    def set_value(self, value: "FieldValue") -> None:
        self.setCurrentIndex(self.findData(value) if value is not None else self.findText(""))

    def problem(self) -> str:
        return ""

    def typed(self) -> "Typed":
        value = self.value()
        return value if isinstance(value, str) else None

    def set_typed(self, typed: "Typed") -> None:
        self.set_value(typed if isinstance(typed, str) else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls the page must not change a choice on its way."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose from short lists, letters as the first ones of pinyin from any list.

        With Alt or Ctrl they call something else.
        """
        row = self._row_of_digit(event)
        if row is None and _is_letter(event):
            row = self._row_of_letter(event.text())
            row = self.currentIndex() if row is None else row
        if row is not None:
            self.setCurrentIndex(row)
            event.accept()
            return
        self._forget_letters()
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list stands open its keys do not come here: they mean the same there.

        Letters only lead to a line; Enter takes it.
        """
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not is_key or watched is not self.view():
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if (row := self._row_of_digit(event)) is not None:
            self.hidePopup()
            self.setCurrentIndex(row)
            return True
        if _is_letter(event):
            if (row := self._row_of_letter(event.text())) is not None:
                self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))
            return True
        return super().eventFilter(watched, event)

    def number_of(self, row: int) -> int | None:
        """The digit that chooses a line; None in a long list, and for headings."""
        places = self._places()
        return places.index(row) + 1 if len(places) <= MOST_NUMBERED and row in places else None

    def _row_of_digit(self, event: QKeyEvent) -> int | None:
        """The line that a digit chooses; None for any other key, and in a long list."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        digit, places = event.text(), self._places()
        if not plain or not digit.isascii() or not digit.isdigit():
            return None
        return places[int(digit) - 1] if 1 <= int(digit) <= len(places) <= MOST_NUMBERED else None

    def _row_of_letter(self, letter: str) -> int | None:
        """The line that two letters or more lead to: one that begins so before one that has it."""
        # The tables of pinyin are read when the first line is looked for.
        from disclosure_desk.rules.pinyin import matches

        self._pause.start()
        typed = self._letters + letter
        found = [row for row in self._places() if matches(typed, self.itemText(row))]
        if found or len(typed) == 1:  # one letter leads nowhere yet
            self._letters = typed
        if not found:
            return None
        begins = (row for row in found if matches(typed, self.itemText(row)[: len(typed)]))
        return next(begins, found[0])

    def _forget_letters(self) -> None:
        self._letters = ""

    def _places(self) -> list[int]:
        """The lines of the list that are choices, headings and the empty one left aside."""
        return [row for row in range(self.count()) if self.itemData(row) is not None]

    def _show_all_of_a_label(self) -> None:
        widest = max(
            (
                self.fontMetrics().horizontalAdvance(self.itemText(row))
                for row in range(self.count())
            ),
            default=0,
        )
        self.view().setMinimumWidth(widest + 52)


class _NumberedLines(QStyledItemDelegate):
    """Before each line of a short list its digit; the field itself shows the choice alone."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        box = self.parent()
        if isinstance(box, ChoiceBox) and (number := box.number_of(index.row())) is not None:
            option.text = f"{number} {option.text}"


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, and calls nothing with Ctrl or Alt."""
    calling = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return event.text().isascii() and event.text().isalpha() and not calling


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
