"""The form of a request: its clock, what the applicant's name tells, and the list of steps."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.dialogs.step_removal import StepRemoval
from disclosure_desk.records.cards import Card
from disclosure_desk.storage import own_calendars
from tests.desk.keyboard import CTRL, ENTER, compose, form_over, keys, press, type_over

REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 9, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "2024年科技奖补资金的发放名单",
}
TODAY = date(2025, 9, 30)
Show = Callable[..., RequestEdit]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Iterator[Show]:
    forms: list[RequestEdit] = []

    def made(record_id: int | None = None) -> RequestEdit:
        form = RequestEdit(desk, record_id)
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


def store(desk: Desk, **told: object) -> int:
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", REQUEST | told).record_id


def enter(desk: Desk, request_id: int, kind: str, **told: object) -> None:
    with desk.database.writing(desk.actor) as session:
        add_event(session, request_id, kind, told, today=TODAY)


def cells(form: RequestEdit, row: int) -> list[str]:
    model = form.ui.events.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def back_at(form: RequestEdit, qtbot: QtBot) -> None:
    """Wait until no dialog stands over the form; this platform brings it forward by asking."""
    qtbot.waitUntil(lambda: not form.findChildren(QDialog))
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)


class TestClock:
    def test_a_new_request_shows_its_due_date_and_the_receipt_rule_as_they_are_typed(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show()
        type_over(form.ui.received_on, "0925")
        keys(form, ENTER, "4")
        assert "签收之日" in form.ui.label_receipt.text()
        assert "条例第三十一条第二项" in form.ui.label_receipt.text()
        qtbot.waitUntil(lambda: form.ui.label_due.text() == "2025-10-29 周三，还剩16个工作日")
        form.ui.received_on.clear()
        qtbot.waitUntil(lambda: "填写收到日期" in form.ui.label_due.text())
        assert not form.ui.label_receipt.isVisible()

    def test_the_receipt_rule_is_told_of_a_stored_request_once_its_receipt_is_changed(
        self, show: Show, desk: Desk
    ) -> None:
        form = show(store(desk))
        assert not form.ui.label_receipt.isVisible()
        form.ui.received_via.setFocus()
        keys(form, "1")
        assert "当面" in form.ui.label_receipt.text()

    def test_an_open_request_tells_how_late_it_is(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show(store(desk))
        qtbot.waitUntil(lambda: form.ui.label_due.text() == "2025-09-28 周日，已逾期2个工作日")

    def test_an_answered_one_stands_by_the_due_date_kept_with_it(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        request = store(desk)
        enter(desk, request, "reply", happened_on=date(2025, 9, 26), outcome="granted")
        form = show(request)
        qtbot.waitUntil(lambda: "2025-09-26答复，在期限内" in form.ui.label_due.text())

    def test_a_step_moves_it_at_once(self, show: Show, desk: Desk, qtbot: QtBot) -> None:
        request = store(desk)
        form = show(request)
        qtbot.waitUntil(lambda: "2025-09-28" in form.ui.label_due.text())
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_1, CTRL)
        step = form_over(form, EventEdit, qtbot)
        type_over(step.ui.happened_on, "0903")
        press(step, ENTER)
        qtbot.waitUntil(lambda: "等待申请人补正" in form.ui.label_due.text())
        assert cells(form, 0)[:2] == ["2025-09-03", "告知补正"]

    def test_what_follows_from_it_is_told_anew_after_a_step(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        request = store(desk)
        form = show(request)
        qtbot.waitUntil(lambda: "“自然人”" in form.effect.label.text())
        before = form.effect.label.text()
        enter(desk, request, "reply", happened_on=date(2025, 9, 10), outcome="granted")
        form.steps.changed.emit()
        qtbot.waitUntil(lambda: "予以公开" in form.effect.label.text())
        assert "登记回执" in before
        assert "登记回执" not in form.effect.label.text()

    def test_its_days_are_opened_by_a_key_also_before_it_is_kept(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show()
        keys(form, Qt.Key.Key_F9)
        view = form_over(form, DayStripView, qtbot)
        qtbot.waitUntil(lambda: view.drawn is not None)
        assert view.drawn is not None
        assert view.drawn.received == TODAY
        view.reject()

    def test_another_calendar_is_seen(
        self, show: Show, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        form = show(store(desk))
        qtbot.waitUntil(lambda: "2025-09-28" in form.ui.label_due.text())
        calendar = own_calendars.calendar_in_use()
        monkeypatch.setattr(type(calendar), "after", lambda *_: date(2025, 12, 1))
        desk.changed.emit(frozenset({"calendar"}), None)
        qtbot.waitUntil(lambda: "2025-12-01" in form.ui.label_due.text())

    def test_a_damaged_calendar_is_told_instead(
        self, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "2026.toml").write_text("year = 2027", encoding="utf-8")
        monkeypatch.setattr(own_calendars, "_folder", lambda: tmp_path)
        form = show()
        qtbot.waitUntil(lambda: "已经损坏" in form.ui.label_due.text())


class TestKindOfApplicant:
    def test_a_name_proposes_it_and_one_key_takes_it(self, show: Show) -> None:
        form = show()
        form.ui.applicant_name.setFocus()
        keys(form, "明理律师事务所")
        assert "含“律师事务所”" in form.ui.label_kind_hint.text()
        assert "法律服务机构" in form.ui.label_kind_hint.text()
        assert form.ui.applicant_kind.value() is None
        keys(form, Qt.Key.Key_F3)
        assert form.ui.applicant_kind.value() == "legal_service"
        assert not form.ui.label_kind_hint.isVisible()
        assert form.ui.applicant_name.hasFocus()

    def test_what_was_taken_follows_the_name_until_one_is_chosen_by_hand(self, show: Show) -> None:
        form = show()
        type_over(form.ui.applicant_name, "周大勇")
        keys(form, Qt.Key.Key_F3)
        assert form.ui.applicant_kind.value() == "natural"
        type_over(form.ui.applicant_name, "示例县云岭机械有限公司")
        assert form.ui.take_kind.isVisible()
        form.ui.take_kind.click()
        assert form.ui.applicant_kind.value() == "business"
        form.ui.applicant_kind.setFocus()
        keys(form, "6")
        type_over(form.ui.applicant_name, "明理律师事务所")
        assert not form.ui.take_kind.isVisible()
        keys(form, Qt.Key.Key_F3)
        assert form.ui.applicant_kind.value() == "other"

    def test_a_choice_that_does_not_fit_the_name_is_told(self, show: Show, qtbot: QtBot) -> None:
        form = show()
        form.ui.received_via.setFocus()
        keys(form, "1", ENTER, "明理律师事务所", ENTER, "1")
        qtbot.waitUntil(lambda: form.ui.applicant_kind.property("finding") == "warning")
        assert "法律服务机构" in form.ui.label_notes.text()
        assert "R06" in form.ui.label_notes.toolTip()

    def test_nothing_is_proposed_for_a_stored_choice(self, show: Show, desk: Desk) -> None:
        form = show(store(desk, applicant_name="明理律师事务所"))
        assert not form.ui.take_kind.isVisible()

    def test_no_key_acts_while_the_input_method_composes(self, show: Show) -> None:
        form = show()
        form.ui.applicant_name.setFocus()
        keys(form, "周大勇")
        compose(form.ui.applicant_name, "lü")
        keys(form, Qt.Key.Key_F3, Qt.Key.Key_F9)
        assert form.ui.applicant_kind.value() is None
        assert not form.findChildren(DayStripView)


class TestOtherRequests:
    def test_they_are_counted_while_the_name_is_typed(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        store(desk)
        store(desk, number="2025-002", received_on=date(2025, 3, 3))
        store(desk, number="2023-001", received_on=date(2023, 3, 3))
        form = show()
        form.ui.applicant_name.setFocus()
        keys(form, "周大勇")
        qtbot.waitUntil(form.ui.label_earlier.isVisible)
        words = form.ui.label_earlier.text()
        assert "30天内1件，12个月内2件，共3件" in words
        assert "2025-001" in words
        keys(form, "敏")
        qtbot.waitUntil(lambda: not form.ui.label_earlier.isVisible())

    def test_one_of_them_is_opened_from_a_list_by_keys(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        store(desk)
        form = show()
        form.ui.applicant_name.setFocus()
        keys(form, "周大勇")
        qtbot.waitUntil(form.ui.show_earlier.isVisible)
        keys(form, Qt.Key.Key_F11)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.actions()[0].text().startswith("2025-001　2025-09-01　未办结")
        QTest.keyClick(menu, ENTER)
        other = form_over(form, RequestEdit, qtbot)
        assert other.ui.number.text() == "2025-001"
        other.reject()

    def test_a_likely_duplicate_is_offered_and_becomes_the_request_repeated(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        store(desk)
        form = show()
        form.ui.applicant_name.setFocus()
        keys(form, "周大勇")
        type_over(form.ui.content, "申请公开2024年科技奖补资金发放名单")
        qtbot.waitUntil(form.ui.label_duplicate.isVisible)
        keys(form, Qt.Key.Key_F12)
        assert form.ui.repeats_number.text() == "2025-001"
        assert form.binder.changes()["repeats_number"] == "2025-001"
        assert not form.ui.take_repeat.isVisible()

    def test_the_request_itself_is_none_of_them(self, show: Show, desk: Desk, qtbot: QtBot) -> None:
        form = show(store(desk))
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        assert not form.ui.label_earlier.isVisible()
        assert not form.ui.take_repeat.isVisible()


class TestFindings:
    def test_a_day_ahead_is_refused_by_the_save_and_told_once(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show()
        type_over(form.ui.received_on, "20991009")
        keys(form, ENTER, "1", ENTER, "周大勇", ENTER, "1")
        qtbot.waitUntil(lambda: form.ui.received_on.property("finding") == "warning")
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: form.ui.received_on.property("finding") == "error")
        qtbot.wait(600)
        assert form.ui.label_notes.text().count("晚于今天") == 1
        assert form.record_id is None
        assert form.ui.applicant_name.text() == "周大勇"

    def test_what_concerns_a_step_leads_to_the_steps(self, show: Show, desk: Desk) -> None:
        form = show(store(desk))
        form.lead_to("late_reason")
        assert form.ui.events.hasFocus()


class TestSteps:
    def test_the_list_shows_what_a_step_tells_its_number_and_its_person(
        self, show: Show, desk: Desk
    ) -> None:
        request = store(desk)
        enter(
            desk,
            request,
            "consultation_sent",
            happened_on=date(2025, 9, 3),
            consulted="third_party",
            addressee="示例农机公司",
            letter_number="示科公开征〔2025〕1号",
            person="李明",
        )
        enter(
            desk,
            request,
            "reply",
            happened_on=date(2025, 9, 26),
            outcome="granted",
            reply_number="示科公开答〔2025〕1号",
        )
        form = show(request)
        assert cells(form, 0) == [
            *("2025-09-03", "发出征求意见", "第三方，示例农机公司"),
            *("示科公开征〔2025〕1号", "李明"),
        ]
        assert cells(form, 1)[2:4] == ["予以公开", "示科公开答〔2025〕1号"]

    def test_every_kind_of_step_has_a_key(self, show: Show, desk: Desk) -> None:
        form = show(store(desk))
        tips = [button.toolTip() for button in form.steps.buttons.values()]
        keys_told = [tip.split("（Ctrl+")[1][0] for tip in tips]
        assert len(set(keys_told)) == len(tips)
        buttons = form.steps.buttons.values()
        assert [button.text().split()[0] for button in buttons] == keys_told
        assert "Ctrl+数字" in form.ui.label_steps.text()

    def test_what_is_asked_for_leaves_room_for_notes_and_letters(
        self, show: Show, desk: Desk
    ) -> None:
        form = show(store(desk))
        form.resize(1366, 728)
        assert form.ui.content.height() <= 140
        assert form.ui.scroll_fields.widget().sizeHint().height() <= 590

    def test_an_ended_request_is_reopened(self, show: Show, desk: Desk, qtbot: QtBot) -> None:
        request = store(desk)
        form = show(request)
        assert not form.ui.step_reopening.isEnabled()
        enter(desk, request, "reply", happened_on=date(2025, 9, 10), outcome="granted")
        form._steps_changed()
        assert form.ui.step_reopening.isEnabled()
        form.activateWindow()
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Minus, CTRL)
        step = form_over(form, EventEdit, qtbot)
        assert step.kind == "reopening"
        step.ui.reason.setFocus()
        keys(step, "复议决定撤销原答复")
        press(step, ENTER)
        qtbot.waitUntil(lambda: "办理中：2025-09-30已重新办理" in form.ui.label_state.text())

    def test_a_letter_is_listed_without_a_form_of_its_own(self, show: Show, desk: Desk) -> None:
        request = store(desk)
        told = {"letter_number": "回1号", "reason": "登记回执"}
        enter(desk, request, "letter", happened_on=date(2025, 9, 3), **told)
        form = show(request)
        form.ui.events.selectRow(0)
        assert cells(form, 0)[1:4] == ["制作文书", "登记回执", "回1号"]
        assert not form.ui.change_event.isEnabled()
        assert form.ui.remove_event.isEnabled()
        form.ui.events.setFocus()
        keys(form, ENTER)
        assert not form.findChildren(EventEdit)


class TestWhoHasTheKeys:
    def test_a_stored_request_opens_with_the_keys_in_its_steps(
        self, show: Show, desk: Desk
    ) -> None:
        form = show(store(desk))
        assert form.ui.events.hasFocus()
        keys(form, "9", Qt.Key.Key_Delete)
        assert not form.binder.is_unsaved

    def test_after_a_step_the_list_has_them_and_delete_asks_about_the_new_step(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        request = store(desk)
        enter(desk, request, "fee_notice", happened_on=date(2025, 9, 20))
        form = show(request)
        form.ui.number.setFocus()
        press(form, Qt.Key.Key_1)
        step = form_over(form, EventEdit, qtbot)
        type_over(step.ui.happened_on, "0903")
        press(step, ENTER)
        back_at(form, qtbot)
        assert form.ui.events.hasFocus()
        selected = form.steps.selected()
        assert selected is not None
        assert selected.kind == "correction_asked"
        keys(form, Qt.Key.Key_Delete)
        asked = form_over(form, StepRemoval, qtbot)
        assert "2025-09-03 告知补正" in asked.ui.label_question.text()
        keys(asked, Qt.Key.Key_Escape)
        back_at(form, qtbot)
        assert form.ui.events.hasFocus()
        assert form.ui.number.text() == "2025-001"

    def test_a_step_that_was_changed_stays_selected(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        request = store(desk)
        enter(desk, request, "fee_notice", happened_on=date(2025, 9, 5))
        enter(desk, request, "correction_asked", happened_on=date(2025, 9, 8))
        form = show(request)
        keys(form, Qt.Key.Key_Down, Qt.Key.Key_Down, ENTER)
        step = form_over(form, EventEdit, qtbot)
        kind = step.kind
        type_over(step.ui.person, "lm")
        press(step, ENTER)
        back_at(form, qtbot)
        assert form.ui.events.hasFocus()
        selected = form.steps.selected()
        assert selected is not None
        assert (selected.kind, selected.person) == (kind, "lm")

    def test_a_changed_number_is_not_kept_with_a_step_unasked(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show(store(desk))
        form.ui.number.setFocus()
        keys(form, Qt.Key.Key_End, Qt.Key.Key_Backspace)
        press(form, Qt.Key.Key_1)
        box = form_over(form, QMessageBox, qtbot)
        assert "由“2025-001”改成了“2025-00”" in box.text()
        keys(box, Qt.Key.Key_Escape)
        back_at(form, qtbot)
        assert not form.findChildren(EventEdit)
        assert form.ui.number.text() == "2025-00"
        press(form, Qt.Key.Key_1)
        keys(form_over(form, QMessageBox, qtbot), ENTER)
        form_over(form, EventEdit, qtbot).reject()
        assert form.ui.number.text() == "2025-001"
        assert not form.binder.is_unsaved

    def test_another_number_that_is_meant_is_kept_with_the_step(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show(store(desk))
        type_over(form.ui.number, "2025-017")
        press(form, Qt.Key.Key_1)
        box = form_over(form, QMessageBox, qtbot)
        kept = next(button for button in box.buttons() if button.text() == "保存新编号")
        kept.setFocus()
        keys(box, Qt.Key.Key_Space)
        form_over(form, EventEdit, qtbot).reject()
        assert form._stored["number"] == "2025-017"

    def test_a_date_typed_into_the_next_new_request_is_its_day_of_receipt(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        form = show()
        assert form.ui.received_on.hasFocus()
        keys(form, "0925", ENTER, "1", ENTER, "周大勇", ENTER, "1")
        type_over(form.ui.content, "奖补资金的发放名单")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.applicant_name.value() is None)
        keys(form, "0926", ENTER)
        assert form.ui.received_on.value() == date(2025, 9, 26)
        assert form.ui.applicant_kind.value() is None

    def test_a_number_linked_by_a_step_is_seen_in_the_registration(
        self, show: Show, desk: Desk, qtbot: QtBot
    ) -> None:
        store(desk, number="2025-900", received_on=date(2025, 2, 3))
        form = show(store(desk))
        reply = next(slug for slug in form.steps.buttons if slug == "reply")
        form.steps.buttons[reply].click()
        step = form_over(form, EventEdit, qtbot)
        type_over(step.ui.happened_on, "0910")
        step.ui.outcome.set_value("declined_duplicate")
        press(step, ENTER)
        qtbot.waitUntil(lambda: form.ui.repeats_number.text() == "2025-900")
        assert not form.binder.is_unsaved
