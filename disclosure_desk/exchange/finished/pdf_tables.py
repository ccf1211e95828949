"""Puts the tables of a PDF together again: cells by their places, over the ends of pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from disclosure_desk.exchange.finished.blocks import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    ReadTable,
    TableCell,
)
from disclosure_desk.exchange.finished.form_rows import labelled_tables, words_of_forms
from disclosure_desk.exchange.finished.labels import plain_label
from disclosure_desk.statistics.edition import editions

_NEAR = 3.0  # points within which two ruled lines are one
_NUMBERED_NEXT = re.compile(r"[(（][一二三四五六七八九十\d]*[)）]?$")
_FIGURE = re.compile(r"[\d\s,，.．%+\-—–/／]*")


@dataclass(frozen=True, slots=True)
class Box:
    """A cell where a page shows it: points from the left edge and from the top, and its words."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def stands_in_column_of(self, other: "Box") -> bool:
        """Whether two cells have the same left and right edges."""
        return abs(self.left - other.left) < _NEAR and abs(self.right - other.right) < _NEAR


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or the part of one that a page holds."""

    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return min(box.top for box in self.boxes)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(box.bottom for box in self.boxes)

    @property
    def edges(self) -> tuple[float, float]:
        """Its outer edges, left and right."""
        return min(box.left for box in self.boxes), max(box.right for box in self.boxes)

    def may_go_on_in(self, other: "PageTable") -> bool:
        """Whether another one, first on the next page, has the same outer edges."""
        pairs = zip(self.edges, other.edges, strict=True)
        return all(abs(one - two) < _NEAR for one, two in pairs)

    def joined(self, other: "PageTable") -> "PageTable":
        """Both as one table: a row or a merged cell that the page's end cut is whole again."""
        down = self.bottom - other.top
        moved = [replace(box, top=box.top + down, bottom=box.bottom + down) for box in other.boxes]
        last = [box for box in self.boxes if abs(box.bottom - self.bottom) < _NEAR]
        first = [box for box in moved if abs(box.top - self.bottom) < _NEAR]
        pairs = [(one, two) for two in first for one in last if one.stands_in_column_of(two)]
        matched = {id(two) for _, two in pairs}
        is_cut = all(id(box) in matched for box in first) and _is_cut(pairs)
        cut = pairs if is_cut else [pair for pair in pairs if _goes_on(*pair, first)]
        whole = [replace(one, bottom=two.bottom, text=one.text + two.text) for one, two in cut]
        gone = {id(box) for pair in cut for box in pair}
        kept = (box for box in (*self.boxes, *moved) if id(box) not in gone)
        return PageTable((*kept, *whole))

    def read(self) -> ReadTable:
        """The rows, a merged cell in every place that it covers."""
        columns = _lines(edge for box in self.boxes for edge in (box.left, box.right))
        rows = _lines(edge for box in self.boxes for edge in (box.top, box.bottom))
        across = min(len(columns) - 1, MOST_COLUMNS)
        placed: list[list[TableCell | None]] = [
            [None] * across for _ in range(min(len(rows) - 1, MOST_ROWS))
        ]
        for box in sorted(self.boxes, key=lambda one: (one.top, one.left)):
            cell = TableCell(box.text[:LONGEST_CELL])
            for row in range(_place(rows, box.top), _place(rows, box.bottom)):
                for column in range(_place(columns, box.left), _place(columns, box.right)):
                    if row < len(placed) and column < across:
                        placed[row][column] = cell
        return ReadTable(tuple(_different(placed)))


def _is_cut(pairs: Sequence[tuple[Box, Box]]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    The forms' own words decide: a label that only both parts together make is one label.
    """
    both = [(one.text.strip(), two.text.strip()) for one, two in pairs]
    if all(not two or _is_figure(two) for _, two in both):
        # No label: what is left of the row's words or figures, if there was any.
        return any(one and not _is_figure(one) and not two for one, two in both) and all(
            not two or _is_figure(one) for one, two in both
        )
    if any(_is_figure(one) and two for one, two in both):
        return False  # another figure, or the heads printed again
    return any(_is_rest(one, two) for one, two in both if two and not _is_figure(two))


def _goes_on(one: Box, two: Box, first: Sequence[Box]) -> bool:
    """Whether a label that stands for several rows goes on in a cell of the next page."""
    lowest = min(box.bottom - box.top for box in first)
    is_tall = two.bottom - two.top > lowest + _NEAR
    was_tall = one.bottom - one.top > 2 * (two.bottom - two.top)
    above, below = one.text.strip(), two.text.strip()
    if not above or _is_figure(above) or not (is_tall or was_tall):
        return False
    return not below or _is_rest(above, below)


def _is_rest(above: str, below: str) -> bool:
    """Whether words end a label that began on the page before, and are none by themselves."""
    is_whole = _is_known(below) and (not above or _is_known(above))
    return not is_whole and (not above or _is_known(above + below))


@lru_cache(maxsize=2_000)
def _is_known(text: str) -> bool:
    if _NUMBERED_NEXT.search(text):
        return False
    label = plain_label(text)
    tables = (form for code in editions() for form in labelled_tables(code))
    return label in words_of_forms() or any(form.rows_called(label) for form in tables)


def _is_figure(text: str) -> bool:
    return bool(text.strip()) and _FIGURE.fullmatch(text) is not None


def _lines(edges: Iterable[float]) -> list[float]:
    """The ruled lines of a table: edges that lie near each other are one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] >= _NEAR:
            found.append(edge)
    return found


def _place(lines: Sequence[float], edge: float) -> int:
    return min(range(len(lines)), key=lambda number: abs(lines[number] - edge))


def _different(
    rows: Iterable[Sequence[TableCell | None]],
) -> Iterator[tuple[TableCell | None, ...]]:
    """The rows, one that repeats the cells of the one before left out: a page's end cut it."""
    before: tuple[TableCell | None, ...] = ()
    for row in map(tuple, rows):
        if any(cell is not other for cell, other in zip(row, before, strict=False)) or not before:
            yield row
        before = row
