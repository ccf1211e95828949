"""节假日: the year at a glance, taking a notice in, and taking it away again."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.calendar_view import CalendarView
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.own_calendars import keep_notice, own_notices

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 11, 20)

# An invented notice: the real one for 2027 is not written here.
NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
测发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。2月13日（周六）、14日（周日）上班。
三、清明节：4月5日（周一）放假，与周末连休。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。
"""
CUT_SHORT = NOTICE_2027[: NOTICE_2027.index("六、")]
WRONG_WEEKDAY = NOTICE_2027.replace("4月5日（周一）", "4月5日（周二）")
EXTENDING = "国务院办公厅关于延长2027年春节假期的通知\n延长2027年春节假期至2月13日（星期六）。"


@pytest.fixture
def late_desk(desk: Desk) -> Desk:
    """The desk in November, when the notice of the next year comes out."""
    desk.today = lambda: TODAY
    return desk


def shown(desk: Desk, qtbot: QtBot, year: int | None = None) -> CalendarView:
    view = CalendarView(desk, year=year)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def paste(view: CalendarView, text: str, qtbot: QtBot) -> None:
    """As a clerk does it: into the leaf by its key, then Ctrl+V over what stands there."""
    QTest.keyClick(view, Qt.Key.Key_I, ALT)
    view.ui.text.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(view.ui.text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(view.ui.text, Qt.Key.Key_V, CTRL)
    (pause,) = view.importing.findChildren(QTimer)
    qtbot.waitUntil(lambda: not pause.isActive())


def test_a_year_shows_its_notice_and_says_of_each_day_what_it_is(
    late_desk: Desk, qtbot: QtBot
) -> None:
    view = shown(late_desk, qtbot)
    assert view.ui.year.currentText() == "2026年"
    assert view.ui.label_known.text() == "已有放假安排的年份：2008年至2026年"
    assert view.ui.label_notices.text() == (
        "依据：国办发明电〔2025〕7号《国务院办公厅关于2026年部分节假日安排的通知》，"
        "2025-11-04印发（随程序提供）"
    )
    assert view.ui.label_day.text() == "2026-11-20 周五：工作日"
    sheet = view.ui.sheet
    assert sheet.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert view.ui.label_day.text() == "2026-11-21 周六：周末"
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    for _ in range(2):
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert view.ui.label_day.text() == "2026-02-15 周日：春节放假（国办发明电〔2025〕7号）"
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert view.ui.label_day.text() == "2026-02-14 周六：春节调休上班（国办发明电〔2025〕7号）"
    assert sheet.accessibleDescription() == view.ui.label_day.text()


def test_the_days_stay_within_their_year(late_desk: Desk, qtbot: QtBot) -> None:
    view = shown(late_desk, qtbot)
    QTest.keyClick(view.ui.sheet, Qt.Key.Key_Home)
    QTest.keyClick(view.ui.sheet, Qt.Key.Key_Up)
    assert view.ui.sheet.chosen == date(2026, 1, 1)
    QTest.keyClick(view.ui.sheet, Qt.Key.Key_End)
    QTest.keyClick(view.ui.sheet, Qt.Key.Key_PageDown)
    assert view.ui.sheet.chosen == date(2026, 12, 31)


def test_a_day_is_chosen_by_a_click_too(late_desk: Desk, qtbot: QtBot) -> None:
    sheet = shown(late_desk, qtbot).ui.sheet
    for day in (date(2026, 1, 1), date(2026, 5, 31), date(2026, 12, 31)):
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.place_of(day).center())
        assert sheet.chosen == day
    assert sheet.day_at(QPoint(-5, -5)) is None


def test_holidays_and_make_up_days_bear_letters(late_desk: Desk, qtbot: QtBot) -> None:
    """Beside the number of the day the drawing holds more ink where 休 or 班 stands."""
    sheet = shown(late_desk, qtbot).ui.sheet
    image = sheet.grab().toImage()
    scale = image.devicePixelRatio()

    def inked(day: date) -> int:
        place = sheet.place_of(day).adjusted(3, 3, -4, -4)
        ground = image.pixel(int(place.left() * scale), int(place.top() * scale))
        return sum(
            image.pixel(int(x * scale), int(y * scale)) != ground
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        )

    for marked, plain in (
        (date(2026, 2, 14), date(2026, 3, 14)),  # 14班, 14
        (date(2026, 2, 17), date(2026, 3, 17)),  # 17休, 17
    ):
        assert inked(marked) > inked(plain) + 15


def test_a_year_without_a_notice_begins_with_importing(late_desk: Desk, qtbot: QtBot) -> None:
    view = shown(late_desk, qtbot, 2027)
    assert view.ui.tabs.currentWidget() is view.ui.panel_import
    assert view.ui.text.hasFocus()
    assert "2027年的放假安排还没有录入" in view.ui.label_notices.text()
    assert not view.ui.keep_notice.isEnabled()


def test_a_pasted_notice_is_shown_before_it_is_kept_and_then_known_everywhere(
    late_desk: Desk, qtbot: QtBot
) -> None:
    with late_desk.database.writing(late_desk.actor) as session:
        begin_step(session, "登记依申请公开")
        # Not by its command, which knows that this day has not come yet.
        request = Request(
            number="2026-044",
            received_on=date(2026, 12, 20),
            received_via="letter",
            applicant_kind="natural",
            applicant_name="周大勇",
            content="奖补资金的发放名单",
        )
        session.add(request)
        session.flush()
        record_id = request.id
    strip = DayStripView(late_desk, record_id)
    qtbot.addWidget(strip)
    strip.show()
    qtbot.waitUntil(lambda: "推算不出" in strip.ui.label_due.text())
    view = shown(late_desk, qtbot)
    paste(view, NOTICE_2027, qtbot)
    assert view.ui.label_read.text() == "读到：2027年放假安排（没有读到文号）"
    breaks = view.ui.breaks.model()
    assert [breaks.index(1, column).data() for column in range(4)] == [
        *("春节", "2月5日至12日", "8天", "2月13日、2月14日")
    ]
    assert "现在还没有放假安排" in view.ui.changes.toPlainText()
    assert own_notices() == ()
    with qtbot.waitSignal(late_desk.changed) as told:
        QTest.keyClick(view.ui.text, Qt.Key.Key_Return, CTRL)
    assert "calendar" in told.args[0]
    qtbot.waitUntil(lambda: view.ui.tabs.currentIndex() == 0)
    assert view.ui.label_state.text() == "已导入2027年的放假安排。"
    assert view.ui.year.currentText() == "2027年"
    assert view.ui.label_known.text().endswith("2008年至2027年")
    assert view.ui.label_notices.text().endswith("（自己导入）")
    assert view.ui.text.toPlainText() == ""
    qtbot.waitUntil(lambda: strip.ui.label_due.text().startswith("到期日：2027年1月18日"))
    with late_desk.database.reading() as session:
        lines = session.query(JournalEntry).filter(JournalEntry.kind == "calendar").all()
    assert [line.step for line in lines] == ["修改节假日安排"]
    assert "2026-044" in lines[0].after


def test_tab_follows_the_page_where_a_notice_is_taken_in(late_desk: Desk, qtbot: QtBot) -> None:
    view = shown(late_desk, qtbot)
    paste(view, NOTICE_2027, qtbot)
    ui = view.ui
    for widget in (ui.breaks, ui.changes, ui.choose_file, ui.keep_notice, ui.leave):
        focused = view.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert widget.hasFocus(), widget.objectName()


def test_a_notice_that_contradicts_the_calendar_is_refused_and_its_text_stays(
    late_desk: Desk, qtbot: QtBot
) -> None:
    view = shown(late_desk, qtbot)
    paste(view, WRONG_WEEKDAY, qtbot)
    assert "4月5日" in view.ui.label_problem.text()
    assert view.ui.text.toPlainText() == WRONG_WEEKDAY
    assert not view.ui.keep_notice.isEnabled()
    QTest.keyClick(view.ui.text, Qt.Key.Key_Return, CTRL)
    assert not late_desk.jobs.busy
    paste(view, "今天天气很好。", qtbot)
    assert "这不是国务院办公厅的节假日安排通知" in view.ui.label_problem.text()
    assert own_notices() == ()


def test_festivals_that_are_missing_must_be_confirmed(late_desk: Desk, qtbot: QtBot) -> None:
    view = shown(late_desk, qtbot)
    paste(view, CUT_SHORT, qtbot)
    assert "没有读到中秋节、国庆节的安排" in view.ui.label_problem.text()
    QTest.keyClick(view.ui.text, Qt.Key.Key_Return, CTRL)
    assert not late_desk.jobs.busy
    assert own_notices() == ()
    view.ui.is_complete.setFocus()
    QTest.keyClick(view.ui.is_complete, Qt.Key.Key_Space)
    QTest.keyClick(view.ui.is_complete, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "已导入" in view.ui.label_state.text())
    assert len(own_notices()) == 1


def test_what_is_typed_after_confirming_must_be_confirmed_anew(
    late_desk: Desk, qtbot: QtBot
) -> None:
    view = shown(late_desk, qtbot)
    paste(view, CUT_SHORT, qtbot)
    view.ui.is_complete.setChecked(True)
    assert view.ui.keep_notice.isEnabled()
    QTest.keyClicks(view.ui.text, " ")
    QTest.keyClick(view.ui.text, Qt.Key.Key_Return, CTRL)
    assert not late_desk.jobs.busy
    assert not view.ui.is_complete.isChecked()


def test_days_that_become_others_are_listed(late_desk: Desk, qtbot: QtBot) -> None:
    keep_notice(NOTICE_2027)
    view = shown(late_desk, qtbot)
    paste(view, NOTICE_2027, qtbot)
    assert view.ui.changes.toPlainText() == "与现在使用的2027年放假安排完全一样。"
    paste(view, EXTENDING, qtbot)
    assert view.ui.changes.toPlainText().splitlines() == [
        "2027年已有放假安排，导入后有1天不同：",
        "2027-02-13　调休上班 → 放假",
    ]


def test_an_amending_notice_without_that_of_its_year_is_refused(
    late_desk: Desk, qtbot: QtBot
) -> None:
    view = shown(late_desk, qtbot)
    paste(view, EXTENDING, qtbot)
    assert "2027年的放假安排还没有录入" in view.ui.label_problem.text()
    assert not view.ui.keep_notice.isEnabled()


def test_a_notice_comes_from_a_text_file(
    late_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "通知.txt"
    place.write_text(NOTICE_2027, encoding="gb18030")
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(place))
    view = shown(late_desk, qtbot, 2027)
    view.ui.choose_file.click()
    assert "读到：2027年放假安排" in view.ui.label_read.text()
    place.write_bytes(b"\x00\x01\x02")
    view.ui.choose_file.click()
    assert "不是文本文件" in view.ui.label_problem.text()
    assert view.ui.text.toPlainText() == NOTICE_2027


def test_an_own_notice_is_removed_after_a_question(late_desk: Desk, qtbot: QtBot) -> None:
    keep_notice(NOTICE_2027)
    view = shown(late_desk, qtbot)
    QTest.keyClick(view, Qt.Key.Key_O, ALT)
    lines = view.ui.own.model()
    assert [lines.index(0, column).data() for column in range(4)] == [
        *("2027年", "—", "国务院办公厅关于2027年部分节假日安排的通知", "全年安排"),
    ]
    view.ui.own.setFocus()
    QTest.keyClick(view.ui.own, Qt.Key.Key_Delete)
    (box,) = view.findChildren(QMessageBox)
    assert "落在这一年的到期日就推算不出来" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Return)  # 取消 stands first
    assert len(own_notices()) == 1
    QTest.keyClick(view.ui.own, Qt.Key.Key_Delete)
    box = next(one for one in view.findChildren(QMessageBox) if one.isVisible())
    remove = next(one for one in box.findChildren(QPushButton) if one.text() == "删除")
    with qtbot.waitSignal(late_desk.changed) as told:
        remove.click()
    assert "calendar" in told.args[0]
    qtbot.waitUntil(lambda: "已删除" in view.ui.label_state.text())
    assert own_notices() == ()
    assert lines.rowCount() == 0
    assert not view.ui.forget_notice.isEnabled()


def test_a_damaged_notice_is_told_and_mended_by_importing_it_again(
    late_desk: Desk, qtbot: QtBot, notices_folder: Path
) -> None:
    keep_notice(NOTICE_2027)
    (notices_folder / "2027.toml").write_text("坏了", encoding="utf-8")
    view = shown(late_desk, qtbot)
    assert "已经损坏" in view.ui.label_state.text()
    paste(view, NOTICE_2027, qtbot)
    QTest.keyClick(view.ui.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "已导入" in view.ui.label_state.text())
    assert len(own_notices()) == 1


def test_without_an_open_office_a_notice_is_kept_too(
    qtbot: QtBot, failures: list[Exception]
) -> None:
    jobs = Jobs(failed=failures.append)
    view = CalendarView(None, jobs=jobs, year=2027, today=lambda: TODAY)
    qtbot.addWidget(view)
    view.show()
    paste(view, NOTICE_2027, qtbot)
    view.keep_notice()
    qtbot.waitUntil(lambda: "已导入" in view.ui.label_state.text())
    assert len(own_notices()) == 1
    assert not failures


def test_with_large_letters_there_are_fewer_months_beside_each_other(
    late_desk: Desk, qtbot: QtBot
) -> None:
    view = shown(late_desk, qtbot)
    sheet = view.ui.sheet
    view.resize(1000, 700)
    assert sheet.place_of(date(2026, 4, 1)).top() == sheet.place_of(date(2026, 1, 1)).top()
    font = sheet.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    sheet.setFont(font)
    qtbot.waitUntil(
        lambda: sheet.place_of(date(2026, 4, 1)).top() > sheet.place_of(date(2026, 1, 1)).top()
    )
    bottom = sheet.place_of(date(2026, 12, 31)).bottom
    qtbot.waitUntil(lambda: sheet.height() > bottom())
    assert view.ui.scroll_year.horizontalScrollBar().maximum() == 0
    QTest.keyClick(sheet, Qt.Key.Key_End)
    seen = sheet.visibleRegion().boundingRect()
    assert seen.contains(sheet.place_of(date(2026, 12, 31)).center())


def test_the_profile_of_the_office_leads_to_the_calendar(desk: Desk, qtbot: QtBot) -> None:
    page = OfficePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.ui.show_calendar.setFocus()
    QTest.keyClick(page.ui.show_calendar, Qt.Key.Key_Space)
    view = page.findChild(CalendarView)
    assert view is not None
    assert view.isVisible()
    view.close()
