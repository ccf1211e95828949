"""What merging a package changes, in words: each record, each field, both sides of a conflict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, shown
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.merge_plan import BEING, Choice, Conflict, MergePlan, changed_fields
from disclosure_desk.records.resolution import NUMBERED, Resolved
from disclosure_desk.records.shared_kinds import DEPARTMENT, EVENT, LETTER, SHARED, table_of_kind
from disclosure_desk.records.tellings import Plain, Telling
from disclosure_desk.rules.personal_marks import masked
from disclosure_desk.storage.change_names import REGISTERS, field_label
from disclosure_desk.storage.changes import value_told
from disclosure_desk.storage.journal_reader import KINDS

ENTERED, CHANGED, REMOVED, CONFLICT = "entered", "changed", "removed", "conflict"
SORTS = {ENTERED: "新增", CHANGED: "修改", REMOVED: "删除", CONFLICT: "两边都改过"}
_LONGEST = 24
_INNER = frozenset({"request_id", "event_id", "sha256", "due_on"})


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One line of the preview: of a record entered or removed, a field changed, a conflict.

    `place` names the conflict to a choice; `keeps` is the side that holds.
    """

    sort: str
    register: str
    record: str
    field: str = ""
    here: str = ""
    there: str = ""
    by_here: str = ""
    by_there: str = ""
    place: Choice | None = None
    keeps: str = ""


class MergeWords:
    """Puts a plan into words."""

    def __init__(self, plan: MergePlan) -> None:
        self._plan = plan

    def lines(self) -> Iterator[MergeLine]:
        """Conflicts first, then what is new, changed and removed."""
        conflicts = {one.place for one in self._plan.conflicts}
        yield from (self._of_conflict(one) for one in self._plan.conflicts)
        found = [line for record in self._plan.touched() for line in self._of(record, conflicts)]
        order = list(SORTS)
        yield from sorted(found, key=lambda line: order.index(line.sort))

    def _of(self, record: Resolved, conflicts: set[Choice]) -> Iterator[MergeLine]:
        register = KINDS[record.kind]
        was = self._plan.was(record)
        if record.is_there and (was is None or not was.is_there):
            yield MergeLine(ENTERED, register, self.called(record))
        elif not record.is_there:
            yield MergeLine(REMOVED, register, self.called(was or record))
        elif was is not None:
            for name in changed_fields(was, record):
                if (record.identity, name) in conflicts or name in _INNER:
                    continue
                label = self._label(record, name)
                old = self.value(record.kind, name, was.values.get(name))
                new = self.value(record.kind, name, record.values.get(name))
                yield MergeLine(CHANGED, register, self.called(was), label, old, new)

    def _of_conflict(self, one: Conflict) -> MergeLine:
        record = self._plan.after.records[one.identity]
        if one.field == BEING:
            label, here, there = (
                "是否保留",
                *("保留" if x else "删除" for x in (one.here, one.there)),
            )
        else:
            label = self._label(record, one.field)
            here, there = (self.value(one.kind, one.field, x) for x in (one.here, one.there))
        return MergeLine(
            CONFLICT,
            KINDS[one.kind],
            self.called(record),
            label,
            here,
            there,
            _by(one.written_here),
            _by(one.written_there),
            one.place,
            one.keeps,
        )

    def findings(self) -> list[Finding]:
        """The hints: numbers given twice, and how many conflicts there are."""
        found = []
        for record in self._plan.after.records.values():
            was = self._plan.was(record)
            if not record.wanted_number or (was is not None and was.wanted_number):
                continue
            found.append(self._given_twice(record))
        if number := len(self._plan.conflicts):
            words = (
                f"有{number}处两边都改过而且不一样，没有选定的以较晚写下的为准，"
                "另一边的值留在修改记录里。"
            )
            found.append(Finding("M1", "warning", words))
        return found

    def _given_twice(self, record: Resolved) -> Finding:
        number = record.wanted_number
        label = KINDS[record.kind]
        if record.kind in NUMBERED:
            now = str(record.values["number"])
            words = (
                f"{label}“{number}”在两台电脑上编给了不同的登记，两条都保留；"
                f"后登记的一条（{self._title(record)}）改为“{now}”，请核对后改成正式的编号。"
            )
            return Finding("M2", "warning", words, records=(number, now), field="number")
        words = f"文号“{number}”在两台电脑上各用过一次，两份文书都保留，请核对。"
        return Finding("M2", "warning", words, records=(number,), field="number")

    # ------------------------------------------------------------------ words

    def called(self, record: Resolved) -> str:
        """The number or title of a record; a step and a letter are those of their request."""
        values = record.values
        if record.kind in (EVENT, LETTER):
            owner = self._plan.after.of(values.get("request_id"))
            number = str(owner.values.get("number")) if owner else ""
            if record.kind == LETTER:
                return f"{number} {values.get('number') or values.get('file_name')}"
            kind = EVENT_KINDS.get(str(values.get("kind")))
            step = kind.label if kind else str(values.get("kind"))
            return " ".join(filter(None, (number, step, str(values.get("happened_on") or ""))))
        if values.get("indicator"):
            slug = self.value(record.kind, "indicator", values["indicator"])
            return f"{values.get('dated_on')} {slug}"
        if values.get("year"):
            chapter = f"第{values['chapter']}章" if values.get("chapter") else ""
            return f"{values['year']}年度{chapter}"
        words = str(values.get("number") or values.get("title") or values.get("name") or "")
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

    def _title(self, record: Resolved) -> str:
        values = record.values
        for name in ("title", "applicant_name", "kind", "content"):
            if values.get(name):
                words = self.value(record.kind, name, values[name])
                return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return ""

    def value(self, kind: str, name: str, value: Plain) -> str:
        """A value as users read it."""
        if value is None:
            return ""
        if SHARED[kind].links.get(name) == DEPARTMENT:
            department = self._plan.after.of(value)
            return str(department.values.get("name")) if department else ""
        if kind == EVENT and name == "kind":
            return EVENT_KINDS[str(value)].label if value in EVENT_KINDS else str(value)
        typed = value_told(table_of_kind(kind), name, value)
        info = table_of_kind(kind).columns[name].info
        if info.get("personal"):
            return masked(str(value))
        choices = info.get("choices")
        if choices is not None:
            return str(choices.label_of(str(value))) if value in choices.slugs else str(value)
        register = REGISTERS.get(kind, "office")
        if name in FIELDS[register] and not isinstance(typed, datetime):
            told: FieldValue = typed
            return shown(FIELDS[register][name], told)
        return "、".join(typed) if isinstance(typed, tuple) else str(typed)

    def _label(self, record: Resolved, name: str) -> str:
        if SHARED[record.kind].links.get(name) == DEPARTMENT:
            return FIELDS[REGISTERS[record.kind]]["department"].label
        if record.kind in (EVENT, LETTER):
            step = record.values.get("kind")
            label = field_label(record.kind, name, str(step) if step else None)
            return label or {"kind": "步骤"}.get(name, name)
        return str(table_of_kind(record.kind).columns[name].info.get("label", name))


def _by(telling: Telling) -> str:
    """«王芳 11-20 14:32 二楼电脑»"""
    at = datetime.fromisoformat(telling.stamp.at).replace(tzinfo=UTC).astimezone()
    return f"{telling.stamp.actor} {at:%Y-%m-%d %H:%M} {telling.stamp.computer}"
