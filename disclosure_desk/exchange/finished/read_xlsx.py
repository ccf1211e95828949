"""Takes a workbook apart: each sheet is one table, its merged cells in all their places."""

from datetime import date, datetime
from decimal import Decimal
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

_MOST_SHEETS = 100
_MOST_MERGES = 20_000


def read_xlsx(path: Path) -> Document:
    """The workbook's visible cells. Raises Fault for one that cannot be read."""
    workbook = open_workbook(path)
    sheets = (
        ReadTable(rows)
        for name in workbook.sheet_names[:_MOST_SHEETS]
        if (rows := _rows(workbook.get_sheet_by_name(name)))
    )
    return Document(tuple(within_bounds(sheets)), is_workbook=True)


def _rows(sheet: CalamineSheet) -> tuple[tuple[TableCell | None, ...], ...]:
    height, width = min(sheet.height, MOST_ROWS), min(sheet.width, MOST_COLUMNS)
    first_row, first_column = sheet.start or (0, 0)
    cells: list[list[TableCell | None]] = []
    for number, row in enumerate(sheet.iter_rows()):
        if number == height:
            break
        cells.append([_cell(value) for value in row[:width]])
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
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return TableCell(format(number.normalize(), "f"), amount=number)
    return TableCell(str(value)[:LONGEST_CELL])
