"""Takes a workbook apart: each sheet is one table, its merged cells in all their places."""

import re
import zipfile
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
from disclosure_desk.faults import Fault

_MOST_SHEETS = 100
_MOST_MERGES = 20_000
# A cell with a formula and what was computed of it; prefixes as other programs write them.
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\b[^>]*>([^<]*)</)?"
)
_IS_TEXT = re.compile(rb"""\bt=["']str["']""")


def read_xlsx(path: Path) -> Document:
    """The workbook's visible cells. Raises Fault for one that cannot be read."""
    workbook = open_workbook(path)
    sheets = (
        ReadTable(rows)
        for name in workbook.sheet_names[:_MOST_SHEETS]
        if (rows := _rows(workbook.get_sheet_by_name(name)))
    )
    return Document(tuple(within_bounds(sheets)), is_workbook=True)


def refuse_uncomputed(path: Path, package: zipfile.ZipFile) -> None:
    """Raises Fault for a sheet whose formulas have no value: every figure would be read as none.

    Programs that write workbooks without computing leave them so. A formula whose result is an
    empty text has no value either, but says that it is a text.
    """
    for part in package.namelist():
        if not (part.startswith("xl/worksheets/") and part.endswith(".xml")):
            continue
        values = [
            value.strip()
            for kind, value in _FORMULA.findall(package.read(part))
            if value.strip() or not _IS_TEXT.search(kind)
        ]
        if values and not any(values):
            raise Fault(
                f"“{path}”里的公式没有算出的数，请用 Excel 或 WPS 打开并保存一次，再来读取。"
            )


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
