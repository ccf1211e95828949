"""The journal tells who changed what and when, with the values before and after."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event, remove_event
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("林知夏", "二楼电脑")
ITEM: Card = {"number": "G1", "title": "关于项目申报的通知", "made_on": date(2024, 3, 1)}
REQUEST: Card = {
    "number": "S1",
    "received_on": date(2024, 1, 2),
    "received_via": "network",
    "applicant_kind": "natural",
}


def lines(database: Database, kind: str) -> list[tuple[str, Any, Any]]:
    """Step, values before and values after of every line about a kind of record."""
    with database.reading() as session:
        found = session.scalars(
            select(JournalEntry).where(JournalEntry.kind == kind).order_by(JournalEntry.id)
        ).all()
    return [
        (one.step, one.before and json.loads(one.before), one.after and json.loads(one.after))
        for one in found
    ]


def added(database: Database, kind: str, card: Card) -> int:
    with database.writing(CLERK) as session:
        return add_record(session, kind, card).record_id


def test_a_line_names_who_where_and_when(registers: Database) -> None:
    before = datetime.now(UTC).replace(tzinfo=None)
    record_id = added(registers, "publication", ITEM)
    with registers.reading() as session:
        entry = session.scalars(
            select(JournalEntry).where(JournalEntry.kind == "publication")
        ).one()
    assert (entry.actor, entry.computer, entry.step) == ("林知夏", "二楼电脑", "登记主动公开")
    assert entry.record_id == record_id
    assert before <= entry.recorded_at <= before + timedelta(minutes=1)


def test_of_a_new_record_all_values_are_kept(registers: Database) -> None:
    record_id = added(registers, "publication", ITEM | {"channels": ("政府网站", "公示栏")})
    ((step, before, after),) = lines(registers, "publication")
    assert step == "登记主动公开"
    assert before is None
    assert after["id"] == record_id
    assert after["title"] == "关于项目申报的通知"
    assert after["made_on"] == "2024-03-01"
    assert after["channels"] == "政府网站、公示栏"


def test_several_words_are_told_alike_when_entered_and_when_changed(registers: Database) -> None:
    record_id = added(registers, "publication", ITEM | {"channels": ("政府网站", "公示栏")})
    with registers.writing(CLERK) as session:
        change_record(session, "publication", record_id, {"channels": ("政府网站",)})
    (_, _, entered), (_, before, after) = lines(registers, "publication")
    assert entered["channels"] == before["channels"] == "政府网站、公示栏"
    assert after["channels"] == "政府网站"


def test_of_a_change_only_what_changed_is_kept(registers: Database) -> None:
    record_id = added(registers, "publication", ITEM)
    with registers.writing(CLERK) as session:
        change_record(
            session,
            "publication",
            record_id,
            {"title": "关于项目申报的补充通知", "number": "G1", "published_on": date(2024, 3, 5)},
        )
    assert lines(registers, "publication")[1:] == [
        (
            "修改主动公开",
            {"title": "关于项目申报的通知", "published_on": None},
            {"title": "关于项目申报的补充通知", "published_on": "2024-03-05"},
        )
    ]


def test_a_change_of_the_department_is_a_change(registers: Database) -> None:
    record_id = added(registers, "publication", ITEM)
    for department in ("办公室", "规划科", None):
        with registers.writing(CLERK) as session:
            change_record(session, "publication", record_id, {"department": department})
    names = {one["id"]: one["name"] for _, _, one in lines(registers, "department")}
    told = [
        (names.get(before["department_id"]), names.get(after["department_id"]))
        for _, before, after in lines(registers, "publication")[1:]
    ]
    assert told == [(None, "办公室"), ("办公室", "规划科"), ("规划科", None)]


def test_saving_without_a_change_leaves_no_line(registers: Database) -> None:
    record_id = added(registers, "publication", ITEM)
    with registers.writing(CLERK) as session:
        change_record(session, "publication", record_id, dict(ITEM))
    assert len(lines(registers, "publication")) == 1


def test_of_a_removed_record_everything_stays_with_the_reason(registers: Database) -> None:
    record_id = added(registers, "indicator", _entry("12.30"))
    with registers.writing(CLERK) as session:
        remove_record(session, "indicator", record_id, " 重复填报 ")
    step, before, after = lines(registers, "indicator_entry")[-1]
    assert step == "删除数据填报：重复填报"
    assert before["amount"] == "12.30"
    assert before["dated_on"] == "2024-06-30"
    assert after is None


def _entry(amount: str) -> Card:
    return {"dated_on": date(2024, 6, 30), "indicator": "funds", "amount": Decimal(amount)}


def test_steps_of_a_request_are_kept_one_by_one(registers: Database) -> None:
    record_id = added(registers, "request", REQUEST)
    with registers.writing(CLERK) as session:
        add_event(session, record_id, "correction_asked", {"happened_on": date(2024, 1, 4)})
    with registers.writing(CLERK) as session:
        add_event(
            session, record_id, "reply", {"happened_on": date(2024, 1, 9), "outcome": "granted"}
        )
    steps = lines(registers, "request_event")
    assert [step for step, _, _ in steps] == ["登记告知补正", "登记答复"]
    assert [after["happened_on"] for _, _, after in steps] == ["2024-01-04", "2024-01-09"]
    assert lines(registers, "request")[1:] == [
        (
            "登记答复",
            {"finished_on": None, "outcome": None},
            {"finished_on": "2024-01-09", "outcome": "granted"},
        )
    ]


def test_a_corrected_and_a_removed_step_tell_what_stood_there(registers: Database) -> None:
    record_id = added(registers, "request", REQUEST)
    reply: Card = {"happened_on": date(2024, 1, 9), "outcome": "granted"}
    with registers.writing(CLERK) as session:
        add_event(session, record_id, "reply", reply)
    event_id = lines(registers, "request_event")[0][2]["id"]
    with registers.writing(CLERK) as session:
        change_event(session, record_id, event_id, {"happened_on": date(2024, 1, 10)})
    with registers.writing(CLERK) as session:
        remove_event(session, record_id, event_id, "登记错了")
    changed, removed = lines(registers, "request_event")[1:]
    assert changed == (
        "修改答复",
        {"happened_on": "2024-01-09"},
        {"happened_on": "2024-01-10"},
    )
    assert removed[0] == "删除答复：登记错了"
    assert (removed[1]["happened_on"], removed[2]) == ("2024-01-10", None)
    assert lines(registers, "request")[-1][2] == {"finished_on": None, "outcome": None}


def test_an_emptied_date_is_told_as_a_step_taken_back(registers: Database) -> None:
    record_id = added(registers, "request", REQUEST | {"extended_on": date(2024, 1, 20)})
    with registers.writing(CLERK) as session:
        change_record(session, "request", record_id, {"extended_on": None})
    step, before, after = lines(registers, "request_event")[-1]
    assert (step, before["happened_on"], after) == ("修改依申请公开", "2024-01-20", None)
    assert lines(registers, "request")[-1][1:] == (
        {"extended_on": "2024-01-20"},
        {"extended_on": None},
    )


def test_records_entered_in_bulk_have_a_line_each(registers: Database) -> None:
    cards = [
        REQUEST
        | {
            "number": f"S{place}",
            "department": "办公室",
            "fee_paid_on": date(2024, 2, 1),
            "fee_yuan": Decimal("12.50"),
        }
        for place in range(3)
    ]
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        enrol(session, "request", cards)
    told = lines(registers, "request")
    assert {step for step, _, _ in told} == {"导入台账"}
    assert [after["number"] for _, _, after in told] == ["S0", "S1", "S2"]
    assert all(before is None for _, before, _ in told)
    assert [after["received_on"] for _, _, after in told] == ["2024-01-02"] * 3
    events = lines(registers, "request_event")
    assert [after["kind"] for _, _, after in events] == ["fee_paid"] * 3
    assert [Decimal(str(after["fee_yuan"])) for _, _, after in events] == [Decimal("12.5")] * 3
    with registers.reading() as session:
        actors = set(session.scalars(select(JournalEntry.actor)))
    assert actors == {"周砚清", "林知夏"}


def test_a_step_that_is_rolled_back_leaves_no_line(registers: Database) -> None:
    def fail_half_way() -> None:
        with registers.writing(CLERK) as session:
            add_record(session, "publication", ITEM)
            begin_step(session, "导入台账")
            enrol(session, "request", [REQUEST])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert lines(registers, "publication") == []
    assert lines(registers, "request") == []
    with registers.reading() as session:
        assert session.scalars(select(JournalEntry.kind)).all() == ["office"]


def test_lines_of_one_transaction_stand_in_the_order_of_its_steps(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        first = add_record(session, "publication", ITEM).record_id
        change_record(session, "publication", first, {"note": "一"})
        change_record(session, "publication", first, {"note": "二"})
    told = [(before, after) for _, before, after in lines(registers, "publication")[1:]]
    assert told == [({"note": None}, {"note": "一"}), ({"note": "一"}, {"note": "二"})]
