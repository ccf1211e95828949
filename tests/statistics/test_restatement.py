"""Closed years under late corrections: signed + explained = today, and nothing is forgotten."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy.orm import Session

from disclosure_desk.commands.closing import close_year, take_in_report
from disclosure_desk.commands.registers import (
    add_record,
    as_kept,
    change_record,
    record_of,
    remove_record,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import MODELS, Card, card_of
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.statistics.carry_over import check_carried_in
from disclosure_desk.statistics.closing import (
    SignedYear,
    all_in_force,
    content_of,
    in_force,
    signed_from,
    signed_of,
)
from disclosure_desk.statistics.edition import edition_for, editions
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell
from disclosure_desk.statistics.members import members_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.restatement import closing_of, compared
from disclosure_desk.statistics.tally import tally
from disclosure_desk.statistics.touched import closed_years_touched
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_batches import EVENT, events_of, lines_of
from tests.conftest import CLERK
from tests.offices import RandomOffice
from tests.statistics.test_properties import SEEDS, few, office_with, random_cards

YEARS = range(2018, 2023)  # five years of three editions
TODAY = date(2026, 3, 2)
REVIEWER = Actor("林知夏", "二楼电脑")


def close_all(database: Database) -> dict[int, SignedYear]:
    with database.writing(REVIEWER) as session:
        for year in YEARS:
            close_year(session, edition_for(year), year, "审定", today=TODAY)
        return signed_years(session)


def signed_years(session: Session) -> dict[int, SignedYear]:
    return {closed.year: signed_of(session, closed) for closed in all_in_force(session)}


class LateCorrections:
    """Random changes of records that were counted long ago, each as a command makes it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._office = RandomOffice(seed + 1, 2016, 2023)
        self._place = 0

    def make(self, session: Session, number: int) -> Iterator[tuple[str, int, Card, Card]]:
        """So many corrections: kind, key, and the cards before and after ({}: none)."""
        made = 0
        while made < number:
            kind = self._random.choice(
                ("request", "request", "publication", "dispute", "indicator")
            )
            step = self._random.choice((self._add, self._change, self._change, self._remove))
            try:
                with session.begin_nested():
                    told = step(session, kind)
            except Refusal:  # a correction that the program does not let be
                session.expire_all()
                continue
            made += 1
            yield kind, *told

    def _add(self, session: Session, kind: str) -> tuple[int, Card, Card]:
        card = self._fresh(kind)
        done = add_record(session, kind, card, today=TODAY)
        return done.record_id, {}, card_of(record_of(session, kind, done.record_id))

    def _change(self, session: Session, kind: str) -> tuple[int, Card, Card]:
        id_, before = self._any(session, kind)
        fresh = self._fresh(kind)
        names = self._random.sample(sorted(fresh), min(3, len(fresh)))
        changes: dict[str, FieldValue] = {n: fresh[n] for n in names if n != "number"}
        if kind == "request" and self._random.random() < 0.5:
            changes |= {"finished_on": None, "outcome": None, "reply_number": None}
        change_record(session, kind, id_, changes, today=TODAY)
        return id_, before, card_of(record_of(session, kind, id_))

    def _remove(self, session: Session, kind: str) -> tuple[int, Card, Card]:
        id_, before = self._any(session, kind)
        remove_record(session, kind, id_, "重复登记")
        return id_, before, {}

    def _any(self, session: Session, kind: str) -> tuple[int, Card]:
        ids = [id_ for id_, _ in read_cards(session, kind)]
        id_ = self._random.choice(ids)
        return id_, card_of(record_of(session, kind, id_))

    def _fresh(self, kind: str) -> Card:
        self._place += 1
        made: dict[str, Card] = {
            "request": self._office.request(self._place),
            "publication": self._office.publication(self._place),
            "dispute": self._office.dispute(self._place, []),
            "indicator": self._office.entries(1)[0],
        }
        card = made[kind]
        return card | {"number": f"更正{self._place}"} if "number" in card else card


@given(seed=SEEDS)
@few(8)
def test_signed_and_explained_is_always_today(founded_file: Path, seed: int) -> None:
    moved = 0
    with office_with(founded_file, random_cards(seed)) as database:
        signed = close_all(database)
        with database.writing(CLERK) as session:
            list(LateCorrections(seed).make(session, 25))
        with database.reading() as session:
            for year, frozen in signed.items():
                today = tally(session, edition_for(year), Period.of_year(year))
                for code, cell in compared(session, frozen).items():
                    assert cell.today == today[code], code
                    assert Decimal(cell.signed) + cell.explained == cell.today, (year, code)
                    assert cell.explained == cell.difference
                    assert len({(one.kind, one.id) for one in cell.moved}) == len(cell.moved)
                    moved += len(cell.moved)
                    for one in cell.moved:
                        assert _is_told(session, frozen, one.kind, one.id)
    assert moved


def corrections(session: Session, signed: SignedYear, kind: str, id_: int) -> list[JournalEntry]:
    """What was journalled of a record after the year was signed, oldest first."""
    lines = lines_of(session, MODELS[kind].__tablename__, [id_])
    if kind == "request":
        lines += lines_of(session, EVENT, events_of(session, [id_]))
    return sorted((one for one in lines if one.id > signed.journal_id), key=lambda one: one.id)


def _is_told(session: Session, signed: SignedYear, kind: str, id_: int) -> bool:
    """Whether the journal says what was done; a stock may be overtaken by another entry."""
    lines = corrections(session, signed, kind, id_)
    if not lines:
        return kind == "indicator"
    return all(one.actor == CLERK.name and one.step for one in lines)


@given(seed=SEEDS)
@few(5)
def test_a_closed_year_rebuilds_from_its_snapshot_alone(founded_file: Path, seed: int) -> None:
    expected = {}
    with office_with(founded_file, random_cards(seed)) as database:
        with database.reading() as session:
            for year in YEARS:
                edition, period = edition_for(year), Period.of_year(year)
                members = members_of(session, edition, period)
                expected[year] = (tally(session, edition, period), members.lists)
        close_all(database)
        with database.writing(CLERK) as session:
            list(LateCorrections(seed).make(session, 10))
        with database.reading() as session:
            contents = [content_of(one) for one in signed_years(session).values()]
    for content in contents:  # the office is gone
        rebuilt = signed_from(content)
        figures, lists = expected[rebuilt.year]
        assert rebuilt.cells == figures
        assert list(rebuilt.cells) == list(figures)
        assert rebuilt.members.lists == lists
        for code, shares in rebuilt.members.lists.items():
            assert sum(shares.values()) == figures[code], code
            assert all(key in rebuilt.members.named for key in shares)
        assert content_of(rebuilt) == content


@given(seed=SEEDS)
@few(3)
def test_a_list_adds_up_to_its_figure_in_every_edition(founded_file: Path, seed: int) -> None:
    with office_with(founded_file, random_cards(seed)) as database, database.reading() as session:
        for edition in editions().values():
            for year in YEARS:
                figures = tally(session, edition, Period.of_year(year))
                lists = members_of(session, edition, Period.of_year(year)).lists
                assert {code: sum(shares.values()) for code, shares in lists.items()} == figures


@given(seed=SEEDS)
@few(4)
def test_what_a_year_carries_in_is_explained_against_what_was_signed(
    founded_file: Path, seed: int
) -> None:
    with office_with(founded_file, random_cards(seed)) as database:
        signed = close_all(database)
        with database.writing(CLERK) as session:
            list(LateCorrections(seed).make(session, 25))
        with database.reading() as session:
            for year in (2020, 2021, 2022, 2023):
                edition = edition_for(year)
                figures = tally(session, edition, Period.of_year(year))
                found = {
                    one.cells[0].rpartition(".")[2]: one
                    for one in check_carried_in(session, edition, year, figures)
                }
                for column in (*APPLICANT_KINDS.slugs, "total"):
                    was = signed[year - 1].cells[f"requests.carried_out.{column}"]
                    is_ = figures[f"requests.carried_in.{column}"]
                    assert (column in found) == (was != is_)
                    if column in found:
                        assert (found[column].expected, found[column].found) == (was, is_)
                        assert len(found[column].records) >= abs(Decimal(was) - is_)


@given(seed=SEEDS)
@few(5)
def test_the_years_told_beforehand_are_those_whose_lists_move(
    founded_file: Path, seed: int
) -> None:
    told_some = 0
    with office_with(founded_file, random_cards(seed)) as database:
        close_all(database)
        with database.writing(CLERK) as session:
            before = lists_of(session)
            change = LateCorrections(seed)
            for _ in range(12):
                saved = {
                    kind: dict(read_cards(session, kind)) for kind in MODELS if kind != "office"
                }
                ((kind, id_, was, is_),) = change.make(session, 1)
                after = lists_of(session)
                really = tuple(year for year in YEARS if before[year] != after[year])
                before = after
                assert (saved[kind].get(id_) or {}) == was
                # Asked of the registers as they stand after: nothing but stocks looks there.
                told = closed_years_touched(session, kind, was or None, is_ or None)
                if kind == "indicator":
                    assert set(really) <= set(told)
                else:
                    assert told == really, (kind, was, is_)
                told_some += len(told)
    assert told_some


def lists_of(session: Session) -> dict[int, object]:
    return {
        year: members_of(session, edition_for(year), Period.of_year(year)).lists for year in YEARS
    }


REQUEST: Card = {
    "number": "2024-001",
    "received_on": date(2024, 3, 4),
    "received_via": "letter",
    "applicant_kind": "natural",
    "finished_on": date(2024, 3, 20),
    "outcome": "granted",
}


def with_one_closed(database: Database, *cards: tuple[str, Card]) -> int:
    """An office with these records whose 2024 is closed; the key of the first of them."""
    with database.writing(CLERK) as session:
        ids = [
            add_record(session, kind, as_kept(card), today=TODAY).record_id for kind, card in cards
        ]
        close_year(session, edition_for(2024), 2024, "审定", today=TODAY)
    return ids[0]


def test_a_changed_outcome_leaves_one_row_and_enters_another(registers: Database) -> None:
    id_ = with_one_closed(registers, ("request", REQUEST))
    with registers.writing(CLERK) as session:
        change_record(session, "request", id_, {"outcome": "partial"}, today=TODAY)
    with registers.reading() as session:
        closed = in_force(session, 2024)
        assert closed is not None
        signed = signed_of(session, closed)
        cells = {code: one for code, one in compared(session, signed).items() if one.moved}
        figures = tally(session, edition_for(2024), Period.of_year(2024))
        told = closing_of(session, edition_for(2024), 2024, figures)
        lines = corrections(session, signed, "request", id_)
    assert {(code, one.signed, one.today, one.moved[0].way) for code, one in cells.items()} == {
        ("requests.3.1.natural", 1, 0, "left"),
        ("requests.3.1.total", 1, 0, "left"),
        ("requests.3.2.natural", 0, 1, "entered"),
        ("requests.3.2.total", 0, 1, "entered"),
    }
    assert cells["requests.3.1.natural"].moved[0].named.name == "2024-001"
    assert told is not None
    assert set(told.differs) == set(cells)
    assert (told.on, told.by, told.hash) == ("2026-03-02", CLERK.name, closed.sha256)
    assert "今天有4个数字与签发时不同" in told.words
    assert {one.step for one in lines} == {"修改依申请公开"}


def test_a_corrected_amount_is_a_change_of_the_same_record(registers: Database) -> None:
    entry: Card = {
        "dated_on": date(2024, 5, 6),
        "indicator": "licence_decisions",
        "amount": Decimal(12),
    }
    id_ = with_one_closed(registers, ("indicator", entry))
    with registers.writing(CLERK) as session:
        change_record(session, "indicator", id_, {"amount": Decimal(15)})
    with registers.reading() as session:
        (frozen,) = signed_years(session).values()
        (cell,) = [one for one in compared(session, frozen).values() if one.moved]
    assert cell.code == "art20.5.licence.decisions"
    assert [(one.way, one.difference) for one in cell.moved] == [("changed", 3)]
    assert cell.moved[0].named.name == "行政许可处理决定数量"


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({"note": "另附说明"}, ()),
        ({"address": "示例县建设路1号"}, ()),
        ({"outcome": "partial"}, (2024,)),
        ({"received_on": date(2023, 12, 29)}, (2024,)),
        ({"finished_on": date(2025, 1, 6)}, (2024,)),
        ({"applicant_kind": "business"}, (2024,)),
        ({"received_on": date(2024, 3, 5)}, ()),
    ],
)
def test_only_a_change_that_a_cell_sees_touches_a_closed_year(
    registers: Database, changes: Card, years: tuple[int, ...]
) -> None:
    with_one_closed(registers, ("request", REQUEST))
    with registers.reading() as session:
        assert closed_years_touched(session, "request", REQUEST, REQUEST | changes) == years


def test_entering_and_removing_touch_a_closed_year_too(registers: Database) -> None:
    entry: Card = {"dated_on": date(2024, 5, 6), "indicator": "offices", "amount": Decimal(0)}
    item: Card = {
        "title": "管理办法",
        "made_on": date(2024, 6, 3),
        "document_kind": "normative",
        "channels": ("政府网站",),
    }
    with_one_closed(registers, ("request", REQUEST))
    with registers.reading() as session:
        assert closed_years_touched(session, "request", REQUEST, None) == (2024,)
        assert closed_years_touched(session, "publication", None, item) == (2024,)
        assert closed_years_touched(session, "publication", item, None) == (2024,)
        later = item | {"made_on": date(2025, 6, 3)}
        assert closed_years_touched(session, "publication", None, later) == ()
        assert closed_years_touched(session, "indicator", None, entry) == ()  # no cell of 2021
        flow = entry | {"indicator": "penalty_decisions", "amount": Decimal(4)}
        assert closed_years_touched(session, "indicator", None, flow) == (2024,)
        next_day = flow | {"dated_on": date(2025, 1, 1)}
        assert closed_years_touched(session, "indicator", None, next_day) == ()


def test_a_stock_touches_the_years_at_whose_end_it_holds(registers: Database) -> None:
    held: Card = {
        "dated_on": date(2019, 5, 6),
        "indicator": "licence_items",
        "amount": Decimal(3),
    }
    newer = held | {"dated_on": date(2020, 6, 1), "amount": Decimal(5)}
    with registers.writing(CLERK) as session:
        for card in (held, newer):
            add_record(session, "indicator", card)
        for year in (2019, 2020):
            close_year(session, edition_for(year), year, "审定", today=TODAY)
    with registers.reading() as session:
        raised = held | {"amount": Decimal(4)}
        # In 2020 it still holds at the end of the year before.
        assert closed_years_touched(session, "indicator", held, raised) == (2019, 2020)
        raised = newer | {"amount": Decimal(4)}
        assert closed_years_touched(session, "indicator", newer, raised) == (2020,)


def test_an_open_year_is_never_told(registers: Database) -> None:
    with registers.reading() as session:
        assert closed_years_touched(session, "request", None, REQUEST) == ()


def test_an_edition_that_was_not_signed_is_counted_again(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        done = close_year(session, edition_for(2015, "2014-county"), 2015, "审定", today=TODAY)
        closed = session.get_one(ClosedYear, done.record_id)
    with registers.reading() as session:
        edition = edition_for(2015)
        told = closing_of(session, edition, 2015, tally(session, edition, Period.of_year(2015)))
    assert told is not None
    assert (told.edition, told.hash, told.differs) == ("2014-county", closed.sha256, ())


def test_a_payment_touches_the_year_in_which_it_was_made(registers: Database) -> None:
    paid = REQUEST | {"fee_paid_on": date(2018, 6, 4), "fee_yuan": Decimal(30)}
    with registers.writing(CLERK) as session:
        close_year(session, edition_for(2018), 2018, "审定", today=TODAY)
    with registers.reading() as session:
        assert closed_years_touched(session, "request", REQUEST, paid) == (2018,)
        more = paid | {"fee_yuan": Decimal(40)}
        assert closed_years_touched(session, "request", paid, more) == (2018,)
        later = paid | {"fee_paid_on": date(2019, 1, 2)}
        assert closed_years_touched(session, "request", REQUEST, later) == ()


def test_a_year_taken_from_a_report_has_no_lists_and_rebuilds_from_its_snapshot(
    registers: Database,
) -> None:
    edition = edition_for(2024)
    cells = {code: ReadCell("read", 7) for code in edition.cells}
    report = FinishedReport(None, 2024, edition, cells)
    with registers.writing(CLERK) as session:
        done = take_in_report(session, report, 2024, "已公布", source="年报.docx", today=TODAY)
        add_record(session, "request", as_kept(REQUEST), today=TODAY)
    with registers.reading() as session:
        signed = signed_of(session, session.get_one(ClosedYear, done.record_id))
        told = closing_of(session, edition, 2024, tally(session, edition, Period.of_year(2024)))
        assert compared(session, signed) == {}
        assert closed_years_touched(session, "request", None, REQUEST) == ()
    assert told is not None
    assert (told.differs, told.taken_from) == ((), "年报.docx")
    assert set(signed.cells.values()) == {7}
    assert not any(signed.members.lists.values())
    assert list(signed.members.lists) == list(edition.cells)
    again = signed_from(content_of(signed))
    assert (again, content_of(again)) == (signed, content_of(signed))
