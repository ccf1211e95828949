"""The official form for a quarter or a month: the same rows and columns, worded for the period.

There is no national form for parts of a year, so what the year's form says of 本年 and 上年 is
said of 本期 and 期初, the title names the period, and a line marks the table as internal.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.form import Edition, SheetLine
from disclosure_desk.statistics.grid import Grid
from disclosure_desk.statistics.period import Period

_Reworded = Callable[[str], str]
_UNIT = "【单位名称】"


@cache
def _told() -> tuple[str, tuple[tuple[str, str], ...]]:
    """The line that marks an internal table, and the words that are replaced, in order."""
    data = tomllib.loads(shipped("editions/common/interim.toml").read_text(encoding="utf-8"))
    return str(data["note"]), tuple((one["from"], one["to"]) for one in data["words"])


def form_of(edition: Edition, period: Period) -> Edition:
    """The form as it is printed for a period; that of a year is the official one, unchanged.

    Codes and measures stay: a figure of an interim table counts what the year's figure counts,
    within the period and as of its last day.
    """
    if period.is_year:
        return edition
    note, words = _told()
    pairs = [(old, new.format(words=period.words)) for old, new in words]

    def reworded(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    title = reworded(edition.title)
    if period.words not in title:  # the form of 2014 names its year in a line of its own
        title = title.replace(_UNIT, f"{_UNIT}{period.words}", 1)
    last = f"{period.last.year}年{period.last.month}月{period.last.day}日"
    return replace(
        edition,
        title=title,
        grids=tuple(_grid(grid, reworded) for grid in edition.grids),
        cells={
            code: replace(cell, title=reworded(cell.title)) for code, cell in edition.cells.items()
        },
        above=(
            SheetLine((note.format(last=last),), centred=True),
            *_lines([one for one in edition.above if not _is_year(one)], reworded),
        ),
        below=tuple(_lines(edition.below, reworded)),
    )


def says_interim(text: str) -> bool:
    """Whether a line is the one that marks an internal table."""
    return text.strip().startswith(_told()[0].partition("{last}")[0])


def _grid(grid: Grid, reworded: _Reworded) -> Grid:
    cells = tuple(
        placed
        if placed.cell.kind == "figure"
        else replace(placed, cell=replace(placed.cell, text=reworded(placed.cell.text)))
        for placed in grid.cells
    )
    return replace(grid, title=reworded(grid.title), cells=cells)


def _is_year(line: SheetLine) -> bool:
    """The line «（2016年度）» of the form of 2014; the title says the period."""
    return len(line.pieces) == 1 and "【年度】" in line.pieces[0]


def _lines(lines: Sequence[SheetLine], reworded: _Reworded) -> list[SheetLine]:
    return [replace(one, pieces=tuple(reworded(piece) for piece in one.pieces)) for one in lines]
