"""Ctrl+Z and Ctrl+Y over records, and the recycle bin, by real keys."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event, remove_event
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.journal_view import JournalView, history_of_field
from disclosure_desk.desk.dialogs.recycle_bin import RecycleBin
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.records.cards import Card, card_of
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from tests.desk.keyboard import commit, form_over

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TODAY = date(2025, 9, 30)
ITEM: Card = {
    "number": "G2025-001",
    "title": "关于项目申报的通知",
    "made_on": date(2025, 3, 1),
    "published_on": date(2025, 3, 3),
    "channels": ("政府网站",),
}


@pytest.fixture
def window(database: Database, qtbot: QtBot) -> Any:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.open_place(str(database.path))
    qtbot.waitUntil(lambda: made.desk is not None and not made.jobs.busy, timeout=20_000)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy)


def do(window: MainWindow, qtbot: QtBot, command: Any, *args: Any) -> int:
    assert window.desk is not None
    done: list[Any] = []
    window.desk.run(lambda session: command(session, *args, today=TODAY), succeeded=done.append)
    qtbot.waitUntil(lambda: bool(done))
    settled(window, qtbot)
    return int(done[0].record_id)


def register(window: MainWindow, qtbot: QtBot) -> Any:
    window.ui.rail.setCurrentRow(row_of("publication"))
    page: Any = window.page("publication")
    page.ui.table.setFocus()
    settled(window, qtbot)
    return page


def title(database: Database, record_id: int) -> object:
    with database.reading() as session:
        record = session.get(Publication, record_id)
        return record and card_of(record)["title"]


def test_the_menu_names_what_the_keys_take_back_and_do_again(
    window: MainWindow, database: Database, qtbot: QtBot
) -> None:
    assert not window.ui.undo.isEnabled()
    item = do(window, qtbot, add_record, "publication", ITEM)
    do(window, qtbot, change_record, "publication", item, {"title": "公告"})
    page = register(window, qtbot)
    assert window.ui.undo.text() == "撤销：修改 G2025-001 信息名称(&U)"
    assert not window.ui.redo.isEnabled()
    QTest.keyClick(page.ui.table, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "已撤销" in window.ui.status_bar.currentMessage())
    settled(window, qtbot)
    assert title(database, item) == "关于项目申报的通知"
    assert window.ui.status_bar.currentMessage() == "已撤销：修改 G2025-001 信息名称。"
    assert page.selected_id() == item
    assert window.ui.undo.text() == "撤销：登记主动公开 G2025-001(&U)"
    assert window.ui.redo.text() == "重做：修改 G2025-001 信息名称(&R)"
    QTest.keyClick(page.ui.table, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: title(database, item) == "公告")
    settled(window, qtbot)
    assert not window.ui.redo.isEnabled()
    QTest.keyClick(page.ui.table, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: title(database, item) == "关于项目申报的通知")
    settled(window, qtbot)
    QTest.keyClick(page.ui.table, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: title(database, item) == "公告")
    settled(window, qtbot)


def test_what_is_taken_back_elsewhere_is_shown_there_and_told_until_the_next_change(
    window: MainWindow, database: Database, qtbot: QtBot
) -> None:
    item = do(window, qtbot, add_record, "publication", ITEM)
    do(window, qtbot, change_record, "publication", item, {"title": "公告"})
    window.ui.rail.setCurrentRow(row_of("request"))
    settled(window, qtbot)
    window.ui.undo.trigger()
    qtbot.waitUntil(lambda: "已撤销" in window.ui.status_bar.currentMessage())
    settled(window, qtbot)
    assert window.ui.rail.currentRow() == row_of("publication")
    do(window, qtbot, change_record, "publication", item, {"title": "通告"})
    settled(window, qtbot)
    assert "已撤销" not in window.ui.status_bar.currentMessage()


def test_inside_a_field_the_keys_take_back_what_is_typed_there(
    window: MainWindow, database: Database, qtbot: QtBot
) -> None:
    item = do(window, qtbot, add_record, "publication", ITEM)
    page = register(window, qtbot)
    page.find_text()
    QTest.keyClicks(page.ui.search, "abc")
    QTest.keyClick(page.ui.search, Qt.Key.Key_Z, CTRL)
    settled(window, qtbot)
    assert page.ui.search.text() == ""
    assert title(database, item) == "关于项目申报的通知"


def test_what_cannot_be_taken_back_says_why(
    window: MainWindow, database: Database, qtbot: QtBot
) -> None:
    item = do(window, qtbot, add_record, "publication", ITEM)
    page = register(window, qtbot)
    with database.writing(Actor("顾小满", "三楼电脑")) as session:
        change_record(session, "publication", item, {"title": "通告"}, today=TODAY)
    QTest.keyClick(page.ui.table, Qt.Key.Key_Z, CTRL)
    boxes: list[QMessageBox] = []

    def told() -> bool:
        boxes[:] = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
        return bool(boxes)

    qtbot.waitUntil(told)
    assert boxes[0].text() == (
        "不能撤销“登记主动公开 G2025-001”：G2025-001的“信息名称”之后又改过。"
    )
    boxes[0].close()


# ---------------------------------------------------------------------------- recycle bin


def bin_of(desk: Desk, qtbot: QtBot) -> RecycleBin:
    form = RecycleBin(desk)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: "正在" not in form.ui.label_count.text())
    return form


def removed_item(desk: Desk, card: Card, reason: str) -> int:
    with desk.database.writing(desk.actor) as session:
        item = add_record(session, "publication", card).record_id
    with desk.database.writing(desk.actor) as session:
        remove_record(session, "publication", item, reason)
    return item


def test_the_recycle_bin_tells_the_reason_and_puts_back(desk: Desk, qtbot: QtBot) -> None:
    item = removed_item(desk, ITEM, "和上月重复")
    removed_item(desk, ITEM | {"number": "G2025-002", "title": "会议纪要"}, "登记错了")
    form = bin_of(desk, qtbot)
    assert form.ui.label_count.text() == "2条，最近删除的在前"
    form.ui.search.setFocus()
    QTest.keyClicks(form.ui.search, "G2025-001")
    assert [form.model.index(0, column).data() for column in range(1, 6)] == [
        "王芳（ZWGK-PC2）",
        "主动公开",
        "G2025-001",
        "关于项目申报的通知",
        "和上月重复",
    ]
    assert "公开渠道：政府网站" in form.ui.details.toPlainText()
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: title(desk.database, item) == "关于项目申报的通知")
    qtbot.waitUntil(lambda: form.ui.label_count.text() == "没有找到")
    form.ui.search.clear()
    assert form.ui.label_count.text() == "1条，最近删除的在前"


def test_a_number_in_use_keeps_its_record_in_the_bin(desk: Desk, qtbot: QtBot) -> None:
    removed_item(desk, ITEM, "重复登记")
    with desk.database.writing(desk.actor) as session:
        add_record(session, "publication", ITEM)
    form = bin_of(desk, qtbot)
    form.put_back()
    boxes: list[QMessageBox] = []

    def told() -> bool:
        boxes[:] = [one for one in form.findChildren(QMessageBox) if one.isVisible()]
        return bool(boxes)

    qtbot.waitUntil(told)
    assert boxes[0].text() == (
        "“G2025-001”不能放回：编号“G2025-001”已用于另一条记录，请先改那一条的编号。"
    )
    boxes[0].close()


# ---------------------------------------------------------------------------- history of a field


REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "department": "办公室",
}


def request_with_a_past(desk: Desk) -> tuple[int, int]:
    """A request whose name, department and reply were changed; its key and the reply's."""
    with desk.database.writing(desk.actor) as session:
        request = add_record(session, "request", REQUEST, today=TODAY).record_id
    for changes in ({"applicant_name": "周大永"}, {"department": "规划科"}):
        with desk.database.writing(desk.actor) as session:
            change_record(session, "request", request, changes, today=TODAY)
    told: Card = {"happened_on": date(2025, 3, 20), "outcome": "granted"}
    with desk.database.writing(desk.actor) as session:
        add_event(session, request, "reply", told, today=TODAY)
    with desk.database.writing(desk.actor) as session:
        event = session.get_one(Request, request).events[0].id
        change_event(session, request, event, {"happened_on": date(2025, 3, 21)}, today=TODAY)
    return request, event


def history(desk: Desk, qtbot: QtBot, request: int, field: str, event: int | None) -> JournalView:
    view = history_of_field(desk, "request", request, field, event_id=event)
    qtbot.addWidget(view)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def rows(view: JournalView) -> list[str]:
    return [view.model.index(row, 4).data() for row in range(view.model.rowCount())]


def test_any_earlier_value_of_a_field_is_put_back_by_keys(desk: Desk, qtbot: QtBot) -> None:
    request, _ = request_with_a_past(desk)
    view = history(desk, qtbot, request, "applicant_name", None)
    assert view.ui.field.currentText() == "申请人名称"
    assert rows(view) == ["周大勇 → 周大永", "周大勇"]
    assert not view.ui.put_back.isEnabled()  # it has this value now
    QTest.keyClick(view.ui.lines, Qt.Key.Key_Down)
    assert view.ui.label_value.text() == "恢复为：周大勇"
    with qtbot.waitSignal(view.put_back):
        QTest.keyClick(view.ui.lines, Qt.Key.Key_Return, CTRL)
    assert rows(view)[0] == "周大永 → 周大勇"
    with desk.database.reading() as session:
        assert session.get_one(Request, request).applicant_name == "周大勇"


def test_a_department_is_put_back_by_its_name(desk: Desk, qtbot: QtBot) -> None:
    request, _ = request_with_a_past(desk)
    view = history(desk, qtbot, request, "department", None)
    assert rows(view) == ["办公室 → 规划科", "办公室"]
    view.ui.lines.setCurrentIndex(view.model.index(1, 0))
    with qtbot.waitSignal(view.put_back):
        view.restore()
    with desk.database.reading() as session:
        assert card_of(session.get_one(Request, request))["department"] == "办公室"


def test_a_field_of_a_step_is_put_back_under_the_rules_of_steps(desk: Desk, qtbot: QtBot) -> None:
    request, event = request_with_a_past(desk)
    view = history(desk, qtbot, request, "happened_on", event)
    assert view.ui.field.currentText() == "答复：办结日期"
    assert rows(view) == ["2025-03-20 → 2025-03-21", "2025-03-20"]
    view.ui.lines.setCurrentIndex(view.model.index(1, 0))
    with qtbot.waitSignal(view.put_back):
        view.restore()
    with desk.database.reading() as session:
        assert session.get_one(Request, request).finished_on == date(2025, 3, 20)


def test_without_a_field_all_lines_are_read(desk: Desk, qtbot: QtBot) -> None:
    request, event = request_with_a_past(desk)
    view = history(desk, qtbot, request, "no_such_field", None)
    assert view.ui.field.currentText() == "全部栏目"
    assert view.ui.label_record.text() == "依申请公开记录共有7次变动，最近的在前。"
    assert not view.ui.put_back.isEnabled()
    with desk.database.writing(desk.actor) as session:
        remove_event(session, request, event, "登记错了", today=TODAY)
    view = history(desk, qtbot, request, "happened_on", event)
    view.ui.lines.setCurrentIndex(view.model.index(1, 0))
    assert not view.ui.put_back.isEnabled()
    assert view.ui.label_value.text() == "这一步骤已经删除，不能恢复其中的一栏。"


def test_from_a_field_of_a_form_its_history_is_a_key_away(desk: Desk, qtbot: QtBot) -> None:
    request, _ = request_with_a_past(desk)
    form = RequestEdit(desk, request)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.binder.widgets["note"].setFocus()
    commit(form.binder.widgets["note"], "急件")
    form.binder.widgets["applicant_name"].setFocus()
    QTest.keyClick(form.binder.widgets["applicant_name"], Qt.Key.Key_H, CTRL | SHIFT)
    view = form_over(form, JournalView, qtbot)
    assert view.ui.field.currentText() == "申请人名称"
    view.ui.lines.setCurrentIndex(view.model.index(1, 0))
    with qtbot.waitSignal(view.put_back):
        view.restore()
    assert form.binder.values()["applicant_name"] == "周大勇"
    assert form.binder.changes() == {"note": "急件"}


def test_from_a_field_of_a_step_its_history_is_a_key_away(desk: Desk, qtbot: QtBot) -> None:
    request, event = request_with_a_past(desk)
    told: Card = {"happened_on": date(2025, 3, 21), "outcome": "granted"}
    form = EventEdit(desk, request, "reply", event_id=event, stored=told)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.ui.happened_on.setFocus()
    QTest.keyClick(form.ui.happened_on, Qt.Key.Key_H, CTRL | SHIFT)
    view = form_over(form, JournalView, qtbot)
    assert view.ui.field.currentText() == "答复：办结日期"
    view.ui.lines.setCurrentIndex(view.model.index(1, 0))
    with qtbot.waitSignal(view.put_back):
        view.restore()
    assert form.binder.values()["happened_on"] == date(2025, 3, 20)


def test_a_step_that_was_taken_away_lies_in_the_recycle_bin(desk: Desk, qtbot: QtBot) -> None:
    request, event = request_with_a_past(desk)
    with desk.database.writing(desk.actor) as session:
        remove_event(session, request, event, "登记到别的申请上了", today=TODAY)
    form = bin_of(desk, qtbot)
    assert [form.model.index(0, column).data() for column in range(2, 6)] == [
        "办理步骤",
        "2025-001",
        "答复　2025-03-21",
        "登记到别的申请上了",
    ]
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: form.ui.label_count.text() == "回收站是空的")
    with desk.database.reading() as session:
        assert session.get_one(Request, request).finished_on == date(2025, 3, 21)
