"""The lines of the journal as a table that grows while it is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from disclosure_desk.desk.lookups import local_time
from disclosure_desk.storage.journal_reader import KINDS

if TYPE_CHECKING:
    from disclosure_desk.storage.journal_reader import JournalLine

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

RecordRole = Qt.ItemDataRole.UserRole + 1


class JournalModel(QAbstractTableModel):
    """Newest first; `more_wanted` asks for the lines that follow, once for every page."""

    COLUMNS = ("记录时间", "发生日期", "操作人", "计算机", "步骤", "类别", "记录")

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[JournalLine] = []
        self._may_have_more = False

    def begin_anew(self) -> None:
        """Show nothing until the first page arrives."""
        self.beginResetModel()
        self._lines = []
        self._may_have_more = False
        self.endResetModel()

    def add_page(self, lines: "Sequence[JournalLine]", *, may_have_more: bool) -> None:
        """Show these lines below the others."""
        self._may_have_more = may_have_more
        if lines:
            first = len(self._lines)
            self.beginInsertRows(_NO_INDEX, first, first + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    @property
    def lowest_id(self) -> int | None:
        """The key of the oldest line that is shown."""
        return self._lines[-1].entry.id if self._lines else None

    @property
    def has_more(self) -> bool:
        """Whether older lines may follow."""
        return self._may_have_more

    def canFetchMore(self, parent: _Index) -> bool:
        return self._may_have_more and not parent.isValid()

    def fetchMore(self, _parent: _Index) -> None:
        self._may_have_more = False  # until the page has come
        self.more_wanted.emit()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == RecordRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _texts(line)[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _texts(line: "JournalLine") -> tuple[str, ...]:
    entry = line.entry
    return (
        local_time(entry.recorded_at),
        line.day,
        entry.actor,
        entry.computer,
        entry.step,
        KINDS.get(entry.kind, entry.kind),
        line.name,
    )
