"""Archives the year in view (年度归档): readable without this program, with hashes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.folder_line import FolderLine
from disclosure_desk.desk.forms.ui_archive_year import Ui_ArchiveYear
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.machine_settings import BACKUP_FOLDER
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from disclosure_desk.exchange.archive import Archived

_NAMED = 5


class ArchiveYear(QDialog):
    """Asks for the folder and for personal data, writes the archive, offers to look at it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._made = desk, Path()
        self.ui = Ui_ArchiveYear()
        self.ui.setupUi(self)
        self.setWindowTitle(f"{desk.year}年归档")
        self.ui.label_lead.setText(
            f"把{desk.year}年的统计表、年度报告、台账、登记簿和定稿的文书写成一个文件夹，"
            f"不用本程序也能看，每个文件都有校验值。已有的归档不会被覆盖。{self._open_to_all()}"
        )
        self._folder = FolderLine(self.ui.folder, self.ui.choose_folder, "归档到", desk.database)
        self.ui.folder.setText(BACKUP_FOLDER.value() or self._folder.near)
        self.ui.open_folder.hide()
        self._tell("")
        self._connect()
        self.ui.folder.setFocus()

    def _open_to_all(self) -> str:
        """What an office that encrypts its file has to know."""
        from disclosure_desk.storage.encryption import is_encrypted_file

        path = self._desk.database.path
        encrypted = path is not None and is_encrypted_file(path)
        return "单位数据库已加密，归档不加密，请放在安全的地方。" if encrypted else ""

    def archive(self) -> None:
        """Write it behind the window."""
        if composing() or not self.ui.archive_year.isEnabled():
            return
        self._folder.show_whole()
        folder = self.ui.folder.value()
        if folder is None:
            self._tell("请选择归档到哪个文件夹。")
            self.ui.folder.setFocus()
            return
        self._tell("")
        self.ui.archive_year.setEnabled(False)
        job = self._desk.jobs.start(
            self._work(Path(str(folder))), succeeded=self._is_written, failed=self._is_refused
        )
        show_stoppable(job, f"正在归档{self._desk.year}年…", self)

    def _work(self, folder: Path) -> "Callable[[Report], Archived]":
        desk, year, today = self._desk, self._desk.year, self._desk.today()
        personal = self.ui.personal.isChecked()

        def work(report: Report) -> "Archived":
            from disclosure_desk.exchange.archive import archive_year
            from disclosure_desk.statistics.edition import edition_for

            return archive_year(
                desk.database,
                year,
                edition_for(year),
                folder,
                personal=personal,
                actor=desk.actor,
                today=today,
                report=report,
            )

        return work

    def _is_written(self, archived: "Archived") -> None:
        self._made = archived.folder
        self.ui.archive_year.setEnabled(True)
        told = f"已归档到“{archived.folder}”，共{len(archived.files)}个文件，读回来核对无误。"
        if left_out := archived.left_out:
            named = "、".join(left_out[:_NAMED]) + ("等" if len(left_out) > _NAMED else "")
            told += f"\n{len(left_out)}份文书写有个人信息，没有放入：{named}。"
        if archived.findings:
            told += f"\n年度报告里有{len(archived.findings)}处请核对，导出时逐条列出。"
        self._tell(told)
        self.ui.leave.setText("关闭（Esc）")
        self.ui.open_folder.show()
        self.ui.open_folder.setFocus()

    def _is_refused(self, error: Exception) -> None:
        self.ui.archive_year.setEnabled(True)
        errors.tell(error, self)

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as the sentences are in lines of this width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit_height()
        super().showEvent(event)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.archive_year.clicked.connect(self.archive)
        self.ui.open_folder.clicked.connect(self._open_folder)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.archive)
