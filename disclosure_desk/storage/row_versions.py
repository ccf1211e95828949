"""The version of a row: the newest line of the journal that tells of it.

Every way to change a record writes such a line in the same transaction, and writers take turns,
so a version only grows, on a file and on a server alike, and it tells who and when as well. A
column of its own would have to be kept in step by every import, undo and merge, and would cost
each of them a statement or a field that no reader wants.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import RequestEvent

_EVENT = RequestEvent.__tablename__
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed a record, where and when, and which columns; `removed` when it is gone."""

    line: int
    actor: str
    computer: str
    recorded_at: datetime  # UTC
    columns: frozenset[str]
    removed: bool = False

    @property
    def words(self) -> str:
        """«王芳（11-22 14:30）», by the clock of this computer."""
        at = self.recorded_at.replace(tzinfo=UTC).astimezone()
        return f"{self.actor}（{at:%m-%d %H:%M}）"


def version_of(session: Session, kind: str, record_id: int) -> int:
    """The version of a record as it is now; a request's steps are a part of it."""
    newest = select(func.max(JournalEntry.id)).where(_about(kind, record_id))
    return session.scalar(newest) or 0


def changes_since(session: Session, kind: str, record_id: int, version: int) -> list[Change]:
    """What was changed in a record since a version of it, the newest first."""
    lines = select(JournalEntry).where(_about(kind, record_id), JournalEntry.id > version)
    newest = lines.order_by(JournalEntry.id.desc()).limit(_MOST_LINES)
    own = MODELS[kind].__tablename__
    return [_change(line, own) for line in session.scalars(newest)]


def changes_of_row(session: Session, table: str, row_id: int) -> list[Change]:
    """What was changed in one row of a table, the newest first."""
    about = and_(JournalEntry.kind == table, JournalEntry.record_id == row_id)
    lines = select(JournalEntry).where(about).order_by(JournalEntry.id.desc()).limit(_MOST_LINES)
    return [_change(line, table) for line in session.scalars(lines)]


def changes_of_step(session: Session, event_id: int) -> list[Change]:
    """What was changed in a step of a request, the newest first."""
    return changes_of_row(session, _EVENT, event_id)


def words_of_step(session: Session, event_id: int) -> str:
    """Who changed a step last, or took it away; "" where the journal tells nothing."""
    told = changes_of_step(session, event_id)
    return told[0].words if told else ""


def changer_of(changes: Collection[Change], columns: Collection[str]) -> Change | None:
    """The newest of these changes that touched one of the columns, else the newest of all."""
    wanted = {"department_id" if name == "department" else name for name in columns}
    touching = (one for one in changes if one.columns & wanted)
    return next(touching, next(iter(changes), None))


def _about(kind: str, record_id: int) -> ColumnElement[bool]:
    own = and_(JournalEntry.kind == MODELS[kind].__tablename__, JournalEntry.record_id == record_id)
    if kind != "request":
        return own
    steps = select(RequestEvent.id).where(RequestEvent.request_id == record_id)
    of_steps = (JournalEntry.kind == _EVENT) & JournalEntry.record_id.in_(steps)
    # What is removed tells all its values, among them the request.
    belongs = [f'"request_id": {record_id}{end}' for end in (",", "}")]
    gone = (
        (JournalEntry.kind == _EVENT)
        & JournalEntry.after.is_(None)
        & or_(*(JournalEntry.before.contains(words) for words in belongs))
    )
    return or_(own, of_steps, gone)


def _change(line: JournalEntry, own: str) -> Change:
    told = json.loads(line.after or line.before or "{}")
    columns = frozenset(told) if line.last_id is None else frozenset[str]()
    removed = line.kind == own and line.after is None
    return Change(line.id, line.actor, line.computer, line.recorded_at, columns, removed)
