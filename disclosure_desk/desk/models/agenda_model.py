"""What is to be done today, as a tree: a line for each group, below it the things to do."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from disclosure_desk.desk.colours import colour
from disclosure_desk.rules.written_dates import WEEKDAYS

if TYPE_CHECKING:
    from disclosure_desk.statistics.agenda import AgendaGroup, AgendaItem

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

ItemRole = Qt.ItemDataRole.UserRole + 1

_HEADINGS = ("编号", "事项", "期限", "还剩", "说明")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaModel(QAbstractItemModel):
    """Groups at the top, their items below; the place of its group is an item's inner id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[AgendaGroup, ...] = ()

    def set_groups(self, groups: "tuple[AgendaGroup, ...]") -> None:
        """Show these groups instead."""
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def place_of(self, slug: str, item: "AgendaItem") -> QModelIndex:
        """Where an item stands now, in its group or in another; none when it is done with."""
        wanted = _key(item)
        found = [
            (group.slug != slug, self.index(row, 0, self.index(place, 0)))
            for place, group in enumerate(self._groups)
            for row, one in enumerate(group.items)
            if _key(one) == wanted
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else QModelIndex()

    def slug_at(self, index: _Index) -> str:
        """The group in which a line stands."""
        group = self.group_at(index)
        return group.slug if group else ""

    def group_at(self, index: _Index) -> "AgendaGroup | None":
        """The group of a line, whether it is the group's own or that of an item."""
        if not index.isValid():
            return None
        place = index.internalId()
        return self._groups[place - 1 if place else index.row()]

    def index(self, row: int, column: int, parent: _Index = _NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _NO_INDEX) -> Any:  # Qt's parent() is another of this name
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()].items)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADINGS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self.group_at(index)
        if group is None:
            return None
        if not index.internalId():
            return _of_group(group, index.column(), role)
        return _of_item(group.items[index.row()], index.column(), role)


def _of_group(group: "AgendaGroup", column: int, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole and column == 0:
        return f"{group.title}（{len(group.items)}）"
    if role == Qt.ItemDataRole.SizeHintRole:
        return _row_size()
    if role == Qt.ItemDataRole.FontRole:
        font = QFont(QGuiApplication.font())
        font.setBold(True)
        return font
    if role == Qt.ItemDataRole.BackgroundRole:
        return colour("header")
    return None


def _of_item(item: "AgendaItem", column: int, role: int) -> Any:
    if role == ItemRole:
        return item
    if role == Qt.ItemDataRole.SizeHintRole:
        return _row_size()
    if role == Qt.ItemDataRole.DisplayRole:
        return _cells(item)[column]
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(filter(None, (item.title, item.text)))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return "，".join(filter(None, _cells(item)))
    if role == Qt.ItemDataRole.ForegroundRole and item.urgent and column == 3:
        return colour("problem")
    if role == Qt.ItemDataRole.TextAlignmentRole and column == 3:
        return _RIGHT
    return None


def _row_size() -> QSize:
    """As dense as the registers: a line and a third, whatever the size of the letters."""
    return QSize(0, QFontMetrics(QGuiApplication.font()).height() * 4 // 3)


def _cells(item: "AgendaItem") -> tuple[str, ...]:
    due = f"{item.due} 周{WEEKDAYS[item.due.weekday()]}" if item.due else ""
    return item.number, " ".join(item.title.split()), due, _left(item), item.text


def _left(item: "AgendaItem") -> str:
    """Told in words: red alone would say nothing to who cannot see it."""
    left = item.workdays_left
    if left is None:
        return "！" if item.urgent else ""
    if left < 0:
        return f"逾期{-left}个工作日"
    return "今天" if left == 0 and item.urgent else f"{left}个工作日"


def _key(item: "AgendaItem") -> tuple[object, ...]:
    return (item.kind, item.record_id, "" if item.record_id else item.title)
