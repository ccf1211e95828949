"""How conditions of a register read: the names of fields and of their values."""

from collections.abc import Sequence

from disclosure_desk.desk.registers import REGISTERS, columns_of, declared
from disclosure_desk.records.terms import YES_NO
from disclosure_desk.statistics.due_dates import DUE_STATES
from disclosure_desk.storage.filters import (
    DUE,
    FINISHED,
    MISSING,
    OPEN,
    SHOULD_BE_FILLED,
    STATE,
    STATES,
    Filter,
)

EMPTY = "（空）"
_NAMES = {STATE: "状态", MISSING: "待补", DUE: "期限"}
_OFFERED = {
    "publication": (
        *(STATE, "document_kind", "category", "department", "channels", "made_on", "published_on"),
        MISSING,
    ),
    "request": (
        *(STATE, DUE, "outcome", "applicant_kind", "received_via", "department", "received_on"),
        *("finished_on", MISSING),
    ),
    "dispute": (STATE, "kind", "result", "accepted_on", "concluded_on", MISSING),
    "indicator": ("indicator", "department", "dated_on", MISSING),
}
# Of a clock's words filters use the states, not the days.
_NOT_GROUPED = ("due_on", "workdays_left")


def offered_fields(kind: str) -> tuple[str, ...]:
    """The conditions that a register offers, the most used first."""
    return _OFFERED[kind]


def groupable_fields(kind: str) -> tuple[str, ...]:
    """Every field by which a register can be grouped: each that can be a column."""
    names = [name for name in columns_of(kind) if name not in _NOT_GROUPED]
    return (*names, DUE) if kind == "request" else tuple(names)


def says_something(kind: str, name: str) -> bool:
    """Whether groups by a field are few: choices, days, departments, categories, channels."""
    field = declared(kind)[name]
    is_choice = field.choices is not None or field.type is not str
    return is_choice or name in ("department", "category", "delivery_way")


def field_name(kind: str, name: str) -> str:
    """What a condition is about."""
    return _NAMES.get(name) or declared(kind)[name].label


def fixed_values(kind: str, name: str) -> tuple[str, ...] | None:
    """All values that a condition can have, in order; None where the records tell them."""
    if name == STATE:
        return (OPEN, FINISHED)
    if name == MISSING:
        return SHOULD_BE_FILLED[kind]
    if name == DUE:
        return tuple(DUE_STATES)
    field = declared(kind)[name]
    if field.type is bool:
        return YES_NO.slugs
    return None if field.choices is None else field.choices.slugs


def value_name(kind: str, name: str, value: str | None) -> str:
    """How a value of a condition reads; an empty one is told as such."""
    if value is None:
        empty = _as_shown_when_empty(kind, name)
        return f"{EMPTY}{empty}"
    if name == STATE:
        return STATES[kind].get(value, value)
    if name == MISSING:
        return declared(kind)[value].label if value in declared(kind) else value
    if name == DUE:
        return DUE_STATES.get(value, value)
    field = declared(kind)[name]
    if field.type is bool:
        return YES_NO.label_of(value) if value in YES_NO.slugs else value
    if field.choices is not None and value in field.choices.slugs:
        return field.choices.label_of(value)
    return value


def _as_shown_when_empty(kind: str, name: str) -> str:
    """What the register writes into an empty cell: 办理中 for a request without an outcome."""
    for column in REGISTERS[kind].columns:
        if column.field == name and column.format is not None:
            return column.format(None, {})
    return ""


def told(kind: str, one: Filter) -> str:
    """A condition in one phrase."""
    values = "、".join(value_name(kind, one.field, value) for value in one.values)
    return f"{field_name(kind, one.field)}：{values}"


def all_told(kind: str, filters: Sequence[Filter]) -> str:
    """All conditions in one line."""
    return "；".join(told(kind, one) for one in filters)
