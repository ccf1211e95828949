"""A tick for a field that is 是 or 否."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed


class YesNoBox(FlowKeys, QCheckBox):
    """Ticked is True; never empty."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self.edited)

    def value(self) -> "FieldValue":
        return self.isChecked()

    def set_value(self, value: "FieldValue") -> None:
        self.setChecked(bool(value))

    def problem(self) -> str:
        return ""

    def typed(self) -> "Typed":
        return self.isChecked()

    def set_typed(self, typed: "Typed") -> None:
        self.setChecked(bool(typed))
