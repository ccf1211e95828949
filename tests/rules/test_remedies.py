"""Until when an applicant may ask for reconsideration or sue."""

from datetime import date

import pytest

from disclosure_desk.faults import Refusal
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.rules.calendars import shipped_notices
from disclosure_desk.rules.remedies import (
    lawsuit_after_reconsideration,
    reconsideration_first,
    remedy_clocks,
)
from disclosure_desk.rules.working_days import WorkingDays

CALENDAR = WorkingDays(notice for notice in shipped_notices() if notice.year <= 2026)


@pytest.mark.parametrize(
    ("known", "reconsideration", "lawsuit"),
    [
        ("2024-03-11", "2024-05-10", "2024-09-11"),
        ("2024-03-04", "2024-05-06", "2024-09-04"),  # 5月3日放假，顺延
        ("2023-08-31", "2023-10-30", "2024-02-29"),  # 二月没有31日
        ("2024-03-31", "2024-05-30", "2024-09-30"),
        ("2015-05-01", "2015-06-30", "2015-11-02"),  # 11月1日是星期日
        ("2015-04-30", "2015-06-29", "2015-07-30"),  # 三个月
        ("2024-09-12", "2024-11-11", "2025-03-12"),
    ],
)
def test_sixty_days_and_six_months(known: str, reconsideration: str, lawsuit: str) -> None:
    first, second = remedy_clocks(date.fromisoformat(known), CALENDAR)
    assert (first.remedy, second.remedy) == ("reconsideration", "lawsuit")
    assert (first.due.isoformat(), second.due.isoformat()) == (reconsideration, lawsuit)


def test_the_steps_cite_the_law_of_the_day_and_the_move_past_a_holiday() -> None:
    clock = remedy_clocks(date(2024, 3, 4), CALENDAR)[0]
    assert [(f"{step.date}", step.text, step.source) for step in clock.steps] == [
        ("2024-03-04", "知道行政行为之日，不计算在内", "民事诉讼法第八十五条"),
        ("2024-05-03", "申请行政复议的期限为60日，到这一天", "行政复议法第二十条第一款"),
        ("2024-05-06", "最后一日遇劳动节放假，顺延至这一天", "民事诉讼法第八十五条"),
    ]
    old = remedy_clocks(date(2015, 4, 30), CALENDAR)
    assert old[0].source == "1999年行政复议法第九条第一款"
    assert any("六个月" in step.text for step in old[1].steps)


def test_fifteen_days_after_a_decision_on_reconsideration() -> None:
    assert lawsuit_after_reconsideration(date(2024, 3, 8), CALENDAR).due == date(2024, 3, 25)
    assert lawsuit_after_reconsideration(date(2024, 9, 20), CALENDAR).due == date(2024, 10, 8)


def test_a_last_day_in_a_year_without_a_notice_is_told_as_it_may_move() -> None:
    clock = remedy_clocks(date(2026, 9, 1), CALENDAR)[1]
    assert (clock.due, clock.calendar_missing) == (date(2027, 3, 1), 2027)
    assert "2027年的放假安排还没有录入" in clock.steps[-1].text


def test_a_refusal_must_be_reconsidered_before_a_lawsuit_since_2024() -> None:
    rule = reconsideration_first(["refused_privacy"], date(2024, 1, 1))
    assert rule is not None
    assert rule.source == "行政复议法第二十三条第一款第四项"
    assert reconsideration_first(["partial"], date(2024, 1, 1)) == rule
    assert reconsideration_first(["refused_privacy"], date(2023, 12, 31)) is None
    assert reconsideration_first(["granted", "not_exist"], date(2024, 1, 1)) is None


def test_the_refusals_are_the_outcomes_of_the_third_row_but_for_being_sent_elsewhere() -> None:
    slugs = [term.slug for term in OUTCOMES]
    first = {slug for slug in slugs if reconsideration_first([slug], date(2024, 1, 1))}
    refused = {slug for slug in slugs if slug.startswith("refused_")}
    assert first == {"partial"} | refused - {"refused_inquiry"}
    assert len(first) == 9


def test_a_day_before_any_of_these_laws_or_without_a_next_year_is_refused() -> None:
    with pytest.raises(Refusal, match="1989-01-01"):
        remedy_clocks(date(1989, 1, 1), CALENDAR)
    with pytest.raises(Refusal, match="9999"):
        remedy_clocks(date.max, CALENDAR)
