"""Puts the rules to a request or a dispute: gathers what they need to know, then asks them.

A step or a change may be only proposed: it is laid over what is stored and never kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import EVENT_FIELDS, Card, card_of, events_told_by
from disclosure_desk.records.case import (
    Case,
    DisputeCase,
    EarlierRequest,
    LetterMade,
    case_of,
)
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.dispute_rules import dispute_findings
from disclosure_desk.records.finding import Finding, heaviest_first
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_rules import request_findings
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.similar_requests import (
    history_of,
    likely_duplicates,
    request_numbered,
)

_OF_RECEIPT = ("received_on", "received_via")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedStep:
    """A step as a form holds it: a new one, or one in the place of the stored `event_id`.

    `particulars` holds `happened_on` and what the kind tells; `removed` proposes to take the
    stored step away.
    """

    kind: str = ""
    particulars: Mapping[str, FieldValue]
    event_id: int | None = None
    removed: bool = False


Proposed = ProposedStep | Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True)
class CaseReport:
    """The findings of a request, the heaviest first, and its clock without and with a proposal.

    `standing` are the findings without it.
    """

    findings: tuple[Finding, ...]
    standing: tuple[Finding, ...]
    clock_before: Clock
    clock_after: Clock

    @property
    def caused(self) -> tuple[Finding, ...]:
        """The findings that are there only with the proposal."""
        return tuple(one for one in self.findings if one not in self.standing)


def check_case(
    session: Session,
    request_id: int | None,
    *,
    calendar: WorkingDays,
    today: date,
    proposed: Proposed | None = None,
    oldest_open_year: int | None = None,
) -> CaseReport:
    """What the rules say of a request, as it stands or with a proposed step or changed fields.

    Without an id the proposed fields are all that is known of a new one. Changes of a stored
    request are of its registration; a change of a step is proposed as a step. Raises Refusal
    for a request or a step that has been removed.
    """
    stored = _stored(session, request_id)
    known: Card = card_of(stored) if stored else {}
    steps = [_copy(event) for event in stored.events] if stored else []
    gather = partial(
        _gathered,
        session,
        record_id=request_id,
        calendar=calendar,
        today=today,
        oldest_open_year=oldest_open_year,
    )
    before = gather(known, steps)
    if isinstance(proposed, ProposedStep):
        after = _recast(before, _laid_over(steps, proposed))
    elif proposed:
        card: Card = {**known, **proposed}
        card = {name: value for name, value in card.items() if value is not None}
        registering = stored is None or any(name in proposed for name in _OF_RECEIPT)
        after = gather(card, steps if stored else _told(card), registering=registering)
    else:
        after = before
    standing = tuple(heaviest_first(request_findings(before)))
    found = standing if after is before else tuple(heaviest_first(request_findings(after)))
    return CaseReport(found, standing, before.clock, after.clock)


def check_dispute(
    session: Session, card: Card, *, today: date, record_id: int | None = None
) -> list[Finding]:
    """What the rules say of a dispute as its form holds it; `record_id` is the stored one."""
    number = card.get("request_number")
    others: list[Card] = []
    if number:
        same = select(Dispute).where(Dispute.request_number == str(number))
        others = [card_of(one) for one in session.scalars(same) if one.id != record_id]
    request = request_numbered(session, str(number)) if number else None
    case = DisputeCase(card=card, today=today, request=request, others=tuple(others))
    return heaviest_first(dispute_findings(case))


def course_of(
    session: Session,
    card: Card,
    events: Iterable[RequestEvent],
    *,
    calendar: WorkingDays,
    today: date,
    record_id: int | None = None,
) -> Case:
    """The receipt, steps and outcome of a request, whether stored or about to be.

    Asks for no other requests of the applicant, so that every save can afford it; `record_id`
    is the request whose letters are looked at.
    """
    with session.no_autoflush:
        return case_of(
            card,
            [_copy(event) for event in events],
            today=today,
            calendar=calendar,
            repeated=_repeated(session, card),
            letters=_letters(session, record_id),
        )


def _stored(session: Session, request_id: int | None) -> Request | None:
    if request_id is None:
        return None
    request = session.get(Request, request_id)
    if request is None:
        raise Refusal("这条依申请公开记录已被删除，请刷新列表。")
    return request


def _gathered(
    session: Session,
    card: Card,
    events: list[RequestEvent],
    *,
    record_id: int | None,
    calendar: WorkingDays,
    today: date,
    oldest_open_year: int | None,
    registering: bool = False,
) -> Case:
    received = card.get("received_on")
    on = received if isinstance(received, date) else today
    name, content = card.get("applicant_name"), card.get("content")
    history = history_of(session, str(name or ""), on, but=record_id)
    return case_of(
        card,
        events,
        today=today,
        calendar=calendar,
        oldest_open_year=oldest_open_year,
        registering=registering,
        entered_on=today if record_id is None else _entered_on(session, record_id),
        recent=history.lately + 1,
        duplicates=likely_duplicates(history.earlier, str(content) if content else None),
        repeated=_repeated(session, card),
        letters=_letters(session, record_id),
    )


def _recast(case: Case, events: list[RequestEvent]) -> Case:
    """The same request with other steps."""
    fresh = case_of(case.card, events, today=case.today, calendar=case.calendar)
    return replace(case, events=fresh.events, clock=fresh.clock, misplaced=fresh.misplaced)


def _laid_over(events: list[RequestEvent], proposed: ProposedStep) -> list[RequestEvent]:
    """Copies of the steps with the proposed one among them, or without the one removed."""
    told = proposed.particulars
    if proposed.event_id is None:
        return [*events, RequestEvent(kind=proposed.kind, **told)]
    if not any(event.id == proposed.event_id for event in events):
        raise Refusal("这一步骤已被删除，请刷新列表。")
    laid = []
    for event in events:
        if event.id != proposed.event_id:
            laid.append(event)
        elif not proposed.removed:
            other = _copy(event)
            for name, value in told.items():
                setattr(other, name, value)
            laid.append(other)
    return laid


def _copy(event: RequestEvent) -> RequestEvent:
    """The step apart from any session: nothing that is only proposed can be saved."""
    told = {name: getattr(event, name) for name in EVENT_FIELDS}
    return RequestEvent(id=event.id, kind=event.kind, **told)


def _told(card: Card) -> list[RequestEvent]:
    """The steps that the card of a new request tells of."""
    return [RequestEvent(kind=kind, **told) for kind, told in events_told_by(card)]


def _repeated(session: Session, card: Card) -> EarlierRequest | None:
    number = card.get("repeats_number")
    return request_numbered(session, str(number)) if number else None


def _letters(session: Session, request_id: int | None) -> list[LetterMade]:
    if request_id is None:
        return []
    columns = (Letter.kind, Letter.number, Letter.made_on, Letter.outcome, Letter.final)
    rows = session.execute(select(*columns).where(Letter.request_id == request_id))
    return [LetterMade(*row) for row in rows]


def _entered_on(session: Session, request_id: int) -> date | None:
    """The day, here, on which a request was registered by hand; None if a ledger brought it."""
    entered = (
        select(JournalEntry.recorded_at)
        .where(JournalEntry.kind == Request.__tablename__, JournalEntry.record_id == request_id)
        .where(JournalEntry.before.is_(None), JournalEntry.step.startswith("登记"))
    )
    recorded = session.scalars(entered.order_by(JournalEntry.id).limit(1)).first()
    return None if recorded is None else recorded.replace(tzinfo=UTC).astimezone().date()
