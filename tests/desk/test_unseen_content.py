"""A file that is to be published is looked through: dropped, or chosen by the menu."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.unseen_content import UnseenContent


def workbook(path: Path, *, hidden: bool) -> Path:
    book = openpyxl.Workbook()
    book.create_sheet("底稿").sheet_state = "hidden" if hidden else "visible"
    book.save(path)
    book.close()
    return path


def dropped(path: Path) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(5, 5), action, data, buttons, modifiers), data


def test_a_dropped_file_is_told_line_by_line(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = UnseenContent(desk)
    qtbot.addWidget(dialog)
    event, _data = dropped(workbook(tmp_path / "名单.xlsx", hidden=True))
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.ui.findings.model().rowCount() == 1)
    assert "“底稿”是隐藏的" in dialog.ui.findings.model().index(0, 1).data()
    dialog.look(workbook(tmp_path / "干净.xlsx", hidden=False))
    qtbot.waitUntil(lambda: "没有发现" in dialog.ui.label_result.text())
    assert dialog.ui.findings.model().rowCount() == 0


def test_what_is_no_such_file_is_said(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = UnseenContent(desk)
    qtbot.addWidget(dialog)
    (tmp_path / "说明.txt").write_text("甲", encoding="utf-8")
    dialog.look(tmp_path / "说明.txt")
    qtbot.waitUntil(lambda: "不是 .xlsx 或 .docx" in dialog.ui.label_result.text())
