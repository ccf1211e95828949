"""What was removed from the registers, as the journal keeps it: the recycle bin."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, SQLColumnExpression, Table, or_, select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import KIND_LABELS, MODELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.change_names import LETTER, REGISTERS, UNDONE
from disclosure_desk.storage.changes import Values, change_of_line, told_values
from disclosure_desk.storage.journal_batches import EVENT

_MOST_SHOWN = 1_000
# Before lines were kept together as changes: what one removal wrote lies within this time.
_ONE_REMOVAL = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Removed:
    """A record that was removed and is not back: when, by whom, why, and what it held."""

    kind: str
    record_id: int
    line: JournalEntry  # of the removal
    reason: str
    values: Values
    of_number: str = ""  # of a step: the number of its request

    @property
    def number(self) -> str:
        """The number by which it was known; of a reported figure its day."""
        told = (self.of_number, self.values.get("number"), self.values.get("dated_on"))
        return str(next((one for one in told if one), ""))


def removed_records(session: Session, most: int = _MOST_SHOWN) -> list[Removed]:
    """The records that were removed and are not there, the newest removal first.

    Steps that were taken away from a request are among them (`kind` is then EVENT). As many as
    somebody removed, and as many whose entry was undone: thousands of rows that were undone
    together hide nothing that was removed for a reason.
    """
    undone = JournalEntry.step.startswith(UNDONE)
    lines = [*_removals(session, ~undone, most), *_removals(session, undone, most)]
    lines.sort(key=lambda line: line.id, reverse=True)
    present = {table: _present(session, table, lines) for table in REGISTERS}
    found, seen = [], set()
    for line in lines:
        place = (line.kind, line.record_id)
        if place not in seen and line.record_id not in present[line.kind]:
            seen.add(place)
            found.append(_removed(line))
    found += _removed_steps(session, most)
    return sorted(found, key=lambda one: one.line.id, reverse=True)


def _removed_steps(session: Session, most: int) -> Iterator[Removed]:
    """Steps that are gone while their request is there; with it gone they go back with it."""
    newest = select(JournalEntry).where(
        JournalEntry.kind == EVENT,
        JournalEntry.after.is_(None),
        ~JournalEntry.step.startswith(UNDONE),
    )
    lines = session.scalars(newest.order_by(JournalEntry.id.desc()).limit(most)).all()
    values = {line.id: _values(line) for line in lines}
    present = set(_among(session, RequestEvent.id, [line.record_id for line in lines]))
    owners = {told["request_id"] for told in values.values()}
    wanted = select(Request.id, Request.number).where(Request.id.in_(owners))
    numbers = dict(session.execute(wanted).all())
    seen: set[int] = set()
    for line in lines:
        number = numbers.get(values[line.id]["request_id"])
        if number is None or line.record_id in present or line.record_id in seen:
            continue
        seen.add(line.record_id)
        reason = line.step.partition("：")[2]
        yield Removed(EVENT, line.record_id, line, reason, values[line.id], number)


def _removals(
    session: Session, condition: ColumnElement[bool], most: int
) -> Sequence[JournalEntry]:
    of_records = (JournalEntry.kind.in_(REGISTERS), JournalEntry.after.is_(None))
    newest = select(JournalEntry).where(*of_records, condition).order_by(JournalEntry.id.desc())
    return session.scalars(newest.limit(most)).all()


def _present(session: Session, kind: str, lines: Sequence[JournalEntry]) -> set[int]:
    ids = [line.record_id for line in lines if line.kind == kind]
    return set(_among(session, _table(kind).columns.id, ids))


def _among(session: Session, key: SQLColumnExpression[int], ids: Sequence[int]) -> Iterable[int]:
    return session.scalars(select(key).where(key.in_(ids)))


def _table(kind: str) -> Table:
    model = MODELS[REGISTERS[kind]]
    return model.metadata.tables[model.__tablename__]


def _removed(line: JournalEntry) -> Removed:
    return Removed(
        REGISTERS[line.kind],
        line.record_id,
        line,
        reason_of(line.step, REGISTERS[line.kind]),
        _values(line),
    )


def reason_of(step: str, kind: str) -> str:
    """Why a record was removed; a removal by undo says what was undone."""
    return step.removeprefix(f"删除{KIND_LABELS[kind]}：")


def _values(line: JournalEntry) -> Values:
    return told_values(line.kind, json.loads(line.before or "{}", parse_float=Decimal))


def lines_of_removal(session: Session, line: JournalEntry) -> list[JournalEntry]:
    """The lines that a removal wrote: of the record, and of what belonged to it."""
    if line.kind != MODELS["request"].__tablename__:
        return [line]
    belongs = (f'"request_id": {line.record_id},', f'"request_id": {line.record_id}}}')
    parts = select(JournalEntry).where(
        JournalEntry.kind.in_((EVENT, LETTER)),
        JournalEntry.after.is_(None),
        or_(*(JournalEntry.before.contains(words) for words in belongs)),
    )
    change = change_of_line(session, line.id)
    if change is not None:
        parts = parts.where(JournalEntry.id.between(change.first_line, change.last_line))
    else:
        at = line.recorded_at
        parts = parts.where(
            JournalEntry.step == line.step,
            JournalEntry.recorded_at.between(at - _ONE_REMOVAL, at + _ONE_REMOVAL),
        )
    return [line, *session.scalars(parts.order_by(JournalEntry.id))]


def removed_numbers(session: Session, kind: str, year: int) -> Iterator[str]:
    """The numbers with this year in them that removed records had: they stay used.

    An entry that was undone gives its number back.
    """
    lines = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.kind == MODELS[kind].__tablename__,
            JournalEntry.after.is_(None),
            JournalEntry.before.contains(str(year)),
            ~JournalEntry.step.startswith(UNDONE),
        )
        .order_by(JournalEntry.id.desc())
        .limit(_MOST_SHOWN)
    )
    for line in lines:
        number = _values(line).get("number")
        if number and str(year) in str(number):
            yield str(number)
