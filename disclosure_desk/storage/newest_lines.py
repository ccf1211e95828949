"""What others have changed since a line of the journal, for windows that show it already.

Asked for every few seconds instead of told by the server: the same question serves a file that
two programs have open, and servers that speak PostgreSQL's protocol without its LISTEN, or
through a pool that does not pass it on. While nothing happens it is one look at a primary key.
"""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.journal import JournalEntry, journal_change
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import RequestEvent

_MOST_LINES = 2_000
_KINDS = {model.__tablename__: kind for kind, model in MODELS.items()} | {
    RequestEvent.__tablename__: "request",
    Letter.__tablename__: "request",
    Department.__tablename__: "office",
}
_EVERY_KIND = frozenset(MODELS)


@dataclass(frozen=True, slots=True)
class News:
    """The newest line there is; which kinds others changed since, which records, and who."""

    newest: int
    kinds: frozenset[str] = frozenset()
    records: frozenset[tuple[str, int]] = frozenset()
    who: tuple[str, ...] = ()


def newest_line(session: Session) -> int:
    """The line of the journal that was written last."""
    return session.scalar(select(func.max(JournalEntry.id))) or 0


def news_since(session: Session, line: int, own: Collection[int]) -> News:
    """What others changed after a line; `own` are the first lines of this program's changes."""
    newest = newest_line(session)
    if newest <= line:
        return News(newest)
    first_line = journal_change.columns.first_line
    begun = select(first_line).where(first_line > line).order_by(first_line)
    changes = list(session.scalars(begun))
    columns = (JournalEntry.id, JournalEntry.kind, JournalEntry.record_id, JournalEntry.last_id)
    lines = select(*columns, JournalEntry.actor).where(JournalEntry.id > line)
    found = session.execute(lines.order_by(JournalEntry.id).limit(_MOST_LINES + 1)).all()
    others = [one for one in found if _change_of(one.id, changes) not in own]
    kinds = {_KINDS.get(one.kind, one.kind) for one in others}
    if len(found) > _MOST_LINES:  # an import: whatever is shown may have changed
        kinds |= _EVERY_KIND
    single = (one for one in others if one.last_id is None)
    records = {_record(session, one.kind, one.record_id) for one in single}
    records.discard(None)
    who = tuple(dict.fromkeys(one.actor for one in others))
    told = frozenset(one for one in records if one is not None)
    return News(newest, frozenset(kinds), told, who)


def _change_of(line: int, changes: list[int]) -> int:
    """The first line of the change that a line belongs to."""
    place = bisect_right(changes, line)
    return changes[place - 1] if place else 0


def _record(session: Session, table: str, record_id: int) -> tuple[str, int] | None:
    """The record that a line tells of; of a step the request that it belongs to."""
    if table == RequestEvent.__tablename__:
        owner = session.scalar(select(RequestEvent.request_id).where(RequestEvent.id == record_id))
        return None if owner is None else ("request", owner)
    kind = _KINDS.get(table)
    return (kind, record_id) if kind in MODELS and table == MODELS[kind].__tablename__ else None
