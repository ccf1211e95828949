"""今日: what presses, in groups; calm when nothing does; the next day by itself."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.calendar_view import CalendarView
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.pages.today_page import TodayPage
from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import Request
from disclosure_desk.storage.journal import begin_step

# It is Tuesday 2025-09-30; a request of 09-03 is due on it.
OVERDUE, DUE_TODAY = date(2025, 8, 20), date(2025, 9, 3)


def register(session: Session, number: str, received: date) -> Done:
    """An open request of a natural person."""
    return add_record(
        session,
        "request",
        {
            "number": number,
            "received_on": received,
            "received_via": "letter",
            "applicant_kind": "natural",
            "applicant_name": "周大勇",
            "content": "奖补资金的发放名单",
            "department": "办公室",
        },
    )


def store(desk: Desk, number: str, received: date) -> int:
    with desk.database.writing(desk.actor) as session:
        return register(session, number, received).record_id


def store_old_case(desk: Desk) -> None:
    """A dispute that was closed last year: nothing of it is to be done."""
    card: Card = {
        "number": "F1",
        "kind": "reconsideration",
        "accepted_on": date(2024, 10, 8),
        "concluded_on": date(2024, 11, 4),
        "result": "upheld",
    }
    with desk.database.writing(desk.actor) as session:
        add_record(session, "dispute", card)


def shown(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.agenda is not None and not desk.jobs.busy)
    page.setFocus()
    return page


def lines(page: TodayPage) -> list[str]:
    """The headings and, below each, the numbers, as they stand on the page."""
    found = []
    for row in range(page.model.rowCount()):
        group = page.model.index(row, 0)
        found.append(group.data())
        found += [
            "　".join(
                filter(None, (page.model.index(one, column, group).data() for column in (0, 2, 3)))
            )
            for one in range(page.model.rowCount(group))
        ]
    return found


def test_the_page_is_there_before_its_list(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert "正在查看" in page.ui.label_quiet.text()
    assert not page.ui.items.isVisible()
    qtbot.waitUntil(page.ui.items.isVisible)
    assert not page.ui.label_quiet.isVisible()


def test_what_presses_stands_in_groups_and_says_it_in_words(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    store(desk, "2025-002", DUE_TODAY)
    page = shown(desk, qtbot)
    assert lines(page) == [
        "已经逾期（1）",
        "2025-001　2025-09-17 周三　逾期10个工作日",
        "1个工作日内到期（1）",
        "2025-002　2025-09-30 周二　今天",
    ]
    assert page.ui.label_day.text() == "2025年9月30日 周二，2件事要办"
    assert page.ui.label_chosen.text() == (
        "周大勇 奖补资金的发放名单：期限2025-09-17，已超过10个工作日"
    )
    group = page.model.index(0, 0)
    index = page.model.index(0, 0, group)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("2025-001，周大勇")


def test_a_new_office_is_told_how_to_begin_until_something_is_entered(
    desk: Desk, qtbot: QtBot
) -> None:
    page = shown(desk, qtbot)
    for key in ("Alt+9", "Alt+2", "Ctrl+N", "Ctrl+I"):
        assert key in page.ui.label_quiet.text()
    store_old_case(desk)
    page.reload()
    qtbot.waitUntil(lambda: page.ui.label_quiet.text() == "今天没有要办的事。")


def test_a_quiet_day_says_so_and_names_the_next_due_date(desk: Desk, qtbot: QtBot) -> None:
    store_old_case(desk)
    page = shown(desk, qtbot)
    assert page.ui.label_quiet.text() == "今天没有要办的事。"
    assert not page.ui.items.isVisible()
    assert not page.ui.open_item.isVisible()
    store(desk, "2025-001", date(2025, 9, 29))
    page.reload()
    qtbot.waitUntil(lambda: "下一个期限" in page.ui.label_quiet.text())
    assert page.ui.label_quiet.text() == ("今天没有要办的事。下一个期限：2025年11月3日（周一）。")


def test_enter_opens_the_record_and_the_arrows_lead_there(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    second = store(desk, "2025-002", OVERDUE + timedelta(days=1))
    page = shown(desk, qtbot)
    opened: list[tuple[str, int]] = []
    desk.open_record.connect(lambda kind, record_id: opened.append((kind, record_id)))
    assert page.ui.items.hasFocus()
    QTest.keyClick(page.ui.items, Qt.Key.Key_Down)
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    assert opened == [("request", second)]
    place = page.ui.items.visualRect(page.ui.items.currentIndex()).center()
    QTest.mouseClick(page.ui.items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.ui.items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [("request", second)] * 2
    page.ui.open_item.setFocus()
    QTest.keyClick(page.ui.open_item, Qt.Key.Key_Space)
    assert len(opened) == 3


def test_enter_on_a_heading_closes_and_opens_its_group(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    page = shown(desk, qtbot)
    QTest.keyClick(page.ui.items, Qt.Key.Key_Up)
    assert page.chosen() is None
    assert not page.ui.open_item.isEnabled()
    group = page.ui.items.currentIndex()
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    assert not page.ui.items.isExpanded(group)
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    assert page.ui.items.isExpanded(group)


def test_a_request_is_opened_into_its_days(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    page = shown(desk, qtbot)
    page.ui.show_days.setFocus()
    QTest.keyClick(page.ui.show_days, Qt.Key.Key_Space)
    (strip,) = page.findChildren(DayStripView)
    qtbot.waitUntil(lambda: strip.drawn is not None)
    assert strip.drawn.name == "2025-001"
    strip.close()


def test_the_list_follows_the_registers_and_the_chosen_line_stays(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", OVERDUE)
    store(desk, "2025-002", OVERDUE + timedelta(days=1))
    page = shown(desk, qtbot)
    QTest.keyClick(page.ui.items, Qt.Key.Key_Down)
    chosen = page.chosen()
    assert chosen is not None
    desk.run(lambda session: register(session, "2025-003", OVERDUE - timedelta(days=1)))
    qtbot.waitUntil(lambda: "（3）" in lines(page)[0])
    assert page.chosen() == chosen


def test_what_changed_while_another_page_was_in_view_is_caught_up(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.hide()
    desk.run(lambda session: register(session, "2025-001", OVERDUE))
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert page.model.rowCount() == 0
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)


def test_at_midnight_it_becomes_the_next_day_by_itself(desk: Desk, qtbot: QtBot) -> None:
    store(desk, "2025-001", date(2025, 9, 8))
    page = shown(desk, qtbot)
    assert page.ui.label_day.text().startswith("2025年9月30日 周二")
    desk.today = lambda: date(2025, 10, 21)
    page.clock.timeout.emit()
    qtbot.waitUntil(lambda: page.ui.label_day.text().startswith("2025年10月21日 周二"))
    assert "已经逾期（1）" in lines(page)
    page.clock.timeout.emit()
    assert not desk.jobs.busy


def test_the_clock_is_looked_at_while_the_page_lives(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert page.clock.isActive()
    assert page.clock.interval() <= 60_000


def test_a_missing_year_leads_to_the_calendar(desk: Desk, qtbot: QtBot) -> None:
    desk.today = lambda: date(2026, 12, 28)
    with desk.database.writing(desk.actor) as session:
        begin_step(session, "登记依申请公开")
        # Not by its command, which knows that this day has not come yet.
        session.add(
            Request(
                number="2026-044",
                received_on=date(2026, 12, 20),
                received_via="letter",
                applicant_kind="natural",
                applicant_name="周大勇",
                content="奖补资金的发放名单",
            )
        )
    page = shown(desk, qtbot)
    group = page.model.index(page.model.rowCount() - 1, 0)
    assert group.data() == "节假日安排还没有录入（1）"
    page.ui.items.setCurrentIndex(page.model.index(0, 0, group))
    assert not page.ui.show_days.isEnabled()
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    (view,) = page.findChildren(CalendarView)
    assert view.ui.text.hasFocus() or view.ui.tabs.currentWidget() is view.ui.panel_import
    view.close()


def test_a_month_without_entries_leads_to_its_register(desk: Desk, qtbot: QtBot) -> None:
    for month in range(1, 8):
        with desk.database.writing(desk.actor) as session:
            day = date(2025, month, 5)
            card = {"title": f"{month}月信息", "made_on": day, "published_on": day}
            add_record(session, "publication", card)
    page = shown(desk, qtbot)
    group = next(
        (
            page.model.index(row, 0)
            for row in range(page.model.rowCount())
            if page.model.slug_at(page.model.index(row, 0)) == "silence"
        ),
        None,
    )
    if group is None:
        pytest.fail(f"no month without entries: {lines(page)}")
    page.ui.items.setCurrentIndex(page.model.index(0, 0, group))
    with qtbot.waitSignal(page.register_wanted) as wanted:
        QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    assert wanted.args == ["publication"]
