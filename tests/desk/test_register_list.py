"""The list of a register: conditions, columns, groups, copies, exports and many changes at once."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import add_record, remove_record
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs import bulk_edit
from disclosure_desk.desk.dialogs.bulk_edit import BulkEdit
from disclosure_desk.desk.dialogs.register_columns import RegisterColumns
from disclosure_desk.desk.dialogs.register_filter import RegisterFilter
from disclosure_desk.desk.dialogs.register_groups import RegisterGroups
from disclosure_desk.desk.kept_views import KeptFilter, keep_filter, kept_columns, kept_filters
from disclosure_desk.desk.models import register_model
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.desk.registers import REGISTERS, columns_of
from disclosure_desk.desk.table_copy import as_mime
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.filters import FINISHED, OPEN, STATE, Filter
from disclosure_desk.storage.row_source import Row, RowSource
from tests.desk.keyboard import compose, form_over, is_gone, keys

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
OpenPage = Callable[[str], RegisterPage]
ITEMS: tuple[Card, ...] = (
    {"number": "G1", "title": "县住建局预算", "category": "财政", "channels": ("政府网站", "公报")},
    {"number": "G2", "title": "=1+1的说明", "category": "规划", "department": "办公室"},
    {"number": "G3", "title": "政策问答", "category": "规划", "channels": ("政府网站",)},
    {"number": "G4", "title": "没有类别的通知"},
)


@pytest.fixture
def open_page(desk: Desk, qtbot: QtBot) -> Iterator[OpenPage]:
    pages: list[RegisterPage] = []

    def make(kind: str) -> RegisterPage:
        page = RegisterPage(desk, kind)
        qtbot.addWidget(page)
        page.resize(1150, 600)
        page.show()
        page.activateWindow()
        page.ui.table.setFocus()
        qtbot.waitUntil(page.ui.table.hasFocus)
        pages.append(page)
        return page

    yield make
    for page in pages:
        for dialog in page.findChildren(QDialog):
            dialog.done(0)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


@pytest.fixture
def items(desk: Desk) -> None:
    days = {"made_on": date(2025, 3, 3), "published_on": date(2025, 3, 4)}
    with desk.database.writing(desk.actor) as session:
        for card in ITEMS:
            add_record(session, "publication", {**days, **card})


def press(page: RegisterPage, key: Qt.Key, *, shift: bool = False) -> None:
    QTest.keyClick(page.ui.table, key, CTRL | SHIFT if shift else CTRL)


def numbers(page: RegisterPage) -> list[str]:
    place = [column.field for column in page.model.columns].index("number")
    return [page.model.index(row, place).data() for row in range(page.model.rowCount())]


def texts(widget: QAbstractItemView) -> list[str]:
    model = widget.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


# ---------------------------------------------------------------------------- conditions


@pytest.mark.usefixtures("items")
def test_a_filter_is_set_by_keys_and_taken_away_by_its_chip(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    press(page, Qt.Key.Key_L)
    dialog = form_over(page, RegisterFilter, qtbot)
    dialog.ui.fields.setFocus()
    keys(dialog, DOWN, DOWN)
    assert dialog.ui.fields.currentItem().text() == "信息类别"
    qtbot.waitUntil(lambda: "规划　2" in texts(dialog.ui.choices))
    assert texts(dialog.ui.choices) == ["（空）　1", "规划　2", "财政　1"]
    dialog.ui.choices.setFocus()
    keys(dialog, SPACE, DOWN, SPACE)
    assert dialog.ui.label_told.text() == "信息类别：（空）、规划"
    QTest.keyClick(dialog.ui.choices, ENTER, CTRL)
    qtbot.waitUntil(lambda: is_gone(dialog))
    assert sorted(numbers(page)) == ["G2", "G3", "G4"]
    assert page.ui.label_count.text() == "找到3条"
    [chip] = page.ui.chips.chips
    assert chip.text().startswith("信息类别：（空）、规划")
    assert "信息类别" in chip.accessibleName()
    chip.setFocus()
    keys(page, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 4
    assert not page.ui.chips.isVisible()
    assert page.focusWidget() is page.ui.table


@pytest.mark.usefixtures("items")
def test_filters_narrow_together_with_year_and_search(open_page: OpenPage) -> None:
    page = open_page("publication")
    page.set_filters([Filter("category", ("规划",)), Filter("channels", ("政府网站",))])
    assert numbers(page) == ["G3"]
    assert len(page.ui.chips.chips) == 2
    page.set_filters([Filter("channels", ("政府网站",))])
    page.ui.search.setText("zjj")
    page.reload()
    assert numbers(page) == ["G1"]
    page.ui.search.setText("没有")
    page.reload()
    assert page.ui.label_empty.text()
    press(page, Qt.Key.Key_X, shift=True)
    assert numbers(page) == ["G4"]


@pytest.mark.usefixtures("items")
def test_another_list_is_read_from_its_first_row_and_a_removed_row_is_followed_by_the_next(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    assert numbers(page) == ["G4", "G3", "G2", "G1"]
    page.ui.table.setCurrentIndex(page.model.index(3, 0))
    page.set_filters([Filter("category", ("规划",))])
    assert page.ui.table.currentIndex().row() == 0
    page.set_filters([])
    page.ui.table.setCurrentIndex(page.model.index(2, 0))
    removed = page.selected_id()
    assert removed is not None
    with desk.database.writing(desk.actor) as session:
        remove_record(session, "publication", removed, "重复登记")
    page.reload()
    assert numbers(page) == ["G4", "G3", "G1"]
    assert page.ui.table.currentIndex().row() == 2


@pytest.mark.usefixtures("items")
def test_a_kept_filter_survives_and_is_renamed_and_forgotten(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.set_filters([Filter("category", ("规划",))])
    page.ui.all_years.setChecked(True)
    press(page, Qt.Key.Key_L)
    dialog = form_over(page, RegisterFilter, qtbot)
    dialog.ui.kept_name.setFocus()
    keys(dialog, "规划类")
    dialog.ui.keep_filter.click()
    dialog.reject()
    later = open_page("publication")
    later.actions_on_list._offer_kept()
    [action] = later.actions_on_list._kept.actions()
    assert action.text() == "规划类"
    action.trigger()
    assert sorted(numbers(later)) == ["G2", "G3"]
    assert later.ui.all_years.isChecked()
    later.ui.table.setFocus()
    press(later, Qt.Key.Key_L)
    dialog = form_over(later, RegisterFilter, qtbot)
    dialog.ui.kept_name.setText("本年规划")
    dialog.ui.rename_kept.click()
    assert [one.name for one in kept_filters("publication")] == ["本年规划"]
    dialog.ui.forget_kept.click()
    assert kept_filters("publication") == ()
    assert "已删除筛选" in dialog.ui.label_told.text()


@pytest.mark.usefixtures("items")
def test_a_name_is_kept_by_enter_and_by_applying(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("publication")
    page.set_filters([Filter("category", ("规划",))])
    press(page, Qt.Key.Key_L)
    dialog = form_over(page, RegisterFilter, qtbot)
    dialog.ui.kept_name.setFocus()
    keys(dialog, "规划类", ENTER)
    assert [one.name for one in kept_filters("publication")] == ["规划类"]
    assert dialog.isVisible()
    dialog.ui.kept_name.selectAll()
    keys(dialog, "规划甲")
    QTest.keyClick(dialog.ui.kept_name, ENTER, CTRL)
    assert {one.name for one in kept_filters("publication")} == {"规划类", "规划甲"}
    qtbot.waitUntil(lambda: is_gone(dialog))
    assert sorted(numbers(page)) == ["G2", "G3"]


@pytest.mark.usefixtures("items")
def test_showing_a_record_takes_away_what_hides_it(open_page: OpenPage) -> None:
    page = open_page("publication")
    page.set_filters([Filter("category", ("财政",))])
    page.ui.search.setText("zjj")
    page.reload()
    page.show_record(4)
    assert page.selected_id() == 4
    assert page.filters == ()
    assert page.ui.search.text() == ""
    assert not page.ui.chips.isVisible()


def test_open_requests_show_their_due_date_and_are_filtered_by_it(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    card: Card = {"received_via": "letter", "applicant_kind": "natural"}
    with desk.database.writing(desk.actor) as session:
        for number, day in (("S1", date(2025, 8, 1)), ("S2", date(2025, 9, 26))):
            add_record(session, "request", {**card, "number": number, "received_on": day})
    page = open_page("request")
    places = {column.field: place for place, column in enumerate(page.model.columns)}
    shown = {
        page.model.index(row, places["number"]).data(): [
            page.model.index(row, places[name]).data() for name in ("due_on", "workdays_left")
        ]
        for row in range(2)
    }
    assert shown == {"S1": ["2025-08-29 逾期", "超过23个"], "S2": ["2025-10-30", "17个"]}
    page.set_filters([Filter("due", ("overdue",)), Filter(STATE, (OPEN,))])
    assert numbers(page) == ["S1"]
    assert page.ui.chips.chips[0].text().startswith("期限：已经逾期")
    page.set_filters([Filter(STATE, (FINISHED,))])
    assert page.ui.label_empty.text() == "没有符合筛选条件的记录，请去掉一个条件。"
    page.set_filters(())
    page.ui.table.horizontalHeader().setSortIndicator(places["due_on"], Qt.SortOrder.AscendingOrder)
    assert numbers(page) == ["S1", "S2"]


def test_one_reported_indicator_is_added_up_and_a_stock_is_not(
    desk: Desk, open_page: OpenPage
) -> None:
    with desk.database.writing(desk.actor) as session:
        for slug, amount, day in (("funds", "1.10", 1), ("funds", "2.25", 2), ("offices", "3", 3)):
            card: Card = {"dated_on": date(2025, 3, day), "indicator": slug}
            add_record(session, "indicator", {**card, "amount": Decimal(amount)})
    page = open_page("indicator")
    assert page.ui.label_count.text() == "共3条"
    page.set_filters([Filter("indicator", ("funds",))])
    assert page.ui.label_count.text() == "找到2条，合计 3.35 万元"
    page.set_filters([Filter("indicator", ("offices",))])
    assert page.ui.label_count.text() == "找到1条"


# ---------------------------------------------------------------------------- columns


@pytest.mark.usefixtures("items")
def test_a_key_shows_all_years(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("publication")
    QTest.keyClick(page.ui.table, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.model.wanted.year is None and not page.desk.jobs.busy)
    assert page.ui.all_years.isChecked()


@pytest.mark.usefixtures("items")
def test_a_register_is_sorted_by_a_key_and_the_order_is_kept(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.ui.table.setCurrentIndex(page.model.index(0, 0))
    press(page, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: page.model.wanted.sort == "number" and not page.desk.jobs.busy)
    assert numbers(page) == sorted(numbers(page))
    press(page, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: page.model.wanted.descending and not page.desk.jobs.busy)
    assert numbers(page) == sorted(numbers(page), reverse=True)
    again = open_page("publication")
    assert (again.model.wanted.sort, again.model.wanted.descending) == ("number", True)
    assert numbers(again) == numbers(page)
    shown = tuple(one for one in page.view.columns if one.field != "number")
    again.actions_on_list._show_columns(shown)
    assert open_page("publication").model.wanted.sort == "published_on"  # the order is seen


@pytest.mark.usefixtures("items")
def test_columns_are_chosen_moved_and_kept(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("publication")
    press(page, Qt.Key.Key_L, shift=True)
    dialog = form_over(page, RegisterColumns, qtbot)
    dialog.ui.columns.setFocus()
    QTest.keyClick(dialog.ui.columns, Qt.Key.Key_Down)
    QTest.keyClick(dialog.ui.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.ui.columns, Qt.Key.Key_Down)
    QTest.keyClick(dialog.ui.columns, SPACE)  # the number goes
    QTest.keyClick(dialog.ui.columns, ENTER, CTRL)
    qtbot.waitUntil(lambda: is_gone(dialog))
    fields = [column.field for column in page.model.columns]
    assert fields[0] == "title"
    assert "number" not in fields
    header = page.ui.table.horizontalHeader()
    header.moveSection(0, 2)
    page.ui.table.setColumnWidth(1, 222)
    page.view.keep()
    again = open_page("publication")
    kept = [column.field for column in again.model.columns]
    assert kept == [fields[1], fields[2], fields[0], *fields[3:]]
    assert again.ui.table.columnWidth(0) == 222
    again.actions_on_list._show_columns(REGISTERS["publication"].columns)
    assert kept_columns("publication") == REGISTERS["publication"].columns


def test_no_column_shows_what_is_personal() -> None:
    for kind in REGISTERS:
        names = set(columns_of(kind))
        personal = {name for name, field in FIELDS[kind].items() if field.personal}
        assert not names & personal
        assert set(FIELDS[kind]) - personal <= names


# ---------------------------------------------------------------------------- groups


@pytest.mark.usefixtures("items")
def test_a_group_becomes_a_condition_and_the_empty_one_is_marked(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    press(page, Qt.Key.Key_G)
    dialog = form_over(page, RegisterGroups, qtbot)
    qtbot.waitUntil(lambda: dialog.ui.groups.model().rowCount() == 3)
    assert texts(dialog.ui.groups) == ["（空）", "规划", "财政"]
    assert dialog.ui.label_sum.text() == "3组，其中（空）1条"
    dialog.ui.groups.setFocus()
    keys(dialog, DOWN, ENTER)
    qtbot.waitUntil(lambda: is_gone(dialog))
    assert sorted(numbers(page)) == ["G2", "G3"]


@pytest.mark.usefixtures("items")
def test_days_are_grouped_by_month_and_year(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("publication")
    page.actions_on_list.group_rows()
    dialog = form_over(page, RegisterGroups, qtbot)
    dialog.ui.by.setCurrentIndex(dialog.ui.by.findData("made_on"))
    qtbot.waitUntil(lambda: texts(dialog.ui.groups) == ["2025-03"])
    dialog.ui.unit.setCurrentIndex(1)
    qtbot.waitUntil(lambda: texts(dialog.ui.groups) == ["2025"])


# ---------------------------------------------------------------------------- out of the list


@pytest.mark.usefixtures("items")
def test_selected_rows_are_copied_as_a_table(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("publication")
    page.ui.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    page.ui.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.ui.table, DOWN, SHIFT)
    press(page, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: page.ui.label_scope.text().startswith("已复制 2 条"))
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[:2] == ["编号", "信息名称"]
    assert [line.split("\t")[:2] for line in lines[1:]] == [
        ["G1", "县住建局预算"],
        ["G2", "'=1+1的说明"],
    ]
    assert "<th>编号</th>" in data.html()
    assert ">=1+1的说明</td>" in data.html()
    press(page, Qt.Key.Key_C, shift=True)
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.mimeData().text().startswith("G1\t"))


def test_copied_cells_break_no_row_and_start_no_formula() -> None:
    data = as_mime([], [["a\tb\nc", "<b>&", "@x", "-1", "00012"]])
    assert data.text() == "a b c\t<b>&\t'@x\t'-1\t00012\r\n"
    assert "&lt;b&gt;&amp;" in data.html()
    assert "mso-number-format" in data.html()


@pytest.mark.usefixtures("items")
def test_a_kept_filter_of_what_is_there_no_more_finds_nothing_and_breaks_nothing(
    open_page: OpenPage,
) -> None:
    gone = Filter("department", ("已撤销的科室",))
    later = (
        Filter("missing", ("later", None)),
        Filter("state", (None,)),
        Filter("due", ("overdue",)),
        Filter("unheard_of", ("1",)),
    )
    keep_filter("publication", KeptFilter("旧的", (gone, *later)))
    [kept] = kept_filters("publication")
    assert kept.filters == (gone,)
    page = open_page("publication")
    page.set_filters(kept.filters)
    assert numbers(page) == []
    assert "已撤销的科室" in page.actions_on_list.conditions()
    keep_filter("indicator", KeptFilter("旧的", (Filter("state", ("open",)),)))
    assert kept_filters("indicator")[0].filters == ()


@pytest.mark.usefixtures("items")
def test_what_is_shown_is_exported_with_its_conditions(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("publication")
    page.set_filters([Filter("category", ("规划",))])
    page.ui.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    target = tmp_path / "out" / "列表.xlsx"
    target.parent.mkdir()
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(target))
    press(page, Qt.Key.Key_E, shift=True)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "已导出 2 条" in page.ui.label_scope.text())
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "主动公开：2025年；信息类别：规划；共2条"
    assert rows[1][:2] == ["编号", "信息名称"]
    assert [row[:2] for row in rows[2:]] == [["G3", "政策问答"], ["G2", "=1+1的说明"]]
    made = rows[1].index("生成日期")
    assert rows[2][made] == date(2025, 3, 3)
    with desk.database.reading() as session:
        line = session.scalars(select(JournalEntry).where(JournalEntry.kind == "export")).one()
    assert line.step == "导出主动公开列表2条"
    assert "信息类别：规划" in str(line.after)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.usefixtures("items")
def test_records_are_saved_while_a_long_list_is_being_exported(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("publication")
    go_on = threading.Event()
    page_of_rows = RowSource.first

    def slowly(source: RowSource, most: int) -> list[Row]:
        go_on.wait(20)
        return page_of_rows(source, most)

    monkeypatch.setattr(RowSource, "first", slowly)
    target = tmp_path / "列表.xlsx"
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(target))
    press(page, Qt.Key.Key_E, shift=True)
    card: Card = {"title": "导出时登记的", "made_on": date(2025, 3, 4)}
    saved: list[Done] = []
    desk.run(lambda session: add_record(session, "publication", card), succeeded=saved.append)
    try:
        qtbot.waitUntil(lambda: len(saved) == 1)
        assert not target.exists()
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: target.exists() and not desk.jobs.busy)


# ---------------------------------------------------------------------------- many at once


@pytest.mark.usefixtures("items")
def test_selected_records_are_changed_in_one_step(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.ui.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    page.ui.table.setCurrentIndex(page.model.index(1, 0))
    QTest.keyClick(page.ui.table, DOWN, SHIFT)
    press(page, Qt.Key.Key_B)
    dialog = form_over(page, BulkEdit, qtbot)
    qtbot.waitUntil(lambda: dialog.widgets["category"].value() == "规划")
    assert dialog.widgets["title"].value() is None  # they differ
    assert dialog.changes() == {}
    assert not dialog.ui.change_all.isEnabled()
    dialog.widgets["category"].setFocus()
    dialog.widgets["category"].selectAll()
    compose(dialog.widgets["category"], "cai")
    QTest.keyClick(dialog.widgets["category"], ENTER, CTRL)
    assert not is_gone(dialog)
    keys(dialog, "财政")
    assert dialog.ticks["category"].isChecked()
    assert dialog.ui.label_preview.text() == "改 2 条：\n信息类别　规划 → 财政"
    QTest.keyClick(dialog.widgets["category"], ENTER, CTRL)
    qtbot.waitUntil(lambda: is_gone(dialog))
    with desk.database.reading() as session:
        stored = {card["number"]: card for _, card in read_cards(session, "publication")}
        steps = {line.step for line in session.scalars(select(JournalEntry))}
    assert [stored[number].get("category") for number in ("G1", "G2", "G3", "G4")] == [
        *("财政", "财政", "财政", None),
    ]
    assert "批量修改2条主动公开：信息类别" in steps


@pytest.mark.usefixtures("items")
def test_many_changes_begin_at_what_they_are_for_and_say_how_many_are_too_many(
    open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("publication")
    press(page, Qt.Key.Key_B)
    dialog = form_over(page, BulkEdit, qtbot)
    assert dialog.focusWidget() is dialog.ui.all_shown
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(dialog))
    page.activateWindow()
    qtbot.waitUntil(page.ui.table.hasFocus)
    monkeypatch.setattr(bulk_edit, "MOST_AT_ONCE", 3)
    press(page, Qt.Key.Key_B)
    dialog = form_over(page, BulkEdit, qtbot)
    assert dialog.focusWidget() is dialog.ui.only_selected
    assert "一次最多 3 条，请先筛选" in dialog.ui.all_shown.text()


@pytest.mark.usefixtures("items")
def test_a_change_that_would_be_unsound_is_refused_whole_with_the_list(
    desk: Desk, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("publication")
    page.ui.table.selectAll()
    press(page, Qt.Key.Key_B)
    dialog = form_over(page, BulkEdit, qtbot)
    qtbot.waitUntil(lambda: dialog.widgets["made_on"].value() is not None)
    dialog.ticks["made_on"].setChecked(True)
    dialog.widgets["made_on"].set_value(None)
    dialog.change_all()
    qtbot.waitUntil(lambda: "全部没有修改" in dialog.ui.label_notes.text())
    assert all(number in dialog.ui.label_notes.text() for number in ("G1", "G2", "G3", "G4"))
    with desk.database.reading() as session:
        assert all(card["made_on"] for _, card in read_cards(session, "publication"))


# ---------------------------------------------------------------------------- not waiting


@pytest.mark.usefixtures("items")
def test_the_old_rows_stay_until_the_answer_comes_and_the_newest_question_wins(
    desk: Desk, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("publication")
    monkeypatch.setattr(register_model, "PATIENCE_SECONDS", 0)
    answers = []
    page.model.answered.connect(lambda answer: answers.append(answer.source.wanted.query))
    for words in ("预", "预算", "政策"):
        page.ui.search.setText(words)
        page.reload()
        assert page.model.rowCount() in (4, 1)
    qtbot.waitUntil(lambda: numbers(page) == ["G3"])
    desk.jobs.settle()
    assert answers[-1] == "政策"
    assert numbers(page) == ["G3"]
