"""What a day asks for, out of the dated events alone."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.statistics.agenda import Agenda, AgendaItem
from disclosure_desk.statistics.today import agenda
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CALENDAR = working_days()
RECEIVED = date(2024, 6, 3)  # to be answered by 2 July 2024
WHOLE: Card = {
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "苏念一",
    "content": "2023年科技创新券发放名单",
    "department": "办公室",
}


@pytest.fixture
def writing(registers: Database) -> Iterator[Session]:
    with registers.writing(Actor("林知夏", "二楼电脑")) as session:
        begin_step(session, "登记")
        yield session


def request(number: str, received_on: date = RECEIVED, **more: object) -> Card:
    return {**WHOLE, "number": number, "received_on": received_on, **more}


def found(session: Session, today: date) -> Mapping[str, list[AgendaItem]]:
    return {group.slug: list(group.items) for group in agenda(session, CALENDAR, today).groups}


def numbers(session: Session, today: date) -> dict[str, list[str]]:
    return {slug: [item.number for item in items] for slug, items in found(session, today).items()}


def test_a_day_on_which_nothing_is_due_is_quiet(writing: Session) -> None:
    enrol(writing, "request", [request("1")])
    day = date(2024, 6, 14)
    assert agenda(writing, CALENDAR, day) == Agenda(day, (), next_due=date(2024, 7, 2))


@pytest.mark.parametrize(
    ("today", "group", "left"),
    [
        (date(2024, 6, 24), None, 6),
        (date(2024, 6, 25), "due_5", 5),
        (date(2024, 6, 27), "due_3", 3),
        (date(2024, 6, 30), "due_3", 2),  # a Sunday
        (date(2024, 7, 1), "due_1", 1),
        (date(2024, 7, 2), "due_1", 0),
        (date(2024, 7, 3), "overdue", -1),
        (date(2024, 7, 8), "overdue", -4),
    ],
)
def test_a_request_stands_where_its_working_days_put_it(
    today: date, group: str | None, left: int, writing: Session
) -> None:
    enrol(writing, "request", [request("1")])
    items = found(writing, today)
    assert list(items) == ([group] if group else [])
    if group:
        [item] = items[group]
        assert (item.due, item.workdays_left) == (date(2024, 7, 2), left)
        assert item.urgent is (left <= 0)
        assert item.title == "苏念一 2023年科技创新券发放名单"


def test_the_most_pressing_comes_first(writing: Session) -> None:
    cards = [request("1", date(2024, 6, 4)), request("2", date(2024, 6, 3)), request("3")]
    enrol(writing, "request", cards)
    assert numbers(writing, date(2024, 7, 4)) == {"overdue": ["2", "3", "1"]}


def test_an_answered_request_asks_for_nothing(writing: Session) -> None:
    done = {
        "finished_on": date(2024, 6, 20),
        "outcome": "granted",
        "delivered_on": date(2024, 6, 21),
    }
    enrol(writing, "request", [request("1", **done)])
    assert found(writing, date(2024, 8, 1)) == {}


def test_a_correction_notice_is_remembered_while_nothing_has_been_done(writing: Session) -> None:
    asked = {"correction_asked_on": date(2024, 6, 5)}
    enrol(writing, "request", [request("1"), request("2", **asked)])
    assert numbers(writing, date(2024, 6, 6)) == {"waiting": ["2"]}
    [item] = found(writing, date(2024, 6, 7))["correction_notice"]
    assert (item.number, item.due, item.workdays_left) == ("1", date(2024, 6, 13), 3)
    assert "correction_notice" not in found(writing, date(2024, 6, 14))


@pytest.mark.parametrize(
    ("events", "until", "words"),
    [
        ({"consultation_sent_on": date(2024, 6, 11)}, date(2024, 7, 2), "第三方"),
        ({"fee_notice_on": date(2024, 6, 11)}, date(2024, 7, 11), "缴费"),
        ({"correction_asked_on": date(2024, 6, 11)}, None, "补正期限"),
    ],
)
def test_a_resting_clock_is_told_with_the_time_that_others_have(
    events: dict[str, date], until: date | None, words: str, writing: Session
) -> None:
    enrol(writing, "request", [request("1", **events)])
    [item] = found(writing, date(2024, 6, 20))["waiting"]
    assert item.due == until
    assert words in item.text
    assert not item.urgent
    [late] = found(writing, date(2024, 7, 12))["waiting"]
    assert late.urgent is (until is not None)


def test_a_consultation_sent_too_late_does_not_hide_that_the_request_is_overdue(
    writing: Session,
) -> None:
    enrol(writing, "request", [request("1", consultation_sent_on=date(2024, 7, 5))])
    assert numbers(writing, date(2024, 7, 8)) == {"overdue": ["1"]}


def test_a_reopened_request_has_a_period_of_its_own(writing: Session) -> None:
    done = {"finished_on": date(2024, 6, 20), "outcome": "not_exist"}
    [id_] = enrol(writing, "request", [request("1", delivered_on=date(2024, 6, 20), **done)])
    kept = writing.get_one(Request, id_)
    kept.events.append(RequestEvent(kind="reopening", happened_on=date(2024, 9, 2)))
    writing.flush()
    [item] = found(writing, date(2024, 9, 27))["due_3"]
    assert item.due == date(2024, 9, 30)
    kept.events.append(RequestEvent(kind="reply", happened_on=date(2024, 9, 25), outcome="granted"))
    kept.retell()
    writing.flush()
    assert found(writing, date(2024, 9, 27)) == {}
    assert kept.outcome == "not_exist", "the year's figures keep the first ending"


def test_an_item_is_late_after_twenty_working_days(writing: Session) -> None:
    items: list[Card] = [
        {"number": "1", "title": "办事指南", "made_on": RECEIVED},
        {"number": "2", "title": "通知", "made_on": RECEIVED, "published_on": date(2024, 6, 5),
         "channels": ("政府网站",)},
        {"number": "3", "title": "旧文件", "made_on": date(2020, 6, 3)},
        {"number": "4", "title": "废止的文件", "made_on": RECEIVED,
         "repealed_on": date(2024, 6, 20)},
    ]  # fmt: skip
    enrol(writing, "publication", items)
    assert "publication" not in found(writing, date(2024, 7, 2))
    [item] = found(writing, date(2024, 7, 3))["publication"]
    assert (item.number, item.due, item.workdays_left) == ("1", date(2024, 7, 2), -1)


def test_months_without_entries_are_named_in_a_register_that_is_kept_up(writing: Session) -> None:
    assert found(writing, date(2024, 6, 20)) == {}, "a register never used is no gap"
    entries: list[Card] = [
        {"dated_on": date(2024, month, 5), "indicator": "licence_decisions", "amount": 3}
        for month in (1, 2, 5)
    ]
    enrol(writing, "indicator", entries)
    [gap] = found(writing, date(2024, 6, 20))["silence"]
    assert (gap.kind, gap.title) == ("indicator", "数据填报：3月、4月")
    assert "3月" not in gap.text, "the months are told once"
    assert "silence" not in found(writing, date(2024, 3, 20))


def test_what_is_half_filled_is_named_with_what_it_lacks(writing: Session) -> None:
    bare: Card = {
        "number": "1",
        "received_on": RECEIVED,
        "received_via": "letter",
        "applicant_kind": "other",
    }
    ended = {"finished_on": date(2024, 6, 11), "outcome": "granted"}
    inside = {"finished_on": date(2024, 6, 11), "outcome": "closed_withdrawn"}
    cards = [bare, request("2", **ended), request("3", **inside)]
    enrol(writing, "request", cards)
    silent: Card = {"title": "通知", "made_on": RECEIVED, "published_on": RECEIVED}
    enrol(writing, "publication", [silent])
    told = {item.number: item.text for item in found(writing, date(2024, 6, 14))["unfinished"]}
    assert told == {
        "1": "还缺申请人名称、申请内容、承办科室",
        "2": "还缺送达日期",
        "": "已公开而没有公开渠道",
    }


def test_a_year_without_a_notice_is_said_and_never_counted_over(writing: Session) -> None:
    enrol(writing, "request", [request("1", date(2026, 12, 21))])
    items = found(writing, date(2026, 12, 30))
    [item] = items["calendar"]
    assert "2027年" in item.title
    assert "1的期限算不出来" in item.title
    assert item.urgent
    assert set(items) == {"calendar", "correction_notice"}


def test_a_question_sent_in_a_year_without_a_notice_does_not_hide_a_lapse(writing: Session) -> None:
    asked = {"consultation_sent_on": date(2027, 1, 10)}
    enrol(writing, "request", [request("1", date(2026, 11, 2), **asked)])
    [item] = found(writing, date(2027, 1, 15))["overdue"]
    assert item.due == date(2026, 11, 30)
    assert "至少23个工作日" in item.text, "January 2027 cannot be counted"


def test_a_correction_wipes_out_an_earlier_lapse(writing: Session) -> None:
    life = {
        "correction_asked_on": date(2024, 9, 10),  # after the due date of 29 August
        "correction_received_on": date(2024, 9, 12),
        "consultation_sent_on": date(2024, 9, 20),
    }
    enrol(writing, "request", [request("1", date(2024, 8, 1), **life)])
    assert numbers(writing, date(2024, 9, 25)) == {"waiting": ["1"]}


def test_a_receipt_handed_out_is_no_correction_notice(writing: Session) -> None:
    [id_] = enrol(writing, "request", [request("1")])
    kept = writing.get_one(Request, id_)
    kept.events.append(RequestEvent(kind="letter", happened_on=date(2024, 6, 4)))
    writing.flush()
    assert numbers(writing, date(2024, 6, 7)) == {"correction_notice": ["1"]}


def test_no_working_day_late_is_not_counted(writing: Session) -> None:
    enrol(writing, "request", [request("1", date(2024, 9, 2))])
    [item] = found(writing, date(2024, 10, 3))["overdue"]
    assert (item.workdays_left, item.text) == (0, "期限2024-09-30，已经逾期")


def test_a_year_of_silence_and_a_silent_december_are_named(writing: Session) -> None:
    items: list[Card] = [
        {"title": f"通知{month}", "made_on": date(2025, month, 5), "channels": ("政府网站",),
         "published_on": date(2025, month, 6)}
        for month in range(1, 12)
    ]  # fmt: skip
    enrol(writing, "publication", items)
    [gap] = found(writing, date(2026, 1, 10))["silence"]
    assert gap.title == "主动公开：2025年12月"
    [gap] = found(writing, date(2026, 4, 10))["silence"]
    assert gap.title == "主动公开：2025年12月、1月、2月、3月"
    assert "silence" not in found(writing, date(2028, 1, 10)), "a register given up"


def test_the_end_of_time_is_told_at_once(writing: Session) -> None:
    enrol(writing, "request", [request("1")])
    assert found(writing, date(9999, 12, 31))["overdue"]
