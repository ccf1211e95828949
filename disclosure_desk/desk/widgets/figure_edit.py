"""Lines for figures: amounts to the last digit, and whole numbers."""

import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.text_line import TextLine

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue


class FigureEdit(TextLine):
    """A decimal figure; empty is None, what is no figure stays and turns amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> "FieldValue":
        return self._figure()

    def set_value(self, value: "FieldValue") -> None:
        plain = f"{value:f}" if isinstance(value, Decimal) else str(value)
        self.setText("" if value is None else plain)
        mark(self, "")

    def problem(self) -> str:
        if self._plain() and self._figure() is None:
            return f"“{self.text().strip()}”{self._what_it_must_be()}"
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell_problem()

    def _plain(self) -> str:
        return unicodedata.normalize("NFKC", self.text()).replace(",", "").strip()

    def _figure(self) -> Decimal | int | None:
        plain = self._plain()
        if not plain.isascii() or "_" in plain:
            return None
        try:
            figure = Decimal(plain)
        except InvalidOperation:
            return None
        return figure if figure.is_finite() else None

    def _what_it_must_be(self) -> str:
        return "不是数字，请写成 12 或 3.5 这样的数。"


class WholeNumberEdit(FigureEdit):
    """A whole number."""

    def _figure(self) -> int | None:
        figure = super()._figure()
        if figure is None or figure != int(figure):
            return None
        return int(figure)

    def _what_it_must_be(self) -> str:
        return "不是整数，请改正。"
