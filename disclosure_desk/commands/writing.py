"""Puts a card onto a record: the one way in which forms and ledgers change the registers."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.cards import (
    EVENT_DATES,
    FIELDS,
    Card,
    card_of,
    events_on_card,
    events_told_by,
    kind_of,
)
from disclosure_desk.records.event_kinds import CARD_EVENTS, EVENT_KINDS, FINISHING
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import Request, RequestEvent, told_event


def department_named(session: Session, name: str) -> Department:
    """The department of this name, entered on its first mention."""
    found = session.scalars(select(Department).where(Department.name == name)).one_or_none()
    if found is None:
        found = Department(name=name)
        session.add(found)
    return found


def write_card(session: Session, record: Base, changes: Mapping[str, FieldValue]) -> None:
    """Put changed fields onto a record; None empties a field (or sets its default).

    Raises Refusal where a request has several steps of a kind, so that its card would go on
    telling another of them than was written.
    """
    kind = kind_of(record)
    # The department first: looking for it flushes, and would journal half a change by itself.
    for name, field in sorted(FIELDS[kind].items(), key=lambda item: item[0] != "department"):
        if name not in changes:
            continue
        value = changes[name] if changes[name] is not None else field.default
        if name == "department":
            record.department = department_named(session, str(value)) if value else None  # type: ignore[attr-defined]  # kinds with this field have it
        elif _is_own(record, name) and getattr(record, name) != value:
            setattr(record, name, value)
    if isinstance(record, Request):
        _write_events(record, {**card_of(record), **changes})
        _must_tell(record, changes)
        no_step_before_receipt(record)


def _is_own(record: Base, name: str) -> bool:
    """Whether a field lies on the record itself; what repeats an event is derived from it."""
    repeats_event = isinstance(record, Request) and name in (
        "finished_on",
        "outcome",
        "extended_on",
    )
    return name in record.__table__.columns and not repeats_event


def _write_events(request: Request, card: Card) -> None:
    told = dict(events_told_by(card))
    for slugs in [FINISHING, *((one,) for one in CARD_EVENTS if one not in FINISHING)]:
        kind = next((slug for slug in slugs if slug in told), None)
        event = told_event(request.events, *slugs)
        if kind is None:
            if event is not None:
                request.events.remove(event)
            continue
        if event is None:
            event = RequestEvent(kind=kind)
            request.events.append(event)
        if event.kind != kind:
            event.kind = kind
        for name in ("happened_on", *EVENT_KINDS[kind].particulars):
            if getattr(event, name) != told[kind].get(name):
                setattr(event, name, told[kind].get(name))
    request.retell()


def _must_tell(request: Request, changes: Mapping[str, FieldValue]) -> None:
    card = events_on_card(request.events)
    for kind in CARD_EVENTS.values():
        for name in (EVENT_DATES[kind.slug], *kind.particulars):
            if name in changes and card.get(name) != changes[name]:
                raise Refusal(
                    f"申请{request.number}登记过不止一次{kind.label}，改动“{kind.date_label}”后"
                    "分不清是哪一次，请打开这件申请，在办理过程中逐条修改。"
                )


def no_step_before_receipt(request: Request) -> None:
    """Raises Refusal for a step before receipt, also one for which the card has no room."""
    for event in request.events:
        if event.happened_on is not None and event.happened_on < request.received_on:
            raise Refusal(
                f"申请{request.number}的{EVENT_KINDS[event.kind].label}日期{event.happened_on}"
                f"早于收到日期{request.received_on}，请核对两个日期。"
            )
