"""Counting in working days, and laying an amending notice over a year's."""

from datetime import date

import pytest

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.working_days import (
    Break,
    CalendarMissing,
    DayKind,
    Extension,
    HolidayNotice,
    WorkingDays,
)

AUTUMN = Break(
    "国庆节、中秋节", date(2025, 10, 1), date(2025, 10, 8), (date(2025, 9, 28), date(2025, 10, 11))
)
SPRING = Break("春节", date(2025, 1, 28), date(2025, 2, 4), (date(2025, 1, 26), date(2025, 2, 8)))
YEAR = HolidayNotice(2025, (SPRING, AUTUMN), "测发〔2024〕1号", issued=date(2024, 11, 12))


def amending(*breaks: Break, extensions: tuple[Extension, ...] = ()) -> HolidayNotice:
    return HolidayNotice(2025, breaks, "测发〔2025〕2号", "", True, date(2025, 1, 20), extensions)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2022, 9, 30), date(2022, 11, 2)),
        (date(2025, 1, 27), date(2025, 3, 3)),
        (date(2026, 1, 1), date(2026, 1, 29)),
    ],
)
def test_twenty_working_days_skip_holidays_and_count_the_days_worked_in_exchange(
    received: date, due: date
) -> None:
    calendar = working_days()
    assert calendar.after(received, 20) == due
    assert calendar.between(received, due) == 20


def test_fifteen_working_days_of_the_case_of_2011() -> None:
    assert working_days().after(date(2011, 6, 1), 15) == date(2011, 6, 23)


def test_a_day_that_is_no_working_day_moves_to_the_next_one() -> None:
    calendar = working_days()
    assert calendar.on_or_after(date(2025, 10, 1)) == date(2025, 10, 9)
    assert calendar.on_or_after(date(2025, 9, 28)) == date(2025, 9, 28)


def test_counting_stops_where_the_calendar_ends() -> None:
    with pytest.raises(CalendarMissing, match="2027年"):
        working_days().after(date(2026, 12, 31), 1)
    with pytest.raises(CalendarMissing, match="2027年"):
        working_days().exchanged(2027)


def test_a_break_of_the_same_name_takes_the_place_of_the_earlier_one() -> None:
    later = Break("中秋节、国庆节", date(2025, 10, 1), date(2025, 10, 7), (date(2025, 9, 28),))
    calendar = WorkingDays([YEAR, amending(later)])
    assert calendar.day(date(2025, 10, 8)).kind is DayKind.WORKING
    assert calendar.day(date(2025, 10, 11)).kind is DayKind.WEEKEND
    assert calendar.day(date(2025, 10, 7)).source == "测发〔2025〕2号"
    assert calendar.day(date(2025, 1, 28)).source == "测发〔2024〕1号"


def test_a_new_break_of_an_amending_notice_prevails_over_a_day_worked() -> None:
    memorial = Break("纪念日", date(2025, 9, 26), date(2025, 9, 28))
    assert not WorkingDays([amending(memorial), YEAR]).counts(date(2025, 9, 28))


def test_half_of_a_break_of_two_festivals_cannot_be_replaced() -> None:
    half = Break("中秋节", date(2025, 10, 6), date(2025, 10, 6))
    with pytest.raises(Refusal, match="“国庆节、中秋节”是合并放假的"):
        WorkingDays([YEAR, amending(half)])


def test_a_longer_break_takes_back_the_days_that_were_to_be_worked() -> None:
    longer = amending(extensions=(Extension("春节", date(2025, 2, 9)),))
    calendar = WorkingDays([YEAR, longer, longer])
    assert calendar.day(date(2025, 2, 8)).kind is DayKind.HOLIDAY
    assert calendar.day(date(2025, 2, 7)).source == "测发〔2025〕2号"
    assert calendar.counts(date(2025, 1, 26))
    assert calendar.counts(date(2025, 2, 10))


@pytest.mark.parametrize(
    "extension", [Extension("清明节", date(2025, 4, 8)), Extension("春节", date(2025, 2, 3))]
)
def test_an_extension_that_fits_no_break_is_refused(extension: Extension) -> None:
    with pytest.raises(Refusal, match="对不上"):
        WorkingDays([YEAR, amending(extensions=(extension,))])


def test_an_amending_notice_does_not_make_its_year_known() -> None:
    calendar = WorkingDays([amending(SPRING)])
    assert calendar.years == ()
    with pytest.raises(CalendarMissing):
        calendar.day(date(2025, 1, 28))


def test_a_notice_is_named_by_its_number_else_its_title_else_its_year() -> None:
    assert HolidayNotice(2025, ()).source == "2025年节假日安排通知"
    assert HolidayNotice(2025, (), title="通知").source == "通知"
