"""The statistics page: the form as on paper, each figure open to its records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import told_in_html
from disclosure_desk.desk.models.grid_model import GridModel, printed
from disclosure_desk.desk.pages.statistics_page import Count, StatisticsPage
from disclosure_desk.desk.widgets.paper_table import PaperTable
from disclosure_desk.records.cards import Card
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.explain import Absence, Explanation
from disclosure_desk.statistics.tally import Entry

REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 20),
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "县级科技计划项目的立项文件",
    "finished_on": date(2025, 4, 8),
    "outcome": "granted",
}


def add(desk: Desk, qtbot: QtBot, kind: str, card: Card) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.run(lambda session: add_record(session, kind, card))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    add(desk, qtbot, "request", REQUEST)
    add(desk, qtbot, "request", REQUEST | {"number": "2025-002", "outcome": "partial"})
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    qtbot.waitUntil(lambda: "平衡" in made.ui.checks.text())
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def choose(page: StatisticsPage, qtbot: QtBot, code: str) -> None:
    page.ui.paper.choose(code, takes_focus=True)
    words = str(code and page.ui.paper.chosen())
    qtbot.waitUntil(lambda: page.ui.paper.chosen() == words and not page._desk.jobs.busy)


def test_a_figure_lists_its_records_and_a_record_its_cells(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "requests.3.2.natural")
    assert "（二）部分公开" in page.ui.figure_title.text()
    assert "：1件" in page.ui.figure_title.text()
    assert page.ui.records.model().rowCount() == 1
    assert "1条" in page.ui.label_records.text()
    qtbot.waitUntil(lambda: "2025-002" in page.ui.explanation.toPlainText())
    said = page.ui.explanation.toPlainText()
    assert "计入6个单元格" in said
    assert "申请人类型：自然人" in said


def test_a_record_that_counts_in_no_cell_says_so() -> None:
    item = Entry("publication", 1, "2025-001", "节前慰问", date(2025, 1, 22))
    cells = (edition_for(2025).cells["art20.1.regulation.made"],)
    told = told_in_html(item, Explanation(item.kind, 1, (), (Absence("文件性质为“其他”", cells),)))
    assert "不计入任何单元格" in told
    assert "其余" not in told


def test_arrows_walk_over_the_figures_of_all_tables(page: StatisticsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "art20.8.fee.amount")
    walk = (
        (Qt.Key.Key_Down, "requests.new.research"),
        (Qt.Key.Key_Right, "requests.new.public_welfare"),
        (Qt.Key.Key_Down, "requests.carried_in.public_welfare"),
        (Qt.Key.Key_Left, "requests.carried_in.research"),
        (Qt.Key.Key_Up, "requests.new.research"),
        (Qt.Key.Key_Up, "art20.8.fee.amount"),
        (Qt.Key.Key_Right, "art20.8.fee.amount"),
    )
    for key, code in walk:
        qtbot.keyClick(page.window().focusWidget(), key)
        assert page.ui.paper.chosen() == code


def test_tab_goes_through_the_tables_and_on_to_the_records(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.ui.views.tabBar().setFocus()
    passed = []
    for _ in range(4):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget())
    assert [type(widget) for widget in passed[:3]] == [PaperTable] * 3
    assert passed[3] is page.ui.records


def test_enter_goes_to_the_records_and_on_to_the_record_and_escape_back(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, qtbot, "requests.3.1.natural")
    figure = page.window().focusWidget()
    qtbot.keyClick(figure, Qt.Key.Key_Return)
    qtbot.waitUntil(page.ui.records.hasFocus)
    with qtbot.waitSignal(desk.open_record) as opened:
        qtbot.keyClick(page.ui.records, Qt.Key.Key_Return)
    assert opened.args[0] == "request"
    qtbot.keyClick(page.ui.records, Qt.Key.Key_Escape)
    assert figure.hasFocus()


def test_a_change_elsewhere_counts_anew_and_keeps_the_chosen_figure(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, qtbot, "requests.3.1.natural")
    add(desk, qtbot, "request", REQUEST | {"number": "2025-003"})
    qtbot.waitUntil(lambda: "：2件" in page.ui.figure_title.text())
    qtbot.waitUntil(lambda: page.ui.records.model().rowCount() == 2)
    assert page.ui.paper.chosen() == "requests.3.1.natural"


def test_the_edition_follows_the_year_and_can_be_changed(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.set_year(2020)
    qtbot.waitUntil(lambda: page.ui.edition.currentData() == "2019")
    qtbot.waitUntil(lambda: "平衡" in page.ui.checks.text())
    desk.set_year(2025)
    page.ui.edition.setCurrentIndex(page.ui.edition.findData("2014"))
    qtbot.waitUntil(lambda: "2025年的报告不用此格式" in page.ui.checks.text())
    choose(page, qtbot, "requests.letter")
    assert "：2件" in page.ui.figure_title.text()
    desk.set_year(2009)
    qtbot.waitUntil(lambda: "2009年的报告不用此格式" in page.ui.checks.text())


def test_a_broken_relation_is_told_above_marked_in_the_table_and_leads_to_its_cell(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    count = page._count
    assert isinstance(count, Count)
    wrong = dict(count.figures) | {"requests.3.7.natural": 9}
    page._on_counted(replace(count, figures=wrong))
    assert "3处勾稽关系不平衡" in page.ui.checks.text()
    assert page.ui.broken.isVisible()
    assert "H1 自然人：" in page.ui.broken.text()
    page.ui.broken.linkActivated.emit("requests.3.7.natural")
    assert page.ui.paper.chosen() == "requests.3.7.natural"
    page._on_counted(count)
    assert not page.ui.broken.isVisible()


def test_a_hidden_page_counts_only_when_it_is_seen_again(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, qtbot, "requests.3.1.natural")
    page.hide()
    add(desk, qtbot, "request", REQUEST | {"number": "2025-003"})
    assert not desk.jobs.busy
    page.show()
    qtbot.waitUntil(lambda: "：2件" in page.ui.figure_title.text())


def test_figures_are_printed_as_the_form_wants_them() -> None:
    cells = edition_for(2020).cells
    assert printed(cells["art20.5.licence.change"], 3) == "+3"
    assert printed(cells["art20.5.licence.change"], -3) == "-3"
    assert printed(cells["art20.5.licence.change"], 0) == "0"
    assert printed(cells["art20.9.procurement.amount"], Decimal("24252.311082")) == "24252.311082"
    assert printed(cells["requests.new.total"], None) == ""


def test_every_place_of_every_form_answers_and_only_figures_can_be_chosen() -> None:
    for year in (2016, 2020, 2024):
        edition = edition_for(year)
        for grid in edition.grids:
            model = GridModel(grid, edition.cells)
            model.set_figures(
                dict.fromkeys(edition.cells, 2),
                previous=dict.fromkeys(edition.cells, 1),
                faulty=frozenset(),
            )
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    text = index.data()
                    if model.flags(index) != Qt.ItemFlag.NoItemFlags:
                        assert text in ("2", "+2")
                        assert "，+1，+100%" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("down", [0, 1])
def test_no_line_of_the_form_is_lost_on_a_magnified_screen(page: StatisticsPage, down: int) -> None:
    table = page.ui.paper.findChildren(PaperTable)[0]
    scale = 1.5
    image = QImage((table.size() + QSize(0, 4)) * scale, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(scale)
    table.render(image, QPoint(0, down))
    cells = [table.visualRect(index) for index in map(table.model().index, range(12), [0] * 12)]
    edges = [down, *(cell.bottom() + down for cell in cells if cell.isValid())]
    lost = [edge for edge in edges if not _is_dark(image, edge * scale, (edge + 1) * scale)]
    assert not lost


def _is_dark(image: QImage, first: float, last: float) -> bool:
    """Whether there is a line between two heights, seen beside the left border."""
    return any(image.pixelColor(20, y).lightness() < 128 for y in range(int(first), int(last) + 1))
