"""Conditions on a register that a user puts together: fields, states, and what is missing."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    cast,
    exists,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    true,
)
from sqlalchemy.orm import aliased

from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.terms import ENDED_WITHOUT_ANSWER
from disclosure_desk.storage.register_columns import field_of, register_table, stored

OPEN, FINISHED = "open", "finished"
# What is no field of a card: open or finished, fields that should be filled, and the clock.
STATE, MISSING, DUE = "state", "missing", "due"

STATES = {
    "publication": {OPEN: "尚未公开", FINISHED: "已公开"},
    "request": {OPEN: "办理中", FINISHED: "已办结"},
    "dispute": {OPEN: "尚未审结", FINISHED: "已审结"},
}
# Fields that a figure, a letter or a check will ask for.
SHOULD_BE_FILLED = {
    "publication": (
        *("number", "department", "category", "index_number", "document_number"),
        *("published_on", "channels", "secrecy_reviewer"),
    ),
    "request": (
        *("applicant_name", "content", "department", "outcome", "reply_number", "delivered_on"),
    ),
    "dispute": ("request_number", "result"),
    "indicator": ("department",),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that has one of these values, written as text; None stands for an empty field.

    Choices are told by their slugs, days also by their month or year («2025», «2025-03»),
    yes and no as in `terms.YES_NO`.
    """

    field: str
    values: tuple[str | None, ...]


def condition_of(kind: str, one: Filter) -> ColumnElement[bool]:
    """The condition that a filter sets on the records of a register; not for `due`."""
    if one.field == STATE:
        is_open = _is_open(kind)
        return or_(*(is_open if value == OPEN else not_(is_open) for value in one.values))
    if one.field == MISSING:
        return or_(*(_lacks(kind, str(name)) for name in one.values))
    return or_(*(_equals(kind, one.field, value) for value in one.values))


def _is_open(kind: str) -> ColumnElement[bool]:
    column = register_table(kind).c
    if kind == "publication":
        return column.published_on.is_(None)
    if kind == "dispute":
        return column.concluded_on.is_(None)
    return or_(column.finished_on.is_(None), _reopened())


def _reopened() -> ColumnElement[bool]:
    """Taken up again and not answered anew: no ending after the reopening."""
    again, ending = aliased(RequestEvent), aliased(RequestEvent)
    later = or_(
        ending.happened_on > again.happened_on,
        and_(ending.happened_on == again.happened_on, ending.id > again.id),
    )
    answered = exists().where(
        ending.request_id == again.request_id, ending.kind.in_(FINISHING), later
    )
    return exists().where(
        again.request_id == register_table("request").c.id,
        again.kind == "reopening",
        again.happened_on.is_not(None),
        not_(answered),
    )


def _lacks(kind: str, name: str) -> ColumnElement[bool]:
    """Whether a field is empty that should be filled by now."""
    empty = is_empty(kind, name)
    column = register_table(kind).c
    if kind == "publication" and name == "document_number":
        return and_(empty, column.document_kind != "other")
    if kind == "publication" and name == "channels":
        return and_(empty, column.published_on.is_not(None))
    if kind == "request" and name == "outcome":
        return and_(empty, column.finished_on.is_not(None))
    if kind == "request" and name in ("reply_number", "delivered_on"):
        answered = not_(func.coalesce(column.outcome, "").in_(ENDED_WITHOUT_ANSWER))
        return and_(empty, column.finished_on.is_not(None), answered)
    if kind == "dispute" and name == "result":
        return and_(empty, column.concluded_on.is_not(None))
    return empty


def is_empty(kind: str, name: str) -> ColumnElement[bool]:
    """Whether nothing stands in a field."""
    column, held = stored(kind, name), field_of(kind, name).type
    if held in (str, tuple):
        return func.coalesce(cast(column, String), "") == ""
    return column.is_(null())


def _equals(kind: str, name: str, value: str | None) -> ColumnElement[bool]:
    if value is None:
        return is_empty(kind, name)
    column, held = stored(kind, name), field_of(kind, name).type
    if held is tuple:
        words = literal("、") + cast(column, String) + literal("、")
        return words.contains(f"、{value}、", autoescape=True)
    if held is date:
        return _in_days(column, value)
    if held is bool:
        return column == (true() if value == "yes" else false())
    if held in (int, Decimal):
        try:
            return column == literal(held(value), column.type)
        except (InvalidOperation, ValueError):
            return false()
    return column == value


def _in_days(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """The days of a year, of a month, or one day; nothing for what is none of them."""
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return column.between(date(parts[0], 1, 1), date(parts[0], 12, 31))
        if len(parts) == 2:
            first = date(parts[0], parts[1], 1)
            after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return column.between(first, after - timedelta(days=1))
        return column == date.fromisoformat(text)
    except ValueError:
        return false()
