"""What an official form consists of: cells and what fills them, relations, chapters, phrases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from disclosure_desk.statistics.grid import Grid


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: the records of a base that have one of these values in each attribute."""

    of: str
    where: tuple[tuple[str, frozenset[str]], ...] = ()

    def asks(self, attribute: str) -> frozenset[str]:
        """The values asked for in an attribute; empty when any will do."""
        return dict(self.where).get(attribute, frozenset())

    @property
    def at(self) -> str:
        """When a stock is read: `end` or `previous` end of the period; `change`: between them."""
        return next(iter(self.asks("at")), "end")


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
    sums: tuple[Sum, ...] = ()

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

    It is said when any of `nonzero` (if given) is not zero and all of `zero` are. One that is
    said `always` stands also below what the clerk wrote; `new` begins a paragraph.
    """

    text: str
    nonzero: tuple[str, ...] = ()
    zero: tuple[str, ...] = ()
    always: bool = False
    new: bool = False

    def fits(self, figures: Mapping[str, Any]) -> bool:
        """Whether the sentence is true of these figures."""
        if any(figures[code] for code in self.zero):
            return False
        return not self.nonzero or any(figures[code] for code in self.nonzero)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter under its own heading: «（一）主动公开»."""

    title: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the annual report: its title, what is said in it, and its tables.

    `written` chapters live from the clerk's own words; `longest` is the number of characters
    that the form allows (0: any); `notes` stand below the tables.
    """

    title: str
    grids: tuple[str, ...] = ()
    written: bool = False
    phrases: tuple[Phrase, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Phrase, ...] = ()
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows the report on a page of its own: tables with the lines around them."""

    label: str
    grids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line above or below the table on paper: its pieces, spread over the width, or centred."""

    pieces: tuple[str, ...]
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ListField:
    """A 【field】 that lists what is not zero: «予以公开3件、部分公开1件»."""

    unit: str
    items: tuple[tuple[str, tuple[str, ...]], ...]


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
    above: tuple[SheetLine, ...] = ()
    below: tuple[SheetLine, ...] = ()
    annexes: tuple[Annex, ...] = ()
    cell_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    list_fields: Mapping[str, ListField] = field(default_factory=dict)

    def covers(self, year: int) -> bool:
        """Whether the form was in use for reports of this year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @property
    def printed_grids(self) -> tuple[str, ...]:
        """The ids of the tables in the order of the report: those of its chapters, then annexes."""
        inside = (id_ for one in self.chapters for id_ in one.grids)
        behind = (id_ for one in self.annexes for id_ in one.grids)
        return (*inside, *behind)

    def grid(self, id_: str) -> Grid:
        """The printed table of this id. Raises KeyError if the edition has none."""
        return {grid.id: grid for grid in self.grids}[id_]
