"""A printed table of figures for the screen: every grid place answers with its printed cell."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.differences import percent, signed_difference
from disclosure_desk.statistics.edition import Cell
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.statistics.printing import shown

_Index = QModelIndex | QPersistentModelIndex

CodeRole = Qt.ItemDataRole.UserRole + 1
PlacedRole = Qt.ItemDataRole.UserRole + 2
ComparedRole = Qt.ItemDataRole.UserRole + 3
FaultyRole = Qt.ItemDataRole.UserRole + 4
SignedRole = Qt.ItemDataRole.UserRole + 5


def printed(cell: Cell, figure: Figure | None) -> str:
    """A figure as the form wants it: zero is 0, changes are signed, amounts keep every digit."""
    return "" if figure is None else shown(figure, signed=cell.signed)


class GridModel(QAbstractTableModel):
    """The cells of one printed table; read only."""

    def __init__(self, grid: Grid, cells: Mapping[str, Cell], parent: QObject | None = None):
        super().__init__(parent)
        self.grid = grid
        self._cells = cells
        self._places = {(placed.row, placed.column): placed for placed in grid.cells}
        self._figures: Mapping[str, Figure] = {}
        self._previous: Mapping[str, Figure] = {}
        self._faulty: frozenset[str] = frozenset()
        self._signed: Mapping[str, Figure] = {}

    def set_figures(
        self,
        figures: Mapping[str, Figure],
        *,
        previous: Mapping[str, Figure],
        faulty: frozenset[str],
        signed: Mapping[str, Figure] | None = None,
    ) -> None:
        """Show these figures; `previous` are last year's, `faulty` break a relation.

        `signed` are those figures that were signed otherwise than they are counted today.
        """
        self._figures, self._previous, self._faulty = figures, previous, faulty
        self._signed = signed or {}
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def index_of(self, code: str) -> QModelIndex:
        """The place of a figure; not valid when it stands in another table."""
        for placed in self.grid.cells:
            if placed.cell.kind == "figure" and placed.cell.text == code:
                return self.index(placed.row, placed.column)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else self.grid.row_count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.widths)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        placed = self._places.get((index.row(), index.column()))
        if placed is None or placed.cell.kind != "figure":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        placed = self._places.get((index.row(), index.column()))
        if placed is None:
            return None
        if role == PlacedRole:
            return placed
        if placed.cell.kind != "figure":
            return placed.cell.text if role == Qt.ItemDataRole.DisplayRole else None
        return self._figure(placed, role)

    def _figure(self, placed: PlacedCell, role: int) -> Any:
        cell = self._cells[placed.cell.text]
        figure = self._figures.get(cell.code)
        if role == Qt.ItemDataRole.DisplayRole:
            return printed(cell, figure)
        if role == CodeRole:
            return cell.code
        if role == FaultyRole:
            return cell.code in self._faulty
        if role == ComparedRole:
            return self._compared(cell)
        if role == SignedRole:
            return printed(cell, self._signed.get(cell.code))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tip(cell).replace("\n", "；")
        return None

    def _compared(self, cell: Cell) -> tuple[str, ...]:
        """Last year's figure, the difference, and its percentage; nothing where both are zero."""
        now, before = self._figures.get(cell.code), self._previous.get(cell.code)
        if now is None or before is None or not (now or before):
            return ()
        if now == before:
            return (f"上年{printed(cell, before)}", "持平")
        told = (f"上年{printed(cell, before)}", signed_difference(now, before))
        return (*told, percent(now, before)) if before else told

    def _tip(self, cell: Cell) -> str:
        """Words, figure, last year and signed, one a line: for the mouse and for readers."""
        lines = [f"{cell.title}：{printed(cell, self._figures.get(cell.code))}"]
        if compared := self._compared(cell):
            lines.append("，".join((compared[0].replace("上年", "上年同期"), *compared[1:])))
        if cell.code in self._signed:
            lines.append(f"签发时：{printed(cell, self._signed[cell.code])}，与今天不同")
        return "\n".join(lines)
