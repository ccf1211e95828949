"""The days of a clock as weeks, Monday to Sunday."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.rules.day_strip import StripDay
from disclosure_desk.rules.written_dates import WEEKDAYS

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

DayRole = Qt.ItemDataRole.UserRole + 1
DateRole = Qt.ItemDataRole.UserRole + 2
IsTodayRole = Qt.ItemDataRole.UserRole + 3

# What stands in the cell of a day; a working day bears its number alone.
SIGNS = {
    "start": "收到",
    "restart": "重算",
    "counted": "",
    "make_up": "班",
    "weekend": "周末",
    "holiday": "休",
    "waiting": "停",
    "due": "到期",
    "overdue": "逾",
}
LEGEND = (
    "数字：第几个工作日　班：调休上班，计入　周末、休：不计入　停：停止计算　"
    "收到、重算：当日不计　到期：期限届满　逾：逾期第几个工作日"
)


def sign_of(day: StripDay, festivals: Mapping[date, str]) -> str:
    """What tells a day by letters alone: 12, 班 13, 休 清明节, 20 到期."""
    sign = SIGNS[day.mark]
    if day.mark == "holiday":
        return f"{sign} {festivals.get(day.date, '')}".strip()
    if day.number is None:
        return sign
    if day.mark == "due":
        return f"{day.number} {sign}"
    return f"{sign} {day.number}".strip()


def told(day: StripDay) -> str:
    """A day in one line: 2025-04-04 周五：清明节放假，不计入（国办发明电〔2024〕12号）."""
    source = f"（{day.source}）" if day.source else ""
    return f"{day.date} 周{WEEKDAYS[day.date.weekday()]}：{day.text}{source}"


def weeks(days: Sequence[StripDay]) -> list[list[StripDay | None]]:
    """The days in rows of seven; None before the first and after the last."""
    if not days:
        return []
    row: list[StripDay | None] = [None] * days[0].date.weekday()
    rows = [row]
    for day in days:
        if len(row) == 7:
            row = []
            rows.append(row)
        row.append(day)
    row += [None] * (7 - len(row))
    return rows


class DayModel(QAbstractTableModel):
    """A cell for each day; days outside the strip are empty and cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: list[list[StripDay | None]] = []
        self._festivals: Mapping[date, str] = {}
        self._today: date | None = None

    def set_days(
        self, days: Sequence[StripDay], festivals: Mapping[date, str], today: date
    ) -> None:
        """Show these days instead, which follow one another without a gap."""
        self.beginResetModel()
        self._weeks = weeks(days)
        self._festivals, self._today = festivals, today
        self.endResetModel()

    def place_of(self, wanted: date) -> QModelIndex:
        """The cell of a day; none where the strip does not reach it."""
        for row, week in enumerate(self._weeks):
            for column, day in enumerate(week):
                if day is not None and day.date == wanted:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 7

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._weeks[index.row()][index.column()] is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return f"周{WEEKDAYS[section]}"
        return self._month(section)

    def _month(self, row: int) -> str:
        """The month beside its first week, with the year where it is told first."""
        days = [day.date for day in self._weeks[row] if day is not None]
        first = next((day for day in days if day.day == 1), days[0] if row == 0 else None)
        if first is None:
            return ""
        year = f"{first.year}年" if row == 0 or first.month == 1 else ""
        return f"{year}{first.month}月"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self._weeks[index.row()][index.column()]
        if day is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sign_of(day, self._festivals)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return told(day)
            case _ if role == DayRole:
                return day
            case _ if role == DateRole:
                return _date_in_cell(day)
            case _ if role == IsTodayRole:
                return day.date == self._today
        return None


def _date_in_cell(day: StripDay) -> str:
    """The day of the month, with the month where a month or the strip begins."""
    begins = day.date.day == 1 or day.mark == "start"
    return f"{day.date.month}/{day.date.day}" if begins else str(day.date.day)
