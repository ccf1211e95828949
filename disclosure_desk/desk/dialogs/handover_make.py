"""Makes a hand-over package (制作交接包): what it spans, and where it is put."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.folder_line import FolderLine
from disclosure_desk.desk.forms.ui_handover_make import Ui_HandoverMake
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from disclosure_desk.records.package import Package


class HandoverMake(KeyedDialog):
    """Asks for a year or all, and for the folder; writes the package behind the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.ui = Ui_HandoverMake()
        self.ui.setupUi(self)
        self.ui.label_lead.setText(
            "把登记写成一个交接包文件，用U盘带到另一台电脑，在那里用“文件—并入交接包”并入。"
            "里面有申请人的个人信息，请妥善传递，并入后删除。"
        )
        self.ui.span.addItem("全部登记", None)
        self.ui.span.addItem(f"{desk.year}年：年度统计和报告要用的登记", desk.year)
        self._folder = FolderLine(
            self.ui.folder, self.ui.choose_folder, "保存交接包", desk.database
        )
        self.ui.folder.setText(self._folder.near)
        self._tell("")
        self._connect()
        self.ui.span.setFocus()

    def make(self) -> None:
        """Write it behind the window."""
        if composing() or not self.ui.make.isEnabled():
            return
        self._folder.show_whole()
        folder = self.ui.folder.value()
        if folder is None:
            self._tell("请选择保存到哪个文件夹。")
            self.ui.folder.setFocus()
            return
        self._tell("")
        self.ui.make.setEnabled(False)
        job = self._desk.jobs.start(
            self._work(Path(str(folder)), self.ui.span.currentData()),
            succeeded=self._is_made,
            failed=self._is_refused,
            writing=True,
        )
        show_stoppable(job, "正在制作交接包…", self)

    def _work(self, folder: Path, year: int | None) -> "Callable[[Report], tuple[Path, Package]]":
        desk = self._desk

        def work(report: Report) -> "tuple[Path, Package]":
            from disclosure_desk.exchange.handing_over import hand_over

            return hand_over(desk.database, desk.actor, folder, year, in_folder=True, report=report)

        return work

    def _is_made(self, made: "tuple[Path, Package]") -> None:
        path, package = made
        self.ui.make.setEnabled(True)
        self._tell(
            f"已制作“{path}”，{package.head.span}共{len(package.told):,}条记录，读回来核对无误。"
        )
        self.ui.leave.setText("关闭（Esc）")
        self.ui.leave.setFocus()

    def _is_refused(self, error: Exception) -> None:
        self.ui.make.setEnabled(True)
        errors.tell(error, self)

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.make.clicked.connect(self.make)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.make)
