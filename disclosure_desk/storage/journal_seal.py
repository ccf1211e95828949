"""Seals the journal: each line by a hash over itself and over the seal of the line before.

A line that is changed, removed, put elsewhere or slipped in no longer fits the seals around it.
The newest seal stands in a table of its own too, so that an end that was cut off is missed.
The seals lie beside the lines: a line of an import tells of 500 records and is not written twice.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, func, insert, select, update

from disclosure_desk.records.journal import (
    JournalEntry,
    journal_change,
    journal_end,
    journal_seal,
)
from disclosure_desk.storage.prepared import Prepared

_JOURNAL: Table = JournalEntry.metadata.tables[JournalEntry.__tablename__]
_LINES_AT_ONCE = 100

# In this order they are sealed, whatever columns the journal gets later.
_TELLING = ("id", "recorded_at", "actor", "computer", "step", "kind", "record_id", "last_id")
_TEXTS = ("before", "after")
SEALED = (*_TELLING, *_TEXTS)

Begun = Iterable[tuple[int, int | None]]


def seal_of(previous: str, line: Sequence[object], changes: Begun, texts: str = "") -> str:
    """The seal of a line with the values of SEALED, over the seal of the line before it.

    `changes` are those that begin with the line: the number of their first line, and the
    change that they take back. The texts go in by their own hash: where a person's data was
    blotted out of them, `texts` is the hash that was kept, and the chain stays whole.
    """
    begun = [value for change in changes for value in change]
    head = (previous, line[0], _moment(line[1]), *line[2 : len(_TELLING)])
    return sha256(_told((*head, texts or hash_of_texts(line), *begun))).hexdigest()


def hash_of_texts(line: Sequence[object]) -> str:
    """What goes into the seal for the texts of a line with the values of SEALED."""
    return sha256(_told(line[len(_TELLING) :])).hexdigest()


def hash_as_it_stands(line: Sequence[object], seal: str | None) -> str:
    """A hash over all values of SEALED and over the seal of the line, to attest them later."""
    return sha256(_told((line[0], _moment(line[1]), *line[2:], seal))).hexdigest()


def _told(values: Iterable[object]) -> bytes:
    """Values one after the other, each with its length, so that none can pass into the next."""
    parts = (None if value is None else str(value).encode() for value in values)
    return b"".join(b"-" if part is None else b"%d:%s" % (len(part), part) for part in parts)


def _moment(recorded_at: object) -> object:
    """A time as every database tells it; SQLite keeps a text, a server leaves out zeros."""
    if isinstance(recorded_at, str):
        try:
            recorded_at = datetime.fromisoformat(recorded_at)
        except ValueError:
            return recorded_at
    if isinstance(recorded_at, datetime):
        return recorded_at.isoformat(timespec="microseconds")
    return recorded_at


class End(NamedTuple):
    """Where the journal ends before a transaction adds to it, and where its seals end."""

    last_line: int
    sealed_line: int
    seal: str


def end_of_journal(connection: Connection) -> End:
    """The last line, and the last that was sealed: the same, if nobody laid hand on them."""
    last_line, sealed_line, seal = _END.run(connection, {})[0]
    return End(last_line or 0, sealed_line or 0, seal or "")


def seal_change(connection: Connection, end: End, undoes: int | None) -> None:
    """Tell the change whose lines stand behind this end, and seal them.

    Whoever adds lines has his turn until his transaction ends, so the end stays what it was.
    """
    change = (end.last_line + 1, undoes)
    _BEGIN.run(connection, dict(zip(("first_line", "undoes"), change, strict=True)))
    _seal(connection, end, [change])


def seal_lines(connection: Connection, end: End) -> None:
    """Seal all lines behind this end, whose changes are told already."""
    _seal(connection, end, _CHANGES.run(connection, {"below": end.sealed_line}))


def _seal(connection: Connection, end: End, changes: Sequence[tuple[Any, ...]]) -> None:
    below, sealed_line, seal = end
    begun = iter((*changes, (None, None)))
    change = next(begun)
    more = True
    while more:
        lines = _LINES.run(connection, {"below": below})
        more = len(lines) == _LINES_AT_ONCE
        if not lines:
            break
        for line in lines:
            own = []
            while change[0] is not None and change[0] <= line[0]:
                own.append(change)
                change = next(begun)
            sealed_line, seal = line[0], seal_of(seal, line, own)
            _SEAL.run(connection, {"line": line[0], "seal": seal})
        below = sealed_line
    if seal != end.seal:
        newest = {"line": sealed_line, "seal": seal}
        (_NEXT_END if end.sealed_line else _FIRST_END).run(connection, newest)


_END = Prepared(
    select(
        select(func.max(_JOURNAL.columns.id)).scalar_subquery(),
        select(func.max(journal_end.columns.line)).scalar_subquery(),
        select(func.max(journal_end.columns.seal)).scalar_subquery(),
    )
)
_LINES = Prepared(
    select(*(_JOURNAL.columns[name] for name in SEALED))
    .where(_JOURNAL.columns.id > bindparam("below"))
    .order_by(_JOURNAL.columns.id)
    .limit(_LINES_AT_ONCE)
)
_first_line = journal_change.columns.first_line
_CHANGES = Prepared(
    select(_first_line, journal_change.columns.undoes)
    .where(_first_line > bindparam("below"))
    .order_by(_first_line)
)
_BEGIN = Prepared(insert(journal_change))
_SEAL = Prepared(insert(journal_seal))
_FIRST_END = Prepared(insert(journal_end))
_NEXT_END = Prepared(update(journal_end))
