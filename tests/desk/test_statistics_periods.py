"""The statistics page for parts of a year: choosing by keys, comparing, copying, handing over."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.models.grid_model import ComparedRole
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.desk.widgets.paper_table import PaperTable
from disclosure_desk.records.cards import Card
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from tests.desk.keyboard import keys

REQUEST: Card = {
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "县级科技计划项目的立项文件",
}
RECEIVED = (date(2024, 8, 1), date(2025, 2, 3), date(2025, 7, 1), date(2025, 9, 29))
FINISHED = date(2025, 8, 5)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    """Three requests of 2025: the second ended in the third quarter, the others never."""
    with desk.database.writing(desk.actor) as session:
        for place, day in enumerate(RECEIVED):
            ended: Card = {"finished_on": FINISHED, "outcome": "granted"} if place == 1 else {}
            add_record(
                session, "request", {**REQUEST, "number": f"S{place}", "received_on": day, **ended}
            )
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    counted(made, qtbot)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def counted(page: StatisticsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            page._count is not None
            and page._count.period == page.period
            and not page._desk.jobs.busy
        )
    )


def figures(page: StatisticsPage) -> list[object]:
    assert page._count is not None
    rows = ("new", "carried_in", "3.7", "carried_out")
    return [page._count.figures[f"requests.{row}.natural"] for row in rows]


def paper_lines(page: StatisticsPage) -> list[str]:
    sheet = page.ui.paper.widget()
    assert sheet is not None
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_a_quarter_is_chosen_by_digits_and_titled_as_an_internal_table(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.ui.period_kind.setFocus()
    keys(page, "2")
    assert page.period == Period.of_quarter(2025, 2)  # the last one that has ended
    page.ui.period_part.setFocus()
    keys(page, "3")
    counted(page, qtbot)
    assert figures(page) == [2, 2, 1, 3]
    told = paper_lines(page)
    assert "示例县科学技术局2025年第三季度政府信息公开情况统计表" in told
    assert "内部统计：数据截至2025年9月30日，不是年终对外公布的统计表" in told
    assert "期初结转为期初尚未办结的申请" in page.ui.checks.text()


def test_a_month_is_typed_and_the_months_since_january_are_chosen_by_arrows(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.ui.period_kind.setFocus()
    keys(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.period == Period.of_month(2025, 8)
    page.ui.period_part.setFocus()
    keys(page, "12")
    assert page.period == Period.of_month(2025, 12)
    page.ui.period_kind.setFocus()
    keys(page, Qt.Key.Key_Down)
    assert page.period == Period.of_months(2025, 1, 8)
    page.ui.period_part.setFocus()
    keys(page, Qt.Key.Key_Down)
    counted(page, qtbot)
    assert page.period.words == "2025年1—9月"
    assert figures(page) == [3, 1, 1, 3]
    page.ui.period_kind.setFocus()
    keys(page, Qt.Key.Key_Home)
    counted(page, qtbot)
    assert page.period.is_year
    assert not page.ui.period_part.isVisible()


def test_the_wheel_over_a_list_without_the_keys_changes_nothing(page: StatisticsPage) -> None:
    page.ui.compares.setFocus()
    box = page.ui.period_kind
    for _ in range(2):
        turn = QWheelEvent(
            QPointF(5, 5),
            box.mapToGlobal(QPointF(5, 5)),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
        assert page.period.is_year is not box.hasFocus()
        box.setFocus()  # the second time the list has the keys, and follows


def test_a_figure_of_a_quarter_lists_its_records(page: StatisticsPage, qtbot: QtBot) -> None:
    page.period_choice.choose("quarter", 3)
    counted(page, qtbot)
    page.go_to_cell("requests.3.1.natural")
    qtbot.waitUntil(lambda: "S1" in page.ui.explanation.toPlainText())
    assert "期初结转政府信息公开申请数量" in page.ui.explanation.toPlainText()


def test_the_older_rows_stay_chosen_from_quarter_to_quarter_and_year_to_year(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.period_choice.choose("quarter", 1)
    page.ui.edition.setCurrentIndex(page.ui.edition.findData("2014"))
    page.period_choice.choose("quarter", 3)
    desk.set_year(2024)
    counted(page, qtbot)
    assert page.ui.edition.currentData() == "2014"
    assert "不用此格式" not in page.ui.checks.text()
    assert "示例县科学技术局2024年第三季度政府信息公开情况统计表" in paper_lines(page)
    page.period_choice.choose("year")
    desk.set_year(2023)
    counted(page, qtbot)
    assert page.ui.edition.currentData() == "2021"


def test_the_comparison_stands_below_each_figure_and_makes_room_for_itself(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.period_choice.choose("quarter", 3)
    counted(page, qtbot)
    table = page.ui.paper.findChildren(PaperTable)[1]
    height, asked = table.height(), "requests.carried_out.natural"
    page.ui.compares.setFocus()
    keys(page, Qt.Key.Key_Space)
    assert table.height() > height
    index = next(found for one in page.ui.paper._models if (found := one.index_of(asked)).isValid())
    assert index.data(ComparedRole) == ("上年1", "+2", "+200%")
    assert "上年同期1，+2，+200%" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    keys(page, Qt.Key.Key_Space)
    assert table.height() == height


def test_last_year_is_what_was_signed_and_it_is_said(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    assert "按现在的登记统计" in page.ui.figure_title.text()
    with desk.database.writing(desk.actor) as session:
        close_year(session, editions()["2021"], 2024, "局长审定", today=date(2025, 1, 9))
    with desk.database.writing(desk.actor) as session:
        late: Card = {**REQUEST, "number": "S9", "received_on": date(2024, 9, 9)}
        add_record(session, "request", late)
    page.reload()
    qtbot.waitUntil(lambda: page._count is not None and page._count.previous_is_signed)
    page.go_to_cell("requests.new.natural")
    assert "上年同期1件（签发的数）" in page.ui.figure_title.text()


def test_the_whole_table_is_copied_for_a_spreadsheet(page: StatisticsPage, qtbot: QtBot) -> None:
    page.period_choice.choose("quarter", 3)
    counted(page, qtbot)
    page.ui.copy_table.click()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == ["项目", "单位", "2025年第三季度", "2024年第三季度", "增减", "增减百分比"]
    assert len(lines) == len(editions()["2021"].cells) + 1
    new = next(line for line in lines if line[0].endswith("期初结转政府信息公开申请数量·自然人"))
    assert new[1:] == ["件", "2", "0", "+2", "—"]


def test_an_interim_table_is_handed_over_and_linked(
    page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(dialog: QFileDialog) -> str:
        asked.append(Path(dialog.selectedFiles()[0]).name)
        return str(tmp_path / "季报")

    monkeypatch.setattr(file_choice, "ask", choose)
    assert not page.ui.export_table.isVisible()
    page.period_choice.choose("quarter", 3)
    counted(page, qtbot)
    page.ui.export_table.click()
    qtbot.waitUntil(lambda: "已导出并读回核对" in page.ui.checks.text())
    assert asked == ["示例县科学技术局2025年第三季度政府信息公开情况统计表（内部统计）.xlsx"]
    title = openpyxl.load_workbook(tmp_path / "季报.xlsx").worksheets[0]["A1"].value
    assert title == "示例县科学技术局2025年第三季度政府信息公开情况统计表"


def test_a_period_that_has_not_ended_says_so(
    page: StatisticsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "本期尚未结束" in page.ui.checks.text()  # today is 30 September 2025
    page.period_choice.choose("quarter", 3)
    counted(page, qtbot)
    assert "本期尚未结束" not in page.ui.checks.text()


def test_another_page_asks_for_a_figure_of_the_whole_year(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.period_choice.choose("quarter", 3)
    page.ui.edition.setCurrentIndex(page.ui.edition.findData("2014"))
    page.ui.views.setCurrentWidget(page.ui.tab_findings)
    counted(page, qtbot)
    page.show_figure("requests.3.1.natural")
    counted(page, qtbot)
    assert page.period.is_year
    assert page.ui.views.currentWidget() is page.ui.tab_table
    qtbot.waitUntil(lambda: page.ui.paper.chosen() == "requests.3.1.natural")
    page.show_figure("requests.new.total")  # counted already
    qtbot.waitUntil(lambda: page.ui.paper.chosen() == "requests.new.total")
    fresh = StatisticsPage(desk)  # asked before it was ever seen
    qtbot.addWidget(fresh)
    fresh.show_figure("requests.carried_out.natural")
    fresh.show()
    counted(fresh, qtbot)
    qtbot.waitUntil(lambda: fresh.ui.paper.chosen() == "requests.carried_out.natural")
