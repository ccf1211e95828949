"""The official statistics tables as data: rows, columns, wording and what fills each cell.

An edition is a file in resources/editions/; a new edition needs a new file and no code.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from disclosure_desk.faults import Refusal
from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.grid import Grid, GridCell, lay_out


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: the records of a base that have one of these values in each attribute."""

    of: str
    where: tuple[tuple[str, frozenset[str]], ...] = ()

    def asks(self, attribute: str) -> frozenset[str]:
        """The values asked for in an attribute; empty when any will do."""
        return dict(self.where).get(attribute, frozenset())


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells of the form that add up to a total, and the rule that says so."""

    rule: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the table."""

    code: str
    measure: Measure
    title: str
    unit: str = "件"
    signed: bool = False
    sums: tuple["Sum", ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The cells that add up to this one; empty for a cell that is no total."""
        return self.sums[0].parts if self.sums else ()

    @property
    def whole(self) -> bool:
        """Whether the figure is a number of things, not an amount of money in 万元."""
        return self.unit != "万元"

    @property
    def counted(self) -> bool:
        """Whether the figure is a number of records, so that its records can be listed."""
        return self.measure.of in ("requests", "publications", "documents", "disputes")


@dataclass(frozen=True, slots=True)
class Identity:
    """A relation printed in the form: the cells on the left add up to those on the right."""

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the report with 【fields】, said only where its figures ask for it.

    It is said when any of `nonzero` (if given) is not zero and all of `zero` are.
    """

    text: str
    nonzero: tuple[str, ...] = ()
    zero: tuple[str, ...] = ()

    def fits(self, figures: Mapping[str, Any]) -> bool:
        """Whether the sentence is true of these figures."""
        if any(figures[code] for code in self.zero):
            return False
        return not self.nonzero or any(figures[code] for code in self.nonzero)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the annual report: its title, its tables and what is said around them."""

    title: str
    grids: tuple[str, ...] = ()
    written: bool = False
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One official form of the yearly statistics and report."""

    code: str
    name: str
    source: str
    first_year: int
    last_year: int | None
    usual: bool
    title: str
    report_title: str
    preface: tuple[Phrase, ...]
    grids: tuple[Grid, ...]
    cells: Mapping[str, Cell]
    identities: tuple[Identity, ...]
    chapters: tuple[Chapter, ...]
    fields: Mapping[str, Measure] = field(default_factory=dict)

    def covers(self, year: int) -> bool:
        """Whether the form was in use for reports of this year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def grid(self, id_: str) -> Grid:
        """The printed table of this id. Raises KeyError if the edition has none."""
        return {grid.id: grid for grid in self.grids}[id_]


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
            raise Refusal(f"没有名为“{code}”的统计表版本，可用的版本有：{known}。")
        return editions()[code]
    for edition in editions().values():
        if edition.usual and edition.covers(year):
            return edition
    first = min(edition.first_year for edition in editions().values())
    raise Refusal(f"{year}年没有全国统一的统计表，请选择{first}年及以后的年度，或指明统计表版本。")


def _edition(data: Mapping[str, Any]) -> Edition:
    cells: dict[str, Cell] = {}
    grids = []
    for grid in data["grids"]:
        rows: list[Sequence[GridCell]] = []
        for block in grid["blocks"]:
            for cell in _cells(grid, block):
                cells[cell.code] = cell
            rows.extend(_block_rows(block))
        grids.append(lay_out(grid["id"], grid.get("title", ""), grid["widths"], rows))
    return Edition(
        code=data["code"],
        name=data["name"],
        source=data["source"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        usual=data.get("usual", True),
        title=data["title"],
        report_title=data["report_title"],
        preface=tuple(_phrase(one) for one in data.get("preface", ())),
        grids=tuple(grids),
        cells=cells,
        identities=tuple(_identities(data, cells)),
        chapters=tuple(_chapter(one) for one in data["chapters"]),
        fields={name: _measure(asked) for name, asked in data.get("fields", {}).items()},
    )


def _cells(grid: Mapping[str, Any], block: Mapping[str, Any]) -> Iterator[Cell]:
    for row in block["rows"]:
        if "key" not in row:
            continue
        for column in block["columns"]:
            code = _code(block, row, column)
            words = (row.get("title") or _last_label(row), column.get("title", ""))
            yield Cell(
                code,
                _measure(_merged(block, row, column)),
                title="·".join(word for word in (grid.get("name", ""), *words) if word),
                unit=row.get("unit", column.get("unit", block.get("unit", "件"))),
                signed=column.get("signed", False),
                sums=tuple(_sums(block, row, column)),
            )


def _code(block: Mapping[str, Any], row: Mapping[str, Any], column: Mapping[str, Any]) -> str:
    return str(block["code"]).format(row=row["key"], column=column.get("key", ""))


def _sums(
    block: Mapping[str, Any], row: Mapping[str, Any], column: Mapping[str, Any]
) -> Iterator[Sum]:
    """What adds up to this cell: a row may sum rows, a column may sum columns."""
    if "sum" in row:
        yield Sum(row["rule"], tuple(_code(block, {"key": key}, column) for key in row["sum"]))
    if "sum" in column:
        yield Sum(column["rule"], tuple(_code(block, row, {"key": key}) for key in column["sum"]))


def _merged(*levels: Mapping[str, Any]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    for level in levels:
        asked |= level.get("count", {})
    return asked


def _measure(asked: Mapping[str, Any]) -> Measure:
    where = {name: value for name, value in asked.items() if name != "of"}
    return Measure(
        asked["of"],
        tuple(
            (name, frozenset([value] if isinstance(value, str) else value))
            for name, value in sorted(where.items())
        ),
    )


def _last_label(row: Mapping[str, Any]) -> str:
    labels = [label["text"] for label in row.get("labels", ()) if label.get("title", True)]
    return str(labels[-1]).strip("　 ") if labels else ""


def _block_rows(block: Mapping[str, Any]) -> Iterator[Sequence[GridCell]]:
    for head in block.get("heads", ()):
        yield [
            GridCell(one["text"], "head", one.get("rows", 1), one.get("columns", 1)) for one in head
        ]
    for row in block["rows"]:
        labels = [
            GridCell(one["text"], "label", one.get("rows", 1), one.get("columns", 1))
            for one in row.get("labels", ())
        ]
        yield labels + [
            GridCell(
                _code(block, row, column) if "key" in row else "",
                "figure" if "key" in row else "label",
                1,
                column.get("columns", 1),
            )
            for column in block["columns"]
        ]


def _identities(data: Mapping[str, Any], cells: Mapping[str, Cell]) -> Iterator[Identity]:
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


def _phrase(data: Mapping[str, Any]) -> Phrase:
    return Phrase(data["text"], tuple(data.get("nonzero", ())), tuple(data.get("zero", ())))


def _chapter(data: Mapping[str, Any]) -> Chapter:
    return Chapter(
        data["title"],
        tuple(data.get("grids", ())),
        data.get("written", False),
        tuple(_phrase(one) for one in data.get("phrases", ())),
    )


def fields_in(text: str) -> list[str]:
    """The names of the 【fields】 in a text, in order."""
    return [part.split("】")[0] for part in text.split("【")[1:] if "】" in part]
