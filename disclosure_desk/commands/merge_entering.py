"""Enters the new rows of a merge, with the files that belong to them, all journalled."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.merge_rows import MergeRows
from disclosure_desk.commands.merge_steps import MergeSteps
from disclosure_desk.records.base import Base
from disclosure_desk.records.closed_year import closed_year_content
from disclosure_desk.records.letter import letter_aside, letter_file
from disclosure_desk.records.merge_plan import MergePlan, changed_fields
from disclosure_desk.records.package import Package
from disclosure_desk.records.publication import channel_mask
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.resolution import Resolved
from disclosure_desk.records.shared_kinds import (
    CLOSED_YEAR,
    EVENT,
    LETTER,
    PUBLICATION,
    REQUEST,
    SHARED,
    table_of_kind,
)
from disclosure_desk.storage.bulk import indexes_sorted, insert_columns
from disclosure_desk.storage.changes import model_of
from disclosure_desk.storage.journal import begin_step, journal_rows

# Of more new records the step does not say of each who entered it.
_MOST_SAID = 200
_COUNTED = ("kind", "happened_on", "outcome", "extension_workdays", "fee_yuan")


class MergeEntering:
    """Gives new records their rows; `moved` are steps that were entered anew, old key to new."""

    def __init__(
        self,
        session: Session,
        plan: MergePlan,
        package: Package,
        rows: MergeRows,
        steps: MergeSteps,
    ) -> None:
        self.moved: dict[int, int] = {}
        self._session, self._plan, self._package = session, plan, package
        self._rows, self._steps = rows, steps
        self._events: dict[str, list[Resolved]] = {}  # of a request, as they were entered
        for event in plan.after.of_kind(EVENT):
            if event.is_there:
                self._events.setdefault(str(event.values.get("request_id")), []).append(event)

    def enter(
        self, records: Sequence[Resolved], as_they_were: Mapping[str, dict[str, Any]] | None = None
    ) -> None:
        """Enter records in their order; those that were here once get their old keys."""
        for kind in SHARED:
            of_kind = [one for one in records if one.kind == kind]
            back = [one for one in of_kind if self._rows.old_key(one)]
            for record in back:
                self._put_back(record)
            new = [one for one in of_kind if one not in back] if back else of_kind
            for words, some in self._by_words(new):
                begin_step(self._session, words)
                self._insert(kind, some, as_they_were or {})
        begin_step(self._session, self._steps.whole)

    def enter_anew(self, again: Sequence[Resolved], entering: Sequence[Resolved]) -> None:
        """Enter new records together with those whose rows must come after them."""
        old: dict[str, tuple[int, dict[str, Any]]] = {}
        for record in again:
            key, row = self._rows.key_of(record), self._rows.loaded(record)
            if row is not None and key is not None:
                old[record.identity] = key, _columns_of(row)
                self._session.delete(row)
                self._rows.goes(record.kind, key)
        self._session.flush()
        self._session.expire_all()
        every = sorted([*entering, *again], key=lambda one: one.order)
        self.enter(every, {identity: values for identity, (_, values) in old.items()})
        for record in again:
            new = self._rows.key_of(record)
            if record.kind == EVENT and record.identity in old and new is not None:
                self.moved[old[record.identity][0]] = new

    def _by_words(self, records: Sequence[Resolved]) -> list[tuple[str, list[Resolved]]]:
        """Stretches, in their order, that one step is said of."""
        if len(records) > _MOST_SAID:
            return [(self._steps.whole, list(records))]
        found: list[tuple[str, list[Resolved]]] = []
        for record in records:
            words = self._steps.of(record)
            if not found or found[-1][0] != words:
                found.append((words, []))
            found[-1][1].append(record)
        return found

    def _put_back(self, record: Resolved) -> None:
        key = self._rows.old_key(record)
        model = model_of(record.kind)
        assert model is not None
        assert key is not None
        values = self._row_values(record)
        derived = {name: values.pop(name) for name in SHARED[record.kind].derived}
        begin_step(self._session, self._steps.of(record))
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
        self._rows.stands(record, key)
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
            of_kind = table_of_kind(record.kind)
            kept = select(beside.c.content).join_from(
                beside, of_kind, beside.c[owner] == of_kind.c.id
            )
            same = of_kind.c.sha256 == sha256
            content = self._session.execute(kept.where(same).limit(1)).scalar()
        if content is not None:
            self._session.execute(insert(beside).values({owner: key, "content": content}))

    # ------------------------------------------------------------------ values

    def _row_values(
        self, record: Resolved, as_it_was: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """All columns of a new row but its key; of one entered anew as its row had them."""
        kind = SHARED[record.kind]
        names = sorted(kind.fields)
        values = {x: self._rows.value(record.kind, x, record.values.get(x)) for x in names}
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
        for event in self._events.get(record.identity, ()):
            told = {x: self._rows.value(EVENT, x, event.values.get(x)) for x in _COUNTED}
            request.events.append(RequestEvent(**told))
        request.retell()
        return {name: getattr(request, name) for name in SHARED[REQUEST].derived}


def _columns_of(row: Base) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def _default_of(table: Table, name: str) -> Any:
    """What an empty field means where the column must have a value."""
    column = table.columns[name]
    return None if column.nullable else column.info.get("default")
