"""A register as a table: a few pages of it at a time."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.desk.models.column import Column
from disclosure_desk.records.cards import FIELDS, Card

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import Row, RowSource, Wanted

PAGE = 100
_PAGES_KEPT = 24

SortRole = Qt.ItemDataRole.UserRole + 1
RecordRole = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Shows what a row source gives; sorting and filtering ask the source anew."""

    def __init__(
        self, source: "RowSource", columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._fields = FIELDS[source.wanted.kind]
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._starts: list[Row] | None = None
        self._count = source.count()

    @property
    def wanted(self) -> "Wanted":
        """Which records are shown, in which order."""
        return self._source.wanted

    @property
    def naming_column(self) -> int:
        """The column that says most about a record: the one that takes the room left over."""
        return next(place for place, one in enumerate(self.columns) if one.stretches)

    def show_wanted(self, wanted: "Wanted") -> None:
        """Show other records, or the same ones anew."""
        source = self._source.with_wanted(wanted)
        count = source.count()
        self.beginResetModel()
        self._source, self._count = source, count
        self._pages.clear()
        self._starts = None
        self.endResetModel()

    def count_of(self, wanted: "Wanted") -> int:
        """How many records there would be if others were shown."""
        return self._source.with_wanted(wanted).count()

    def record_id(self, row: int) -> int | None:
        """The id of the record in a row; None beyond the rows."""
        found = self._row(row)
        return found.id if found else None

    def row_of(self, record_id: int) -> int | None:
        """Where a record stands; None when it is not among those shown."""
        return self._source.position(record_id)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label or self._fields[column.field].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self._is_figure(column)
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(column, row.card)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_figure(column):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == SortRole:
            return row.card.get(column.field)
        if role == RecordRole:
            return row
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        field = self.columns[column].field
        if (field, descending) != (self.wanted.sort, self.wanted.descending):
            self.show_wanted(replace(self.wanted, sort=field, descending=descending))

    def _text(self, column: Column, card: Card) -> str:
        return column.text(self._fields[column.field], card)

    def _is_figure(self, column: Column) -> bool:
        return self._fields[column.field].type in (Decimal, int)

    def _row(self, row: int) -> "Row | None":
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetch(number)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        # Another program may have removed records since they were counted.
        return page[place] if place < len(page) else None

    def _fetch(self, number: int) -> "list[Row]":
        """A page, from the nearest row that is known."""
        last = (self._count - 1) // PAGE
        if number == 0:
            return self._source.first(PAGE)
        if number == last:
            return self._source.last(self._count - last * PAGE)
        if ahead := self._pages.get(number - 1):
            return self._source.after(ahead[-1], PAGE)
        if behind := self._pages.get(number + 1):
            return self._source.before(behind[0], PAGE)
        if self._starts is None:
            self._starts = self._source.starts(PAGE)
        if number >= len(self._starts):
            return []
        return self._source.from_row(self._starts[number], PAGE)
