"""Takes a ledger in (导入台账): first a rehearsal that is shown, then the same for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from disclosure_desk.commands.corrections import NeedsReason
from disclosure_desk.commands.done import Unsound
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.finding_line import finding_lines, heaviest
from disclosure_desk.desk.forms.ui_import_preview import Ui_ImportPreview
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.faults import KnownError
from disclosure_desk.records.cards import KIND_LABELS
from disclosure_desk.records.finding import Finding

if TYPE_CHECKING:
    from disclosure_desk.commands.ledger import TakenIn


class ImportPreview(QDialog):
    """How much of a ledger is new, changed or known, and what is wrong with it."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._path = desk, path
        self._is_in = False
        self.ui = Ui_ImportPreview()
        self.ui.setupUi(self)
        self._counts = LinesModel(("工作表", "新增", "更新", "未变"), self, figures=(1, 2, 3))
        self.ui.counts.setModel(self._counts)
        self.ui.counts.verticalHeader().hide()
        self.ui.counts.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.ui.counts.setColumnWidth(0, 240)
        self.ui.label_file.setTextFormat(Qt.TextFormat.PlainText)
        self._connect()
        self._rehearse()

    def _rehearse(self) -> None:
        """Check the file and show what would come in; nothing is written."""
        self.ui.label_file.setText(f"正在检查“{self._path.name}”…")
        self.ui.choose_other.hide()
        self.ui.take_in.setEnabled(False)
        self._start(dry_run=True)

    def _start(self, *, dry_run: bool, reason: str = "") -> None:
        desk, path = self._desk, self._path

        def work(report: Report) -> "TakenIn":
            from disclosure_desk.exchange.read_ledger import import_ledger

            if dry_run:
                return import_ledger(desk.database, path, desk.actor, dry_run=True, report=report)
            return import_ledger(
                desk.database, path, desk.actor, backs_up=True, reason=reason, report=report
            )

        job = desk.jobs.start(
            work,
            succeeded=self._is_rehearsed if dry_run else self._is_taken_in,
            failed=self._ask_why,
            writing=True,
        )
        show_stoppable(job, "正在检查台账…" if dry_run else "正在导入台账…", self)

    def _is_rehearsed(self, taken: "TakenIn") -> None:
        self._show_counts(taken)
        self._show_findings(taken.findings)
        changes = sum(taken.added.values()) + sum(taken.updated.values())
        words = "可以导入" if changes else "内容与登记簿完全相同，不需要导入"
        if changes and (heeded := [one for one in taken.findings if one.severity == "warning"]):
            words += f"，但有{len(heeded):,}处请注意，请先看下面的说明"
        self.ui.label_file.setText(f"“{self._path.name}”检查完毕，{words}。")
        self.ui.take_in.setEnabled(bool(changes))
        self.ui.choose_other.setVisible(not changes)
        (self.ui.take_in if changes else self.ui.choose_other).setFocus()

    def _take_in(self) -> None:
        if composing() or not self.ui.take_in.isEnabled():
            return
        self.ui.take_in.setEnabled(False)
        self._start(dry_run=False)

    def _is_taken_in(self, taken: "TakenIn") -> None:
        self._is_in = True
        self._show_counts(taken)
        self._show_findings(taken.findings)
        self.ui.label_file.setText(f"“{self._path.name}”已导入。")
        self.ui.leave.setText("关闭（Esc）")
        self.ui.leave.setFocus()
        self._desk.changed.emit(frozenset(KIND_LABELS), self)
        self._desk.backed_up.emit()
        self._desk.index_for_search(self._is_refused)

    def _ask_why(self, error: Exception) -> None:
        """Signed figures are corrected with a reason only; without one the file can wait."""
        self._desk.ask_why(
            error, lambda reason: self._start(dry_run=False, reason=reason), self._is_refused
        )

    def _is_refused(self, error: Exception) -> None:
        if self._is_in:
            errors.tell(error, self)
            return
        if isinstance(error, NeedsReason):
            self.ui.label_file.setText(f"还没有导入。{error}")
            self.ui.take_in.setEnabled(True)
            self.ui.take_in.setFocus()
            return
        name = self._path.name
        self._counts.set_rows([])
        if isinstance(error, Unsound):
            self._show_findings(list(error.findings))
            self.ui.label_file.setText(f"“{name}”有错误，什么也没有导入。请在台账里改正后再导入。")
        elif isinstance(error, KnownError):
            self._show_lists(shown=False)
            self.ui.label_file.setText(f"没有导入。{error}")
        else:
            self._show_lists(shown=False)
            self.ui.label_file.setText(f"“{name}”没有导入。")
            errors.tell(error, self)
        self.ui.choose_other.show()
        self.ui.choose_other.setFocus()

    def _choose_other(self) -> None:
        """Begin again with another file, or with the same one mended."""
        chosen = file_choice.file_to_open(
            self, "导入台账", folder=str(self._path.parent), filters=file_choice.LEDGER_FILES
        )
        if chosen:
            self._path = Path(chosen)
            self._counts.set_rows([])
            self._show_findings([])
            self.ui.label_findings.clear()
            self._show_lists(shown=True)
            self._rehearse()

    def _show_lists(self, *, shown: bool) -> None:
        """A file that cannot be read has neither counts nor findings to show."""
        for widget in (self.ui.counts, self.ui.label_findings, self.ui.findings):
            widget.setVisible(shown)

    def _show_counts(self, taken: "TakenIn") -> None:
        self._counts.set_rows(
            [
                (
                    KIND_LABELS[kind],
                    f"{taken.added[kind]:,}",
                    f"{taken.updated.get(kind, 0):,}",
                    f"{taken.unchanged.get(kind, 0):,}",
                )
                for kind in taken.added
            ]
        )

    def _show_findings(self, findings: list[Finding]) -> None:
        self.ui.findings.setPlainText("\n".join(finding_lines(findings)))
        mark(self.ui.findings, heaviest(findings))
        number = f"{len(findings):,}条" if findings else "没有"
        self.ui.label_findings.setText(f"检查发现的问题：{number}")

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.take_in.clicked.connect(self._take_in)
        self.ui.choose_other.clicked.connect(self._choose_other)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take_in)
