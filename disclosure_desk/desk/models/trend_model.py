"""The figures of a chart as a table: a row for each series, a column for each place."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.trends import Bar, Trend

_Index = QModelIndex | QPersistentModelIndex

BarRole = Qt.ItemDataRole.UserRole + 1

# In black and white a series is told by its pattern.
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
)
PATTERN_NAMES = ("实心", "左斜线", "点", "方格", "横线", "右斜线")
INK = "#1f3a5f"
_SWATCH = 16
_MARGIN = 2


def brush_of(series: int) -> QBrush:
    """How the bars of a series are filled."""
    return QBrush(QColor(INK), PATTERNS[series % len(PATTERNS)])


def swatch(series: int) -> QPixmap:
    """The pattern of a series on white paper, as a legend shows it.

    A margin of it stays: the dark look's ground is as dark as the ink.
    """
    drawn = QPixmap(_SWATCH, _SWATCH)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    painter.setPen(QColor(INK))
    painter.setBrush(brush_of(series))
    inside = _SWATCH - 2 * _MARGIN - 1
    painter.drawRect(_MARGIN, _MARGIN, inside, inside)
    painter.end()
    return drawn


class TrendModel(QAbstractTableModel):
    """Read only; the headings of the rows bear the patterns of the bars."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trend = Trend("", "", (), ())

    def show_trend(self, trend: Trend) -> None:
        """Show the figures of another chart."""
        self.beginResetModel()
        self.trend = trend
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.trend.series)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.trend.places)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self.trend.places[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.trend.series[section].name
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"图中为{PATTERN_NAMES[section % len(PATTERNS)]}的柱子"
        return None

    def bar(self, index: _Index) -> Bar | None:
        """The figure at a place."""
        if not index.isValid():
            return None
        return self.trend.series[index.row()].bars[index.column()]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        bar = self.bar(index)
        if bar is None:
            return None
        if role == BarRole:
            return bar
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(bar.figure)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.told(index)
        return None

    def told(self, index: _Index) -> str:
        """«2025年3月 政府网站：5条»."""
        bar = self.bar(index)
        if bar is None:
            return ""
        place, series = self.trend.places[index.column()], self.trend.series[index.row()].name
        return f"{place} {series}：{shown(bar.figure)}{self.trend.unit}"

    def as_text(self) -> str:
        """All figures in words, for readers of the screen."""
        rows = [
            f"{one.name}："
            + "，".join(
                f"{place}{shown(bar.figure)}"
                for place, bar in zip(self.trend.places, one.bars, strict=True)
            )
            for one in self.trend.series
        ]
        return f"{self.trend.title}（{self.trend.unit}）。" + "；".join(rows)
