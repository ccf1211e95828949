"""A finished report of any office as it was read: figures by cell, and what is said around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition

# absent: the file has no such cell. doubtful: something stands there that is no single number.
State = Literal["read", "noted", "blank", "doubtful", "absent"]


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What stands in a cell: its number, if it is one, and the text as printed.

    A `noted` cell has a number with a remark behind it: «22（其中修订16件）».
    """

    state: State
    figure: Figure | None = None
    printed: str = ""


ABSENT = ReadCell("absent")


@dataclass(frozen=True, slots=True)
class ReadChapter:
    """A part of the report under a heading of the first rank: «一、总体情况»."""

    title: str
    paragraphs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is said in it, a paragraph a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class OwnFault:
    """What is not as this program writes it, in a file that it wrote: the rule and the words."""

    rule: str
    said: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """One report or table. What could not be read is null, never guessed.

    `opening` is what stands before the first chapter. `tables` are the ids of the form's tables
    that were found, `rows_lost` the labels of rows that no row of the form is called by, and
    `rows_misspelt` those known by their place, with what the form calls them. `own_faults` are
    told only of files in this program's own layout.
    """

    unit: str | None
    year: int | None
    edition: Edition | None
    cells: Mapping[str, ReadCell] = field(default_factory=dict)
    opening: tuple[str, ...] = ()
    chapters: tuple[ReadChapter, ...] = ()
    tables: frozenset[str] = frozenset()
    rows_lost: tuple[str, ...] = ()
    rows_misspelt: tuple[tuple[str, str], ...] = ()
    is_table_only: bool = False
    own_faults: tuple[OwnFault, ...] = ()

    def cell(self, code: str) -> ReadCell:
        """What stands in a cell of the edition."""
        return self.cells.get(code, ABSENT)

    @property
    def figures(self) -> dict[str, Figure | None]:
        """Every cell of the edition with its number; null where there is none."""
        codes = self.edition.cells if self.edition else ()
        return {code: self.cell(code).figure for code in codes}

    def figure(self, code: str) -> Decimal:
        """The number in a cell, a blank as 0."""
        return Decimal(self.cell(code).figure or 0)
