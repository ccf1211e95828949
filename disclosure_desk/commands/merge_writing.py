"""Writes what merging a package changes: rows entered, changed and removed, all journalled."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.letter_files import drop_content
from disclosure_desk.records.base import Base
from disclosure_desk.records.closed_year import closed_year_content
from disclosure_desk.records.letter import Letter, letter_aside, letter_file
from disclosure_desk.records.merge_plan import BEING, HERE, Conflict, MergePlan, changed_fields
from disclosure_desk.records.package import Package
from disclosure_desk.records.publication import channel_mask
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.resolution import NUMBERED, Resolved
from disclosure_desk.records.shared_kinds import (
    CLOSED_YEAR,
    DEPARTMENT,
    EVENT,
    INDICATOR,
    LETTER,
    PUBLICATION,
    REQUEST,
    SHARED,
    SUBORDINATE,
    table_of_kind,
)
from disclosure_desk.records.tellings import Plain, Telling
from disclosure_desk.storage.bulk import indexes_sorted, insert_columns
from disclosure_desk.storage.changes import model_of, value_told
from disclosure_desk.storage.journal import begin_step, journal_rows
from disclosure_desk.storage.knowledge import Knowledge
from disclosure_desk.storage.told_content import Row

_AT_ONCE = 500
# Of more new records the step does not say of each who entered it.
_MOST_SAID = 200
# What is unique cannot stand in a row for a moment only to be journalled.
_UNIQUE = frozenset({"number", "name", "year", "sequence", "series", "chapter", "rule"})


class MergeWriting:
    """Brings the tables to what a plan says; `rows` are the keys that new records got.

    Rows of one request's steps, and of one day's figures, stand in the order in which they were
    entered anywhere: of two on one day the registers count by that order, so that it must be the
    same on every computer. Steps that stand in another order are entered anew.
    """

    def __init__(
        self, session: Session, knowledge: Knowledge, plan: MergePlan, package: Package, step: str
    ) -> None:
        self._session, self._plan, self._package, self.step = session, plan, package, step
        self.rows: dict[Row, str] = {}
        self._identities = knowledge.identities
        self._keys: dict[str, list[int]] = {}  # of an identity, gone ones too
        for (kind, key), identity in knowledge.identities.items():
            if kind in SHARED:
                self._keys.setdefault(identity, []).append(key)
        self._present = {kind: self._keys_of(kind) for kind in SHARED}
        self._entered: dict[str, int] = {}
        self._moved: dict[int, int] = {}  # steps that were entered anew, old key to new one
        self._renumbered: set[str] = set()  # the new numbers
        self._requests: dict[str, Resolved] = {}  # whose steps are others afterwards

    def write(self) -> None:
        """All of it, in an order in which no row ever names one that is not there."""
        touched = self._plan.touched()
        again = self._out_of_order(touched)
        there = [one for one in touched if one.is_there]
        entering = [one for one in there if self.key_of(one) is None]
        changing = [one for one in there if self.key_of(one) is not None and one not in again]
        changing += self.wrongly_numbered(touched)
        removing = [one for one in touched if self._has_row_of_its_own(one)]
        self._note_requests([*touched, *again])
        begin_step(self._session, self.step)
        self._remove([one for one in removing if one.kind != DEPARTMENT])
        self._remove_second_rows()
        self._keep_what_is_not_taken()
        old = [one for one in removing if one.kind == DEPARTMENT]
        self._free_names([*changing, *old], there)
        self._enter([one for one in entering if one.kind == DEPARTMENT])
        self._change(changing)
        self._enter_anew(again, [one for one in entering if one.kind != DEPARTMENT])
        self._link_letters([one for one in changing if one.kind == LETTER])
        self._tell_numbers()
        self._follow_departments({one.identity for one in touched if one.kind == DEPARTMENT})
        self._remove(old)
        self._note_who_stands_where()
        self._retell()

    def _note_who_stands_where(self) -> None:
        """What is changed in a row from now on is changed in the record that it shows."""
        for kind in (DEPARTMENT, SUBORDINATE):
            for record in self._plan.after.of_kind(kind):
                key = self.key_of(record) if record.is_there else None
                if key is not None and self._identities.get((kind, key)) not in record.members:
                    self.rows[kind, key] = record.identity

    def _has_row_of_its_own(self, record: Resolved) -> bool:
        """Whether a record that is there no more has a row that no other record stands in."""
        key = None if record.is_there else self.key_of(record)
        if key is None or record.kind != DEPARTMENT:
            return key is not None
        standing = (one for one in self._plan.after.of_kind(DEPARTMENT) if one.is_there)
        return all(self.key_of(one) != key for one in standing)

    # ------------------------------------------------------------------ keys

    def _keys_of(self, kind: str) -> set[int]:
        return set(self._session.scalars(select(table_of_kind(kind).columns.id)))

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

    def _key_named(self, identity: Plain) -> int | None:
        return None if identity is None else self.key_of(self._plan.after.of(identity))

    # ------------------------------------------------------------------ what is to be done

    def _out_of_order(self, touched: Iterable[Resolved]) -> list[Resolved]:
        """Rows that are here and must come after a new one that was entered before them."""
        groups: dict[object, list[Resolved]] = {}
        wanted = {self._group_of(one) for one in touched} - {None}
        for kind in (EVENT, INDICATOR):
            for record in self._plan.after.of_kind(kind):
                if record.is_there and (group := self._group_of(record)) in wanted:
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

    def _group_of(self, record: Resolved) -> object:
        values = record.values
        if record.kind == EVENT:
            return EVENT, values.get("request_id")
        if record.kind == INDICATOR:
            return INDICATOR, values.get("indicator"), values.get("dated_on")
        return None

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

    def _note_requests(self, records: Iterable[Resolved]) -> None:
        for record in records:
            owner = record.values.get(SHARED[record.kind].owner) if record.kind == EVENT else None
            request = self._plan.after.of(owner) if owner else record
            if request is not None and request.kind == REQUEST and request.is_there:
                self._requests[request.identity] = request

    # ------------------------------------------------------------------ removing

    def _remove(self, records: Sequence[Resolved]) -> None:
        order = {name: place for place, name in enumerate(reversed(SHARED))}
        for record in sorted(records, key=lambda one: order[one.kind]):
            key = self.key_of(record)
            row = self._loaded(record.kind, key)
            if row is None:
                continue
            if isinstance(row, Letter):
                drop_content(self._session, row, for_good=False)
            self._say(_removal_of(record))
            self._session.delete(row)
            self._session.flush()
            self._present[record.kind].discard(key or 0)
        begin_step(self._session, self.step)

    def _remove_second_rows(self) -> None:
        """One step has one row, also where two were entered before it was known as one."""
        for record in self._plan.after.of_kind(EVENT):
            present = self._present[EVENT]
            keys = {x for one in record.members for x in self._keys.get(one, ()) if x in present}
            for key in sorted(keys)[1:]:
                row = self._loaded(EVENT, key)
                if row is not None:
                    self._session.delete(row)
                    present.discard(key)
                    self._note_requests([record])
        self._session.flush()

    # ------------------------------------------------------------------ changing

    def _change(self, records: Sequence[Resolved]) -> None:
        by_words: dict[str, list[Resolved]] = {}
        for record in records:
            by_words.setdefault(self._words(record), []).append(record)
        for words in sorted(by_words):
            begin_step(self._session, words)
            for record in by_words[words]:
                self._change_one(record)
            self._session.flush()
        begin_step(self._session, self.step)

    def _change_one(self, record: Resolved) -> None:
        row = self._loaded(record.kind, self.key_of(record))
        was = self._plan.was(record)
        names = set(changed_fields(was, record)) if was is not None else set(record.values)
        if record.kind in NUMBERED:
            names.add("number")
        names -= {"event_id"}  # the step may not be entered yet
        for name in sorted(names & SHARED[record.kind].fields):
            value = self._typed(record.kind, name, record.values.get(name))
            if row is not None and getattr(row, name) != value:
                if name == "number" and record.kind == REQUEST:
                    self._renumbered.add(str(value))
                setattr(row, name, value)

    def _keep_what_is_not_taken(self) -> None:
        """Journal the value of the other side where this side's holds: it can be put back.

        It stands in the record for no longer than this transaction.
        """
        kept: list[tuple[Base, str, object]] = []
        for one in self._plan.conflicts:
            row = self._loaded(one.kind, self.key_of(self._plan.after.of(one.identity)))
            if row is None or one.keeps != HERE or not _can_stand(one):
                continue
            kept.append((row, one.field, getattr(row, one.field)))
            self._say(one.written_there, "，没有采用")
            setattr(row, one.field, self._typed(one.kind, one.field, one.there))
            self._session.flush()
        begin_step(self._session, self.step)
        for row, name, value in kept:
            setattr(row, name, value)
        self._session.flush()

    def _free_names(self, leaving: Iterable[Resolved], there: Iterable[Resolved]) -> None:
        """Where numbers or names pass from one to another, the old holder has none for a moment:

        no two rows may be alike in them, and not all can change at once.
        """
        wanted = {
            (one.kind, one.values.get(_NAMES[one.kind])) for one in there if one.kind in _NAMES
        }
        for record in leaving:
            name = _NAMES.get(record.kind, "")
            row = self._loaded(record.kind, self.key_of(record)) if name else None
            held = getattr(row, name) if row is not None else None
            keeps = record.is_there and held == record.values.get(name)
            if row is not None and held and not keeps and (record.kind, held) in wanted:
                setattr(row, name, f"{held}（并入中{row.id}）")
        self._session.flush()

    # ------------------------------------------------------------------ entering

    def _enter_anew(self, again: Sequence[Resolved], entering: Sequence[Resolved]) -> None:
        old: dict[str, tuple[int, dict[str, Any]]] = {}
        for record in again:
            key = self.key_of(record)
            row = self._loaded(record.kind, key)
            if row is not None and key is not None:
                old[record.identity] = key, _columns_of(row)
                self._session.delete(row)
                self._present[record.kind].discard(key)
        self._session.flush()
        self._session.expire_all()
        every = sorted([*entering, *again], key=lambda one: one.order)
        self._enter(every, {identity: values for identity, (_, values) in old.items()})
        for record in again:
            if record.kind == EVENT and record.identity in old:
                self._moved[old[record.identity][0]] = self._entered[record.identity]

    def _enter(
        self, records: Sequence[Resolved], as_they_were: Mapping[str, dict[str, Any]] | None = None
    ) -> None:
        for kind in SHARED:
            of_kind = [one for one in records if one.kind == kind]
            back = [one for one in of_kind if self._old_key(one, as_they_were or {})]
            for record in back:
                self._put_back(record)
            new = [one for one in of_kind if one not in back] if back else of_kind
            for words, some in self._by_words(new):
                begin_step(self._session, words)
                self._insert(kind, some, as_they_were or {})
        begin_step(self._session, self.step)

    def _by_words(self, records: Sequence[Resolved]) -> list[tuple[str, list[Resolved]]]:
        """Stretches, in their order, that one step is said of."""
        if len(records) > _MOST_SAID:
            return [(self.step, list(records))]
        found: list[tuple[str, list[Resolved]]] = []
        for record in records:
            words = self._words(record)
            if not found or found[-1][0] != words:
                found.append((words, []))
            found[-1][1].append(record)
        return found

    def _old_key(self, record: Resolved, as_they_were: Mapping[str, Any]) -> int | None:
        """The key under which a record stood here once, if it can have it again."""
        if record.identity in as_they_were or record.kind in (EVENT, INDICATOR):
            return None
        keys = [key for one in record.members for key in self._keys.get(one, ())]
        return max((key for key in keys if key not in self._present[record.kind]), default=None)

    def _put_back(self, record: Resolved) -> None:
        key = self._old_key(record, {})
        model = model_of(record.kind)
        assert model is not None
        assert key is not None
        values = self._row_values(record)
        derived = {name: values.pop(name) for name in SHARED[record.kind].derived}
        begin_step(self._session, self._words(record))
        row = model(id=key, **values)
        for name, value in derived.items():
            if getattr(row, name) is None:
                setattr(row, name, value)
        self._session.add(row)
        self._session.flush()
        self._is_entered(record, key)

    def _insert(
        self, kind: str, records: Sequence[Resolved], as_they_were: Mapping[str, dict[str, Any]]
    ) -> None:
        table = table_of_kind(kind)
        connection = self._session.connection()
        rows = [self._row_values(one, as_they_were.get(one.identity)) for one in records]
        columns = {name: [row[name] for row in rows] for name in rows[0]}
        last_id = connection.execute(select(func.max(table.columns.id))).scalar() or 0
        with indexes_sorted(connection, table, len(rows)):
            insert_columns(connection, table, columns)
        ids = journal_rows(self._session, table, last_id, len(rows))
        for record, key in zip(records, ids, strict=True):
            self._is_entered(record, key)

    def _is_entered(self, record: Resolved, key: int) -> None:
        self._entered[record.identity] = key
        self._present[record.kind].add(key)
        self.rows[record.kind, key] = record.identity
        if record.kind == LETTER:
            self._keep_file(letter_file, "letter_id", key, record)
        elif record.kind == CLOSED_YEAR:
            self._keep_file(closed_year_content, "closed_year_id", key, record)

    def _keep_file(self, beside: Table, owner: str, key: int, record: Resolved) -> None:
        """Put the file of a letter or a signed year beside it."""
        sha256 = str(record.values.get("sha256"))
        content = self._package.files.get(sha256)
        if content is None and record.kind == LETTER:
            aside = select(letter_aside.c.content).where(letter_aside.c.sha256 == sha256)
            content = self._session.execute(aside).scalar()
        if content is None:
            kept = select(beside.c.content).join_from(
                beside,
                table_of_kind(record.kind),
                beside.c[owner] == table_of_kind(record.kind).c.id,
            )
            same = table_of_kind(record.kind).c.sha256 == sha256
            content = self._session.execute(kept.where(same).limit(1)).scalar()
        if content is not None:
            self._session.execute(insert(beside).values({owner: key, "content": content}))

    def _row_values(
        self, record: Resolved, as_it_was: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """All columns of a new row but its key; of one entered anew as its row had them."""
        kind = SHARED[record.kind]
        names = sorted(kind.fields)
        values = {x: self._typed(record.kind, x, record.values.get(x)) for x in names}
        was = self._plan.was(record)
        if as_it_was is not None and was is not None:
            changed = set(changed_fields(was, record))
            values = {x: values[x] if x in changed else as_it_was[x] for x in names}
        for name in names:
            if values[name] is None:
                values[name] = _default_of(table_of_kind(record.kind), name)
        if record.kind == REQUEST:
            values |= self._endings(record)
        elif record.kind == PUBLICATION:
            values["channel_mask"] = channel_mask(values["channels"] or ())
        return values

    def _endings(self, record: Resolved) -> dict[str, Any]:
        """What a request repeats of its steps, before these are entered."""
        request = Request()
        for event in self._events_of().get(record.identity, ()):
            told = {x: self._typed(EVENT, x, event.values.get(x)) for x in _COUNTED}
            request.events.append(RequestEvent(**told))
        request.retell()
        return {name: getattr(request, name) for name in SHARED[REQUEST].derived}

    def _events_of(self) -> Mapping[str, Sequence[Resolved]]:
        if not hasattr(self, "_events"):
            self._events: dict[str, list[Resolved]] = {}
            for event in self._plan.after.of_kind(EVENT):
                if event.is_there:
                    self._events.setdefault(str(event.values.get("request_id")), []).append(event)
        return self._events

    # ------------------------------------------------------------------ what follows

    def _link_letters(self, changed: Iterable[Resolved]) -> None:
        """Letters tell the keys that their steps have now."""
        for record in changed:
            letter = self._loaded(LETTER, self.key_of(record))
            if isinstance(letter, Letter):
                letter.event_id = self._key_named(record.values.get("event_id"))
        letters = select(Letter).where(Letter.event_id.in_(list(self._moved)))
        for letter in self._session.scalars(letters) if self._moved else ():
            letter.event_id = self._moved[letter.event_id or 0]
        self._session.flush()

    def _tell_numbers(self) -> None:
        """Whoever names a request that has another number now names that."""
        for kind in SHARED.values() if self._renumbered else ():
            for name in kind.named_requests:
                for record in self._plan.after.of_kind(kind.name):
                    value = record.values.get(name)
                    row = (
                        self._loaded(kind.name, self.key_of(record))
                        if value in self._renumbered
                        else None
                    )
                    if row is not None and getattr(row, name) != value:
                        setattr(row, name, value)
        self._session.flush()

    def _follow_departments(self, touched: set[str]) -> None:
        """Records of a department that stands in another row now point to that row."""
        kinds = [one.name for one in SHARED.values() if "department_id" in one.links]
        for kind in kinds if touched else ():
            columns = table_of_kind(kind).columns
            held = dict(self._session.execute(select(columns.id, columns.department_id)).all())
            for record in self._plan.after.of_kind(kind):
                key, named = self.key_of(record), record.values.get("department_id")
                if key is None or named not in touched or held[key] == self._key_named(named):
                    continue
                if (row := self._loaded(kind, key)) is not None:
                    row.department_id = self._key_named(named)  # type: ignore[attr-defined]  # these kinds have it
        self._session.flush()

    def _retell(self) -> None:
        """Requests tell anew what their steps say."""
        keys = [key for one in self._requests.values() if (key := self.key_of(one)) is not None]
        old = [key for key in keys if (REQUEST, key) not in self.rows]
        for start in range(0, len(old), _AT_ONCE):
            some = select(Request).where(Request.id.in_(old[start : start + _AT_ONCE]))
            for request in self._session.scalars(some):
                self._session.refresh(request, ["events"])
                request.retell()
        self._session.flush()

    # ------------------------------------------------------------------ values and words

    def _typed(self, kind: str, name: str, value: Plain) -> Any:
        if name in SHARED[kind].links:
            return self._key_named(value)
        return value_told(table_of_kind(kind), name, value)

    def _loaded(self, kind: str, key: int | None) -> Base | None:
        model = model_of(kind)
        return self._session.get(model, key) if model is not None and key is not None else None

    def _words(self, record: Resolved) -> str:
        """The step with who wrote the newest of what is new, and when."""
        newest = max(
            (
                one
                for member in record.members
                if member in self._plan.new
                for one in self._plan.new[member].tellings.values()
            ),
            key=lambda one: one.stamp,
            default=None,
        )
        return self.step if newest is None else step_of(newest)

    def _say(self, telling: Telling, more: str = "") -> None:
        begin_step(self._session, step_of(telling) + more)


# What no two rows of a kind may have alike.
_NAMES = {**dict.fromkeys(NUMBERED, "number"), DEPARTMENT: "name", SUBORDINATE: "name"}
_COUNTED = ("kind", "happened_on", "outcome", "extension_workdays", "fee_yuan")


def step_of(telling: Telling) -> str:
    """«并入交接包：王芳 2026-11-20 在“二楼电脑”»: who wrote what is merged, and when."""
    at = datetime.fromisoformat(telling.stamp.at).replace(tzinfo=UTC).astimezone()
    return f"并入交接包：{telling.stamp.actor} {at:%Y-%m-%d} 在“{telling.stamp.computer}”"


def _removal_of(record: Resolved) -> Telling:
    assert record.state.last is not None
    return record.state.last


def _can_stand(one: Conflict) -> bool:
    """Whether a value can stand in the row for a moment."""
    if one.field in (BEING, *_UNIQUE) or one.field in SHARED[one.kind].links:
        return False
    return one.there is not None or bool(table_of_kind(one.kind).columns[one.field].nullable)


def _columns_of(row: Base) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def _default_of(table: Table, name: str) -> Any:
    """What an empty field means where the column must have a value."""
    column = table.columns[name]
    return None if column.nullable else column.info.get("default")
