"""What a change of the calendar does to an office: open requests get new due dates, with a line.

Due dates are never stored, so nothing has to be written for them; the journal says which moved.
Answered requests keep the due date by which they were judged.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.open_requests import open_requests
from disclosure_desk.storage.journal import begin_step, note

KIND = "calendar"
_Days = Mapping[str, Iterable[str]]  # by year: weekdays off, and weekend days worked


def calendar_changed(session: Session, before: WorkingDays, after: WorkingDays) -> Done | None:
    """Journal which open requests got another due date; None where the days are the same."""
    days = _days(after)
    if days == _days(before):
        return None
    moved = dict(_moved(session, before, after))
    step = "修改节假日安排"
    begin_step(session, step)
    note(session, KIND, max(after.years), {"days": days, "due": moved})
    return Done(step, frozenset({"request"}), 0)


def follows(session: Session, current: WorkingDays) -> bool:
    """Whether the office was last used with these days; its newest line on them tells."""
    return _last_days(session) == _days(current)


def follow_calendar(session: Session, current: WorkingDays) -> Done | None:
    """The same when an office is opened that was last used with other days."""
    known = _last_days(session)
    if known is None:
        begin_step(session, "启用节假日安排")
        note(session, KIND, max(current.years), {"days": _days(current)})
        return None
    before = {int(year): map(date.fromisoformat, days) for year, days in known.items()}
    return calendar_changed(session, WorkingDays.exchanging(before), current)


def _last_days(session: Session) -> _Days | None:
    line = session.scalars(
        select(JournalEntry.after)
        .where(JournalEntry.kind == KIND)
        .order_by(JournalEntry.id.desc())
        .limit(1)
    ).one_or_none()
    return None if line is None else json.loads(line)["days"]


def _days(calendar: WorkingDays) -> dict[str, list[str]]:
    return {
        str(year): [day.isoformat() for days in calendar.exchanged(year) for day in days]
        for year in calendar.years
    }


def _moved(
    session: Session, before: WorkingDays, after: WorkingDays
) -> Iterator[tuple[str, list[str | None]]]:
    """The open requests whose due date is another one now: the old one and the new one."""
    earlier = {one.id: one.due for one in open_requests(session, before)}
    for one in open_requests(session, after):
        if earlier[one.id] != one.due:
            yield one.number, [_iso(earlier[one.id]), _iso(one.due)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
