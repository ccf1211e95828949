"""Reads the journal of the whole office, newest first, a page at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, tuple_
from sqlalchemy.orm import Session

from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import FIELDS, KIND_LABELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import EVENT_KINDS, Request, RequestEvent

# What the journal calls its lines, in the words of the desk.
KINDS = {
    "publication": KIND_LABELS["publication"],
    "request": KIND_LABELS["request"],
    "request_event": "依申请公开步骤",
    "dispute": KIND_LABELS["dispute"],
    "indicator_entry": KIND_LABELS["indicator"],
    "report_text": "年度报告",
    "office": KIND_LABELS["office"],
    "department": "科室",
    "export": "导出",
}
# What is looked for together.
GROUPS = {
    "publication": ("publication",),
    "request": ("request", "request_event"),
    "dispute": ("dispute",),
    "indicator_entry": ("indicator_entry",),
    "report_text": ("report_text",),
    "office": ("office", "department"),
    "export": ("export",),
}
_NAMING = {
    "publication": ("number", "title"),
    "request": ("number", "content"),
    "dispute": ("number",),
    "indicator_entry": ("dated_on", "indicator"),
    "report_text": ("year", "chapter"),
    "office": ("name",),
    "department": ("name",),
    "export": ("file",),
}
_REQUESTS_FOLLOWED = 20


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A line of the journal, with the number and title of the record that it tells of."""

    entry: JournalEntry
    name: str


def journal_page(
    session: Session, *, words: str = "", group: str = "", below: int | None = None, size: int
) -> list[JournalLine]:
    """The newest lines with an id under `below` (of all, when left out), at most `size`.

    Every one of the words must stand in the step, the actor, the values of the line, or in
    the record as it was entered or removed. `group` is one of GROUPS.
    """
    statement: Select[JournalEntry] = select(JournalEntry)
    if below is not None:
        statement = statement.where(JournalEntry.id < below)
    if group:
        statement = statement.where(JournalEntry.kind.in_(GROUPS[group]))
    for word in words.split():
        statement = statement.where(_mentions(session, word))
    entries = session.scalars(statement.order_by(JournalEntry.id.desc()).limit(size)).all()
    names = _names(session, entries)
    return [JournalLine(entry, names[entry.id]) for entry in entries]


# ---------------------------------------------------------------------------- looking for words


def _mentions(session: Session, word: str) -> ColumnElement[bool]:
    written = json.dumps(word, ensure_ascii=False)[1:-1]
    values = _hold((written, *_slugs(word)))
    whole = or_(JournalEntry.before.is_(None), JournalEntry.after.is_(None))
    of_record = select(JournalEntry.kind, JournalEntry.record_id).where(whole, values)
    return or_(
        JournalEntry.step.contains(word, autoescape=True),
        JournalEntry.actor.contains(word, autoescape=True),
        JournalEntry.computer.contains(word, autoescape=True),
        values,
        tuple_(JournalEntry.kind, JournalEntry.record_id).in_(of_record),
        _of_requests(session, written),
    )


def _hold(texts: Iterable[str]) -> ColumnElement[bool]:
    return or_(
        *(
            column.contains(text, autoescape=True)
            for text in texts
            for column in (JournalEntry.before, JournalEntry.after)
        )
    )


def _slugs(word: str) -> Iterator[str]:
    """The journal keeps choices by their slugs; a reader looks for their labels."""
    for fields in FIELDS.values():
        for name, field in fields.items():
            for term in field.choices or ():
                if word in term.label:
                    yield from _pairs(name, json.dumps(term.slug))
    for kind in EVENT_KINDS.values():
        if word in kind.label:
            yield from _pairs("kind", json.dumps(kind.slug))


def _pairs(name: str, value: str) -> tuple[str, str]:
    """A value under its name as Python writes it and as SQLite does."""
    return f'"{name}": {value}', f'"{name}":{value}'


def _of_requests(session: Session, written: str) -> ColumnElement[bool]:
    """The steps of the newest requests with these words: they name their request by its key."""
    whole = or_(JournalEntry.before.is_(None), JournalEntry.after.is_(None))
    found = select(JournalEntry.record_id).where(
        JournalEntry.kind == Request.__tablename__, whole, _hold([written])
    )
    ids = session.scalars(
        found.distinct().order_by(JournalEntry.record_id.desc()).limit(_REQUESTS_FOLLOWED)
    ).all()
    if not ids:
        return false()
    texts = [text for id_ in ids for text in _pairs("request_id", f"{id_},")]
    return and_(JournalEntry.kind == RequestEvent.__tablename__, _hold(texts))


# ---------------------------------------------------------------------------- names of records


def _names(session: Session, entries: Sequence[JournalEntry]) -> dict[int, str]:
    told = {entry.id: _record_of(entry) for entry in entries}
    unknown = [one.record_id for one in entries if told[one.id][0] == RequestEvent.__tablename__]
    if unknown:
        owners = _owners(session, unknown)
        for entry in entries:
            if entry.kind == RequestEvent.__tablename__ and entry.record_id in owners:
                told[entry.id] = (Request.__tablename__, owners[entry.record_id])
    values = _values(session, set(told.values()))
    return {
        entry.id: _name(told[entry.id][0], values.get(told[entry.id], {}), entry)
        for entry in entries
    }


def _record_of(entry: JournalEntry) -> tuple[str, int]:
    """Kind and key of the record that a line tells of; of a step, its request where it says so."""
    if entry.kind == RequestEvent.__tablename__:
        request_id = _of_line(entry).get("request_id")
        if isinstance(request_id, int):
            return Request.__tablename__, request_id
    return entry.kind, entry.record_id


def _owners(session: Session, events: Sequence[int]) -> dict[int, int]:
    """The requests of steps whose line does not name them, from the line that entered them."""
    entered = select(JournalEntry).where(
        JournalEntry.kind == RequestEvent.__tablename__,
        JournalEntry.record_id.in_(events),
        JournalEntry.before.is_(None),
    )
    owners = {one.record_id: _of_line(one).get("request_id") for one in session.scalars(entered)}
    return {event: request for event, request in owners.items() if isinstance(request, int)}


def _values(
    session: Session, records: set[tuple[str, int]]
) -> dict[tuple[str, int], Mapping[str, Any]]:
    """The naming fields of records: as they are, and of removed ones as they were."""
    found: dict[tuple[str, int], Mapping[str, Any]] = {}
    for kind in {kind for kind, _ in records}:
        ids = [id_ for one, id_ in records if one == kind]
        removed = select(JournalEntry).where(
            JournalEntry.kind == kind,
            JournalEntry.record_id.in_(ids),
            JournalEntry.after.is_(None),
        )
        found |= {(kind, one.record_id): _of_line(one) for one in session.scalars(removed)}
        table = Base.metadata.tables.get(kind)
        if table is None or kind not in _NAMING:
            continue
        columns = [table.c[name] for name in _NAMING[kind]]
        rows = session.execute(select(table.c.id, *columns).where(table.c.id.in_(ids)))
        found |= {(kind, row[0]): dict(zip(_NAMING[kind], row[1:], strict=True)) for row in rows}
    return found


def _of_line(entry: JournalEntry) -> dict[str, Any]:
    before: dict[str, Any] = json.loads(entry.before or "{}")
    after: dict[str, Any] = json.loads(entry.after or "{}")
    return before | after


def _name(kind: str, values: Mapping[str, Any], entry: JournalEntry) -> str:
    told = values or _of_line(entry)
    parts = [told.get(name) for name in _NAMING.get(kind, ())]
    if kind == "report_text" and all(parts):
        return f"{parts[0]}年度第{parts[1]}章"
    choices = FIELDS["indicator"]["indicator"].choices if kind == "indicator_entry" else None
    words = [
        choices.label_of(part) if choices is not None and part in choices else str(part)
        for part in parts
        if part not in (None, "")
    ]
    return " ".join(" ".join(words).split())
