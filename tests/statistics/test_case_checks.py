"""What the rules say of a registered request, and of one as a form holds it."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import func, select, update

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.statistics.case_checks import (
    CaseReport,
    Proposed,
    ProposedStep,
    check_case,
    check_dispute,
)
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("林知夏", "二楼电脑")
CALENDAR = working_days()
TODAY = date(2024, 6, 20)
ROADS = "2023年柳树村道路硬化工程的中标通知书和验收报告"
REQUEST: Card = {
    "number": "S7",
    "received_on": date(2024, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": ROADS,
}


def store(database: Database, changes: Card | None = None) -> int:
    with database.writing(CLERK) as session:
        card = REQUEST | (changes or {})
        done = add_record(session, "request", card, calendar=CALENDAR, today=TODAY)
        return done.record_id


def enter(database: Database, request: int, kind: str, on: date, **told: object) -> int:
    with database.writing(CLERK) as session:
        particulars: Card = {"happened_on": on, **told}
        add_event(session, request, kind, particulars, calendar=CALENDAR, today=TODAY)
        return session.scalars(select(func.max(RequestEvent.id))).one()


def entered(database: Database, request: int, on: date) -> None:
    """Let the journal say that it was registered on a day, at four o'clock UTC."""
    at = update(JournalEntry).values(recorded_at=datetime.combine(on, time(4)))
    with database.engine.begin() as connection:
        connection.execute(at.where(JournalEntry.record_id == request))


def check(database: Database, request: int | None, proposed: Proposed | None = None) -> CaseReport:
    with database.reading() as session:
        return check_case(session, request, calendar=CALENDAR, today=TODAY, proposed=proposed)


def ruled(report: CaseReport) -> set[str]:
    return {one.rule for one in report.findings}


def test_a_sound_request_is_told_its_due_date_only(registers: Database) -> None:
    report = check(registers, store(registers))
    assert ruled(report) <= {"R03", "R10"}
    assert report.clock_before is report.clock_after
    assert report.clock_after.due == date(2024, 7, 2)


def test_a_proposed_step_shows_the_due_date_before_and_after_and_is_not_kept(
    registers: Database,
) -> None:
    request = store(registers)
    told: Card = {"happened_on": date(2024, 6, 18), "extension_workdays": 10}
    with registers.writing(CLERK) as session:
        report = check_case(
            session,
            request,
            calendar=CALENDAR,
            today=TODAY,
            proposed=ProposedStep(kind="extension", particulars=told),
        )
    assert report.clock_before.due == date(2024, 7, 2)
    assert report.clock_after.due == date(2024, 7, 16)
    assert {one.rule for one in report.caused} == {"R10", "R14"}
    with registers.reading() as session:
        assert session.execute(select(func.count(RequestEvent.id))).scalar() == 0


def test_a_stored_step_is_proposed_in_other_words_or_taken_away(registers: Database) -> None:
    request = store(registers)
    asked = enter(registers, request, "correction_asked", date(2024, 6, 11))
    assert check(registers, request).clock_after.waiting_for == "correction"
    later: Card = {"happened_on": date(2024, 6, 14)}
    report = check(registers, request, ProposedStep(particulars=later, event_id=asked))
    assert "R11" in {one.rule for one in report.caused}
    gone = ProposedStep(particulars={}, event_id=asked, removed=True)
    report = check(registers, request, gone)
    assert report.clock_before.due is None
    assert report.clock_after.due == date(2024, 7, 2)
    with registers.reading() as session:
        assert session.get_one(RequestEvent, asked).happened_on == date(2024, 6, 11)


def test_proposed_fields_are_laid_over_what_is_stored(registers: Database) -> None:
    request = store(registers)
    changes: Card = {"applicant_name": "清远律师事务所", "received_on": date(2024, 6, 8)}
    report = check(registers, request, changes)
    assert {"R02", "R06", "R07"} <= {one.rule for one in report.caused}
    assert report.clock_after.due == date(2024, 7, 8)
    assert "R06" not in ruled(check(registers, request))


def test_a_form_not_yet_stored_is_checked_as_it_is(registers: Database) -> None:
    report = check(registers, None, {"applicant_name": "红星有限公司", "applicant_kind": "natural"})
    assert ruled(report) == {"R05"}
    report = check(registers, None, REQUEST | {"received_on": date(2024, 6, 8)})
    assert {"R02", "R03", "R07", "R10"} <= ruled(report)
    assert report.standing == ()


def test_a_likely_duplicate_is_found_and_no_more_told_once_it_is_named(registers: Database) -> None:
    store(registers, {"number": "S3", "received_on": date(2024, 3, 4)})
    alike: Card = REQUEST | {"content": "柳树村2023年道路硬化工程中标通知书及验收报告"}
    [found] = [one for one in check(registers, None, alike).findings if one.rule == "R08"]
    assert found.records == ("S3",)
    assert "R08" not in ruled(check(registers, None, alike | {"repeats_number": "S3"}))
    assert "R08" not in ruled(check(registers, None, alike | {"content": "低保审批材料"}))


def test_many_requests_of_one_applicant_are_counted_with_this_one(registers: Database) -> None:
    for number in range(10):
        store(registers, {"number": f"A{number}", "content": f"第{number}项"})
    own = store(registers)
    assert "已有11件" in next(
        one.message for one in check(registers, own).findings if one.rule == "R09"
    )
    assert "R09" not in ruled(check(registers, None, REQUEST | {"applicant_name": "顾言蹊"}))


def test_the_day_of_entry_is_read_from_the_journal(registers: Database) -> None:
    request = store(registers)
    entered(registers, request, date(2024, 6, 5))
    assert "R03" not in ruled(check(registers, request))
    entered(registers, request, date(2024, 6, 12))
    [late] = [one for one in check(registers, request).findings if one.rule == "R03"]
    assert "2024-06-12登记" in late.message
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        [brought] = enrol(session, "request", [REQUEST | {"number": "S8"}])
    assert "R03" not in ruled(check(registers, brought))


def test_the_newest_letter_is_compared_with_the_outcome(registers: Database) -> None:
    request = store(registers)
    enter(registers, request, "reply", date(2024, 6, 18), outcome="granted")
    with registers.writing(CLERK) as session:
        begin_step(session, "制作文书")
        session.add(
            Letter(
                request_id=request,
                kind="reply_not_exist",
                number="示公开〔2024〕7号",
                made_on=date(2024, 6, 18),
                outcome="not_exist",
                final=True,
                file_name="答复书.docx",
                sha256="0" * 64,
            )
        )
    assert "R19" in ruled(check(registers, request))
    changed = ProposedStep(
        particulars={"outcome": "not_exist"}, event_id=first_step(registers, request)
    )
    assert "R19" not in ruled(check(registers, request, changed))


def first_step(database: Database, request: int) -> int:
    with database.reading() as session:
        found = select(func.min(RequestEvent.id)).where(RequestEvent.request_id == request)
        return session.scalars(found).one()


def test_the_heaviest_findings_come_first(registers: Database) -> None:
    request = store(registers)
    proposed = ProposedStep(
        kind="reply", particulars={"happened_on": date(2024, 6, 21), "outcome": "not_exist"}
    )
    weights = [one.severity for one in check(registers, request, proposed).findings]
    assert weights == sorted(weights, key=["error", "warning", "hint"].index)
    assert weights[0] == "error"


def test_what_was_removed_meanwhile_is_refused(registers: Database) -> None:
    with pytest.raises(Refusal, match="已被删除"):
        check(registers, 4711)
    with pytest.raises(Refusal, match="已被删除"):
        check(registers, store(registers), ProposedStep(particulars={}, event_id=4711))


def test_a_dispute_is_checked_with_its_request_and_its_others(registers: Database) -> None:
    store(registers)
    lawsuit: Card = {
        "number": "F2",
        "kind": "litigation_after",
        "accepted_on": date(2024, 9, 2),
        "request_number": "S7",
    }
    review: Card = {
        "number": "F1",
        "kind": "reconsideration",
        "accepted_on": date(2024, 7, 8),
        "request_number": "S7",
    }

    def told(card: Card, record_id: int | None = None) -> list[str]:
        with registers.reading() as session:
            found = check_dispute(session, card, today=date(2024, 12, 2), record_id=record_id)
        return [f"{one.rule} {one.severity}" for one in found]

    assert told(lawsuit) == ["R27 error"]
    with registers.writing(CLERK) as session:
        own = add_record(session, "dispute", review).record_id
    assert told(lawsuit) == []
    assert told(lawsuit, own) == ["R27 error"]
    assert told(lawsuit | {"request_number": "S8"}) == ["R27 error", "R26 warning"]
