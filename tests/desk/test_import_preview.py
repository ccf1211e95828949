"""Taking a ledger in: first what would come in and what is wrong, then the same for good."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.import_preview import ImportPreview
from tests.workbooks import item_row, write_rows

CTRL = Qt.KeyboardModifier.ControlModifier


def preview_of(desk: Desk, path: Path, qtbot: QtBot) -> ImportPreview:
    form = ImportPreview(desk, path)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: form.isActiveWindow() and not desk.jobs.busy)
    return form


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "台账.xlsx", {"主动公开": [item_row()]})


def test_ctrl_enter_takes_the_ledger_in(desk: Desk, ledger: Path, qtbot: QtBot) -> None:
    form = preview_of(desk, ledger, qtbot)
    assert "可以导入" in form.ui.label_file.text()
    assert form.ui.take_in.text() == "导入（Ctrl+Enter）"
    assert not form.ui.choose_other.isVisible()
    QTest.keyClick(form.ui.leave, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "已导入" in form.ui.label_file.text() and not desk.jobs.busy)
    QTest.keyClick(form.ui.leave, Qt.Key.Key_Return, CTRL)
    assert not desk.jobs.busy


def test_after_an_unusable_file_another_can_be_chosen(
    desk: Desk, ledger: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_text("这不是工作簿", encoding="utf-8")
    form = preview_of(desk, broken, qtbot)
    assert form.ui.label_file.text().startswith("没有导入。“")
    assert "坏.xlsx" in form.ui.label_file.text()
    assert not form.ui.counts.isVisible()
    assert not form.ui.findings.isVisible()
    assert form.ui.choose_other.hasFocus()
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(ledger))
    form.ui.choose_other.click()
    qtbot.waitUntil(lambda: "可以导入" in form.ui.label_file.text())
    assert form.ui.counts.isVisible()
    assert form.ui.take_in.hasFocus()
    assert not form.ui.choose_other.isVisible()


def test_a_ledger_with_errors_tells_them_and_can_be_chosen_again(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = write_rows(tmp_path / "错.xlsx", {"主动公开": [item_row(生成日期="昨天")]})
    form = preview_of(desk, wrong, qtbot)
    assert "什么也没有导入" in form.ui.label_file.text()
    assert form.ui.findings.toPlainText().startswith("【须改正】")
    assert form.ui.findings.property("finding") == "error"
    assert form.ui.choose_other.isVisible()
    assert not form.ui.take_in.isEnabled()


def test_a_warning_is_told_before_anything_is_taken_in(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """Hints come after it, however many there are."""
    sheets = {
        "单位信息": [
            {"项目": "吉祥物", "内容": "熊猫"},
            {"项目": "单位名称", "内容": "示例县教育局"},
        ],
        "主动公开": [item_row()],
    }
    form = preview_of(desk, write_rows(tmp_path / "别家.xlsx", sheets), qtbot)
    assert "有1处请注意" in form.ui.label_file.text()
    (first, *_) = form.ui.findings.toPlainText().splitlines()
    assert first.startswith("【请注意】台账是“示例县教育局”的")
    assert form.ui.findings.property("finding") == "warning"
    assert form.ui.findings.isVisible()
    assert form.ui.take_in.isEnabled()


def test_a_check_that_is_stopped_says_so_and_takes_nothing_in(
    desk: Desk, ledger: Path, qtbot: QtBot
) -> None:
    form = ImportPreview(desk, ledger)
    qtbot.addWidget(form)
    form.show()
    progress = form.findChild(QProgressDialog)
    assert progress is not None
    progress.canceled.emit()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert form.ui.label_file.text() == "没有导入。已取消。"
    assert form.ui.choose_other.isVisible()
    assert not form.ui.take_in.isEnabled()
