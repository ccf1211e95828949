"""Archiving a year on the desk: by keys, behind the window, without personal data unless asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import machine_settings
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs import archive_year as dialog_module
from disclosure_desk.desk.dialogs.archive_year import ArchiveYear
from disclosure_desk.exchange.checksums import check_checksums
from disclosure_desk.storage import encryption
from tests.desk.keyboard import press


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, tmp_path: Path) -> ArchiveYear:
    machine_settings.BACKUP_FOLDER.keep(str(tmp_path))
    made = ArchiveYear(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_year_in_view_is_archived_by_keys(
    dialog: ArchiveYear,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        dialog_module.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    assert dialog.ui.folder.text() == str(tmp_path)
    assert not dialog.ui.personal.isChecked()
    assert dialog.ui.open_folder.isHidden()
    press(dialog, Qt.Key.Key_Return)  # Ctrl+Enter
    qtbot.waitUntil(lambda: not desk.jobs.busy and "已归档到" in dialog.ui.label_notes.text())
    (folder,) = tmp_path.glob("*归档_2025-09-30")
    assert f"{desk.year}年归档" in folder.name
    assert check_checksums(folder) == []
    assert dialog.ui.leave.text() == "关闭（Esc）"
    dialog.ui.open_folder.click()
    assert [Path(one) for one in opened] == [folder]


def test_who_encrypts_the_file_is_told_that_the_archive_is_open_to_all(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for encrypted in (False, True):
        monkeypatch.setattr(encryption, "is_encrypted_file", lambda _path, is_so=encrypted: is_so)
        made = ArchiveYear(desk)
        qtbot.addWidget(made)
        assert ("归档不加密" in made.ui.label_lead.text()) is encrypted


def test_without_a_folder_nothing_is_archived(
    dialog: ArchiveYear, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.ui.folder.setText("")
    dialog.archive()
    assert dialog.ui.label_notes.text() == "请选择归档到哪个文件夹。"
    taken = tmp_path / "不是文件夹"
    taken.write_text("x")
    dialog.ui.folder.setText(str(taken))
    dialog.archive()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    (box,) = dialog.findChildren(QMessageBox)
    assert "不是文件夹" in box.text()
    box.close()
    assert dialog.ui.archive_year.isEnabled()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
