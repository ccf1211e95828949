"""The report page: chapters to write, saved by themselves, beside the whole report."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import report_texts, write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.desk.icons import find_icons
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.report_page import ReportPage
from disclosure_desk.desk.widgets.exported_files import ExportedFiles
from disclosure_desk.faults import Fault
from disclosure_desk.storage.database import Database

REQUEST = {
    "number": "2025-001",
    "received_on": date(2025, 3, 20),
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "县级科技计划项目的立项文件",
}


@pytest.fixture(autouse=True)
def _drawings(qapp: QApplication) -> None:
    find_icons()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    made = ReportPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    qtbot.waitUntil(lambda: made.ui.chapters.model().rowCount() == 6)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def go_to(page: ReportPage, chapter: int) -> None:
    page.ui.chapters.setCurrentIndex(page.ui.chapters.model().index(chapter - 1, 0))


def stored(database: Database, year: int = 2025) -> dict[int, str]:
    with database.reading() as session:
        return report_texts(session, year)


def preview(page: ReportPage) -> str:
    return page.ui.preview.toPlainText()


def findings(page: ReportPage) -> str:
    return "\n".join(one.message for one in page._findings.findings)


def test_what_is_typed_is_saved_by_itself_and_seen_in_the_preview(
    page: ReportPage, database: Database, qtbot: QtBot
) -> None:
    page.ui.body.setFocus()
    qtbot.keyClicks(page.ui.body, "abc 12")
    assert not stored(database)
    assert "正在填写" in page.ui.saving.text()
    qtbot.waitUntil(lambda: stored(database) == {1: "abc 12"}, timeout=5000)
    qtbot.waitUntil(lambda: "已自动保存" in page.ui.saving.text())
    qtbot.waitUntil(lambda: "abc 12" in preview(page))
    assert "已填写" in page.ui.chapters.model().index(0, 0).data()


def test_the_paragraph_being_written_stays_in_sight_in_the_preview(
    page: ReportPage, qtbot: QtBot
) -> None:
    page.ui.body.setFocus()
    page.ui.body.setPlainText("\n".join(f"第{number}段。" * 20 for number in range(1, 41)))
    qtbot.waitUntil(lambda: "第40段" in preview(page), timeout=5000)
    page.ui.preview.verticalScrollBar().setValue(0)
    page.ui.body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(page.ui.body, "abc")
    qtbot.waitUntil(lambda: "段。abc" in preview(page), timeout=5000)
    place = page.ui.preview.document().find("段。abc")
    assert page.ui.preview.viewport().rect().contains(page.ui.preview.cursorRect(place))


@pytest.mark.parametrize("leave", ["chapter", "year", "hide"])
def test_leaving_saves_at_once_and_in_the_right_place(
    page: ReportPage, desk: Desk, database: Database, qtbot: QtBot, leave: str
) -> None:
    page.ui.body.setPlainText("总体情况的正文")
    if leave == "chapter":
        go_to(page, 5)
        assert page.ui.body.toPlainText() == ""
    elif leave == "year":
        desk.set_year(2024)
    else:
        page.hide()
    qtbot.waitUntil(lambda: not page._keeper.has_unsaved, timeout=900)
    assert stored(database) == {1: "总体情况的正文"}
    assert not stored(database, 2024)
    if leave == "year":
        qtbot.waitUntil(lambda: page.ui.body.toPlainText() == "")


def test_keys_typed_while_a_save_is_under_way_stay(
    page: ReportPage, database: Database, qtbot: QtBot
) -> None:
    page.ui.body.setPlainText("一")
    page.keep_typed()
    page.ui.body.insertPlainText("二")
    typed = page.ui.body.toPlainText()
    qtbot.waitUntil(lambda: stored(database) == {1: typed}, timeout=5000)
    qtbot.waitUntil(lambda: typed in preview(page))
    assert page.ui.body.toPlainText() == typed


def test_a_text_that_could_not_be_saved_stays_and_is_told(
    page: ReportPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_told: object) -> None:
        raise Fault("磁盘已满，没有保存，请清理磁盘后再试。")

    with monkeypatch.context() as patch:
        patch.setattr("disclosure_desk.commands.offices.write_report_text", refuse)
        page.ui.body.setPlainText("写了很久的正文")
        page.keep_typed()
        qtbot.waitUntil(lambda: "没有保存" in page.ui.saving.text())
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    assert any("磁盘已满" in box.text() for box in boxes)
    for box in boxes:
        box.done(0)
    assert page.is_unsaved
    go_to(page, 5)
    go_to(page, 1)
    assert page.ui.body.toPlainText() == "写了很久的正文"
    qtbot.waitUntil(lambda: stored(desk.database) == {1: "写了很久的正文"})
    qtbot.waitUntil(lambda: not page.is_unsaved)


def test_an_empty_chapter_offers_the_draft_with_live_fields(
    page: ReportPage, database: Database, qtbot: QtBot
) -> None:
    assert "2025年，本机关" in page.ui.body.placeholderText()
    assert "草稿" in page.ui.length.text()
    assert "没有填写" in findings(page)
    page.ui.adopt_draft.click()
    assert "【年度】年，本机关" in page.ui.body.toPlainText()
    assert not page.ui.adopt_draft.isEnabled()
    page.keep_typed()
    qtbot.waitUntil(lambda: "“一、总体情况”没有填写" not in findings(page))
    assert "【年度】" in stored(database)[1]


def test_chapters_of_figures_write_themselves(page: ReportPage, qtbot: QtBot) -> None:
    go_to(page, 3)
    assert page.ui.body.isReadOnly()
    assert not page.ui.insert_field.isEnabled()
    assert "自动写成" in page.ui.body.placeholderText()
    assert "本年新收政府信息公开申请数量" in preview(page)


def test_a_field_is_inserted_with_its_value_shown_in_the_menu(
    page: ReportPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.run(lambda session: add_record(session, "request", REQUEST))
    qtbot.waitUntil(lambda: "本年新收：1" in field_actions(page))
    field_actions(page)["本年新收：1"].trigger()
    assert page.ui.body.toPlainText() == "【本年新收】"
    assert page.ui.length.text().startswith("1字")
    page.ui.body.insertPlainText("【没有的字段】")
    page.keep_typed()
    qtbot.waitUntil(lambda: "不是可用的字段" in findings(page))
    go_to(page, 6)
    page._findings.go_next()
    assert page.ui.body.textCursor().selectedText() == "【没有的字段】"


def field_actions(page: ReportPage) -> dict[str, object]:
    menus = [action.menu() for action in page.ui.insert_field.menu().actions()]
    return {action.text(): action for menu in menus for action in menu.actions()}


def test_a_long_chapter_one_is_counted_against_the_limit(page: ReportPage, qtbot: QtBot) -> None:
    page.ui.body.setPlainText("字" * 1012)
    assert page.ui.length.text() == "1012字，原则上不超过1000字，超出12字，请精简"
    page.keep_typed()
    qtbot.waitUntil(lambda: "请精简" in findings(page))


def test_a_text_changed_elsewhere_is_shown(page: ReportPage, desk: Desk, qtbot: QtBot) -> None:
    desk.run(lambda session: write_report_text(session, 2025, 1, "别处写的"))
    qtbot.waitUntil(lambda: page.ui.body.toPlainText() == "别处写的")
    qtbot.waitUntil(lambda: "别处写的" in preview(page))


def test_export_holds_what_was_typed_last_and_offers_the_files(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.ui.edition.setCurrentIndex(page.ui.edition.findData("2019"))
    page.ui.body.setPlainText("导出前一刻写的")
    page.ui.export_year.click()
    dialog = page.findChild(ExportYear)
    assert isinstance(dialog, ExportYear)
    assert dialog.ui.edition.currentData() == "2019"
    dialog.ui.folder.setText(str(folder))
    dialog.export_files()
    files = dialog.findChild(ExportedFiles)
    assert isinstance(files, ExportedFiles)
    qtbot.waitUntil(files.isVisible, timeout=20_000)
    assert len(list(folder.iterdir())) == 3
    assert stored(page._desk.database) == {1: "导出前一刻写的"}
    buttons = files.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["打开", "打开所在文件夹"] * 3
    buttons[0].click()
    buttons[1].click()
    assert Path(opened[0].toLocalFile()).suffix == ".xlsx"
    assert Path(opened[1].toLocalFile()) == folder
    dialog.close()


def test_closing_the_office_saves_the_last_keys(
    database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    database.close()
    window = MainWindow(lambda: date(2025, 9, 30))
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(tmp_path / "office.db"))
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    page = window.page("report")
    assert isinstance(page, ReportPage)
    page.reload()
    qtbot.waitUntil(page.ui.body.isEnabled, timeout=10_000)
    page.ui.body.setPlainText("关闭前一刻写的")
    window.close()
    assert stored(database) == {1: "关闭前一刻写的"}
