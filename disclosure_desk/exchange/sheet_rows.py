"""Rows of texts, typed or pasted, as cards: which column is which field, what each cell says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from disclosure_desk.commands.rows import SheetRow
from disclosure_desk.exchange.cell_values import Reader, UnreadableError, reader_for
from disclosure_desk.exchange.ledger_format import REGISTER_SHEETS
from disclosure_desk.exchange.pasted_table import TextRows
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card, Field
from disclosure_desk.records.document_numbers import find_numbers
from disclosure_desk.records.entry_words import (
    channel_called,
    document_kind_called,
    field_of_heading,
)
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.typed_days import day_in
from disclosure_desk.records.wording import trimmed
from disclosure_desk.rules.typed_date import UnreadableDateError, read_date

Columns = tuple[str | None, ...]  # the field of each column; None is not taken
SHEET_FIELDS = {sheet.kind: sheet.fields for sheet in REGISTER_SHEETS}
_HEADINGS_LOOKED_FOR = 5  # rows: a ledger often has its own title above the headings
_ROWS_GUESSED_BY = 50
# Characters of a cell.
_LONGEST_NUMBER, _LONGEST_HEADING, _LONGEST_GUESSED = 30, 200, 2_000
_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.0+)?)?$")
_CHANNEL_MARKS = re.compile(r"[、，,；;/／\n]")
_MAY_BE_AHEAD = ("effective_on", "valid_until", "repealed_on")


@dataclass(frozen=True, slots=True)
class PastedSheet:
    """A pasted table: the headings over its columns ("" without), the fields, and the rows."""

    headings: tuple[str, ...]
    columns: Columns
    rows: TextRows

    @property
    def is_headed(self) -> bool:
        """Whether the table had a row of headings."""
        return any(self.headings)


def sheet_of(kind: str, rows: TextRows, today: date) -> PastedSheet:
    """The table with its columns known by their headings, else guessed from what they hold."""
    best, columns = -1, Columns()
    for place, row in enumerate(rows[:_HEADINGS_LOOKED_FOR]):
        found = _headed(kind, row)
        if _is_row_of_headings(row, found) and _count(found) > _count(columns):
            best, columns = place, found
    if best >= 0:
        headings = tuple(trimmed(cell) for cell in rows[best])
        return PastedSheet(headings, columns, rows[best + 1 :])
    width = len(rows[0]) if rows else 0
    return PastedSheet(("",) * width, _guessed(kind, rows[:_ROWS_GUESSED_BY], today), rows)


def _headed(kind: str, row: Sequence[str]) -> Columns:
    """The field of each heading; of two headings for one field the first counts."""
    found: list[str | None] = []
    for cell in row:
        is_heading = len(cell) < _LONGEST_HEADING and bool(cell.strip())
        name = field_of_heading(kind, cell) if is_heading else None
        found.append(None if name in found else name)
    return tuple(found)


def _is_row_of_headings(row: Sequence[str], found: Columns) -> bool:
    filled = sum(1 for cell in row if cell.strip())
    return _count(found) >= min(2, filled) and _count(found) * 2 >= filled and filled > 0


def _count(columns: Columns) -> int:
    return sum(1 for name in columns if name)


def _guessed(kind: str, rows: TextRows, today: date) -> Columns:
    """Fields that every filled cell of a column fits surely; most columns stay unknown."""
    taken: list[str | None] = []
    for cells in zip(*rows, strict=True):
        filled = [trimmed(cell) for cell in cells if trimmed(cell)]
        names = _FITTING.get(kind, ())
        name = next((one for one in names if one not in taken and _fit(one, filled, today)), None)
        taken.append(name)
    if kind == "publication" and "title" not in taken:
        lengths = [0 if name else max(map(len, cells)) for name, cells in _by_column(taken, rows)]
        if lengths and max(lengths) > 4:
            taken[lengths.index(max(lengths))] = "title"
    return tuple(taken)


_FITTING = {"publication": ("published_on", "document_number", "channels", "url")}


def _by_column(
    names: Sequence[str | None], rows: TextRows
) -> list[tuple[str | None, tuple[str, ...]]]:
    return list(zip(names, zip(*rows, strict=True), strict=True))


def _fit(name: str, filled: Sequence[str], today: date) -> bool:
    if not filled or max(map(len, filled)) > _LONGEST_GUESSED:
        return False
    match name:
        case "published_on":
            days = [day_in(_TIME.sub("", text), today) for text in filled]
            return all(day is not None and day.value and day.is_whole for day in days)
        case "document_number":
            return all(len(text) < _LONGEST_NUMBER and find_numbers(text) for text in filled)
        case "channels":
            return all(_channels_known(text) for text in filled)
    return all(text.lower().startswith(("http://", "https://")) for text in filled)


def _channels_known(text: str) -> bool:
    return all(channel_called(word) for word in _CHANNEL_MARKS.split(text) if trimmed(word))


# ---------------------------------------------------------------------------- cells


def read_rows(kind: str, columns: Columns, rows: TextRows, today: date) -> list[SheetRow]:
    """The rows that hold anything, by their places from 1 on.

    Where no row tells 生成日期, it is the day of 公开日期, as in a typed line.
    """
    reader = _CellReader(kind, today)
    read = [reader.row(place, columns, row) for place, row in enumerate(rows, start=1)]
    if kind == "publication" and not any(_tells_making(row) for row in read):
        read = [
            row._replace(card={**row.card, "made_on": row.card["published_on"]})
            if "published_on" in row.card
            else row
            for row in read
        ]
    return [row for row in read if row.card or row.unread]


def _tells_making(row: SheetRow) -> bool:
    return "made_on" in row.card or any(one.field == "made_on" for one in row.unread)


class _CellReader:
    """Reads texts of cells as a form would read them: typed dates, labels, spoken channels."""

    def __init__(self, kind: str, today: date) -> None:
        self._fields = FIELDS[kind]
        self._today = today
        self._readers: dict[str, Reader] = {}

    def row(self, place: int, columns: Columns, cells: Sequence[str]) -> SheetRow:
        card: Card = {}
        unread: list[Finding] = []
        for name, cell in zip(columns, cells, strict=True):
            text = trimmed(cell)
            if name is None or not text:
                continue
            try:
                value, hint = self.value(self._fields[name], text)
            except UnreadableError as error:
                words = f"“{self._fields[name].label}”{str(error).rstrip('。')}。"
                unread.append(Finding("L0", "error", words, field=name))
                continue
            card[name] = value
            if hint:
                words = f"“{self._fields[name].label}”{hint}，请核对。"
                unread.append(Finding("L23", "hint", words, field=name))
        return SheetRow(place, card, tuple(unread))

    def value(self, field: Field, text: str) -> tuple[FieldValue, str]:
        """What a cell says, and what is to be checked about it. Raises UnreadableError."""
        if not text.strip("#＃"):
            raise UnreadableError("复制来的是“####”，请把原表的列加宽后再复制")
        if len(text) > _LONGEST_GUESSED and field.type is not str:
            raise UnreadableError(f"有{len(text)}字，太长了")
        if field.type is date:
            return self._day(field, _TIME.sub("", text))
        if field.type is tuple:
            words = [trimmed(word) for word in _CHANNEL_MARKS.split(text)]
            told = (channel_called(word) or word for word in words if word)
            return tuple(dict.fromkeys(told)), ""
        if field.choices is not None and (slug := _slug(field, text)):
            return slug, ""
        if field.name not in self._readers:
            self._readers[field.name] = reader_for(field)
        return self._readers[field.name](text), ""

    def _day(self, field: Field, text: str) -> tuple[date | None, str]:
        ahead = field.name in _MAY_BE_AHEAD
        try:
            value = read_date(text, self._today, may_be_ahead=ahead)
        except UnreadableDateError as error:
            raise UnreadableError(str(error)) from None
        day = day_in(text, self._today)
        is_partial = day is not None and not day.is_whole and not ahead
        return value, day.doubt if day and is_partial else ""


def _slug(field: Field, text: str) -> str | None:
    """A choice by its stored value, or by what the office calls a kind of document."""
    if field.choices is not None and text in field.choices.slugs:
        return text
    return document_kind_called(text) if field.name == "document_kind" else None
