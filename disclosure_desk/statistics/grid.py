"""A printed table: cells with their place, as paper, Excel, Word and the screen show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class GridCell:
    """One printed cell: a heading, a label, or the figure of a code (`text` is the code)."""

    text: str
    kind: Literal["head", "label", "figure"]
    rows: int = 1
    columns: int = 1
    centred: bool = False


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A printed cell at its place, counted from 0."""

    row: int
    column: int
    cell: GridCell


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table: `widths` are the relative widths of its grid columns."""

    id: str
    title: str
    widths: tuple[float, ...]
    cells: tuple[PlacedCell, ...]
    head_rows: int

    @property
    def row_count(self) -> int:
        """How many grid rows the table has."""
        return max(placed.row + placed.cell.rows for placed in self.cells)


def lay_out(
    id_: str, title: str, widths: Sequence[float], rows: Sequence[Sequence[GridCell]]
) -> Grid:
    """Place cells as HTML does: each takes the next place that no earlier span covers.

    Raises ValueError for a row that does not fill the grid exactly.
    """
    taken: set[tuple[int, int]] = set()
    placed: list[PlacedCell] = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            placed.append(PlacedCell(row, column, cell))
            taken |= {
                (row + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
    full = {(row, column) for row in range(len(rows)) for column in range(len(widths))}
    if taken != full:
        raise ValueError(f"table {id_} does not fill its grid: {sorted(taken ^ full)[:5]}")
    heads = [place.row + place.cell.rows for place in placed if place.cell.kind == "head"]
    first_figure = min(place.row for place in placed if place.cell.kind != "head")
    return Grid(id_, title, tuple(widths), tuple(placed), min(first_figure, max(heads, default=0)))
