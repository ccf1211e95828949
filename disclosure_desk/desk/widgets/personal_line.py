"""A line for what a person should not read over the clerk's shoulder: hidden until asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from disclosure_desk.desk.icons import icon
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.rules.personal_marks import masked

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed

SHOW_KEYS = "Ctrl+Shift+I"


class PersonalLine(TextLine):
    """Keeps its value beside the line; what is seen of it («110****3X») is no text of the line.

    So the mask can be neither edited, copied nor saved. What is typed into the empty line is a
    new value and seen while it is typed; emptied again, the old value is back. To empty the
    field itself, its value is shown first.
    """

    show_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._is_shown = False
        self._eye = QAction(icon("show"), f"显示（{SHOW_KEYS}）", self)
        self._eye.triggered.connect(lambda _on=False: self.show_wanted.emit())
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setVisible(False)
        self.textChanged.connect(lambda _text: self._show_eye())

    @property
    def is_hidden(self) -> bool:
        """Whether a value stands here that is not seen."""
        return bool(self._kept) and not self.text()

    def value(self) -> "FieldValue":
        return self.text().strip() or self._kept or None

    def set_value(self, value: "FieldValue") -> None:
        before = self.value()
        text = "" if value is None else str(value)
        with QSignalBlocker(self):
            self._kept = "" if self._is_shown else text
            super().set_value(text if self._is_shown else None)
        self._show_mask()
        if self.value() != before:
            self.edited.emit()

    def typed(self) -> "Typed":
        return self.text() or self._kept

    def set_typed(self, typed: "Typed") -> None:
        self.set_value(str(typed or ""))

    def reveal(self) -> None:
        """Let the value be seen and edited; it stays what it is."""
        self._is_shown = True
        if self.is_hidden:
            with QSignalBlocker(self):
                self.setText(self._kept)
        self._kept = ""
        self._show_mask()

    def conceal(self) -> None:
        """Hide the value again, also one that was typed."""
        self._is_shown = False
        value = self.value()
        self._kept = "" if value is None else str(value)
        with QSignalBlocker(self):
            self.clear()
        self._show_mask()

    def _show_mask(self) -> None:
        told = masked(self._kept)
        self.setPlaceholderText(told)
        words = f"已隐藏：{told}，按 {SHOW_KEYS} 显示" if told else ""
        self.setAccessibleDescription(words)
        self.how_to = (
            f"已隐藏，按 {SHOW_KEYS} 或点眼睛显示；直接输入是改成新的内容。" if told else ""
        )
        self.setToolTip(self.how_to)
        self._show_eye()

    def _show_eye(self) -> None:
        self._eye.setVisible(self.is_hidden)
