"""答复期限: the days of a due date, and what is said where there is none."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice, screen_fit
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.calendar_view import CalendarView
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.models.drawn_clock import drawn_clock
from disclosure_desk.desk.widgets import paper_print
from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.happenings import Happening
from disclosure_desk.storage.journal import begin_step

CTRL = Qt.KeyboardModifier.ControlModifier
# Receipt on a Sunday; the period runs over 国庆节, a make-up Sunday and a make-up Saturday.
RECEIVED = date(2025, 9, 21)


def shown(form: DayStripView, qtbot: QtBot) -> DayStripView:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: form.isActiveWindow() and form.drawn is not None)
    return form


def typed(
    desk: Desk, qtbot: QtBot, received: date = RECEIVED, *happenings: Happening
) -> DayStripView:
    form = DayStripView(desk)
    form.show_days(received, happenings, "2025-031")
    return shown(form, qtbot)


def signs(form: DayStripView) -> dict[str, str]:
    """What each day bears, by its date as told: 09-28 -> 班 5."""
    model = form.ui.days.model()
    found = {}
    for row in range(model.rowCount()):
        for column in range(7):
            index = model.index(row, column)
            if told := index.data(Qt.ItemDataRole.AccessibleTextRole):
                found[told[5:10]] = index.data()
    return found


def stored_request(desk: Desk, received: date = RECEIVED, **card: object) -> int:
    values: Card = {
        "number": "2025-031",
        "received_on": received,
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": "周大勇",
        "content": "奖补资金的发放名单",
        **card,
    }
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", values).record_id


def test_every_day_says_in_letters_what_it_is(desk: Desk, qtbot: QtBot) -> None:
    form = typed(desk, qtbot)
    told = signs(form)
    assert told["09-21"] == "收到"
    assert told["09-22"] == "1"
    assert told["09-27"] == "周末"
    assert told["09-28"] == "班 6"
    assert told["10-01"] == "休 国庆节、中秋节"
    assert told["10-11"] == "班 11"
    assert told["10-23"] == "20 到期" == list(told.values())[-1]
    assert form.ui.label_due.text() == "到期日：2025年10月23日（周四），还剩12个工作日"
    steps = form.ui.steps.model()
    rows = [[steps.index(row, column).data() for column in range(3)] for row in range(5)]
    assert ["2025-10-23", "答复期限届满", "条例第三十三条第二款"] in rows


def test_arrows_go_from_day_to_day_and_say_why_each_counts(desk: Desk, qtbot: QtBot) -> None:
    form = typed(desk, qtbot)
    assert form.ui.days.hasFocus()
    assert form.ui.label_day.text() == "2025-09-30 周二：第8个工作日（条例第三十三条第二款）"
    QTest.keyClick(form.ui.days, Qt.Key.Key_Right)
    assert form.ui.label_day.text() == (
        "2025-10-01 周三：国庆节、中秋节放假，不计入（国办发明电〔2024〕12号）"
    )
    QTest.keyClick(form.ui.days, Qt.Key.Key_Up)
    QTest.keyClick(form.ui.days, Qt.Key.Key_Up)
    # Before receipt there is nothing to choose.
    assert form.ui.label_day.text().startswith("2025-09-24 周三：第3个工作日")
    QTest.keyClick(form.ui.days, Qt.Key.Key_Tab)
    assert form.ui.steps.hasFocus()


def test_a_restart_and_the_days_of_waiting_are_marked(desk: Desk, qtbot: QtBot) -> None:
    asked = Happening("correction_asked", date(2025, 9, 23))
    came = Happening("correction_received", date(2025, 9, 26))
    told = signs(typed(desk, qtbot, RECEIVED, asked, came))
    assert [told[day] for day in ("09-23", "09-24", "09-25", "09-26", "09-28")] == [
        *("2", "停", "停", "重算", "班 1")
    ]


def test_while_it_waits_there_is_no_due_date_and_the_days_run_until_today(
    desk: Desk, qtbot: QtBot
) -> None:
    form = typed(desk, qtbot, RECEIVED, Happening("fee_notice", date(2025, 9, 23)))
    assert form.ui.label_due.text() == "现在没有到期日：正在等待申请人缴费"
    assert signs(form)["09-30"] == "停"
    assert list(signs(form))[-1] == "09-30"
    assert not form.ui.show_calendar.isVisible()


def test_a_request_too_old_for_the_law_has_steps_but_no_days(desk: Desk, qtbot: QtBot) -> None:
    form = typed(desk, qtbot, date(2008, 4, 30))
    assert form.ui.label_due.text() == "没有可以适用的答复期限"
    assert not form.ui.days.isVisible()
    assert "2008-05-01" in form.ui.steps.model().index(0, 1).data()


def test_a_missing_year_leads_to_the_calendar(desk: Desk, qtbot: QtBot) -> None:
    form = typed(desk, qtbot, date(2026, 12, 20))
    assert form.ui.label_due.text() == "推算不出到期日：还没有2027年的放假安排"
    assert signs(form)["12-31"] == "9"
    form.ui.show_calendar.setFocus()
    QTest.keyClick(form.ui.show_calendar, Qt.Key.Key_Space)
    view = form.findChild(CalendarView)
    assert view is not None
    assert view.ui.year.currentText() == "2027年（没有）"
    assert view.ui.tabs.currentWidget() is view.ui.panel_import
    view.close()


def test_a_registered_request_is_drawn_until_today_and_followed(desk: Desk, qtbot: QtBot) -> None:
    request_id = stored_request(desk, date(2025, 8, 1))
    form = shown(DayStripView(desk, request_id), qtbot)
    assert form.windowTitle() == "答复期限　2025-031"
    assert form.ui.label_due.text() == "到期日：2025年8月29日（周五），已逾期23个工作日"
    assert signs(form)["09-30"] == "逾 23"

    def extend(session: object) -> object:
        from disclosure_desk.commands.done import Done

        begin_step(session, "登记延期告知")
        session.add(
            RequestEvent(
                request_id=request_id,
                kind="extension",
                happened_on=date(2025, 8, 20),
                extension_workdays=20,
            )
        )
        return Done("登记延期告知", frozenset({"request"}), request_id)

    desk.run(extend)
    qtbot.waitUntil(lambda: "9月26日" in form.ui.label_due.text())
    assert "逾期" in form.ui.label_due.text()


def test_an_answered_request_is_drawn_until_its_answer(desk: Desk, qtbot: QtBot) -> None:
    calendar = working_days()
    in_time = drawn_clock(RECEIVED, (), calendar, date(2026, 3, 2), answered=date(2025, 10, 23))
    assert in_time.standing == "已于2025年10月23日办结，在期限内"
    late = drawn_clock(RECEIVED, (), calendar, date(2026, 3, 2), answered=date(2025, 10, 27))
    assert late.standing == "已于2025年10月27日办结，逾期2个工作日"
    assert late.days[-1].date == date(2025, 10, 27)
    assert drawn_clock(RECEIVED, (), calendar, date(2025, 10, 23)).standing == "今天到期"


def test_an_answered_request_tells_until_when_the_applicant_may_go_on(
    desk: Desk, qtbot: QtBot
) -> None:
    ended = {"finished_on": date(2025, 9, 26), "outcome": "not_exist"}
    form = shown(DayStripView(desk, stored_request(desk, **ended)), qtbot)
    assert form.drawn is not None
    dates = {step.date for step in form.drawn.steps if "期限为" in step.text}
    assert dates == {date(2025, 11, 25), date(2026, 3, 26)}
    form.copy_days()
    assert "申请行政复议的期限为60日" in QGuiApplication.clipboard().text()


def test_after_a_reconsideration_the_days_left_to_sue_are_told(desk: Desk, qtbot: QtBot) -> None:
    id_ = stored_request(desk, finished_on=date(2025, 9, 26), outcome="refused_secret")
    case: Card = {
        "number": "F1",
        "kind": "reconsideration",
        "request_number": "2025-031",
        "accepted_on": date(2025, 10, 9),
        "concluded_on": date(2025, 11, 10),
        "result": "upheld",
    }
    with desk.database.writing(desk.actor) as session:
        add_record(session, "dispute", case)
    form = shown(DayStripView(desk, id_), qtbot)
    assert form.drawn is not None
    [suit] = form.drawn.remedies
    assert suit.due == date(2025, 11, 25)


def test_a_removed_request_is_said_to_be_gone(desk: Desk, qtbot: QtBot) -> None:
    form = DayStripView(desk, 404)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: "不在登记簿里" in form.ui.label_notes.text())
    assert not form.ui.print_days.isEnabled()


def test_what_is_shown_can_be_copied_as_text(desk: Desk, qtbot: QtBot) -> None:
    form = typed(desk, qtbot)
    form.ui.copy_days.setFocus()
    QTest.keyClick(form.ui.copy_days, Qt.Key.Key_Space)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:3] == [
        "答复期限　2025-031",
        "收到日期：2025年9月21日",
        "到期日：2025年10月23日（周四），还剩12个工作日",
    ]
    assert "班 6\t2025-09-28 周日：第6个工作日（调休上班）（国办发明电〔2024〕12号）" in lines
    assert "2025-10-23　答复期限届满（条例第三十三条第二款）" in lines


def test_it_is_printed_on_paper(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_file(printer: QPrinter, title: str, _parent: QWidget, *, folder: str) -> bool:
        assert title == "答复期限　2025-031"
        assert folder == str(tmp_path)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "期限.pdf"))
        return True

    monkeypatch.setattr(paper_print, "choose_printer", to_file)
    form = typed(desk, qtbot)
    QTest.keyClick(form.ui.days, Qt.Key.Key_P, CTRL)
    printed = (tmp_path / "期限.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert len(printed) > 5_000


def test_without_a_printer_the_page_becomes_a_pdf(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_print.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    form = typed(desk, qtbot)
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: "")
    form.ui.print_days.click()
    assert not list(tmp_path.glob("*.pdf"))
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(tmp_path / "答复期限"))
    form.ui.print_days.click()
    assert (tmp_path / "答复期限.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPdfEngine|QPainter|QPrinter|open file|PaintEngine", extend=True)
def test_a_file_that_cannot_be_written_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_print.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    place = tmp_path / "没有" / "期限.pdf"
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(place))
    form = typed(desk, qtbot)
    form.ui.print_days.click()
    (box,) = form.findChildren(QMessageBox)
    assert str(place) in box.text()
    box.close()


def test_the_printed_page_says_whose_it_is_and_when_it_was_printed(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr(paper_print, "print_page", lambda page, *_, **__: pages.append(page))
    form = typed(desk, qtbot)
    QTest.keyClick(form.ui.days, Qt.Key.Key_P, CTRL)
    for words in ("单位：示例县科学技术局", "申请编号：2025-031", "打印日期：2025年9月30日"):
        assert words in pages[0]


def test_three_weeks_are_in_view_on_a_magnified_screen_whatever_is_told_above(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 1366×768 at 150 % less frame and panel, and less again for the smaller letters of tests.
    monkeypatch.setattr(screen_fit, "_room", lambda _window: QSize(910, 390))
    happenings = [
        Happening("correction_received", date(2025, 9, 22)),
        Happening("extension", date(2025, 9, 23), workdays=40),
        Happening("extension", date(2025, 9, 24), workdays=20),
    ]
    form = typed(desk, qtbot, RECEIVED, *happenings)
    qtbot.wait(50)
    assert form.drawn is not None
    assert len(form.drawn.clock.problems) >= 2
    assert form.height() <= 390
    days = form.ui.days
    room_for_rows = days.viewport().height()
    whole = [
        row
        for row in range(days.model().rowCount())
        if days.rowViewportPosition(row) >= 0
        and days.rowViewportPosition(row) + days.rowHeight(row) <= room_for_rows
    ]
    assert len(whole) >= 3
    assert form.ui.steps.viewport().height() >= 26
