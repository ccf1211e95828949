"""Puts records back to what they were before a change, or refuses where that cannot be."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from disclosure_desk.commands.corrections import must_say_why_of
from disclosure_desk.commands.course import course_now, judge
from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.letter_files import drop_content, put_content_back
from disclosure_desk.commands.registers import checked
from disclosure_desk.commands.resting import DEPARTMENT, is_named, must_stand_alone
from disclosure_desk.commands.writing import no_step_before_receipt
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import FIELDS, Card, card_of
from disclosure_desk.records.case import Case
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.touched import (
    closed_years_moved,
    closed_years_touched,
    figures_of_closed_years,
)
from disclosure_desk.storage.change_names import (
    DERIVED,
    REGISTERS,
    called_now_or_then,
    field_label,
    owners_of,
)
from disclosure_desk.storage.changes import Effect, Touched, Values, model_of, table_of
from disclosure_desk.storage.journal_batches import EVENT

# A number in use, and a record that is known already: these stand in the way at any time.
_TAKEN_RULES = ("L11", "L15")
_MOST_HELD_AGAINST_YEARS = 20
_AT_ONCE = 500


class Reversal:
    """Takes back what a change did to some records, all of it or nothing.

    `touched` are the records that were entered or changed after that. What stands
    as it stood then is put back without being judged again: it was in the register before.
    """

    def __init__(
        self,
        session: Session,
        effects: Sequence[Effect],
        *,
        touched: Touched,
        calendar: WorkingDays | None,
        today: date | None,
    ) -> None:
        self._session = session
        self._calendar, self._today = calendar, today
        self._touched = touched
        self._effects = list(effects)
        self._owners = dict.fromkeys(owner for owner, _ in owners_of(session, self._effects))
        self._added = [one for one in self._effects if one.before is None]
        self._changed = [one for one in self._effects if one.before and one.after]
        self._gone: set[tuple[str, int]] = set()
        self._removed = [one for one in self._effects if one.after is None]

    def run(self) -> list[Finding]:
        """Take it back; hints about closed years. Raises Refusal where something stands against.

        Raises NeedsReason where signed figures would be others and nobody said why.
        """
        held = self._load()  # in few questions; the session itself would forget them again
        many = len(self._owners) > _MOST_HELD_AGAINST_YEARS
        figures = figures_of_closed_years(self._session) if many else {}
        cards = {} if many else dict(self._cards())
        courses = dict(self._courses())
        try:
            # In this order a record never names one that is not there yet, or not any more.
            with self._session.no_autoflush:
                held += self._put_back()
            for effect in self._changed:
                self._change_back(effect)
            self._session.flush()
            self._take_away()
        except IntegrityError:
            raise Refusal("要恢复的编号或内容现在已被别的记录使用") from None
        self._derive()
        self._must_be_sound(courses)
        years = closed_years_moved(self._session, figures) if many else self._years_touched(cards)
        must_say_why_of(self._session, years)
        return list(_hints(years))

    def _load(self) -> list[Base]:
        """The records that are there now, with the steps of requests."""
        places = {(one.kind, one.record_id) for one in self._effects} | set(self._owners)
        found: list[Base] = []
        for kind in sorted({kind for kind, _ in places}):
            model = model_of(kind)
            if model is None:
                continue
            ids = sorted(id_ for one, id_ in places if one == kind)
            for start in range(0, len(ids), _AT_ONCE):
                wanted = select(model).where(model.id.in_(ids[start : start + _AT_ONCE]))
                if model is Request:
                    wanted = wanted.options(selectinload(Request.events))
                found += self._session.scalars(wanted)
        return found

    # ------------------------------------------------------------------ taking back

    def _take_away(self) -> None:
        records = []
        for effect in self._added:
            record = self._present(effect)
            for name, value in (effect.after or {}).items():
                self._must_be(effect, record, name, value)
            self._must_not_be_linked(effect, record)
            records.append(record)
        for record in records:
            if isinstance(record, Letter):
                drop_content(self._session, record)
            self._session.delete(record)
        self._session.flush()
        self._gone = {(record.__tablename__, record.id) for record in records}

    def _change_back(self, effect: Effect) -> None:
        record = self._present(effect)
        before = effect.before or {}
        for name, value in (effect.after or {}).items():
            if name not in DERIVED.get(effect.kind, ()):
                self._must_be(effect, record, name, value)
        if isinstance(record, Letter) and "sha256" in before:
            drop_content(self._session, record)
        self._number_must_be_free(effect)
        for name, value in before.items():
            setattr(record, name, value)
        if isinstance(record, Letter) and "sha256" in before:
            put_content_back(self._session, record)

    def _put_back(self) -> list[Base]:
        """Enter again what was removed; returns the records."""
        there = self._session.identity_map
        records = []
        for effect in self._removed:
            model = model_of(effect.kind)
            if model is None:
                raise Refusal("这种记录不能放回")
            if self._session.identity_key(model, effect.record_id) in there:
                raise Refusal(f"{self._called(effect)}已经放回")
            self._number_must_be_free(effect)
            records.append(model(**_every_column(table_of(effect.kind), effect.before or {})))
        self._session.add_all(records)
        self._session.flush()
        for record in records:
            if isinstance(record, Letter):
                put_content_back(self._session, record)
        return records

    def _present(self, effect: Effect) -> Base:
        model = model_of(effect.kind)
        record = self._session.get(model, effect.record_id) if model is not None else None
        if record is None:
            raise Refusal(f"{self._called(effect)}之后已被删除")
        return record

    def _must_be(self, effect: Effect, record: Base, name: str, value: object) -> None:
        if getattr(record, name) == value or name in DERIVED.get(effect.kind, ()):
            return
        raise Refusal(f"{self._called(effect)}的“{_label(effect, record, name)}”之后又改过")

    def _number_must_be_free(self, effect: Effect) -> None:
        """Raises Refusal where the number that would come back was given to another record."""
        number = (effect.before or {}).get("number")
        table = table_of(effect.kind)
        if number is None or effect.kind not in REGISTERS or table is None:
            return
        columns = table.columns
        holding = select(columns.id).where(columns.number == number)
        if self._session.scalar(holding.where(columns.id != effect.record_id)) is not None:
            label = FIELDS[REGISTERS[effect.kind]]["number"].label
            raise Refusal(f"{label}“{number}”已用于另一条记录，请先改那一条的{label}")

    def _must_not_be_linked(self, effect: Effect, record: Base) -> None:
        """Raises Refusal for a record on which something rests that was entered after it."""
        if isinstance(record, Request):
            gone = {(one.kind, one.record_id) for one in self._added}
            must_stand_alone(self._session, record, gone=gone, touched=self._touched)
        if effect.kind == DEPARTMENT and is_named(self._session, effect.record_id):
            raise Refusal(f"科室“{self._called(effect)}”已有记录使用")

    # ------------------------------------------------------------------ what follows from it

    def _derive(self) -> None:
        """Load anew what the records are linked with; requests tell anew what their steps say.

        Of very many records only those that somebody went on with: the others are whole.
        """
        for record in self._records():
            if len(self._owners) > _MOST_HELD_AGAINST_YEARS and not self._is_touched(record):
                continue
            self._session.refresh(record)
            if isinstance(record, Request):
                record.retell()
        self._session.flush()

    def _records(self) -> Iterator[Base]:
        """The records of registers that are there now."""
        for kind, record_id in self._owners:
            if (kind, record_id) in self._gone:
                continue
            model = model_of(kind) if kind in REGISTERS else None
            record = self._session.get(model, record_id) if model is not None else None
            if record is not None:
                yield record

    def _courses(self) -> Iterator[tuple[int, Case]]:
        """The courses of requests that somebody went on with: they are judged again."""
        for record in self._records() if self._touched else ():
            if isinstance(record, Request) and self._is_touched(record):
                yield (
                    record.id,
                    course_now(self._session, record, self._calendar, self._today),
                )

    def _is_touched(self, record: Base) -> bool:
        if not self._touched:
            return False
        if isinstance(record, Request) and any(
            (EVENT, event.id) in self._touched for event in record.events
        ):
            return True
        return (record.__tablename__, record.id) in self._touched

    def _must_be_sound(self, courses: Mapping[int, Case]) -> None:
        for record in self._records():
            kind = REGISTERS[record.__tablename__]
            if not self._is_touched(record) and getattr(record, "number", None):
                continue
            try:
                checked(self._session, kind, card_of(record), record_id=record.id)
            except Unsound as unsound:
                found = errors(unsound.findings)
                against = [one for one in found if one.rule in _TAKEN_RULES]
                if against or self._is_touched(record):
                    raise Unsound(against or found) from None
            if isinstance(record, Request) and self._is_touched(record):
                no_step_before_receipt(record)
                before = courses.get(record.id)
                judge(before, course_now(self._session, record, self._calendar, self._today))

    # ------------------------------------------------------------------ words

    def _called(self, effect: Effect) -> str:
        """What a record is called; a step and a letter are those of their request."""
        ((owner, _),) = owners_of(self._session, [effect])
        called = called_now_or_then(self._session, *owner, self._effects)
        if owner != (effect.kind, effect.record_id):
            return f"申请{called}的{'步骤' if effect.kind == EVENT else '文书'}"
        return called

    def _cards(self) -> Iterator[tuple[tuple[str, int], Card]]:
        for record in self._records():
            yield (record.__tablename__, record.id), card_of(record)

    # ------------------------------------------------------------------ closed years

    def _years_touched(self, before: Mapping[tuple[str, int], Card]) -> tuple[int, ...]:
        """Which closed years count a record otherwise now."""
        after = dict(self._cards())
        years: set[int] = set()
        for place in self._owners:
            if place[0] in REGISTERS:
                kind = REGISTERS[place[0]]
                cards = (before.get(place), after.get(place))
                years.update(closed_years_touched(self._session, kind, *cards))
        return tuple(sorted(years))


def _hints(years: Sequence[int]) -> Iterator[Finding]:
    """That closed years count otherwise now; the restatement shows by how much."""
    if years:
        told = "、".join(map(str, years))
        words = f"{told}年的统计表已经签发，这些登记现在与签发时不同，请在年度统计里查看。"
        yield Finding("L34", "hint", words)


def without_departments_named(effects: Sequence[Effect]) -> list[Effect]:
    """The effects but for departments that were entered on their first mention.

    Once named they stay known: their names are proposed, and a key of theirs must never come to
    mean another department.
    """
    others = [one for one in effects if one.kind != DEPARTMENT or one.before is not None]
    return others or list(effects)


def _every_column(table: Table | None, values: Values) -> dict[str, Any]:
    assert table is not None
    return {column.key: values.get(column.key) for column in table.columns}


def _label(effect: Effect, record: Base, name: str) -> str:
    if isinstance(record, RequestEvent | Letter):
        step = record.kind if isinstance(record, RequestEvent) else None
        return field_label(effect.kind, name, step) or name
    if name == "department_id":
        return "科室"
    return str(record.__table__.columns[name].info.get("label", name))
