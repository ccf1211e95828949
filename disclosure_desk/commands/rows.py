"""Enters many rows at once, typed or pasted: one step, one transaction, all of them or none.

Each row is held to what the form holds a new record to, and written as the form writes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import must_say_why
from disclosure_desk.commands.course import judge_new
from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import office_phones
from disclosure_desk.commands.registers import as_kept, known_already, number_taken
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, KNOWN_BY, MODELS, REQUIRED, Card
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.office import Department
from disclosure_desk.records.publication_signs import (
    kind_in_doubt,
    private_in_card,
    review_in_doubt,
)
from disclosure_desk.records.soundness import check_card
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.own_calendars import calendar_in_use

_ASKED_AT_ONCE = 400
FindingsByRow = dict[int, list[Finding]]
# Tells the next number of a register for one card after the other.
Numbering = Callable[[Session, str], Callable[[Card], str | None]]


class SheetRow(NamedTuple):
    """A row: its place in the sheet from 1 on, its card, and what could not be read in it."""

    place: int
    card: Mapping[str, FieldValue]
    unread: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsEntered:
    """What was done, the records in the order of their rows, and the hints of each row."""

    done: Done
    record_ids: tuple[int, ...]
    by_row: FindingsByRow = field(default_factory=dict)


class UnsoundRows(Unsound):
    """Rows that break rules; none was kept. `by_row` says what was found in which row."""

    def __init__(self, by_row: FindingsByRow) -> None:
        super().__init__([one for found in by_row.values() for one in found])
        self.by_row = by_row


class _TakenBack(Exception):  # noqa: N818  # ends a rehearsal, is no error
    def __init__(self, entered: RowsEntered) -> None:
        super().__init__()
        self.entered = entered


def add_rows(
    session: Session,
    kind: str,
    rows: Sequence[SheetRow],
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
    numbering: Numbering | None = None,
) -> RowsEntered:
    """Enter every row. Raises UnsoundRows, nothing kept, when any of them breaks a rule.

    `numbering` gives the rows without a number theirs.
    """
    if not rows:
        raise Refusal("表里还没有可以登记的行。")
    step = f"粘贴登记 {len(rows)} 条"
    begin_step(session, step)
    cards: dict[int, Card] = {
        row.place: {name: value for name, value in as_kept(row.card).items() if value is not None}
        for row in rows
    }
    # What is known by more than its number is looked for before it has one.
    if numbering and kind not in KNOWN_BY:
        _number(cards, numbering(session, kind))
    by_row = _findings(session, kind, rows, cards)
    if kind == "request":
        _judge(session, cards, by_row, calendar or calendar_in_use(), today)
    if any(errors(found) for found in by_row.values()):
        raise UnsoundRows(by_row)
    if numbering and kind in KNOWN_BY:
        _number(cards, numbering(session, kind))
    for card in cards.values():
        must_say_why(session, kind, None, card)
    ids = enrol(session, kind, list(cards.values()))
    told = tuple(one for found in by_row.values() for one in found)
    return RowsEntered(Done(step, frozenset({kind}), ids[-1], told), tuple(ids), by_row)


def _number(cards: Mapping[int, Card], number_of: Callable[[Card], str | None]) -> None:
    taken = {card.get("number") for card in cards.values()}
    for card in cards.values():
        if card.get("number"):
            continue
        number = number_of(card)
        while number in taken and number:
            number = number_of(card)
        if number:
            card["number"] = number


def rehearse_rows(
    database: Database,
    actor: Actor,
    kind: str,
    rows: Sequence[SheetRow],
    *,
    today: date,
    numbering: Numbering | None = None,
) -> FindingsByRow:
    """What entering these rows would find: they are entered, and it is all taken back."""
    try:
        with database.writing(actor) as session:
            raise _TakenBack(add_rows(session, kind, rows, today=today, numbering=numbering))
    except _TakenBack as rehearsed:
        return rehearsed.entered.by_row
    except UnsoundRows as refused:
        return refused.by_row


# ---------------------------------------------------------------------------- checking


def _findings(
    session: Session, kind: str, rows: Sequence[SheetRow], cards: Mapping[int, Card]
) -> FindingsByRow:
    taken, known = _taken_numbers(session, kind, cards), _known_keys(session, kind, cards)
    departments = set(session.scalars(select(Department.name)))
    phones = office_phones(session) if kind == "publication" else ()
    seen: dict[object, int] = {}
    by_row: FindingsByRow = {}
    for row in rows:
        card = cards[row.place]
        unread = {one.field for one in errors(row.unread)}
        found = [*row.unread]
        found += (one for one in check_card(kind, card) if one.field not in unread)
        if kind == "publication":
            found += [*kind_in_doubt(card), *private_in_card(card, phones), *review_in_doubt(card)]
        number, key = card.get("number"), _key(kind, card)
        if number in taken:
            found.append(number_taken(kind, number))
        elif key in known:
            found.append(known_already(kind))
        found += _told_before(kind, number, key, row.place, seen)
        found += _new_department(card, departments)
        if found:
            by_row[row.place] = found
    return by_row


def _told_before(
    kind: str, number: FieldValue, key: object, place: int, seen: dict[object, int]
) -> Iterator[Finding]:
    """That an earlier row of the sheet is the same record."""
    told_by = number or key
    if not told_by:
        return
    if told_by not in seen:
        seen[told_by] = place
    elif number:
        label = FIELDS[kind]["number"].label
        text = f"{label}“{number}”与第{seen[told_by]}行重复，请改正其中一行。"
        yield Finding("L14", "error", text, field="number")
    else:
        labels = "、".join(FIELDS[kind][name].label for name in KNOWN_BY[kind])
        text = f"与第{seen[told_by]}行是同样的记录：{labels}都相同，请去掉其中一行。"
        yield Finding("L15", "error", text, field=KNOWN_BY[kind][0])


def _new_department(card: Card, departments: set[str]) -> Iterator[Finding]:
    name = card.get("department")
    if name and name not in departments:
        text = f"登记簿里还没有科室“{name}”，登记后会新增，请看是不是写错了。"
        yield Finding("L22", "hint", text, field="department")


def _taken_numbers(session: Session, kind: str, cards: Mapping[int, Card]) -> set[FieldValue]:
    """Those numbers of the rows that records of the register have."""
    if "number" not in FIELDS[kind]:
        return set()
    column = MODELS[kind].__table__.columns["number"]
    numbers = [number for card in cards.values() if (number := card.get("number"))]
    return {
        number
        for some in _batches(numbers)
        for number in session.scalars(select(column).where(column.in_(some)))
    }


def _known_keys(session: Session, kind: str, cards: Mapping[int, Card]) -> set[object]:
    """What records are known by beside their numbers, as far as rows may be the same."""
    if kind not in KNOWN_BY:
        return set()
    first = KNOWN_BY[kind][0]
    column = MODELS[kind].__table__.columns[first]
    values = {card[first] for card in cards.values() if first in card and _key(kind, card)}
    return {
        key
        for some in _batches(values)
        for _, stored in read_cards(session, kind, column.in_(some))
        if (key := _key(kind, {**stored, "number": None}))
    }


def _key(kind: str, card: Card) -> object:
    """What a record without a number is known by; None for one with a number, or unfinished."""
    if card.get("number") or kind not in KNOWN_BY:
        return None
    if any(name in REQUIRED[kind] and name not in card for name in KNOWN_BY[kind]):
        return None
    return tuple(card.get(name) for name in KNOWN_BY[kind])


def _batches(values: Iterable[FieldValue]) -> Iterator[list[FieldValue]]:
    every = list(values)
    for start in range(0, len(every), _ASKED_AT_ONCE):
        yield every[start : start + _ASKED_AT_ONCE]


def _judge(
    session: Session,
    cards: Mapping[int, Card],
    by_row: FindingsByRow,
    calendar: WorkingDays,
    today: date | None,
) -> None:
    """The course of each request, as the form judges it."""
    for place, card in cards.items():
        if errors(by_row.get(place, [])):
            continue
        try:
            found = judge_new(session, card, calendar, today)
        except Unsound as unsound:
            found = list(unsound.findings)
        if found:
            by_row.setdefault(place, []).extend(found)
