"""Which row of the tables here a record of a merge stands in, and which rows stand wrongly."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.base import Base
from disclosure_desk.records.merge_plan import MergePlan
from disclosure_desk.records.resolution import NUMBERED, Resolved
from disclosure_desk.records.shared_kinds import (
    DEPARTMENT,
    EVENT,
    INDICATOR,
    SHARED,
    SUBORDINATE,
    table_of_kind,
)
from disclosure_desk.records.tellings import Plain
from disclosure_desk.storage.changes import model_of, value_told
from disclosure_desk.storage.knowledge import Knowledge
from disclosure_desk.storage.told_content import Row


class MergeRows:
    """The keys of what a plan names; `told` are those that records got by this merge."""

    def __init__(self, session: Session, knowledge: Knowledge, plan: MergePlan) -> None:
        self.told: dict[Row, str] = {}
        self._session, self._plan = session, plan
        self._identities = knowledge.identities
        self._keys: dict[str, list[int]] = {}  # of an identity, gone ones too
        for (kind, key), identity in knowledge.identities.items():
            if kind in SHARED:
                self._keys.setdefault(identity, []).append(key)
        self._present = {kind: self._keys_of(kind) for kind in SHARED}
        self._entered: dict[str, int] = {}

    def _keys_of(self, kind: str) -> set[int]:
        return set(self._session.scalars(select(table_of_kind(kind).columns.id)))

    # ------------------------------------------------------------------ asked

    def key_of(self, record: Resolved | None) -> int | None:
        """The key of a record's row here, if there is one."""
        if record is None:
            return None
        if record.identity in self._entered:
            return self._entered[record.identity]
        for entries in (record.members, record.also):
            keys = [key for one in entries for key in self._keys.get(one, ())]
            if present := [key for key in keys if key in self._present[record.kind]]:
                return min(present)
        return None

    def key_named(self, identity: Plain) -> int | None:
        """The key of the record that a link of another one names."""
        return None if identity is None else self.key_of(self._plan.after.of(identity))

    def old_key(self, record: Resolved) -> int | None:
        """The key under which a record stood here once, if it can have it again."""
        if record.kind in (EVENT, INDICATOR):
            return None
        keys = [key for one in record.members for key in self._keys.get(one, ())]
        return max((key for key in keys if key not in self._present[record.kind]), default=None)

    def second_keys(self, record: Resolved) -> list[int]:
        """The keys of further rows of a record, the first one left out."""
        present = self._present[record.kind]
        keys = {x for one in record.members for x in self._keys.get(one, ()) if x in present}
        return sorted(keys)[1:]

    def loaded(self, record: Resolved | None) -> Base | None:
        """The row of a record; None where it has none."""
        key = self.key_of(record)
        return None if record is None or key is None else self.loaded_by_key(record.kind, key)

    def loaded_by_key(self, kind: str, key: int) -> Base | None:
        """The row under a key; None where it is gone."""
        model = model_of(kind)
        return None if model is None else self._session.get(model, key)

    def value(self, kind: str, name: str, value: Plain) -> Any:
        """The value of a field as its column holds it: of a link the key."""
        if name in SHARED[kind].links:
            return self.key_named(value)
        return value_told(table_of_kind(kind), name, value)

    def has_row_of_its_own(self, record: Resolved) -> bool:
        """Whether a record that is there no more has a row that no other record stands in."""
        key = None if record.is_there else self.key_of(record)
        if key is None or record.kind != DEPARTMENT:
            return key is not None
        standing = (one for one in self._plan.after.of_kind(DEPARTMENT) if one.is_there)
        return all(self.key_of(one) != key for one in standing)

    # ------------------------------------------------------------------ told

    def stands(self, record: Resolved, key: int) -> None:
        """Take note that a record was entered in this row."""
        self._entered[record.identity] = key
        self._present[record.kind].add(key)
        self.told[record.kind, key] = record.identity

    def goes(self, kind: str, key: int | None) -> None:
        """Take note that this row is deleted."""
        self._present[kind].discard(key or 0)

    def note_who_stands_where(self) -> None:
        """What is changed in a row from now on is changed in the record that it shows."""
        for kind in (DEPARTMENT, SUBORDINATE):
            for record in self._plan.after.of_kind(kind):
                key = self.key_of(record) if record.is_there else None
                if key is not None and self._identities.get((kind, key)) not in record.members:
                    self.told[kind, key] = record.identity

    # ------------------------------------------------------------------ what stands wrongly

    def out_of_order(self, touched: Iterable[Resolved]) -> list[Resolved]:
        """Rows that are here and must come after a new one that was entered before them."""
        groups: dict[object, list[Resolved]] = {}
        wanted = {_group_of(one) for one in touched} - {None}
        for kind in (EVENT, INDICATOR):
            for record in self._plan.after.of_kind(kind):
                if record.is_there and (group := _group_of(record)) in wanted:
                    groups.setdefault(group, []).append(record)
        again = []
        for records in groups.values():
            last = 0
            for record in records:  # as they were entered
                key = self.key_of(record)
                if key is not None and key > last:
                    last = key
                else:
                    last = 1 << 62
                    if key is not None:
                        again.append(record)
        return again

    def wrongly_numbered(self, touched: Iterable[Resolved] = ()) -> list[Resolved]:
        """Other records whose number here is not the one that they have everywhere.

        They gave way to one that has another number itself by now.
        """
        known = {one.identity for one in touched}
        found = []
        for kind in NUMBERED:
            columns = table_of_kind(kind).columns
            numbers = dict(self._session.execute(select(columns.id, columns.number)).all())
            for record in self._plan.after.of_kind(kind):
                key = self.key_of(record)
                if key is not None and record.is_there and record.identity not in known:
                    was = self._plan.was(record)
                    parted = record.wanted_number or (was is not None and was.wanted_number)
                    here = str(numbers.get(key) or "")
                    wanted = str(record.values.get("number") or "")
                    if here != wanted and (parted or here.startswith(f"{wanted}-")):
                        found.append(record)
        return found


def _group_of(record: Resolved) -> object:
    """Records whose rows must stand in the order in which they were entered; None for others."""
    values = record.values
    if record.kind == EVENT:
        return EVENT, values.get("request_id")
    if record.kind == INDICATOR:
        return INDICATOR, values.get("indicator"), values.get("dated_on")
    return None
