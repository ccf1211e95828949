"""Writes the filled statistics table as a workbook in the layout of the official form."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session
from xlsxwriter.format import Format

from disclosure_desk.exchange.excel_text import ExactSheet, ExactWorkbook, writable
from disclosure_desk.exchange.finished.seal import seal_of
from disclosure_desk.exchange.table_checks import check_lines, write_checks
from disclosure_desk.exchange.table_layout import (
    Page,
    Place,
    addition,
    pages_of,
    places_of,
)
from disclosure_desk.exchange.table_looks import Looks
from disclosure_desk.exchange.table_notes import write_notes
from disclosure_desk.exchange.table_records import sections_of, write_records
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.fields import FieldValues, filled, office_fields
from disclosure_desk.statistics.form import Cell, Edition, SheetLine
from disclosure_desk.statistics.grid import PlacedCell
from disclosure_desk.statistics.listing import lines_by_cell
from disclosure_desk.statistics.period import Period

_A4 = 9
_LINE_EMS = 41  # hanzi of 12 points that a line of the page takes
_TITLE_HEIGHT, _LINE_ROW_HEIGHT, _HEADING_HEIGHT = 40, 24, 28


def write_table(
    session: Session,
    edition: Edition,
    year: int,
    figures: Mapping[str, Figure],
    path: Path,
    *,
    today: date,
) -> None:
    """Write the table with its checks, the records behind every figure, and how it was filled.

    `figures` are those of the year, counted or signed.
    """
    write_table_of(session, edition, Period.of_year(year), figures, path, today=today)


def write_table_of(
    session: Session,
    edition: Edition,
    period: Period,
    figures: Mapping[str, Figure],
    path: Path,
    *,
    today: date,
) -> None:
    """The same for any period; `edition` is the form as it is worded for it."""
    lines = lines_by_cell(session, edition, period)
    checks = check_lines(session, edition, period, figures)
    fields = office_fields(session, period.year, dated_on=today)
    workbook = ExactWorkbook(str(path), str(path.parent))
    try:
        workbook.set_properties(
            {"title": filled(edition.title, fields), "company": str(fields["单位名称"])}
        )
        looks = Looks(workbook)
        sections = sections_of(edition, lines)
        links = {code: section.place for code, section in sections.items()}
        table = _Table(workbook, looks, edition, figures, fields, links)
        for page in pages_of(edition):
            table.write(page)
        for name, value in seal_of(edition, figures, table.texts).properties.items():
            workbook.set_custom_property(name, value)
        write_checks(workbook, looks, table.places, checks)
        write_records(workbook, looks, edition, figures, sections)
        write_notes(workbook, looks, edition, period, fields)
    finally:
        workbook.close()


@dataclass(frozen=True, slots=True)
class _Table:
    """The official sheets while they are written."""

    workbook: ExactWorkbook
    looks: Looks
    edition: Edition
    figures: Mapping[str, Figure]
    fields: FieldValues
    links: Mapping[str, Place]
    texts: list[str] = field(default_factory=list)  # what was written so far, figures left out

    @property
    def places(self) -> dict[str, Place]:
        """Where each figure stands."""
        return places_of(self.edition)

    def write(self, page: Page) -> None:
        """One sheet: title, lines, heading, grid, signing lines."""
        sheet = self.workbook.exact_sheet(page.sheet)
        self._set_up(sheet, page)
        across = len(page.grid.widths)
        title = filled(self.edition.title, self.fields)
        self._line(sheet, 0, across, title, self.looks.title, _TITLE_HEIGHT)
        self._lines(sheet, 1, across, page.above)
        if page.heading:
            row = page.top - 1
            self._line(sheet, row, across, page.heading, self.looks.heading, _HEADING_HEIGHT)
        self._grid(sheet, page)
        self._lines(sheet, page.top + page.grid.row_count, across, page.below)

    def _lines(self, sheet: ExactSheet, row: int, across: int, lines: Sequence[SheetLine]) -> None:
        for number, line in enumerate(lines, start=row):
            look = self.looks.line("center" if line.centred else "left")
            text = _spread([filled(piece, self.fields) for piece in line.pieces])
            self._line(sheet, number, across, text, look, _LINE_ROW_HEIGHT)

    def _line(
        self, sheet: ExactSheet, row: int, across: int, text: str, look: Format, height: float
    ) -> None:
        sheet.set_row(row, height)
        sheet.span(row, 0, 1, across)
        sheet.write_string(row, 0, writable(text), look)
        self.texts.append(writable(text))

    def _set_up(self, sheet: ExactSheet, page: Page) -> None:
        for column, width in enumerate(page.widths):
            sheet.set_column_pixels(column, column, width)
        sheet.set_paper(_A4)
        sheet.set_portrait()
        sheet.set_margins(left=0.63, right=0.63, top=0.75, bottom=0.75)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 1 if page.one_page else 0)
        head = page.top + page.grid.head_rows - 1
        sheet.repeat_rows(page.top, head)
        sheet.set_footer("&C— &P —")
        sheet.hide_gridlines(2)
        last = page.top + page.grid.row_count + len(page.below) - 1
        sheet.print_area(0, 0, last, len(page.grid.widths) - 1)

    def _grid(self, sheet: ExactSheet, page: Page) -> None:
        owners = {
            (placed.row + down, placed.column + right): placed
            for placed in page.grid.cells
            for down in range(placed.cell.rows)
            for right in range(placed.cell.columns)
        }
        places = self.places
        for row, height in enumerate(page.heights):
            sheet.set_row(page.top + row, height)
            for column in range(len(page.grid.widths)):
                placed = owners[row, column]
                if (placed.row, placed.column) == (row, column):
                    self._cell(sheet, page, placed, places)
                else:
                    # Every cell of a merge needs its own lines on paper.
                    sheet.write_blank(page.top + row, column, None, self._look(page, placed))

    def _look(self, page: Page, placed: PlacedCell) -> Format:
        cell = placed.cell
        if cell.kind == "figure":
            code = cell.text
            return self.looks.figure(self.edition.cells[code], self.figures[code], page.font_size)
        return self.looks.label(page.font_size, centred=cell.centred or cell.kind == "head")

    def _cell(
        self, sheet: ExactSheet, page: Page, placed: PlacedCell, places: Mapping[str, Place]
    ) -> None:
        place, look = page.place(placed), self._look(page, placed)
        cell = placed.cell
        sheet.span(place.row, place.column, cell.rows, cell.columns)
        if cell.kind != "figure":
            sheet.write_string(place.row, place.column, cell.text, look)
            self.texts.append(cell.text)
            return
        if link := self.links.get(cell.text):
            tip = "查看这个数字背后的记录"
            sheet.write_url(place.row, place.column, f"internal:{link.reference}", look, "0", tip)
        self._figure(sheet, place, self.edition.cells[cell.text], look, places)

    def _figure(
        self,
        sheet: ExactSheet,
        place: Place,
        cell: Cell,
        look: Format,
        places: Mapping[str, Place],
    ) -> None:
        """The figure itself; it takes the place of the link's text, and the link stays."""
        figure = float(self.figures[cell.code])
        if cell.parts:
            formula = addition([places[part] for part in cell.parts], of_sheet=place.sheet)
            sheet.write_formula(place.row, place.column, formula, look, figure)
        else:
            sheet.write_number(place.row, place.column, figure, look)


def _spread(pieces: Sequence[str]) -> str:
    """Pieces of a line beside each other over the page's width, by full-width blanks."""
    share = _LINE_EMS / len(pieces)
    text = ""
    for number, piece in enumerate(pieces):
        missing = round(number * share - _ems(text))
        text += "　" * max(missing, 1 if text else 0) + piece
    return text


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)
