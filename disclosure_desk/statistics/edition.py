"""The official statistics tables as data: rows, columns, wording and what fills each cell.

An edition is a file in resources/editions/; a new edition needs a new file and no code.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from disclosure_desk.faults import Refusal
from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.form import (
    Annex,
    Cell,
    Chapter,
    Edition,
    Identity,
    ListField,
    Measure,
    Phrase,
    Section,
    SheetLine,
    Sum,
)
from disclosure_desk.statistics.grid import GridCell, lay_out

__all__ = [
    "Annex",
    "Cell",
    "Chapter",
    "Edition",
    "Identity",
    "ListField",
    "Measure",
    "Phrase",
    "Section",
    "SheetLine",
    "Sum",
    "edition_for",
    "editions",
    "fields_in",
]

_Data = Mapping[str, Any]


@cache
def editions() -> Mapping[str, Edition]:
    """All editions that are shipped, by code."""
    found = (
        _edition(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in shipped("editions").iterdir()
        if file.name.endswith(".toml")
    )
    return {edition.code: edition for edition in sorted(found, key=lambda one: one.code)}


def edition_for(year: int, code: str | None = None) -> Edition:
    """The edition of this code, or the one in use for the reports of a year.

    Raises Refusal when there is none.
    """
    if code is not None:
        if code not in editions():
            known = "、".join(editions())
            raise Refusal(f"没有名为“{code}”的报告格式，可用的格式有：{known}。")
        return editions()[code]
    for edition in editions().values():
        if edition.usual and edition.covers(year):
            return edition
    first = min(edition.first_year for edition in editions().values())
    raise Refusal(f"{year}年没有全国统一的统计表，请选择{first}年及以后的年度，或指明报告格式。")


@cache
def _common() -> _Data:
    """The 【fields】 and sentences that the reports of all editions share."""
    file = shipped("editions/common/report.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _edition(data: _Data) -> Edition:
    cells: dict[str, Cell] = {}
    grids = []
    for grid in data["grids"]:
        rows: list[Sequence[GridCell]] = []
        for block in grid["blocks"]:
            for cell in _cells(grid, block):
                cells[cell.code] = cell
            rows.extend(_block_rows(block))
        grids.append(lay_out(grid["id"], grid.get("title", ""), grid["widths"], rows))
    fields = _common()["fields"] | data.get("fields", {})
    return Edition(
        code=data["code"],
        name=data["name"],
        source=data["source"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        usual=data.get("usual", True),
        title=data["title"],
        report_title=data["report_title"],
        preface=_phrases(data, "preface"),
        grids=tuple(grids),
        cells=cells,
        identities=tuple(_identities(data, cells)),
        chapters=tuple(_chapter(one) for one in data["chapters"]),
        fields={name: _measure(asked) for name, asked in fields.items() if "of" in asked},
        above=_lines(data, "above"),
        below=_lines(data, "below"),
        annexes=tuple(Annex(one["label"], tuple(one["grids"])) for one in data.get("annexes", ())),
        cell_fields={
            name: tuple(asked["cells"]) for name, asked in fields.items() if "cells" in asked
        },
        list_fields={
            name: ListField(
                asked["unit"], tuple((item["text"], tuple(item["of"])) for item in asked["list"])
            )
            for name, asked in fields.items()
            if "list" in asked
        },
    )


def _cells(grid: _Data, block: _Data) -> Iterator[Cell]:
    for row, group in _grouped(block["rows"]):
        if "key" not in row:
            continue
        for column in block["columns"]:
            words = (group, row.get("title") or _last_label(row), column.get("title", ""))
            yield Cell(
                _code(block, row, column),
                _measure(_asked(block, row, column)),
                title="·".join(word for word in (grid.get("name", ""), *words) if word),
                unit=row.get("unit", column.get("unit", block.get("unit", "件"))),
                signed=column.get("signed", False),
                sums=tuple(_sums(block, row, column)),
            )


def _grouped(rows: Sequence[_Data]) -> Iterator[tuple[_Data, str]]:
    """Each row with the label that it shares with its neighbours: «（三）不予公开»."""
    group, rows_left = "", 0
    for row in rows:
        for label in row.get("labels", ()):
            if label.get("rows", 1) > 1 and label.get("title", True):
                group, rows_left = _stripped(label["text"]), label["rows"]
        yield row, group if rows_left > 0 else ""
        rows_left -= 1


def _code(block: _Data, row: _Data, column: _Data) -> str:
    return str(block["code"]).format(row=row["key"], column=column.get("key", ""))


def _sums(block: _Data, row: _Data, column: _Data) -> Iterator[Sum]:
    """What adds up to this cell: a row may sum rows, a column may sum columns."""
    if "sum" in row:
        yield Sum(row["rule"], tuple(_code(block, {"key": key}, column) for key in row["sum"]))
    if "sum" in column:
        yield Sum(column["rule"], tuple(_code(block, row, {"key": key}) for key in column["sum"]))


def _asked(block: _Data, row: _Data, column: _Data) -> dict[str, Any]:
    """What fills a cell: the block's, the row's and the column's part, and the cell's own."""
    asked: dict[str, Any] = {}
    for level in (block, row, column):
        asked |= level.get("count", {})
    asked |= row.get("count_in", {}).get(column.get("key"), {})
    return asked


def _measure(asked: _Data) -> Measure:
    where = {name: value for name, value in asked.items() if name != "of"}
    return Measure(
        asked["of"],
        tuple(
            (name, frozenset([value] if isinstance(value, str) else value))
            for name, value in sorted(where.items())
        ),
    )


def _last_label(row: _Data) -> str:
    labels = [label["text"] for label in row.get("labels", ()) if label.get("title", True)]
    return _stripped(labels[-1]) if labels else ""


def _stripped(label: str) -> str:
    return str(label).strip("　 ")


def _block_rows(block: _Data) -> Iterator[Sequence[GridCell]]:
    for head in block.get("heads", ()):
        yield [
            GridCell(one["text"], "head", one.get("rows", 1), one.get("columns", 1), True)
            for one in head
        ]
    for row in block["rows"]:
        labels = [_label(block, one) for one in row.get("labels", ())]
        if block.get("prints_units", False):
            labels.append(GridCell(row["unit"], "label", centred=True))
        yield labels + [
            GridCell(
                _code(block, row, column) if "key" in row else "",
                "figure" if "key" in row else "label",
                columns=column.get("columns", 1),
                centred=True,
            )
            for column in block["columns"]
        ]


def _label(block: _Data, one: _Data) -> GridCell:
    rows = one.get("rows", 1)
    centred = one.get("centred", block.get("centred", rows > 1))
    return GridCell(one["text"], "label", rows, one.get("columns", 1), centred)


def _identities(data: _Data, cells: Mapping[str, Cell]) -> Iterator[Identity]:
    for identity in data.get("identities", ()):
        for each in identity.get("each", ("",)):
            left, right = (
                tuple(code.format(each=each) for code in identity[side])
                for side in ("left", "right")
            )
            yield Identity(identity["rule"], left, right)
    for cell in cells.values():
        for total in cell.sums:
            yield Identity(total.rule, total.parts, (cell.code,))


def _phrases(data: _Data, name: str = "phrases") -> tuple[Phrase, ...]:
    """The shared sentences that a chapter refers to, then its own."""
    shared = data.get("phrases_from", ()) if name == "phrases" else ()
    told = [one for group in shared for one in _common()["phrases"][group]]
    return tuple(
        Phrase(
            one["text"],
            tuple(one.get("nonzero", ())),
            tuple(one.get("zero", ())),
            one.get("always", False),
            one.get("new", False),
        )
        for one in [*told, *data.get(name, ())]
    )


def _chapter(data: _Data) -> Chapter:
    return Chapter(
        data["title"],
        tuple(data.get("grids", ())),
        data.get("written", False),
        _phrases(data),
        tuple(Section(one["title"], _phrases(one)) for one in data.get("sections", ())),
        _phrases(data, "notes"),
        data.get("longest", 0),
    )


def _lines(data: _Data, name: str) -> tuple[SheetLine, ...]:
    return tuple(
        SheetLine(tuple(one["pieces"]), one.get("centred", False))
        for one in data.get("sheet", {}).get(name, ())
    )


def fields_in(text: str) -> list[str]:
    """The names of the 【fields】 in a text, in order."""
    return [part.split("】")[0] for part in text.split("【")[1:] if "】" in part]
