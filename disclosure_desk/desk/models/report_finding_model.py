"""What was found in a report, in the order of its chapters; each leads to its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.desk.colours import colour
from disclosure_desk.records.finding import Severity

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
FindingRole = Qt.ItemDataRole.UserRole + 1
_WORDS = {"error": "须改正", "warning": "请核对", "hint": "提示"}


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """A finding with the chapter that it leads to (0: none) and its place there.

    `cell` is the figure of the table that it is about, if it is about one.
    """

    chapter: int
    severity: Severity
    message: str
    start: int = -1
    end: int = -1
    cell: str = ""


class ReportFindingModel(QAbstractListModel):
    """A line a finding: its weight in words, the chapter, and what was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[ReportFinding, ...] = ()

    def set_findings(self, findings: Sequence[ReportFinding]) -> bool:
        """Show these; whether they are others than before."""
        if tuple(findings) == self._findings:
            return False
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()
        return True

    @property
    def findings(self) -> tuple[ReportFinding, ...]:
        """What is shown."""
        return self._findings

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"【{_WORDS[finding.severity]}】{finding.message}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour(f"{finding.severity}_ink")
        return finding if role == FindingRole else None
