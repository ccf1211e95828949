"""The records behind a figure as a small table."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from disclosure_desk.statistics.tally import Entry

_Index = QModelIndex | QPersistentModelIndex

RecordRole = Qt.ItemDataRole.UserRole + 1
SortRole = Qt.ItemDataRole.UserRole + 2


class EntryModel(QAbstractTableModel):
    """Number, title and date of each record; read only."""

    COLUMNS = (("number", "编号"), ("title", "事项"), ("date", "日期"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Entry] = ()

    def set_rows(self, rows: "Sequence[Entry]") -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, kind: str, record_id: int) -> int:
        """The row of a record, or -1 when it is not among them."""
        for row, entry in enumerate(self._rows):
            if (entry.kind, entry.id) == (kind, record_id):
                return row
        return -1

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
            return self.COLUMNS[section][1]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == RecordRole:
            return entry
        value = getattr(entry, self.COLUMNS[index.column()][0])
        if role == SortRole:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return value.isoformat() if isinstance(value, date) else _one_line(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title
        return None


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "—"
