"""Findings of a page as a small table, each leading to a cell or a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.records.finding import Severity

_Index = QModelIndex | QPersistentModelIndex

LineRole = Qt.ItemDataRole.UserRole + 1
WEIGHTS: dict[Severity, str] = {"error": "错误", "warning": "注意", "hint": "提示"}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What is found, where, and where a jump goes: to a cell by its code, or to a record."""

    severity: Severity
    place: str
    message: str
    code: str = ""
    kind: str = ""
    record_id: int = 0


class FindingsModel(QAbstractTableModel):
    """Weight, place and message; read only."""

    COLUMNS = ("程度", "位置", "内容")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FindingLine] = ()

    def set_rows(self, rows: Sequence[FindingLine]) -> None:
        """Show these findings instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return (WEIGHTS[line.severity], line.place, line.message)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.message
        return None
