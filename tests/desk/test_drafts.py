"""What is typed into a form is on disk within a second, and offered again."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import change_record, remove_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.drafts_list import DraftsList, offer_left_over
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.pages.today_page import TodayPage
from disclosure_desk.records.cards import Card, card_of
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.drafts import every_draft
from tests.desk.form_tests import CTRL, Show, drafts, settle, show, stored
from tests.desk.keyboard import commit, keys, press

__all__ = ["show"]
ENTER, ESC, F5 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F5
ITEM: Card = {"number": "2025-001", "title": "关于印发办法的通知", "made_on": date(2025, 3, 3)}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_ROOT = Path(__file__).parents[2]
_TYPIST = """
import sys
from datetime import date
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.icons import find_icons
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor

application = QApplication([])
find_icons()
desk = Desk(open_database(sys.argv[1]), Actor("王芳", "ZWGK-PC2"), Jobs(), year=2025,
            today=lambda: date(2025, 9, 30))
form = PublicationEdit(desk, None)
form.show()
application.processEvents()
for field, text in (("title", "On a notice"), ("made_on", "2025-02-30"), ("note", "a b c")):
    QTest.keyClicks(getattr(form.ui, field), text)
print("typed", flush=True)
application.exec()
"""


def test_a_kill_at_any_moment_loses_at_most_the_last_second(desk: Desk, tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    child = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(desk.database.path)],
        stdout=subprocess.PIPE,
        env=os.environ | own | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)},
    )
    assert child.stdout is not None
    with child.stdout:
        told = child.stdout.readline()
        time.sleep(1)
        child.kill()
        child.wait()
    assert told == b"typed\n"
    [draft] = drafts(desk)
    assert draft.typed == {"title": "On a notice", "made_on": "2025-02-30", "note": "a b c"}
    assert not draft.left


def test_a_draft_is_written_without_a_word_half_a_second_after_the_last_key(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(PublicationEdit)
    commit(form.ui.title, "关于")
    assert drafts(desk) == []
    qtbot.waitUntil(lambda: len(drafts(desk)) == 1)
    commit(form.ui.title, "印发")
    qtbot.waitUntil(lambda: drafts(desk)[0].typed["title"] == "关于印发")
    assert form.ui.label_saved.text() == ""


def test_who_types_without_a_pause_has_a_draft_all_the_same(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(PublicationEdit)
    for _ in range(12):
        QTest.keyClicks(form.ui.title, "x")
        qtbot.wait(100)
    settle(desk, qtbot)
    assert str(drafts(desk)[0].typed["title"]).startswith("xxxxx")


@pytest.mark.parametrize("kind", [PublicationEdit, RequestEdit])
def test_a_form_that_nobody_typed_in_leaves_no_draft(
    kind: type, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(kind)
    keys(form, ESC)
    settle(desk, qtbot)
    assert drafts(desk) == []


def test_what_is_typed_and_taken_back_leaves_no_draft(desk: Desk, show: Show, qtbot: QtBot) -> None:
    form = show(PublicationEdit)
    keys(form, "x")
    qtbot.waitUntil(lambda: len(drafts(desk)) == 1)
    keys(form, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: drafts(desk) == [])


def test_a_form_left_is_offered_again_and_restored_by_one_key(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.noticed.connect(told.append)
    form = show(PublicationEdit)
    commit(form.ui.title, "通知")
    form.ui.made_on.setFocus()
    keys(form, "2025-02-30", ESC)
    assert not form.isVisible()
    settle(desk, qtbot)
    assert "已存为草稿" in told[0]
    assert drafts(desk)[0].left
    again = show(PublicationEdit)
    assert again.offer.bar.isVisible()
    assert again.offer.bar.words.text().startswith("上次未保存的内容（")
    assert "信息名称、生成日期" in again.offer.bar.words.text()
    assert again.ui.title.text() == ""
    keys(again, F5)
    assert again.ui.title.text() == "通知"
    assert again.ui.made_on.text() == "2025-02-30"
    settle(desk, qtbot)
    assert [one.typed["title"] for one in drafts(desk)] == ["通知"]


def test_a_draft_is_given_up_by_one_key(desk: Desk, show: Show, qtbot: QtBot) -> None:
    form = show(PublicationEdit)
    keys(form, "x", ESC)
    settle(desk, qtbot)
    again = show(PublicationEdit)
    QTest.keyClick(again.focusWidget(), F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: drafts(desk) == [])
    assert not again.offer.bar.isVisible()


def test_saving_takes_the_draft_away(desk: Desk, show: Show, qtbot: QtBot) -> None:
    form = show(PublicationEdit)
    keys(form, "x", ENTER, "0303")
    qtbot.waitUntil(lambda: len(drafts(desk)) == 1)
    press(form, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: form.record_id is not None)
    assert drafts(desk) == []


def test_two_open_forms_keep_a_draft_each(desk: Desk, show: Show, qtbot: QtBot) -> None:
    first, second = show(PublicationEdit), show(PublicationEdit)
    commit(first.ui.title, "甲")
    commit(second.ui.title, "乙")
    qtbot.waitUntil(lambda: {one.typed["title"] for one in drafts(desk)} == {"甲", "乙"})
    third = show(PublicationEdit)
    assert not third.offer.bar.isVisible()


def test_a_record_changed_meanwhile_is_told_when_its_draft_is_restored(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record = stored(desk, "publication", ITEM)
    form = show(PublicationEdit, record)
    form.ui.category.setFocus()
    keys(form, "a", ESC)
    settle(desk, qtbot)
    with desk.database.writing(desk.actor) as session:
        change_record(session, "publication", record, {"category": "规划"})
    again = show(PublicationEdit, record)
    keys(again, F5)
    assert again.ui.category.text() == "a"
    assert "“信息类别”由“空”改成了“规划”" in again.offer.bar.words.text()


class TestWanting:
    """What can be no record is kept whole (待补)."""

    def test_ctrl_enter_keeps_it_and_goes_on(self, desk: Desk, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        commit(form.ui.title, "没有日期的通知")
        press(form, ENTER)
        qtbot.waitUntil(lambda: form.ui.title.text() == "")
        settle(desk, qtbot)
        [draft] = drafts(desk)
        assert draft.reasons == ("“生成日期”没有填写，请补填。",)
        assert draft.typed == {"title": "没有日期的通知"}
        assert form.ui.label_saved.text() == "已存为待补草稿：“生成日期”没有填写，请补填。"
        assert not form.offer.bar.isVisible()
        with desk.database.reading() as session:
            assert session.query(Publication).count() == 0

    def test_a_number_that_is_taken_is_no_loss(self, desk: Desk, show: Show, qtbot: QtBot) -> None:
        stored(desk, "publication", ITEM)
        form = show(PublicationEdit)
        form.ui.title.setText("另一条")
        form.ui.made_on.setText("20250304")
        form.ui.number.setText("2025-001")
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: form.ui.number.property("finding") == "error")
        settle(desk, qtbot)
        assert "已被使用" in drafts(desk)[0].reasons[0]
        form.findChild(QMessageBox).reject()  # the next number is offered: no, thanks
        qtbot.waitUntil(lambda: form.focusWidget() is form.ui.number)

    def test_it_stays_wanting_until_it_is_saved(self, desk: Desk, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        commit(form.ui.title, "没有日期的通知")
        press(form, Qt.Key.Key_S)
        settle(desk, qtbot)
        keys(form, ESC)
        settle(desk, qtbot)
        again = show(PublicationEdit)
        assert again.offer.bar.words.text().startswith("待补的草稿")
        keys(again, F5)
        commit(again.ui.title, "！")
        qtbot.waitUntil(lambda: drafts(desk)[0].typed["title"] == "没有日期的通知！")
        assert drafts(desk)[0].is_wanting
        again.ui.made_on.setText("20250304")
        press(again, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: again.record_id is not None)
        assert drafts(desk) == []

    def test_the_button_counts_what_is_wanted(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit)
        qtbot.waitUntil(lambda: form.ui.save.text() == "保存（2 项待补）")
        form.ui.title.setText("通知")
        form.ui.made_on.setText("0303")
        qtbot.waitUntil(lambda: form.ui.save.text() == "保存（Ctrl+S）")


def test_a_step_leaves_a_draft_too(desk: Desk, show: Show, qtbot: QtBot) -> None:
    request = stored(
        desk,
        "request",
        {
            "number": "2025-001",
            "received_on": date(2025, 9, 1),
            "received_via": "letter",
            "applicant_kind": "natural",
        },
    )
    form = show(EventEdit, request, "reply")
    form.ui.reason.setFocus()
    commit(form.ui.reason, "理由")
    keys(form, ESC)
    settle(desk, qtbot)
    [draft] = drafts(desk)
    assert (draft.form, draft.part_of, draft.typed) == ("step.reply", request, {"reason": "理由"})
    other = show(EventEdit, request, "extension")
    assert not other.offer.bar.isVisible()
    again = show(EventEdit, request, "reply")
    keys(again, F5)
    assert again.ui.reason.toPlainText() == "理由"


class TestList:
    @pytest.fixture
    def listed(self, desk: Desk, qtbot: QtBot) -> Callable[[], DraftsList]:
        def made() -> DraftsList:
            dialog = DraftsList(desk)
            qtbot.addWidget(dialog)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            dialog.show()
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            settle(desk, qtbot)
            return dialog

        return made

    def test_a_draft_is_opened_in_its_form(
        self, desk: Desk, show: Show, listed: Callable[[], DraftsList], qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        commit(form.ui.title, "通知")
        press(form, ENTER)
        settle(desk, qtbot)
        keys(form, ESC)
        dialog = listed()
        row = [dialog.model.index(0, column).data() for column in range(3)]
        assert row == ["通知", "主动公开（新增）", "待补（1项）"]
        assert "信息名称：通知" in dialog.ui.details.toPlainText()
        keys(dialog, ENTER)
        [opened] = dialog.findChildren(PublicationEdit)
        assert opened.ui.title.text() == "通知"
        opened.done(0)

    def test_a_draft_of_a_removed_record_says_so_and_keeps_what_was_typed(
        self, desk: Desk, show: Show, listed: Callable[[], DraftsList], qtbot: QtBot
    ) -> None:
        record = stored(desk, "publication", ITEM)
        form = show(PublicationEdit, record)
        form.ui.category.setFocus()
        keys(form, "abc", ESC)
        settle(desk, qtbot)
        with desk.database.writing(desk.actor) as session:
            remove_record(session, "publication", record, "重复登记")
        dialog = listed()
        assert dialog.model.index(0, 2).data() == "原记录已被删除"
        keys(dialog, ENTER)
        [opened] = dialog.findChildren(PublicationEdit)
        assert opened.record_id is None
        assert opened.ui.category.text() == "abc"
        assert "已被删除" in opened.offer.bar.words.text()
        opened.done(0)

    def test_a_draft_is_given_up_from_the_list(
        self, desk: Desk, show: Show, listed: Callable[[], DraftsList], qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        keys(form, "x", ESC)
        settle(desk, qtbot)
        dialog = listed()
        keys(dialog, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: drafts(desk) == [])
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)

    def test_after_a_crash_the_list_opens_by_itself_and_after_leaving_it_does_not(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit)
        keys(form, "x")
        qtbot.waitUntil(lambda: len(drafts(desk)) == 1)
        offered: list[DraftsList] = []
        desk.open_drafts.clear()  # as after the program was stopped and started again
        offer_left_over(desk, form, offered.append)
        settle(desk, qtbot)
        assert len(offered) == 1
        offered[0].done(0)
        keys(form, ESC)
        settle(desk, qtbot)
        offer_left_over(desk, form, offered.append)
        settle(desk, qtbot)
        assert len(offered) == 1


def test_closing_the_office_writes_what_was_just_typed(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(PublicationEdit)
    QTest.keyClicks(form.ui.title, "abc")
    desk.closing.emit()
    desk.jobs.finish()
    assert drafts(desk)[0].typed == {"title": "abc"}


def test_ctrl_s_during_a_running_draft_leaves_no_draft_behind(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(PublicationEdit)
    form.ui.title.setText("通知")
    form.ui.made_on.setText("0303")
    form.drafts.write()
    QTest.keyClick(form.ui.title, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: form.record_id is not None)
    settle(desk, qtbot)
    with desk.database.reading() as session:
        assert every_draft(session) == []
        record = session.get(Publication, form.record_id)
        assert record is not None
        assert card_of(record)["title"] == "通知"


def test_the_day_and_the_export_tell_what_is_wanting(desk: Desk, show: Show, qtbot: QtBot) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle(desk, qtbot)
    form = show(PublicationEdit)
    commit(form.ui.title, "没有日期的通知")
    press(form, ENTER)
    qtbot.waitUntil(
        lambda: page.agenda is not None and "wanting" in [one.slug for one in page.agenda.groups]
    )
    assert page.agenda is not None
    [group] = [one for one in page.agenda.groups if one.slug == "wanting"]
    assert [(one.title, one.text) for one in group.items] == [
        ("没有日期的通知", "“生成日期”没有填写，请补填。")
    ]
    export = ExportYear(desk)
    qtbot.addWidget(export)
    qtbot.waitUntil(lambda: "1份待补草稿不在导出内容里" in export.ui.label_lead.text())
    settle(desk, qtbot)
    export.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    export.done(0)
