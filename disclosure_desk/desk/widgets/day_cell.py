"""Draws a day of the strip: its date, its sign in letters, and a colour and shape to match."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from disclosure_desk.desk.colours import colour
from disclosure_desk.desk.models.day_model import DateRole, DayRole, IsTodayRole
from disclosure_desk.rules.day_strip import StripDay

_Index = QModelIndex | QPersistentModelIndex

# The sign says it all; the colour only helps the eye.
GROUNDS = {
    "start": "start_ground",
    "restart": "start_ground",
    "counted": "working_ground",
    "make_up": "make_up_ground",
    "weekend": "weekend_ground",
    "holiday": "holiday_ground",
    "waiting": "waiting_ground",
    "due": "due_ground",
    "overdue": "overdue_ground",
}
_INKS = {
    "due": "due_ink",
    "overdue": "error_ink",
    "weekend": "weekend_ink",
    "holiday": "holiday_ink",
}
_SMALL = 0.85


class DayCell(QStyledItemDelegate):
    """A cell with the date in its corner, and 今 where it is today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        day: StripDay | None = index.data(DayRole)
        if day is None:
            return
        painter.save()
        rect: QRect = option.rect
        painter.fillRect(rect, colour(GROUNDS[day.mark]))
        if day.mark == "waiting":
            painter.fillRect(rect, QBrush(colour("waiting_hatch"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(colour("soft_line"))
        painter.drawRect(rect.adjusted(-1, -1, -1, -1))
        painter.setPen(colour(_INKS.get(day.mark, "ink")))
        self._dates(painter, option, index)
        self._sign(painter, option, str(index.data()), day)
        if day.mark in ("due", "start", "restart"):
            painter.setPen(QPen(painter.pen().color(), 2))
            painter.drawRect(rect.adjusted(3, 3, -4, -4))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colour("chosen_frame"), 3))
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
