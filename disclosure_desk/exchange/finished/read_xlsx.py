"""Takes a workbook apart: each sheet is one table, its merged cells in all their places."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path

from python_calamine import CalamineSheet

from disclosure_desk.exchange.finished.blocks import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Document,
    ReadTable,
    TableCell,
    within_bounds,
)
from disclosure_desk.exchange.workbook import open_workbook
from disclosure_desk.faults import Fault

Place = tuple[str, int, int]  # sheet, row and column, the first being 0
_MOST_SHEETS = 100
_AT_ONCE, _OVERLAP = 4 * 1024**2, 64 * 1024  # bytes of a sheet
_MOST_MERGES = 20_000
_MOST_CELLS = 2_000_000  # of the rectangle in which a sheet is held
# A cell with a formula and what was computed of it; prefixes as other programs write them.
# Each part of the pattern is bounded, so that no sheet makes the search long.
_FORMULA = re.compile(
    rb"<(?:\w{1,20}:)?c\b([^<>]{0,300})>\s{0,20}"
    rb"<(?:\w{1,20}:)?f\b[^<>]{0,300}(?:/>|>[^<]{0,9000}</(?:\w{1,20}:)?f>)\s{0,20}"
    rb"(?:<(?:\w{1,20}:)?v\s{0,20}/>|<(?:\w{1,20}:)?v\b[^<>]{0,300}>([^<]{0,40000})</)?"
)
_IS_TEXT = re.compile(rb"""\bt=["']str["']""")


def read_xlsx(path: Path, sums: Mapping[Place, Decimal]) -> Document:
    """The workbook's visible cells; `sums` are totals that it holds only as formulas.

    Raises Fault for one that cannot be read.
    """
    workbook = open_workbook(path, most_cells=_MOST_CELLS)
    sheets = (
        ReadTable(rows)
        for name in workbook.sheet_names[:_MOST_SHEETS]
        if (rows := _rows(workbook.get_sheet_by_name(name), sums))
    )
    return Document(tuple(within_bounds(sheets)), is_workbook=True)


def uncomputed(path: Path, package: zipfile.ZipFile) -> Mapping[Place, Decimal]:
    """The sums of a workbook whose formulas have no value, added up again; mostly none.

    Raises Fault for other formulas without value: every figure would be read as none. Programs
    that write workbooks without computing leave them so. A formula whose result is an empty text
    has no value either, but says that it is a text.
    """
    for part in package.namelist():
        if not (part.startswith("xl/worksheets/") and part.endswith(".xml")):
            continue
        values = {
            bool(value.strip())
            for kind, value in _formulas(package, part)
            if value.strip() or not _IS_TEXT.search(kind)
        }
        if values == {False}:
            from disclosure_desk.exchange.finished.left_sums import left_sums  # slow to load

            if (sums := left_sums(path)) is not None:
                return sums
            raise Fault(
                f"“{path}”里的公式没有算出的数，请用 Excel 或 WPS 打开并保存一次，再来读取。"
            )
    return {}


def _formulas(package: zipfile.ZipFile, part: str) -> Iterator[tuple[bytes, bytes]]:
    """The attributes of each cell with a formula, and what was computed of it."""
    rest = b""
    with package.open(part) as sheet:
        while piece := sheet.read(_AT_ONCE):
            held = rest + piece
            end = 0
            for found in _FORMULA.finditer(held, 0, len(held)):
                if found.end() > len(held) - _OVERLAP and len(piece) == _AT_ONCE:
                    break  # it may go on in the next piece
                end = found.end()
                yield found[1], found[2] or b""
            rest = held[max(end, len(held) - _OVERLAP) :]


def _rows(
    sheet: CalamineSheet, sums: Mapping[Place, Decimal]
) -> tuple[tuple[TableCell | None, ...], ...]:
    height, width = min(sheet.height, MOST_ROWS), min(sheet.width, MOST_COLUMNS)
    first_row, first_column = sheet.start or (0, 0)
    cells: list[list[TableCell | None]] = []
    for number, row in enumerate(sheet.iter_rows()):
        if number == height:
            break
        cells.append([_cell(value) for value in row[:width]])
    for (name, down, across), figure in sums.items():
        above, before = down - first_row, across - first_column
        if name == sheet.name and 0 <= above < len(cells) and 0 <= before < len(cells[above]):
            cells[above][before] = _cell(float(figure))
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:_MOST_MERGES]:
        above, before = top - first_row, left - first_column
        if not (0 <= above < len(cells) and 0 <= before < width):
            continue
        held = cells[above][before]
        for line in cells[above : min(bottom - first_row + 1, len(cells))]:
            last = min(right - first_column + 1, len(line))
            line[before:last] = [held] * (last - before)
    return tuple(tuple(line) for line in cells)


def _cell(value: object) -> TableCell:
    if isinstance(value, bool | date | datetime):
        return TableCell(str(value))
    if isinstance(value, int | float) and isfinite(value):
        number = Decimal(repr(value))
        return TableCell(format(number.normalize(), "f"), amount=number)
    return TableCell(str(value)[:LONGEST_CELL])
