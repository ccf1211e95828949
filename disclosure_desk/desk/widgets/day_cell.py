"""Draws a day of the strip: its date, its sign in letters, and a colour and shape to match."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from disclosure_desk.desk.models.day_model import DateRole, DayRole, IsTodayRole
from disclosure_desk.rules.day_strip import StripDay

_Index = QModelIndex | QPersistentModelIndex

# The sign says it all; the colour only helps the eye.
GROUNDS = {
    "start": "#d9e7f7",
    "restart": "#d9e7f7",
    "counted": "#ffffff",
    "make_up": "#e3f3e6",
    "weekend": "#eceff3",
    "holiday": "#fbe6e2",
    "waiting": "#fff6dd",
    "due": "#1f3a5f",
    "overdue": "#fdf0ee",
}
_INKS = {"due": "#ffffff", "overdue": "#a93226", "weekend": "#5a6875", "holiday": "#a93226"}
_INK = "#1f2933"
_HATCH = QColor("#ecd9a0")
_LINE = QColor("#d5dbe2")
_CHOSEN = QColor("#1259b8")
_SMALL = 0.85


class DayCell(QStyledItemDelegate):
    """A cell with the date in its corner, and 今 where it is today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        day: StripDay | None = index.data(DayRole)
        if day is None:
            return
        painter.save()
        rect: QRect = option.rect
        painter.fillRect(rect, QColor(GROUNDS[day.mark]))
        if day.mark == "waiting":
            painter.fillRect(rect, QBrush(_HATCH, Qt.BrushStyle.BDiagPattern))
        painter.setPen(_LINE)
        painter.drawRect(rect.adjusted(-1, -1, -1, -1))
        painter.setPen(QColor(_INKS.get(day.mark, _INK)))
        self._dates(painter, option, index)
        self._sign(painter, option, str(index.data()), day)
        if day.mark in ("due", "start", "restart"):
            painter.setPen(QPen(painter.pen().color(), 2))
            painter.drawRect(rect.adjusted(3, 3, -4, -4))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(_CHOSEN, 3))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _dates(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.setFont(_small(option.font))
        room = option.rect.adjusted(7, 5, -7, -5)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, str(index.data(DateRole)))
        if index.data(IsTodayRole):
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, "今天")

    def _sign(
        self, painter: QPainter, option: QStyleOptionViewItem, sign: str, day: StripDay
    ) -> None:
        font = QFont(option.font)
        font.setBold(day.number is not None or day.mark in ("start", "restart"))
        painter.setFont(font)
        date_height = QFontMetrics(_small(option.font)).height()
        room = option.rect.adjusted(5, date_height + 2, -5, -3)
        shown = painter.fontMetrics().elidedText(sign, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        small = QFontMetrics(_small(option.font)).height()
        large = QFontMetrics(option.font)
        return QSize(large.horizontalAdvance("休 国庆节") + 16, small + large.height() + 12)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
