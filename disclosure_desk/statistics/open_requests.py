"""The requests that still want an answer, each with its clock as of now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.request_clock import clock_of, is_open
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request without an answer, or reopened and not answered anew.

    `due` is the last day of its period, None while its clock rests or where `calendar_missing`
    names the year whose holidays are not known.
    """

    id: int
    number: str
    applicant: str
    content: str
    received_on: date
    has_department: bool
    events: tuple[RequestEvent, ...]
    clock: Clock
    due: date | None
    calendar_missing: int | None

    @property
    def latest(self) -> dict[str, RequestEvent]:
        """The newest dated event of each kind."""
        return {event.kind: event for event in dated(self.events, *_kinds(self.events))}


def _kinds(events: Sequence[RequestEvent]) -> set[str]:
    return {event.kind for event in events}


def open_requests(session: Session, calendar: WorkingDays) -> list[OpenRequest]:
    """All of them, in the order in which they were received. Reads no answered request."""
    reopened = select(RequestEvent.request_id).where(RequestEvent.kind == "reopening")
    unanswered = (Request.finished_on.is_(None)) | Request.id.in_(reopened)
    columns = (
        *(Request.id, Request.number, Request.applicant_name, Request.content),
        *(Request.received_on, Request.department_id),
    )
    rows = session.execute(
        select(*columns).where(unanswered).order_by(Request.received_on, Request.id)
    ).all()
    events: dict[int, list[RequestEvent]] = defaultdict(list)
    chosen = select(Request.id).where(unanswered)
    for event in session.scalars(
        select(RequestEvent).where(RequestEvent.request_id.in_(chosen)).order_by(RequestEvent.id)
    ):
        events[event.request_id].append(event)
    return [
        _with_clock(id_, number, name or "", content or "", received, department, told, calendar)
        for id_, number, name, content, received, department in rows
        if is_open(told := events.get(id_, []))
    ]


def _with_clock(
    id_: int,
    number: str,
    applicant: str,
    content: str,
    received_on: date,
    department_id: int | None,
    events: Sequence[RequestEvent],
    calendar: WorkingDays,
) -> OpenRequest:
    clock = clock_of(received_on, events, calendar)
    return OpenRequest(
        *(id_, number, applicant, content, received_on, department_id is not None),
        tuple(events),
        clock,
        clock.answer_due,
        clock.calendar_missing,
    )
