"""The sheet 明细: the records behind every figure of the table, without personal data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format

from disclosure_desk.exchange.excel_text import ExactSheet, ExactWorkbook, writable, write_value
from disclosure_desk.exchange.list_sheets import FIRST_ROW, begin_list
from disclosure_desk.exchange.table_layout import RECORDS_SHEET, Place, places_of
from disclosure_desk.exchange.table_looks import Looks
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.listing import Line

LAST_ROW = 1_048_575  # of an Excel sheet, counted from 0
BACK = "返回统计表"
_TITLE = "各数字背后的记录（不含申请人和申请内容）"
_HEADINGS = ("编号", "日期", "类别", "名称或说明", "数值", "")
_WIDTHS = (24, 12, 44, 60, 14, 12)
_CODE_COLUMN, _VALUE_COLUMN, _BACK_COLUMN = 3, 4, 5


@dataclass(frozen=True, slots=True)
class Section:
    """The records of a figure, and where their list begins."""

    code: str
    place: Place
    lines: Sequence[Line]


def sections_of(
    edition: Edition, lines: Mapping[str, Sequence[Line]], *, last_row: int = LAST_ROW
) -> dict[str, Section]:
    """A section for every figure that has records; a full sheet is continued on 明细2."""
    found: dict[str, Section] = {}
    sheet, row = 1, FIRST_ROW
    for code in edition.cells:
        if not lines[code]:
            continue
        found[code] = Section(code, Place(_sheet_name(sheet), row, 0), lines[code])
        for _ in range(len(lines[code]) + 2):  # its title, its records, a blank line
            sheet, row = (sheet, row + 1) if row < last_row else (sheet + 1, FIRST_ROW)
    return found


def _sheet_name(number: int) -> str:
    return RECORDS_SHEET if number == 1 else f"{RECORDS_SHEET}{number}"


def write_records(
    workbook: ExactWorkbook,
    looks: Looks,
    edition: Edition,
    figures: Mapping[str, Figure],
    sections: Mapping[str, Section],
    *,
    last_row: int = LAST_ROW,
) -> None:
    """Write all sections in order, each with a link back to its figure."""
    places = places_of(edition)
    rows = _Rows(workbook, looks, last_row)
    plain, dates = looks.listed(wrap=False), looks.listed_date
    for section in sections.values():
        cell = edition.cells[section.code]
        sheet, row = rows.next()
        for column in range(len(_HEADINGS)):
            sheet.write_blank(row, column, None, looks.section)
        sheet.write_string(row, 0, cell.title, looks.section)
        sheet.write_string(row, _CODE_COLUMN, cell.code, looks.section)
        sheet.write_number(row, _VALUE_COLUMN, float(figures[cell.code]), looks.section)
        back = f"internal:{places[cell.code].reference}"
        sheet.write_url(row, _BACK_COLUMN, back, looks.link, BACK)
        for line in section.lines:
            _write_line(*rows.next(), line, plain, dates)
        rows.next()


def _write_line(sheet: ExactSheet, row: int, line: Line, plain: Format, dates: Format) -> None:
    sheet.put(row, 0, writable(line.number), plain)
    write_value(sheet, row, 1, line.date, plain, dates)
    sheet.put(row, 2, line.category, plain)
    if line.text:
        write_value(sheet, row, 3, line.text, plain, dates)
    if line.amount is not None:
        write_value(sheet, row, _VALUE_COLUMN, line.amount, plain, dates)


class _Rows:
    """The rows of the sheet one after the other, and of the next when it is full."""

    def __init__(self, workbook: ExactWorkbook, looks: Looks, last_row: int) -> None:
        self._workbook, self._looks, self._last_row = workbook, looks, last_row
        self._places = self._count()

    def next(self) -> tuple[ExactSheet, int]:
        """The sheet and row to write next."""
        return next(self._places)

    def _count(self) -> Iterator[tuple[ExactSheet, int]]:
        number = 0
        while True:
            number += 1
            sheet = self._new_sheet(_sheet_name(number))
            for row in range(FIRST_ROW, self._last_row + 1):
                yield sheet, row

    def _new_sheet(self, name: str) -> ExactSheet:
        sheet = self._workbook.exact_sheet(name)
        begin_list(sheet, self._looks, _TITLE, _HEADINGS, _WIDTHS)
        return sheet
