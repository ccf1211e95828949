"""Names the records that lines of the journal tell of: by number and title, as a clerk would."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.confirmation import CONFIRMATION
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.journal_batches import EVENT, values_in

_NAMING = {
    "publication": ("number", "title"),
    "request": ("number", "content"),
    "dispute": ("number",),
    "indicator_entry": ("dated_on", "indicator"),
    "report_text": ("year", "chapter"),
    "office": ("name",),
    "department": ("name",),
    "export": ("file",),
    "look": ("number",),
    "security": ("what",),
    "letter": ("number", "file_name"),
    "closed_year": ("year",),
    "published_carry": ("year",),
    "report_signing": ("year",),
    "finding_answer": ("year", "rule"),
    "rule_off": ("rule",),
    "subordinate_unit": ("name",),
    "handover": ("file_name",),
    "person": ("name",),
}
_YEARLY = ("closed_year", "published_carry", "report_signing")


def names_of(session: Session, entries: Sequence[JournalEntry]) -> dict[int, str]:
    """What the record of each line is called now, or was called when it was removed.

    A line of many is called by its first record and the number of them.
    """
    told = {entry.id: _record_of(entry) for entry in entries}
    unknown = [one.record_id for one in entries if told[one.id][0] == EVENT]
    if unknown:
        owners = _owners(session, unknown)
        for entry in entries:
            if entry.kind == EVENT and entry.record_id in owners:
                told[entry.id] = (Request.__tablename__, owners[entry.record_id])
    values = _values(session, set(told.values()))
    names = {}
    for entry in entries:
        kind = told[entry.id][0]
        parts = _parts(kind, values.get(told[entry.id]) or _of_line(entry))
        if entry.last_id is not None:
            parts = [*parts[:1], f"等{entry.last_id - entry.record_id + 1}条"]
        names[entry.id] = _joined(parts)
    return names


def names_together(session: Session, line: JournalEntry) -> dict[int, str]:
    """What the records that a line of many tells of were called when they were entered."""
    rows = list(values_in(line))
    if line.kind != EVENT:
        return {row["id"]: _joined(_parts(line.kind, row)) for row in rows}
    kind = Request.__tablename__
    requests = _values(session, {(kind, row["request_id"]) for row in rows})
    names = {}
    for row in rows:
        number = _parts(kind, requests.get((kind, row["request_id"]), {}))[:1]
        step = EVENT_KINDS[row["kind"]].label if row["kind"] in EVENT_KINDS else row["kind"]
        names[row["id"]] = _joined([*number, step, row.get("happened_on") or ""])
    return names


def _record_of(entry: JournalEntry) -> tuple[str, int]:
    """Kind and key of the record that a line tells of; of a step, its request where it says so."""
    if entry.kind == EVENT:
        request_id = _of_line(entry).get("request_id")
        if isinstance(request_id, int):
            return Request.__tablename__, request_id
    if entry.kind == CONFIRMATION:  # of the record that was confirmed or returned
        told = _of_line(entry)
        return str(told.get("kind", entry.kind)), int(told.get("record_id", entry.record_id))
    return entry.kind, entry.record_id


def _owners(session: Session, events: Sequence[int]) -> dict[int, int]:
    """The requests of steps whose line does not name them; of removed steps from the journal."""
    whole = select(JournalEntry).where(
        JournalEntry.kind == EVENT,
        JournalEntry.record_id.in_(events),
        or_(JournalEntry.before.is_(None), JournalEntry.after.is_(None)),
        JournalEntry.last_id.is_(None),
    )
    told = {one.record_id: _of_line(one).get("request_id") for one in session.scalars(whole)}
    owners = {event: request for event, request in told.items() if isinstance(request, int)}
    present = select(RequestEvent.id, RequestEvent.request_id).where(RequestEvent.id.in_(events))
    return owners | dict(session.execute(present).all())


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


def _parts(kind: str, values: Mapping[str, Any]) -> list[str]:
    """The words of a name."""
    parts = [values.get(name) for name in _NAMING.get(kind, ())]
    if kind == "report_text" and all(parts):
        return [f"{parts[0]}年度第{parts[1]}章"]
    if kind in _YEARLY and all(parts):
        return [f"{parts[0]}年度"]
    choices = FIELDS["indicator"]["indicator"].choices if kind == "indicator_entry" else None
    return [
        choices.label_of(part) if choices is not None and part in choices else str(part)
        for part in parts
        if part not in (None, "")
    ]


def _joined(parts: Sequence[str]) -> str:
    return " ".join(" ".join(parts).split())
