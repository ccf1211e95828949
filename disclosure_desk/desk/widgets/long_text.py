"""A text of several lines; Tab leaves it, Enter begins a new line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed


class LongText(FlowKeys, QPlainTextEdit):
    """Several lines of text; empty is None."""

    edited = Signal()
    enter_moves_on = False
    arrows_move = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.edited)

    def value(self) -> "FieldValue":
        return self.toPlainText().strip() or None

    def set_value(self, value: "FieldValue") -> None:
        self.setPlainText("" if value is None else str(value))

    def problem(self) -> str:
        return ""

    def typed(self) -> "Typed":
        return self.toPlainText()

    def set_typed(self, typed: "Typed") -> None:
        self.setPlainText(str(typed or ""))
