"""The calendar that is shipped, held against a table compiled apart from it."""

import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from disclosure_desk.rules.calendars import (
    notice_as_toml,
    notice_from,
    shipped_notices,
    working_days,
)
from disclosure_desk.rules.working_days import (
    Break,
    CalendarMissing,
    DayKind,
    Extension,
    HolidayNotice,
)

EXPECTED = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "working_days.toml").read_text(encoding="utf-8")
)
YEARS = range(2008, 2027)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_a_year_is_what_the_notices_make_it(year: int) -> None:
    calendar = working_days()
    rest, work = set(EXPECTED[str(year)]["rest"]), set(EXPECTED[str(year)]["work"])
    day = date(year, 1, 1)
    while day.year == year:
        weekday = day.weekday() < 5
        counts = day in work if not weekday else day not in rest
        assert calendar.counts(day) is counts, day
        day += timedelta(days=1)
    assert calendar.exchanged(year) == (sorted(rest), sorted(work))


def test_the_years_of_the_calendar_are_those_of_the_regulation() -> None:
    assert working_days().years == tuple(YEARS)


def test_every_year_has_one_notice_and_three_were_amended() -> None:
    yearly = [notice.year for notice in shipped_notices() if not notice.amends]
    assert Counter(yearly) == Counter(YEARS)
    amending = {notice.year: notice.number for notice in shipped_notices() if notice.amends}
    assert amending == {
        2015: "国发明电〔2015〕1号",
        2019: "国办发明电〔2019〕3号",
        2020: "国办发明电〔2020〕1号",
    }


@pytest.mark.parametrize("notice", shipped_notices(), ids=lambda one: one.number)
def test_a_shipped_notice_has_its_number_title_and_day(notice: HolidayNotice) -> None:
    assert "发明电〔" in notice.number
    assert notice.title.startswith("国务院")
    assert notice.issued is not None
    expected = notice.year if notice.amends else notice.year - 1
    assert notice.issued.year == expected
    assert f"〔{expected}〕" in notice.number


@pytest.mark.parametrize(
    ("day", "kind", "festival", "source"),
    [
        (date(2008, 5, 4), DayKind.MAKE_UP, "劳动节", "国办发明电〔2007〕52号"),
        (date(2010, 9, 25), DayKind.MAKE_UP, "中秋节", "国办发明电〔2009〕27号"),
        (date(2011, 12, 31), DayKind.MAKE_UP, "元旦", "国办发明电〔2011〕45号"),
        (date(2014, 4, 7), DayKind.HOLIDAY, "清明节", "国办发明电〔2013〕28号"),
        (
            date(2015, 9, 4),
            DayKind.HOLIDAY,
            "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
            "国发明电〔2015〕1号",
        ),
        (date(2018, 12, 31), DayKind.HOLIDAY, "元旦", "国办发明电〔2018〕15号"),
        (date(2019, 5, 2), DayKind.HOLIDAY, "劳动节", "国办发明电〔2019〕3号"),
        (date(2019, 4, 28), DayKind.MAKE_UP, "劳动节", "国办发明电〔2019〕3号"),
        (date(2020, 1, 19), DayKind.MAKE_UP, "春节", "国办发明电〔2019〕16号"),
        (date(2020, 1, 30), DayKind.HOLIDAY, "春节", "国办发明电〔2019〕16号"),
        (date(2020, 1, 31), DayKind.HOLIDAY, "春节", "国办发明电〔2020〕1号"),
        (date(2020, 2, 1), DayKind.HOLIDAY, "春节", "国办发明电〔2020〕1号"),
        (date(2020, 2, 3), DayKind.WORKING, "", ""),
        (date(2022, 10, 8), DayKind.MAKE_UP, "国庆节", "国办发明电〔2021〕11号"),
        (date(2024, 2, 9), DayKind.WORKING, "", ""),
        (date(2025, 10, 6), DayKind.HOLIDAY, "国庆节、中秋节", "国办发明电〔2024〕12号"),
        (date(2026, 2, 28), DayKind.MAKE_UP, "春节", "国办发明电〔2025〕7号"),
    ],
)
def test_a_day_is_told_with_its_festival_and_its_notice(
    day: date, kind: DayKind, festival: str, source: str
) -> None:
    told = working_days().day(day)
    assert (told.kind, told.festival, told.source) == (kind, festival, source)


@pytest.mark.parametrize("day", [date(2007, 12, 31), date(2027, 1, 1)])
def test_a_day_beyond_the_known_years_is_refused(day: date) -> None:
    with pytest.raises(CalendarMissing, match=f"{day.year}年的放假安排还没有录入"):
        working_days().day(day)


def test_an_own_notice_adds_its_year() -> None:
    own = HolidayNotice(2027, (Break("元旦", date(2026, 12, 31), date(2027, 1, 1)),))
    calendar = working_days([own])
    assert calendar.day(date(2026, 12, 31)).kind is DayKind.HOLIDAY
    assert calendar.counts(date(2027, 1, 4))


def test_an_own_notice_takes_the_place_of_the_shipped_one() -> None:
    day = date(2026, 1, 1)
    own = HolidayNotice(2026, (Break("元旦", day, day),), "测发〔2026〕1号")
    calendar = working_days([own])
    assert calendar.counts(date(2026, 1, 2))
    assert calendar.day(date(2026, 1, 1)).source == "测发〔2026〕1号"
    assert calendar.counts(date(2026, 10, 1))


@pytest.mark.parametrize("notice", shipped_notices(), ids=lambda one: one.number)
def test_a_notice_is_read_back_as_it_was_written(notice: HolidayNotice) -> None:
    assert notice_from(notice_as_toml(notice)) == notice


def test_signs_that_toml_escapes_survive_writing() -> None:
    odd = '引号"反斜线\\换行\n删除\x7f制表\t'
    notice = HolidayNotice(
        2027,
        (Break(odd, date(2027, 1, 1), date(2027, 1, 1)),),
        number=odd,
        title=odd,
        amends=True,
        extensions=(Extension(odd, date(2027, 2, 2)),),
    )
    assert notice_from(notice_as_toml(notice)) == notice


_BREAK = '[[break]]\nname = "元旦"\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "year = 2027\n",
        'year = "2027"\n',
        "year = 12027\n",
        "year = 2027\nbreak = 3\n",
        "year = 2027\nbreak = [3]\n",
        f"year = 2027\n{_BREAK}",
        f"year = 2027\n{_BREAK}first = 2027-01-01\nlast = 9999-01-01\n",
        f"year = 2027\n{_BREAK}first = 2027-01-03\nlast = 2027-01-01\n",
        f"year = 2027\n{_BREAK}first = 2026-01-01\nlast = 2026-01-01\n",
        f"year = 2027\n{_BREAK}first = 2027-01-01T00:00:00\nlast = 2027-01-01\n",
        f"year = 2027\n{_BREAK}first = 2027-01-01\nlast = 2027-01-01\nworked = 3\n",
        f"year = 2027\n{_BREAK}first = 2027-01-01\nlast = 2027-01-01\nworked = [2027-01-04]\n",
        f"year = 2027\n{_BREAK}first = 2027-01-01\nlast = 2027-01-03\nworked = [2027-01-02]\n",
        f"year = 2027\nnumber = 7\n{_BREAK}first = 2027-01-01\nlast = 2027-01-01\n",
        f'year = 2027\nissued = "heute"\n{_BREAK}first = 2027-01-01\nlast = 2027-01-01\n',
    ],
)
def test_a_damaged_notice_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        notice_from(text)
