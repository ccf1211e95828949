"""The charts of the statistics page: by keys and by mouse, as text, as a picture, on paper."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyqtgraph
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.models.trend_model import PATTERNS, swatch
from disclosure_desk.desk.pages.statistics_charts import _NAMES
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.desk.widgets import paper_print
from disclosure_desk.desk.widgets.trend_plot import TrendPlot, step_for
from disclosure_desk.records.cards import Card
from disclosure_desk.statistics.trends import TRENDS, Bar
from tests.desk.keyboard import keys

ITEM: Card = {"title": "科技特派员名单", "made_on": date(2025, 3, 3)}
REQUEST: Card = {
    "received_on": date(2025, 3, 20),
    "received_via": "letter",
    "applicant_kind": "natural",
    "finished_on": date(2025, 4, 8),
    "outcome": "partial",
}


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    """Two items in March, one of them on two channels, and a request; the charts in front."""
    with desk.database.writing(desk.actor) as session:
        both = ("政府网站", "政务微信")
        march = {**ITEM, "published_on": date(2025, 3, 5)}
        add_record(session, "publication", {**march, "number": "G1", "channels": both})
        add_record(session, "publication", {**march, "number": "G2", "channels": ("政府网站",)})
        add_record(session, "request", {**REQUEST, "number": "S1"})
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.ui.views.setCurrentWidget(made.ui.tab_charts)
    drawn(made, qtbot)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def drawn(page: StatisticsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.ui.chart_values.model() is not None and not page._desk.jobs.busy)


def plot_of(page: StatisticsPage) -> TrendPlot:
    found = page.findChild(TrendPlot)
    assert isinstance(found, TrendPlot)
    return found


def choose_chart(page: StatisticsPage, qtbot: QtBot, key: str) -> None:
    page.ui.chart.setCurrentIndex(page.ui.chart.findData(key))
    drawn(page, qtbot)


def listed(page: StatisticsPage) -> list[str]:
    model = page.ui.records.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_chart_that_can_be_counted_can_be_chosen() -> None:
    assert list(_NAMES) == list(TRENDS)


def test_the_library_is_loaded_by_the_first_chart_and_not_by_the_page(tmp_path: Path) -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; import disclosure_desk.desk.pages.statistics_page;"
            "print(*[one for one in ('pyqtgraph', 'numpy', 'openpyxl', 'PySide6.QtPrintSupport')"
            " if one in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == ""


def test_the_figures_stand_below_the_drawing_and_are_read_aloud(page: StatisticsPage) -> None:
    model = page.ui.chart_values.model()
    rows = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert rows == ["全部", "政府公报", "政府网站", "政务微博", "政务微信", "其他方式"]
    assert [model.index(row, 2).data() for row in range(6)] == ["2", "0", "2", "0", "1", "0"]
    spoken = plot_of(page).accessibleDescription()
    assert spoken == page.ui.chart_values.accessibleDescription()
    assert "政府网站：1月0，2月0，3月2" in spoken
    assert plot_of(page).accessibleName() == "2025年各月主动公开信息（按渠道）"
    heading = model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert heading == "图中为点的柱子"


def test_arrows_choose_a_bar_and_enter_goes_to_its_records(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    values = page.ui.chart_values
    values.setFocus()
    keys(values, Qt.Key.Key_Right, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 4)
    qtbot.waitUntil(lambda: listed(page) == ["G1"] and not page._desk.jobs.busy)
    assert "3月 政务微信：1条" in page.ui.figure_title.text()
    QTest.keyClick(values, Qt.Key.Key_Return)
    qtbot.waitUntil(page.ui.records.hasFocus)
    with qtbot.waitSignal(page._desk.open_record) as opened:
        QTest.keyClick(page.ui.records, Qt.Key.Key_Return)
    assert opened.args[0] == "publication"
    QTest.keyClick(page.ui.records, Qt.Key.Key_Escape)
    assert values.hasFocus()


def test_a_click_on_a_bar_opens_its_records_like_a_figure(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    plot = plot_of(page)
    view = plot._plot
    for series, place, numbers in ((0, 2, ["G1", "G2"]), (4, 2, ["G1"]), (1, 0, [])):
        point = view.mapFromScene(plot.middle_of(series, place))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
        index = page.ui.chart_values.currentIndex()
        assert (index.row(), index.column()) == (series, place)
        qtbot.waitUntil(lambda numbers=numbers: listed(page) == numbers)
    outside = view.mapFromScene(plot.middle_of(0, 0)) - QPoint(400, 0)
    assert plot.bar_at(view.mapToScene(outside)) is None


def test_outcomes_stand_beside_last_year_and_follow_the_period(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    choose_chart(page, qtbot, "outcomes")
    page.period_choice.choose("quarter", 2)
    qtbot.waitUntil(lambda: "第二季度" in plot_of(page).accessibleName())
    model = page.ui.chart_values.model()
    assert [model.index(0, column).data() for column in range(6)] == ["0", "1", "0", "0", "0", "0"]
    assert model.headerData(1, Qt.Orientation.Vertical) == "2024年第二季度"


def test_years_stand_side_by_side_and_a_chart_without_figures_says_so(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    choose_chart(page, qtbot, "years")
    model = page.ui.chart_values.model()
    names = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert names == ["2025年"]
    assert "2021年、2022年、2023年、2024年没有登记" in page.ui.chart_note.text()
    page._desk.set_year(2012)
    qtbot.waitUntil(lambda: "没有可以画的数字" in page.ui.chart_note.text())


def test_a_change_of_a_record_is_drawn_at_once(page: StatisticsPage, qtbot: QtBot) -> None:
    more: Card = {**ITEM, "number": "G3", "published_on": date(2025, 3, 9)}
    page._desk.run(lambda session: add_record(session, "publication", more))
    qtbot.waitUntil(lambda: page.ui.chart_values.model().index(0, 2).data() == "3")


def test_the_scale_counts_in_whole_steps() -> None:
    highest = (0, 1, 6, 7, 12, 30, 31, 60, 61, 1_000_000)
    assert [step_for(one) for one in highest] == [1, 1, 1, 2, 2, 5, 10, 10, 20, 200_000]


@pytest.mark.parametrize(("points", "height"), [(10, 300), (12, 190), (12, 170)])
def test_no_figure_lies_under_the_legend(
    page: StatisticsPage, desk: Desk, qtbot: QtBot, points: int, height: int
) -> None:
    trend = plot_of(page)._trend
    highest = [Bar(Decimal(8), bar.measure, bar.period) for bar in trend.series[0].bars]
    plot = TrendPlot()
    qtbot.addWidget(plot)
    font = plot.font()
    font.setPointSize(points)
    plot.setFont(font)
    plot.resize(780, height)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.show_trend(
        replace(trend, series=(replace(trend.series[0], bars=tuple(highest)), *trend.series[1:]))
    )
    plot.grab()
    legend = plot._legend.mapRectToScene(plot._legend.boundingRect())
    texts = [one for one in plot._plot.plotItem.items if isinstance(one, pyqtgraph.TextItem)]
    places = [one.mapRectToScene(one.boundingRect()) for one in texts]
    assert len(places) == len(highest)
    assert not [place for place in places if place.intersects(legend)]


def test_series_are_told_apart_without_colour() -> None:
    drawn = [
        swatch(number).toImage().convertToFormat(QImage.Format.Format_Mono) for number in range(6)
    ]
    assert len(set(PATTERNS)) == len(PATTERNS) == 6
    assert all(one != other for place, one in enumerate(drawn) for other in drawn[:place])


def test_the_chart_is_copied_saved_and_printed_as_a_picture(
    page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.ui.copy_chart.click()
    copied = QGuiApplication.clipboard().image()
    assert copied.width() >= 2 * plot_of(page).width() - 4
    assert QColor(copied.pixel(3, 3)) == QColor("white")
    assert "已复制图片" in page.ui.chart_note.text()
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(tmp_path / "图"))
    page.ui.save_chart.click()
    assert QImage(str(tmp_path / "图.png")).width() == copied.width()

    def to_pdf(printer: QPrinter, *_: object, **__: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "图.pdf"))
        return True

    monkeypatch.setattr(paper_print, "choose_printer", to_pdf)
    page.ui.print_chart.click()
    assert (tmp_path / "图.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_that_cannot_be_saved_is_told_in_a_sentence(
    page: StatisticsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(errors, "tell", lambda error, _window: told.append(str(error)))
    nowhere = str(tmp_path / "没有" / "图.png")
    monkeypatch.setattr(file_choice, "file_to_save", lambda *_, **__: nowhere)
    page.ui.save_chart.click()
    assert told == [f"没有保存图片：“{nowhere}”不能写入，请换一个文件夹。"]


def test_the_whole_page_fits_the_screen_of_an_office(page: StatisticsPage) -> None:
    room_below_the_heading = 640  # of 1366×768
    layout = page.layout()
    assert layout is not None
    assert layout.totalHeightForWidth(1190) <= room_below_the_heading


def test_a_pattern_stands_out_from_a_dark_ground_too() -> None:
    solid = swatch(0).toImage()
    corners = [(0, 0), (solid.width() - 1, solid.height() - 1)]
    assert [solid.pixelColor(*corner) for corner in corners] == [QColor("white")] * 2
