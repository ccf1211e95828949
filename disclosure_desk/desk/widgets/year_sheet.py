"""A year as twelve small months; days off and make-up days bear 休 and 班."""

import calendar as month_table
from datetime import MAXYEAR, MINYEAR, date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.colours import colour
from disclosure_desk.rules.typed_date import month_away
from disclosure_desk.rules.working_days import CalendarDay, DayKind, WorkingDays
from disclosure_desk.rules.written_dates import WEEKDAYS

SIGNS = {DayKind.HOLIDAY: "休", DayKind.MAKE_UP: "班"}
LEGEND = "休：放假　班：调休上班（周末上班）　灰底：周末"
_GROUNDS = {
    DayKind.HOLIDAY: "holiday_ground",
    DayKind.MAKE_UP: "make_up_ground",
    DayKind.WEEKEND: "weekend_ground",
    DayKind.WORKING: "working_ground",
}
_INKS = {
    DayKind.HOLIDAY: "holiday_ink",
    DayKind.MAKE_UP: "make_up_ink",
    DayKind.WEEKEND: "weekend_ink",
}
_MONTHS_BESIDE = (4, 3, 2)  # as many as there is room for
_MARGIN = 2
_HEADING_LINES = 2  # the name of a month and the weekdays
_GAP = 16
_SMALL = 0.75
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def told(day: CalendarDay) -> str:
    """A day in one line: 2026-02-14 周六：春节调休上班（国办发明电〔2025〕7号）."""
    source = f"（{day.source}）" if day.source else ""
    return f"{day.date} 周{WEEKDAYS[day.date.weekday()]}：{day.festival}{day.kind.value}{source}"


class YearSheet(QWidget):
    """Arrows go from day to day, PageUp and PageDown from month to month."""

    day_chosen = Signal(object)  # a date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("全年日历")
        self._calendar = WorkingDays(())
        self._today: date | None = None
        self.chosen = date(2000, 1, 1)

    def show_year(self, year: int, calendar: WorkingDays, today: date) -> None:
        """Show a year; of one without a notice only the weekends are marked."""
        self._calendar, self._today = calendar, today
        same = date(year, self.chosen.month, min(self.chosen.day, 28))
        self.choose(today if today.year == year else same)
        self.updateGeometry()

    def choose(self, day: date) -> None:
        """Set the mark on a day; one of another year is no day of this sheet."""
        self.chosen = day
        self.setAccessibleDescription(told(self._day(day)))
        self.update()
        self.day_chosen.emit(day)

    def day_at(self, point: QPoint) -> date | None:
        """The day that is drawn at a place."""
        for month in range(1, 13):
            for day in self._days(month):
                if self.place_of(day).contains(point):
                    return day
        return None

    def _day(self, day: date) -> CalendarDay:
        if day.year in self._calendar.years:
            return self._calendar.day(day)
        return CalendarDay(day, DayKind.WEEKEND if day.weekday() > 4 else DayKind.WORKING)

    # ------------------------------------------------------------------ drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            corner = self._corner(month)
            self._heading(painter, month, corner)
            for day in self._days(month):
                self._cell(painter, self._day(day), self.place_of(day))
        painter.end()

    def _heading(self, painter: QPainter, month: int, corner: QPoint) -> None:
        cell = self._cell_size()
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("title"))
        title = QRect(corner, QSize(cell.width() * 7, cell.height()))
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, f"{month}月")
        painter.setFont(self._small())
        painter.setPen(colour("ink"))
        for column, name in enumerate(WEEKDAYS):
            place = QRect(corner + QPoint(column * cell.width(), cell.height()), cell)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _cell(self, painter: QPainter, day: CalendarDay, place: QRect) -> None:
        painter.fillRect(place.adjusted(0, 0, -1, -1), colour(_GROUNDS[day.kind]))
        painter.setPen(colour(_INKS.get(day.kind, "ink")))
        font = QFont(self.font())
        font.setUnderline(day.date == self._today)
        font.setBold(day.date == self._today)
        painter.setFont(font)
        number = str(day.date.day)
        sign = SIGNS.get(day.kind, "")
        small = QFontMetrics(self._small())
        width = QFontMetrics(font).horizontalAdvance(number) + small.horizontalAdvance(sign)
        left = place.left() + (place.width() - width) // 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, place.top(), place.width(), place.height()), flags, number)
        if sign:
            left += width - small.horizontalAdvance(sign)
            painter.setFont(self._small())
            painter.drawText(QRect(left, place.top(), place.width(), place.height()), flags, sign)
        if day.date == self.chosen:
            painter.setPen(QPen(colour("chosen_frame"), 2 if self.hasFocus() else 1))
            painter.drawRect(place.adjusted(1, 1, -3, -3))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _cell_size(self) -> QSize:
        metrics = QFontMetrics(self.font())
        sign = QFontMetrics(self._small()).horizontalAdvance("休")
        return QSize(metrics.horizontalAdvance("30") + sign + 6, metrics.height() + 2)

    def _month_width(self) -> int:
        return self._cell_size().width() * 7

    def _width_of(self, columns: int) -> int:
        return columns * self._month_width() + (columns - 1) * _GAP

    def _columns(self) -> int:
        room = self.width() if self.isVisible() else self._width_of(_MONTHS_BESIDE[0])
        return next((one for one in _MONTHS_BESIDE if self._width_of(one) <= room), 1)

    def _top(self, row: int, columns: int) -> int:
        """Where a row of months begins: each is as high as its longest month needs."""
        top = 0
        for first in range(1, row * columns + 1, columns):
            months = range(first, first + columns)
            weeks = [len(month_table.monthcalendar(self.chosen.year, month)) for month in months]
            top += (_HEADING_LINES + max(weeks)) * self._cell_size().height() + _GAP // 2
        return top

    def _corner(self, month: int) -> QPoint:
        columns = self._columns()
        row, column = divmod(month - 1, columns)
        spare = max(0, self.width() - self._width_of(columns)) // 2
        left = spare + column * (self._month_width() + _GAP)
        return QPoint(left, self._top(row, columns))

    def _days(self, month: int) -> list[date]:
        last = month_table.monthrange(self.chosen.year, month)[1]
        return [date(self.chosen.year, month, number) for number in range(1, last + 1)]

    def place_of(self, day: date) -> QRect:
        """Where a day is drawn."""
        cell = self._cell_size()
        week, column = divmod(day.day - 1 + day.replace(day=1).weekday(), 7)
        offset = QPoint(column * cell.width(), (week + _HEADING_LINES) * cell.height())
        return QRect(self._corner(day.month) + offset, cell)

    def sizeHint(self) -> QSize:
        columns = self._columns()
        return QSize(self._width_of(columns), self._height_of(columns))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._month_width(), self._height_of(self._columns()))

    def _height_of(self, columns: int) -> int:
        return self._top(12 // columns, columns) - _GAP // 2 + _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer months beside each other need more height."""
        super().resizeEvent(event)
        self.updateGeometry()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self._moved(Qt.Key(event.key()))
        if day is None or day.year != self.chosen.year:
            super().keyPressEvent(event)
            return
        self.choose(day)
        event.accept()

    def _moved(self, key: Qt.Key) -> date | None:
        if not MINYEAR < self.chosen.year < MAXYEAR:
            return None
        if key in _STEPS:
            return self.chosen + timedelta(days=_STEPS[key])
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return month_away(self.chosen, -1 if key == Qt.Key.Key_PageUp else 1)
        if key == Qt.Key.Key_Home:
            return self.chosen.replace(month=1, day=1)
        if key == Qt.Key.Key_End:
            return self.chosen.replace(month=12, day=31)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.choose(day)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
