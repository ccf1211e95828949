"""Choosing files: the dialog reads the folder of an open office and leaves its locks alone."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.desk.dialogs.office_new import OfficeNew
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.records.office import Office
from disclosure_desk.storage.database import Database

DESK = Path(file_choice.__file__).parent


def locks_on(*files: Path) -> set[tuple[str, str]]:
    """The locks that this process holds on files: kind and place."""
    inodes = {str(file.stat().st_ino) for file in files if file.exists()}
    held = set()
    for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
        _number, _posix, _advisory, kind, process, place, *extent = line.split()
        if process == str(os.getpid()) and place.rpartition(":")[2] in inodes:
            held.add((kind, f"{place} {extent}"))
    return held


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> list[QFileDialog]:
    """Dialogs that were asked: shown until their folder is listed, then left."""
    asked: list[QFileDialog] = []

    def look(dialog: QFileDialog) -> str:
        asked.append(dialog)
        dialog.show()
        model = dialog.findChild(QFileSystemModel)
        root = model.index(dialog.directory().absolutePath())
        qtbot.waitUntil(lambda: model.rowCount(root) > 0)
        rows = range(model.rowCount(root))
        qtbot.waitUntil(
            lambda: all(model.index(row, 2, root).data() for row in rows), timeout=5_000
        )
        qtbot.wait(100)
        dialog.hide()
        return ""

    monkeypatch.setattr(file_choice, "ask", look)
    return asked


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="POSIX locks and /proc are of Linux")
def test_looking_into_the_folder_of_an_open_office_keeps_its_locks(
    database: Database, parent: QWidget, shown: list[QFileDialog]
) -> None:
    assert database.path is not None
    files = [Path(f"{database.path}{ending}") for ending in ("", "-wal", "-shm")]
    (database.path.parent / "附件").mkdir()
    with database.reading() as session:
        session.scalars(select(Office)).all()
        before = locks_on(*files)
        assert before
        folder = file_choice.folder_of(database)
        file_choice.file_to_open(parent, "打开", folder=folder, filters=("所有文件 (*)",))
        assert locks_on(*files) == before
        place = str(database.path)
        file_choice.file_to_save(parent, "保存到", place=place, filters=("所有文件 (*)",))
        file_choice.folder_to_use(parent, "导出到", folder=folder)
        assert locks_on(*files) == before
    assert len(shown) == 3
    assert all(one.directory().absolutePath() == folder for one in shown)


def test_all_that_the_dialog_says_is_chinese(
    tmp_path: Path, parent: QWidget, shown: list[QFileDialog]
) -> None:
    (tmp_path / "台账.xlsx").touch()
    file_choice.file_to_open(
        parent, "导入台账", folder=str(tmp_path), filters=file_choice.LEDGER_FILES
    )
    (dialog,) = shown
    said = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    assert {"查找范围：", "文件名：", "文件类型："} <= said
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "打开"
    assert dialog.nameFilters() == ["台账 (*.xlsx)"]
    kinds = file_choice.PlainIcons()
    assert kinds.type(QFileInfo(str(tmp_path))) == "文件夹"
    assert kinds.type(QFileInfo(str(tmp_path / "台账.xlsx"))) == "Excel 工作簿"
    assert kinds.type(QFileInfo(str(tmp_path / "说明"))) == "文件"


def test_what_is_chosen_comes_back_and_leaving_gives_nothing(
    tmp_path: Path, parent: QWidget, qtbot: QtBot
) -> None:
    (tmp_path / "台账.xlsx").touch()

    def answer(accept: bool) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText("台账.xlsx")
        QTest.keyClick(line, Qt.Key.Key_Return if accept else Qt.Key.Key_Escape)

    for accept, expected in ((True, str(tmp_path / "台账.xlsx")), (False, "")):
        QTimer.singleShot(100, parent, lambda accept=accept: answer(accept))
        chosen = file_choice.file_to_open(
            parent, "导入台账", folder=str(tmp_path), filters=file_choice.LEDGER_FILES
        )
        assert chosen == expected


def test_a_name_typed_without_its_ending_replaces_no_file_unasked(
    tmp_path: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2025.科技局.xlsx").touch()
    asked: list[str] = []
    answers = [str(tmp_path / "2025.科技局"), str(tmp_path / "2025.科技局.XLSX")]

    def answer(dialog: QFileDialog) -> str:
        asked.append(Path(dialog.selectedFiles()[0]).name)
        return answers.pop(0)

    monkeypatch.setattr(file_choice, "ask", answer)

    def chosen() -> str:
        place = str(tmp_path / "汇总.xlsx")
        return file_choice.file_to_save(
            parent, "写出汇总", place=place, filters=("Excel 工作簿 (*.xlsx)", "所有文件 (*)")
        )

    assert chosen() == str(tmp_path / "2025.科技局.XLSX")
    assert asked == ["汇总.xlsx", "2025.科技局.xlsx"]  # where the dialog itself asks
    answers.append(str(tmp_path / "1.2"))
    assert chosen() == str(tmp_path / "1.2.xlsx")
    answers.append("")
    assert chosen() == ""


def test_a_folder_that_is_not_there_yet_begins_at_the_nearest(
    tmp_path: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(file_choice, "ask", lambda dialog: asked.append(dialog) or "")
    file_choice.folder_to_use(parent, "导出到", folder=str(tmp_path / "2025年导出" / "甲"))
    assert asked[0].directory().absolutePath() == str(tmp_path)


def test_only_this_module_asks_for_files() -> None:
    others = {path for path in DESK.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")}
    assert others == {DESK / "file_choice.py"}


def test_a_typed_path_without_a_folder_lies_near_the_office_and_is_shown_whole(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "启动目录"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert file_choice.whole_path("", "/甲") == ""
    assert file_choice.whole_path("postgresql://host/db", "/甲") == "postgresql://host/db"
    assert file_choice.whole_path("~/乙", "/甲") == str(Path.home() / "乙")
    form = ExportYear(desk)
    qtbot.addWidget(form)
    form.ui.folder.setText("报送/2025")
    form.ui.folder.editingFinished.emit()
    assert desk.database.path is not None
    assert form.ui.folder.text() == str(desk.database.path.parent / "报送" / "2025")
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_a_new_office_named_without_a_folder_lies_among_the_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "documents_folder", lambda: str(tmp_path))
    jobs = Jobs(failed=lambda error: None)
    form = OfficeNew(jobs)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.ui.unit_name.setText("示例县科学技术局")
    form.ui.place.setText("科技局")
    with qtbot.waitSignal(form.founded):
        form.found()
    assert form.ui.place.text() == str(tmp_path / "科技局")
    assert (tmp_path / "科技局.db").is_file()
    jobs.finish()
