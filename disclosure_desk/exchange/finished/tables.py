"""Which edition a file's tables are of, and what stands in each of its cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from disclosure_desk.exchange.finished.blocks import Document, ReadTable
from disclosure_desk.exchange.finished.form_rows import labelled_tables
from disclosure_desk.exchange.finished.label_tables import Found, LabelTables
from disclosure_desk.exchange.finished.printed_figures import read_cell
from disclosure_desk.exchange.finished.review_table import review_tables
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import ReadCell
from disclosure_desk.statistics.form import Edition


@dataclass(slots=True)
class TablesRead:
    """The cells of one edition that a file holds."""

    edition: Edition
    cells: dict[str, ReadCell] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)
    rows_lost: list[str] = field(default_factory=list)
    rows_misspelt: list[tuple[str, str]] = field(default_factory=list)


def read_tables(document: Document, year: int | None) -> TablesRead | None:
    """The cells of the edition that fits best, by the tables' own rows; None if none is there.

    Where several fit alike, the one in use for the year decides.
    """
    tables = [one for one in document.blocks if isinstance(one, ReadTable) and one.rows]
    readings = [
        _read(tables, edition, first_only=document.is_workbook) for edition in editions().values()
    ]
    fitting = [one for one in readings if one.cells]
    if not fitting:
        return None

    def rank(one: TablesRead) -> tuple[int, int, bool, bool, int]:
        edition = one.edition
        in_use = year is not None and edition.covers(year)
        missing = len(edition.cells) - len(one.cells)
        return len(one.cells), -missing, in_use, edition.usual, edition.first_year

    return max(fitting, key=rank)


def _read(tables: Iterable[ReadTable], edition: Edition, *, first_only: bool) -> TablesRead:
    """`first_only`: a workbook may have sheets of others behind the one that is meant."""
    reading = TablesRead(edition)
    labelled = [LabelTables(form) for form in labelled_tables(edition.code)]
    reviews = list(review_tables(edition))
    for table in tables:
        for finder in labelled:
            if not (first_only and finder.is_whole):
                finder.read(table)
        for review in reviews:
            if not review.found:
                review.read(table)
    for finder in labelled:
        _take(reading, finder.form.id, finder.found)
        reading.rows_lost += finder.lost
        reading.rows_misspelt += finder.misspelt
    for review in reviews:
        _take(reading, review.id, review.found)
    return reading


def _take(reading: TablesRead, table: str, found: Iterable[Found]) -> None:
    """Keep what was found; a cell that says two things, or stands for two figures, is doubtful."""
    codes_of: dict[int, str] = {}
    for one in found:
        told = read_cell(one.cell, reading.edition.cells[one.code], one.unit)
        if told.state == "absent":
            continue
        other = codes_of.setdefault(id(one.cell), one.code)
        if other != one.code:
            for code in (other, one.code):
                reading.cells[code] = ReadCell("doubtful", None, told.printed)
            continue
        kept = reading.cells.get(one.code)
        if kept is None or kept.state == "blank":
            reading.cells[one.code] = told
        elif told.state != "blank" and told.figure != kept.figure:
            both = f"{kept.printed}、{told.printed}"
            reading.cells[one.code] = ReadCell("doubtful", None, both)
        reading.tables.add(table)
    if any(code in reading.cells for code in codes_of.values()):
        reading.tables.add(table)
