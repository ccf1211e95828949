"""Steps that cannot be are refused where a person enters them; unlikely ones are told."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import func, select

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.ledger import LedgerPart, LedgerRow, take_in
from disclosure_desk.commands.recycling import put_back
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import (
    add_event,
    change_event,
    link_as_repeated,
    remove_event,
    reopen,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter, letter_file
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.working_days import Break, HolidayNotice, WorkingDays
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.removed import removed_records

CLERK = Actor("林知夏", "二楼电脑")
CALENDAR = working_days()
TODAY = date(2024, 9, 2)
REQUEST: Card = {
    "number": "S7",
    "received_on": date(2024, 6, 3),  # due on 2024-07-02
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
}
Told = tuple[str, int, int, dict[str, FieldValue]]


def register(database: Database, changes: Mapping[str, FieldValue] | None = None) -> int:
    with database.writing(CLERK) as session:
        card = REQUEST | (changes or {})
        return add_record(session, "request", card, calendar=CALENDAR, today=TODAY).record_id


def enter(
    database: Database, request: int, kind: str, month: int, day: int, **told: object
) -> Done:
    """Enter a step of 2024 on the day on which it happened, or on TODAY where that lies ahead."""
    on = date(2024, month, day)
    with database.writing(CLERK) as session:
        particulars: Card = {"happened_on": on, **told}
        today = min(on, TODAY)
        return add_event(session, request, kind, particulars, calendar=CALENDAR, today=today)


def steps(database: Database, request: int) -> list[tuple[int, str, date | None]]:
    with database.reading() as session:
        events = session.get_one(Request, request).events
        return [(event.id, event.kind, event.happened_on) for event in events]


ALLOWED = {"extension_workdays": 20, "approved_by": "何主任"}
IMPOSSIBLE: list[tuple[list[Told], Told, str]] = [
    ([], ("reply", 6, 1, {"outcome": "granted"}), "早于收到日期"),
    ([], ("reply", 9, 3, {"outcome": "granted"}), "2024-09-03晚于今天2024-09-02"),
    ([], ("delivery", 9, 3, {}), "晚于今天"),
    ([], ("reply", 8, 20, {"outcome": "closed_unpaid"}), "没有收费通知"),
    ([], ("reply", 8, 20, {"outcome": "closed_uncorrected"}), "没有告知补正"),
    ([], ("reply", 6, 20, {"outcome": "declined_duplicate"}), "没有原申请编号"),
    (
        [("correction_asked", 6, 12, {})],
        ("correction_received", 6, 11, {}),
        "补正收到日期2024-06-11早于补正告知日期2024-06-12",
    ),
    (
        [("consultation_sent", 6, 12, {})],
        ("consultation_received", 6, 11, {}),
        "征求意见收到日期2024-06-11早于征求意见发出日期2024-06-12",
    ),
    ([("fee_notice", 6, 12, {})], ("fee_paid", 6, 11, {}), "缴费日期2024-06-11早于收费通知日期"),
    ([("extension", 6, 20, ALLOWED)], ("extension", 6, 24, ALLOWED), "只能延长一次"),
    ([], ("extension", 7, 3, ALLOWED), "晚于到期日2024-07-02"),
    ([], ("extension", 6, 20, {**ALLOWED, "extension_workdays": 21}), "1至20之间"),
    (
        [("fee_notice", 6, 12, {})],
        ("reply", 7, 12, {"outcome": "closed_unpaid"}),
        "缴费期限到2024-07-12",
    ),
    (
        [("correction_asked", 6, 5, {"answer_by": date(2024, 6, 14)})],
        ("reply", 6, 14, {"outcome": "closed_uncorrected"}),
        "补正期限到2024-06-14",
    ),
]


@pytest.mark.parametrize(("before", "step", "words"), IMPOSSIBLE)
def test_a_step_that_cannot_be_is_refused_and_not_kept(
    registers: Database, before: list[Told], step: Told, words: str
) -> None:
    request = register(registers)
    for kind, month, day, told in before:
        enter(registers, request, kind, month, day, **told)
    known = steps(registers, request)
    kind, month, day, told = step
    with pytest.raises(Unsound, match=words) as refused:
        enter(registers, request, kind, month, day, **told)
    assert refused.value.findings
    assert steps(registers, request) == known


@pytest.mark.parametrize(("before", "step", "words"), IMPOSSIBLE)
def test_a_step_is_not_changed_into_one_that_cannot_be(
    registers: Database, before: list[Told], step: Told, words: str
) -> None:
    request = register(registers)
    for kind, month, day, told in before:
        enter(registers, request, kind, month, day, **told)
    kind, month, day, told = step
    with registers.writing(CLERK) as session:
        # Without a date it is no step of the course yet.
        event = RequestEvent(kind=kind, request_id=request)
        begin_step(session, "导入台账")
        session.add(event)
        session.flush()
        event_id = event.id
    changes: Card = {"happened_on": date(2024, month, day), **told}
    with pytest.raises(Unsound, match=words), registers.writing(CLERK) as session:
        change_event(session, request, event_id, changes, calendar=CALENDAR, today=TODAY)


def test_a_ledger_is_taken_in_with_a_course_that_a_clerk_could_not_enter(
    registers: Database,
) -> None:
    card: Card = REQUEST | {
        "extended_on": date(2024, 7, 3),
        "extension_workdays": 30,
        "finished_on": date(2024, 8, 1),
        "outcome": "closed_unpaid",
    }
    with registers.writing(CLERK) as session:
        taken = take_in(session, [LedgerPart("request", [LedgerRow(2, card)])])
    assert taken.added["request"] == 1
    with pytest.raises(Unsound, match="没有收费通知"):
        register(registers, card | {"number": "S8"})


def test_an_unlikely_step_is_kept_and_told(registers: Database) -> None:
    request = register(registers)
    done = enter(registers, request, "extension", 6, 20, extension_workdays=20)
    assert [(one.rule, one.severity) for one in done.findings] == [("R14", "warning")]
    done = enter(registers, request, "reply", 7, 31, outcome="granted")
    assert [(one.rule, one.field) for one in done.findings] == [("R16", "late_reason")]
    assert len(steps(registers, request)) == 2


def test_what_was_told_before_is_not_told_again(registers: Database) -> None:
    request = register(registers)
    enter(registers, request, "correction_asked", 6, 14)
    done = enter(registers, request, "correction_received", 6, 20)
    assert [one.rule for one in done.findings] == ["R12"]


def test_an_answer_for_which_no_question_is_registered_is_only_told(registers: Database) -> None:
    request = register(registers)
    done = enter(registers, request, "fee_paid", 6, 20)
    assert [(one.rule, one.severity) for one in done.findings] == [("R20", "warning")]


def test_a_wrong_history_can_be_mended_one_step_at_a_time(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        [request] = enrol(session, "request", [REQUEST])
        session.flush()
        for day in (24, 25, 26):
            told = {"happened_on": date(2024, 7, day), "extension_workdays": 30}
            session.add(RequestEvent(kind="extension", request_id=request, **told))
    first, second, third = (event_id for event_id, _, _ in steps(registers, request))
    with registers.writing(CLERK) as session:
        given = {"calendar": CALENDAR, "today": TODAY}
        change_event(session, request, third, {"happened_on": date(2024, 7, 27)}, **given)
        remove_event(session, request, second, "登记错了", **given)
        change_event(session, request, first, {"happened_on": date(2024, 6, 20)}, **given)
        change_event(session, request, first, {"extension_workdays": 10}, **given)
        remove_event(session, request, third, "登记错了", **given)
    assert [(kind, day) for _, kind, day in steps(registers, request)] == [
        ("extension", date(2024, 6, 20))
    ]
    with pytest.raises(Unsound), registers.writing(CLERK) as session:
        change_event(session, request, first, {"extension_workdays": 30}, **given)


def test_a_step_on_which_another_rests_is_not_taken_away(registers: Database) -> None:
    request = register(registers)
    enter(registers, request, "fee_notice", 6, 12)
    enter(registers, request, "reply", 7, 15, outcome="closed_unpaid")
    notice = steps(registers, request)[0][0]
    with pytest.raises(Unsound, match="没有收费通知"), registers.writing(CLERK) as session:
        remove_event(session, request, notice, "登记错了", calendar=CALENDAR, today=TODAY)
    assert len(steps(registers, request)) == 2


def test_a_receipt_is_not_moved_to_where_its_steps_cannot_be(registers: Database) -> None:
    request = register(registers)
    enter(registers, request, "extension", 7, 2, **ALLOWED)
    change: Card = {"received_on": date(2024, 5, 31)}
    with pytest.raises(Unsound, match="晚于到期日"), registers.writing(CLERK) as session:
        change_record(session, "request", request, change, calendar=CALENDAR, today=TODAY)
    with registers.writing(CLERK) as session:
        noted = {"note": "已核对", "applicant_name": "周大永"}
        change_record(session, "request", request, noted, calendar=CALENDAR, today=TODAY)


def test_a_request_is_not_received_in_the_future(registers: Database) -> None:
    with pytest.raises(Unsound, match="晚于今天"):
        register(registers, {"received_on": date(2024, 9, 3)})
    request = register(registers)
    change: Card = {"received_on": date(2024, 9, 3)}
    with pytest.raises(Unsound, match="晚于今天"), registers.writing(CLERK) as session:
        change_record(session, "request", request, change, calendar=CALENDAR, today=TODAY)


def test_without_a_calendar_and_a_day_those_of_this_computer_are_used(registers: Database) -> None:
    request = register(registers)
    late: Card = {"happened_on": date(2024, 7, 3), **ALLOWED}
    with pytest.raises(Unsound, match="晚于到期日"), registers.writing(CLERK) as session:
        add_event(session, request, "extension", late)
    with pytest.raises(Unsound, match="晚于今天"), registers.writing(CLERK) as session:
        add_event(session, request, "delivery", {"happened_on": date(9000, 1, 1)})


# ---------------------------------------------------------------------- by which due date


def due_on(database: Database, request: int) -> list[date | None]:
    with database.reading() as session:
        found = select(RequestEvent.due_on).where(
            RequestEvent.request_id == request, RequestEvent.kind == "reply"
        )
        return list(session.scalars(found.order_by(RequestEvent.id)))


def test_an_ending_keeps_the_due_date_by_which_it_was_judged(registers: Database) -> None:
    request = register(registers)
    enter(registers, request, "reply", 7, 1, outcome="granted")
    assert due_on(registers, request) == [date(2024, 7, 2)]
    with registers.writing(CLERK) as session:  # a forgotten step changes the course
        told: Card = {"happened_on": date(2024, 6, 28), **ALLOWED}
        add_event(session, request, "extension", told, calendar=CALENDAR, today=TODAY)
    assert due_on(registers, request) == [date(2024, 7, 30)]


def test_a_later_change_of_the_calendar_does_not_touch_it(registers: Database) -> None:
    request = register(registers)
    enter(registers, request, "reply", 7, 1, outcome="granted")
    without_holidays = working_days_without_dragon_boat()
    with registers.writing(CLERK) as session:
        told: Card = {"happened_on": date(2024, 7, 2), "delivery_way": "邮寄"}
        add_event(session, request, "delivery", told, calendar=without_holidays, today=TODAY)
    assert due_on(registers, request) == [date(2024, 7, 2)]


def working_days_without_dragon_boat() -> WorkingDays:
    new_year = Break("元旦", date(2024, 1, 1), date(2024, 1, 1))
    return working_days((HolidayNotice(2024, (new_year,)),))


# ---------------------------------------------------------------------- repeated and reopened


def test_a_repeated_request_is_closed_once_the_earlier_one_is_named(registers: Database) -> None:
    register(registers, {"number": "S3", "received_on": date(2024, 3, 4)})
    request = register(registers)
    with registers.writing(CLERK) as session:
        done = link_as_repeated(session, request, " S3 ", calendar=CALENDAR, today=TODAY)
        assert (done.step, done.kinds, done.findings) == ("关联原申请", {"request"}, ())
    enter(registers, request, "reply", 6, 20, outcome="declined_duplicate")
    with registers.reading() as session:
        lines = session.execute(
            select(JournalEntry.step, JournalEntry.after)
            .where(JournalEntry.kind == "request", JournalEntry.record_id == request)
            .order_by(JournalEntry.id)
        ).all()
    assert (lines[1].step, "S3" in lines[1].after) == ("关联原申请", True)


@pytest.mark.parametrize(
    ("number", "words"),
    [("S7", "就是本件"), ("S9", "2024-06-04收到，晚于本件"), ("  ", "请填写")],
)
def test_a_request_repeats_an_earlier_one_and_not_itself(
    registers: Database, number: str, words: str
) -> None:
    register(registers, {"number": "S9", "received_on": date(2024, 6, 4)})
    request = register(registers)
    with pytest.raises(Refusal, match=words), registers.writing(CLERK) as session:
        link_as_repeated(session, request, number, calendar=CALENDAR, today=TODAY)


def test_the_earlier_request_may_lie_in_older_papers(registers: Database) -> None:
    request = register(registers)
    with registers.writing(CLERK) as session:
        done = link_as_repeated(session, request, "旧12号", calendar=CALENDAR, today=TODAY)
    assert [(one.rule, one.severity) for one in done.findings] == [("R21", "hint")]


def test_a_new_number_of_a_request_is_told_to_those_that_repeat_it(registers: Database) -> None:
    earlier = register(registers, {"number": "S3", "received_on": date(2024, 3, 4)})
    request = register(registers, {"repeats_number": "S3"})
    with registers.writing(CLERK) as session:
        change_record(session, "request", earlier, {"number": "S3-改"})
    with registers.reading() as session:
        assert session.get_one(Request, request).repeats_number == "S3-改"


def test_an_ended_request_is_taken_up_again_and_its_first_ending_counts(
    registers: Database,
) -> None:
    request = register(registers)
    with pytest.raises(Refusal, match="还没有办结"), registers.writing(CLERK) as session:
        reopen(session, request, date(2024, 8, 1), "判决", calendar=CALENDAR, today=TODAY)
    enter(registers, request, "reply", 6, 20, outcome="not_exist")
    with registers.writing(CLERK) as session:
        with pytest.raises(Refusal, match="原因"):
            reopen(session, request, date(2024, 8, 1), " ", calendar=CALENDAR, today=TODAY)
        with pytest.raises(Refusal, match="2024-06-19早于办结日期2024-06-20"):
            reopen(session, request, date(2024, 6, 19), "判决", calendar=CALENDAR, today=TODAY)
        done = reopen(session, request, date(2024, 8, 1), "判决", calendar=CALENDAR, today=TODAY)
    assert done.step == "登记重新办理"
    enter(registers, request, "reply", 8, 9, outcome="granted")
    with registers.reading() as session:
        stored = session.get_one(Request, request)
        assert (stored.finished_on, stored.outcome) == (date(2024, 6, 20), "not_exist")


# ---------------------------------------------------------------------- letters of a removed one


def letter(database: Database, request: int, *, final: bool) -> None:
    with database.writing(CLERK) as session:
        begin_step(session, "制作文书")
        made = Letter(
            request_id=request,
            kind="reply_granted",
            made_on=date(2024, 6, 20),
            final=final,
            number="示公开〔2024〕7号" if final else None,
            file_name="答复书.docx",
            sha256="0" * 64,
        )
        session.add(made)
        session.flush()
        session.execute(letter_file.insert().values(letter_id=made.id, content=b"docx"))


def test_a_request_with_a_final_letter_is_not_removed(registers: Database) -> None:
    request = register(registers)
    letter(registers, request, final=True)
    with pytest.raises(Refusal, match="示公开〔2024〕7号"), registers.writing(CLERK) as session:
        remove_record(session, "request", request, "误登")


def test_drafts_of_letters_go_with_their_request(registers: Database) -> None:
    request = register(registers)
    letter(registers, request, final=False)
    with registers.writing(CLERK) as session:
        remove_record(session, "request", request, "误登")
    with registers.reading() as session:
        for table in (Request.__table__, Letter.__table__, letter_file):
            assert session.execute(select(func.count()).select_from(table)).scalar() == 0
        kinds = session.scalars(select(JournalEntry.kind).where(JournalEntry.after.is_(None)))
        assert sorted(kinds) == ["letter", "request"]


def test_an_extension_without_its_days_is_refused_at_entry(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        record_id = add_record(session, "request", REQUEST, today=date(2024, 6, 20)).record_id
        told = {"happened_on": date(2024, 6, 20), "approved_by": "何主任"}
        with pytest.raises(Unsound) as refused:
            add_event(session, record_id, "extension", told, today=date(2024, 6, 20))
    assert [one.field for one in refused.value.findings] == ["extension_workdays"]


def test_a_step_goes_to_the_recycle_bin_with_a_reason_and_comes_back(
    registers: Database,
) -> None:
    request = register(registers)
    with registers.writing(CLERK) as session:
        told = {"happened_on": date(2024, 6, 14), "outcome": "granted", "reason": "已查明"}
        add_event(session, request, "reply", told, calendar=CALENDAR, today=TODAY)
    with registers.writing(CLERK) as session:
        event = session.get_one(Request, request).events[0].id
        for reason in ("", " 　"):
            with pytest.raises(Refusal, match="原因"):
                remove_event(session, request, event, reason, today=TODAY)
        done = remove_event(session, request, event, " 登记到别的申请上了 ", today=TODAY)
        assert done.step == "删除答复：登记到别的申请上了"
    with registers.writing(CLERK) as session:
        (removed,) = removed_records(session)
        assert (removed.kind, removed.number) == ("request_event", REQUEST["number"])
        assert removed.reason == "登记到别的申请上了"
        assert session.get_one(Request, request).finished_on is None
        done = put_back(session, removed.kind, removed.record_id, calendar=CALENDAR, today=TODAY)
        assert (done.kind, done.record_id) == ("request", request)
        assert done.step == f"放回{REQUEST['number']}的答复"
    with registers.reading() as session:
        found = session.get_one(Request, request)
        assert found.finished_on == date(2024, 6, 14)
        assert found.events[0].reason == "已查明"
        assert removed_records(session) == []
