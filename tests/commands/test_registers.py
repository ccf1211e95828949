"""Registers change by commands that check first, and only as a whole."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.offices import found_office, report_texts, write_report_text
from disclosure_desk.commands.registers import (
    add_record,
    change_record,
    record_of,
    remove_record,
)
from disclosure_desk.commands.steps import add_event, change_event, remove_event, reopen
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("林知夏", "二楼电脑")
REQUEST: Card = {
    "number": "S1",
    "received_on": date(2024, 1, 2),
    "received_via": "network",
    "applicant_kind": "natural",
}
CASE: Card = {
    "number": "F1",
    "kind": "reconsideration",
    "accepted_on": date(2024, 5, 6),
    "request_number": "S1",
}


def add(database: Database, kind: str, card: Card) -> int:
    with database.writing(CLERK) as session:
        return add_record(session, kind, card).record_id


def stored(database: Database, kind: str) -> list[Card]:
    with database.reading() as session:
        return [card for _, card in read_cards(session, kind)]


def test_done_names_the_step_the_record_and_what_changed(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        card = REQUEST | {"fee_yuan": Decimal(3)}
        done = add_record(session, "request", card, today=date(2024, 1, 9))
        assert done.step == "登记依申请公开"
        assert done.kinds == {"request"}
        assert [finding.severity for finding in done.findings] == ["hint"]
        assert record_of(session, "request", done.record_id).number == "S1"


def test_an_unsound_record_is_not_kept_and_every_error_is_told(registers: Database) -> None:
    bad = REQUEST | {"received_via": None, "finished_on": date(2024, 1, 1)}
    with pytest.raises(Unsound) as refused:
        add(registers, "request", bad)
    assert {one.field for one in refused.value.findings} == {
        "received_via",
        "finished_on",
        "outcome",
    }
    assert stored(registers, "request") == []


@pytest.mark.parametrize("kind", ["publication", "request", "dispute"])
def test_a_number_is_used_once(registers: Database, kind: str) -> None:
    card: Card = {
        "publication": {"number": "G1", "title": "通知", "made_on": date(2024, 1, 2)},
        "request": REQUEST,
        "dispute": CASE,
    }[kind]
    first = add(registers, kind, card)
    with pytest.raises(Unsound, match="已被使用"):
        add(registers, kind, card)
    second = add(registers, kind, card | {"number": "另一号"})
    with pytest.raises(Unsound, match="已被使用"), registers.writing(CLERK) as session:
        change_record(session, kind, second, {"number": card["number"]})
    with registers.writing(CLERK) as session:
        change_record(session, kind, first, {"number": card["number"], "note": "同一号"})
    assert [one["number"] for one in stored(registers, kind)] == [card["number"], "另一号"]


def test_publications_need_no_number(registers: Database) -> None:
    for title in ("通知", "公告"):
        add(registers, "publication", {"title": title, "made_on": date(2024, 1, 2)})
    assert ["number" in card for card in stored(registers, "publication")] == [False, False]


def test_channels_are_kept_as_a_ledger_would_give_them_again(registers: Database) -> None:
    item: Card = {
        "title": "通知",
        "made_on": date(2024, 1, 2),
        "channels": (" 报纸，电视 ", "报纸"),
    }
    add(registers, "publication", item)
    assert [card["channels"] for card in stored(registers, "publication")] == [("报纸", "电视")]


def test_none_empties_a_field_and_gives_back_its_default(registers: Database) -> None:
    item: Card = {
        "title": "通知",
        "made_on": date(2024, 1, 2),
        "document_kind": "normative",
        "channels": ("政府网站",),
        "note": "旧",
        "department": "办公室",
    }
    record_id = add(registers, "publication", item)
    emptied: Card = dict.fromkeys(("document_kind", "channels", "note", "department"))
    with registers.writing(CLERK) as session:
        change_record(session, "publication", record_id, emptied)
    assert stored(registers, "publication") == [
        {"title": "通知", "made_on": date(2024, 1, 2), "document_kind": "other"}
    ]


def test_an_unsound_change_keeps_what_was_there(registers: Database) -> None:
    record_id = add(registers, "request", REQUEST)
    with pytest.raises(Unsound), registers.writing(CLERK) as session:
        change_record(session, "request", record_id, {"finished_on": date(2024, 1, 9)})
    assert stored(registers, "request") == [REQUEST]


def test_a_department_is_entered_once(registers: Database) -> None:
    for number in ("S1", "S2"):
        add(registers, "request", REQUEST | {"number": number, "department": "办公室"})
    with registers.reading() as session:
        assert session.scalars(select(Department.name)).all() == ["办公室"]


def test_a_new_number_of_a_request_is_told_to_its_disputes(registers: Database) -> None:
    record_id = add(registers, "request", REQUEST)
    add(registers, "dispute", CASE)
    with registers.writing(CLERK) as session:
        done = change_record(session, "request", record_id, {"number": "S1-改"})
    assert done.kinds == {"request", "dispute"}
    assert [card["request_number"] for card in stored(registers, "dispute")] == ["S1-改"]


def test_a_request_in_dispute_is_not_removed(registers: Database) -> None:
    record_id = add(registers, "request", REQUEST)
    case_id = add(registers, "dispute", CASE)
    with pytest.raises(Refusal, match="F1"), registers.writing(CLERK) as session:
        remove_record(session, "request", record_id, "误登")
    with registers.writing(CLERK) as session:
        remove_record(session, "dispute", case_id, "误登")
        remove_record(session, "request", record_id, "误登")
    assert stored(registers, "request") == stored(registers, "dispute") == []


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_removal_needs_its_reason(registers: Database, reason: str) -> None:
    record_id = add(registers, "request", REQUEST)
    with pytest.raises(Refusal, match="原因"), registers.writing(CLERK) as session:
        remove_record(session, "request", record_id, reason)
    assert len(stored(registers, "request")) == 1


def test_a_record_removed_meanwhile_is_told(registers: Database) -> None:
    with pytest.raises(Refusal, match="已被删除"), registers.writing(CLERK) as session:
        change_record(session, "request", 4711, {"note": "晚了"})


# ---------------------------------------------------------------------- events


def event_ids(database: Database, record_id: int) -> list[int]:
    with database.reading() as session:
        return [event.id for event in session.get_one(Request, record_id).events]


def test_a_second_reply_after_a_dispute_does_not_change_the_first_ending(
    registers: Database,
) -> None:
    record_id = add(registers, "request", REQUEST)
    first = {"happened_on": date(2024, 2, 1), "outcome": "refused_secret"}
    again = {"happened_on": date(2025, 3, 1), "outcome": "partial"}
    with registers.writing(CLERK) as session:
        add_event(session, record_id, "reply", first)
        reopen(session, record_id, date(2025, 2, 10), "复议决定撤销答复")
        add_event(session, record_id, "reply", again)
    (card,) = stored(registers, "request")
    assert (card["finished_on"], card["outcome"]) == (date(2024, 2, 1), "refused_secret")
    assert len(event_ids(registers, record_id)) == 3


def test_removing_the_ending_opens_the_request_again(registers: Database) -> None:
    ended = REQUEST | {"finished_on": date(2024, 2, 1), "outcome": "granted"}
    record_id = add(registers, "request", ended)
    with registers.writing(CLERK) as session:
        remove_event(session, record_id, event_ids(registers, record_id)[0], "登记错了")
    assert stored(registers, "request") == [REQUEST]


def test_an_event_before_receipt_is_refused_and_not_kept(registers: Database) -> None:
    record_id = add(registers, "request", REQUEST)
    early: Card = {"happened_on": date(2024, 1, 1)}
    with pytest.raises(Unsound, match="早于收到日期"), registers.writing(CLERK) as session:
        add_event(session, record_id, "correction_asked", early)
    assert event_ids(registers, record_id) == []
    with registers.writing(CLERK) as session:
        add_event(session, record_id, "correction_asked", {"happened_on": date(2024, 1, 3)})
    (event_id,) = event_ids(registers, record_id)
    with pytest.raises(Unsound), registers.writing(CLERK) as session:
        change_event(session, record_id, event_id, early)
    assert stored(registers, "request")[0]["correction_asked_on"] == date(2024, 1, 3)


def test_a_step_for_which_the_card_has_no_room_is_no_earlier_than_receipt_either(
    registers: Database,
) -> None:
    record_id = add(registers, "request", REQUEST)
    for day in (date(2024, 1, 20), date(2024, 1, 3)):
        with registers.writing(CLERK) as session:
            add_event(session, record_id, "correction_asked", {"happened_on": day})
    with pytest.raises(Refusal, match="早于收到日期"), registers.writing(CLERK) as session:
        add_event(session, record_id, "correction_asked", {"happened_on": date(2024, 1, 1)})
    with pytest.raises(Refusal, match="2024-01-03早于收到"), registers.writing(CLERK) as session:
        change_record(session, "request", record_id, {"received_on": date(2024, 1, 10)})
    assert stored(registers, "request")[0]["received_on"] == date(2024, 1, 2)
    assert len(event_ids(registers, record_id)) == 2


@pytest.mark.parametrize(
    ("kind", "days", "field", "told"),
    [
        ("delivery", (3, 20), "delivered_on", 2),
        ("extension", (3, 20), "extended_on", 25),
        ("correction_asked", (3, 20), "correction_asked_on", None),
    ],
)
def test_of_several_steps_the_card_changes_none_that_it_would_not_go_on_telling(
    registers: Database, kind: str, days: tuple[int, ...], field: str, told: int | None
) -> None:
    record_id = add(registers, "request", REQUEST)
    with registers.writing(CLERK) as session:  # as older papers may have it
        begin_step(session, "登记步骤")
        request = session.get_one(Request, record_id)
        for day in days:
            request.events.append(RequestEvent(kind=kind, happened_on=date(2024, 1, day)))
        request.retell()
    before = stored(registers, "request")
    change = {field: told and date(2024, 1, told)}
    with pytest.raises(Refusal, match="不止一次"), registers.writing(CLERK) as session:
        change_record(session, "request", record_id, change)
    assert stored(registers, "request") == before


def test_changing_an_outcome_on_the_card_changes_the_event(registers: Database) -> None:
    ended = REQUEST | {"finished_on": date(2024, 2, 1), "outcome": "granted"}
    record_id = add(registers, "request", ended)
    before = event_ids(registers, record_id)
    with registers.writing(CLERK) as session:
        change_record(session, "request", record_id, {"outcome": "closed_withdrawn"})
    with registers.reading() as session:
        request = session.get_one(Request, record_id)
        assert [(event.id, event.kind) for event in request.events] == [(before[0], "withdrawal")]
        assert request.outcome == "closed_withdrawn"


def test_changing_another_field_leaves_the_events_alone(registers: Database) -> None:
    record_id = add(registers, "request", REQUEST)
    for day in (date(2024, 1, 3), date(2024, 1, 20)):
        with registers.writing(CLERK) as session:
            add_event(session, record_id, "correction_asked", {"happened_on": day})
    with registers.writing(CLERK) as session:
        change_record(session, "request", record_id, {"note": "两次补正"})
    assert len(event_ids(registers, record_id)) == 2
    assert stored(registers, "request")[0]["correction_asked_on"] == date(2024, 1, 20)


# ---------------------------------------------------------------------- the office and its texts


@pytest.mark.parametrize("name", ["", "  "])
def test_an_office_has_a_name(registers: Database, name: str) -> None:
    with pytest.raises(Refusal, match="单位名称"), registers.writing(CLERK) as session:
        found_office(session, name)


def test_a_text_is_kept_changed_and_given_back(registers: Database) -> None:
    for body in ("第一稿", "第二稿"):
        with registers.writing(CLERK) as session:
            write_report_text(session, 2024, 5, body)
    with registers.reading() as session:
        assert report_texts(session, 2024) == {5: "第二稿"}
        assert report_texts(session, 2023) == {}
    with registers.writing(CLERK) as session:
        write_report_text(session, 2024, 5, " ")
    with registers.reading() as session:
        assert report_texts(session, 2024) == {}


def test_a_second_ending_wants_a_reopening_and_counts_for_nothing(registers: Database) -> None:
    number = add(registers, "request", REQUEST)
    with registers.writing(CLERK) as session:
        ended = {"happened_on": date(2024, 1, 9), "outcome": "granted"}
        assert add_event(session, number, "reply", ended).findings == ()
    withdrawn = {"happened_on": date(2024, 2, 9), "outcome": "closed_withdrawn"}
    with (
        pytest.raises(Unsound, match="已于2024-01-09办结（予以公开）"),
        registers.writing(CLERK) as session,
    ):
        add_event(session, number, "withdrawal", withdrawn)
    with registers.writing(CLERK) as session:
        reopen(session, number, date(2024, 2, 1), "判决撤销答复")
        findings = add_event(session, number, "withdrawal", withdrawn).findings
    assert "2024-01-09已经办结" in "".join(one.message for one in findings)
