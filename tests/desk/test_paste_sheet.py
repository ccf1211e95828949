"""The paste sheet with real keys: pasted rows, what is found in them, and one step for all."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet
from disclosure_desk.desk.draft_forms import listed_drafts, opened_form
from disclosure_desk.desk.models.paste_model import STATE, PasteModel
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.drafts import every_draft
from tests.desk.keyboard import CTRL, ENTER, commit, compose, keys, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HEADED = (
    "序号\t标题\t成文日期\t发布日期\t渠道\r\n"
    "1\t防汛公告\t2025/5/10\t2025/5/12\t网站、公众号\r\n"
    "2\t抗旱公告\t20250512\t\t公示栏\r\n"
)
WRONG = HEADED + "3\t\t2025/5/13\t\t\r\n4\t停水公告\t0532\t\t\r\n5\t通水公告\t5.14\t5.13\t\r\n"


@pytest.fixture
def sheet(desk: Desk, qtbot: QtBot) -> PasteSheet:
    return made_sheet(desk, qtbot)


def made_sheet(desk: Desk, qtbot: QtBot, kind: str = "publication") -> PasteSheet:
    made = PasteSheet(desk, kind)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and not desk.jobs.busy)
    made.ui.grid.setFocus()
    return made


def copied(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def pasted(sheet: PasteSheet, text: str) -> None:
    copied(text)
    press(sheet, Qt.Key.Key_V)


def checked(sheet: PasteSheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sheet.check.last is not None and not sheet.desk.jobs.busy)


def stored(desk: Desk, kind: str = "publication") -> list[Card]:
    with desk.database.reading() as session:
        return [card for _, card in read_cards(session, kind)]


def column_of(model: PasteModel, field: str) -> int:
    return model.fields.index(field)


def go_to(sheet: PasteSheet, row: int, field: str) -> None:
    sheet.ui.grid.go_to(row, field)


def filled(sheet: PasteSheet, text: str) -> None:
    """Type into the cell that has the keys, and end it by Enter."""
    for part in text if text.isascii() else [text]:
        keys(sheet, part)  # the first key opens the cell, the next go into it
    keys(sheet, ENTER)


def test_enter_keeps_a_cell_before_the_next_key_can_close_it(sheet: PasteSheet, qtlog: Any) -> None:
    go_to(sheet, 0, "title")
    commit(sheet.ui.grid, "防汛公告")
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(cell, key)
    assert sheet.model.rows[0][column_of(sheet.model, "title")] == "防汛公告"
    QApplication.processEvents()
    assert not [one.message for one in qtlog.records if "commitData" in one.message]


def test_rows_from_excel_are_registered_in_one_step(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, HEADED)
    assert sheet.model.fields[:5] == (None, "title", "made_on", "published_on", "channels")
    checked(sheet, qtbot)
    assert sheet.ui.label_count.text() == "共2行，没有错"
    with qtbot.waitSignal(sheet.saved):
        press(sheet, ENTER)
    assert stored(desk) == [
        {
            "number": "2025-001",
            "title": "防汛公告",
            "document_kind": "other",
            "made_on": date(2025, 5, 10),
            "published_on": date(2025, 5, 12),
            "channels": ("政府网站", "政务微信"),
        },
        {
            "number": "2025-002",
            "title": "抗旱公告",
            "document_kind": "other",
            "made_on": date(2025, 5, 12),
            "channels": ("公示栏",),
        },
    ]
    with desk.database.reading() as session:
        steps = session.scalars(select(JournalEntry.step)).all()
    assert steps.count("粘贴登记 2 条") == 2
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_the_message_goes_once_the_rows_are_mended_and_names_no_hidden_button(
    sheet: PasteSheet, qtbot: QtBot
) -> None:
    pasted(sheet, "标题\t成文日期\r\n防汛公告\t0532\r\n")
    checked(sheet, qtbot)
    press(sheet, ENTER)
    assert sheet.ui.label_told.text() == "没有登记：1行有错。请改正，或删去这些行。"
    QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Delete)
    filled(sheet, "0512")
    checked(sheet, qtbot)
    assert sheet.ui.label_told.text() == "都改正了，按 Ctrl+Enter 登记。"


def test_a_row_that_looks_like_a_normative_document_is_to_be_looked_at(
    sheet: PasteSheet, qtbot: QtBot
) -> None:
    pasted(sheet, "标题\t文号\t成文日期\r\n防汛办法\t城建规〔2025〕9号\t2025/5/12\r\n")
    checked(sheet, qtbot)
    (found,) = sheet.model.findings_of(0)
    assert found.field == "document_kind"
    assert "文号里有“规”字，而文件性质是“其他”" in found.message


def test_rows_that_stand_here_already_are_not_added_again(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, HEADED)
    sheet.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    copied(HEADED + "3\t通水公告\t2025/5/14\t\t\r\n")
    again = PasteSheet(desk, "publication")
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.paste_copied_table()
    again.show()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert len(again.model.rows) == 3
    assert "有2行表里已有，没有重复加入。" in again.ui.label_told.text()
    again.kept.release(saved=True)


def test_one_column_of_dates_tells_both_and_numbers_follow_those_of_the_register(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    with desk.database.writing(desk.actor) as session:
        told: Card = {"number": "2025-006", "title": "甲", "made_on": date(2025, 1, 2)}
        add_record(session, "publication", told)
    pasted(sheet, "标题\t发布日期\r\n防汛公告\t2025/5/10\r\n抗旱公告\t2025/5/11\r\n")
    assert "登记时按公开日期填写" in sheet.ui.label_told.text()
    assert "按年度顺序编号" in sheet.ui.label_told.text()
    checked(sheet, qtbot)
    with qtbot.waitSignal(sheet.saved):
        press(sheet, ENTER)
    entered = stored(desk)[1:]
    assert [card["number"] for card in entered] == ["2025-007", "2025-008"]
    assert [card["made_on"] for card in entered] == [card["published_on"] for card in entered]
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    again = made_sheet(desk, qtbot)
    pasted(again, "标题\t成文日期\r\n防汛公告\t2025/5/10\r\n停水公告\t2025/5/11\r\n")
    go_to(again, 1, "title")
    QTest.keyClick(again.ui.grid, Qt.Key.Key_Delete)
    filled(again, "防汛公告")
    checked(again, qtbot)
    assert again.model.findings_of(0)[0].field == "title"


def test_with_errors_nothing_is_kept_and_the_keys_go_to_the_first(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, WRONG)
    checked(sheet, qtbot)
    assert sheet.ui.label_count.text() == "共5行，2行有错，1行待核对"
    state = sheet.model.index(2, STATE).data()
    assert state == "有错：“信息名称”没有填写，请补填。"
    assert sheet.model.index(4, STATE).data().startswith("待核对：公开日期")
    side = [sheet.model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert side == ["1", "2", "3 有错", "4 有错", "5 待核对"]
    press(sheet, ENTER)
    assert "2行有错" in sheet.ui.label_told.text()
    assert sheet.ui.grid.place() == (2, column_of(sheet.model, "title"))
    assert "“信息名称”没有填写" in sheet.ui.label_finding.text()
    assert stored(desk) == []
    keys(sheet, Qt.Key.Key_F6)
    assert sheet.ui.grid.place() == (3, column_of(sheet.model, "made_on"))


def test_only_the_sound_rows_are_registered_when_asked_and_the_rest_stays(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, WRONG)
    checked(sheet, qtbot)
    assert sheet.ui.take_sound.text() == "只登记没有错的3行，其余留在表里"
    with qtbot.waitSignal(sheet.saved):
        sheet.ui.take_sound.click()
    assert [card["title"] for card in stored(desk)] == ["防汛公告", "抗旱公告", "通水公告"]
    assert "已登记3条，还有2行留在表里" in sheet.ui.label_told.text()
    assert len(sheet.model.rows) == 2
    checked(sheet, qtbot)
    go_to(sheet, 0, "title")
    filled(sheet, "补上")
    go_to(sheet, 1, "made_on")
    QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Delete)
    filled(sheet, "0512")
    checked(sheet, qtbot)
    assert sheet.ui.label_count.text() == "共2行，没有错"
    with qtbot.waitSignal(sheet.saved):
        press(sheet, ENTER)
    assert len(stored(desk)) == 5
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_nothing_changes_the_rows_while_some_are_being_registered(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, WRONG)
    checked(sheet, qtbot)
    with qtbot.waitSignal(sheet.saved):
        sheet.take_sound()
        for button in (sheet.ui.clear_sheet, sheet.ui.remove_rows, sheet.ui.fill_down):
            button.click()
        sheet.kept.write()  # as half a second after the last key
    checked(sheet, qtbot)
    assert [card["title"] for card in stored(desk)] == ["防汛公告", "抗旱公告", "通水公告"]
    titles = [row[column_of(sheet.model, "title")] for row in sheet.model.rows]
    assert titles == ["", "停水公告"]
    assert sheet.ui.clear_sheet.isEnabled()
    with desk.database.reading() as session:
        (draft,) = every_draft(session)
    assert "停水公告" in str(draft.typed)
    assert "通水公告" not in str(draft.typed)


def test_what_is_to_be_looked_at_was_seen_before_it_is_kept(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, "标题\t成文日期\t科室\r\n防汛公告\t2025-5-12\t新设股\r\n")
    press(sheet, ENTER)  # before the check is through
    checked(sheet, qtbot)
    assert "待核对" in sheet.ui.label_told.text()
    assert stored(desk) == []
    with qtbot.waitSignal(sheet.saved):
        press(sheet, ENTER)
    assert stored(desk)[0]["department"] == "新设股"
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_cells_are_typed_and_tab_in_the_last_one_opens_a_row(sheet: PasteSheet) -> None:
    model, grid = sheet.model, sheet.ui.grid
    go_to(sheet, 0, "title")
    keys(sheet, "防汛公告", Qt.Key.Key_Tab)
    assert model.rows[0][column_of(model, "title")] == "防汛公告"
    last = model.fields[-1]
    assert last is not None
    go_to(sheet, 0, last)
    keys(sheet, Qt.Key.Key_F2)
    editor = sheet.focusWidget()
    assert isinstance(editor, TextLine)
    keys(sheet, "abc", Qt.Key.Key_Tab)
    assert len(model.rows) == 2
    assert grid.place() == (1, 0)
    grid.setCurrentIndex(model.index(1, model.columnCount() - 1))
    keys(sheet, Qt.Key.Key_Tab)
    assert len(model.rows) == 3


def test_enter_does_nothing_where_a_row_is_told_of(sheet: PasteSheet) -> None:
    sheet.ui.grid.setCurrentIndex(sheet.model.index(0, STATE))
    keys(sheet, ENTER)  # a complaint of Qt would fail here
    assert sheet.ui.grid.currentIndex().column() == STATE
    assert not isinstance(QApplication.focusWidget(), TextLine)


def test_no_key_ends_a_cell_while_the_input_method_composes(sheet: PasteSheet) -> None:
    go_to(sheet, 0, "title")
    keys(sheet, Qt.Key.Key_F2)
    editor = sheet.focusWidget()
    assert isinstance(editor, TextLine)
    compose(editor, "fang")
    for key in (ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        keys(sheet, key)
    press(sheet, ENTER)
    assert sheet.focusWidget() is editor
    filled(sheet, "防")
    assert sheet.model.rows[0][column_of(sheet.model, "title")] == "防"


def test_undo_and_redo_take_back_every_change(sheet: PasteSheet) -> None:
    model = sheet.model
    states = [model.state]
    pasted(sheet, HEADED)
    states.append(model.state)
    go_to(sheet, 0, "title")
    QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Delete)
    states.append(model.state)
    press(sheet, Qt.Key.Key_Minus)
    states.append(model.state)
    model.set_field(0, "number")
    states.append(model.state)
    assert len(set(states)) == len(states)
    for state in reversed(states[:-1]):
        press(sheet, Qt.Key.Key_Z)
        assert model.state == state
    for state in states[1:]:
        press(sheet, Qt.Key.Key_Y)
        assert model.state == state


def test_ctrl_d_fills_down(sheet: PasteSheet) -> None:
    pasted(sheet, HEADED)
    model = sheet.model
    column = column_of(model, "published_on")
    go_to(sheet, 1, "published_on")
    press(sheet, Qt.Key.Key_D)
    assert model.rows[1][column] == "2025/5/12"
    go_to(sheet, 0, "title")
    QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(sheet, Qt.Key.Key_D)
    assert [row[column_of(model, "title")] for row in model.rows] == ["防汛公告", "防汛公告"]


def test_a_block_goes_in_at_the_cursor_and_comes_out_again(sheet: PasteSheet) -> None:
    pasted(sheet, HEADED)
    model = sheet.model
    go_to(sheet, 1, "made_on")
    pasted(sheet, "0601\t0602\n0603\t0604")
    column = column_of(model, "made_on")
    assert [row[column : column + 2] for row in model.rows[1:]] == [
        ("0601", "0602"),
        ("0603", "0604"),
    ]
    for _ in range(2):
        QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(sheet, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().startswith("0601\t0602")


def test_a_column_is_given_a_field_and_the_same_layout_has_it_next_time(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    table = "序号\t题目文字\t成文日期\t发布日期\r\n1\t防汛公告\t0512\t0513\r\n"
    pasted(sheet, table)
    assert sheet.model.fields[1] is None
    assert "题目文字" in sheet.ui.label_told.text()
    sheet.ui.grid.selectionModel().clear()
    sheet.ui.grid.setCurrentIndex(sheet.model.index(0, 2))
    box = sheet.ui.field_of_column
    box.setCurrentIndex(box.findData("title"))
    box.setFocus()
    keys(sheet, ENTER)
    assert sheet.model.fields[1] == "title"
    sheet.model.undo_stack.clear()
    sheet.model.remove_rows([0])
    sheet.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    again = made_sheet(desk, qtbot)
    pasted(again, table)
    assert again.model.fields[1] == "title"


def test_arrows_over_the_fields_take_none_away_from_another_column(
    sheet: PasteSheet, qtbot: QtBot
) -> None:
    pasted(sheet, HEADED)
    before = sheet.model.fields
    go_to(sheet, 0, "title")
    box = sheet.ui.field_of_column
    box.setFocus()
    while box.currentData() != "made_on":
        keys(sheet, Qt.Key.Key_Down)
    assert sheet.model.fields == before
    assert "按 Enter" in sheet.ui.label_told.text()
    keys(sheet, ENTER)
    assert sheet.model.fields[:3] == (None, "made_on", "title")
    assert sheet.ui.label_told.text() == (
        "现在第2列是“生成日期”，第3列是“信息名称”；按 Ctrl+Z 恢复。"
    )
    keys(sheet, Qt.Key.Key_Down)
    sheet.ui.grid.setFocus()
    assert box.currentData() == "made_on"
    box.showPopup()
    box.view().setCurrentIndex(box.model().index(box.findData("title"), 0))
    QTest.keyClick(box.view(), ENTER)
    qtbot.waitUntil(lambda: sheet.model.fields == before)


def test_without_headings_the_guess_is_told(sheet: PasteSheet) -> None:
    pasted(sheet, "2025-05-12\t关于防汛工作的公告\n2025-05-13\t关于抗旱工作的公告\n")
    assert sheet.model.fields[:2] == ("published_on", "title")
    assert "没有认出标题行" in sheet.ui.label_told.text()


def test_what_stands_in_the_sheet_is_there_again_after_a_crash(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, WRONG)

    def is_kept() -> bool:
        with desk.database.reading() as session:
            return [one.form for one in every_draft(session)] == ["paste_sheet.publication"]

    qtbot.waitUntil(is_kept)
    again = PasteSheet(desk, "publication")
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: not again.model.is_blank)
    assert again.model.rows[0][1:4] == ("防汛公告", "2025/5/10", "2025/5/12")
    assert "上次没有登记的5行还在" in again.ui.label_told.text()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_esc_leaves_and_keeps_what_is_typed(sheet: PasteSheet, desk: Desk, qtbot: QtBot) -> None:
    go_to(sheet, 0, "title")
    filled(sheet, "防汛公告")
    keys(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    with desk.database.reading() as session:
        assert len(every_draft(session)) == 1


def test_esc_leaves_also_while_a_cell_stands_open_without_the_keys(sheet: PasteSheet) -> None:
    grid = sheet.ui.grid
    go_to(sheet, 0, "title")
    keys(sheet, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    with QSignalBlocker(grid.itemDelegate()):
        grid.setFocus()
    assert grid.state() == grid.State.EditingState
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert sheet.model.rows[0][column_of(sheet.model, "title")] == "abc"
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_rows_left_over_are_written_to_a_workbook_with_their_reasons(
    sheet: PasteSheet,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pasted(sheet, WRONG)
    checked(sheet, qtbot)
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(tmp_path / "剩下的"))
    sheet.ui.save_rows.click()
    qtbot.waitUntil(lambda: "已另存到" in sheet.ui.label_told.text())
    book = openpyxl.load_workbook(tmp_path / "剩下的.xlsx")
    rows = list(book["主动公开"].iter_rows(values_only=True))
    book.close()
    assert rows[0][:3] == ("序号", "信息名称", "生成日期")
    assert rows[0][-1] == "原因"
    assert rows[3][-1] == "“信息名称”没有填写，请补填。"
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("kind", "table", "field", "value"),
    [
        (
            "request",
            "申请编号\t收到日期\t收到方式\t申请人类型\t申请人\nS1\t2025-9-1\t邮寄\t自然人\t林知夏\n",
            "received_via",
            "letter",
        ),
        (
            "dispute",
            "案号\t类型\t受理日期\nF1\t行政复议\t2025-9-1\n",
            "kind",
            "reconsideration",
        ),
    ],
)
def test_other_registers_have_the_same_sheet(  # one call for each of them
    desk: Desk, qtbot: QtBot, kind: str, table: str, field: str, value: str
) -> None:
    sheet = made_sheet(desk, qtbot, kind)
    pasted(sheet, table)
    checked(sheet, qtbot)
    with qtbot.waitSignal(sheet.saved):
        press(sheet, ENTER)
    assert stored(desk, kind)[0][field] == value
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_every_step_has_its_key(sheet: PasteSheet, qtbot: QtBot) -> None:
    pasted(sheet, HEADED)
    before = len(sheet.model.rows)
    QTest.keyClick(sheet.ui.grid, Qt.Key.Key_Minus, CTRL)
    assert len(sheet.model.rows) == before - 1
    assert sheet.ui.grid.accessibleName()
    assert sheet.ui.label_field_of_column.buddy() is sheet.ui.field_of_column


def test_the_list_of_drafts_opens_the_sheet_again(
    sheet: PasteSheet, desk: Desk, qtbot: QtBot
) -> None:
    pasted(sheet, HEADED)
    sheet.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    with desk.database.reading() as session:
        [listed] = listed_drafts(session)
    assert listed.draft.left  # it comes back by itself: nobody is asked at the next start
    again = opened_form(desk, listed, None)
    assert isinstance(again, PasteSheet)
    qtbot.addWidget(again)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.waitUntil(lambda: len(again.model.rows) == 2 and not desk.jobs.busy)
