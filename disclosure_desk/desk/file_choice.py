"""Asks for a file or a folder without touching any file that it shows.

SQLite keeps its locks on the office file through POSIX, where closing any handle on a file drops
every lock that the process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2). Qt's own
dialog opens what it lists to find its icon and kind, and GTK's does the same in our process: so
here icons and kinds come from the name alone, and Linux never gets a native dialog.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QFileInfo, QStandardPaths, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

if TYPE_CHECKING:
    from disclosure_desk.storage.database import Database

OFFICE_FILES = ("单位数据库 (*.db *.sqlite)", "所有文件 (*)")
LEDGER_FILES = ("台账 (*.xlsx)",)
PACKAGE_FILES = ("交接包 (*.jjb)", "所有文件 (*)")
_ENDINGS = re.compile(r"\*(\.\w+)")  # that a filter names
_KINDS = {
    "db": "单位数据库",
    "sqlite": "单位数据库",
    "jjb": "交接包",
    "xlsx": "Excel 工作簿",
    "docx": "Word 文档",
}


class PlainIcons(QAbstractFileIconProvider):
    """A folder or a sheet of paper, told by the file system's entry alone.

    Qt asks from a thread of its own: the drawings are made beforehand.
    """

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = QIcon(style.standardIcon(QStyle.StandardPixmap.SP_DirIcon))
        self._file = QIcon(style.standardIcon(QStyle.StandardPixmap.SP_FileIcon))

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        is_file = what == QAbstractFileIconProvider.IconType.File
        return self._file if is_file else self._folder

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return "文件夹"
        ending = info.suffix()
        return _KINDS.get(ending.lower(), f"{ending} 文件" if ending else "文件")


def folder_of(database: "Database | None") -> str:
    """The folder of the office file; empty when none is open or it lies on a server."""
    if database is None or database.path is None:
        return ""
    return str(database.path.parent)


def documents_folder() -> str:
    """Where this user keeps documents; the home folder where there is none."""
    told = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return told if told and Path(told).is_dir() else str(Path.home())


def whole_path(typed: str, folder: str) -> str:
    """A typed path in full: one that names no folder to begin with lies in this one.

    Else it would lie wherever the program happened to be started. Addresses stay as they are.
    """
    if not typed or "://" in typed:
        return typed
    return str(Path(folder) / Path(typed).expanduser())


def file_to_open(parent: QWidget, title: str, *, folder: str, filters: tuple[str, ...]) -> str:
    """An existing file, or "" when none was chosen."""
    dialog = choosing_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.setOption(QFileDialog.Option.ReadOnly)  # nothing is renamed or removed in passing
    _label(dialog, accept="打开")
    return ask(dialog)


def files_to_open(
    parent: QWidget, title: str, *, folder: str, filters: tuple[str, ...]
) -> list[str]:
    """Existing files, as many as were chosen; none when the dialog was left."""
    dialog = choosing_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(filters)
    dialog.setOption(QFileDialog.Option.ReadOnly)
    _label(dialog, accept="打开")
    return ask_for_many(dialog)


def file_to_save(parent: QWidget, title: str, *, place: str, filters: tuple[str, ...]) -> str:
    """A file to write, proposed at a place, or "" when none was chosen.

    Its name ends as the first of the filters wants; whether a file of that name may be replaced
    was asked, whatever was typed.
    """
    endings = tuple(_ENDINGS.findall(filters[0]))
    chosen = ask(_saving_dialog(parent, title, place, filters))
    while chosen and endings and not chosen.lower().endswith(endings):
        chosen += endings[0]
        if Path(chosen).exists():  # the dialog has asked about another name
            chosen = ask(_saving_dialog(parent, title, chosen, filters))
    return chosen


def _saving_dialog(
    parent: QWidget, title: str, place: str, filters: tuple[str, ...]
) -> QFileDialog:
    proposed = Path(place)
    dialog = choosing_dialog(parent, title, str(proposed.parent) if place else "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix("".join(_ENDINGS.findall(filters[0])[:1]))
    if place:
        dialog.selectFile(proposed.name)
    _label(dialog, accept="保存")
    return dialog


def folder_to_use(parent: QWidget, title: str, *, folder: str) -> str:
    """An existing folder, or "" when none was chosen."""
    dialog = choosing_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _label(dialog, accept="选择", name="文件夹：")
    return ask(dialog)


def choosing_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """A dialog on the nearest folder there is, that opens none of the files it lists."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    if sys.platform == "linux":
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    icons = PlainIcons()
    dialog.setIconProvider(icons)
    # Qt does not keep the provider alive.
    dialog.destroyed.connect(lambda _gone=None, _kept=icons: None)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setDirectory(_nearest(folder))
    return dialog


def is_choice(window: QWidget | None) -> TypeGuard[QFileDialog]:
    """Whether this is where a file or a folder is chosen."""
    return isinstance(window, QFileDialog)


def ask(dialog: QFileDialog) -> str:
    """Show a dialog until it is answered; tests put their own answer here."""
    return next(iter(ask_for_many(dialog)), "")


def ask_for_many(dialog: QFileDialog) -> list[str]:
    """The same for a dialog that takes several files."""
    try:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return chosen if accepted else []


def _label(dialog: QFileDialog, *, accept: str, name: str = "文件名：") -> None:
    """Say in Chinese what Qt's own translation leaves in English."""
    words = {
        QFileDialog.DialogLabel.LookIn: "查找范围：",
        QFileDialog.DialogLabel.FileName: name,
        QFileDialog.DialogLabel.FileType: "文件类型：",
        QFileDialog.DialogLabel.Accept: accept,
        QFileDialog.DialogLabel.Reject: "取消",
    }
    for label, text in words.items():
        dialog.setLabelText(label, text)


def _nearest(folder: str) -> str:
    place = Path(folder).expanduser() if folder else Path.home()
    return str(next((one for one in (place, *place.parents) if one.is_dir()), Path.home()))
