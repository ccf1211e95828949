"""Takes a ledger into the registers: all of it or nothing, and the same twice changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import must_say_why_of, tell_given_reason
from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.enrolment import enrol, enrol_columns
from disclosure_desk.commands.ledger_signs import private_rows
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.writing import write_card
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.card_columns import CardColumns
from disclosure_desk.records.cards import KIND_LABELS, KNOWN_BY, MODELS, REQUIRED, Card, card_of
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.soundness_of_columns import rows_to_check
from disclosure_desk.statistics.touched import closed_years_moved, figures_of_closed_years
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.journal import begin_step

_Known = tuple[int, Card]  # the id and card of a stored record


class LedgerRow(NamedTuple):
    """One line of a ledger: its card, its row as Excel counts, and the fields not understood."""

    row: int
    card: Card
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """The lines of a sheet, held by column: Excel's row of each, and the fields not understood."""

    rows: Sequence[int] = ()
    cards: CardColumns = field(default_factory=lambda: CardColumns(0, {}))
    unread: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: "Sequence[LedgerRow] | LedgerRows") -> "LedgerRows":
        """These lines."""
        if isinstance(rows, LedgerRows):
            return rows
        unread = {row.row: row.unread for row in rows if row.unread}
        return cls([row.row for row in rows], CardColumns.of([row.card for row in rows]), unread)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> LedgerRow:
        row = self.rows[place]
        return LedgerRow(row, self.cards.card(place), self.unread.get(row, ()))

    def __iter__(self) -> Iterator[LedgerRow]:
        for row, card in zip(self.rows, self.cards, strict=True):
            yield LedgerRow(row, card, self.unread.get(row, ()))


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
    rows: Sequence[LedgerRow] | LedgerRows = ()
    findings: list[Finding] = field(default_factory=list)


def take_in(session: Session, parts: Iterable[LedgerPart]) -> TakenIn:
    """Enter, change or recognise every row. Raises Unsound, nothing kept, if any is refused.

    Where signed figures are others afterwards, a finding says so; where somebody can be asked for
    the reason, NeedsReason is raised without one.
    """
    begin_step(session, "导入台账")
    tell_given_reason(session)
    figures = figures_of_closed_years(session)
    taken = TakenIn()
    for part in parts:
        taken.findings += part.findings
        rows = LedgerRows.of(part.rows)
        if part.kind == "office":
            _take_in_office(session, rows, taken)
        else:
            _take_in_register(session, part.kind, rows, taken)
            if part.kind == "publication":
                taken.findings += private_rows(session, rows.rows, rows.cards)
    if errors(taken.findings):
        raise Unsound(taken.findings)
    if years := closed_years_moved(session, figures):
        must_say_why_of(session, years)
        told = "、".join(map(str, years))
        words = f"{told}年的统计表已经签发，导入后数字与签发时不同，请在年度统计里查看。"
        taken.findings.append(Finding("L34", "warning", words))
    return taken


def _take_in_office(session: Session, rows: LedgerRows, taken: TakenIn) -> None:
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


def _take_in_register(session: Session, kind: str, rows: LedgerRows, taken: TakenIn) -> None:
    stored = _Stored(session, kind, rows)
    if stored.all_are_new(rows.cards):
        _take_in_new(session, kind, rows, taken)
    else:
        _take_in_row_by_row(session, stored, rows, taken)


def _take_in_new(session: Session, kind: str, rows: LedgerRows, taken: TakenIn) -> None:
    """Rows of which none speaks of a stored record, nor of another row's."""
    for place in rows_to_check(kind, rows.cards.columns, len(rows)):
        taken.findings += row_findings(kind, rows[place], {})
    taken.added[kind] = len(rows)
    taken.updated[kind] = taken.unchanged[kind] = 0
    if not errors(taken.findings):
        enrol_columns(session, kind, rows.cards)


def _take_in_row_by_row(
    session: Session, stored: "_Stored", rows: LedgerRows, taken: TakenIn
) -> None:
    kind = stored.kind
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
        if finding.field not in row.unread and not _is_of_before(finding, row)
    ]


def _is_of_before(finding: Finding, row: LedgerRow) -> bool:
    """Whether an odd identity number was stored already, and this ledger leaves it out."""
    return finding.rule == "L35" and finding.field not in row.card


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

    def __init__(self, session: Session, kind: str, rows: LedgerRows) -> None:
        self.kind = kind
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

    def _conditions(self, rows: LedgerRows) -> list[ColumnElement[bool]]:
        """A small file asks for its own numbers only; a large one reads the register once."""
        if self.kind == "indicator" or len(rows) > _MOST_NUMBERS_ASKED:
            return []
        numbers = rows.cards.values("number")
        if None in numbers:
            return []
        return [MODELS[self.kind].__table__.columns["number"].in_(numbers)]

    def all_are_new(self, cards: CardColumns) -> bool:
        """Whether these are records that are not stored, each told once."""
        numbers = cards.values("number")
        keys: Sequence[object] = numbers
        if not all(numbers):
            names = KNOWN_BY.get(self.kind, ())
            plain = zip(*map(cards.values, names), strict=True) if names else repeat(())
            keys = [number or key for number, key in zip(numbers, plain, strict=False)]
        known = (self._by_number, self._by_key)
        return len(set(keys)) == len(keys) and all(
            not stored or stored.keys().isdisjoint(keys) for stored in known
        )

    def find(self, card: Card) -> _Known | None:
        """Id and card of the stored record that a row speaks of."""
        if number := card.get("number"):
            return self._by_number.get(number)
        return self._by_key.get(self._plain_key(card))

    def key_of(self, card: Card) -> object:
        """What the row's record is known by."""
        return card.get("number") or self._plain_key(card)

    def _plain_key(self, card: Card) -> object:
        return tuple(card.get(name) for name in KNOWN_BY.get(self.kind, ()))


_MOST_NUMBERS_ASKED = 500
