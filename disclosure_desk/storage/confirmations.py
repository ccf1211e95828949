"""What waits for a second person's confirmation (待复核), and what still stands confirmed.

Whether a record waits is never stored: it follows from what the office wants, from its day, and
from whether the newest saying about it still stands. A saying stands while the record has the
fingerprint that it had then; every commit looks at the records that it touched, whichever
command, import or undo wrote them. An office in which nothing was ever confirmed is not looked
at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    event,
    exists,
    func,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.orm import Session, UOWTransaction

from disclosure_desk.records.base import Base
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.confirmation import (
    CLOSED_YEAR,
    ENDED_ON,
    FIELDS_CONFIRMED,
    MODELS,
    RETURNED,
    WAITING,
    Confirmable,
    Confirmation,
    ConfirmationWanted,
    fingerprint_of,
)
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.changes import effects_told
from disclosure_desk.storage.journal_batches import lines_of

_SAID: Any = Confirmation.__table__
_WANTED: Any = ConfirmationWanted.__table__
_AT_ONCE = 400
# The columns of an ending, whose author may not confirm it whoever changed the rest.
_ENDING = {"publication": ("published_on", "channels")}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that waits: its number and title, its day, and why it was returned, if it was."""

    kind: str
    record_id: int
    number: str
    title: str
    ended_on: date
    state: str
    note: str = ""


# ---------------------------------------------------------------------------- asking


def ended_on(kind: str) -> ColumnElement[Any]:
    """The day from which a record of a kind is to be confirmed; empty while it is open."""
    table: Any = MODELS[kind].__table__
    day: ColumnElement[Any] = table.c[ENDED_ON[kind]]
    return day


def state_of(kind: str) -> ColumnElement[Any]:
    """待复核, 已退回 or 已复核 of each record of a kind; empty where nobody wants it confirmed."""
    table: Any = MODELS[kind].__table__
    wanted = exists().where(_WANTED.c.kind == kind, _WANTED.c.since <= ended_on(kind))
    verdict = (
        select(_SAID.c.verdict)
        .where(_SAID.c.kind == kind, _SAID.c.record_id == table.c.id, _SAID.c.stands)
        .limit(1)
        .scalar_subquery()
    )
    return case((wanted, func.coalesce(verdict, literal(WAITING, String()))), else_=null())


def _unconfirmed(kind: str) -> ColumnElement[bool]:
    table: Any = MODELS[kind].__table__
    open_again = [table.c.reopened_on.is_(None)] if kind == CLOSED_YEAR else []
    return and_(state_of(kind).in_((WAITING, RETURNED)), *open_again)


def waiting(session: Session, *, year: int | None = None) -> list[Waiting]:
    """All that waits or was returned, the longest first; of a year those that ended in it."""
    found = [one for kind in _wanted_kinds(session) for one in _waiting_of(session, kind, year)]
    return sorted(found, key=lambda one: (one.ended_on, one.kind, one.record_id))


def _waiting_of(session: Session, kind: str, year: int | None) -> Iterator[Waiting]:
    day = ended_on(kind)
    asked = _naming(kind).where(_unconfirmed(kind))
    if year is not None:
        asked = asked.where(day.between(date(year, 1, 1), date(year, 12, 31)))
    for id_, number, title, on, state, note in session.execute(asked):
        yield Waiting(kind, id_, str(number or ""), str(title or ""), on, state, note or "")


def _naming(kind: str) -> Select[Any]:
    table: Any = MODELS[kind].__table__
    number, title = {
        "request": lambda: (table.c.number, table.c.content),
        "publication": lambda: (table.c.number, table.c.title),
        CLOSED_YEAR: lambda: (table.c.year, table.c.reason),
    }[kind]()
    note = (
        select(_SAID.c.note)
        .where(_SAID.c.kind == kind, _SAID.c.record_id == table.c.id, _SAID.c.stands)
        .limit(1)
        .scalar_subquery()
    )
    return select(table.c.id, number, title, ended_on(kind), state_of(kind), note)


def _wanted_kinds(session: Session) -> Sequence[str]:
    return session.scalars(select(ConfirmationWanted.kind).order_by(ConfirmationWanted.id)).all()


def state_now(session: Session, kind: str, record_id: int) -> str | None:
    """The state of one record; None where nobody wants it confirmed, or it is gone."""
    model = MODELS[kind]
    return session.scalar(select(state_of(kind)).where(model.id == record_id))


def sayings(session: Session, kind: str, record_id: int) -> list[Confirmation]:
    """All that reviewers said about a record, the oldest first."""
    said = select(Confirmation).where(
        Confirmation.kind == kind, Confirmation.record_id == record_id
    )
    return list(session.scalars(said.order_by(Confirmation.id)))


# ---------------------------------------------------------------------------- who typed it


def typed_by(session: Session, record: Confirmable) -> set[str]:
    """Who wrote what is to be confirmed: the ending as it stands, and the last change of it all.

    By the names in the journal, which are those of the time.
    """
    if isinstance(record, ClosedYear):
        return {record.signed_by}
    kind = "request" if isinstance(record, Request) else "publication"
    own = FIELDS_CONFIRMED[kind]
    authors = _newest(session, record.__tablename__, [record.id], own)
    if isinstance(record, Request):
        endings = [one.id for one in record.events if one.kind in FINISHING]
        names = ("happened_on", "outcome", "reply_number", "kind")
        for one in endings:
            authors |= _newest(session, RequestEvent.__tablename__, [one], names)
    else:
        authors |= _newest(session, record.__tablename__, [record.id], _ENDING[kind])
    return authors


def _newest(session: Session, table: str, ids: Sequence[int], names: Sequence[str]) -> set[str]:
    """Who wrote the newest line that tells of one of these columns."""
    lines = sorted(lines_of(session, table, ids), key=lambda line: line.id, reverse=True)
    for line in lines:
        for effect in effects_told([line]):
            told = {**(effect.before or {}), **(effect.after or {})}
            if any(name in told for name in names):
                return {line.actor}
    return set()


# ---------------------------------------------------------------------------- what stands


def watch(sessions: type[Session]) -> None:
    """Let whatever these sessions write end the confirmations that it does not fit any more."""
    event.listen(sessions, "after_flush", _note_touched)
    event.listen(sessions, "before_commit", _settle_touched)


def _note_touched(session: Session, _context: UOWTransaction) -> None:
    """Remember which records a flush wrote that may have been confirmed."""
    standing = session.info.get("standing")
    every = (*session.new, *session.dirty, *session.deleted)
    said = [one for one in every if isinstance(one, Confirmation)]
    if standing is None or not (standing.has_confirmations or said):
        return
    touched: set[tuple[str, int]] = session.info.setdefault("maybe_confirmed", set())
    touched.update((one.kind, one.record_id) for one in said)
    touched.update(place for one in every if (place := _place(one)) is not None)


def _place(record: Base) -> tuple[str, int] | None:
    if isinstance(record, RequestEvent):
        return "request", record.request_id
    kind = {Request: "request", Publication: "publication"}.get(type(record))
    return None if kind is None else (kind, record.id)


def _settle_touched(session: Session) -> None:
    """Before a commit: what was said stands for the records that are still what they were."""
    if session.in_nested_transaction():
        return
    session.flush()
    touched: set[tuple[str, int]] = session.info.pop("maybe_confirmed", set())
    for kind in {kind for kind, _ in touched}:
        settle(session, kind, [id_ for one, id_ in touched if one == kind])


def settle(session: Session, kind: str, record_ids: Iterable[int]) -> None:
    """Find out anew whether what was said of these records stands; the newest saying counts."""
    ids = sorted(record_ids)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        said = select(_SAID.c.id, _SAID.c.record_id, _SAID.c.fingerprint, _SAID.c.stands)
        asked = said.where(_SAID.c.kind == kind, _SAID.c.record_id.in_(some))
        rows = session.execute(asked.order_by(_SAID.c.id)).all()
        newest = {row.record_id: row.id for row in rows}
        for row in rows:
            stands = row.id == newest[row.record_id] and (
                row.fingerprint == _fingerprint_now(session, kind, row.record_id)
            )
            if stands != bool(row.stands):
                session.execute(
                    update(_SAID).where(_SAID.c.id == row.id).values(stands=stands),
                    execution_options={"synchronize_session": False},
                )


def _fingerprint_now(session: Session, kind: str, record_id: int) -> str:
    record = session.get(MODELS[kind], record_id)
    return fingerprint_of(record) if isinstance(record, Confirmable) else ""
