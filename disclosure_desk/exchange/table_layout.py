"""Where the official tables stand in the workbook: sheets, rows, columns and heights."""

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from disclosure_desk.statistics.form import Edition, SheetLine
from disclosure_desk.statistics.grid import Grid, PlacedCell

CHECKS_SHEET = "勾稽检查"
RECORDS_SHEET = "明细"
NOTES_SHEET = "填表说明"
_ONLY_SHEET = "统计表"

# The width of an A4 page between its margins, in pixels of a screen.
PAGE_PIXELS = 672
_PIXELS_PER_POINT = 96 / 72
_PADDING_PIXELS = 8
_LINE_HEIGHT = 1.36
_SMALL_TABLE, _LARGE_TABLE = 20, 40  # rows; a small one has room for high rows and larger type
_ROWS_OF_A_PAGE = 56  # of a large table; a longer one runs over to further pages


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the workbook, counted from 0."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The cell as Excel names it on its own sheet: D12."""
        return xl_rowcol_to_cell(self.row, self.column)

    @property
    def reference(self) -> str:
        """The cell as formulas of other sheets and links name it."""
        return f"'{self.sheet}'!{self.address}"


@dataclass(frozen=True, slots=True)
class Page:
    """One printed table on its sheet: a title, lines above, its heading, the grid, lines below."""

    sheet: str
    grid: Grid
    heading: str
    above: tuple[SheetLine, ...]
    below: tuple[SheetLine, ...]

    @property
    def top(self) -> int:
        """The row of the grid's first row."""
        return 1 + len(self.above) + bool(self.heading)

    @property
    def font_size(self) -> float:
        """Points of the type in the grid: small where many rows share the page."""
        return 12 if self.grid.row_count <= _SMALL_TABLE else 10.5

    @property
    def one_page(self) -> bool:
        """Whether the table is printed on a single sheet of paper."""
        return self.grid.row_count <= _ROWS_OF_A_PAGE

    @property
    def widths(self) -> list[int]:
        """Pixels of each column, the page's width together."""
        whole = sum(self.grid.widths)
        return [round(width * PAGE_PIXELS / whole) for width in self.grid.widths]

    def place(self, cell: PlacedCell) -> Place:
        """Where a printed cell stands."""
        return Place(self.sheet, self.top + cell.row, cell.column)

    @property
    def heights(self) -> list[float]:
        """Points of each grid row, high enough for its wrapped texts."""
        return self.heights_in(self.widths)

    def heights_in(self, widths: Sequence[int]) -> list[float]:
        """The same in columns of so many pixels."""
        grid = self.grid
        few, many = grid.row_count <= _SMALL_TABLE, grid.row_count >= _LARGE_TABLE
        floor = 30.0 if few else 18.0 if many else 21.0
        heights = [floor] * grid.row_count
        for one in sorted(grid.cells, key=lambda placed: placed.cell.rows):
            if one.cell.kind == "figure":
                continue
            width = sum(widths[one.column : one.column + one.cell.columns])
            needed = lines_taken(one.cell.text, width, self.font_size)
            points = needed * self.font_size * _LINE_HEIGHT + 4
            spanned = range(one.row, one.row + one.cell.rows)
            missing = points - sum(heights[row] for row in spanned)
            for row in spanned:
                heights[row] += max(0.0, missing / one.cell.rows)
        return heights


def lines_taken(text: str, pixels: int, points: float) -> int:
    """How many lines a text takes in a cell of this width; a hanzi is as wide as it is high."""
    room = max(1, math.floor((pixels - _PADDING_PIXELS) / (points * _PIXELS_PER_POINT)))
    ems = sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.55 for one in text)
    return max(1, math.ceil(ems / room))


def list_height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Points of a row of a list whose columns are so many characters wide, texts wrapped."""
    lines = (
        lines_taken(text, width * 7 + 5, 11) for text, width in zip(texts, widths, strict=True)
    )
    return max(lines, default=1) * 15.0 + 2


def pages_of(edition: Edition) -> list[Page]:
    """The sheets of the official tables: 统计表, or 表二, 表三, 表四 after the report's chapters.

    The signing lines stand below the last.
    """
    chapters = {grid: chapter.title for chapter in edition.chapters for grid in chapter.grids}
    alone = len(edition.grids) == 1
    last = edition.grids[-1].id
    return [
        Page(
            _ONLY_SHEET if alone else f"表{chapters[grid.id].split('、')[0]}",
            grid,
            grid.title if alone else chapters[grid.id],
            edition.above,
            edition.below if grid.id == last else (),
        )
        for grid in edition.grids
    ]


def places_of(edition: Edition) -> dict[str, Place]:
    """Where the figure of each cell stands, by code."""
    return {
        placed.cell.text: page.place(placed)
        for page in pages_of(edition)
        for placed in page.grid.cells
        if placed.cell.kind == "figure"
    }


def addition(places: Sequence[Place], *, of_sheet: str = "") -> str:
    """The formula that adds up these cells; neighbours in a row or column become a range.

    Cells of the sheet `of_sheet` are named without their sheet.
    """
    return f"=SUM({','.join(_ranges(places, of_sheet))})"


def _ranges(places: Sequence[Place], of_sheet: str) -> Iterator[str]:
    rest = list(places)
    while rest:
        run = [rest.pop(0)]
        while rest and _follows(run, rest[0]):
            run.append(rest.pop(0))
        first = run[0].address if run[0].sheet == of_sheet else run[0].reference
        yield first if len(run) == 1 else f"{first}:{run[-1].address}"


def _follows(run: Sequence[Place], place: Place) -> bool:
    last = run[-1]
    down, right = place.row - last.row, place.column - last.column
    if place.sheet != last.sheet or (down, right) not in ((1, 0), (0, 1)):
        return False
    return len(run) == 1 or (run[1].row - run[0].row, run[1].column - run[0].column) == (
        down,
        right,
    )


_TERM = re.compile(r"(?:'([^']+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?")


def added_by(formula: str, sheet: str) -> set[tuple[str, int, int]]:
    """Sheet, row and column of every cell that a formula of `addition` adds up."""
    found: set[tuple[str, int, int]] = set()
    for named, first, last in _TERM.findall(formula):
        top, left = xl_cell_to_rowcol(first)
        bottom, right = xl_cell_to_rowcol(last or first)
        found |= {
            (named or sheet, row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
    return found


def by_place(places: Mapping[str, Place]) -> dict[tuple[str, int, int], str]:
    """The code at each place."""
    return {(place.sheet, place.row, place.column): code for code, place in places.items()}
