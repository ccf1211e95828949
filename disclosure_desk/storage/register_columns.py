"""The fields of a card as columns of a query: also those that lie in another table."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Table,
    Text,
    case,
    cast,
    literal,
    literal_column,
    select,
)

from disclosure_desk.records.base import ExactDecimal
from disclosure_desk.records.cards import EVENT_DATES, FIELDS, MODELS, Field
from disclosure_desk.records.confirmation import CONFIRMATION, CONFIRMATION_FIELD
from disclosure_desk.records.event_kinds import CARD_EVENTS, FINISHING, EventKind
from disclosure_desk.records.number_order import NUMBERED, as_ordered
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.storage.confirmations import state_of

_DEPARTMENTS: Any = Department.__table__
_EVENTS: Any = RequestEvent.__table__


def register_table(kind: str) -> Table:
    """Where the records of a register lie."""
    return MODELS[kind].metadata.tables[MODELS[kind].__tablename__]


def stored(kind: str, name: str) -> ColumnElement[Any]:
    """A field of the card as its register holds it: empty where nothing was entered."""
    table = register_table(kind)
    if name == CONFIRMATION:
        return state_of(kind)
    if name == "department":
        return (
            select(_DEPARTMENTS.c.name)
            .where(_DEPARTMENTS.c.id == table.c.department_id)
            .scalar_subquery()
        )
    return table.c[name] if name in table.c else _of_event(table, name)


def sort_value(kind: str, name: str) -> ColumnElement[Any]:
    """What a field is sorted by: choices in their official order, exact decimals by size.

    Numbers as people read them, in the very words of an index.
    """
    one = field_of(kind, name)
    if name in NUMBERED.get(kind, ()):
        return literal_column(as_ordered(f"{register_table(kind).name}.{name}"), Text())
    column = stored(kind, name)
    if one.choices is not None:
        places = {slug: literal(place) for place, slug in enumerate(one.choices.slugs)}
        return case(places, value=column)
    if isinstance(column.type, ExactDecimal) and one.type is Decimal:
        return cast(column, Float)
    return column


def _of_event(requests: Table, name: str) -> ColumnElement[Any]:
    """A date or particular of a step, of the one that the card tells.

    The same as `records.cards.events_on_card`: of endings and extensions the first dated one,
    of all others the latest.
    """
    kind = _telling(name)
    column = _EVENTS.c["happened_on" if name == EVENT_DATES[kind.slug] else name]
    kinds = FINISHING if kind.finishes else (kind.slug,)
    day = _EVENTS.c.happened_on
    order = day.asc() if kind.first_counts else day.desc()
    return (
        select(column)
        .where(_EVENTS.c.request_id == requests.c.id, _EVENTS.c.kind.in_(kinds))
        .order_by(day.is_(None), order, _EVENTS.c.id)
        .limit(1)
        .scalar_subquery()
    )


def _telling(name: str) -> EventKind:
    for kind in CARD_EVENTS.values():
        if name == EVENT_DATES[kind.slug] or name in kind.particulars:
            return kind
    raise KeyError(name)


def is_date(kind: str, name: str) -> bool:
    """Whether a field holds a day."""
    return field_of(kind, name).type is date


def field_of(kind: str, name: str) -> Field:
    """How a column of a register is declared: as a field of its card, but for the state of 复核."""
    return CONFIRMATION_FIELD if name == CONFIRMATION else FIELDS[kind][name]
