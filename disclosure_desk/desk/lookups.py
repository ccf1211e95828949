"""Small questions that forms ask while they are filled in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from disclosure_desk.commands.departments import IN_ORDER
from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import MODELS, Card, card_of
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Department, Office
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_clock import happenings_of
from disclosure_desk.storage.journal_batches import EVENT, events_of, lines_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.rules.happenings import Happening
    from disclosure_desk.statistics.case_checks import ProposedStep

_STEPS_LOOKED_AT = 100
_RECORDS_LOOKED_AT = 5_000


def department_names(session: "Session") -> list[str]:
    """The departments in use, in the office's own order."""
    in_use = select(Department.name).where(Department.out_of_use_since.is_(None))
    return list(session.scalars(in_use.order_by(*IN_ORDER)))


def departments_by_id(session: "Session") -> dict[int, str]:
    """The names of the departments by their keys, as the journal tells them."""
    return dict(session.execute(select(Department.id, Department.name)).all())


def recent_words(session: "Session", table: str, field: str, most: int = 400) -> list[str]:
    """What was written in a column lately, the most frequent first.

    Only the newest records are looked at, so that a form opens as fast over a million of them.
    """
    columns = Base.metadata.tables[table].c
    newest = (
        select(columns.id, columns[field].label("word"))
        .order_by(columns.id.desc())
        .limit(_RECORDS_LOOKED_AT)
    ).subquery()
    words = select(newest.c.word).where(newest.c.word.is_not(None)).group_by(newest.c.word)
    order = (func.count().desc(), func.max(newest.c.id).desc())
    return list(session.scalars(words.order_by(*order).limit(most)))


def newest_card(session: "Session", kind: str, *, but: int | None) -> Card:
    """The card of the record entered last, another than this one; empty without any."""
    model = MODELS[kind]
    newest = select(model).where(model.id != (but or 0)).order_by(model.id.desc()).limit(1)
    record = session.scalars(newest).first()
    return {} if record is None else card_of(record)


def usual_person(session: "Session") -> str | None:
    """Who handled the step entered last; the office's 填报人 where none names anybody.

    A step that a letter made names the user of the computer, nobody that was typed.
    """
    by_letter = exists().where(
        Letter.event_id == RequestEvent.id, Letter.person == RequestEvent.person
    )
    newest = (
        select(RequestEvent.person)
        .where(RequestEvent.kind != "letter", ~by_letter)
        .order_by(RequestEvent.id.desc())
        .limit(_STEPS_LOOKED_AT)
    )
    named = (person for person in session.scalars(newest) if person)
    return next(named, None) or session.scalars(select(Office.clerk).limit(1)).first()


def received_day(session: "Session", request_id: int) -> date | None:
    """When a request was received; None for one that is there no more."""
    request = session.get(Request, request_id)
    return None if request is None else request.received_on


def request_to_repeat(session: "Session", request_id: int) -> str | None:
    """What to propose as 原申请编号: the newest earlier request of the applicant, else "".

    None for a request that names one already, or that is there no more.
    """
    request = session.get(Request, request_id)
    if request is None or request.repeats_number:
        return None
    earlier = select(Request.number).where(
        Request.id != request_id,
        Request.applicant_name == request.applicant_name,
        Request.received_on <= request.received_on,
    )
    newest = earlier.order_by(Request.received_on.desc(), Request.id.desc()).limit(1)
    return session.scalars(newest).first() or ""


def course_with(
    session: "Session", request_id: int, proposed: "ProposedStep"
) -> "tuple[date, tuple[Happening, ...], str] | None":
    """Receipt, happenings and number of a request with a step that is being typed laid over it."""
    request = session.get(Request, request_id)
    if request is None:
        return None
    kept = [event for event in request.events if event.id != proposed.event_id]
    typed = RequestEvent(kind=proposed.kind, **proposed.particulars)
    return request.received_on, happenings_of([*kept, typed]), request.number


def request_in_short(session: "Session", number: str) -> str | None:
    """What the request of this number is about; None when the register does not hold it."""
    found = session.execute(
        select(Request.received_on, Request.applicant_name, Request.content).where(
            Request.number == number
        )
    ).one_or_none()
    if found is None:
        return None
    received_on, name, content = found
    return "，".join(filter(None, (f"{received_on}收到", name, (content or "")[:60])))


def journal_of(session: "Session", kind: str, record_id: int) -> list[JournalEntry]:
    """What was changed in a record and its events, the latest first."""
    entries = lines_of(session, MODELS[kind].__tablename__, [record_id])
    if kind == "request":
        entries += lines_of(session, EVENT, events_of(session, [record_id]))
    return sorted(entries, key=lambda entry: (entry.id, entry.record_id), reverse=True)


@dataclass(frozen=True, slots=True)
class Overview:
    """How much the office file holds, and which years."""

    counts: dict[str, int]
    years: tuple[int, ...]


def overview(session: "Session") -> Overview:
    """The counts of the registers and the years from the first to the last record."""
    counts = {}
    days: list[date | None] = []
    for kind, column in _DATES.items():
        number, first, last = session.execute(
            select(func.count(), func.min(column), func.max(column))
        ).one()
        counts[kind] = number
        days += [first, last]
    years = [day.year for day in days if day is not None]
    if not years:
        return Overview(counts, ())
    return Overview(counts, tuple(range(min(years), max(years) + 1)))


def holds_nothing(session: "Session") -> bool:
    """Whether no register has a record: a new office file."""
    return all(session.scalar(select(day).limit(1)) is None for day in _DATES.values())


_DATES = {
    "publication": Publication.made_on,
    "request": Request.received_on,
    "dispute": Dispute.accepted_on,
    "indicator": IndicatorEntry.dated_on,
}


def local_time(recorded_at: datetime) -> str:
    """A time of the journal, kept in UTC, on the clock of this computer."""
    return recorded_at.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
