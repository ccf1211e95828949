"""Takes a ledger into the registers: all of it or nothing, and the same twice changes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.writing import write_card
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import KIND_LABELS, KNOWN_BY, MODELS, REQUIRED, Card, card_of
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.soundness import check_card
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.journal import begin_step

_Known = tuple[int, Card]  # the id and card of a stored record


class LedgerRow(NamedTuple):
    """One line of a ledger: its card, its row as Excel counts, and the fields not understood."""

    row: int
    card: Card
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class TakenIn:
    """How many records of each register were new, changed or known, and what was noticed."""

    added: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class LedgerPart:
    """What a reader hands over of one kind of record: rows, and what it noticed itself."""

    kind: str
    rows: list[LedgerRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def take_in(session: Session, parts: Iterable[LedgerPart]) -> TakenIn:
    """Enter, change or recognise every row. Raises Unsound, nothing kept, if any is refused."""
    begin_step(session, "导入台账")
    taken = TakenIn()
    for part in parts:
        taken.findings += part.findings
        if part.kind == "office":
            _take_in_office(session, part.rows, taken)
        else:
            _take_in_register(session, part.kind, part.rows, taken)
    if errors(taken.findings):
        raise Unsound(taken.findings)
    return taken


def _take_in_office(session: Session, rows: Sequence[LedgerRow], taken: TakenIn) -> None:
    office = the_office(session)
    stored = card_of(office)
    changes: Card = {}
    for row in rows:
        changes |= row.card
    changed = _differences(stored, changes)
    if "name" in changed:
        words = f"台账是“{changed['name']}”的，本单位是“{stored['name']}”；导入会改单位名称。"
        taken.findings.append(Finding("L19", "warning", words, field="name"))
    write_card(session, office, changed)
    taken.added["office"] = 0
    taken.updated["office"] = int(bool(changed))
    taken.unchanged["office"] = int(bool(rows) and not changed)


def _take_in_register(
    session: Session, kind: str, rows: Sequence[LedgerRow], taken: TakenIn
) -> None:
    stored = _Stored(session, kind, rows)
    told: dict[object, tuple[LedgerRow, _Known | None]] = {}
    for row in rows:
        known = stored.find(row.card)
        key = known[0] if known else stored.key_of(row.card)
        if key in told:
            # A record told twice takes the place of its later row: of two stocks that one holds.
            earlier, _ = told.pop(key)
            taken.findings += _same_record(kind, earlier, row)
            row = LedgerRow(row.row, earlier.card | row.card, row.unread)
        if found := row_findings(kind, row, known[1] if known else {}):
            taken.findings += found
        told[key] = row, known
    new = [row.card for row, known in told.values() if known is None]
    changes = [
        (row, known[0], changed)
        for row, known in told.values()
        if known is not None and (changed := _differences(known[1], row.card))
    ]
    taken.added[kind] = len(new)
    taken.updated[kind] = len(changes)
    taken.unchanged[kind] = len(told) - len(new) - len(changes)
    if errors(taken.findings):
        return
    enrol(session, kind, new)
    for row, record_id, changed in changes:
        try:
            write_card(session, session.get_one(MODELS[kind], record_id), changed)
        except Refusal as refused:
            text = f"{KIND_LABELS[kind]}第{row.row}行：{refused}"
            taken.findings.append(Finding("L16", "error", text, records=_number_of(row.card)))
    session.flush()


def row_findings(kind: str, row: LedgerRow, stored: Card) -> list[Finding]:
    """The findings of a row laid over what is stored, each naming sheet and row.

    What must be filled must stand in the row itself, also when a record is stored already.
    """
    card = row.card
    if stored:
        empty = {name for name in REQUIRED[kind] if name not in card}
        card = {name: value for name, value in (stored | card).items() if name not in empty}
    return [
        Finding(
            finding.rule,
            finding.severity,
            f"{KIND_LABELS[kind]}第{row.row}行：{finding.message}",
            records=_number_of(card),
            field=finding.field,
        )
        for finding in check_card(kind, card)
        if finding.field not in row.unread
    ]


def _number_of(card: Card) -> tuple[str, ...]:
    number = card.get("number")
    return (str(number),) if number else ()


def _same_record(kind: str, earlier: LedgerRow, row: LedgerRow) -> Iterator[Finding]:
    """A hint that two rows speak of one record; a number told twice is refused elsewhere."""
    if "number" in row.card:
        return
    slug = row.card.get("indicator")
    overwrites_flow = slug is not None and not indicator(str(slug)).stock
    yield Finding(
        "L12",
        "warning" if overwrites_flow else "hint",
        f"{KIND_LABELS[kind]}第{row.row}行与第{earlier.row}行是同一条记录，以第{row.row}行为准。",
    )


def _differences(stored: Card, told: Card) -> dict[str, FieldValue]:
    return {name: value for name, value in told.items() if stored.get(name) != value}


class _Stored:
    """The records of a kind that a file may speak of, by what they are known by."""

    def __init__(self, session: Session, kind: str, rows: Sequence[LedgerRow]) -> None:
        self._kind = kind
        self._by_number: dict[object, _Known] = {}
        self._by_key: dict[object, _Known] = {}
        for id_, card in read_cards(session, kind, *self._conditions(rows)):
            if number := card.get("number"):
                self._by_number[number] = (id_, card)
            if kind in KNOWN_BY:
                # A row without a number rather means the record without one.
                if "number" in card:
                    self._by_key.setdefault(self._plain_key(card), (id_, card))
                else:
                    self._by_key[self._plain_key(card)] = (id_, card)

    def _conditions(self, rows: Sequence[LedgerRow]) -> list[ColumnElement[bool]]:
        """A small file asks for its own numbers only; a large one reads the register once."""
        if self._kind == "indicator" or len(rows) > _MOST_NUMBERS_ASKED:
            return []
        if any("number" not in row.card for row in rows):
            return []
        column = MODELS[self._kind].__table__.columns["number"]
        return [column.in_([row.card["number"] for row in rows])]

    def find(self, card: Card) -> _Known | None:
        """Id and card of the stored record that a row speaks of."""
        if number := card.get("number"):
            return self._by_number.get(number)
        return self._by_key.get(self._plain_key(card))

    def key_of(self, card: Card) -> object:
        """What the row's record is known by."""
        return card.get("number") or self._plain_key(card)

    def _plain_key(self, card: Card) -> object:
        return tuple(card.get(name) for name in KNOWN_BY.get(self._kind, ()))


_MOST_NUMBERS_ASKED = 500
