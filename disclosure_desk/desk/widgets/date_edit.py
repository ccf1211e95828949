"""A date field that is typed into like text and can be empty."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import this_day
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.rules.typed_date import (
    EARLIEST,
    LATEST,
    UnreadableDateError,
    month_away,
    read_date,
    written_date,
)

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue

_HOW_TO = (
    "可以写 20250512、2025-5-12、5月12日、0512、12（本月12日）、t（今天）、z（昨天）；\n"
    "按 + - 前后一天，PageUp PageDown 前后一月；留空表示还没有。"
)
_BEFORE_SIGN = 14


def _no_sign(_day: date) -> str:
    return ""


class DateEdit(TextLine):
    """A line for a date. On leaving it is rewritten with its weekday; beside it 休 or 班.

    What cannot be read stays as typed, turns amber and is told by `problem`.
    """

    how_to = _HOW_TO

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today: Callable[[], date] = this_day
        self.earliest: date | None = None  # no year is guessed before it
        self._sign_of: Callable[[date], str] = _no_sign
        self._may_be_ahead = False
        self.setToolTip(self.how_to)
        self.setPlaceholderText("年-月-日")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("2025-05-12 周一 休") + 34)
        self.textEdited.connect(lambda: mark(self, "", self.how_to))

    def value(self) -> date | None:
        """The date that stands here; None when it is empty or cannot be read."""
        try:
            return self._read()
        except UnreadableDateError:
            return None

    def set_value(self, value: "FieldValue") -> None:
        self.setText(written_date(value) if isinstance(value, date) else "")
        self.setCursorPosition(0)
        mark(self, "", self.how_to)

    def problem(self) -> str:
        try:
            self._read()
        except UnreadableDateError as error:
            return str(error)
        return ""

    def settle(self) -> None:
        """Rewrite what can be read; mark what cannot and leave it as it is."""
        self.tell_problem()
        if self.problem():
            return
        day = self.value()
        written = written_date(day) if day else ""
        if written != self.text():
            self.setText(written)

    def show_signs(self, sign_of: Callable[[date], str]) -> None:
        """Tell which days are off (休) or worked in exchange (班), by the calendar in use."""
        self._sign_of = sign_of
        self.update()

    def sign(self) -> str:
        """休, 班 or nothing for the date that stands here."""
        day = self.value()
        return self._sign_of(day) if day is not None else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign stands behind the text as far as there is room for it."""
        super().paintEvent(event)
        if not (sign := self.sign()):
            return
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        begins = metrics.horizontalAdvance(self.text()) + _BEFORE_SIGN
        width = metrics.horizontalAdvance(sign) + 6
        if begins + width <= self.width() - self.textMargins().right():
            room = QRect(begins, (self.height() - metrics.height()) // 2, width, metrics.height())
            painter.drawRoundedRect(room, 2, 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Plus: lambda day: day + timedelta(days=1),
            Qt.Key.Key_Minus: lambda day: day - timedelta(days=1),
            Qt.Key.Key_PageUp: lambda day: month_away(day, -1),
            Qt.Key.Key_PageDown: lambda day: month_away(day, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._steps_from_here():
            super().keyPressEvent(event)
            return
        day = self.value()
        day = step(day) if day else self.today()
        self.setText(written_date(min(max(day, EARLIEST), LATEST)))
        mark(self, "", self.how_to)
        event.accept()

    def _steps_from_here(self) -> bool:
        """Whether + and - mean a day: in an empty or a finished date, not in 5-12."""
        day = self.value()
        return not self.text().strip() or (day is not None and self.text() == written_date(day))

    def _read(self) -> date | None:
        return read_date(
            self.text(), self.today(), may_be_ahead=self._may_be_ahead, earliest=self.earliest
        )

    def setMayBeAhead(self, ahead: bool) -> None:
        """Set in the form for dates that may lie ahead, such as 有效期至."""
        self._may_be_ahead = ahead
