"""A small table of texts that is filled at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LinesModel(QAbstractTableModel):
    """Lines of texts under headings; `figures` are the columns set to the right."""

    def __init__(
        self,
        headings: Sequence[str],
        parent: QObject | None = None,
        *,
        figures: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._figures = frozenset(figures)
        self._rows: list[tuple[str, ...]] = []

    def set_headings(self, headings: Sequence[str]) -> None:
        """Call the columns otherwise; there are as many as before."""
        self._headings = tuple(headings)
        last = len(self._headings) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._figures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_figure = section in self._figures
            side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
