"""Two clerks at the same record: what both changed is asked about, and nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.departments import add_department, change_department
from disclosure_desk.commands.offices import report_texts, write_report_text
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.changed_meanwhile import ChangedMeanwhile
from disclosure_desk.desk.dialogs.department_edit import DepartmentEdit
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.removal import Removal
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.field_history import Place
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.desk.pages.report_page import ReportPage
from disclosure_desk.records.cards import MODELS, Card, card_of
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.storage.journal import Actor
from tests.desk.form_tests import Show, drafts, settle, show, stored
from tests.desk.keyboard import commit, keys, press

__all__ = ["show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OTHER = Actor("周砚清", "窗口电脑")
ITEM: Card = {
    "number": "2025-001",
    "title": "绿化通知",
    "made_on": date(2025, 3, 3),
    "note": "原注",
}
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
}


def by_other(desk: Desk, kind: str, record_id: int, changes: Card) -> None:
    with desk.database.writing(OTHER) as session:
        change_record(session, kind, record_id, changes, today=desk.today())


def card(desk: Desk, kind: str, record_id: int) -> Card:
    with desk.database.reading() as session:
        return card_of(session.get_one(MODELS[kind], record_id))


def asked(qtbot: QtBot, form: QWidget) -> ChangedMeanwhile:
    qtbot.waitUntil(lambda: form.findChild(ChangedMeanwhile) is not None)
    return form.findChild(ChangedMeanwhile)


def labels(dialog: ChangedMeanwhile) -> list[str]:
    return [one.accessibleName() for one in (*dialog.theirs.values(), *dialog.mine.values())]


def test_another_field_changed_meanwhile_is_kept_shown_and_told(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record_id = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record_id)
    by_other(desk, "publication", record_id, {"note": "窗口核过"})
    form.ui.title.setText("绿地通知")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: "一并保留" in form.ui.label_saved.text())
    kept = card(desk, "publication", record_id)
    assert (kept["title"], kept["note"]) == ("绿地通知", "窗口核过")
    assert form.ui.note.toPlainText() == "窗口核过"
    assert not form.binder.is_unsaved


def test_the_same_field_is_asked_about_and_nothing_is_chosen_beforehand(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record_id = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record_id)
    by_other(desk, "publication", record_id, {"title": "绿地通知", "note": "窗口核过"})
    form.ui.title.setText("绿化、绿地通知")
    form.ui.note.setPlainText("我的注")
    press(form, Qt.Key.Key_S)
    dialog = asked(qtbot, form)
    assert "周砚清（" in labels(dialog)[0]
    assert not dialog.ui.keep.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "还没有选“信息名称”“备注”" in dialog.ui.label_notes.text()
    assert card(desk, "publication", record_id)["title"] == "绿地通知"
    dialog.mine["title"].setChecked(True)
    dialog.theirs["note"].setChecked(True)
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card(desk, "publication", record_id)["title"] == "绿化、绿地通知")
    assert card(desk, "publication", record_id)["note"] == "窗口核过"
    settle(desk, qtbot)
    assert form.ui.note.toPlainText() == "窗口核过"
    assert not form.binder.is_unsaved


def test_esc_goes_back_with_all_that_was_typed_and_its_draft(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record_id = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record_id)
    by_other(desk, "publication", record_id, {"title": "绿地通知"})
    form.ui.title.setText("我的题目")
    form.binder.changed.emit("title")
    press(form, Qt.Key.Key_S)
    dialog = asked(qtbot, form)
    keys(dialog, Qt.Key.Key_Escape)
    assert form.ui.title.value() == "我的题目"
    qtbot.waitUntil(lambda: [one.typed["title"] for one in drafts(desk)] == ["我的题目"])
    assert card(desk, "publication", record_id)["title"] == "绿地通知"
    form.save()  # it is not forgotten by asking once
    qtbot.waitUntil(lambda: any(one.isVisible() for one in form.findChildren(ChangedMeanwhile)))


def test_taking_all_of_the_other_leaves_nothing_to_save(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record_id = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record_id)
    by_other(desk, "publication", record_id, {"title": "绿地通知"})
    form.ui.title.setText("我的题目")
    press(form, Qt.Key.Key_S)
    dialog = asked(qtbot, form)
    dialog.ui.take_theirs.click()
    press(dialog, Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert form.ui.title.value() == "绿地通知"
    assert not form.binder.is_unsaved


def test_a_step_that_another_changed_is_asked_about(desk: Desk, show: Show, qtbot: QtBot) -> None:
    record_id = stored(desk, "request", REQUEST)
    told: Card = {"happened_on": date(2025, 6, 5), "person": "甲"}
    with desk.database.writing(OTHER) as session:
        add_event(session, record_id, "delivery", told, today=desk.today())
        step = session.query(RequestEvent.id).scalar()
    request = show(RequestEdit, record_id)
    form = request.steps.open_step("delivery", request.steps.events[0])
    with desk.database.writing(OTHER) as session:
        change_event(session, record_id, step, {**told, "person": "乙"}, today=desk.today())
    form.ui.person.setText("丙")
    form.save()
    dialog = asked(qtbot, form)
    dialog.ui.take_mine.click()
    press(dialog, Qt.Key.Key_Return)
    settle(desk, qtbot)
    with desk.database.reading() as session:
        assert session.get_one(RequestEvent, step).person == "丙"


def test_the_profile_of_the_office_is_asked_about_too(desk: Desk, qtbot: QtBot) -> None:
    page = OfficePage(desk)
    qtbot.addWidget(page)
    with desk.database.reading() as session:
        office_id = session.query(MODELS["office"].id).scalar()
    by_other(desk, "office", office_id, {"phone": "111", "head": "周局长"})
    page.ui.phone.setText("222")
    page.save()
    dialog = asked(qtbot, page)
    dialog.mine["phone"].setChecked(True)
    dialog.keep()
    settle(desk, qtbot)
    kept = card(desk, "office", office_id)
    assert (kept["phone"], kept["head"]) == ("222", "周局长")
    assert page.ui.head.value() == "周局长"
    assert not page.is_unsaved


def test_a_number_taken_meanwhile_gives_way_to_the_next_one_and_says_so(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    stored(desk, "publication", ITEM)
    form = show(PublicationEdit)
    commit(form.ui.title, "我的一条")
    form.ui.made_on.setText("20250304")
    form.ui.made_on.settle()
    settle(desk, qtbot)
    assert form.ui.number.value() == "2025-002"
    with desk.database.writing(OTHER) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-002", "title": "窗口的"})
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert form.ui.number.value() == "2025-003"
    assert "这一条编为“2025-003”" in form.ui.label_saved.text()
    assert card(desk, "publication", form.record_id)["number"] == "2025-003"


def test_a_typed_number_that_is_taken_is_asked_about(desk: Desk, show: Show, qtbot: QtBot) -> None:
    stored(desk, "publication", ITEM)
    form = show(PublicationEdit)
    commit(form.ui.title, "我的一条")
    form.ui.made_on.setText("20250304")
    form.ui.number.setText("2025-001")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.findChild(QMessageBox) is not None)
    box = form.findChild(QMessageBox)
    assert form.record_id is None
    assert "下一个编号是“2025-002”" in box.text()
    box.defaultButton().click()
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert card(desk, "publication", form.record_id)["number"] == "2025-002"


def test_a_record_changed_while_its_removal_is_thought_about_stays(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(
        "disclosure_desk.desk.errors.tell", lambda error, _parent: told.append(error)
    )
    record_id = stored(desk, "publication", ITEM)
    dialog = Removal(desk, "publication", record_id, "绿化通知")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(desk, qtbot)
    by_other(desk, "publication", record_id, {"note": "要留"})
    commit(dialog.ui.reason, "录错")
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert "周砚清" in str(told[0])
    assert card(desk, "publication", record_id)["note"] == "要留"


def test_saving_a_record_that_is_gone_says_who_removed_it_and_keeps_the_draft(
    desk: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(
        "disclosure_desk.desk.errors.tell", lambda error, _parent: told.append(error)
    )
    record_id = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record_id)
    with desk.database.writing(OTHER) as session:
        remove_record(session, "publication", record_id, "录错")
    form.ui.title.setText("我的题目")
    form.binder.changed.emit("title")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(told))
    assert "已被周砚清（" in str(told[0])
    qtbot.waitUntil(lambda: [one.typed["title"] for one in drafts(desk)] == ["我的题目"])


def test_a_department_that_two_change_keeps_both_or_asks(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(desk.actor) as session:
        department_id = add_department(session, "城管股").record_id
    with desk.database.reading() as session:
        department = session.get_one(Department, department_id)
    form = DepartmentEdit(desk, department)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.show()
    with desk.database.writing(OTHER) as session:
        change_department(session, department_id, {"liaison": "钱三", "phone": "111"})
    form.ui.phone.setText("222")
    form.save()
    dialog = asked(qtbot, form)
    dialog.ui.take_mine.click()
    dialog.keep()
    qtbot.waitUntil(lambda: not form.isVisible())
    with desk.database.reading() as session:
        kept = session.get_one(Department, department_id)
        assert (kept.name, kept.liaison, kept.phone) == ("城管股", "钱三", "222")


def test_a_chapter_that_two_write_is_asked_about_and_follows_the_choice(
    desk: Desk, qtbot: QtBot
) -> None:
    def written() -> str:
        with desk.database.reading() as session:
            return report_texts(session, desk.year).get(1, "")

    page = ReportPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.ui.body.isEnabled)
    page.ui.body.setPlainText("我写的。")
    page.keep_typed()
    qtbot.waitUntil(lambda: written() == "我写的。")
    page.ui.body.setPlainText("我写的两句。")  # over one's own text nothing is asked
    page.keep_typed()
    qtbot.waitUntil(lambda: written() == "我写的两句。")
    settle(desk, qtbot)
    for choice, left in (("theirs", "窗口写的theirs。"), ("mine", "我又写mine。")):
        with desk.database.writing(OTHER) as session:
            write_report_text(session, desk.year, 1, f"窗口写的{choice}。")
        page.ui.body.setPlainText(f"我又写{choice}。")
        page.keep_typed()
        qtbot.waitUntil(lambda: page._is_asking)
        assert written() == f"窗口写的{choice}。"
        dialog = [one for one in page.findChildren(ChangedMeanwhile) if one.isVisible()][-1]
        getattr(dialog, choice)["body"].setChecked(True)
        dialog.keep()
        settle(desk, qtbot)
        qtbot.waitUntil(lambda left=left: page.ui.body.toPlainText() == left)
        assert written() == left
    assert not page.is_unsaved


def test_a_value_is_not_put_back_over_what_another_wrote_meanwhile(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr("disclosure_desk.desk.errors.tell", lambda error, _form: told.append(error))
    record_id = stored(desk, "publication", ITEM)
    by_other(desk, "publication", record_id, {"title": "绿地通知"})
    view = JournalView(desk, "publication", record_id, place=Place("title"))
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(view)
    view.show()
    view.ui.lines.selectRow(1)  # as it was entered
    by_other(desk, "publication", record_id, {"note": "另一栏"})
    by_other(desk, "publication", record_id, {"title": "更新的题目"})
    view.restore()
    qtbot.waitUntil(lambda: bool(told))
    assert "没有恢复" in str(told[0])
    assert card(desk, "publication", record_id)["title"] == "更新的题目"
