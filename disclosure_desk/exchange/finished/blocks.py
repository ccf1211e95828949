"""What every kind of file is taken apart into: lines of text and tables, in reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

# A table of the official forms has 16 columns at most; what is wider or longer than this is
# laid out, not a table of figures.
MOST_ROWS, MOST_COLUMNS = 3000, 80
# A report has some 500 rows of tables; with the records behind it, some thousands.
_MOST_PLACES, _MOST_ROWS_OF_ALL = 1_000_000, 15_000
LONGEST_CELL = 100_000
# A long report of a province has some thousand paragraphs and a hundred thousand characters.
_MOST_LINES, _MOST_SIGNS = 10_000, 400_000
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_LONG_TEXT = 60  # no label of a form is that long and has a full stop in it


@dataclass(frozen=True, slots=True, eq=False)
class TableCell:
    """One cell of a table; merged cells are one cell that stands in several places."""

    text: str
    amount: Decimal | None = None  # of a cell that Excel holds as a number


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of one."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table: rows of equal length, a merged cell in every place that it covers."""

    rows: tuple[tuple[TableCell | None, ...], ...]


Block = Line | ReadTable


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart. `named` is the title that the file gives itself, if any."""

    blocks: tuple[Block, ...]
    named: str = ""
    is_workbook: bool = False


@dataclass(frozen=True, slots=True)
class Spanned:
    """A cell as a file writes it: what it holds and how many rows and columns it covers.

    `continues` marks a place that the cell above covers too (Word's vMerge).
    """

    cell: TableCell
    rows: int = 1
    columns: int = 1
    continues: bool = False


def laid_out(rows: Iterable[Sequence[Spanned]]) -> ReadTable:
    """Place cells as HTML and Word do: each takes the next place that none above covers."""
    placed: list[list[TableCell | None]] = []
    covered: dict[int, tuple[TableCell, int]] = {}  # column: cell from above, rows still to cover
    for written in rows:
        if len(placed) == MOST_ROWS:
            break
        line: list[TableCell | None] = []
        for one in written:
            _take_covered(line, covered)
            width = max(1, min(one.columns, MOST_COLUMNS - len(line)))
            if len(line) >= MOST_COLUMNS:
                break
            above = placed[-1][len(line)] if placed and len(line) < len(placed[-1]) else None
            cell = above if one.continues and above is not None else one.cell
            for _ in range(width):
                if one.rows > 1:
                    covered[len(line)] = (cell, one.rows - 1)
                line.append(cell)
        while any(column >= len(line) for column in covered):
            _take_covered(line, covered)
            if any(column >= len(line) for column in covered):
                line.append(None)
        placed.append(line)
    across = max((len(line) for line in placed), default=0)
    return ReadTable(tuple((*line, *[None] * (across - len(line))) for line in placed))


def _take_covered(line: list[TableCell | None], covered: dict[int, tuple[TableCell, int]]) -> None:
    while len(line) in covered:
        column = len(line)
        cell, left = covered.pop(column)
        if left > 1:
            covered[column] = (cell, left - 1)
        line.append(cell)


class TooMuchError(ValueError):
    """More to read than any report has: made, or taken by mistake, to fill hours or memory."""


def within_bounds(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks up to where no tables are that long: what comes behind is not looked at.

    Raises TooMuchError for more prose than reports have.
    """
    places = rows = lines = signs = 0
    for block in blocks:
        if isinstance(block, Line):
            lines, signs = lines + 1, signs + len(block.text)
            if lines > _MOST_LINES or signs > _MOST_SIGNS:
                raise TooMuchError
        if isinstance(block, ReadTable):
            rows += len(block.rows)
            places += len(block.rows) * len(block.rows[0]) if block.rows else 0
            if places > _MOST_PLACES or rows > _MOST_ROWS_OF_ALL:
                return
        yield block


def each_once(row: Sequence[TableCell | None]) -> list[TableCell]:
    """The cells of a row from left to right, a merged one once."""
    found: list[TableCell] = []
    for cell in row:
        if cell is not None and (not found or found[-1] is not cell):
            found.append(cell)
    return found


def texts_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text as it stands, paragraphs and cells, those that are only a number left out."""
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
            continue
        seen: set[int] = set()
        for cell in (cell for row in block.rows for cell in each_once(row)):
            if id(cell) not in seen and not _NUMBER.fullmatch(cell.text.strip()):
                yield cell.text
            seen.add(id(cell))


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every line of text; a row that says one thing only, and a cell of prose, are lines too."""
    for block in blocks:
        if isinstance(block, Line):
            yield from _lines(block.text)
            continue
        for row in block.rows:
            told = [cell for cell in each_once(row) if cell.text.strip()]
            if len(told) == 1 and told[0].amount is None:
                yield from _lines(told[0].text)
                continue
            for cell in told:
                if len(cell.text) > _LONG_TEXT and "。" in cell.text:
                    yield from _lines(cell.text)


def _lines(text: str) -> Iterator[str]:
    return (line for line in (one.strip() for one in text.split("\n")) if line)
