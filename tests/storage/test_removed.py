"""What was removed is found again with its reason, and its number stays used."""

from datetime import date
from typing import Any

from disclosure_desk.commands.number_series import proposed_number
from disclosure_desk.commands.recycling import put_back
from disclosure_desk.commands.registers import add_record, remove_record
from disclosure_desk.commands.undo import undo
from disclosure_desk.records.cards import Card, card_of
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.removed import Removed, removed_records
from tests.commands.test_letters import make
from tests.letter_requests import CLERK

TODAY = date(2025, 9, 2)
REQUEST: Card = {
    "number": "2025-017",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "finished_on": date(2025, 6, 20),
    "outcome": "granted",
}


def do(database: Database, command: Any, *args: Any, **told: Any) -> int:
    with database.writing(CLERK) as session:
        return int(command(session, *args, **told).record_id)


def in_the_bin(database: Database) -> list[Removed]:
    with database.reading() as session:
        return removed_records(session)


def proposed(database: Database) -> str:
    with database.reading() as session:
        return proposed_number(session, "request", 2025)


def test_a_request_comes_back_with_its_steps_and_drafts(registers: Database) -> None:
    request = do(registers, add_record, "request", REQUEST, today=TODAY)
    letter = make(registers, request, "reply_granted", date(2025, 6, 20))
    with registers.reading() as session:
        before = card_of(session.get_one(Request, request))
        step = session.get_one(Request, request).events[0].id
    do(registers, remove_record, "request", request, "和2024-118重复")
    (found,) = in_the_bin(registers)
    assert (found.kind, found.record_id, found.number) == ("request", request, "2025-017")
    assert (found.reason, found.line.actor) == ("和2024-118重复", CLERK.name)
    with registers.writing(CLERK) as session:
        done = put_back(session, "request", request, today=TODAY)
    assert (done.step, done.findings) == ("放回2025-017", ())
    with registers.reading() as session:
        back = session.get_one(Request, request)
        assert card_of(back) == before
        assert [event.id for event in back.events] == [step]
        assert session.get_one(Letter, letter.id).sha256 == letter.sha256
    assert in_the_bin(registers) == []


def test_what_was_removed_twice_comes_back_as_it_was_last(registers: Database) -> None:
    request = do(registers, add_record, "request", REQUEST, today=TODAY)
    do(registers, remove_record, "request", request, "第一次")
    do(registers, put_back, "request", request, today=TODAY)
    do(registers, remove_record, "request", request, "第二次")
    assert [one.reason for one in in_the_bin(registers)] == ["第二次"]
    do(registers, put_back, "request", request, today=TODAY)
    with registers.reading() as session:
        assert len(session.get_one(Request, request).events) == 1


def test_the_number_of_a_removed_record_is_not_proposed_again(registers: Database) -> None:
    do(registers, add_record, "request", REQUEST, today=TODAY)
    last = do(registers, add_record, "request", REQUEST | {"number": "2025-018"}, today=TODAY)
    do(registers, remove_record, "request", last, "重复登记")
    assert proposed(registers) == "2025-019"


def test_an_entry_that_was_undone_gives_its_number_back(registers: Database) -> None:
    do(registers, add_record, "request", REQUEST, today=TODAY)
    do(registers, add_record, "request", REQUEST | {"number": "2025-018"}, today=TODAY)
    do(registers, undo, today=TODAY)
    assert proposed(registers) == "2025-018"


def test_entries_that_were_undone_hide_nothing_that_was_removed(registers: Database) -> None:
    request = do(registers, add_record, "request", REQUEST, today=TODAY)
    do(registers, remove_record, "request", request, "重复登记")
    for number in ("2025-021", "2025-022", "2025-023"):
        do(registers, add_record, "request", REQUEST | {"number": number}, today=TODAY)
        with registers.writing(CLERK) as session:
            undo(session, today=TODAY)
    with registers.reading() as session:
        found = removed_records(session, most=2)
    assert [one.number for one in found] == ["2025-023", "2025-022", "2025-017"]
