"""The totals of a form that a program saved without computing them: this program's own tables.

Only plain sums are added up again; whoever uses other formulas has to save the workbook once.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from xlsxwriter.utility import xl_cell_to_rowcol

from disclosure_desk.exchange.finished.blocks import MOST_COLUMNS, MOST_ROWS
from disclosure_desk.exchange.table_layout import CHECKS_SHEET, added_by

Place = tuple[str, int, int]  # sheet, row and column, the first being 0
_MOST_SHEETS = 12  # a table has four, and a list of records
_MOST_SUMS, _MOST_TERMS = 1000, 500  # the form of 2021 has some 60, of ten cells each
_TERM = r"(?:'[^'\[\]]+'!)?[A-Z]{1,2}[1-9]\d{0,3}(?::[A-Z]{1,2}[1-9]\d{0,3})?"
_SUM = re.compile(rf"=SUM\({_TERM}(?:,{_TERM})*\)")
_RANGE = re.compile(r"([A-Z]+\d+):([A-Z]+\d+)")
_UNREADABLE = (ParseError, ValueError, LookupError, TypeError, AttributeError)


def left_sums(path: Path) -> Mapping[Place, Decimal] | None:
    """What each sum of the workbook comes to; None where another formula stands in a form."""
    try:
        return _added(*_read(path))
    except _UNREADABLE:
        return None


def _read(path: Path) -> tuple[dict[Place, Decimal], dict[Place, set[Place]]]:
    """The figures and the sums. Raises ValueError for other formulas, and for too many."""
    figures: dict[Place, Decimal] = {}
    sums: dict[Place, set[Place]] = {}
    book = load_workbook(path, read_only=True)
    try:
        for sheet in book.worksheets[:_MOST_SHEETS]:
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            for row, line in enumerate(rows):
                for column, value in enumerate(line):
                    place = (sheet.title, row, column)
                    if isinstance(value, int | float):
                        figures[place] = Decimal(repr(value))
                    elif isinstance(value, str) and value.startswith("="):
                        if _is_small_sum(value) and len(sums) < _MOST_SUMS:
                            sums[place] = added_by(value, sheet.title)
                        elif sheet.title != CHECKS_SHEET:
                            raise ValueError(value)
    finally:
        book.close()
    return figures, sums


def _is_small_sum(formula: str) -> bool:
    if not _SUM.fullmatch(formula):
        return False
    size = 0
    for first, last in _RANGE.findall(formula):
        (top, left), (bottom, right) = xl_cell_to_rowcol(first), xl_cell_to_rowcol(last)
        size += (bottom - top + 1) * (right - left + 1)
    return size <= _MOST_TERMS


def _added(
    figures: dict[Place, Decimal], sums: dict[Place, set[Place]]
) -> Mapping[Place, Decimal] | None:
    """The sums, those of other sums after these; None for one that adds up itself."""
    found: dict[Place, Decimal] = {}
    while len(found) < len(sums):
        ready = [
            place
            for place, parts in sums.items()
            if place not in found and not any(one in sums and one not in found for one in parts)
        ]
        if not ready:
            return None
        for place in ready:
            found[place] = sum(
                (found.get(one, figures.get(one, Decimal())) for one in sums[place]), Decimal()
            )
    return found
