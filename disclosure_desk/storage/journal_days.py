"""The day on which what a line of the journal tells of took effect, beside the day it was told.

A reply of 3 March that is entered on the 5th has both days: 办结日期 is the record's own, the
time of the line is when somebody wrote it down.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.changes import table_of
from disclosure_desk.storage.journal_batches import EVENT

# The first of these that a line tells of is its day; else the first that its record has.
_DAYS = {
    "publication": ("repealed_on", "published_on", "made_on"),
    "request": ("anonymised_on", "finished_on", "extended_on", "received_on"),
    EVENT: ("happened_on",),
    "dispute": ("concluded_on", "accepted_on"),
    "indicator_entry": ("dated_on",),
    "letter": ("made_on",),
    "closed_year": ("reopened_on", "signed_on"),
    "report_signing": ("issued_on", "reviewed_on", "filled_on"),
    "finding_answer": ("answered_on",),
    "rule_off": ("switched_on",),
    "department": ("out_of_use_since",),
}
# By these a record came to be: the day of a change that touches no day at all.
_BEGUN = {"publication": ("made_on",), "request": ("received_on",), "dispute": ("accepted_on",)}

Days = dict[tuple[int, int], str]  # ISO, by the key of the line and that of the record


def effective_days(session: Session, entries: Sequence[JournalEntry]) -> Days:
    """The day of each line that has one; lines of many records and of the office have none."""
    found: Days = {}
    others: dict[str, set[int]] = {}
    for entry in entries:
        if entry.kind not in _DAYS or entry.last_id is not None:
            continue
        if day := _told_day(entry):
            found[entry.id, entry.record_id] = day
        else:
            others.setdefault(entry.kind, set()).add(entry.record_id)
    known = {kind: _days_of(session, kind, ids) for kind, ids in others.items()}
    for entry in entries:
        place = entry.id, entry.record_id
        if place not in found and entry.record_id in known.get(entry.kind, {}):
            found[place] = known[entry.kind][entry.record_id]
    return found


def _told_day(entry: JournalEntry) -> str:
    before, after = _read(entry.before), _read(entry.after)
    names: Iterable[str] = _DAYS[entry.kind]
    if entry.before is None or entry.after is None:  # the whole record: when it came to be
        names = (*_BEGUN.get(entry.kind, ()), *names)
    return next((str(one[name]) for name in names for one in (after, before) if one.get(name)), "")


def _read(text: str | None) -> Mapping[str, Any]:
    told: Mapping[str, Any] = json.loads(text or "{}")
    return told


def _days_of(session: Session, kind: str, ids: set[int]) -> dict[int, str]:
    """The days of records as they are, of those that are gone as they were when removed."""
    found: dict[int, str] = {}
    removed = select(JournalEntry).where(
        JournalEntry.kind == kind,
        JournalEntry.record_id.in_(ids),
        JournalEntry.after.is_(None),
    )
    for line in session.scalars(removed):
        if day := _told_day(line):
            found[line.record_id] = day
    table = table_of(kind)
    if table is None:
        return found
    names = _BEGUN.get(kind) or _DAYS[kind]
    columns = [table.columns[name] for name in names]
    for row in session.execute(select(table.columns.id, *columns).where(table.columns.id.in_(ids))):
        if day := next((str(one) for one in row[1:] if one), ""):
            found[row[0]] = day
    return found
