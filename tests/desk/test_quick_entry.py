"""Quick entry with real keys: a typed line, its chips, and an item in the register."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disclosure_desk.commands import registers
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.publication_page import PublicationPage
from disclosure_desk.desk.pins import Pins
from disclosure_desk.desk.widgets.quick_entry import QuickEntry
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.drafts import every_draft
from tests.desk.keyboard import (
    CTRL,
    ENTER,
    commit,
    compose,
    form_over,
    is_gone,
    keys,
    press,
)

LINE = "0512 关于防汛的公告 城政办[2025]第7号 网站 公众号 @城管股"
READ: Card = {
    "number": "2025-001",
    "title": "关于防汛的公告",
    "document_number": "城政办〔2025〕7号",
    "document_kind": "other",
    "department": "城管股",
    "made_on": date(2025, 5, 12),
    "published_on": date(2025, 5, 12),
    "channels": ("政府网站", "政务微信"),
}


@pytest.fixture
def entry(desk: Desk, qtbot: QtBot) -> QuickEntry:
    with desk.database.writing(desk.actor) as session:
        for number, name in enumerate(("城管股", "住建股", "住房保障股"), start=1):
            card: Card = {"title": name, "made_on": date(2024, 1, number), "department": name}
            add_record(session, "publication", card)
    return made_entry(desk, qtbot)


def made_entry(desk: Desk, qtbot: QtBot) -> QuickEntry:
    made = QuickEntry(desk)
    qtbot.addWidget(made)
    made.resize(1100, 220)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and not desk.jobs.busy)
    made.take_keys()
    return made


def typed(entry: QuickEntry, line: str) -> None:
    keys(entry.window(), line)
    entry.read()


def stored(desk: Desk) -> list[Card]:
    """What was entered after the three items that were there before."""
    with desk.database.reading() as session:
        return [card for _, card in read_cards(session, "publication")][3:]


def settled(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def copied(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def test_a_line_and_ctrl_enter_make_an_item(entry: QuickEntry, desk: Desk, qtbot: QtBot) -> None:
    typed(entry, LINE)
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert stored(desk) == [READ]
    assert entry.line.text() == ""
    assert entry.line.hasFocus()
    assert "已登记：关于防汛的公告" in entry.note.text()
    settled(desk, qtbot)


def test_enter_keeps_what_is_sure(entry: QuickEntry, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(entry.saved):
        keys(entry.window(), LINE, ENTER)
    assert stored(desk) == [READ]
    settled(desk, qtbot)


def test_the_parts_stand_below_the_line_while_typing(entry: QuickEntry, qtbot: QtBot) -> None:
    keys(entry.window(), LINE)
    qtbot.waitUntil(lambda: "title" in entry.chips and entry.chips["title"].isVisible())
    assert entry.chips["published_on"].button.text() == "公开日期 2025-05-12 周一"
    assert entry.chips["made_on"].button.text().endswith("（默认）")
    assert entry.chips["document_number"].button.text() == "文号 城政办〔2025〕7号"
    assert entry.chips["channels"].button.accessibleName() == "公开渠道 政府网站、政务微信"


def test_a_line_that_is_held_back_says_so_and_takes_no_second_item(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    keys(entry.window(), "0512 关于防汛的公告 @新设股", ENTER)
    assert entry.line.property("finding") == "warning"
    assert entry.line.accessibleDescription() == "这一行还没有登记"
    assert entry.note.text().startswith("这一行还没有登记。责任科室待核对")
    assert entry.note.property("role") == "warning"
    entry.take_keys()
    copied("0513\t关于抗旱的公告\t城政办〔2025〕8号")
    press(entry.window(), Qt.Key.Key_V)
    assert "没有粘贴，像是两条" in entry.note.text()
    assert "抗旱" not in entry.line.text()
    typed(entry, " 0513 关于抗旱的公告")
    for _ in range(2):
        press(entry.window(), ENTER)
    assert "没有登记：信息名称要改，像是两条" in entry.note.text()
    assert stored(desk) == []
    entry.line.setText("0512 关于防汛的公告 @新设股")
    entry.read()
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert stored(desk)[0]["title"] == "关于防汛的公告"
    assert entry.line.property("finding") == ""
    assert entry.note.property("role") == "grey"
    settled(desk, qtbot)


def test_nothing_is_read_or_kept_while_the_input_method_composes(
    entry: QuickEntry, desk: Desk
) -> None:
    typed(entry, LINE)
    compose(entry.line, "fang")
    for key in (ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab):
        keys(entry.window(), key)
    press(entry.window(), ENTER)
    entry.submit()
    entry.read()
    assert not desk.jobs.busy
    assert entry.line.text() == LINE
    assert entry.line.hasFocus()
    commit(entry.line, "防")
    assert entry.line.text() == LINE + "防"


def test_what_is_doubtful_must_be_seen_before_it_is_kept(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    keys(entry.window(), "5 关于防汛的公告")
    press(entry.window(), ENTER)
    assert "1处待核对" in entry.note.text()
    assert not desk.jobs.busy
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert stored(desk)[0]["published_on"] == date(2025, 9, 5)
    settled(desk, qtbot)


def test_enter_leads_to_what_is_doubtful_and_a_look_settles_it(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    keys(entry.window(), "5 关于防汛的公告", ENTER)
    assert entry.chips["published_on"].button.hasFocus()
    assert "读作本月5日" in entry.note.text()
    keys(entry.window(), ENTER, ENTER)  # opens the field, and takes it as it is
    assert entry.chips["published_on"].button.text().endswith("（已核对）")
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert stored(desk)[0]["published_on"] == date(2025, 9, 5)
    settled(desk, qtbot)


def test_a_chip_is_mended_in_place(entry: QuickEntry, desk: Desk, qtbot: QtBot) -> None:
    typed(entry, LINE)
    keys(entry.window(), Qt.Key.Key_Down)
    for _ in range(len(entry.chips)):
        if entry.chips["made_on"].button.hasFocus():
            break
        keys(entry.window(), Qt.Key.Key_Right)
    keys(entry.window(), ENTER, "0510", ENTER)
    assert entry.chips["made_on"].button.text() == "生成日期 2025-05-10 周六（已核对）"
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert stored(desk) == [READ | {"made_on": date(2025, 5, 10)}]
    settled(desk, qtbot)


def test_escape_in_a_chip_changes_nothing(entry: QuickEntry) -> None:
    typed(entry, LINE)
    entry.chips["published_on"].setFocus()
    keys(entry.window(), ENTER, "0101", Qt.Key.Key_Escape)
    assert entry.chips["published_on"].button.text() == "公开日期 2025-05-12 周一"
    keys(entry.window(), Qt.Key.Key_Escape)
    assert entry.line.hasFocus()


def test_a_date_that_cannot_be_read_stays_open_in_its_chip(entry: QuickEntry, desk: Desk) -> None:
    typed(entry, LINE)
    entry.chips["published_on"].setFocus()
    keys(entry.window(), ENTER, "0532", ENTER)
    assert entry.chips["published_on"].is_mended_now
    assert "没有32日" in entry.note.text()
    press(entry.window(), ENTER)
    assert not desk.jobs.busy
    assert entry.line.text() == LINE


def test_delete_gives_the_words_back_to_the_title(entry: QuickEntry) -> None:
    typed(entry, "防汛 网站 0512")
    entry.chips["channels"].setFocus()
    keys(entry.window(), Qt.Key.Key_Delete)
    assert not entry.chips["channels"].isVisible()
    assert entry.chips["title"].part.value == "防汛 网站"
    assert entry.line.text() == "防汛 网站 0512"


def test_delete_takes_a_default_away(entry: QuickEntry, desk: Desk, qtbot: QtBot) -> None:
    typed(entry, "防汛公告")
    entry.chips["number"].setFocus()
    keys(entry.window(), Qt.Key.Key_Delete)
    assert not entry.chips["number"].isVisible()
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
    assert "number" not in stored(desk)[0]
    settled(desk, qtbot)


def test_what_is_typed_later_counts_more_than_a_correction(entry: QuickEntry) -> None:
    typed(entry, LINE)
    entry.chips["published_on"].setFocus()
    keys(entry.window(), ENTER, "0510", ENTER)
    assert entry.chips["published_on"].part.value == date(2025, 5, 10)
    entry.line.setText(LINE.replace("0512", "0601"))
    entry.read()
    assert entry.chips["published_on"].part.value == date(2025, 6, 1)


def test_a_title_mended_in_its_chip_stands_in_the_line(entry: QuickEntry) -> None:
    typed(entry, "关于防汛 0512 @城管股")
    entry.chips["title"].setFocus()
    keys(entry.window(), ENTER, "网站", ENTER)
    assert entry.chips["title"].part.value == "网站"
    assert entry.chips["department"].part.value == "城管股"
    assert entry.line.text().startswith("网站 ")


def test_ctrl_enter_pressed_twice_enters_one_item(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    typed(entry, LINE)
    with qtbot.waitSignal(entry.saved):
        press(entry.window(), ENTER)
        press(entry.window(), ENTER)
    settled(desk, qtbot)
    assert stored(desk) == [READ]


def test_a_slow_save_leaves_no_draft_of_what_is_in_the_register(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    typed(entry, LINE)
    press(entry.window(), ENTER)
    entry.keep_typed()  # as half a second after the last key, while it is still being saved
    settled(desk, qtbot)
    assert stored(desk) == [READ]
    with desk.database.reading() as session:
        assert not every_draft(session)


def test_a_line_sent_before_the_register_is_known_is_read_with_its_words(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    made = QuickEntry(desk)
    qtbot.addWidget(made)
    made.line.setText(LINE)
    made.submit()
    assert made.line.text() == LINE
    with qtbot.waitSignal(made.saved):
        pass
    settled(desk, qtbot)
    assert stored(desk) == [READ]


def test_without_a_title_the_line_stays(entry: QuickEntry, desk: Desk) -> None:
    typed(entry, "0512 @城管股")
    press(entry.window(), ENTER)
    assert "还没有标题" in entry.note.text()
    assert entry.line.text() == "0512 @城管股"
    assert not desk.jobs.busy


def test_what_the_register_refuses_comes_back_before_what_was_typed_meanwhile(
    entry: QuickEntry, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> Done:
        raise Refusal("编号“1”已被使用，请换一个。")

    monkeypatch.setattr(registers, "add_record", refuse)
    typed(entry, "0912 停水公告 @城管股")
    qtbot.waitUntil(lambda: not desk.jobs.busy)  # with looking up what the line must know
    press(entry.window(), ENTER)
    if not desk.jobs.busy:  # a doubt is shown first
        press(entry.window(), ENTER)
    entry.line.setText("又写了一点")
    back = "0912 停水公告 @城管股 又写了一点"
    qtbot.waitUntil(lambda: entry.line.text() == back)
    assert stored(desk) == []
    settled(desk, qtbot)
    entry.read()  # as when the register has told again what it knows
    refusal = "没有登记：编号“1”已被使用，请换一个。"
    assert entry.note.text() == refusal, "it stays until the line is another"
    entry.line.insert("。")
    entry.read()
    assert refusal not in entry.note.text()


def test_a_note_is_told_no_longer_than_true(entry: QuickEntry, qtbot: QtBot) -> None:
    press(entry.window(), ENTER)
    assert entry.note.text() == "先写一行再登记。"
    keys(entry.window(), "关")
    assert entry.note.text() == ""
    qtbot.waitUntil(lambda: entry.note.text() != "")
    keys(entry.window(), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: entry.note.text() == "")


def test_the_department_goes_on_to_the_next_item_and_says_so(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(entry.saved):
        keys(entry.window(), LINE, ENTER)
    settled(desk, qtbot)
    typed(entry, "抗旱公告")
    assert entry.chips["department"].button.text() == "责任科室 城管股（沿用）"
    assert entry.chips["published_on"].button.text() == "公开日期 2025-09-30 周二（默认）"
    assert entry.chips["number"].button.text() == "编号 2025-002（默认）"
    settled(desk, qtbot)


def test_what_is_pinned_in_the_form_goes_on_here_and_says_so(entry: QuickEntry, desk: Desk) -> None:
    pins = Pins(desk, "publication", PublicationEdit.pins)
    pins.remember({"department": "住建股", "channels": ["政府网站", "公示栏"], "title": "不沿用"})
    typed(entry, "抗旱公告")
    assert entry.chips["department"].button.text() == "责任科室 住建股（沿用）"
    assert entry.chips["channels"].part.value == ("政府网站", "公示栏")
    assert entry.chips["title"].part.value == "抗旱公告"
    pins.toggle("department")
    entry.read()
    assert not entry.chips["department"].isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
def test_departments_are_proposed_by_any_part_and_by_their_letters(entry: QuickEntry) -> None:
    keys(entry.window(), "防汛公告 ", "@zj")
    popup = entry.line._popup
    assert popup.isVisible()
    assert popup.model().data(popup.model().index(0, 0)) == "住建股"
    keys(entry.window(), ENTER)
    assert entry.line.text() == "防汛公告 @住建股 "
    assert not popup.isVisible()


def test_escape_clears_only_when_pressed_twice_and_can_be_taken_back(entry: QuickEntry) -> None:
    typed(entry, LINE)
    keys(entry.window(), Qt.Key.Key_Escape)
    assert entry.line.text() == LINE
    assert "再按一次" in entry.note.text()
    keys(entry.window(), Qt.Key.Key_Escape)
    assert entry.line.text() == ""
    press(entry.window(), Qt.Key.Key_Z)
    assert entry.line.text() == LINE


def test_a_key_between_two_escapes_keeps_the_line(entry: QuickEntry) -> None:
    typed(entry, LINE)
    keys(entry.window(), Qt.Key.Key_Escape, " ", Qt.Key.Key_Escape)
    assert entry.line.text().startswith(LINE)


def test_what_was_typed_is_there_again_after_a_restart(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    typed(entry, LINE)
    entry.chips["published_on"].setFocus()
    keys(entry.window(), ENTER, "0510", ENTER)
    entry.keep_typed()
    settled(desk, qtbot)
    again = made_entry(desk, qtbot)
    qtbot.waitUntil(lambda: again.line.text() == LINE)
    assert "上次没有登记" in again.note.text()
    assert again.chips["published_on"].part.value == date(2025, 5, 10)
    with qtbot.waitSignal(again.saved):
        press(again.window(), ENTER)
    settled(desk, qtbot)
    with desk.database.reading() as session:
        assert not every_draft(session)


def test_it_is_on_disk_without_being_asked(entry: QuickEntry, desk: Desk, qtbot: QtBot) -> None:
    keys(entry.window(), "防汛公告")

    def is_kept() -> bool:
        with desk.database.reading() as session:
            return [one.form for one in every_draft(session)] == ["quick_line"]

    qtbot.waitUntil(is_kept)
    settled(desk, qtbot)


def test_one_pasted_row_is_a_line_and_many_go_to_the_sheet(entry: QuickEntry, qtbot: QtBot) -> None:
    copied("2025/5/12\t防汛公告\t网站\r\n")
    press(entry.window(), Qt.Key.Key_V)
    assert entry.line.text() == "2025/5/12 防汛公告 网站"
    copied("2025/5/12\t防汛公告\r\n2025/5/13\t抗旱公告\r\n")
    with qtbot.waitSignal(entry.rows_pasted) as told:
        press(entry.window(), Qt.Key.Key_V)
    assert told.args[0].count("公告") == 2
    assert entry.line.text() == "2025/5/12 防汛公告 网站"
    QGuiApplication.clipboard().clear()
    press(entry.window(), Qt.Key.Key_V)
    assert entry.line.text() == "2025/5/12 防汛公告 网站"
    copied("普通的一段字")
    press(entry.window(), Qt.Key.Key_V)
    assert entry.line.text().endswith("普通的一段字")


def test_chips_and_line_have_names_and_the_order_of_the_page(entry: QuickEntry) -> None:
    typed(entry, LINE)
    keys(entry.window(), Qt.Key.Key_Tab)
    assert entry.chips["published_on"].button.hasFocus()
    keys(entry.window(), Qt.Key.Key_Tab)
    assert entry.chips["made_on"].button.hasFocus()
    for chip in entry.chips.values():
        assert chip.button.accessibleName()
    assert QApplication.focusWidget() is not entry.line


def test_its_key_leads_into_the_line_from_every_page(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(lambda: desk.today())
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(desk.database.path))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    page = window.page("publication")
    assert isinstance(page, PublicationPage)
    assert window.ui.stack.currentWidget() is page
    assert page.quick_entry.line.hasFocus()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    copied("标题\t成文日期\r\n防汛公告\t0512\r\n抗旱公告\t0513\r\n")
    press(window, Qt.Key.Key_V)
    sheet = form_over(page, PasteSheet, qtbot)
    assert [row[0] for row in sheet.model.rows] == ["防汛公告", "抗旱公告"]
    qtbot.waitUntil(lambda: sheet.check.last is not None and not window.jobs.busy)
    press(sheet, ENTER)
    qtbot.waitUntil(lambda: is_gone(sheet) and not window.jobs.busy)
    assert page.model.rowCount() == 2
    window.close()


def test_an_item_kept_from_a_chip_leaves_the_keys_in_the_empty_line(
    desk: Desk, qtbot: QtBot
) -> None:
    page = PublicationPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and not desk.jobs.busy)
    entry = page.quick_entry
    entry.take_keys()
    typed(entry, LINE)
    keys(page, Qt.Key.Key_Down, ENTER, Qt.Key.Key_Escape)
    assert entry.chips["department"].button.hasFocus()
    with qtbot.waitSignal(entry.saved):
        press(page, ENTER)
    settled(desk, qtbot)
    assert entry.line.hasFocus()


def test_undo_in_the_empty_line_takes_back_the_item_and_never_writes_it_again(
    desk: Desk, qtbot: QtBot
) -> None:
    window = MainWindow(lambda: desk.today())
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(desk.database.path))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    page = window.page("publication")
    assert isinstance(page, PublicationPage)
    line = page.quick_entry.line
    with qtbot.waitSignal(page.quick_entry.saved):
        keys(window, "0512 关于防汛的公告 网站", ENTER)
    qtbot.waitUntil(lambda: not window.jobs.busy and page.model.rowCount() == 1)
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    qtbot.waitUntil(lambda: not window.jobs.busy and page.model.rowCount() == 0)
    keys(window, "0513")
    while line.text():
        QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert window.ui.redo.isEnabled()  # typing was taken back, and no step of the records
    QTest.keyClick(line, Qt.Key.Key_Y, CTRL)
    assert line.text() == "0513"
    window.close()
