"""Numbers of records (编号): the next one of a year, as forms propose it and saves give it.

Writers of a database take turns, so within a writing transaction nobody else is given the same
one: clerks who save what was proposed to them get numbers that follow each other without a gap.
"""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, func, select

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.index_numbers import proposed_index_number
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, MODELS, Card
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.removed import removed_numbers

if TYPE_CHECKING:
    from sqlalchemy import ColumnCollection
    from sqlalchemy.orm import Session

TAKEN = "L11"
_NUMBERS_LOOKED_AT = 500
_RECORDS_LOOKED_AT = 5_000
_TAIL = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)
_NUMBERED_BY = {"publication": "made_on", "request": "received_on", "dispute": "accepted_on"}


class NumberTaken(Unsound):
    """Somebody else has the number that was typed; `following` is the one that is free."""

    def __init__(self, findings: list[Finding], following: str) -> None:
        super().__init__(findings)
        self.following = following


def proposed_number(session: "Session", kind: str, year: int) -> str:
    """The number after the highest one of the year, written as those are (2025-013).

    The number of a removed record stays used: what was told under it may lie in other papers.
    """
    column = _table(kind).c
    newest = select(column.id, column.number).order_by(column.id.desc())
    # Mostly one of the newest records is of the year: then the million before is left alone.
    lately = newest.limit(_RECORDS_LOOKED_AT).subquery().c
    numbers = _of_year(session, lately, year) or _of_year(session, column, year)
    return number_after([*numbers, *removed_numbers(session, kind, year)], year)


def numbers_in_order(session: "Session", kind: str) -> Callable[[Card], str | None]:
    """Gives one card after the other the next number of its year, as the form proposes it."""
    last: dict[int, str] = {}

    def number_of(card: Card) -> str | None:
        year = year_of(kind, card)
        if year is None:
            return None
        before = last.get(year)
        last[year] = (
            number_after([before], year) if before else proposed_number(session, kind, year)
        )
        return last[year]

    return number_of


def year_of(kind: str, card: Card) -> int | None:
    """The year whose numbers a card belongs to; None while its day is not known."""
    day = card.get(_NUMBERED_BY.get(kind, ""))
    return day.year if isinstance(day, date) else None


def _table(kind: str) -> Table:
    model = MODELS[kind]
    return model.metadata.tables[model.__tablename__]


def _of_year(session: "Session", column: "ColumnCollection[str, Any]", year: int) -> list[str]:
    statement = select(column.number).where(column.number.contains(str(year)))
    newest = statement.order_by(column.id.desc()).limit(_NUMBERS_LOOKED_AT)
    return list(session.scalars(newest))


def number_after(numbers: Iterable[str], year: int) -> str:
    """The number that follows the highest of these; the first of the year if there is none."""
    found = []
    for number in numbers:
        parts = _TAIL.match(number)
        # The year itself is no running number: 〔2025〕 alone says nothing.
        if parts and str(year) in parts[1] and len(parts[2]) < 9:
            found.append((int(parts[2]), len(parts[2]), parts[1], parts[3]))
    if not found:
        return f"{year}-001"
    highest, width, head, tail = max(found)
    return f"{head}{highest + 1:0{width}d}{tail}"


# ---------------------------------------------------------------------------- taken meanwhile


def given_next(
    session: "Session", kind: str, card: Card, proposed: Collection[str], refusal: Unsound
) -> tuple[Card, Finding]:
    """A refused card with the next number in place of a proposed one, and the words for it.

    Raises NumberTaken for a number that somebody typed, which is asked about and not changed,
    and the refusal itself where more than the number is wrong.
    """
    following = _following(session, kind, card)
    if {one.rule for one in errors(refusal.findings)} != {TAKEN} or not following:
        raise refusal
    if "number" not in proposed:
        raise NumberTaken(list(refusal.findings), following) from None
    return {**card, "number": following}, _instead("number", kind, card, following)


def _following(session: "Session", kind: str, card: Card) -> str:
    year = year_of(kind, card)
    return "" if year is None else proposed_number(session, kind, year)


def with_free_index(
    session: "Session", card: Card, proposed: Collection[str]
) -> tuple[Card, list[Finding]]:
    """A published item with the next 索引号 where the proposed one was taken meanwhile."""
    number, year = card.get("index_number"), year_of("publication", card)
    if "index_number" not in proposed or not number or year is None:
        return card, []
    # Taken since it was proposed: by one of the newest, so that the million before is left alone.
    newest = select(func.max(Publication.id) - _RECORDS_LOOKED_AT).scalar_subquery()
    taken = select(Publication.id).where(
        Publication.index_number == number, Publication.id > newest
    )
    if session.scalars(taken.limit(1)).first() is None:
        return card, []
    following = proposed_index_number(session, year)
    if not following:
        return card, []
    words = _instead("index_number", "publication", card, following)
    return {**card, "index_number": following}, [words]


def _instead(name: str, kind: str, card: Card, following: FieldValue) -> Finding:
    label = FIELDS[kind][name].label
    words = f"{label}“{card[name]}”刚被别人用去，这一条编为“{following}”。"
    return Finding("L27", "hint", words, field=name)
