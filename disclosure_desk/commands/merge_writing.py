"""Writes what merging a package changes: rows entered, changed and removed, all journalled."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.letter_files import drop_content
from disclosure_desk.commands.merge_entering import MergeEntering
from disclosure_desk.commands.merge_rows import MergeRows
from disclosure_desk.commands.merge_steps import MergeSteps, merge_step
from disclosure_desk.records.base import Base
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.merge_plan import BEING, HERE, Conflict, MergePlan, changed_fields
from disclosure_desk.records.package import Package
from disclosure_desk.records.request import Request
from disclosure_desk.records.resolution import NUMBERED, Resolved
from disclosure_desk.records.shared_kinds import (
    DEPARTMENT,
    EVENT,
    LETTER,
    REQUEST,
    SHARED,
    SUBORDINATE,
    table_of_kind,
)
from disclosure_desk.records.tellings import Telling
from disclosure_desk.storage.journal import begin_step

_AT_ONCE = 500
# What is unique cannot stand in a row for a moment only to be journalled.
_UNIQUE = frozenset({"number", "name", "year", "sequence", "series", "chapter", "rule"})
# What no two rows of a kind may have alike.
_NAMES = {**dict.fromkeys(NUMBERED, "number"), DEPARTMENT: "name", SUBORDINATE: "name"}


class MergeWriting:
    """Brings the tables to what a plan says, under one step and those of the single records.

    Rows of one request's steps, and of one day's figures, stand in the order in which they were
    entered anywhere: of two on one day the registers count by that order, so that it must be the
    same on every computer. Steps that stand in another order are entered anew.
    """

    def __init__(
        self, session: Session, plan: MergePlan, package: Package, rows: MergeRows, step: str
    ) -> None:
        self._session, self._plan, self._rows, self._step = session, plan, rows, step
        self._steps = MergeSteps(plan, step)
        self._entering = MergeEntering(session, plan, package, rows, self._steps)
        self._renumbered: set[str] = set()  # the new numbers
        self._requests: dict[str, Resolved] = {}  # whose steps are others afterwards

    def write(self) -> None:
        """All of it, in an order in which no row ever names one that is not there."""
        rows, touched = self._rows, self._plan.touched()
        again = rows.out_of_order(touched)
        there = [one for one in touched if one.is_there]
        entering = [one for one in there if rows.key_of(one) is None]
        changing = [one for one in there if rows.key_of(one) is not None and one not in again]
        changing += rows.wrongly_numbered(touched)
        removing = [one for one in touched if rows.has_row_of_its_own(one)]
        self._note_requests([*touched, *again])
        begin_step(self._session, self._step)
        self._remove([one for one in removing if one.kind != DEPARTMENT])
        self._remove_second_rows()
        self._keep_what_is_not_taken()
        old = [one for one in removing if one.kind == DEPARTMENT]
        self._free_names([*changing, *old], there)
        self._entering.enter([one for one in entering if one.kind == DEPARTMENT])
        self._change(changing)
        self._entering.enter_anew(again, [one for one in entering if one.kind != DEPARTMENT])
        self._link_letters([one for one in changing if one.kind == LETTER])
        self._tell_numbers()
        self._follow_departments({one.identity for one in touched if one.kind == DEPARTMENT})
        self._remove(old)
        rows.note_who_stands_where()
        self._retell()

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
            key, row = self._rows.key_of(record), self._rows.loaded(record)
            if row is None:
                continue
            if isinstance(row, Letter):
                drop_content(self._session, row, for_good=False)
            self._say(_removal_of(record))
            self._session.delete(row)
            self._session.flush()
            self._rows.goes(record.kind, key)
        begin_step(self._session, self._step)

    def _remove_second_rows(self) -> None:
        """One step has one row, also where two were entered before it was known as one."""
        for record in self._plan.after.of_kind(EVENT):
            for key in self._rows.second_keys(record):
                row = self._rows.loaded_by_key(EVENT, key)
                if row is not None:
                    self._session.delete(row)
                    self._rows.goes(EVENT, key)
                    self._note_requests([record])
        self._session.flush()

    # ------------------------------------------------------------------ changing

    def _change(self, records: Sequence[Resolved]) -> None:
        by_words: dict[str, list[Resolved]] = {}
        for record in records:
            by_words.setdefault(self._steps.of(record), []).append(record)
        for words in sorted(by_words):
            begin_step(self._session, words)
            for record in by_words[words]:
                self._change_one(record)
            self._session.flush()
        begin_step(self._session, self._step)

    def _change_one(self, record: Resolved) -> None:
        row = self._rows.loaded(record)
        was = self._plan.was(record)
        names = set(changed_fields(was, record)) if was is not None else set(record.values)
        if record.kind in NUMBERED:
            names.add("number")
        names -= {"event_id"}  # the step may not be entered yet
        for name in sorted(names & SHARED[record.kind].fields):
            value = self._rows.value(record.kind, name, record.values.get(name))
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
            row = self._rows.loaded(self._plan.after.of(one.identity))
            if row is None or one.keeps != HERE or not _can_stand(one):
                continue
            kept.append((row, one.field, getattr(row, one.field)))
            self._say(one.written_there, "，没有采用")
            setattr(row, one.field, self._rows.value(one.kind, one.field, one.there))
            self._session.flush()
        begin_step(self._session, self._step)
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
            row = self._rows.loaded(record) if name else None
            held = getattr(row, name) if row is not None else None
            keeps = record.is_there and held == record.values.get(name)
            if row is not None and held and not keeps and (record.kind, held) in wanted:
                setattr(row, name, f"{held}（并入中{row.id}）")
        self._session.flush()

    # ------------------------------------------------------------------ what follows

    def _link_letters(self, changed: Iterable[Resolved]) -> None:
        """Letters tell the keys that their steps have now."""
        for record in changed:
            letter = self._rows.loaded(record)
            if isinstance(letter, Letter):
                letter.event_id = self._rows.key_named(record.values.get("event_id"))
        moved = self._entering.moved
        letters = select(Letter).where(Letter.event_id.in_(list(moved)))
        for letter in self._session.scalars(letters) if moved else ():
            letter.event_id = moved[letter.event_id or 0]
        self._session.flush()

    def _tell_numbers(self) -> None:
        """Whoever names a request that has another number now names that."""
        for kind in SHARED.values() if self._renumbered else ():
            for name in kind.named_requests:
                for record in self._plan.after.of_kind(kind.name):
                    value = record.values.get(name)
                    row = self._rows.loaded(record) if value in self._renumbered else None
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
                key, named = self._rows.key_of(record), record.values.get("department_id")
                if key is None or named not in touched or held[key] == self._rows.key_named(named):
                    continue
                if (row := self._rows.loaded_by_key(kind, key)) is not None:
                    row.department_id = self._rows.key_named(named)  # type: ignore[attr-defined]  # these kinds have it
        self._session.flush()

    def _retell(self) -> None:
        """Requests tell anew what their steps say."""
        keys = [self._rows.key_of(one) for one in self._requests.values()]
        old = [key for key in keys if key is not None and (REQUEST, key) not in self._rows.told]
        for start in range(0, len(old), _AT_ONCE):
            some = select(Request).where(Request.id.in_(old[start : start + _AT_ONCE]))
            for request in self._session.scalars(some):
                self._session.refresh(request, ["events"])
                request.retell()
        self._session.flush()

    def _say(self, telling: Telling, more: str = "") -> None:
        begin_step(self._session, merge_step(telling) + more)


def _removal_of(record: Resolved) -> Telling:
    assert record.state.last is not None
    return record.state.last


def _can_stand(one: Conflict) -> bool:
    """Whether a value can stand in the row for a moment."""
    if one.field in (BEING, *_UNIQUE) or one.field in SHARED[one.kind].links:
        return False
    return one.there is not None or bool(table_of_kind(one.kind).columns[one.field].nullable)
