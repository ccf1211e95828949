"""Sheets that hold exactly what was written: texts as texts, amounts to the last digit."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from disclosure_desk.records.base import LONGEST_TEXT
from disclosure_desk.records.soundness import length_in_cell

# Excel and WPS keep this many digits of a number; one with more is written as text.
_DIGITS_KEPT = 15
_FIRST_EXCEL_YEAR = 1900

_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")
_ESCAPED_LOOK = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
# Unicode says of these that they are no characters; XML can hold none of them.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")

CellValue = str | int | Decimal | date | None


def escaped(text: str) -> str:
    """The text as a workbook's XML spells it: `_x0001_` for a control character.

    A text that looks like such a spelling has its underscore spelled too. ECMA-376 part 1,
    22.4.2.4 (bstr).
    """
    if _SPECIAL.search(text) is None:
        return text
    spelled = _ESCAPED_LOOK.sub("_x005F_", writable(text))
    return _CONTROL.sub(lambda match: f"_x{ord(match.group()):04X}_", spelled)


def writable(text: str) -> str:
    """The text as it comes back from a workbook: only what is no character is replaced."""
    return _NO_CHARACTER.sub("\ufffd", text)


@cache
def day_number(day: date) -> int:
    """A date as Excel counts it, from 1900 on: its 29 February 1900 never was."""
    days = (day - date(1899, 12, 30)).days
    return days if day >= date(1900, 3, 1) else days - 1


class ExactSheet(Worksheet):
    """A worksheet whose rows are written in order, from top to bottom, and kept as written.

    WORKAROUND for XlsxWriter 3.2: it spells `_x005F_x0041_` so that it reads back as
    `_x005FA`, and takes a text from <r> to </r> for XML of its own.
    """

    _escape_control_characters = staticmethod(escaped)

    def _xml_rich_inline_string(self, string, attributes=()):  # type: ignore[no-untyped-def]  # as XlsxWriter has it
        self._xml_inline_string(string, False, attributes)

    def span(self, row: int, column: int, rows: int, columns: int) -> None:
        """Merge cells that are written one by one: `merge_range` cannot go back to a row."""
        if rows > 1 or columns > 1:
            self.merge.append([row, column, row + rows - 1, column + columns - 1])

    def put(self, row: int, column: int, held: str | float | date, look: Format) -> None:
        """Write what a cell holds, at two thirds of the time of XlsxWriter's own `write_…`.

        Texts must fit a cell.
        """
        if isinstance(held, str):
            self._write_string(row, column, held, look)
        elif isinstance(held, date):
            self._write_number(row, column, day_number(held), look)
        else:
            self._write_number(row, column, held, look)


# What a Chinese Excel or WPS starts from; column widths are told in digits of this type.
_CHINESE_STANDARD = {
    "default_format_properties": {"font_name": "宋体", "font_size": 11},
    "default_column_width": 72,
    "default_row_height": 20,
}


class ExactWorkbook(xlsxwriter.Workbook):
    """A workbook of exact sheets, written to disk row by row."""

    worksheet_class = ExactSheet

    def __init__(self, path: str, folder: str) -> None:
        """`folder` takes the rows until the workbook is closed."""
        super().__init__(path, {"constant_memory": True, "tmpdir": folder} | _CHINESE_STANDARD)

    def exact_sheet(self, name: str) -> ExactSheet:
        """A new sheet of this name."""
        sheet = self.add_worksheet(name)
        if not isinstance(sheet, ExactSheet):
            raise TypeError(type(sheet).__name__)
        return sheet


def in_cell(value: CellValue) -> str | float | date | None:
    """What a cell holds for a value: a text where Excel's own kind would lose something."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, date):
        return value if value.year >= _FIRST_EXCEL_YEAR else value.isoformat()
    if value is None:
        return None
    number = Decimal(value)
    kept = len(number.normalize().as_tuple().digits) <= _DIGITS_KEPT
    return float(number) if kept else format(number, "f")


def write_value(
    sheet: ExactSheet, row: int, column: int, value: CellValue, look: Format, dates: Format
) -> None:
    """Write a value; a text never becomes a formula, a link or a number.

    Raises ValueError for a text longer than a cell, which would be cut off.
    """
    held = in_cell(value)
    if held is None or held == "":
        return
    if isinstance(held, str) and length_in_cell(held) > LONGEST_TEXT:
        raise ValueError(f"longer than a cell: {length_in_cell(held)}")
    sheet.put(row, column, held, dates if isinstance(held, date) else look)
