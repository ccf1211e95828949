"""One search over all registers: a number, words in any part, or first letters of pinyin."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import FIELDS, Card, shown
from disclosure_desk.storage.register_columns import register_table
from disclosure_desk.storage.row_conditions import matching

# What a record is called, and when it was: the first of these that is filled.
_NAMED = {
    "publication": ("title",),
    "request": ("applicant_name", "content"),
    "dispute": ("kind", "request_number"),
    "indicator": ("indicator", "amount"),
}
_DATED = {
    "publication": ("published_on", "made_on"),
    "request": ("received_on",),
    "dispute": ("accepted_on",),
    "indicator": ("dated_on",),
}
MOST_OF_A_KIND = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found: `exact` where what was typed is its number."""

    kind: str
    id: int
    number: str
    name: str
    day: date | None
    exact: bool = False


def find_anywhere(session: Session, words: str, most: int = MOST_OF_A_KIND) -> list[Found]:
    """The records that have all these words: of that number first, then the newest of each kind.

    At most so many of a kind; none without a word.
    """
    if not words.strip():
        return []
    exact: list[Found] = []
    others: list[Found] = []
    for kind in _NAMED:
        table = register_table(kind)
        numbered = _of_number(kind, words.strip()) if "number" in table.c else None
        if numbered is not None:
            exact += _read(session, kind, _select(kind).where(numbered), exact=True)
        condition = matching(session.connection(), kind, table, words)
        if condition is None:
            continue
        asked = _select(kind).where(condition).order_by(table.c.id.desc()).limit(most)
        known = {one.id for one in exact if one.kind == kind}
        others += [one for one in _read(session, kind, asked) if one.id not in known]
    return exact + others


def _of_number(kind: str, number: str) -> ColumnElement[bool]:
    column = register_table(kind).c
    if kind != "publication":
        return column.number == number
    return or_(column.number == number, column.document_number == number)


def _select(kind: str) -> Select[Any]:
    column = register_table(kind).c
    names = ("number",) if "number" in column else ()
    return select(column.id, *(column[name] for name in (*names, *_NAMED[kind], *_DATED[kind])))


def _read(session: Session, kind: str, asked: Select[Any], *, exact: bool = False) -> list[Found]:
    found = []
    for row in session.execute(asked).mappings():
        card: Card = dict(row)
        named = [
            shown(FIELDS[kind][name], value)
            for name in _NAMED[kind]
            if (value := card[name]) is not None
        ]
        days = [card[name] for name in _DATED[kind]]
        day = next((one for one in days if isinstance(one, date)), None)
        number = str(card.get("number") or "")
        found.append(Found(kind, row["id"], number, "　".join(named), day, exact))
    return found
