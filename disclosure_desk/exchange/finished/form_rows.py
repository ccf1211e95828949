"""The rows of an edition's tables by their words: what a row of a read table is compared with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from disclosure_desk.exchange.finished.labels import other_words, plain_label
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import Grid, PlacedCell

_SINGLE_COLUMN = re.compile(
    r"(?:\d{4}年度?|本年度?|本期|年度|合计)?(?:统计数[据量]?|数量|数值|填报数|实际)"
    r"|\d{4}年度?|本年度?|年度|本期"
)
_FILLING = re.compile(r"[一二三四五六七八九十\d]+|其中")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of figures: the words it is known by, and the code under each column title."""

    place: int
    names: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]  # column title, code


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table whose rows have labels. `titles` gives the column title for what a head may say."""

    id: str
    rows: tuple[FormRow, ...]
    titles: Mapping[str, str]
    words: tuple[str, ...]  # of all labels and heads, the longest first
    others: Mapping[str, str]
    by_name: Mapping[str, tuple[FormRow, ...]]
    longest_first: tuple[str, ...]  # the names of rows, their other words too
    has_one_column: bool  # a single column of figures, headed «统计数»

    def title_of(self, text: str) -> str:
        """The column title that a head says in its words; empty if it says none."""
        label = plain_label(text)
        if self.has_one_column and _SINGLE_COLUMN.fullmatch(label):
            return next(iter(self.titles.values()))
        return self.titles.get(label) or self.titles.get(self.others.get(label, ""), "")

    def rows_called(self, label: str) -> list[FormRow]:
        """The rows that a plain label names, alone or behind the words of its groups."""
        called = self._named(label) or self._named(self.others.get(label, ""))
        if called or not label:
            return called
        for name in self.longest_first:
            if label.endswith(name) and not self._says(label.removesuffix(name)):
                return self._named(name) or self._named(self.others.get(name, ""))
        return []

    def _named(self, name: str) -> list[FormRow]:
        return list(self.by_name.get(name, ()))

    def _says(self, words: str) -> str:
        """What is left of words when those of the form itself are taken away."""
        for known in self.words:
            words = words.replace(known, "")
        return _FILLING.sub("", words)


@cache
def labelled_tables(code: str) -> tuple[FormTable, ...]:
    """The tables of the edition of this code in which every row of figures has a label."""
    edition = editions()[code]
    return tuple(
        _table(edition, grid)
        for grid in edition.grids
        if any(placed.cell.kind == "label" for placed in grid.cells)
    )


@cache
def words_of_forms() -> frozenset[str]:
    """Every label and head of every edition: lines that say just this are parts of tables."""
    return frozenset(
        plain_label(placed.cell.text)
        for edition in editions().values()
        for grid in edition.grids
        for placed in grid.cells
        if placed.cell.kind != "figure"
    )


def _table(edition: Edition, grid: Grid) -> FormTable:
    others = other_words(edition.code)
    titles: dict[str, str] = {}
    rows: list[FormRow] = []
    for row in sorted({placed.row for placed in grid.cells}):
        figures = [one for one in grid.cells if one.cell.kind == "figure" and one.row == row]
        codes: list[tuple[str, str]] = []
        for figure in figures:
            path = heads_above(grid, figure)
            codes.append((path[-1], figure.cell.text))
            titles |= {"".join(path[start:]): path[-1] for start in range(len(path))}
        if codes:
            rows.append(FormRow(len(rows), _names(edition, grid, row, codes), tuple(codes)))
    words = {plain_label(one.cell.text) for one in grid.cells if one.cell.kind != "figure"}
    names = {name for row in rows for name in row.names}
    return FormTable(
        grid.id,
        tuple(rows),
        titles,
        _longest_first(words),
        others,
        {name: tuple(row for row in rows if name in row.names) for name in names},
        _longest_first(names | others.keys()),
        len(set(titles.values())) == 1,
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, words), key=lambda one: (-len(one), one)))


def _names(edition: Edition, grid: Grid, row: int, codes: list[tuple[str, str]]) -> tuple[str, ...]:
    """The row's own label; in a table of one column also the cell's full title."""
    labels = [one for one in grid.cells if one.cell.kind == "label" and one.row == row]
    texts = [plain_label(one.cell.text) for one in labels if plain_label(one.cell.text)]
    # The last label is the unit where the form prints one.
    if texts and len(codes) == 1 and texts[-1] == plain_label(edition.cells[codes[0][1]].unit):
        texts = texts[:-1]
    names = texts[-1:]
    if len(codes) == 1 and _last_words(edition, codes[0][1]) != codes[0][0]:
        names.append(_last_words(edition, codes[0][1]))
    return tuple(dict.fromkeys(names))


def _last_words(edition: Edition, code: str) -> str:
    return plain_label(edition.cells[code].title.split("·")[-1])


def heads_above(grid: Grid, figure: PlacedCell) -> tuple[str, ...]:
    """The heads over a figure from top to bottom, those over the whole table left out."""
    heads = [
        one
        for one in grid.cells
        if one.cell.kind == "head"
        and one.row < figure.row
        and one.column <= figure.column < one.column + one.cell.columns < len(grid.widths) + 1
        and one.cell.columns < len(grid.widths)
    ]
    bottom = max(one.row + one.cell.rows for one in heads)
    over: list[str] = []
    for head in sorted(heads, key=lambda one: one.row, reverse=True):
        if head.row + head.cell.rows < bottom:
            break
        over.insert(0, plain_label(head.cell.text))
        bottom = head.row
    return tuple(over)
