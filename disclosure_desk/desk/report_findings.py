"""What was found in the report: a list below the editor, and keys from place to place."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.composed_report import ComposedReport
from disclosure_desk.desk.models.report_finding_model import (
    FindingRole,
    ReportFinding,
    ReportFindingModel,
)
from disclosure_desk.records.finding import SEVERITIES

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_report_page import Ui_ReportPage
    from disclosure_desk.records.finding import Finding
    from disclosure_desk.statistics.text_marks import Mark


class ReportFindings(QObject):
    """The heaviest first; F6 and Shift+F6 go round, Enter follows the chosen one."""

    followed = Signal(int, int, int, str)  # chapter or 0, start and end or -1, cell

    def __init__(self, ui: "Ui_ReportPage", page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._model = ReportFindingModel(self)
        ui.findings.setModel(self._model)
        ui.findings.doubleClicked.connect(self._follow)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), ui.findings)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._follow(ui.findings.currentIndex()))

    @property
    def findings(self) -> tuple[ReportFinding, ...]:
        """What is listed."""
        return self._model.findings

    def tell(self, made: ComposedReport, marks: "Mapping[int, tuple[Mark, ...]]") -> None:
        """List what was found; the chosen line stays chosen while it is there."""
        chosen = self._ui.findings.currentIndex().data(FindingRole)
        told = sorted(
            [*_of_marks(marks), *_of_report(made)],
            key=lambda one: (SEVERITIES.index(one.severity), one.chapter, one.start),
        )
        if self._model.set_findings(told) and chosen in told:
            self._ui.findings.setCurrentIndex(self._model.index(told.index(chosen)))
        heavy = sum(one.severity != "hint" for one in told)
        words = f"核对结果(&R)：须改正或请核对{heavy}处，提示{len(told) - heavy}处"
        self._ui.label_findings.setText(words if told else "核对结果(&R)：没有发现问题")
        was_shown = not self._ui.findings.isHidden()
        self._ui.findings.setVisible(bool(told))
        if told and not was_shown:
            # The list takes its room from the text once it is laid out: the caret stays in view.
            QTimer.singleShot(0, self._ui.body, self._ui.body.ensureCursorVisible)

    def go_next(self) -> None:
        """Follow the finding after the chosen one; after the last the first."""
        self._go(1)

    def go_back(self) -> None:
        """Follow the finding before the chosen one."""
        self._go(-1)

    def take_keys(self) -> None:
        """Put the keys into the list."""
        if not self._ui.findings.currentIndex().isValid():
            self._ui.findings.setCurrentIndex(self._model.index(0))
        self._ui.findings.setFocus()

    def _go(self, step: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        current = self._ui.findings.currentIndex()
        row = (current.row() + step) % count if current.isValid() else (step < 0) * (count - 1)
        self._ui.findings.setCurrentIndex(self._model.index(row))
        # A key goes from place to place on this page; only Enter leaves it for a figure.
        finding = self._model.findings[row]
        if finding.chapter:
            self._follow(self._model.index(row))
        else:
            self._ui.findings.setFocus()

    def _follow(self, index: QModelIndex) -> None:
        finding: ReportFinding | None = index.data(FindingRole)
        if finding is not None:
            self.followed.emit(finding.chapter, finding.start, finding.end, finding.cell)


def _of_marks(marks: "Mapping[int, tuple[Mark, ...]]") -> Iterator[ReportFinding]:
    for number, found in marks.items():
        for mark in found:
            yield ReportFinding(number, mark.severity, mark.message, mark.start, mark.end)


def _of_report(made: ComposedReport) -> Iterator[ReportFinding]:
    """What is not marked at a place of the text; unknown fields (R2) are."""
    for finding in made.findings:
        if finding.rule != "R2":
            cell = finding.cells[-1] if finding.cells else ""
            yield ReportFinding(
                _chapter_of(finding, made), finding.severity, finding.message, cell=cell
            )


def _chapter_of(finding: "Finding", made: ComposedReport) -> int:
    """The written chapter that a finding is about; 0 where it is about none."""
    if finding.cells:
        return 0
    for number, chapter in enumerate(made.edition.chapters, start=1):
        numeral, _, words = chapter.title.partition("、")
        if chapter.written and (words in finding.message or f"第{numeral}部分" in finding.message):
            return number
    return 0
