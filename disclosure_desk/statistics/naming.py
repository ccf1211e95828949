"""Cells by the words of the form, so that a clerk finds them on paper."""

import re
from collections.abc import Callable, Iterable, Sequence

from disclosure_desk.statistics.edition import Cell

_NAMED = 3
_NUMBERING = re.compile(r"^(?:\d+[.、]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)")
_REMARK = re.compile(r"（[^（）]*）$")


def row_of(cell: Cell) -> str:
    """The words of the cell's row: «一、本年新收政府信息公开申请数量»."""
    words = cell.title.split("·")
    return words[-2] if len(words) > 1 else words[0]


def column_of(cell: Cell) -> str:
    """The words of the cell's column; empty where the form has a single column of figures."""
    words = cell.title.split("·")
    return words[-1] if len(words) > 1 else ""


def bare(words: str) -> str:
    """Words of the form without their numbering and remark: «（七）总计» is «总计»."""
    return _REMARK.sub("", _NUMBERING.sub("", words))


def named(cell: Cell) -> str:
    """Row and column of a cell: «（一）予以公开·自然人»."""
    return "·".join(word for word in (row_of(cell), column_of(cell)) if word)


def shared_and_own(cells: Sequence[Cell]) -> tuple[str, Callable[[Cell], str]]:
    """What cells of a relation share, their column or else their row, and how to name each."""
    if len({column_of(cell) for cell in cells}) == 1:
        return bare(column_of(cells[0])), row_of
    if len({row_of(cell) for cell in cells}) == 1:
        return bare(row_of(cells[0])), column_of
    return "", named


def named_together(cells: Sequence[Cell]) -> str:
    """Several cells in one phrase: their rows, and their columns unless these are plain."""
    rows = _listed((row_of(cell) for cell in cells), "行")
    columns = _listed((column_of(cell) for cell in cells if column_of(cell)), "列")
    return f"{rows}·{columns}" if columns else rows


def _listed(words: Iterable[str], counter: str) -> str:
    every = list(dict.fromkeys(words))
    if len(every) <= _NAMED:
        return "、".join(every)
    return f"{'、'.join(every[: _NAMED - 1])}等{len(every)}{counter}"
