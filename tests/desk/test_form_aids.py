"""What forms do for whoever types: pins, proposals, copies, consequences, definitions."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.event_fields import event_fields
from disclosure_desk.desk.pins import Pins
from disclosure_desk.desk.widgets.pin_mark import PinMark, is_pinned
from disclosure_desk.desk.widgets.text_line import stepped_number
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.event_kinds import EVENT_KINDS
from tests.desk.form_tests import CTRL, Show, drafts, settle, show, stored
from tests.desk.keyboard import ENTER, commit, compose, keys, press

__all__ = ["show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
F2, F4, F6, F8 = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "phone": "13900000000",
    "address": "示例县向阳路1号",
    "delivery_wanted": "邮寄",
}


class TestPins:
    def test_f2_pins_the_field_that_has_the_keys_and_draws_it_there(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        for name in ("document_number", "effective_on", "document_kind", "channels", "note"):
            field = form.binder.widgets[name]
            before = is_pinned(field)
            field.setFocus()
            keys(form, F2)
            assert is_pinned(field) is not before
            assert bool(field.accessibleDescription()) is not before
            keys(form, F2)
            assert is_pinned(field) is before

    def test_pinned_values_go_on_to_the_next_record_and_survive_a_restart(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        form.ui.document_number.setFocus()
        keys(form, F2, "No. 1")
        form.ui.title.setText("甲")
        form.ui.made_on.setText("20250303")
        form.ui.channels.set_value(("政府网站", "公示栏"))
        form.ui.department.setText("办公室")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")
        again = show(PublicationEdit)
        for one in (form, again):
            assert one.ui.document_number.text() == "No. 1"
            assert one.ui.channels.value() == ("政府网站", "公示栏")
            assert one.ui.department.text() == "办公室"
            assert one.ui.made_on.value() == date(2025, 3, 3)
            assert one.ui.secrecy_reviewer.text() == ""
            assert not one.binder.is_unsaved

    def test_a_date_of_an_earlier_day_turns_amber_until_it_is_edited(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        Pins(desk, "publication", PublicationEdit.pins).remember(
            {"made_on": "2025-09-29 周一", "published_on": "2025-09-30 周二"}
        )
        form = show(PublicationEdit)
        assert form.ui.made_on.property("finding") == "warning"
        assert "不是今天" in form.ui.made_on.toolTip()
        assert "“生成日期”沿用了上一条的日期2025-09-29" in form.ui.label_notes.text()
        assert form.ui.published_on.property("finding") == ""
        form.ui.made_on.setFocus()
        keys(form, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: form.ui.made_on.property("finding") == "")
        qtbot.waitUntil(lambda: "沿用" not in form.ui.label_notes.text())

    def test_a_date_carried_over_is_called_old_no_more_once_it_is_kept(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        Pins(desk, "publication", PublicationEdit.pins).remember({"made_on": "2025-09-29 周一"})
        form = show(PublicationEdit)
        keys(form, "甲")
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: form.record_id is not None)
        qtbot.waitUntil(lambda: form.ui.made_on.property("finding") == "")
        assert "沿用" not in form.ui.label_notes.text()

    def test_the_pin_follows_the_end_of_its_field_and_goes_with_no_trace(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        field = form.ui.category
        pin = field.findChild(PinMark)
        assert pin is not None
        field.resize(field.width() + 40, field.height())
        assert pin.geometry().right() > field.width() - 12
        field.setFocus()
        keys(form, F2)
        field.resize(field.width() - 40, field.height())
        assert field.findChild(PinMark) is None

    def test_a_number_cannot_be_pinned(self, show: Show) -> None:
        form = show(PublicationEdit)
        form.ui.number.setFocus()
        keys(form, F2)
        assert not is_pinned(form.ui.number)
        assert "不能固定" in form.ui.label_saved.text()

    def test_what_cannot_be_read_from_the_settings_is_no_pin(self, desk: Desk) -> None:
        pins = Pins(desk, "publication", ("category",))
        pins._values.keep("{spoilt")
        pins._names.keep("[1")
        assert Pins(desk, "publication", ("category",)).names == {"category"}
        assert pins.values() == {}

    def test_no_unreadable_date_and_none_to_come_goes_on(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        form.ui.title.setText("甲")
        form.ui.made_on.setText("20250303")
        form.ui.published_on.setText("20251130")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")
        assert form.ui.made_on.value() == date(2025, 3, 3)
        assert form.ui.published_on.text() == ""
        form.ui.title.setText("乙")
        form.ui.made_on.setText("2025-13-40")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")
        assert form.ui.made_on.text() == ""


class TestKindProposed:
    TITLE, NUMBER = "关于印发示例县城市管理办法的通知", "城建规〔2025〕9号"

    def typed(self, show: Show) -> PublicationEdit:
        form = show(PublicationEdit)
        assert isinstance(form, PublicationEdit)
        form.ui.document_number.setFocus()
        commit(form.ui.document_number, self.NUMBER)
        commit(form.ui.title, self.TITLE)
        return form

    def test_it_stands_in_grey_with_its_reason_and_goes_not_on(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = self.typed(show)
        assert form.ui.document_kind.value() == "normative"
        assert form.ui.document_kind.property("proposed")
        assert "文号里有“规”字" in form.kind_proposal.words.text()
        form.ui.made_on.setText("20250303")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")
        assert form.ui.document_kind.value() == "other"
        assert not form.ui.document_kind.property("proposed")
        assert not form.kind_proposal.words.isVisible()

    def test_f4_takes_it_back_and_a_hint_stays(self, show: Show, qtbot: QtBot) -> None:
        form = self.typed(show)
        keys(form, F4)
        commit(form.ui.title, "二")
        assert form.ui.document_kind.value() == "other"
        qtbot.waitUntil(lambda: "请核对是不是行政规范性文件" in form.ui.label_notes.text())

    def test_what_was_chosen_is_left_alone(self, show: Show) -> None:
        form = show(PublicationEdit)
        form.ui.document_kind.set_value("regulation")
        form.ui.document_kind.set_value("other")
        commit(form.ui.document_number, self.NUMBER)
        assert form.ui.document_kind.value() == "other"


class TestDaysOfAnItem:
    @pytest.mark.parametrize(
        ("typed", "words"), [("20251130", "晚于今天2025-09-30"), ("19950101", "在一年以前")]
    )
    def test_a_day_to_come_or_long_ago_is_amber_and_asked_about(
        self, typed: str, words: str, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        for field in (form.ui.made_on, form.ui.published_on):
            field.setFocus()
            keys(form, typed)
        form.ui.title.setFocus()
        commit(form.ui.title, "甲")
        qtbot.waitUntil(lambda: form.ui.published_on.property("finding") == "warning")
        assert form.ui.made_on.property("finding") == "warning"
        assert words in form.ui.label_notes.text()
        with qtbot.waitSignal(form.saved):
            press(form, Qt.Key.Key_S)


class TestSameApplicant:
    def typed(self, desk: Desk, show: Show, qtbot: QtBot) -> RequestEdit:
        stored(desk, "request", REQUEST)
        form = show(RequestEdit)
        assert isinstance(form, RequestEdit)
        form.ui.phone.setText("0851-100")
        form.ui.applicant_name.setFocus()
        commit(form.ui.applicant_name, "周大勇")
        qtbot.waitUntil(lambda: form.ui.label_filled.isVisible())
        return form

    def test_only_empty_fields_are_filled_and_shown_as_proposals(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = self.typed(desk, show, qtbot)
        assert form.ui.applicant_kind.value() == "natural"
        assert form.ui.address.value() == "示例县向阳路1号"
        assert form.ui.phone.text() == "0851-100"
        assert form.ui.address.property("proposed")
        assert not form.ui.phone.property("proposed")
        assert "2025-001带出：申请人类型、获取方式、联系地址" in form.ui.label_filled.text()
        assert set(form.binder.changes()) == {"applicant_name", "phone"}

    def test_one_key_takes_all_of_it_back(self, desk: Desk, show: Show, qtbot: QtBot) -> None:
        form = self.typed(desk, show, qtbot)
        form.ui.delivery_wanted.setText("当面领取")
        keys(form, F4)
        assert form.ui.applicant_kind.value() is None
        assert form.ui.address.value() is None
        assert form.ui.delivery_wanted.text() == "当面领取"
        assert not form.ui.label_filled.isVisible()

    def test_another_name_takes_the_proposals_with_it(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = self.typed(desk, show, qtbot)
        commit(form.ui.applicant_name, "之女")
        assert form.ui.address.value() is None


class TestCopying:
    def test_ctrl_d_takes_the_field_of_the_record_before(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        stored(desk, "request", REQUEST)
        form = show(RequestEdit)
        for name in ("received_via", "address", "received_on"):
            form.binder.widgets[name].setFocus()
            press(form, Qt.Key.Key_D)
            settle(desk, qtbot)
            assert form.binder.values()[name] == REQUEST[name]
        form.ui.note.setFocus()
        press(form, Qt.Key.Key_D)
        qtbot.waitUntil(lambda: form.ui.label_saved.text() == "上一条没有填写“备注”")

    def test_a_clone_has_no_dates_and_a_number_of_its_own(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(RequestEdit, stored(desk, "request", REQUEST))
        form.ui.note.setFocus()
        keys(form, "abc")
        QTest.keyClick(form.ui.note, Qt.Key.Key_D, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert form.record_id is None
        assert form.ui.received_on.value() is None
        assert form.ui.number.text() == "2025-002"
        assert form.ui.address.value() == "示例县向阳路1号"
        assert form.binder.is_unsaved
        settle(desk, qtbot)
        kept = [one for one in drafts(desk) if one.record_id is not None]
        assert kept[0].typed == {"note": "abc"}


class TestNumbers:
    def test_plus_and_minus_step_a_proposed_number(self, show: Show) -> None:
        form = show(PublicationEdit)
        form.ui.number.setFocus()
        keys(form, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
        assert form.ui.number.text() == "2025-002"

    def test_in_a_number_that_is_typed_they_are_signs(self, show: Show) -> None:
        form = show(PublicationEdit)
        form.ui.number.setFocus()
        form.ui.number.selectAll()
        keys(form, "A2025-7")
        assert form.ui.number.text() == "A2025-7"

    @pytest.mark.parametrize(
        ("number", "by", "stepped"),
        [("2025-009", 1, "2025-010"), ("2025-001", -1, None), ("a", 1, None), ("7号", 1, "8号")],
    )
    def test_the_width_of_a_number_stays(self, number: str, by: int, stepped: str | None) -> None:
        assert stepped_number(number, by) == stepped


class TestFindings:
    def test_f8_lists_them_and_leads_to_the_one_chosen(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        form.walk.show_list()
        from PySide6.QtWidgets import QApplication, QMenu

        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [one.text() for one in menu.actions()] == [
            "【须改正】“信息名称”没有填写，请补填。",
            "【须改正】“生成日期”没有填写，请补填。",
        ]
        menu.actions()[1].trigger()
        menu.close()
        assert form.ui.made_on.hasFocus()

    def test_no_key_of_the_form_acts_on_a_word_half_composed(self, show: Show) -> None:
        form = show(PublicationEdit)
        compose(form.ui.title, "zhu")
        for key in (F2, F4, F6, F8, Qt.Key.Key_F5):
            keys(form, key)
        assert form.ui.title.hasFocus()
        assert not is_pinned(form.ui.title)


class TestListOfFindings:
    def test_it_weighs_what_cannot_be_read_as_the_form_does(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        form.ui.title.setText("甲")
        form.ui.made_on.setText("2025-13-40")
        qtbot.waitUntil(lambda: "请注意：“生成日期”" in form.ui.label_notes.text())
        assert [one.severity for one in form.findings_now()] == ["warning"]
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: "须改正：“生成日期”" in form.ui.label_notes.text())
        assert [one.severity for one in form.findings_now()] == ["error"]

    def test_the_key_that_saves_acts_through_it(self, desk: Desk, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        form.ui.title.setText("甲")
        form.ui.made_on.setText("2025-09-26")
        keys(form, F8)
        qtbot.waitUntil(lambda: bool(form.findChildren(QMenu)))
        with qtbot.waitSignal(form.saved):
            QTest.keyClick(form.findChildren(QMenu)[-1], ENTER, CTRL)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")


class TestConsequences:
    def test_an_item_tells_its_cells_and_until_when_it_is_to_be_published(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        form.ui.title.setText("办法")
        form.ui.made_on.setText("2025-09-26")
        form.ui.document_kind.set_value("normative")
        qtbot.waitUntil(lambda: "本年制发件数" in form.effect.label.text())
        assert "公开期限：2025-10-30 周四" in form.effect.label.text()
        form.ui.published_on.setText("2025-09-29")
        qtbot.waitUntil(lambda: "在期限内" in form.effect.label.text())

    def test_a_request_tells_its_cells_and_the_letters_that_are_due(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(RequestEdit, stored(desk, "request", REQUEST))
        qtbot.waitUntil(lambda: "“自然人”" in form.effect.label.text())
        assert "本年新收政府信息公开申请数量" in form.effect.label.text()
        assert "现在要做的文书：登记回执" in form.effect.label.text()

    def test_a_dispute_and_a_figure_tell_their_cells(self, show: Show, qtbot: QtBot) -> None:
        dispute = show(DisputeEdit)
        qtbot.waitUntil(lambda: dispute.effect.label.text() == "")
        dispute.ui.number.setText("示政复〔2025〕3号")
        dispute.ui.kind.set_value("reconsideration")
        dispute.ui.accepted_on.setText("20250303")
        qtbot.waitUntil(lambda: "“行政复议”的“尚未审结”" in dispute.effect.label.text())
        figure = show(IndicatorEdit)
        figure.ui.dated_on.setText("20250303")
        qtbot.waitUntil(lambda: "填完必填项" in figure.effect.label.text())
        figure.ui.indicator.set_value("licence_decisions")
        figure.ui.amount.set_value(Decimal(3))
        qtbot.waitUntil(lambda: "“行政许可”" in figure.effect.label.text())


class TestDefinitions:
    @pytest.mark.parametrize(
        ("form", "kind"),
        [
            (PublicationEdit, "publication"),
            (RequestEdit, "request"),
            (DisputeEdit, "dispute"),
            (IndicatorEdit, "indicator"),
        ],
    )
    def test_each_field_says_what_belongs_there(
        self, form: type, kind: str, show: Show, qtbot: QtBot
    ) -> None:
        opened = show(form)
        for name, widget in opened.binder.widgets.items():
            widget.setFocus()
            field = FIELDS[kind][name]
            assert field.definition
            assert opened.field_line.label.text().startswith(f"{field.label}：{field.definition}")
            assert field.source in opened.field_line.label.text()

    def test_so_do_the_fields_of_every_step(self) -> None:
        for kind in EVENT_KINDS:
            assert all(field.definition for field in event_fields(kind).values()), kind

    def test_the_binder_knows_which_field_has_the_keys(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        assert isinstance(form.binder, FormBinder)
        form.ui.channels.others.setFocus()
        assert form.binder.field_with_keys() == "channels"
        form.ui.leave.setFocus()
        assert form.binder.field_with_keys() == ""


def test_a_step_offers_persons_and_ways_of_delivery_used_before(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    from disclosure_desk.commands.steps import add_event

    request = stored(desk, "request", REQUEST)
    with desk.database.writing(desk.actor) as session:
        add_event(
            session,
            request,
            "delivery",
            {"happened_on": date(2025, 3, 20), "delivery_way": "挂号信", "person": "李明"},
        )
    form = show(EventEdit, request, "delivery")
    form.ui.delivery_way.setFocus()
    keys(form, "ghx")
    popup = form.ui.delivery_way.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
    assert form.ui.delivery_way.text() == "挂号信"


def test_saving_closes_a_list_of_proposals_that_stands_open(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    stored(desk, "request", REQUEST)
    form = show(RequestEdit)
    form.ui.delivery_wanted.setFocus()
    commit(form.ui.delivery_wanted, "邮")
    popup = form.ui.delivery_wanted.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    press(form, ENTER)
    assert not popup.isVisible()
    settle(desk, qtbot)
    assert len(drafts(desk)) == 1
