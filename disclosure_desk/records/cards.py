"""A record as one flat card of named fields: what a form shows and a ledger line holds.

A request's card has one place for each kind of event; forms, ledgers and checks speak of
`finished_on` or `fee_paid_on` without knowing in which table they lie.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.sql.elements import KeyedColumnElement

from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.event_kinds import CARD_EVENTS, FINISHING, finishing_kind
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Office
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent, told_event
from disclosure_desk.records.terms import Terms

Card = dict[str, FieldValue]

# The date of an event kind on the card. Replies and withdrawals share the ending.
EVENT_DATES = {
    "correction_asked": "correction_asked_on",
    "correction_received": "correction_received_on",
    "consultation_sent": "consultation_sent_on",
    "consultation_received": "consultation_received_on",
    "extension": "extended_on",
    "fee_notice": "fee_notice_on",
    "fee_paid": "fee_paid_on",
    "reply": "finished_on",
    "withdrawal": "finished_on",
    "delivery": "delivered_on",
}


# What a card tells of each event; a withdrawal is told like a reply.
TOLD = tuple(
    (kind.slug, EVENT_DATES[kind.slug], kind.particulars)
    for kind in CARD_EVENTS.values()
    if kind.slug != "withdrawal"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a card, as its model declares it."""

    name: str
    label: str
    type: type
    required: bool = False
    default: FieldValue = None
    choices: Terms | None = None
    unit: str = ""
    source: str = ""
    personal: bool = False
    long: bool = False
    definition: str = ""


def _of_column(column: KeyedColumnElement[Any]) -> Field:
    info = column.info
    return Field(
        column.key,
        info["label"],
        column.type.python_type,
        required=info["required"],
        default=info["default"],
        choices=info["choices"],
        unit=info["unit"],
        source=info["source"],
        personal=info["personal"],
        long=info["long"],
        definition=info["definition"],
    )


_OF_DEPARTMENTS = {
    "承办科室": "具体办理这件申请的科室；新写的名称保存后自动加入科室名单。",
    "责任科室": "制作或者保管这条信息、对它负责的科室；新写的名称保存后自动加入科室名单。",
}


def _own_fields(model: type[Base]) -> Iterator[Field]:
    for column in model.__table__.columns:
        if "label" in column.info:
            yield _of_column(column)
        elif column.key == "department_id":
            label = "承办科室" if model is Request else "责任科室"
            yield Field("department", label, str, definition=_OF_DEPARTMENTS[label])


def _event_fields() -> Iterator[Field]:
    seen: set[str] = set()
    for kind in CARD_EVENTS.values():
        if EVENT_DATES[kind.slug] in seen:
            continue
        seen.add(EVENT_DATES[kind.slug])
        yield Field(EVENT_DATES[kind.slug], kind.date_label, date, source=kind.source)
        for particular in kind.particulars:
            yield _of_column(RequestEvent.__table__.columns[particular])


def _fields(model: type[Base]) -> dict[str, Field]:
    own = {field.name: field for field in _own_fields(model)}
    if model is Request:
        own |= {field.name: field for field in _event_fields()}
    return own


MODELS: dict[str, type[Base]] = {
    "office": Office,
    "publication": Publication,
    "request": Request,
    "dispute": Dispute,
    "indicator": IndicatorEntry,
}
KIND_LABELS = {
    "office": "单位信息",
    "publication": "主动公开",
    "request": "依申请公开",
    "dispute": "复议诉讼",
    "indicator": "数据填报",
}
FIELDS: dict[str, dict[str, Field]] = {kind: _fields(model) for kind, model in MODELS.items()}
# All that a step of a request can tell, also what has no place on the card.
EVENT_FIELDS = {field.name: field for field in _own_fields(RequestEvent)}
LETTER_FIELDS = {field.name: field for field in _own_fields(Letter)}
REQUIRED = {
    kind: tuple(field.name for field in fields.values() if field.required)
    for kind, fields in FIELDS.items()
}

# A record without a number is known again by these fields together.
KNOWN_BY = {
    "publication": ("title", "made_on", "document_number"),
    "indicator": ("dated_on", "indicator", "department"),
}


def kind_of(record: Base) -> str:
    """Which register a record belongs to. Raises KeyError for other models."""
    return {model: kind for kind, model in MODELS.items()}[type(record)]


def card_of(record: Base) -> Card:
    """The card of a stored record; empty fields are left out."""
    card: Card = {}
    for name in FIELDS[kind_of(record)]:
        if name == "department":
            department = getattr(record, "department", None)
            card[name] = department.name if department else None
        else:
            card[name] = getattr(record, name, None)
    if isinstance(record, Request):
        card |= events_on_card(record.events)
    return {name: value for name, value in card.items() if value not in (None, (), "")}


def events_on_card(events: list[RequestEvent]) -> Card:
    """The dates and particulars that a request's card shows of its events.

    Of several corrections, consultations, notices or deliveries the latest is shown; of
    endings and extensions the first dated one, which is the one that counts.
    """
    card: Card = {"outcome": None}
    for kind in CARD_EVENTS.values():
        kinds = FINISHING if kind.finishes else (kind.slug,)
        event = told_event(events, *kinds)
        if event is not None:
            card[EVENT_DATES[kind.slug]] = event.happened_on
            for particular in kind.particulars:
                card[particular] = getattr(event, particular)
    return card


def events_told_by(card: Mapping[str, FieldValue]) -> Iterator[tuple[str, Card]]:
    """The events that a request's card tells of: kind, date (`happened_on`) and particulars."""
    for slug, date_name, particulars in TOLD:
        day = card.get(date_name)
        if day is None and not particulars:
            continue
        told: Card = {name: value for name in particulars if (value := card.get(name)) is not None}
        if day is not None:
            told["happened_on"] = day
        if told:
            ending = slug in FINISHING
            yield (finishing_kind(str(card.get("outcome"))) if ending else slug), told


def shown(field: Field, value: FieldValue) -> str:
    """A value as users read it: labels for choices, 是/否, ISO dates, words joined by 、."""
    if value is None:
        return ""
    if field.choices is not None:
        return field.choices.label_of(str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)
