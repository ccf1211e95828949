"""Chooses a backup to put back (恢复备份): looked into first, asked about before anything goes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.backup_keeping import BackupKeeping
from disclosure_desk.desk.entrance import ask_for_password
from disclosure_desk.desk.forms.ui_restore_backup import Ui_RestoreBackup
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.machine_settings import BACKUP_FOLDER, SECOND_FOLDER
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.faults import KnownError
from disclosure_desk.storage.password_needed import PasswordNeeded

if TYPE_CHECKING:
    from disclosure_desk.storage.backup import KeptBackup
    from disclosure_desk.storage.backup_look import Look

_HEADINGS = ("备份时间", "方式", "位置", "文件")
_WIDTHS = (150, 60, 80, 300)


class RestoreBackup(QDialog):
    """The backups of the open file, the newest first, or any other file."""

    wanted = Signal(object)  # the path of the backup; asked and confirmed

    def __init__(self, place: Path, backups: BackupKeeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RestoreBackup()
        self.ui.setupUi(self)
        self._place, self._backups = place, backups
        self._found: list[KeptBackup] = []
        self._other: Path | None = None
        self._asked: set[Path] = set()
        self._look: tuple[Path, Look] | None = None
        self._model = LinesModel(_HEADINGS, self)
        self.ui.backups.show_model(self._model, _WIDTHS, stretched=3)
        self.ui.put_back.setEnabled(False)
        self._connect()
        self._list()
        fit_to_screen(self)
        self.ui.backups.setFocus()

    # ------------------------------------------------------------------ what there is

    def _list(self) -> None:
        """List them behind the window: one of the places may be a share that answers late."""
        place, unit = self._place, self._backups.unit
        folders = [Path(one) for one in (BACKUP_FOLDER.value(), SECOND_FOLDER.value()) if one]
        self._tell("正在查找备份…")

        def work(_report: Report) -> "list[KeptBackup]":
            from disclosure_desk.storage.backup import backups_of

            return backups_of(place, unit, *folders)

        self._backups.start(work, succeeded=self._show, failed=self._is_not_read)

    def _show(self, found: "Sequence[KeptBackup]") -> None:
        self._found = list(found)
        self._model.set_rows(
            [
                (
                    f"{one.made_at:%Y-%m-%d %H:%M}",
                    "自动" if one.automatic else "手动",
                    self._where(one.path),
                    one.path.name,
                )
                for one in self._found
            ]
        )
        self._tell("" if self._found else "还没有备份；别处的备份用“其他文件”选择。")
        self.ui.backups.selectRow(0)

    def _where(self, path: Path) -> str:
        if path.parent == self._place.parent / "备份":
            return "本机"
        return "第二处" if str(path.parent) == SECOND_FOLDER.value() else path.parent.name

    def _look_into(self, backup: Path) -> None:
        """Read the whole backup and hold it against the open file, behind the window."""
        self._look = None
        self.ui.put_back.setEnabled(False)
        self._tell("正在查看这个备份…")
        place = self._place

        def work(_report: Report) -> "Look":
            from disclosure_desk.storage.backup_look import look_into

            return look_into(backup, place)

        self._backups.start(
            work,
            succeeded=partial(self._is_looked_into, backup),
            failed=partial(self._is_unusable, backup),
        )

    def _is_looked_into(self, backup: Path, look: "Look") -> None:
        from disclosure_desk.storage.backup_words import told_of_look

        if backup == self._chosen():
            self._look = backup, look
            self._tell("\n".join(told_of_look(look)))
            mark(self.ui.found, "warning" if look.findings else "")
            self.ui.put_back.setEnabled(True)

    def _is_unusable(self, backup: Path, error: Exception) -> None:
        if backup == self._chosen():
            self._is_not_read(error)
        if isinstance(error, PasswordNeeded) and backup not in self._asked:
            self._asked.add(backup)  # it was made before the password was changed
            ask_for_password(error, self._backups.start, self, partial(self._look_into, backup))

    def _is_not_read(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._tell(str(error))
            mark(self.ui.found, "error")
        else:
            errors.tell(error, self)

    def _tell(self, words: str) -> None:
        self.ui.found.setPlainText(words)
        mark(self.ui.found, "")

    # ------------------------------------------------------------------ choosing

    def _chosen(self) -> Path | None:
        row = self.ui.backups.selected_row()
        return self._found[row].path if row is not None else self._other

    def _on_row_chosen(self) -> None:
        row = self.ui.backups.selected_row()
        if row is not None:
            self._other = None
            self._look_into(self._found[row].path)

    def choose_other(self) -> None:
        """Look into a file from anywhere: a stick, another computer."""
        chosen = file_choice.file_to_open(
            self,
            "选择备份文件",
            folder=BACKUP_FOLDER.value() or str(self._place.parent),
            filters=file_choice.OFFICE_FILES,
        )
        if chosen:
            self.ui.backups.clearSelection()
            self._other = Path(chosen)
            self._look_into(self._other)
            self.ui.put_back.setFocus()

    def put_back(self) -> None:
        """Ask about the backup that was looked into."""
        if self._look is None or not self.ui.put_back.isEnabled():
            return
        from disclosure_desk.storage.backup_words import told_of_loss

        backup, look = self._look
        loss = told_of_loss(look) if look.office is not None else ""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "恢复备份",
            f"用“{backup.name}”替换现在的数据？",
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(f"{loss}现在的文件改名保留，可以再换回来。")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        replace = box.addButton("替换(&R)", QMessageBox.ButtonRole.DestructiveRole)
        leave = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        replace.clicked.connect(lambda: self._go_on(backup))
        box.open()

    def _go_on(self, backup: Path) -> None:
        self.accept()
        self.wanted.emit(backup)

    def _connect(self) -> None:
        self.ui.backups.act_on({"Return": self.put_back, "Enter": self.put_back})
        self.ui.backups.doubleClicked.connect(lambda _index: self.put_back())
        self.ui.backups.selectionModel().selectionChanged.connect(lambda *_: self._on_row_chosen())
        self.ui.put_back.clicked.connect(self.put_back)
        self.ui.choose_other.clicked.connect(self.choose_other)
        self.ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.put_back)
