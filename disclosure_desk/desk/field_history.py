"""The history of one field: every value it had, who gave it and when, and the way back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from disclosure_desk.desk.journal_words import DERIVED, INNER, in_words
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, MODELS
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.change_names import field_label
from disclosure_desk.storage.changes import Values, told_values
from disclosure_desk.storage.journal_batches import EVENT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a record, or of one of the steps of a request."""

    name: str
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One value that a field was given, by a line of the journal, and the one before."""

    entry: JournalEntry
    before: FieldValue
    after: FieldValue
    is_entry: bool  # the record was entered with it


class FieldHistory:
    """What the lines of a record, the latest first, tell of each of its fields."""

    def __init__(
        self, kind: str, lines: Sequence[JournalEntry], departments: Mapping[int, str]
    ) -> None:
        self._kind = kind
        self._table = MODELS[kind].__tablename__
        self._departments = departments
        own = [line for line in lines if line.kind in (self._table, EVENT)]
        self._read = [
            (line, self._values(line, line.before), self._values(line, line.after)) for line in own
        ]
        self._steps = dict(self._kinds_of_steps())

    def places(self) -> dict[Place, str]:
        """The fields that ever had a value, with their labels: the record's, then its steps'."""
        found: dict[Place, str] = {}
        for line, before, after in self._read:
            event_id = line.record_id if line.kind == EVENT else None
            for name, value in {**(before or {}), **(after or {})}.items():
                label = self._label(name, event_id)
                if label is not None and value not in (None, (), ""):
                    found[Place(name, event_id)] = label
        order = {name: place for place, name in enumerate(FIELDS[self._kind])}
        return dict(
            sorted(
                found.items(),
                key=lambda item: (item[0].event_id or 0, order.get(item[0].name, len(order))),
            )
        )

    def given(self, place: Place) -> list[Given]:
        """Every value that a field was given, the latest first."""
        found = []
        for line, before, after in self._read:
            event_id = line.record_id if line.kind == EVENT else None
            if event_id != place.event_id or after is None:
                continue
            if before is None or place.name in after:
                was = None if before is None else before.get(place.name)
                found.append(Given(line, was, after.get(place.name), before is None))
        return found

    def words(self, place: Place, value: FieldValue, *, hides: bool = True) -> str:
        """A value as the form shows it; a personal one is hidden."""
        told = value.isoformat() if isinstance(value, date) else value
        if isinstance(value, Decimal):
            told = format(value, "f")
        kind = "event" if place.event_id is not None else self._kind
        value_told = list(told) if isinstance(told, tuple) else told
        return in_words(kind, place.name, value_told, hides=hides)

    def is_removed(self, place: Place) -> bool:
        """Whether the step that a field belongs to was taken away since."""
        if place.event_id is None:
            return False
        step = (EVENT, place.event_id)
        newest = next((one for one in self._read if (one[0].kind, one[0].record_id) == step), None)
        return newest is not None and newest[2] is None

    def _values(self, line: JournalEntry, text: str | None) -> Values | None:
        if text is None:
            return None
        values = told_values(line.kind, json.loads(text, parse_float=Decimal))
        if "department_id" in values:
            values["department"] = self._departments.get(values.pop("department_id") or 0)
        return values

    def _kinds_of_steps(self) -> Iterator[tuple[int, str]]:
        for line, before, after in self._read:
            slug = {**(before or {}), **(after or {})}.get("kind")
            if line.kind == EVENT and slug:
                yield line.record_id, slug

    def _label(self, name: str, event_id: int | None) -> str | None:
        if event_id is not None:
            step = self._steps.get(event_id)
            label = None if name in INNER else field_label(EVENT, name, step)
            if label is None or step not in EVENT_KINDS:
                return None
            return f"{EVENT_KINDS[step].label}：{label}"
        if self._kind == "request" and name in DERIVED:
            return None
        field = FIELDS[self._kind].get(name)
        return field.label if field is not None else None


def labels_apart(places: Mapping[Place, str], days: Mapping[int, str]) -> Iterable[str]:
    """The labels, with the day of the step where a request has several of a kind."""
    for place, label in places.items():
        alike = sum(1 for other in places.values() if other == label)
        day = days.get(place.event_id or 0, "")
        yield f"{label}（{day}）" if alike > 1 and day else label


def put_value_back(
    session: "Session",
    *,
    kind: str,
    record_id: int,
    place: Place,
    value: FieldValue,
    seen_line: int,
    today: date,
) -> "Done":
    """Give a field an earlier value again, checked as if it were typed into the form.

    Raises Refusal where another changed it after the newest line that was seen of it.
    """
    from disclosure_desk.commands.meanwhile import field_must_be_as_of
    from disclosure_desk.commands.registers import change_record
    from disclosure_desk.commands.steps import change_event

    field_must_be_as_of(session, kind, record_id, place.name, seen_line, event_id=place.event_id)
    changes = {place.name: value}
    if place.event_id is None:
        return change_record(session, kind, record_id, changes, today=today)
    return change_event(session, record_id, place.event_id, changes, today=today)
