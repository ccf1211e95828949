"""Writing a chapter by keys: fields, completion, marks, jumps; nothing acts during composition."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.alike_view import AlikeView
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.report_page import ReportPage
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.desk.widgets.report_edit import ReportEdit
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK
from tests.desk.keyboard import ENTER, commit, compose, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ALT = Qt.KeyboardModifier.AltModifier
TAB, F6, F8 = Qt.Key.Key_Tab, Qt.Key.Key_F6, Qt.Key.Key_F8


def _request(number: str) -> dict[str, object]:
    return {
        "number": number,
        "received_on": date(2025, 3, 20),
        "received_via": "letter",
        "applicant_kind": "natural",
        "content": "县级科技计划项目的立项文件",
    }


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[ReportPage]:
    with database.writing(CLERK) as session:
        for number in ("2025-001", "2025-002"):
            add_record(session, "request", _request(number))
    made = ReportPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.ui.chapters.model().rowCount() == 6)
    made.ui.body.setFocus()
    qtbot.waitUntil(made.ui.body.hasFocus)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def marked(page: ReportPage) -> list[tuple[str, str]]:
    text = page.ui.body.toPlainText()
    return [(one.kind, text[one.start : one.end]) for one in page.ui.body.marks()]


def at(page: ReportPage, words: str) -> None:
    """Put the cursor before these words."""
    cursor = page.ui.body.textCursor()
    cursor.setPosition(page.ui.body.toPlainText().index(words))
    page.ui.body.setTextCursor(cursor)


def test_a_field_is_chosen_by_pinyin_once_its_bracket_is_typed(page: ReportPage) -> None:
    body = page.ui.body
    commit(body, "新收【")
    assert body._offers.is_open
    QTest.keyClicks(body, "bnxs")
    assert body._offers.lines[0].split("　") == ["本年新收", "2"]
    QTest.keyClick(body._offers._popup, ENTER)
    assert body.toPlainText() == "新收【本年新收】"
    assert not body._offers.is_open
    commit(body, "件【】")
    body.moveCursor(QTextCursor.MoveOperation.Left)
    commit(body, "上年")
    QTest.keyClick(body._offers._popup, TAB)
    assert body.toPlainText() == "新收【本年新收】件【上年结转】"


def test_the_list_of_fields_waits_for_the_end_of_a_composition(page: ReportPage) -> None:
    body = page.ui.body
    commit(body, "【")
    compose(body, "ben nian")
    assert not body._offers.is_open
    QTest.keyClick(body, ENTER)
    QTest.keyClick(body, ENTER, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body, ENTER, ALT)
    QTest.keyClick(body, F6)
    assert body.toPlainText() == "【"
    commit(body, "本年办")
    assert body._offers.is_open
    QTest.keyClick(body._offers._popup, Qt.Key.Key_Escape)
    assert not body._offers.is_open
    assert body.toPlainText() == "【本年办"


def test_a_typed_number_is_marked_and_becomes_its_field_by_one_key(
    page: ReportPage, desk: Desk, qtbot: QtBot
) -> None:
    commit(page.ui.body, "本年新收申请2件，上年结转3件。")
    qtbot.waitUntil(lambda: marked(page) == [("typed", "2"), ("contradicts", "3")])
    at(page, "2件")
    assert "与表中" in page.ui.told.text()
    assert "Alt+Enter" in page.ui.told.text()
    QTest.keyClick(page.ui.body, ENTER, ALT)
    assert page.ui.body.toPlainText() == "本年新收申请【本年新收】件，上年结转3件。"
    page.ui.body.undo()
    assert page.ui.body.toPlainText() == "本年新收申请2件，上年结转3件。"
    page.ui.body.redo()
    qtbot.waitUntil(lambda: marked(page) == [("contradicts", "3")])
    qtbot.waitUntil(lambda: "是0，相差3" in page._findings.findings[0].message)
    assert page._findings.findings[0].severity == "error"
    QTest.keyClick(page.ui.body, F6)
    assert page.ui.body.textCursor().selectedText() == "3"
    QTest.keyClick(page.ui.body, ENTER, ALT)
    assert page.ui.body.toPlainText() == "本年新收申请【本年新收】件，上年结转【上年结转】件。"
    qtbot.waitUntil(lambda: not marked(page))


def test_marks_follow_the_text_while_it_is_typed_into(page: ReportPage, qtbot: QtBot) -> None:
    body = page.ui.body
    commit(body, "本年新收申请5件。")
    qtbot.waitUntil(lambda: marked(page) == [("contradicts", "5")])
    body.moveCursor(QTextCursor.MoveOperation.Start)
    commit(body, "𠮷县的")
    at_five = body.textCursor()
    at_five.setPosition(
        body.document().toPlainText().encode("utf-16-le").index("5".encode("utf-16-le")) // 2
    )
    body.setTextCursor(at_five)
    assert "相差3" in page.ui.told.text()
    qtbot.waitUntil(lambda: marked(page) == [("contradicts", "5")])
    QTest.keyClick(body, ENTER, ALT)
    assert body.toPlainText() == "𠮷县的本年新收申请【本年新收】件。"


def test_a_phrase_that_checkers_misread_is_replaced_by_the_fixed_one(
    page: ReportPage, qtbot: QtBot
) -> None:
    commit(page.ui.body, "全年收到政府信息公开申请3件。")
    qtbot.waitUntil(lambda: [kind for kind, _ in marked(page)] == ["contradicts"])
    QTest.keyClick(page.ui.body, F6)
    QTest.keyClick(page.ui.body, ENTER, ALT)
    told = "本年新收政府信息公开申请【本年新收】件，上年结转【上年结转】件。"
    assert page.ui.body.toPlainText() == told


def test_a_fixed_phrase_is_inserted_from_the_menu(page: ReportPage, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in page.ui.insert_phrase.menu().actions()}
    assert "依据：" in actions["新收和结转"].toolTip()
    actions["新收和结转"].trigger()
    assert page.ui.body.toPlainText() == (
        "本年新收政府信息公开申请【本年新收】件，上年结转【上年结转】件。"
    )
    qtbot.wait(400)
    assert marked(page) == []
    page.ui.chapters.setCurrentIndex(page.ui.chapters.model().index(5, 0))
    assert "未收取处理费" in [action.text() for action in page.ui.insert_phrase.menu().actions()]


def test_the_list_of_findings_leads_to_the_place_by_keys(page: ReportPage, qtbot: QtBot) -> None:
    commit(page.ui.body, "结转下年度继续办理9件。")
    qtbot.waitUntil(lambda: marked(page) == [("contradicts", "9")])
    page.ui.chapters.setCurrentIndex(page.ui.chapters.model().index(4, 0))
    QTest.keyClick(page.ui.body, F8)
    assert page.ui.findings.hasFocus()
    assert page.ui.findings.currentIndex().row() == 0
    QTest.keyClick(page.ui.findings, ENTER)
    assert page.ui.body.hasFocus()
    assert page.ui.body.textCursor().selectedText() == "9"


def test_ctrl_enter_on_a_field_asks_for_its_figure(
    page: ReportPage, desk: Desk, qtbot: QtBot
) -> None:
    commit(page.ui.body, "本年新收申请【本年新收】件，【没有的】【单位名称】。")
    at(page, "本年新收】")
    assert page.ui.told.text().startswith("【本年新收】＝2，一、本年新收政府信息公开申请数量·总计")
    with qtbot.waitSignal(desk.open_figure) as told:
        press(page.ui.body, ENTER)
    assert told.args == ["requests.new.total"]
    at(page, "没有的】")
    with qtbot.assertNotEmitted(desk.open_figure):
        press(page.ui.body, ENTER)
    at(page, "单位名称】")
    with qtbot.assertNotEmitted(desk.open_figure):
        press(page.ui.body, ENTER)
    assert "不在统计表里" in page.ui.told.text()


def test_fields_are_drawn_with_a_ground_of_their_own(page: ReportPage) -> None:
    commit(page.ui.body, "新收【本年新收】件，【没有的】。")
    grounds = {
        one.cursor.selectedText(): one.format.background().color().name()
        for one in page.ui.body.extraSelections()
    }
    assert set(grounds) == {"【本年新收】", "【没有的】"}
    assert len(set(grounds.values())) == 2


def test_the_figure_of_a_field_is_shown_on_the_page_of_statistics(
    database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    database.close()
    window = MainWindow(lambda: date(2025, 9, 30))
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(tmp_path / "office.db"))
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    assert window.desk is not None
    window.desk.open_figure.emit("requests.carried_out.total")
    statistics = window.page("statistics")
    assert isinstance(statistics, StatisticsPage)
    assert window.ui.stack.currentWidget() is statistics
    qtbot.waitUntil(lambda: statistics.ui.paper.chosen() == "requests.carried_out.total")
    window.desk.open_figure.emit("requests.new.natural")
    qtbot.waitUntil(lambda: statistics.ui.paper.chosen() == "requests.new.natural")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.close()


def test_the_likeness_to_last_year_is_told_with_its_sentences(
    page: ReportPage, desk: Desk, database: Database, qtbot: QtBot
) -> None:
    same = "坚持以企业和群众需求确定公开重点，逐项公布项目申报和资金拨付的进度。"
    other = "今年新设了便民查阅点并安排专人值守。"
    with database.writing(CLERK) as session:
        write_report_text(session, 2024, 1, same)
    desk.run(lambda session: write_report_text(session, 2025, 1, same + other))
    qtbot.waitUntil(lambda: "与上年" in page.ui.length.text())
    page.ui.compare_previous.click()
    view = page.window().findChild(AlikeView)
    assert isinstance(view, AlikeView)
    qtbot.waitUntil(lambda: view.ui.chapters.count() == 3)
    assert "字面相似100%" in view.ui.sentences.toPlainText()
    assert "便民查阅点" not in view.ui.sentences.toPlainText()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    view.close()


def test_the_caret_stays_in_view_when_the_list_of_findings_opens(
    page: ReportPage, qtbot: QtBot
) -> None:
    body, made = page.ui.body, page._composed
    assert made is not None
    page.ui.findings.hide()
    page.resize(683, 384)  # 1366×768 at 200 %
    body.setPlainText("一行文字\n" * 60)
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: seen_whole(body))
    height = body.viewport().height()
    page._findings.tell(made, {})
    assert page.ui.findings.isVisible()
    qtbot.waitUntil(lambda: body.viewport().height() < height)
    assert body.viewport().height() >= body.cursorRect().height(), "a line of text stays in view"
    qtbot.waitUntil(lambda: seen_whole(body))


def seen_whole(body: ReportEdit) -> bool:
    """Whether the caret stands in the part of the text that is shown."""
    return body.viewport().rect().contains(body.cursorRect())
