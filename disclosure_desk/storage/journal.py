"""Writes the journal: every change that a session makes, in the same transaction."""

import getpass
import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from itertools import compress
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Subquery,
    Table,
    Text,
    bindparam,
    cast,
    event,
    func,
    insert,
    inspect,
    literal,
    select,
)
from sqlalchemy.orm import Session, SessionTransaction, UOWTransaction
from sqlalchemy.orm.attributes import instance_state

from disclosure_desk.records.base import Base
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.journal_seal import end_of_journal, seal_change
from disclosure_desk.storage.prepared import Prepared

_JOURNAL: Table = JournalEntry.metadata.tables[JournalEntry.__tablename__]
PERSON = "DISCLOSURE_DESK_PERSON"  # the variable that names who calls
_ENDED = "ended_before"  # where the journal ended before the transaction that runs


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, and on which computer."""

    name: str
    computer: str

    @classmethod
    def of_this_computer(cls) -> "Actor":
        """The person logged in to this computer, or who is named for a login that several share."""
        try:
            name = os.environ.get(PERSON, "").strip() or getpass.getuser()
        except (OSError, KeyError, ImportError):  # ImportError: Windows without USERNAME
            name = "未知用户"
        return cls(name, platform.node() or "本机")


def watch(sessions: type[Session]) -> None:
    """Journal whatever these sessions flush, under their actor and the step that is begun."""
    event.listen(sessions, "before_flush", _note_removed)
    event.listen(sessions, "after_flush", _write)
    event.listen(sessions, "before_commit", _seal)
    event.listen(sessions, "after_soft_rollback", _forget_change)


def begin_step(session: Session, name: str) -> None:
    """Name, in Chinese, what the following changes belong to («登记申请»)."""
    session.info["step"] = name


def begin_undo(session: Session, name: str, change: int) -> None:
    """The same for a step that takes a change back, or one that took back another."""
    begin_step(session, name)
    session.info["undoes"] = change


def _note_removed(session: Session, _context: UOWTransaction, _instances: object) -> None:
    removed = [*session.deleted, *_left_out(session)]
    session.info["removed"] = [(record, _values(record)) for record in removed]


def _left_out(session: Session) -> Iterator[Base]:
    """Records that go because the record they belonged to no longer has them: events, mostly."""
    for record in session.dirty:
        for relation in inspect(type(record)).relationships:
            if relation.cascade.delete_orphan:
                parts = instance_state(record).attrs[relation.key].history.deleted
                yield from (part for part in parts if instance_state(part).persistent)


def _write(session: Session, _context: UOWTransaction) -> None:
    lines: list[tuple[Base, dict[str, object] | None, dict[str, object] | None]] = [
        (record, None, _values(record)) for record in session.new
    ]
    # After the flush the keys of departments are known; a record whose events alone have
    # changed is modified too, but has no line of its own.
    gone = {id(record) for record, _ in session.info["removed"]}
    changed = [(one, *_changes(one)) for one in session.dirty if id(one) not in gone]
    lines += [line for line in changed if line[1]]
    lines += [(record, before, None) for record, before in session.info["removed"]]
    if not lines:
        return
    stamp = _stamp(session)
    rows = [
        stamp
        | {
            "kind": record.__tablename__,
            "record_id": record.id,
            "before": before and _json(before),
            "after": after and _json(after),
        }
        for record, before, after in lines
    ]
    session.connection().execute(insert(_JOURNAL), rows)


def note(session: Session, kind: str, record_id: int, after: dict[str, object]) -> None:
    """Journal what changes no record, such as an export, under the step that is begun."""
    line = {"kind": kind, "record_id": record_id, "before": None, "after": _json(after)}
    session.connection().execute(insert(_JOURNAL), [_stamp(session) | line])


def note_change(
    session: Session,
    kind: str,
    record_id: int,
    before: dict[str, object],
    after: dict[str, object],
) -> None:
    """Journal a change of a record that was made past the session, under the step begun."""
    line = {"kind": kind, "record_id": record_id, "before": _json(before), "after": _json(after)}
    session.connection().execute(insert(_JOURNAL), [_stamp(session) | line])


def journal_rows(
    session: Session, table: Table, after_id: int, number: int, filled: tuple[str, ...] = ()
) -> list[int]:
    """Journal the rows of `table` with an id above `after_id`, just inserted; tells their ids.

    There are `number` of them, and no column is filled but the id and, if any are told, `filled`.

    Many rows are told in lines of many: to name every column in every row would take most of
    the room that an import needs, and much of its time.
    """
    connection = session.connection()
    dialect, stamp = connection.dialect.name, _stamp(session)
    after = {"after_id": after_id}
    if number <= _MOST_LINES_OF_ONE:
        rows = _journal_one_by_one(dialect, table, filled).run(connection, stamp | after)
        return sorted(id_ for (id_,) in rows)
    [(first, last)] = _fresh_span(table).run(connection, after)
    if last - first + 1 == number:
        ids = list(range(first, last + 1))
    else:
        ids = [id_ for (id_,) in _fresh_ids(table).run(connection, after)]
    [times] = _times_filled(table).run(connection, after)
    together = _journal_together(dialect, table, tuple(map(bool, times)))
    for first_id, last_id in _runs(ids):
        together.run(connection, stamp | {"first_id": first_id, "last_id": last_id})
    return ids


_MOST_LINES_OF_ONE = 100
_MOST_ROWS_TOGETHER = 500
_STAMP = ("recorded_at", "actor", "computer", "step")


def _runs(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last id of stretches without a gap, none longer than a line may be."""
    start = 0
    for place in range(1, len(ids) + 1):
        ends = place == len(ids) or ids[place] != ids[place - 1] + 1
        if ends or place - start == _MOST_ROWS_TOGETHER:
            yield ids[start], ids[place - 1]
            start = place


@cache
def _fresh_span(table: Table) -> Prepared:
    key = table.columns.id
    span = select(func.min(key), func.max(key))
    return Prepared(span.where(key > bindparam("after_id")))


@cache
def _times_filled(table: Table) -> Prepared:
    filled = select(*(func.count(column) for column in table.columns))
    return Prepared(filled.where(table.columns.id > bindparam("after_id")))


@cache
def _fresh_ids(table: Table) -> Prepared:
    key = table.columns.id
    return Prepared(select(key).where(key > bindparam("after_id")).order_by(key))


@cache
def _journal_one_by_one(dialect: str, table: Table, filled: tuple[str, ...]) -> Prepared:
    told = [table.columns[name] for name in ("id", *filled)] if filled else list(table.columns)
    values: list[ColumnElement[Any]] = [
        *_stamped(),
        literal(table.name),
        table.columns.id,
        _row_as_object(dialect, told),
    ]
    fresh = select(*values).where(table.columns.id > bindparam("after_id"))
    columns = [*_STAMP, "kind", "record_id", "after"]
    inserted = insert(_JOURNAL).from_select(columns, fresh.order_by(table.columns.id))
    return Prepared(inserted.returning(_JOURNAL.columns.record_id))


@cache
def _journal_together(dialect: str, table: Table, filled: tuple[bool, ...]) -> Prepared:
    """The line of one stretch of rows, in the order of their ids; no column stands there empty."""
    first_id, last_id = (bindparam(name, type_=Integer()) for name in ("first_id", "last_id"))
    key = table.columns.id
    columns = list(compress(table.columns, filled))
    rows = select(*columns).where(key.between(first_id, last_id)).order_by(key).subquery()
    names = json.dumps([column.name for column in columns])
    head, tail = literal(f'{{"columns": {names}, "rows": ', Text()), literal("}", Text())
    after = head + cast(_rows_as_array(dialect, rows), Text()) + tail
    told = select(*_stamped(), literal(table.name), first_id, last_id, after).select_from(rows)
    places = [*_STAMP, "kind", "record_id", "last_id", "after"]
    return Prepared(insert(_JOURNAL).from_select(places, told))


def _stamped() -> Iterator[ColumnElement[Any]]:
    return (bindparam(name, type_=_JOURNAL.columns[name].type) for name in _STAMP)


def _row_as_object(dialect: str, columns: Sequence[ColumnElement[Any]]) -> ColumnElement[Any]:
    pairs = [part for column in columns for part in (literal(column.name), column)]
    if dialect == "sqlite":
        return func.json_object(*pairs)
    return cast(func.json_build_object(*pairs), _JOURNAL.columns.after.type)


def _rows_as_array(dialect: str, rows: Subquery) -> ColumnElement[Any]:
    if dialect == "sqlite":
        return func.json_group_array(func.json_array(*rows.columns))
    return func.json_agg(func.json_build_array(*rows.columns))


def _stamp(session: Session) -> dict[str, object]:
    _begin_change(session)
    actor: Actor = session.info["actor"]
    return {
        "recorded_at": datetime.now(UTC).replace(tzinfo=None),
        "actor": actor.name,
        "computer": actor.computer,
        "step": session.info["step"],
    }


def _begin_change(session: Session) -> None:
    """Let the lines of this transaction be one change: it begins with the next line."""
    if _ENDED not in session.info:
        session.info[_ENDED] = end_of_journal(session.connection())


def _seal(session: Session) -> None:
    """Tell the change that the transaction is, and seal its lines, when it ends.

    Not when only a part of it ends, of which more may be taken back.
    """
    if session.in_nested_transaction():
        return
    session.flush()
    end = session.info.pop(_ENDED, None)
    if end is not None:
        session.info["change"] = end.last_line + 1
        seal_change(session.connection(), end, session.info.get("undoes"))


def _forget_change(session: Session, previous: SessionTransaction) -> None:
    if not previous.nested:
        session.info.pop(_ENDED, None)


def _changes(record: Base) -> tuple[dict[str, object], dict[str, object]]:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    state = instance_state(record)
    for name in _columns(record):
        added, _, deleted = state.attrs[name].history
        if added or deleted:
            before[name] = deleted[0] if deleted else None
            after[name] = added[0] if added else None
    return before, after


def _values(record: Base) -> dict[str, object]:
    every = {name: getattr(record, name) for name in _columns(record)}
    return {name: value for name, value in every.items() if value is not None}


def _columns(record: Base) -> Iterator[str]:
    return (column.key for column in record.__table__.columns)


def _json(values: dict[str, object]) -> str:
    told = {
        name: "、".join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
    return json.dumps(told, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"the journal cannot hold {type(value).__name__}")
