"""The chosen report on the page 核查汇总: its findings, and the cells on the paper form."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.models.report_finding_model import (
    FindingRole,
    ReportFinding,
    ReportFindingModel,
)
from disclosure_desk.records.finding import Finding, heaviest_first
from disclosure_desk.statistics.edition import fields_in
from disclosure_desk.statistics.form import Edition

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_check_page import Ui_CheckPage
    from disclosure_desk.exchange.finished.many import CheckedFile


class CheckedReport(QObject):
    """Findings below the list of files; the chosen one shows its cell on paper."""

    def __init__(self, ui: "Ui_CheckPage", page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._model = ReportFindingModel(self)
        ui.findings.setModel(self._model)
        ui.findings.selectionModel().currentChanged.connect(self._on_chosen)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), ui.findings)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._show_cell(takes_focus=True))
        ui.findings.doubleClicked.connect(lambda: self._show_cell(takes_focus=True))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), ui.sheet)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(ui.findings.setFocus)

    def show_file(self, one: "CheckedFile | None") -> None:
        """Show what was found in a file; nothing where none is chosen."""
        findings = one.findings if one else ()
        told = heaviest_first(findings)
        is_new = self._model.set_findings([_line(finding) for finding in told])
        self._tell(one)
        edition = one.report.edition if one and one.report else None
        self._ui.sheet.setVisible(edition is not None)
        if one is None or one.report is None or edition is None:
            return
        title = f"{one.report.unit or ''}{one.report.year or ''}{'年' if one.report.year else ''}"
        lines = blank_lines(edition) | {"单位名称": one.report.unit or ""}
        self._ui.sheet.show_edition(edition, title=f"{title}（{one.path.name}）", lines=lines)
        figures = {
            code: figure for code, figure in one.report.figures.items() if figure is not None
        }
        faulty = frozenset(code for finding in told for code in finding.cells)
        self._ui.sheet.set_figures(figures, previous={}, faulty=faulty)
        if is_new and told:
            self._ui.findings.setCurrentIndex(self._model.index(0))

    def _tell(self, one: "CheckedFile | None") -> None:
        if one is None:
            words = "核对结果(&R)"
        elif one.report is None:
            words = f"没有读出：{one.reason}"
        elif not one.findings:
            words = "核对结果(&R)：没有发现问题"
        else:
            words = (
                f"核对结果(&R)：须改正{one.count('error')}处，请核对{one.count('warning')}处，"
                f"提示{one.count('hint')}处"
            )
        if one is not None and one.previous is not None:
            words += f"；已同“{one.previous.name}”比较"
        self._ui.label_findings.setText(words)

    def go_next(self) -> None:
        """Choose the next finding; after the last the first."""
        self._go(1)

    def go_back(self) -> None:
        """Choose the finding before."""
        self._go(-1)

    def take_keys(self) -> None:
        """Put the keys into the list of findings."""
        if not self._ui.findings.currentIndex().isValid():
            self._ui.findings.setCurrentIndex(self._model.index(0))
        self._ui.findings.setFocus()

    def _go(self, step: int) -> None:
        count = self._model.rowCount()
        if count:
            row = (self._ui.findings.currentIndex().row() + step) % count
            self._ui.findings.setCurrentIndex(self._model.index(row))
            self._ui.findings.setFocus()

    def _on_chosen(self, _index: QModelIndex) -> None:
        self._show_cell(takes_focus=False)

    def _show_cell(self, *, takes_focus: bool) -> None:
        finding: ReportFinding | None = self._ui.findings.currentIndex().data(FindingRole)
        if finding is not None and finding.cell:
            self._ui.sheet.choose(finding.cell, takes_focus=takes_focus)


def _line(finding: Finding) -> ReportFinding:
    """The total, or the target, is named last of the cells of a relation."""
    cells = finding.cells
    # X1–X3 name the target first, relations the total last.
    cell = (cells[0] if finding.rule[:1] == "X" else cells[-1]) if cells else ""
    return ReportFinding(0, finding.severity, finding.message, cell=cell)


def blank_lines(edition: Edition) -> dict[str, str]:
    """The 【fields】 around the table with nothing in them: a read report does not give them."""
    pieces = [piece for line in (*edition.above, *edition.below) for piece in line.pieces]
    return dict.fromkeys((name for piece in pieces for name in fields_in(piece)), "")
