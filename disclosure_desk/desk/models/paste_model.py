"""The grid of the paste sheet: rows of texts under fields, with what was found about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QUndoCommand, QUndoStack

from disclosure_desk.desk.colours import colour
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.personal_marks import masked

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
Rows = list[tuple[str, ...]]
Cell = tuple[int, int]  # row and column of the grid's own cells, both from 0
STATE = 0  # the first column says what was found; the grid's own cells begin behind it


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the field that it holds, or None for one that is not taken, and its heading."""

    field: str | None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class SheetState:
    """All that the grid holds; never changed in place, so that undo can keep it."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]


class _Change(QUndoCommand):
    """From one state of the grid to another."""

    def __init__(self, model: "PasteModel", name: str, after: SheetState) -> None:
        super().__init__(name)
        self._model, self._before, self._after = model, model.state, after

    def undo(self) -> None:
        self._model.put(self._before)

    def redo(self) -> None:
        self._model.put(self._after)


class PasteModel(QAbstractTableModel):
    """Cells are texts as typed; every change is one step that can be taken back."""

    edited = Signal()

    def __init__(self, kind: str, fields: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._labels = {name: field.label for name, field in FIELDS[kind].items()}
        self._personal = {name for name, field in FIELDS[kind].items() if field.personal}
        self._required = {name for name, field in FIELDS[kind].items() if field.required}
        self._findings: Mapping[int, Sequence[Finding]] = {}
        self._is_checked = False
        self.undo_stack = QUndoStack(self)
        columns = tuple(SheetColumn(name) for name in fields)
        self.blank = SheetState(columns, (("",) * len(columns),))
        self.state = self.blank

    # ------------------------------------------------------------------ what it holds

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """The columns, without the one that says what was found."""
        return self.state.columns

    @property
    def fields(self) -> tuple[str | None, ...]:
        """The field of each column."""
        return tuple(column.field for column in self.state.columns)

    @property
    def rows(self) -> Rows:
        """The rows as they are typed."""
        return list(self.state.rows)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for row in self.state.rows for cell in row)

    def findings_of(self, row: int) -> Sequence[Finding]:
        """What was found about a row when it was checked last."""
        return self._findings.get(row + 1, ())

    def show_findings(self, by_row: Mapping[int, Sequence[Finding]]) -> None:
        """Show what was found, by rows from 1 on."""
        self._findings, self._is_checked = by_row, True
        self._tell_all_changed()

    # ------------------------------------------------------------------ changing

    def put(self, state: SheetState) -> None:
        """Show a state of the grid; the steps of undo come through here."""
        before, self.state = self.state, state
        self._is_checked = False
        if state.columns != before.columns or len(state.rows) != len(before.rows):
            self.state = before
            self.beginResetModel()
            self.state = state
            self._findings = {}
            self.endResetModel()
        else:
            self._tell_all_changed()
        self.edited.emit()

    def change(self, name: str, after: SheetState) -> None:
        """Take one step to another state; nothing happens where nothing differs."""
        if after != self.state:
            self.undo_stack.push(_Change(self, name, after))

    def set_cells(self, name: str, cells: Mapping[Cell, str]) -> None:
        """Write texts into cells; rows that are not there yet are added."""
        rows = [list(row) for row in self.state.rows]
        width = len(self.columns)
        last = max((row for row, _ in cells), default=-1)
        rows += [[""] * width for _ in range(last + 1 - len(rows))]
        for (row, column), text in cells.items():
            if column < width:
                rows[row][column] = text
        self.change(name, SheetState(self.columns, tuple(map(tuple, rows))))

    def paste(self, place: Cell, block: Sequence[Sequence[str]]) -> None:
        """Put a block of cells with its upper left corner at a place."""
        row, column = place
        cells = {
            (row + down, column + across): text
            for down, line in enumerate(block)
            for across, text in enumerate(line)
        }
        self.set_cells("粘贴", cells)

    def add_row(self) -> None:
        """An empty row at the end."""
        row = ("",) * len(self.columns)
        self.change("添加一行", SheetState(self.columns, (*self.state.rows, row)))

    def remove_rows(self, places: Iterable[int], name: str = "删去行") -> None:
        """Take rows out; an empty one stays where none would be left."""
        gone = set(places)
        rows = tuple(row for place, row in enumerate(self.state.rows) if place not in gone)
        self.change(name, SheetState(self.columns, rows or self.blank_row()))

    def blank_row(self) -> tuple[tuple[str, ...], ...]:
        """One empty row."""
        return (("",) * len(self.columns),)

    def set_field(self, column: int, field: str | None) -> None:
        """Say which field a column holds; another one that held it takes this one's in exchange."""
        given = self.columns[column].field
        columns = [
            SheetColumn(given if one.field == field and field else one.field, one.heading)
            for one in self.columns
        ]
        columns[column] = SheetColumn(field, columns[column].heading)
        self.change("改变列的栏目", SheetState(tuple(columns), self.state.rows))

    def add_sheet(
        self, columns: Sequence[SheetColumn], rows: Sequence[Sequence[str]], name: str = "粘贴"
    ) -> None:
        """Add rows under columns of their own: known fields go where they stand already.

        An empty grid takes the columns in their order, and all other fields behind them.
        """
        base = SheetState((), ()) if self.is_blank else self.state
        joined = list(base.columns)
        places = []
        for column in columns:
            place = next((at for at, one in enumerate(joined) if _is_same(one, column)), None)
            if place is None:
                place = len(joined)
                joined.append(column)
            places.append(place)
        present = {one.field for one in joined}
        joined += [one for one in self.blank.columns if one.field not in present]
        added = []
        for row in rows:
            cells = [""] * len(joined)
            for place, text in zip(places, row, strict=True):
                cells[place] = text
            added.append(tuple(cells))
        kept = [(*row, *[""] * (len(joined) - len(row))) for row in base.rows if any(row)]
        self.change(name, SheetState(tuple(joined), (*kept, *added) or self.blank.rows))

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() != STATE else usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column() - 1
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column < 0:
                return self._state_of(row)
            text = self.state.rows[row][column]
            if role == Qt.ItemDataRole.EditRole:
                return text  # seen while it is edited
            hides = self.columns[column].field in self._personal
            return masked(text) if hides else " ".join(text.split("\n"))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return "\n".join(one.message for one in self._about(row, column)) or None
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(row, column)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() == STATE:
            return False
        self.set_cells("填写", {(index.row(), index.column() - 1): str(value or "")})
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1} {self._word_for(section)}".strip()
        if section == STATE:
            return "核对"
        column = self.columns[section - 1]
        if column.field is None:
            return f"不登记：{column.heading or '没有列名'}"
        star = "*" if column.field in self._required else ""
        return self._labels[column.field] + star

    # ------------------------------------------------------------------ findings

    def _about(self, row: int, column: int) -> list[Finding]:
        """What was found about a cell; about the whole row for the first column."""
        found = self.findings_of(row)
        if column < 0:
            return list(found)
        name = self.columns[column].field
        return [one for one in found if name and one.field == name]

    def _state_of(self, row: int) -> str:
        if not any(cell.strip() for cell in self.state.rows[row]):
            return ""
        found = self.findings_of(row)
        wrong = [one for one in found if one.severity == "error"]
        if wrong:
            return f"有错：{wrong[0].message}"
        if found:
            return f"待核对：{found[0].message}"
        return "可以登记" if self._is_checked else "正在检查…"

    def _word_for(self, row: int) -> str:
        """Beside the number of a row, in view wherever the columns are scrolled to."""
        found = self.findings_of(row)
        if any(one.severity == "error" for one in found):
            return "有错"
        return "待核对" if found else ""

    def _ground(self, row: int, column: int) -> Any:
        found = self._about(row, column)
        if any(one.severity == "error" for one in found):
            return colour("error_ground")
        if found:
            return colour("warning_ground")
        if column >= 0 and self.columns[column].field is None:
            return colour("field_off")
        return None

    def _tell_all_changed(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)


def _is_same(one: SheetColumn, other: SheetColumn) -> bool:
    if one.field or other.field:
        return one.field == other.field
    return one.heading == other.heading
