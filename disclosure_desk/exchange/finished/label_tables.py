"""Finds the tables whose rows have labels, by what rows and columns say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from disclosure_desk.exchange.finished.blocks import ReadTable, TableCell, each_once
from disclosure_desk.exchange.finished.form_rows import FormRow, FormTable
from disclosure_desk.exchange.finished.labels import UNITS, plain_label
from disclosure_desk.exchange.finished.printed_figures import unit_in
from disclosure_desk.rules.similarity import likeness

_Row = Sequence[TableCell | None]
# As many rows as this must be known before a table without heads is taken for one of the form.
_ROWS_WITHOUT_HEADS = 5
# Of four characters one is wrong; the place between two known rows says the rest.
_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """A cell of the form at its place in the file; `unit` is what the heading says of money."""

    code: str
    cell: TableCell | None
    unit: str = ""


@dataclass(slots=True)
class Heads:
    """Where the columns of figures stand, and what their heads say."""

    places: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    width: int = 0

    @property
    def first(self) -> int:
        """The place of the first column of figures."""
        return min(self.places.values())


@dataclass(slots=True)
class _Lost:
    """A row with a label that the form does not have, and the form's row above it."""

    row: _Row
    heads: Heads
    label: str
    after: int
    before: int | None = None


class LabelTables:
    """Reads one table of the form out of all tables of a file; heads carry over to the next."""

    def __init__(self, form: FormTable) -> None:
        self.form = form
        self.found: list[Found] = []
        self.lost: list[str] = []
        self.misspelt: list[tuple[str, str]] = []
        self._heads = Heads()
        self._last = -1  # the place of the row that was read last

    @property
    def is_whole(self) -> bool:
        """Whether every row of the form has been found."""
        return {one.code for one in self.found} >= {
            code for row in self.form.rows for _, code in row.codes
        }

    def read(self, table: ReadTable) -> None:
        """Take from a table what belongs to the form."""
        carried = bool(self._heads.places) and self._heads.width == len(table.rows[0])
        one = _OneTable(self.form, self._heads if carried else Heads(), self._last)
        for row in table.rows:
            one.read(row)
        if one.rows_known < (1 if one.is_headed or carried else _ROWS_WITHOUT_HEADS):
            return
        self._heads, self._last = one.heads, one.last
        self.found += one.found
        for lost in one.lost:
            self._find_again(lost)

    def _find_again(self, lost: _Lost) -> None:
        """A misspelt label is known by its place: between two rows of the form one is missing."""
        row = next((one for one in self.form.rows if one.place == lost.after + 1), None)
        follows = lost.before is None or lost.before == lost.after + 2
        if row and follows and max(likeness(lost.label, name) for name in row.names) >= _ALIKE:
            self.found += _figures(row, lost.row, lost.heads)
            self.misspelt.append((lost.label, row.names[0]))
        elif lost.before is not None:
            # Behind the last row of the form stand other tables and lines.
            self.lost.append(lost.label)


class _OneTable:
    """A table while it is read from top to bottom."""

    def __init__(self, form: FormTable, heads: Heads, last: int) -> None:
        self.form = form
        self.heads = heads
        self.last = last
        self.found: list[Found] = []
        self.lost: list[_Lost] = []
        self.rows_known = 0
        self.is_headed = False
        self._in_heads = False
        self._above: _Row = ()

    def read(self, row: _Row) -> None:
        """The next row: heads, figures of the form, or something else."""
        told = self._heads_in(row, self._above if self._in_heads else ())
        self._above = row
        if told and self._is_head(row, told):
            self._note_heads(row, told)
        else:
            self._in_heads = self._in_heads and not _has_number(row, 0)
            self._read_figures(row)

    def _read_figures(self, row: _Row) -> None:
        labels = _labels(row, self.heads)
        known = self._row_called(labels)
        if known is None:
            if self.heads.places and labels and _has_number(row, self.heads.first):
                self.lost.append(_Lost(row, self.heads, labels[-1], self.last))
            return
        taken = list(_figures(known, row, self.heads))
        if not taken and not self.heads.places:
            return
        for one in self.lost:
            one.before = known.place if one.before is None else one.before
        self.found += taken
        self.rows_known += 1
        self.last = known.place

    def _heads_in(self, row: _Row, above: _Row) -> dict[str, int]:
        """The column titles in a row, with their places; one may go on from the row above."""
        told: dict[str, int] = {}
        for place, cell in enumerate(row):
            if cell is None or not cell.text.strip() or (place and row[place - 1] is cell):
                continue
            over = _at(above, place)
            words = f"{over.text}{cell.text}" if over and over is not cell else ""
            title = self.form.title_of(words) or self.form.title_of(cell.text)
            if title and title not in told:
                told[title] = place
        return told

    def _is_head(self, row: _Row, told: dict[str, int]) -> bool:
        named = self._row_called(_labels(row, Heads()))
        # A running number may stand before the heads.
        if any(map(_is_figure, each_once(row)[1:])):
            return self.form.has_one_column and named is None
        return len(told) > 1 or named is None

    def _note_heads(self, row: _Row, told: dict[str, int]) -> None:
        if not self._in_heads:
            self.heads = Heads(width=len(row))
        self._in_heads = self.is_headed = True
        for title, place in told.items():
            self.heads.places[title] = place
            cell = row[place]
            self.heads.units[title] = unit_in(cell.text) if cell else ""

    def _row_called(self, labels: list[str]) -> FormRow | None:
        """The row that the innermost label names; of several the next one of the form."""
        if not labels:
            return None
        called = self.form.rows_called(labels[-1])
        following = [row for row in called if row.place > self.last]
        return next(iter(following or called), None)


def _labels(row: _Row, heads: Heads) -> list[str]:
    """The labels at the start of a row, from left to right, units and running numbers left out."""
    if heads.places:
        zone = each_once(row[: heads.first])
    else:
        zone = []
        for cell in each_once(row):
            if _is_figure(cell):
                break
            zone.append(cell)
    labels = [plain_label(cell.text) for cell in zone]
    return [one for one in labels if one and not one.isdigit() and one not in UNITS]


def _figures(known: FormRow, row: _Row, heads: Heads) -> Iterator[Found]:
    """The cells of a row's figures: under their heads, or in order where there are none."""
    cells = [_at(row, heads.places.get(title)) for title, _ in known.codes]
    unit = next((one for one in map(_unit, each_once(row)) if one), "")
    headed = all(title in heads.places for title, _ in known.codes)
    if headed and len({id(cell) for cell in cells}) == len(cells):
        for (title, code), cell in zip(known.codes, cells, strict=True):
            yield Found(code, cell, heads.units.get(title) or unit)
        return
    # Where heads and figures are merged otherwise, as many figures as heads are in order.
    order = sorted(known.codes, key=lambda one: heads.places[one[0]]) if headed else known.codes
    behind = each_once(row[heads.first :]) if headed else _behind_labels(row)
    while len(behind) > len(order) and not behind[-1].text.strip():
        del behind[-1]  # a sheet may be wider than its table
    if len(behind) == len(order):
        for (title, code), cell in zip(order, behind, strict=True):
            yield Found(code, cell, heads.units.get(title) or unit)
    elif headed:
        # One cell under several heads: what it says is of none of them.
        for (_, code), cell in zip(known.codes, cells, strict=True):
            yield Found(code, cell, unit)


def _behind_labels(row: _Row) -> list[TableCell]:
    cells = each_once(row)
    while cells and not _is_figure(cells[0]):
        del cells[0]
    return cells


def _at(row: _Row, place: int | None) -> TableCell | None:
    return row[place] if place is not None and place < len(row) else None


def _unit(cell: TableCell) -> str:
    text = cell.text.strip()
    return text if text in ("元", "万元", "亿元") else ""


def _has_number(row: _Row, start: int) -> bool:
    return any(map(_is_figure, each_once(row[start:])))


def _is_figure(cell: TableCell) -> bool:
    return cell.amount is not None or _is_number(cell)


def _is_number(cell: TableCell) -> bool:
    text = "".join(cell.text.split()).strip("+-件条次项个人篇万元").replace(",", "")
    return text.replace(".", "", 1).isdigit() and len(text) < 20
