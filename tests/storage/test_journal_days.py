"""Each line of the journal has the day of what it tells beside the time at which it was told."""

from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.journal_batches import lines_of
from disclosure_desk.storage.journal_days import effective_days
from disclosure_desk.storage.journal_reader import journal_page
from tests.offices import RandomOffice

CLERK = Actor("林知夏", "二楼电脑")
TODAY = date(2025, 9, 30)
REQUEST: Card = {
    "number": "S1",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
}


def days(session: Session, words: str = "") -> list[tuple[str, str, str]]:
    """Kind, step and day of the newest lines, newest first."""
    page = journal_page(session, words=words, size=20)
    return [(one.entry.kind, one.entry.step, one.day) for one in page]


def test_a_line_has_the_day_of_its_step_and_not_of_its_entry(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        request = add_record(session, "request", REQUEST, today=TODAY).record_id
    with registers.writing(CLERK) as session:
        told = {"happened_on": date(2025, 3, 20), "outcome": "granted"}
        add_event(session, request, "reply", told, today=TODAY)
    with registers.writing(CLERK) as session:
        event = session.get_one(Request, request).events[0].id
        change_event(session, request, event, {"reply_number": "示〔2025〕1号"}, today=TODAY)
    with registers.writing(CLERK) as session:
        change_record(session, "request", request, {"note": "补记"})
    with registers.reading() as session:
        found = days(session)
        recorded = {one.entry.recorded_at.date() for one in journal_page(session, size=20)}
    assert found[:2] == [
        ("request", "修改依申请公开", "2025-03-03"),
        ("request_event", "修改答复", "2025-03-20"),
    ]
    assert sorted(found[2:4]) == [  # in the order of the flush
        ("request", "登记答复", "2025-03-20"),
        ("request_event", "登记答复", "2025-03-20"),
    ]
    assert found[4] == ("request", "登记依申请公开", "2025-03-03")
    assert date(2025, 3, 20) not in recorded


def test_what_was_removed_keeps_its_day(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        item: Card = {"title": "预算", "made_on": date(2025, 1, 9), "number": "G1"}
        record = add_record(session, "publication", item).record_id
    with registers.writing(CLERK) as session:
        change_record(session, "publication", record, {"note": "补记"})
    with registers.writing(CLERK) as session:
        remove_record(session, "publication", record, "重复登记")
    with registers.reading() as session:
        assert [day for _, _, day in days(session)][:3] == ["2025-01-09"] * 3


def test_records_entered_together_have_each_their_own_day(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        cards = RandomOffice(4).cards(requests=120)["request"]
        enrol(session, "request", cards)
    with registers.reading() as session:
        kinds = {kind: day for kind, _, day in days(session)}
        assert kinds["request"] == ""  # of many, each has its own
        entries = lines_of(session, "request", [3, 70])
        found = effective_days(session, entries)
        for entry in entries:
            day = session.get_one(Request, entry.record_id).received_on
            assert found[entry.id, entry.record_id] == day.isoformat()


def test_lines_of_the_office_have_no_day(registers: Database) -> None:
    with registers.reading() as session:
        assert effective_days(session, [JournalEntry(id=1, kind="office", record_id=1)]) == {}
        assert effective_days(session, []) == {}
