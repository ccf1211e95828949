"""Writes the ledger workbook (台账) of a year, importable again, and reads it back."""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook
from sqlalchemy.orm import Session
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from disclosure_desk.commands.offices import the_office
from disclosure_desk.exchange.excel_text import (
    CellValue,
    ExactSheet,
    ExactWorkbook,
    in_cell,
    write_value,
)
from disclosure_desk.exchange.ledger_format import (
    CHOICES_SHEET,
    CONTENT_HEADING,
    ITEM_HEADING,
    OFFICE_SHEET,
    REGISTER_SHEETS,
    LedgerSheet,
)
from disclosure_desk.faults import Fault
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Field, card_of, shown
from disclosure_desk.records.terms import YES_NO
from disclosure_desk.statistics.needed import needed_records
from disclosure_desk.statistics.period import Period
from disclosure_desk.storage.card_rows import read_cards

_LIST_IN_PLACE = 250  # characters that Excel takes for the choices of a drop-down
_ROWS_TO_FILL = 1_000  # drop-downs reach so far below the records
_LAST_ROW = 1_048_575
_READABLE_WIDTH = 190  # characters that an A4 page takes across at two thirds of the size
_WIDE = {
    "title": 48,
    "content": 48,
    "channels": 24,
    "outcome": 24,
    "note": 24,
    "address": 28,
    "url": 24,
    "id_number": 22,
    "indicator": 34,
}
Row = list[CellValue]


def write_ledger(session: Session, year: int, path: Path, *, personal: bool) -> None:
    """Write every record that the year's table needs, in order of entry.

    Without `personal` the columns of identity numbers, telephones and addresses of applicants
    are left out. Raises Fault, naming the record, for a text longer than a cell.
    """
    workbook = ExactWorkbook(str(path), str(path.parent))
    try:
        _Looks(workbook).write(session, year, personal=personal)
    finally:
        workbook.close()


def verify_ledger(path: Path, session: Session, year: int, *, personal: bool) -> None:
    """Read the workbook back and compare it, cell by cell, with the records.

    Raises Fault naming the first cell that differs.
    """
    with CalamineWorkbook.from_path(str(path)) as workbook:
        _compare(workbook.get_sheet_by_name(OFFICE_SHEET.name), profile_rows(session))
        for sheet in ledger_sheets(personal=personal):
            found = workbook.get_sheet_by_name(sheet.name)
            _compare(found, ledger_rows(session, sheet, year))


def ledger_sheets(*, personal: bool) -> list[LedgerSheet]:
    """The registers in the order of the workbook, with or without the personal columns."""
    return [sheet if personal else sheet.without_personal() for sheet in REGISTER_SHEETS]


def profile_rows(session: Session) -> Iterator[Row]:
    """What the office says of itself, an item a row, below its headings."""
    card = card_of(the_office(session))
    yield [ITEM_HEADING, CONTENT_HEADING]
    for field in OFFICE_SHEET.columns:
        yield [field.label, shown(field, card.get(field.name))]


def ledger_rows(session: Session, sheet: LedgerSheet, year: int) -> Iterator[Row]:
    """The headings of a register, then a row for each record that the year's table needs."""
    yield list(sheet.headings)
    condition = needed_records(Period.of_year(year))[sheet.kind]
    columns = sheet.columns
    for _, card in read_cards(session, sheet.kind, condition):
        yield [_told(field, card.get(field.name)) for field in columns]


def _told(field: Field, value: FieldValue) -> CellValue:
    """Numbers and dates as such, all else in words."""
    if isinstance(value, bool | tuple) or field.choices is not None:
        return shown(field, value)
    return value


class _Looks:
    """The workbook while it is written, and how its cells look."""

    def __init__(self, workbook: ExactWorkbook) -> None:
        self._workbook = workbook
        font = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
        head = font | {"bold": True, "align": "center", "border": 1, "text_wrap": True}
        self._plain = workbook.add_format(font)
        self._date = workbook.add_format(font | {"num_format": "yyyy-mm-dd", "align": "center"})
        # Cells below the records look like text, so that a number such as 00012 stays as typed.
        self._text = workbook.add_format(font | {"num_format": "@"})
        self._head = workbook.add_format(head | {"bg_color": "#DDE6F0"})
        self._required = workbook.add_format(head | {"bg_color": "#FBE3C0"})

    def write(self, session: Session, year: int, *, personal: bool) -> None:
        self._profile(session)
        long_lists: dict[str, str] = {}
        for sheet in ledger_sheets(personal=personal):
            page = self._workbook.exact_sheet(sheet.name)
            self._set_up(page, sheet)
            last = self._register(page, sheet, ledger_rows(session, sheet, year))
            page.autofilter(0, 0, last, len(sheet.fields) - 1)
            self._drop_downs(page, sheet, last, long_lists)
        choices = self._workbook.exact_sheet(CHOICES_SHEET)
        self._choices(choices, long_lists)
        choices.very_hidden()

    def _profile(self, session: Session) -> None:
        page = self._workbook.exact_sheet(OFFICE_SHEET.name)
        _print_set_up(page)
        page.set_column(0, 0, 16, self._text)
        page.set_column(1, 1, 60, self._text)
        for number, row in enumerate(profile_rows(session)):
            for place, value in enumerate(row):
                look = self._head if number == 0 or place == 0 else self._text
                self._cell(page, number, place, value, look, "单位信息")

    def _set_up(self, page: ExactSheet, sheet: LedgerSheet) -> None:
        widths = [_WIDE.get(field.name, 16 if field.type is str else 12) for field in sheet.columns]
        _print_set_up(page, pages_wide=math.ceil(sum(widths) / _READABLE_WIDTH))
        page.repeat_columns(0, 0)
        page.freeze_panes(1, 2)
        page.set_row(0, 32)
        for place, field in enumerate(sheet.columns):
            page.set_column(place, place, widths[place], self._look_of(field))

    def _look_of(self, field: Field) -> Format:
        if field.type is date:
            return self._date
        return self._text if field.type in (str, tuple) else self._plain

    def _register(self, page: ExactSheet, sheet: LedgerSheet, rows: Iterator[Row]) -> int:
        """Write headings and records; the last row that was written, counted from 0."""
        columns = sheet.columns
        for place, heading in enumerate(next(rows)):
            look = self._required if columns[place].required else self._head
            self._cell(page, 0, place, heading, look, sheet.name)
        looks = [self._look_of(field) for field in columns]
        number = 0
        for number, row in enumerate(rows, start=1):
            if number > _LAST_ROW:
                raise Fault(f"“{sheet.name}”超过{_LAST_ROW}行，一张工作表放不下，请联系管理员。")
            where = f"{sheet.name}{row[0]}"
            for place, value in enumerate(row):
                if value is not None and value != "":
                    self._cell(page, number, place, value, looks[place], where)
        return number

    def _cell(
        self, page: ExactSheet, row: int, place: int, value: CellValue, look: Format, where: str
    ) -> None:
        try:
            write_value(page, row, place, value, look, self._date)
        except ValueError:
            raise Fault(f"{where}有一栏文字太长，Excel单元格放不下，请缩短后再导出。") from None

    def _drop_downs(
        self, page: ExactSheet, sheet: LedgerSheet, last: int, long_lists: dict[str, str]
    ) -> None:
        bottom = min(last + _ROWS_TO_FILL, _LAST_ROW)
        for place, field in enumerate(sheet.columns):
            terms = YES_NO if field.type is bool else field.choices
            if terms is None:
                continue
            source: str | list[str] = list(terms.labels)
            if len(",".join(terms.labels)) > _LIST_IN_PLACE:
                column = xl_col_to_name(len(long_lists))
                long_lists[field.label] = "\n".join(terms.labels)
                source = f"={CHOICES_SHEET}!${column}$2:${column}${len(terms) + 1}"
            page.data_validation(
                1,
                place,
                bottom,
                place,
                {
                    "validate": "list",
                    "source": source,
                    "error_title": field.label,
                    "error_message": f"请从列表中选择“{field.label}”。",
                },
            )

    def _choices(self, page: ExactSheet, lists: dict[str, str]) -> None:
        columns = [[label, *words.split("\n")] for label, words in lists.items()]
        for row in range(max(map(len, columns), default=0)):
            for place, words in enumerate(columns):
                if row < len(words):
                    page.write_string(row, place, words[row])


def _print_set_up(page: ExactSheet, *, pages_wide: int = 1) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(pages_wide, 0)
    page.repeat_rows(0)
    page.set_footer("&C第 &P 页，共 &N 页")


def _compare(sheet: CalamineSheet, rows: Iterator[Row]) -> None:
    found = iter(sheet.iter_rows())
    number = 0
    for number, row in enumerate(rows, start=1):
        _compare_row(sheet.name, number, row, next(found, []))
    if any(cell != "" for cells in found for cell in cells):
        raise Fault(f"台账读回核对不符：“{sheet.name}”在第{number}行以后还有内容，请重新导出。")


def _compare_row(sheet: str, number: int, row: Row, found: Sequence[object]) -> None:
    for place, value in enumerate(row):
        cell = found[place] if place < len(found) else ""
        if cell == "" and value in (None, ""):
            continue
        if cell != in_cell(value):
            address = f"{xl_col_to_name(place)}{number}"
            raise Fault(f"台账读回核对不符：“{sheet}”的{address}与登记的内容不同，请重新导出。")
