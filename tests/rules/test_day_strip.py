"""The clock drawn day by day agrees with the clock, and names every day that does not count."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import pytest

from disclosure_desk.rules.calendars import shipped_notices
from disclosure_desk.rules.clock import Happening, tolerant_clock
from disclosure_desk.rules.day_strip import StripDay, strip_of
from disclosure_desk.rules.law import law_on
from disclosure_desk.rules.working_days import WorkingDays


@cache
def calendar() -> WorkingDays:
    return WorkingDays(notice for notice in shipped_notices() if notice.year <= 2026)


def strip(
    received: date, happenings: Sequence[Happening] = (), until: date | None = None
) -> dict[date, StripDay]:
    clock = tolerant_clock(received, happenings, calendar())
    days = strip_of(clock, received, calendar(), until)
    assert [one.date for one in days] == [
        received + timedelta(days=number) for number in range(len(days))
    ]
    return {one.date: one for one in days}


def marks(days: dict[date, StripDay]) -> str:
    """The marks by their first letters."""
    return "".join(one.mark[0] for one in days.values())


def test_the_days_of_the_court_case_over_the_national_day() -> None:
    days = strip(date(2022, 9, 30))
    assert marks(days) == "s" + "h" * 7 + "mm" + "cccccww" * 3 + "ccd"
    assert days[date(2022, 10, 3)].text == "国庆节放假，不计入"
    assert days[date(2022, 10, 3)].source == "国办发明电〔2021〕11号"
    assert days[date(2022, 10, 9)].text == "第2个工作日（调休上班）"
    assert days[date(2022, 11, 2)].text == "第20个工作日，到期"
    assert days[date(2022, 11, 2)].source == "条例第三十三条第二款"


def test_days_of_waiting_and_the_day_of_the_restart_do_not_count() -> None:
    happenings = [
        Happening("correction_asked", date(2024, 6, 5)),
        Happening("correction_received", date(2024, 6, 11)),
    ]
    days = strip(date(2024, 6, 3), happenings, date(2024, 6, 13))
    assert marks(days) == "sccwwwwwrcc"
    assert days[date(2024, 6, 7)].text == "等待申请人补正，不计入"
    assert days[date(2024, 6, 11)].text == "收到补正，重新计算，当日不计"
    assert [one.number for one in days.values()][-2:] == [1, 2]


def test_a_payment_is_named_although_a_correction_is_awaited_too() -> None:
    happenings = [
        Happening("correction_asked", date(2024, 6, 5)),
        Happening("fee_notice", date(2024, 6, 5)),
        Happening("fee_paid", date(2024, 6, 6)),
    ]
    days = strip(date(2024, 6, 3), happenings, date(2024, 6, 7))
    assert days[date(2024, 6, 6)].text == "收到缴费，重新计算，当日不计"
    assert days[date(2024, 6, 7)].text == "等待申请人补正，不计入"


def test_asking_and_answering_on_one_day_restarts_on_it() -> None:
    one_day = date(2024, 6, 5)
    happenings = [
        Happening("correction_asked", one_day),
        Happening("correction_received", one_day),
    ]
    assert strip(date(2024, 6, 3), happenings)[one_day].mark == "restart"


def test_a_question_outstanding_ends_the_strip_unless_a_day_is_given() -> None:
    sent = [Happening("consultation_sent", date(2024, 6, 5))]
    assert marks(strip(date(2024, 6, 3), sent)) == "scc"
    assert marks(strip(date(2024, 6, 3), sent, date(2024, 6, 8))) == "sccwww"


def test_days_past_the_due_date_are_overdue_working_days() -> None:
    days = strip(date(2024, 4, 1), until=date(2024, 5, 7))
    assert marks(days)[-9:] == "dchhhhhoo".replace("c", "o")
    assert days[date(2024, 4, 29)].mark == "due"
    assert days[date(2024, 5, 7)].text == "逾期第3个工作日"


def test_a_day_of_an_extension_cites_the_extension() -> None:
    told = [Happening("extension", date(2016, 9, 30), workdays=15)]
    days = strip(date(2016, 9, 12), told)
    assert days[date(2016, 10, 8)].number == 14
    assert days[date(2016, 10, 9)].number == 15
    assert days[date(2016, 10, 28)].mark == "due"
    assert days[date(2016, 10, 28)].number == 30


def test_the_strip_ends_where_the_holidays_are_not_known() -> None:
    assert list(strip(date(2026, 12, 20)))[-1] == date(2026, 12, 31)
    assert strip(date(2007, 12, 20)) == {}


def random_happenings(chance: random.Random, received: date) -> list[Happening]:
    found = []
    for question, answer in (
        ("consultation_sent", "consultation_received"),
        ("correction_asked", "correction_received"),
        ("fee_notice", "fee_paid"),
    ):
        if chance.random() < 0.4:
            asked = received + timedelta(days=chance.randrange(25))
            found.append(Happening(question, asked))
            found.append(Happening(answer, asked + timedelta(days=chance.randrange(30))))
    if chance.random() < 0.4:
        told = received + timedelta(days=chance.randrange(20))
        found.append(Happening("extension", told, workdays=chance.randrange(1, 16)))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_the_counted_days_since_the_last_restart_are_the_whole_period(seed: int) -> None:
    chance = random.Random(seed)
    on_the_last_day = 0
    for _ in range(200):
        received = date(2016, 1, 1) + timedelta(days=chance.randrange(3000))
        happenings = random_happenings(chance, received)
        clock = tolerant_clock(received, happenings, calendar())
        days = list(strip_of(clock, received, calendar()))
        assert clock.due is not None
        assert days[-1].date == clock.due
        assert days[-1].mark == "due"
        restarted = max((one.on for one in clock.restarts), default=received)
        numbers = [one.number for one in days if one.date > restarted and one.number]
        period = law_on(received).reply.number + clock.extension_workdays
        assert numbers == list(range(1, period + 1)), (received, happenings)
        on_the_last_day += days[-1].number is None
    assert on_the_last_day < 20
