"""The charts of the statistics page: drawn when first looked at, each bar open to its records."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QHeaderView

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import behind_measure
from disclosure_desk.faults import Fault

if TYPE_CHECKING:  # the drawing of charts is loaded by the first of them
    from PySide6.QtPrintSupport import QPrinter
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
    from disclosure_desk.desk.models.trend_model import TrendModel
    from disclosure_desk.desk.pages.statistics_page import StatisticsPage
    from disclosure_desk.desk.widgets.trend_plot import TrendPlot
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.tally import Entry
    from disclosure_desk.statistics.trends import Trend

_PICTURES = ("图片 (*.png)",)
# Key and name of each chart; the functions that count them load the database.
_NAMES = {
    "published": "各月主动公开（按渠道）",
    "outcomes": "申请办理结果（与上年同期）",
    "years": "历年依申请公开",
    "published_years": "历年主动公开",
}


class StatisticsCharts(QObject):
    """Fills the tab 图表 of the page for the chosen period."""

    def __init__(self, desk: Desk, ui: "Ui_StatisticsPage", page: "StatisticsPage") -> None:
        super().__init__(page)
        self._desk, self._ui, self._page = desk, ui, page
        self._period: Period | None = None
        self._plot: TrendPlot | None = None
        self._model: TrendModel | None = None
        self._goes_to_records = False
        for key, name in _NAMES.items():
            ui.chart.addItem(name, key)
        self._connect()

    def show_period(self, period: "Period") -> None:
        """Draw the charts of another period, when they are looked at."""
        self._period = period
        self._draw_if_seen()

    @property
    def is_seen(self) -> bool:
        """Whether the tab is the one in front."""
        return self._ui.views.currentWidget() is self._ui.tab_charts

    def _connect(self) -> None:
        ui = self._ui
        ui.views.currentChanged.connect(lambda _tab: self._draw_if_seen())
        ui.chart.currentIndexChanged.connect(lambda _index: self._draw_if_seen())
        ui.copy_chart.clicked.connect(self._on_copy_asked)
        ui.save_chart.clicked.connect(self._on_save_asked)
        ui.print_chart.clicked.connect(self._on_print_asked)
        ui.chart_values.doubleClicked.connect(lambda _index: self._open_records())
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), ui.chart_values)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._open_records)

    # ------------------------------------------------------------------------ drawing

    def _draw_if_seen(self) -> None:
        if not self.is_seen or self._period is None:
            return
        key, period = self._ui.chart.currentData(), self._period

        def query(session: "Session") -> "tuple[str, Period, Trend]":
            from disclosure_desk.statistics.trends import TRENDS

            return key, period, TRENDS[key](session, period)

        self._desk.look_up(query, succeeded=self._on_counted)

    def _on_counted(self, answer: "tuple[str, Period, Trend]") -> None:
        key, period, trend = answer
        if (key, period) != (self._ui.chart.currentData(), self._period):
            return
        plot, model = self._made()
        chosen = self._ui.chart_values.currentIndex()
        place = (chosen.row(), chosen.column()) if chosen.isValid() else (0, 0)
        model.show_trend(trend)
        plot.show_trend(trend)
        plot.setAccessibleName(trend.title)
        plot.setAccessibleDescription(model.as_text())
        self._ui.chart_values.setAccessibleDescription(model.as_text())
        note = self.tr("本期没有可以画的数字。") if trend.is_empty else trend.note
        self._ui.chart_note.setText(note)
        self._ui.chart_note.setVisible(bool(note))
        self._fit_values()
        index = model.index(*place)
        if not index.isValid():
            index = model.index(0, 0)
        self._ui.chart_values.setCurrentIndex(index)

    def _made(self) -> "tuple[TrendPlot, TrendModel]":
        """The drawing and its figures, made by the first chart."""
        if self._plot is None or self._model is None:
            from disclosure_desk.desk.models.trend_model import TrendModel
            from disclosure_desk.desk.widgets.trend_plot import TrendPlot

            self._plot, self._model = TrendPlot(self._ui.chart_place), TrendModel(self)
            self._ui.layout_chart_place.addWidget(self._plot)
            self._plot.bar_chosen.connect(self._on_bar_clicked)
            values = self._ui.chart_values
            values.setModel(self._model)
            values.selectionModel().currentChanged.connect(self._on_value_chosen)
            header = values.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            values.verticalHeader().setHighlightSections(False)
        return self._plot, self._model

    def _fit_values(self) -> None:
        """The figures below the drawing are all seen without scrolling."""
        values = self._ui.chart_values
        rows = values.model().rowCount()
        height = sum(values.rowHeight(row) for row in range(rows))
        heading = values.horizontalHeader().sizeHint().height()
        values.setFixedHeight(height + heading + 2 * values.frameWidth())

    # --------------------------------------------------------------- a bar and its records

    def _on_bar_clicked(self, series: int, place: int) -> None:
        assert self._model is not None
        self._ui.chart_values.setCurrentIndex(self._model.index(series, place))

    def _on_value_chosen(self, index: QModelIndex) -> None:
        plot, model = self._made()
        bar = model.bar(index)
        if bar is None:
            return
        plot.choose(index.row(), index.column())
        self._ui.figure_title.setText(
            f'<span style="font-size: large"><b>{model.told(index)}</b></span>'
        )
        self._desk.look_up(
            lambda session: (bar, behind_measure(session, bar.measure, bar.period)),
            succeeded=self._on_listed,
        )

    def _open_records(self) -> None:
        self._goes_to_records = True
        self._on_value_chosen(self._ui.chart_values.currentIndex())

    def _on_listed(self, answer: "tuple[object, list[Entry]]") -> None:
        bar, entries = answer
        if self._model is None or not self.is_seen:
            return
        if bar is self._model.bar(self._ui.chart_values.currentIndex()):
            self._page.records.show_entries(entries, goes_there=self._goes_to_records)
            self._goes_to_records = False

    # ------------------------------------------------------------------ taken elsewhere

    def _on_copy_asked(self) -> None:
        if self._plot is not None:
            QGuiApplication.clipboard().setPixmap(self._plot.picture())
            self._tell(self.tr("已复制图片。"))

    def _on_save_asked(self) -> None:
        if self._plot is None or self._model is None:
            return
        folder = file_choice.folder_of(self._desk.database)
        name = f"{self._model.trend.title}.png"
        place = f"{folder}/{name}" if folder else name
        path = file_choice.file_to_save(
            self._page, self.tr("保存图片"), place=place, filters=_PICTURES
        )
        if not path:
            return
        if self._plot.picture().save(path, "PNG"):
            self._tell(self.tr("已保存：{}").format(path))
        else:
            told = self.tr("没有保存图片：“{}”不能写入，请换一个文件夹。").format(path)
            errors.tell(Fault(told), self._page)

    def _on_print_asked(self) -> None:
        if self._plot is None or self._model is None:
            return
        from PySide6.QtPrintSupport import QPrinter

        from disclosure_desk.desk.widgets.paper_print import choose_printer

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        title, folder = self._model.trend.title, file_choice.folder_of(self._desk.database)
        printer.setDocName(title)
        if not choose_printer(printer, title, self._page, folder=folder):
            return
        if not _print(self._plot.picture(), printer):
            errors.tell(Fault(self.tr("没有打印成功，请检查打印机或保存的位置。")), self._page)

    def _tell(self, words: str) -> None:
        self._ui.chart_note.setText(words)
        self._ui.chart_note.show()


def _print(picture: QPixmap, printer: "QPrinter") -> bool:
    """Draw a picture over the width of the page; whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = painter.viewport()
    size = QSize(picture.size()).scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawPixmap(QRect(page.topLeft(), size), picture)
    return painter.end()
