"""Enters many new records at once: inserted in bulk, journalled and indexed like single ones."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.writing import department_named
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, MODELS, Card, events_told_by
from disclosure_desk.records.publication import channel_mask
from disclosure_desk.records.request import EVENT_KINDS, RequestEvent
from disclosure_desk.storage.bulk import insert_many
from disclosure_desk.storage.journal import journal_rows
from disclosure_desk.storage.search import SEARCHED, catch_up

Maker = Callable[[Card], FieldValue]

# More than these are found by search only after the next `catch_up`, which the desk runs in
# the background: the index takes as long as everything else together.
INDEXED_AT_ONCE = 5_000
_EVENTS: Table = RequestEvent.metadata.tables[RequestEvent.__tablename__]
_EVENT_COLUMNS = (
    "happened_on",
    *dict.fromkeys(name for kind in EVENT_KINDS.values() for name in kind.particulars),
)


def enrol(session: Session, kind: str, cards: Sequence[Card]) -> None:
    """Insert the records of these cards, in order, with their events, journal and index."""
    if not cards:
        return
    connection = session.connection()
    model = MODELS[kind]
    table: Table = model.metadata.tables[model.__tablename__]
    columns = _columns(session, kind, table, cards)
    last_id = connection.scalar(select(func.max(table.c.id))) or 0
    makers = tuple(columns.values())
    rows = [[make(card) for make in makers] for card in cards]
    insert_many(connection, table, tuple(columns), rows)
    journal_rows(session, table, last_id)
    if kind == "request":
        fresh = select(table.c.id).where(table.c.id > last_id).order_by(table.c.id)
        _enrol_events(session, list(connection.scalars(fresh)), cards)
    if table.name in SEARCHED and len(cards) <= INDEXED_AT_ONCE:
        catch_up(session, [table.name])


def _columns(session: Session, kind: str, table: Table, cards: Sequence[Card]) -> dict[str, Maker]:
    """How each column of a record is filled from its card, in the table's order."""
    columns: dict[str, Maker] = {}
    for name in (column.key for column in table.columns):
        if name == "department_id":
            departments = {
                told: department_named(session, str(told))
                for told in dict.fromkeys(card.get("department") for card in cards)
                if told
            }
            session.flush()
            columns["department_id"] = _department_id(
                {told: one.id for told, one in departments.items()}
            )
        elif name == "channel_mask":
            columns[name] = _channel_mask
        elif name in FIELDS[kind]:
            columns[name] = _getter(name, FIELDS[kind][name].default)
    return columns


def _department_id(ids: Mapping[FieldValue, int]) -> Maker:
    return lambda card: ids.get(card.get("department"))


def _getter(name: str, default: FieldValue) -> Maker:
    return lambda card: card.get(name, default)


def _channel_mask(card: Card) -> int:
    channels = card.get("channels")
    return channel_mask(channels) if isinstance(channels, tuple) else 0


def _enrol_events(session: Session, ids: Sequence[int], cards: Sequence[Card]) -> None:
    connection = session.connection()
    last_id = connection.scalar(select(func.max(_EVENTS.c.id))) or 0
    rows = [
        [request_id, kind, *[told.get(name) for name in _EVENT_COLUMNS]]
        for request_id, card in zip(ids, cards, strict=True)
        for kind, told in events_told_by(card)
    ]
    insert_many(connection, _EVENTS, ("request_id", "kind", *_EVENT_COLUMNS), rows)
    journal_rows(session, _EVENTS, last_id)
