"""Enters many new records at once: inserted in bulk, journalled and indexed like single ones."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.writing import department_named
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, MODELS, Card, events_told_by
from disclosure_desk.records.publication import channel_mask
from disclosure_desk.records.request import EVENT_KINDS, RequestEvent
from disclosure_desk.storage.bulk import indexes_sorted, insert_columns
from disclosure_desk.storage.journal import journal_rows
from disclosure_desk.storage.prepared import Prepared
from disclosure_desk.storage.search import SEARCHED, index_cards

# More than these are found by search only after the next `catch_up`, which the desk runs in
# the background: the index takes as long as everything else together.
INDEXED_AT_ONCE = 5_000
_EVENTS: Table = RequestEvent.metadata.tables[RequestEvent.__tablename__]
_EVENT_COLUMNS = (
    "happened_on",
    *dict.fromkeys(name for kind in EVENT_KINDS.values() for name in kind.particulars),
)


def enrol(session: Session, kind: str, cards: Sequence[Card]) -> list[int]:
    """Insert the records of these cards, in order, with their events, journal and index.

    Tells their ids. Does not check the cards.
    """
    if not cards:
        return []
    connection = session.connection()
    model = MODELS[kind]
    table: Table = model.metadata.tables[model.__tablename__]
    columns = _columns(session, kind, table, cards)
    last_id = _last_id(connection, table)
    with indexes_sorted(connection, table, len(cards)):
        insert_columns(connection, table, columns)
    ids = journal_rows(session, table, last_id)
    if kind == "request":
        _enrol_events(session, ids, cards)
    if table.name in SEARCHED and len(cards) <= INDEXED_AT_ONCE:
        index_cards(connection, table.name, ids, cards)
    return ids


@cache
def _newest_id(table: Table) -> Prepared:
    return Prepared(select(func.max(table.c.id)))


def _last_id(connection: Connection, table: Table) -> int:
    return _newest_id(table).run(connection, {}).scalar() or 0


def _columns(
    session: Session, kind: str, table: Table, cards: Sequence[Card]
) -> dict[str, list[FieldValue]]:
    """The columns of the records, filled from their cards."""
    columns: dict[str, list[FieldValue]] = {}
    for name in (column.key for column in table.columns):
        if name == "department_id":
            ids = _department_ids(session, cards)
            columns[name] = [ids[card.get("department")] for card in cards]
        elif name == "channel_mask":
            columns[name] = [channel_mask(_channels(card)) for card in cards]
        elif name in FIELDS[kind]:
            default = FIELDS[kind][name].default
            columns[name] = [card.get(name, default) for card in cards]
    return columns


def _department_ids(session: Session, cards: Sequence[Card]) -> dict[FieldValue, int | None]:
    """The id of every department that the cards name; new ones are entered."""
    told = dict.fromkeys(card.get("department") for card in cards)
    if not any(told):
        return dict.fromkeys(told)
    departments = {name: department_named(session, str(name)) for name in told if name}
    session.flush()
    return {None: None} | {name: one.id for name, one in departments.items()}


def _channels(card: Card) -> tuple[str, ...]:
    channels = card.get("channels")
    return channels if isinstance(channels, tuple) else ()


def _enrol_events(session: Session, ids: Sequence[int], cards: Sequence[Card]) -> None:
    connection = session.connection()
    owners: list[int] = []
    kinds: list[str] = []
    events: list[Card] = []
    for request_id, card in zip(ids, cards, strict=True):
        for kind, told in events_told_by(card):
            owners.append(request_id)
            kinds.append(kind)
            events.append(told)
    if not events:
        return
    last_id = _last_id(connection, _EVENTS)
    columns: dict[str, Sequence[object]] = {"request_id": owners, "kind": kinds}
    for name in _EVENT_COLUMNS:
        columns[name] = [told.get(name) for told in events]
    with indexes_sorted(connection, _EVENTS, len(owners)):
        insert_columns(connection, _EVENTS, columns)
    journal_rows(session, _EVENTS, last_id)
