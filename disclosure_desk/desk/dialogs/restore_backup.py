"""Chooses a backup to put back (恢复备份) and asks before anything is replaced."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.forms.ui_restore_backup import Ui_RestoreBackup
from disclosure_desk.desk.machine_settings import BACKUP_FOLDER
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.storage.backup import backups_of

_HEADINGS = ("备份时间", "方式", "文件")
_WIDTHS = (170, 80, 300)


class RestoreBackup(QDialog):
    """The backups of the open file, the newest first, or any other file."""

    wanted = Signal(object)  # the path of the backup; asked and confirmed

    def __init__(self, place: Path, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RestoreBackup()
        self.ui.setupUi(self)
        self._place = place
        own = BACKUP_FOLDER.value()
        self._found = backups_of(place, unit, *([Path(own)] if own else []))
        model = LinesModel(_HEADINGS, self)
        model.set_rows(
            [
                (
                    f"{one.made_at:%Y-%m-%d %H:%M}",
                    "自动" if one.automatic else "手动",
                    one.path.name,
                )
                for one in self._found
            ]
        )
        self.ui.backups.show_model(model, _WIDTHS, stretched=2)
        self.ui.backups.selectRow(0)
        self.ui.put_back.setEnabled(bool(self._found))
        self.ui.backups.act_on({"Return": self.put_back, "Enter": self.put_back})
        self.ui.backups.doubleClicked.connect(lambda _index: self.put_back())
        self.ui.put_back.clicked.connect(self.put_back)
        self.ui.choose_other.clicked.connect(self.choose_other)
        self.ui.leave.clicked.connect(self.reject)
        fit_to_screen(self)

    def put_back(self) -> None:
        """Ask about the backup that is chosen in the list."""
        row = self.ui.backups.selected_row()
        if row is not None:
            one = self._found[row]
            self._ask(one.path, f"{one.made_at:%Y年%m月%d日 %H:%M}的备份")

    def choose_other(self) -> None:
        """Ask about a file from anywhere: a stick, another computer."""
        chosen = file_choice.file_to_open(
            self,
            "选择备份文件",
            folder=BACKUP_FOLDER.value() or str(self._place.parent),
            filters=file_choice.OFFICE_FILES,
        )
        if chosen:
            self._ask(Path(chosen), f"“{Path(chosen).name}”")

    def _ask(self, backup: Path, name: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "恢复备份",
            f"用{name}替换现在的数据？备份以后登记的内容将不在里面；"
            "现在的文件改名保留，可以再换回来。",
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        replace = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        replace.clicked.connect(lambda: self._go_on(backup))
        box.open()

    def _go_on(self, backup: Path) -> None:
        self.accept()
        self.wanted.emit(backup)
