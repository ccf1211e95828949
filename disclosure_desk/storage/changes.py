"""Changes as a whole: what one transaction of a clerk did to which records, for undo.

Nothing of this is held in memory: what was done and taken back today lies in the journal, so
that it is known again after a restart.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Table, func, select
from sqlalchemy.orm import Session, aliased

from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.journal import JournalEntry, journal_change
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_batches import values_in
from disclosure_desk.storage.newest_lines import newest_line
from disclosure_desk.storage.tables import office_tables

# Lines that tell of no change: what left the office, who looked, and what a calendar moved.
NOTES = ("export", "look", "calendar", "security")
# Saved by itself while it is typed: each save by itself would be no step that anybody knows of.
_TYPED = "report_text"
_ONE_SITTING = timedelta(minutes=10)  # between two saves
_CHANGES_AT_ONCE = 200
_first_line = journal_change.columns.first_line

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its first and last line, who made it, and the change that it took back."""

    first_line: int
    last_line: int
    undoes: int | None
    step: str
    actor: Actor
    recorded_at: datetime  # UTC
    kind: str  # that its first line tells of
    removes: bool = False  # the record that its first line tells of


@dataclass(slots=True)
class Effect:
    """What a change did to one record: all its values, or those that changed.

    `before` is None for a record that was entered, `after` for one that was removed.
    """

    kind: str  # the table
    record_id: int
    before: Values | None
    after: Values | None


@dataclass(slots=True)
class Taken:
    """What may be undone and redone, the newest last."""

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)


def start_of_day() -> datetime:
    """The midnight at which today began on the clock of this computer, in UTC as lines are."""
    today = datetime.now().astimezone().date()
    return datetime.combine(today, time()).astimezone(UTC).replace(tzinfo=None)


def taken_since(session: Session, actor: Actor, since: datetime) -> Taken:
    """What this person did on this computer since then, and took back.

    A new step leaves nothing to redo. What changed no record is no step to be taken back.
    """
    taken = Taken()
    for change in reversed(list(changes_since(session, since))):
        if change.actor != actor or (change.undoes is None and change.kind in NOTES):
            continue
        if change.undoes is None:
            if taken.done and _is_one_step(taken.done[-1], change):
                change = _joined(taken.done.pop(), change)
            taken.done.append(change)
            taken.undone.clear()
        elif _moved(change, taken.done):
            taken.undone.append(change)
        elif _moved(change, taken.undone):
            taken.done.append(change)
    return taken


def _is_one_step(earlier: Change, later: Change) -> bool:
    """Whether the same text was gone on with at once, and nothing else done between."""
    return (
        earlier.kind == later.kind == _TYPED
        and earlier.step == later.step
        and earlier.undoes is None
        and not (earlier.removes or later.removes)
        and earlier.last_line + 1 == later.first_line
        and later.recorded_at - earlier.recorded_at <= _ONE_SITTING
    )


def _joined(earlier: Change, later: Change) -> Change:
    """Both as one, from the first line of the one to the last of the other."""
    return replace(earlier, last_line=later.last_line, recorded_at=later.recorded_at)


def _moved(change: Change, stack: list[Change]) -> bool:
    """Whether a change took back one of the stack, which is there no more then."""
    for place, one in enumerate(stack):
        if one.first_line == change.undoes:
            del stack[place]
            return True
    return False


def changes_since(session: Session, since: datetime) -> Iterator[Change]:
    """All changes since then, whoever made them, the newest first."""
    next_line = newest_line(session) + 1
    below: int | None = None
    while True:
        rows = session.execute(_heads(below)).all()
        for row in rows:
            if row.recorded_at < since:
                return
            yield _change(row, next_line - 1)
            below = next_line = row.first_line
        if len(rows) < _CHANGES_AT_ONCE:
            return


def change_of_line(session: Session, line_id: int) -> Change | None:
    """The change that a line belongs to; None for lines of earlier versions."""
    heads = _heads(line_id + 1).limit(1)
    row = session.execute(heads).one_or_none()
    if row is None:
        return None
    following = select(func.min(_first_line)).where(_first_line > row.first_line)
    first_of_next = session.scalar(following)
    return _change(row, (first_of_next or newest_line(session) + 1) - 1)


def _heads(below: int | None) -> Select[Any]:
    """Changes with what their first line says, newest first, a page of them."""
    line = aliased(JournalEntry)  # on a server keys are left out: the first line may come later
    lines = select(func.min(line.id)).where(line.id >= _first_line)
    first = lines.correlate(journal_change).scalar_subquery()
    statement = (
        select(
            _first_line,
            journal_change.columns.undoes,
            JournalEntry.step,
            JournalEntry.actor,
            JournalEntry.computer,
            JournalEntry.recorded_at,
            JournalEntry.kind,
            JournalEntry.after.is_(None).label("removes"),
        )
        .join(JournalEntry, JournalEntry.id == first)
        .order_by(_first_line.desc())
        .limit(_CHANGES_AT_ONCE)
    )
    return statement if below is None else statement.where(_first_line < below)


def _change(row: Row[Any], last_line: int) -> Change:
    actor = Actor(row.actor, row.computer)
    told = (row.undoes, row.step, actor, row.recorded_at, row.kind, row.removes)
    return Change(row.first_line, last_line, *told)


def still_standing(changes: Iterable[Change]) -> list[Change]:
    """Those changes, the newest given first, that were not taken back, nor took back others."""
    gone: set[int] = set()
    standing = []
    for change in changes:
        if change.first_line in gone:
            continue
        if change.undoes is not None:
            gone.add(change.undoes)
        else:
            standing.append(change)
    return standing


# ---------------------------------------------------------------------------- what was done


def number_of_records(session: Session, change: Change) -> int:
    """How many records the lines of a change tell of, steps among them."""
    several = func.coalesce(JournalEntry.last_id, JournalEntry.record_id) - JournalEntry.record_id
    counted = select(func.sum(several + 1)).where(_within(change))
    return session.scalar(counted) or 0


class Touched:
    """The records that some changes tell of, by table and key; of many as stretches of keys."""

    def __init__(self) -> None:
        self._stretches: dict[str, list[tuple[int, int]]] = {}

    def add(self, session: Session, change: Change) -> None:
        """Count in the records of one more change."""
        columns = (JournalEntry.kind, JournalEntry.record_id, JournalEntry.last_id)
        for kind, first, last in session.execute(select(*columns).where(_within(change))):
            self._stretches.setdefault(kind, []).append((first, last or first))

    def __bool__(self) -> bool:
        return bool(self._stretches)

    def __contains__(self, place: tuple[str, int]) -> bool:
        kind, record_id = place
        return any(first <= record_id <= last for first, last in self._stretches.get(kind, ()))


def effects_of(session: Session, change: Change) -> list[Effect]:
    """What a change did to each record, in the order in which its lines tell of them first."""
    lines = session.scalars(select(JournalEntry).where(_within(change)).order_by(JournalEntry.id))
    return effects_told(lines.all())


def effects_told(lines: Sequence[JournalEntry]) -> list[Effect]:
    """What these lines, oldest first, did to each record altogether."""
    found: dict[tuple[str, int], Effect] = {}
    for line in lines:
        for record_id, before, after in _parts(line):
            key = (line.kind, record_id)
            if key not in found:
                found[key] = Effect(line.kind, record_id, before, after)
            else:
                _lay_over(found[key], before, after)
    return [one for one in map(_without_what_stayed, found.values()) if one is not None]


def _parts(line: JournalEntry) -> Iterator[tuple[int, Values | None, Values | None]]:
    if line.last_id is not None:
        for values in values_in(line, number=Decimal):
            yield values["id"], None, told_values(line.kind, values)
        return
    yield line.record_id, _read(line.kind, line.before), _read(line.kind, line.after)


def _lay_over(effect: Effect, before: Values | None, after: Values | None) -> None:
    """Add what a later line tells of the same record."""
    if effect.before is not None and before is not None:
        effect.before = before | effect.before
    if after is None or before is None:
        effect.after = after
    else:
        effect.after = (effect.after or {}) | after


def _without_what_stayed(effect: Effect) -> Effect | None:
    """The effect without fields that came back to what they were; None where nothing is left."""
    before, after = effect.before, effect.after
    if before is None or after is None:
        return effect if before is not after else None
    changed = [name for name in after if after[name] != before.get(name)]
    if not changed:
        return None
    effect.before = {name: before.get(name) for name in changed}
    effect.after = {name: after[name] for name in changed}
    return effect


def _within(change: Change) -> Any:
    return JournalEntry.id.between(change.first_line, change.last_line)


# ---------------------------------------------------------------------------- values


def _read(kind: str, text: str | None) -> Values | None:
    return None if text is None else told_values(kind, json.loads(text, parse_float=Decimal))


def told_values(kind: str, told: Values) -> Values:
    """The values of a line as their record holds them; kinds without a table stay as told."""
    table = table_of(kind)
    if table is None:
        return told
    return {
        name: value_told(table, name, value)
        for name, value in told.items()
        if name in table.columns
    }


@cache
def table_of(kind: str) -> Table | None:
    """The table that lines of a kind tell of, or None for notes."""
    return {table.name: table for table in office_tables()}.get(kind)


def model_of(kind: str) -> type[Base] | None:
    """The model of the records that lines of a kind tell of."""
    for mapper in Base.registry.mappers:
        if mapper.local_table is table_of(kind):
            return mapper.class_
    return None


def value_told(table: Table, name: str, value: Any) -> FieldValue | datetime:
    """A value of the journal as the record holds it."""
    kind = table.columns[name].type.python_type
    if value is None:
        return None
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is Decimal:
        return Decimal(str(value))
    if kind is tuple:
        return tuple(value.split("、")) if value else ()
    return bool(value) if kind is bool else value
