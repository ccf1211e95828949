"""Which part of the year a page shows: two lists beside the year of the window."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from disclosure_desk.statistics.period import Period

_Made = Callable[[int, int], Period]
# The kinds with the numbers of their parts, and how a part is made of year and number.
_KINDS: dict[str, tuple[str, range, _Made]] = {
    "year": ("全年", range(0), lambda year, _number: Period.of_year(year)),
    "quarter": ("季度", range(1, 5), Period.of_quarter),
    "month": ("月份", range(1, 13), Period.of_month),
    "until": ("1月起累计", range(2, 12), lambda year, number: Period.of_months(year, 1, number)),
}
_ANY_YEAR = 2001


class PeriodChoice(QObject):
    """The whole year, a quarter, a month, or January to a month; numbers choose while typing."""

    changed = Signal()

    def __init__(self, kinds: QComboBox, parts: QComboBox, today: Callable[[], date]) -> None:
        super().__init__(kinds)
        self._kinds, self._parts, self._today = kinds, parts, today
        for kind, (name, _, _) in _KINDS.items():
            kinds.addItem(name, kind)
        parts.setMaxVisibleItems(12)
        parts.hide()
        kinds.installEventFilter(self)
        parts.installEventFilter(self)
        kinds.currentIndexChanged.connect(self._on_kind_changed)
        parts.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def of(self, year: int) -> Period:
        """The chosen part of a year."""
        _, _, made = _KINDS[self._kinds.currentData()]
        return made(year, self._parts.currentData() or 0)

    @property
    def is_year(self) -> bool:
        """Whether the whole year is chosen."""
        return self._kinds.currentData() == "year"

    def choose(self, kind: str, number: int = 0) -> None:
        """Choose a kind and a part of it, as a click would."""
        self._kinds.setCurrentIndex(self._kinds.findData(kind))
        if number:
            self._parts.setCurrentIndex(self._parts.findData(number))

    def _on_kind_changed(self, _index: int) -> None:
        _, numbers, made = _KINDS[self._kinds.currentData()]
        self._parts.blockSignals(True)
        self._parts.clear()
        for number in numbers:
            self._parts.addItem(made(_ANY_YEAR, number).part, number)
        if numbers:
            self._parts.setCurrentIndex(self._parts.findData(self._last_ended(numbers, made)))
        self._parts.blockSignals(False)
        self._parts.setVisible(bool(numbers))
        self.changed.emit()

    def _last_ended(self, numbers: range, made: _Made) -> int:
        """The part to be sent up now: the last one that has ended, in January the last of all."""
        today = self._today()
        ended = [number for number in numbers if made(today.year, number).last < today]
        return ended[-1] if ended else numbers[-1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit chooses by number where the words begin with no digit: 3 is 第三季度."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            digit = event.text()
            lists_words = watched is self._kinds or self._kinds.currentData() == "quarter"
            if lists_words and digit.isascii() and digit.isdigit():
                box = self._kinds if watched is self._kinds else self._parts
                if 1 <= int(digit) <= box.count():
                    box.setCurrentIndex(int(digit) - 1)
                return True
        return super().eventFilter(watched, event)


def is_running(period: Period, today: date) -> bool:
    """Whether the period has not ended, so that its figures are those so far."""
    return period.first <= today < period.last
