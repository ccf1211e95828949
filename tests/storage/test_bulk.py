"""Rows inserted in bulk are the rows that single inserts would have made."""

from datetime import date
from decimal import Decimal

import pytest

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record
from disclosure_desk.records.cards import FIELDS, MODELS, Card
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from tests.offices import RandomOffice

CLERK = Actor("林知夏", "二楼电脑")


def stored(database: Database, kind: str) -> list[Card]:
    with database.reading() as session:
        return [card for _, card in read_cards(session, kind)]


def with_defaults(kind: str, card: Card) -> Card:
    """The card as it is read back: defaults filled in, empty values left out."""
    defaults = {name: field.default for name, field in FIELDS[kind].items()}
    return {
        name: value
        for name, value in (defaults | card).items()
        if value is not None and value not in ((), "")
    }


def test_cards_come_back_in_order_as_they_were_given(registers: Database) -> None:
    cards = RandomOffice(5).cards()
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        ids = {kind: enrol(session, kind, rows) for kind, rows in cards.items()}
    for kind, rows in cards.items():
        assert ids[kind] == sorted(ids[kind])
        assert stored(registers, kind) == [with_defaults(kind, card) for card in rows]


def test_a_record_read_as_an_object_is_the_one_that_was_entered(registers: Database) -> None:
    card: Card = {
        "number": "S1",
        "received_on": date(2024, 2, 29),
        "received_via": "network",
        "applicant_kind": "other",
        "department": "办公室",
        "fee_paid_on": date(2024, 3, 1),
        "fee_yuan": Decimal("0.10"),
        "finished_on": date(2024, 3, 9),
        "outcome": "closed_withdrawn",
    }
    with registers.writing(CLERK) as session:
        record_id = add_record(session, "request", card).record_id
    with registers.reading() as session:
        record = session.get_one(MODELS["request"], record_id)
        assert record.received_on == date(2024, 2, 29)
        assert record.department.name == "办公室"
        events = {one.kind: one for one in record.events}
    assert set(events) == {"fee_paid", "withdrawal"}
    assert events["fee_paid"].fee_yuan == Decimal("0.10")
    assert events["withdrawal"].happened_on == date(2024, 3, 9)


def test_a_second_entry_continues_after_the_first_and_after_removed_ones(
    registers: Database,
) -> None:
    item: Card = {"title": "通知", "made_on": date(2024, 1, 1)}
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        first = enrol(session, "publication", [item, item])
        session.delete(session.get_one(MODELS["publication"], first[-1]))
        session.flush()
        second = enrol(session, "publication", [item])
    assert second[0] > first[-1], "a number that was used is never used again"


@pytest.mark.parametrize("number", [1, 19, 20, 21, 45])
def test_however_many_there_are_each_is_entered_once_and_in_order(
    registers: Database, number: int
) -> None:
    cards: list[Card] = [
        {"title": f"通知{place}", "made_on": date(2024, 1, 1)} for place in range(number)
    ]
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        ids = enrol(session, "publication", cards)
    assert ids == list(range(1, number + 1))
    assert [card["title"] for card in stored(registers, "publication")] == [
        card["title"] for card in cards
    ]


def test_no_cards_change_nothing(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        assert enrol(session, "request", []) == []
    assert stored(registers, "request") == []
