"""Reads the lines of the journal that tell of many records which one step entered together."""

import json
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    FromClause,
    Integer,
    SQLColumnExpression,
    Text,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import FIELDS, MODELS
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.terms import Terms

EVENT = RequestEvent.__tablename__


@dataclass(frozen=True, slots=True)
class Label:
    """A choice of which a word is in the label: the kind of line, the field, what is stored."""

    kind: str
    field: str
    slug: str


def lines_of(session: Session, kind: str, ids: Collection[int]) -> list[JournalEntry]:
    """All that was journalled of these records.

    Where one was entered together with others, its own part, as if it had a line of its own.
    """
    own = select(JournalEntry).where(
        JournalEntry.kind == kind, JournalEntry.record_id.in_(ids), JournalEntry.last_id.is_(None)
    )
    entries = list(session.scalars(own))
    together = lines_entering(session, kind, ids)
    if together:
        for line in session.scalars(select(JournalEntry).where(JournalEntry.id.in_(together))):
            entries += entries_in(line, ids)
    return entries


def lines_entering(session: Session, kind: str, ids: Iterable[int]) -> list[int]:
    """The keys of the lines of many that tell of any of these records."""
    wanted = sorted(ids)
    if not wanted:
        return []
    statement = select(JournalEntry.id, JournalEntry.record_id, JournalEntry.last_id).where(
        JournalEntry.kind == kind,
        JournalEntry.record_id <= wanted[-1],
        JournalEntry.last_id >= wanted[0],
        JournalEntry.last_id.is_not(None),
    )
    return [
        line_id
        for line_id, first, last in session.execute(statement)
        if last is not None
        and (place := bisect_left(wanted, first)) < len(wanted)
        and wanted[place] <= last
    ]


def values_in(
    line: JournalEntry, *, number: Callable[[str], object] = float
) -> Iterator[dict[str, Any]]:
    """The values of every record that a line of many tells of; `number` reads those with a dot."""
    told = json.loads(line.after or "{}", parse_float=number)
    return (dict(zip(told["columns"], row, strict=True)) for row in told["rows"])


def entries_in(line: JournalEntry, ids: Collection[int]) -> Iterator[JournalEntry]:
    """These of the records in a line of many, each as a line of its own would tell it."""
    for values in values_in(line):
        if values["id"] in ids:
            yield JournalEntry(
                id=line.id,
                recorded_at=line.recorded_at,
                actor=line.actor,
                computer=line.computer,
                step=line.step,
                kind=line.kind,
                record_id=values["id"],
                after=json.dumps(values, ensure_ascii=False),
            )


def events_of(session: Session, requests: Collection[int]) -> set[int]:
    """The steps of requests: those that are there, and those that have been removed."""
    if not requests:
        return set()
    present = select(RequestEvent.id).where(RequestEvent.request_id.in_(requests))
    # What is removed tells all its values, among them the request.
    removed = select(JournalEntry.record_id).where(
        JournalEntry.kind == EVENT,
        JournalEntry.after.is_(None),
        or_(*(JournalEntry.before.contains(f'"request_id": {id_},') for id_ in requests)),
    )
    return {*session.scalars(present), *session.scalars(removed)}


# ---------------------------------------------------------------------------- looking for words


def labels_with(word: str) -> list[Label]:
    """The choices that a reader means by a word: the journal keeps their slugs."""
    found = [
        Label(table, name, term.slug)
        for table, name, choices in _choices()
        for term in choices
        if word in term.label
    ]
    steps = (kind for kind in EVENT_KINDS.values() if word in kind.label)
    return found + [Label(EVENT, "kind", kind.slug) for kind in steps]


def _choices() -> Iterator[tuple[str, str, Terms]]:
    """The columns that hold a choice: kind of line, name, and what may be chosen."""
    for kind, fields in FIELDS.items():
        table = MODELS[kind].metadata.tables[MODELS[kind].__tablename__]
        for name, field in fields.items():
            if field.choices is not None and name in table.columns:
                yield table.name, name, field.choices
    for column in RequestEvent.metadata.tables[EVENT].columns:
        if column.info.get("choices") is not None:
            yield EVENT, column.key, column.info["choices"]


def hold_together(
    kind: SQLColumnExpression[str], values: SQLColumnExpression[Any], word: str
) -> ColumnElement[bool]:
    """Whether the values of records, as a line of many writes them, hold a word.

    A choice stands there without its field; no two fields of a kind have a choice in common.
    """
    by_kind: dict[str, list[str]] = {}
    for label in labels_with(word):
        by_kind.setdefault(label.kind, []).append(json.dumps(label.slug))
    return or_(
        values.contains(written(word), autoescape=True),
        *(
            (kind == one) & or_(*(values.contains(slug, autoescape=True) for slug in slugs))
            for one, slugs in by_kind.items()
        ),
    )


def written(word: str) -> str:
    """A word as it stands inside a text of the journal."""
    return json.dumps(word, ensure_ascii=False)[1:-1]


def rows_in(
    session: Session, after: SQLColumnExpression[Any]
) -> tuple[FromClause, ColumnElement[int], ColumnElement[str]]:
    """The rows of a line of many as a table, with the id and the text of each."""
    if session.get_bind().dialect.name == "sqlite":
        each = func.json_each(after, "$.rows").table_valued("value", joins_implicitly=True)
        return each, func.json_extract(each.c.value, "$[0]"), each.c.value
    rows = cast(after, JSON).op("->")("rows")
    each = func.json_array_elements(rows).table_valued("value", joins_implicitly=True)
    return each, cast(each.c.value.op("->>")(0), Integer), cast(each.c.value, Text)
