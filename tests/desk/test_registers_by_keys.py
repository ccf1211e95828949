"""A clerk at the keyboard: records are added, changed and removed by key events alone."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.dialogs.removal import Removal
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.dialogs.step_removal import StepRemoval
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.records.cards import MODELS, Card, card_of
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.drafts import every_draft

Form = TypeVar("Form", bound=QWidget)
OpenPage = Callable[[str], RegisterPage]
CTRL = Qt.KeyboardModifier.ControlModifier
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "奖补资金的发放名单",
}
ITEM: Card = {
    "number": "2025-001",
    "title": "关于印发办法的通知",
    "made_on": date(2025, 3, 3),
    "published_on": date(2025, 3, 10),
    "channels": ("政府网站", "公示栏"),
    "department": "办公室",
}


@pytest.fixture
def open_page(desk: Desk, qtbot: QtBot) -> Iterator[OpenPage]:
    pages: list[RegisterPage] = []

    def make(kind: str) -> RegisterPage:
        page = RegisterPage(desk, kind)
        qtbot.addWidget(page)
        page.resize(1100, 600)
        page.show()
        page.activateWindow()
        page.ui.table.setFocus()
        qtbot.waitUntil(page.ui.table.hasFocus)
        pages.append(page)
        return page

    yield make
    for page in pages:
        for dialog in page.findChildren(QDialog):
            if isinstance(dialog, RecordDialog | EventEdit):
                dialog.binder.keep(dialog.binder.values())
            dialog.done(0)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def form_over(page: QWidget, kind: type[Form], qtbot: QtBot) -> Form:
    """The dialog of this kind that stands over the page, once it has the keys."""
    found: list[Form] = []

    def stands() -> bool:
        found[:] = [one for one in page.findChildren(kind) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(stands)
    found[-1].activateWindow()
    qtbot.waitUntil(lambda: found[-1].isActiveWindow())
    return found[-1]


def is_gone(form: QWidget) -> bool:
    """Whether a dialog was closed; closed ones are deleted."""
    return not isValid(form) or not form.isVisible()


def keys(form: QWidget, *typed: str | Qt.Key) -> None:
    """Type texts and keys, each into whichever field has the keys by then."""
    for one in typed:
        target = form.focusWidget() or form
        if isinstance(one, str):
            for character in one:
                if character.isascii():
                    QTest.keyClicks(target, character)
                else:
                    commit(target, character)
        else:
            QTest.keyClick(target, one)


def commit(widget: QWidget, text: str) -> None:
    """What an input method sends once a word is chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(form: QWidget, key: Qt.Key) -> None:
    """Ctrl and a key, in the field that has the keys."""
    QTest.keyClick(form.focusWidget() or form, key, CTRL)


def cards(database: Database, kind: str) -> list[Card]:
    """The records of a kind as they are stored."""
    with database.reading() as session:
        return [card_of(one) for one in session.scalars(select(MODELS[kind]))]


def store(desk: Desk, kind: str, card: Card) -> int:
    """A record entered behind the desk's back."""
    with desk.database.writing(desk.actor) as session:
        return add_record(session, kind, card).record_id


ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def test_items_are_entered_one_after_another(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.add_record()
    form = form_over(page, PublicationEdit, qtbot)
    assert form.ui.number.text() == "2025-001"
    keys(form, "关于印发办法的通知", ENTER, "0303", ENTER, "示科发〔2025〕1号", ENTER)
    keys(form, "0310", ENTER, ENTER, ENTER, " ", ENTER, ENTER, ENTER, ENTER, "办公室")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.ui.number.text() == "2025-002")
    assert form.ui.title.hasFocus()
    assert form.ui.title.text() == ""
    assert form.ui.published_on.text() == "2025-03-10 周一"
    keys(form, "=2025年预算")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.ui.number.text() == "2025-003")
    assert not form.binder.is_unsaved
    keys(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    first, second = cards(database, "publication")
    assert first["title"] == "关于印发办法的通知"
    assert first["channels"] == ("政府网站",)
    assert first["department"] == "办公室"
    assert second["title"] == "=2025年预算"
    assert second["published_on"] == date(2025, 3, 10)


def test_what_is_missing_is_marked_and_all_that_was_typed_stays(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.add_record()
    form = form_over(page, PublicationEdit, qtbot)
    keys(form, "关于印发办法的通知")
    form.ui.made_on.setFocus()
    keys(form, "2025-02-30")
    press(form, Qt.Key.Key_S)
    assert form.ui.made_on.text() == "2025-02-30"
    assert form.ui.made_on.property("finding") == "error"
    assert "没有30日" in form.ui.label_notes.text()
    assert form.ui.title.text() == "关于印发办法的通知"
    form.ui.made_on.selectAll()
    keys(form, "20250303")
    assert form.ui.made_on.property("finding") == ""
    form.ui.title.clear()
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.ui.title.property("finding") == "error")
    assert cards(database, "publication") == []
    keys(form, Qt.Key.Key_F6, "通知")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert form.isVisible()
    assert cards(database, "publication")[0]["title"] == "通知"


def test_a_number_in_use_is_told_at_its_field(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "publication", ITEM)
    page = open_page("publication")
    page.add_record()
    form = form_over(page, PublicationEdit, qtbot)
    keys(form, "另一条")
    form.ui.made_on.setFocus()
    keys(form, "0304")
    form.ui.number.setText("2025-001")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.ui.number.property("finding") == "error")
    assert "已被使用" in form.ui.label_notes.text()


def test_hints_are_shown_while_typing_and_do_not_block(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "publication", ITEM)
    page = open_page("publication")
    page.change_record()
    form = form_over(page, PublicationEdit, qtbot)
    form.ui.published_on.setFocus()
    form.ui.published_on.selectAll()
    keys(form, "20250301")
    qtbot.waitUntil(lambda: form.ui.published_on.property("finding") == "hint")
    assert "早于生成日期" in form.ui.label_notes.text()
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form))
    assert cards(database, "publication")[0]["published_on"] == date(2025, 3, 1)


def test_only_what_was_changed_is_written(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "publication", ITEM)
    page = open_page("publication")
    QTest.keyClick(page.ui.table, Qt.Key.Key_Return)
    form = form_over(page, PublicationEdit, qtbot)
    assert not form.binder.is_unsaved
    form.ui.category.setFocus()
    keys(form, "科技项目")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form))
    assert cards(database, "publication") == [
        ITEM | {"category": "科技项目", "document_kind": "other"}
    ]
    with database.reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.kind == "publication"))
        assert [line.after for line in lines][1:] == ['{"category": "科技项目"}']


def test_leaving_asks_nothing_and_keeps_a_draft_of_what_is_unsaved(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "publication", ITEM)
    page = open_page("publication")
    page.change_record()
    form = form_over(page, PublicationEdit, qtbot)
    keys(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(form) and not desk.jobs.busy)
    with database.reading() as session:
        assert every_draft(session) == []
    page.change_record()
    form = form_over(page, PublicationEdit, qtbot)
    keys(form, "新")
    form.close()
    qtbot.waitUntil(lambda: is_gone(form) and not desk.jobs.busy)
    with database.reading() as session:
        [draft] = every_draft(session)
    assert draft.typed == {"title": "新关于印发办法的通知"}
    page.change_record()
    form = form_over(page, PublicationEdit, qtbot)
    qtbot.waitUntil(lambda: form.offer.draft is not None)
    keys(form, Qt.Key.Key_F5)
    assert form.ui.title.text() == "新关于印发办法的通知"
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form))
    assert cards(database, "publication")[0]["title"] == "新关于印发办法的通知"
    with database.reading() as session:
        assert every_draft(session) == []


def test_nothing_is_saved_or_left_while_the_input_method_composes(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.add_record()
    form = form_over(page, PublicationEdit, qtbot)
    form.ui.made_on.set_value(date(2025, 3, 3))
    form.ui.title.setFocus()
    QApplication.sendEvent(form.ui.title, QInputMethodEvent("tongzhi", []))
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_S)
    keys(form, ENTER, TAB, Qt.Key.Key_Escape)
    form.save()
    assert form.isVisible()
    assert form.ui.title.hasFocus()
    assert not form._saving
    commit(form.ui.title, "通知")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert cards(database, "publication")[0]["title"] == "通知"


def test_a_record_is_removed_with_a_reason(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "publication", ITEM)
    page = open_page("publication")
    QTest.keyClick(page.ui.table, Qt.Key.Key_Delete)
    asked = form_over(page, Removal, qtbot)
    assert "2025-001 关于印发办法的通知" in asked.ui.label_question.text()
    press(asked, Qt.Key.Key_Return)
    assert len(cards(database, "publication")) == 1
    keys(asked, "重复登记")
    press(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert cards(database, "publication") == []
    with database.reading() as session:
        steps = list(session.scalars(select(JournalEntry.step).order_by(JournalEntry.id)))
    assert steps[-1] == "删除主动公开：重复登记"


def test_what_may_not_be_removed_is_refused_before_a_reason_is_asked(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    asked: Card = {"received_on": date(2025, 3, 3), "received_via": "fax", "number": "S1"}
    store(desk, "request", asked | {"applicant_kind": "natural"})
    case: Card = {"kind": "reconsideration", "accepted_on": date(2025, 5, 6), "number": "F1"}
    store(desk, "dispute", case | {"request_number": "S1"})
    page = open_page("request")
    QTest.keyClick(page.ui.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    told = page.findChildren(QMessageBox)[0].text()
    assert "有关联的复议诉讼案件F1" in told
    assert "请先删除这些案件" in told
    assert not [one for one in page.findChildren(Removal) if one.isVisible()]


def test_the_steps_of_a_request_are_entered_one_by_one(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("request")
    page.add_record()
    form = form_over(page, RequestEdit, qtbot)
    assert form.ui.received_on.value() == desk.today()
    assert not form.ui.step_reply.isEnabled()
    form.ui.received_on.setFocus()
    form.ui.received_on.selectAll()
    keys(form, "0303", ENTER, "4", ENTER, "周大勇", ENTER, "1", ENTER, "财务科", ENTER, "发放名单")
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert "还没有登记办理步骤" in form.ui.label_state.text()
    form.ui.step_extension.click()
    step = form_over(form, EventEdit, qtbot)
    step.ui.happened_on.selectAll()
    keys(step, "0320", ENTER, "20")
    press(step, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "延期告知" in form.ui.label_state.text())
    form.ui.step_reply.click()
    step = form_over(form, EventEdit, qtbot)
    step.ui.happened_on.selectAll()
    keys(step, "0220")
    press(step, Qt.Key.Key_Return)
    assert step.ui.outcome.property("finding") == "error"
    step.ui.outcome.set_value("partial")
    press(step, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step.ui.happened_on.property("finding") == "error")
    assert "早于收到日期" in step.ui.label_notes.text()
    step.ui.happened_on.selectAll()
    keys(step, "0410")
    press(step, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已办结：2025-04-10　部分公开" in form.ui.label_state.text())
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.ui.received_on.setFocus()
    form.ui.received_on.selectAll()
    keys(form, "0501", ENTER)
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: "早于收到日期2025-05-01" in form.ui.label_notes.text())
    (card,) = cards(database, "request")
    assert card["extension_workdays"] == 20
    assert card["finished_on"] == date(2025, 4, 10)
    assert card["applicant_name"] == "周大勇"


def test_a_step_is_corrected_and_taken_away(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    record_id = store(desk, "request", REQUEST)
    with desk.database.writing(desk.actor) as session:
        paid = {"happened_on": date(2025, 3, 20), "fee_yuan": Decimal("20")}
        add_event(session, record_id, "fee_paid", paid)
    page = open_page("request")
    page.change_record()
    form = form_over(page, RequestEdit, qtbot)
    form.ui.events.setFocus()
    form.ui.events.selectRow(0)
    keys(form, ENTER)
    step = form_over(form, EventEdit, qtbot)
    step.ui.fee_yuan.selectAll()
    step.ui.fee_yuan.setFocus()
    keys(step, "25.50")
    press(step, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: cards(database, "request")[0]["fee_yuan"] == Decimal("25.50"))
    qtbot.waitUntil(lambda: is_gone(step))
    form.activateWindow()
    form.ui.events.selectRow(0)
    form.ui.remove_event.click()
    asked = form_over(form, StepRemoval, qtbot)
    assert not asked.ui.act.isEnabled()  # not without a reason
    press(asked, Qt.Key.Key_Return)
    keys(asked, "登记错了")
    press(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.ui.events.model().rowCount() == 0)
    assert "fee_yuan" not in cards(database, "request")[0]


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
def test_other_requests_of_the_same_applicant_are_named(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "request", REQUEST)
    page = open_page("request")
    page.add_record()
    form = form_over(page, RequestEdit, qtbot)
    assert form.ui.label_earlier.isHidden()
    form.ui.applicant_name.setFocus()
    keys(form, "周大勇", ENTER)
    qtbot.waitUntil(lambda: "2025-001" in form.ui.label_earlier.text())


def test_reported_figures_show_unit_and_meaning(
    desk: Desk, database: Database, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("indicator")
    page.add_record()
    form = form_over(page, IndicatorEdit, qtbot)
    keys(form, "0331", ENTER)
    form.ui.indicator.set_value("licence_items")
    assert form.ui.label_unit.text() == "项"
    assert "时点数" in form.ui.label_meaning.text()
    keys(form, ENTER, "8.5")
    qtbot.waitUntil(lambda: "不是整数" in form.ui.label_notes.text())
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert cards(database, "indicator")[0]["amount"] == Decimal("8.5")


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
def test_a_dispute_tells_what_its_request_is_about(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    store(desk, "request", REQUEST)
    page = open_page("dispute")
    page.add_record()
    form = form_over(page, DisputeEdit, qtbot)
    form.ui.request_number.setFocus()
    keys(form, "2025-001", ENTER)
    assert "发放名单" in form.ui.label_request.text()
    form.ui.request_number.setFocus()
    keys(form, "9", ENTER)
    assert "没有编号为" in form.ui.label_request.text()


def test_the_journal_of_a_record_speaks_the_words_of_the_form(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    record_id = store(desk, "publication", ITEM)
    with desk.database.writing(desk.actor) as session:
        change_record(
            session,
            "publication",
            record_id,
            {"document_kind": "normative", "published_on": None, "department": "财务科"},
        )
    page = open_page("publication")
    page.show_journal()
    lines = form_over(page, JournalView, qtbot).ui.lines.model()
    newest = [lines.index(0, column).data() for column in range(5)]
    assert newest[2:4] == ["王芳（ZWGK-PC2）", "修改主动公开"]
    assert "文件性质：其他 → 行政规范性文件" in newest[4]
    assert "公开日期：2025-03-10 → （空）" in newest[4]
    assert "责任科室：办公室 → 财务科" in newest[4]


def test_a_removed_record_is_refused_in_one_sentence(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    record_id = store(desk, "publication", ITEM)
    page = open_page("publication")
    page.change_record()
    form = form_over(page, PublicationEdit, qtbot)
    with desk.database.writing(desk.actor) as session:
        remove_record(session, "publication", record_id, "重复")
    keys(form, "新")
    press(form, Qt.Key.Key_S)
    box = form_over(form, QMessageBox, qtbot)
    assert "删除，请刷新列表" in box.text()
    box.close()
    assert form.ui.title.text().startswith("新")


def test_search_year_and_sort_keep_the_selected_record(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    for number in range(1, 8):
        day = date(2019 + number, 3, 3)
        title = f"第{number}号通知" if number % 2 else f"第{number}号公告"
        store(desk, "publication", {"number": f"{number}", "title": title, "made_on": day})
    page = open_page("publication")
    assert page.model.rowCount() == 1
    page.ui.all_years.setChecked(True)
    assert page.ui.label_count.text() == "共7条"
    page.show_record(3)
    page.ui.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert page.selected_id() == 3
    page.find_text()
    keys(page, "通知")
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page.ui.label_count.text() == "找到4条"
    assert page.selected_id() == 3
    page.show_record(2)
    assert page.selected_id() == 2
    assert page.ui.search.text() == ""


def test_the_profile_of_the_office_is_kept(desk: Desk, database: Database, qtbot: QtBot) -> None:
    page = OfficePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.ui.clerk.setFocus()
    qtbot.waitUntil(page.ui.clerk.hasFocus)
    keys(page, "周砚清")
    assert page.is_unsaved
    page.reload()
    assert page.ui.clerk.text() == "周砚清"
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not page.is_unsaved)
    assert cards(database, "office")[0]["clerk"] == "周砚清"
    page.ui.name.clear()
    page.save()
    qtbot.waitUntil(lambda: page.ui.name.property("finding") == "error")
    page.ui.undo.click()
    assert page.ui.name.text() == "示例县科学技术局"
