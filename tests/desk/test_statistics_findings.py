"""The tab 核对 of the statistics page: what is found, and the jump to its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.period_checks import records_with_findings
from disclosure_desk.storage.own_calendars import calendar_in_use

LATE: Card = {  # answered long after its due date, without a reason for 其他
    "received_on": date(2025, 2, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "林知夏",
    "content": "乡村道路养护经费",
    "finished_on": date(2025, 6, 30),
    "outcome": "closed_other",
}
DISPUTE: Card = {"kind": "litigation_after", "accepted_on": date(2025, 3, 3)}


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    with desk.database.writing(desk.actor) as session:
        add_record(session, "request", {**LATE, "number": "S1"})
        add_record(session, "dispute", {**DISPUTE, "number": "F1"})
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    qtbot.waitUntil(lambda: made._count is not None and not desk.jobs.busy)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def rows(page: StatisticsPage) -> list[tuple[str, ...]]:
    model = page.ui.findings.model()
    return [
        tuple(model.index(row, column).data() for column in range(3))
        for row in range(model.rowCount())
    ]


def looked(page: StatisticsPage, qtbot: QtBot) -> None:
    page.ui.views.setCurrentWidget(page.ui.tab_findings)
    qtbot.waitUntil(lambda: "核对了本期" in page.ui.label_findings.text())


def test_findings_of_the_records_that_count_are_listed_the_heaviest_first(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    assert rows(page) == []  # nothing is asked before the tab is looked at
    looked(page, qtbot)
    assert "核对了本期的2件申请和案件" in page.ui.label_findings.text()
    late = next(one for one in rows(page) if one[1] == "S1" and "逾期" in one[2])
    assert late[0] == "注意"
    weights = [("错误", "注意", "提示").index(one[0]) for one in rows(page)]
    assert weights == sorted(weights)
    assert not page.ui.side.isVisible()


def test_enter_on_a_finding_opens_its_record(page: StatisticsPage, qtbot: QtBot) -> None:
    looked(page, qtbot)
    place = [one[1] for one in rows(page)].index("S1")
    page.ui.findings.selectRow(place)
    page.ui.findings.setFocus()
    with qtbot.waitSignal(page._desk.open_record) as opened:
        QTest.keyClick(page.ui.findings, Qt.Key.Key_Return)
    assert opened.args[0] == "request"


def test_a_broken_relation_comes_first_and_leads_to_its_cell(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    looked(page, qtbot)
    count = page._count
    assert count is not None
    wrong = dict(count.figures) | {"requests.3.7.natural": 9}
    page._on_counted(replace(count, figures=wrong))
    looked(page, qtbot)
    assert rows(page)[0][0] == "错误"
    assert "H1 自然人" in rows(page)[0][2]
    page.ui.findings.selectRow(0)
    page.ui.findings.setFocus()
    QTest.keyClick(page.ui.findings, Qt.Key.Key_Return)
    assert page.ui.views.currentWidget() is page.ui.tab_table
    assert page.ui.paper.chosen().endswith(".natural")
    assert page.ui.paper.isAncestorOf(page.window().focusWidget())


def test_a_period_shows_the_findings_of_what_it_counts(page: StatisticsPage, qtbot: QtBot) -> None:
    page.period_choice.choose("month", 1)  # before the request was received
    qtbot.waitUntil(lambda: page._count is not None and page._count.period == page.period)
    looked(page, qtbot)
    assert rows(page) == []
    assert page.ui.label_findings.text() == "没有发现问题；核对了本期的0件申请和案件。"


def test_of_many_records_the_newest_are_looked_at_and_the_rest_is_counted(desk: Desk) -> None:
    with desk.database.writing(desk.actor) as session:
        for number in range(4):
            add_record(session, "request", {**LATE, "number": f"S{number}"})
    calendar: WorkingDays = calendar_in_use()
    with desk.database.reading() as session:
        found = records_with_findings(
            session, Period.of_year(2025), calendar=calendar, today=desk.today(), most=3
        )
    assert (found.looked_at, found.left) == (3, 1)
    assert {one.number for one in found.findings} == {"S1", "S2", "S3"}
    assert all(isinstance(one.finding, Finding) for one in found.findings)
