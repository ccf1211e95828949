"""Looks through a file that is to be published: dropped here or chosen, told line by line."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_unseen_content import Ui_UnseenContent
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.widgets.row_fit import fit_rows
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from disclosure_desk.exchange.unseen.look import LookedThrough

_FILES = ("要公开的文件 (*.xlsx *.docx *.xlsm *.docm)",)
_WEIGHTS = {"error": "须处理", "warning": "请核对", "hint": "提示"}


class UnseenContent(QDialog):
    """The file is only read, behind the window; another one may be dropped at any time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._turn = 0
        self.ui = Ui_UnseenContent()
        self.ui.setupUi(self)
        self._lines = LinesModel(("轻重", "内容"), self)
        self.ui.findings.show_model(self._lines, (80, 700), stretched=1)
        self.ui.findings.setWordWrap(True)
        widths_changed = self.ui.findings.horizontalHeader().sectionResized
        widths_changed.connect(lambda: fit_rows(self.ui.findings))
        self.ui.choose_file.clicked.connect(self.choose_file)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.choose_file.setFocus()

    def choose_file(self) -> None:
        """Ask for a file and look through it."""
        folder = file_choice.folder_of(self._desk.database)
        chosen = file_choice.file_to_open(self, "选择要公开的文件", folder=folder, filters=_FILES)
        if chosen:
            self.look(Path(chosen))

    def look(self, path: Path) -> None:
        """Look through a file; what an earlier one would have told is not shown any more."""
        self._turn += 1
        self._lines.set_rows([])
        self.ui.label_result.setText(f"正在检查“{path.name}”…")
        self._desk.jobs.start(
            lambda _report: _looked(path),
            succeeded=partial(self._show, self._turn),
            failed=partial(self._refuse, self._turn),
        )

    def _show(self, turn: int, looked: "LookedThrough") -> None:
        if turn != self._turn:
            return
        told = [(_WEIGHTS[one.severity], one.message) for one in looked.findings]
        self._lines.set_rows(told)
        fit_rows(self.ui.findings)
        name = looked.path.name
        if not told:
            self.ui.label_result.setText(f"“{name}”没有发现隐藏内容和个人信息。")
            return
        self.ui.label_result.setText(f"检查结果(&R)：“{name}”有{len(told)}处，处理后请再检查一次")
        self.ui.findings.selectRow(0)
        self.ui.findings.setFocus()

    def _refuse(self, turn: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if turn == self._turn:
            self.ui.label_result.setText(str(error))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look(_dropped(event)[0])


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _looked(path: Path) -> "LookedThrough":
    from disclosure_desk.exchange.unseen.look import look_for_unseen

    return look_for_unseen(path)
