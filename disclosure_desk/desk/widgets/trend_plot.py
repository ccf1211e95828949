"""A bar chart on white paper, drawn by pyqtgraph; imported only when one is first shown."""

from typing import Any

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disclosure_desk.desk.models.trend_model import INK, brush_of
from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.trends import Trend

# Its clean-up at exit walks over objects that Qt has already destroyed.
pyqtgraph.setConfigOption("exitCleanup", False)

_SHARE = 0.84  # of the room of a place that its bars take
_FEW_BARS = 40  # with more there is no room for figures above all of them
_AROUND = 12  # pixels around a figure above a bar
_MOST_ABOVE = 0.7  # of the height, on a drawing too low for both bars and legend
_LINE = "#1a1a1a"
_CHOSEN = "#1259b8"
_SHARPNESS = 2  # pixels of a picture for one of the screen


class _Swatch(pyqtgraph.ItemSample):
    """The pattern of a series in the legend, without the line that the library draws."""

    def paint(self, painter: QPainter, *_arguments: object) -> None:
        painter.setPen(QColor(INK))
        painter.setBrush(self.item.opts["brush"])
        painter.drawRect(QRectF(3, 3, 14, 14))

    def mouseClickEvent(self, _event: object) -> None:
        """The library would hide the series."""


class TrendPlot(QWidget):
    """Shows the series of a trend beside each other at each place; a click chooses a bar."""

    bar_chosen = Signal(int, int)  # series, place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend = Trend("", "", (), ())
        self._frame: Any = None
        self._plot = pyqtgraph.PlotWidget(self, background="w")
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the figures below have the keys
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.getAxis("left").setTextPen(_LINE)
        self._plot.getAxis("bottom").setTextPen(_LINE)
        self._plot.showGrid(y=True, alpha=0.2)
        self._legend = self._plot.addLegend(
            offset=(-1, 1), colCount=6, labelTextColor=_LINE, sampleType=_Swatch
        )
        self._legend.layout.setContentsMargins(9, 0, 9, 0)
        self._plot.scene().sigMouseClicked.connect(self._on_clicked)
        self._plot.scene().sigMouseMoved.connect(self._on_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)

    def show_trend(self, trend: Trend) -> None:
        """Draw a chart instead of the one before."""
        self._trend, self._frame = trend, None
        self._plot.clear()
        self._legend.clear()
        self._plot.setTitle(f"{trend.title}（单位：{trend.unit}）", color=_LINE, size="11pt")
        for number, series in enumerate(trend.series):
            self._plot.addItem(self._bars(number, series.name))
        self._write_figures()
        axis = self._plot.getAxis("bottom")
        axis.setTicks([list(enumerate(trend.places))])
        axis.setStyle(tickFont=QFont(self.font()))
        self._plot.getAxis("left").setStyle(tickFont=QFont(self.font()))
        self._legend.setVisible(len(trend.series) > 1)
        self._plot.setXRange(-0.5, max(len(trend.places), 1) - 0.5, padding=0.01)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Leave so much room above the bars that neither a figure nor the legend is overlapped."""
        self._plot.plotItem.layout.activate()
        height = max(self._plot.plotItem.vb.height(), 1.0)
        above = self.fontMetrics().height() + _AROUND
        if self._legend.isVisible():
            above += self._legend.boundingRect().height()
        top = max(self._highest() / (1 - min(above / height, _MOST_ABOVE)), 1.0)
        self._plot.setYRange(0, top, padding=0)
        lines = max(int(height / (self.fontMetrics().height() * 1.2)), 1)
        step = max(step_for(self._highest()), step_for(top, lines))
        self._plot.getAxis("left").setTickSpacing(major=step, minor=step)

    def choose(self, series: int, place: int) -> None:
        """Draw a frame around a bar."""
        if self._frame is not None:
            self._plot.removeItem(self._frame)
        figure = float(self._trend.series[series].bars[place].figure)
        self._frame = pyqtgraph.BarGraphItem(
            x=[self._middle(series, place)],
            height=[figure],
            width=self._width(),
            pen=pyqtgraph.mkPen(_CHOSEN, width=3),
            brush=pyqtgraph.mkBrush(None),
        )
        self._plot.addItem(self._frame)

    def bar_at(self, point: QPointF) -> tuple[int, int] | None:
        """Series and place of the bar whose column lies under a point of the drawing."""
        if not self._plot.plotItem.vb.sceneBoundingRect().contains(point):
            return None
        x = self._plot.plotItem.vb.mapSceneToView(point).x()
        place = round(x)
        series = int((x - place + _SHARE / 2) // self._width()) if self._trend.series else -1
        found = 0 <= series < len(self._trend.series) and 0 <= place < len(self._trend.places)
        return (series, place) if found else None

    def middle_of(self, series: int, place: int) -> QPointF:
        """The point of the drawing in the middle of a bar."""
        height = float(self._trend.series[series].bars[place].figure) / 2
        point = QPointF(self._middle(series, place), height)
        return QPointF(self._plot.plotItem.vb.mapViewToScene(point))

    def picture(self) -> QPixmap:
        """The chart as a picture, sharp enough for paper, without the frame of a choice."""
        if self._frame is not None:
            self._frame.hide()
        drawn = QPixmap(self.size() * _SHARPNESS)
        drawn.setDevicePixelRatio(_SHARPNESS)
        drawn.fill(QColor("white"))
        self.render(drawn)
        if self._frame is not None:
            self._frame.show()
        return drawn

    def sizeHint(self) -> QSize:
        """Low: it takes what room there is, and a higher one would have the page scroll."""
        return QSize(640, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def _bars(self, number: int, name: str) -> Any:
        places = range(len(self._trend.places))
        return pyqtgraph.BarGraphItem(
            x=[self._middle(number, place) for place in places],
            height=[float(bar.figure) for bar in self._trend.series[number].bars],
            width=self._width() * 0.94,
            pen=pyqtgraph.mkPen(INK),
            brush=brush_of(number),
            name=name,
        )

    def _write_figures(self) -> None:
        """The figure above each bar; of many bars only those of the first series."""
        every = len(self._trend.series) * len(self._trend.places)
        shown_series = self._trend.series if every <= _FEW_BARS else self._trend.series[:1]
        for number, series in enumerate(shown_series):
            for place, bar in enumerate(series.bars):
                text = pyqtgraph.TextItem(shown(bar.figure), color=_LINE, anchor=(0.5, 1.0))
                text.setFont(self.font())
                text.setPos(self._middle(number, place), float(bar.figure))
                self._plot.addItem(text)

    def _width(self) -> float:
        return _SHARE / max(len(self._trend.series), 1)

    def _middle(self, series: int, place: int) -> float:
        return place - _SHARE / 2 + self._width() * (series + 0.5)

    def _highest(self) -> float:
        return max(
            (float(bar.figure) for series in self._trend.series for bar in series.bars), default=0.0
        )

    def _on_clicked(self, event: Any) -> None:
        found = self.bar_at(event.scenePos())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.bar_chosen.emit(*found)

    def _on_moved(self, point: QPointF) -> None:
        found = self.bar_at(point)
        if found is None:
            self._plot.setToolTip("")
            return
        series, place = found
        named = self._trend.series[series]
        figure = shown(named.bars[place].figure)
        told = f"{self._trend.places[place]} {named.name}：{figure}{self._trend.unit}，点击看记录"
        self._plot.setToolTip(told)


def step_for(highest: float, most: int = 6) -> int:
    """From one line of the scale to the next: few whole steps, 1, 2 or 5 of a power of ten.

    There is no half of a request.
    """
    power = 1
    while True:
        for digit in (1, 2, 5):
            if highest <= digit * power * most:
                return digit * power
        power *= 10
