"""A closed year afterwards: signed, today, and the records that explain the difference."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sqlalchemy.orm import Session

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.closing import SignedYear, in_force, signed_of
from disclosure_desk.statistics.edition import Edition, edition_for
from disclosure_desk.statistics.members import Key, Members, Named, members_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import plain
from disclosure_desk.statistics.tally import tally

Way = Literal["entered", "left", "changed"]
WAYS: Mapping[Way, str] = {"entered": "新计入", "left": "不再计入", "changed": "数额有变"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that does not stand in a cell today as it was signed, and by how much."""

    kind: str
    id: int
    named: Named
    way: Way
    difference: Decimal


@dataclass(frozen=True, slots=True)
class Compared:
    """A cell of a closed year: the figure signed, the figure today, and what lies between."""

    code: str
    signed: Figure
    today: Figure
    moved: tuple[Moved, ...]

    @property
    def difference(self) -> Figure:
        """How much more today's figure is than the signed one."""
        return plain(Decimal(self.today) - self.signed)

    @property
    def explained(self) -> Figure:
        """How much of it the records explain: always all."""
        return plain(sum((one.difference for one in self.moved), Decimal(0)))


def compared(session: Session, signed: SignedYear) -> dict[str, Compared]:
    """Every cell of a closed year against the registers of today, in the signed edition.

    Nothing of a year that was taken from a published report: its records are not at hand.
    """
    if signed.taken_from:
        return {}
    edition, period = edition_for(signed.year, signed.edition), Period.of_year(signed.year)
    figures = tally(session, edition, period)
    now = members_of(session, edition, period)
    return {
        code: Compared(code, figure, figures[code], moved(signed.members, code, now, code))
        for code, figure in signed.cells.items()
    }


def moved(before: Members, signed_code: str, now: Members, code: str) -> tuple[Moved, ...]:
    """The records by which two lists differ, in the order of their keys."""
    signed, today = before.lists[signed_code], now.lists[code]
    found = []
    for key in sorted({*signed, *today}):
        if signed.get(key) != today.get(key):
            way: Way = "entered" if key not in signed else "left" if key not in today else "changed"
            difference = today.get(key, Decimal(0)) - signed.get(key, Decimal(0))
            found.append(Moved(*key, _named(key, before, now), way, difference))
    return tuple(found)


def _named(key: Key, before: Members, now: Members) -> Named:
    return now.named[key] if key in now.named else before.named[key]


@dataclass(frozen=True, slots=True)
class Closed:
    """What a year's table tells of its signing: when, by whom, and which figures differ now."""

    on: str
    by: str
    hash: str
    edition: str
    differs: tuple[str, ...]
    taken_from: str = ""

    @property
    def words(self) -> str:
        """The signing in one sentence."""
        if self.taken_from:
            when = f"{self.on}由{self.by}登记"
            return f"数字取自已公布的报告“{self.taken_from}”，{when}，没有记录清单。"
        same = "今天的数字与签发时相同。"
        other = f"今天有{len(self.differs)}个数字与签发时不同：{'、'.join(self.differs)}。"
        return f"已于{self.on}由{self.by}签发；{other if self.differs else same}"

    def as_json(self) -> dict[str, object]:
        """As the command line prints it."""
        return {
            "on": self.on,
            "by": self.by,
            "hash": self.hash,
            "edition": self.edition,
            "differs": list(self.differs),
            **({"taken_from": self.taken_from} if self.taken_from else {}),
        }


def closing_of(
    session: Session, edition: Edition, year: int, figures: Mapping[str, Figure]
) -> Closed | None:
    """The signing of a year that is in force, held against the registers of today.

    `figures` are today's in `edition`; they are counted again where another one was signed.
    """
    closed = in_force(session, year)
    if closed is None:
        return None
    signed = signed_of(session, closed)
    on = closed.signed_on.isoformat()
    if signed.taken_from:
        who = closed.signed_by
        return Closed(on, who, closed.sha256, closed.edition, (), signed.taken_from)
    if signed.edition != edition.code:
        figures = tally(session, edition_for(year, signed.edition), Period.of_year(year))
    differs = tuple(code for code, figure in signed.cells.items() if figure != figures[code])
    return Closed(on, closed.signed_by, closed.sha256, closed.edition, differs)
