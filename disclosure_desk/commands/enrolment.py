"""Enters many new records at once: inserted in bulk, journalled and indexed like single ones."""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.writing import department_named
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.card_columns import CardColumns, events_of_columns
from disclosure_desk.records.cards import FIELDS, MODELS, Card
from disclosure_desk.records.publication import channel_mask
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.storage.bulk import indexes_sorted, insert_columns, is_filled
from disclosure_desk.storage.journal import journal_rows
from disclosure_desk.storage.prepared import Prepared
from disclosure_desk.storage.search import SEARCHED, index_cards

# More than these are found by search only after the next `catch_up`, which the desk runs in
# the background: the index takes as long as everything else together.
INDEXED_AT_ONCE = 5_000
_EVENTS: Table = RequestEvent.metadata.tables[RequestEvent.__tablename__]


def enrol(session: Session, kind: str, cards: Sequence[Card]) -> list[int]:
    """Insert the records of these cards, in order, with their events, journal and index.

    Tells their ids. Does not check the cards.
    """
    return enrol_columns(session, kind, CardColumns.of(cards))


def enrol_columns(session: Session, kind: str, cards: CardColumns) -> list[int]:
    """The same for cards that are held by column."""
    if not cards.number:
        return []
    connection = session.connection()
    model = MODELS[kind]
    table: Table = model.metadata.tables[model.__tablename__]
    columns = _columns(session, kind, table, cards)
    last_id = _last_id(connection, table)
    with indexes_sorted(connection, table, cards.number):
        insert_columns(connection, table, columns)
    filled = tuple(name for name, values in columns.items() if is_filled(values))
    ids = journal_rows(session, table, last_id, cards.number, filled)
    if kind == "request":
        _enrol_events(session, ids, cards)
    if table.name in SEARCHED and cards.number <= INDEXED_AT_ONCE:
        index_cards(connection, table.name, ids, cards)
    return ids


@cache
def _newest_id(table: Table) -> Prepared:
    return Prepared(select(func.max(table.c.id)))


def _last_id(connection: Connection, table: Table) -> int:
    return _newest_id(table).value(connection, {}) or 0


def _columns(
    session: Session, kind: str, table: Table, cards: CardColumns
) -> dict[str, Sequence[FieldValue]]:
    """The columns of the records, filled from their cards."""
    columns: dict[str, Sequence[FieldValue]] = {}
    for name in (column.key for column in table.columns):
        if name == "department_id":
            departments = cards.values("department")
            columns[name] = [*map(_department_ids(session, departments).get, departments)]
        elif name == "channel_mask":
            columns[name] = [*map(channel_mask, cards.values("channels", ()))]
        elif name in FIELDS[kind]:
            columns[name] = cards.values(name, FIELDS[kind][name].default)
    return columns


def _department_ids(session: Session, names: Iterable[FieldValue]) -> dict[FieldValue, int]:
    """The id of every department that is named; new ones are entered."""
    told = dict.fromkeys(names)
    if not any(told):
        return {}
    departments = {name: department_named(session, str(name)) for name in told if name}
    session.flush()
    return {name: one.id for name, one in departments.items()}


def _enrol_events(session: Session, ids: Sequence[int], cards: CardColumns) -> None:
    connection = session.connection()
    events = events_of_columns(cards)
    if not events.places:
        return
    last_id = _last_id(connection, _EVENTS)
    owners = [ids[place] for place in events.places]
    with indexes_sorted(connection, _EVENTS, len(owners)):
        insert_columns(
            connection, _EVENTS, {"request_id": owners, "kind": events.kinds, **events.columns}
        )
    journal_rows(session, _EVENTS, last_id, len(owners))
