"""The form of a step: its fields, the clock beside it, the outcome, and what is refused."""

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.commands.steps import add_event, remove_event
from disclosure_desk.desk import screen_fit
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.fee_reckoner import FeeReckoner
from disclosure_desk.desk.dialogs.outcome_finder import OutcomeFinder
from disclosure_desk.desk.event_fields import EVERY_EVENT_FIELD, event_fields
from disclosure_desk.records.cards import Card
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.office import Office
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.decision_path import path_to
from disclosure_desk.storage.database import Database
from tests.desk.keyboard import ENTER, compose, form_over, keys, press, type_over

REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 9, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "奖补资金的发放名单",
}
TODAY = date(2025, 9, 30)
Show = Callable[..., EventEdit]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def request_id(desk: Desk) -> int:
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", REQUEST).record_id


@pytest.fixture
def show(desk: Desk, request_id: int, qtbot: QtBot) -> Iterator[Show]:
    forms: list[EventEdit] = []

    def made(kind: str, **given: object) -> EventEdit:
        form = EventEdit(desk, request_id, kind, **given)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        forms.append(form)
        return form

    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    for form in filter(isValid, forms):
        form.binder.keep(form.binder.values())
        form.done(0)


def enter(desk: Desk, request_id: int, kind: str, **told: object) -> int:
    """A step entered behind the form's back; its id."""
    with desk.database.writing(desk.actor) as session:
        add_event(session, request_id, kind, told, today=TODAY)
        return max(session.scalars(select(RequestEvent.id)))


def steps(database: Database) -> list[RequestEvent]:
    with database.reading() as session:
        return list(session.scalars(select(RequestEvent).order_by(RequestEvent.id)))


def test_every_field_of_a_step_has_its_place_under_its_own_name(show: Show) -> None:
    form = show("correction_asked")
    assert set(event_fields("correction_asked")) == {
        *("happened_on", "answer_by", "reason", "letter_number", "person"),
    }
    assert form.ui.label_reason.text() == "需补正的事项"
    assert show("extension").ui.label_reason.text() == "延期理由"
    assert set(EVERY_EVENT_FIELD) <= set(vars(form.ui))


def test_all_that_is_typed_into_a_step_is_kept(
    show: Show, database: Database, desk: Desk, request_id: int, qtbot: QtBot
) -> None:
    form = show("consultation_sent")
    type_over(form.ui.happened_on, "0908")
    keys(form, ENTER, "1", ENTER, "示例县农机公司", ENTER, "0910", ENTER, "2", ENTER, "李明")
    press(form, ENTER)
    qtbot.waitUntil(lambda: len(steps(database)) == 1)
    step = steps(database)[0]
    assert (step.consulted, step.addressee) == ("third_party", "示例县农机公司")
    assert (step.reached_on, step.letter_number) == (date(2025, 9, 10), "2")
    assert step.person == "李明"


def test_a_term_may_lie_ahead(show: Show) -> None:
    form = show("correction_asked")
    form.ui.answer_by.setFocus()
    keys(form, "1020", ENTER)
    assert form.ui.answer_by.value() == date(2025, 10, 20)


def test_the_person_is_the_one_who_handled_the_step_before(
    show: Show, desk: Desk, request_id: int, database: Database, qtbot: QtBot
) -> None:
    with database.writing(desk.actor) as session:
        office = session.scalars(select(Office.id)).one()
        change_record(session, "office", office, {"clerk": "王芳"})
    form = show("correction_asked")
    assert form.ui.person.text() == "王芳"
    assert not form.binder.is_unsaved
    enter(desk, request_id, "fee_notice", happened_on=date(2025, 9, 3), person="李明")
    assert show("correction_asked").ui.person.text() == "李明"


class TestClock:
    def test_it_shows_the_due_date_before_and_after_the_step_while_it_is_typed(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show("extension")
        qtbot.waitUntil(lambda: form.ui.label_before.text() == "2025-09-28 周日")
        type_over(form.ui.happened_on, "0920")
        type_over(form.ui.extension_workdays, "5")
        qtbot.waitUntil(lambda: form.ui.label_after.text().startswith("2025-10-11 周六（推后"))
        type_over(form.ui.extension_workdays, "10")
        qtbot.waitUntil(lambda: form.ui.label_after.text().startswith("2025-10-17 周五"))
        assert form.isVisible()

    def test_a_clock_that_waits_says_for_what(self, show: Show, qtbot: QtBot) -> None:
        form = show("correction_asked")
        type_over(form.ui.happened_on, "0905")
        qtbot.waitUntil(lambda: "等待申请人补正" in form.ui.label_after.text())

    def test_a_year_without_calendar_is_named(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        desk.today = lambda: date(2031, 2, 10)
        form = show("correction_received")
        enter(desk, request_id, "correction_asked", happened_on=date(2025, 9, 5))
        type_over(form.ui.happened_on, "20310203")
        qtbot.waitUntil(lambda: "还没有2031年的放假安排" in form.ui.label_after.text())

    def test_what_is_unlikely_is_told_while_typing_and_does_not_block(
        self, show: Show, database: Database, qtbot: QtBot
    ) -> None:
        form = show("reply")
        form.ui.outcome.set_value("granted")
        qtbot.waitUntil(lambda: form.ui.late_reason.property("finding") == "warning")
        assert "逾期" in form.ui.label_notes.text()
        assert "R16　答复" in form.ui.label_notes.toolTip()
        form.ui.late_reason.setFocus()
        keys(form, "等候上级批复")
        qtbot.waitUntil(lambda: form.ui.late_reason.property("finding") == "hint")
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: len(steps(database)) == 1)

    def test_the_days_are_opened_by_a_key_with_the_step_that_is_typed(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show("extension")
        type_over(form.ui.happened_on, "0920")
        type_over(form.ui.extension_workdays, "5")
        keys(form, Qt.Key.Key_F9)
        view = form_over(form, DayStripView, qtbot)
        qtbot.waitUntil(lambda: view.drawn is not None)
        assert view.drawn is not None
        assert view.drawn.clock.due == date(2025, 10, 11)
        view.reject()

    def test_a_removed_request_is_told_instead_of_a_due_date(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        form = EventEdit(desk, 99, "delivery")
        qtbot.addWidget(form)
        form.show()
        qtbot.waitUntil(lambda: "已被删除" in form.ui.label_before.text())


def test_a_short_date_is_never_guessed_before_the_receipt(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    form = show("correction_asked")
    type_over(form.ui.happened_on, "1011")
    keys(form, ENTER)
    assert form.ui.happened_on.value() == date(2025, 10, 11)


def test_typing_replaces_a_date_that_was_refused(
    show: Show, database: Database, qtbot: QtBot
) -> None:
    form = show("correction_received")
    type_over(form.ui.happened_on, "0820")
    press(form, ENTER)
    qtbot.waitUntil(lambda: form.ui.happened_on.property("finding") == "error")
    keys(form, "0908")
    assert form.ui.happened_on.value() == date(2025, 9, 8)


def test_a_bad_date_in_a_step_stays_amber_and_is_told_in_words(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    form = show("correction_asked")
    qtbot.waitUntil(lambda: "2025" in form.ui.label_before.text() and not desk.jobs.busy)
    type_over(form.ui.happened_on, "20250931")
    keys(form, ENTER)
    assert not form.ui.happened_on.hasFocus()
    assert "没有31日" in form.ui.label_notes.text()
    form._show_findings()  # as with every answer of the rules
    assert form.ui.happened_on.property("finding") == "warning"
    form.binder.keep(form.binder.values())


@pytest.mark.parametrize(("received", "days"), [(date(2025, 9, 1), 20), (date(2018, 9, 3), 15)])
def test_an_extension_proposes_the_days_of_its_law(
    received: date, days: int, show: Show, desk: Desk, request_id: int
) -> None:
    with desk.database.writing(desk.actor) as session:
        change_record(session, "request", request_id, {"received_on": received})
    form = show("extension")
    assert form.ui.extension_workdays.value() == days
    assert not form.binder.is_unsaved


class TestReasonOfAnotherOutcome:
    def stored(self, desk: Desk, request_id: int) -> dict[str, object]:
        told = {"happened_on": date(2025, 9, 10), "outcome": "closed_other", "reason": "转办"}
        return {"event_id": enter(desk, request_id, "reply", **told), "stored": told}

    def test_the_finder_replaces_it_by_its_own_even_by_none(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        form = show("reply", **self.stored(desk, request_id))
        keys(form, Qt.Key.Key_F4)
        keys(form_over(form, OutcomeFinder, qtbot), "13", ENTER)
        assert form.ui.outcome.value() == "partial"
        assert form.ui.reason.value() is None

    def test_the_finder_does_not_offer_it_for_another_one(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        for outcome, offered in (("closed_other", "转办"), ("granted", None)):
            form = show("reply", **self.stored(desk, request_id)) if outcome else None
            assert form is not None
            form.ui.outcome.set_value(outcome)
            keys(form, Qt.Key.Key_F4)
            finder = form_over(form, OutcomeFinder, qtbot)
            keys(finder, "".join(option.key for option in path_to("closed_other")))
            assert finder.ui.reason.value() == offered
            finder.reject()
            with desk.database.writing(desk.actor) as session:
                remove_event(session, request_id, form.event_id or 0, "登记错了")

    def test_by_the_list_it_is_marked_until_it_is_rewritten(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        form = show("reply", **self.stored(desk, request_id))
        form.ui.outcome.setFocus()
        keys(form, Qt.Key.Key_Up)
        assert form.ui.outcome.value() != "closed_other"
        assert form.ui.reason.property("finding") == "warning"
        assert "原来的办理结果“其他”" in form.ui.label_notes.text()
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        qtbot.wait(400)
        assert "原来的办理结果“其他”" in form.ui.label_notes.text()
        type_over(form.ui.reason, "逾期不缴费")
        assert "原来的办理结果" not in form.ui.label_notes.text()


class TestRepeated:
    def earlier(self, desk: Desk, number: str, received: date) -> None:
        with desk.database.writing(desk.actor) as session:
            add_record(session, "request", REQUEST | {"number": number, "received_on": received})

    def test_it_is_finished_in_one_go_with_the_newest_earlier_request_proposed(
        self, show: Show, desk: Desk, request_id: int, database: Database, qtbot: QtBot
    ) -> None:
        self.earlier(desk, "2025-901", date(2025, 2, 3))
        self.earlier(desk, "2025-902", date(2025, 3, 3))
        self.earlier(desk, "2025-903", date(2025, 9, 20))
        form = show("reply")
        assert not form.ui.repeats_number.isVisible()
        type_over(form.ui.happened_on, "0910")
        keys(form, ENTER, Qt.Key.Key_F4)
        finder = form_over(form, OutcomeFinder, qtbot)
        keys(finder, "".join(one.key for one in path_to("declined_duplicate")), ENTER)
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        assert form.ui.repeats_number.isVisible()
        assert form.ui.repeats_number.text() == "2025-902"
        qtbot.wait(400)
        assert "原申请编号" not in form.ui.label_notes.text()
        press(form, ENTER)
        qtbot.waitUntil(lambda: len(steps(database)) == 1)
        with database.reading() as session:
            assert session.get_one(Request, request_id).repeats_number == "2025-902"

    def test_it_is_not_kept_without_the_number(
        self, show: Show, database: Database, request_id: int, qtbot: QtBot
    ) -> None:
        form = show("reply")
        type_over(form.ui.happened_on, "0910")
        form.ui.outcome.set_value("declined_duplicate")
        press(form, ENTER)
        assert form.ui.repeats_number.property("finding") == "error"
        assert form.ui.repeats_number.hasFocus()
        keys(form, "2018-004")
        press(form, ENTER)
        qtbot.waitUntil(lambda: len(steps(database)) == 1)

    def test_what_cannot_be_repeated_is_refused_and_nothing_is_kept(
        self, show: Show, desk: Desk, database: Database, request_id: int, qtbot: QtBot
    ) -> None:
        form = show("reply")
        type_over(form.ui.happened_on, "0910")
        form.ui.outcome.set_value("declined_duplicate")
        type_over(form.ui.repeats_number, "2025-001")
        press(form, ENTER)
        qtbot.waitUntil(lambda: "就是本件的编号" in form.ui.label_notes.text())
        assert form.ui.repeats_number.hasFocus()
        assert steps(database) == []
        with database.reading() as session:
            assert session.get_one(Request, request_id).repeats_number is None


class TestRefusals:
    def test_what_cannot_be_is_refused_at_its_field_and_stays_as_typed(
        self, show: Show, database: Database, qtbot: QtBot
    ) -> None:
        form = show("correction_received")
        type_over(form.ui.happened_on, "0820")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.happened_on.property("finding") == "error")
        assert form.ui.happened_on.text() == "2025-08-20 周三"
        assert form.ui.happened_on.hasFocus()
        assert steps(database) == []

    def test_a_refusal_by_the_state_of_the_request_is_told_in_the_form(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        form = show("reopening")
        form.ui.reason.setFocus()
        keys(form, "复议决定撤销")
        press(form, ENTER)
        qtbot.waitUntil(lambda: "不用重新办理" in form.ui.label_notes.text())
        assert form.ui.reason.value() == "复议决定撤销"

    def test_other_is_not_kept_without_a_reason(
        self, show: Show, database: Database, qtbot: QtBot
    ) -> None:
        form = show("reply")
        type_over(form.ui.happened_on, "0910")
        form.ui.outcome.set_value("closed_other")
        press(form, ENTER)
        assert form.ui.reason.property("finding") == "error"
        assert form.ui.reason.hasFocus()
        keys(form, "转由信访渠道办理")
        assert form.ui.reason.property("finding") == ""
        press(form, ENTER)
        qtbot.waitUntil(lambda: len(steps(database)) == 1)
        assert steps(database)[0].reason == "转由信访渠道办理"

    def test_nothing_is_kept_while_the_input_method_composes(
        self, show: Show, desk: Desk, database: Database, qtbot: QtBot
    ) -> None:
        form = show("correction_asked")
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        form.ui.reason.setFocus()
        compose(form.ui.reason, "buzheng")
        press(form, ENTER)
        press(form, Qt.Key.Key_S)
        keys(form, Qt.Key.Key_Escape, Qt.Key.Key_F9)
        assert not desk.jobs.busy
        assert not form.findChildren(DayStripView)
        assert form.isVisible()
        assert steps(database) == []


class TestOutcome:
    def test_a_key_leads_to_it_from_the_list_box_itself(self, show: Show, qtbot: QtBot) -> None:
        form = show("reply")
        form.ui.outcome.setFocus()
        keys(form, Qt.Key.Key_F4)
        finder = form_over(form, OutcomeFinder, qtbot)
        keys(finder, "13", ENTER)
        assert form.ui.outcome.value() == "partial"
        assert "（二）部分公开" in form.ui.label_counted.text()
        assert "条例第三十七条" in form.ui.label_counted.text()

    def test_the_reason_given_on_the_way_goes_into_the_step(self, show: Show, qtbot: QtBot) -> None:
        form = show("reply")
        keys(form, Qt.Key.Key_F4)
        finder = form_over(form, OutcomeFinder, qtbot)
        finder.taken.emit("closed_other", "转办")
        assert form.ui.reason.value() == "转办"

    def test_the_list_box_still_chooses(self, show: Show) -> None:
        form = show("reply")
        form.ui.outcome.set_value("not_exist")
        assert "1.本机关不掌握相关政府信息" in form.ui.label_counted.text()
        form.ui.outcome.set_value(None)
        assert not form.ui.label_counted.isVisible()

    def test_a_step_without_an_outcome_has_no_such_key(self, show: Show) -> None:
        form = show("delivery")
        keys(form, Qt.Key.Key_F4)
        assert not form.findChildren(OutcomeFinder)


def test_a_form_that_is_let_go_is_gone_at_once(desk: Desk, request_id: int, qtbot: QtBot) -> None:
    form = EventEdit(desk, request_id, "reply")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    form.repeated_edited()  # asks for room, which is made once nothing else waits
    left = weakref.ref(form)
    gc.disable()  # a ring would wait for the collector, which may run in any thread
    try:
        del form
        assert left() is None
    finally:
        gc.enable()


def test_the_fee_is_reckoned_by_a_key(show: Show, qtbot: QtBot) -> None:
    form = show("fee_notice")
    type_over(form.ui.charged_items, "3")
    keys(form, Qt.Key.Key_F4)
    reckoner = form_over(form, FeeReckoner, qtbot)
    reckoner.reckoned.emit("pages", 45, 150)
    assert form.ui.charged_items.value() is None
    assert form.ui.charged_pages.value() == 45
    assert form.ui.charged_yuan.value() == 150
    reckoner.reject()


@pytest.mark.parametrize("room", [(910, 470), (683, 350)])
@pytest.mark.parametrize("kind", ["reply", "extension"])
def test_everything_can_be_reached_on_a_small_screen(
    kind: str, room: tuple[int, int], show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(screen_fit, "_room", lambda _window: QSize(*room))
    form = show(kind)
    form.ui.happened_on.clear()
    form.save()
    qtbot.wait(400)
    assert form.width() <= room[0]
    assert form.height() <= room[1]
    for button in (form.ui.save, form.ui.leave, form.ui.label_notes):
        place = QRect(button.mapTo(form, QPoint(0, 0)), button.size())
        assert form.rect().contains(place), button.objectName()
    for name, widget in form.binder.widgets.items():
        form.lead_to(name)
        QApplication.processEvents()
        assert not widget.visibleRegion().isEmpty(), name


@pytest.mark.parametrize("kind", [slug for slug in EVENT_KINDS if slug != "letter"])
def test_on_a_common_screen_a_step_needs_no_scrolling(
    kind: str, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(screen_fit, "_room", lambda _window: QSize(1350, 690))
    form = show(kind)
    if kind == "reply":
        form.ui.outcome.set_value("closed_unpaid")
    qtbot.wait(50)
    assert form.ui.scroll_fields.verticalScrollBar().maximum() == 0
    for name in form.binder.widgets:
        label = form.findChild(QLabel, f"label_{name}")
        assert label is not None
        assert label.text()
