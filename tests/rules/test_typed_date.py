"""Dates as clerks type them: read rightly or not at all."""

from datetime import date

import pytest

from disclosure_desk.rules.typed_date import (
    UnreadableDateError,
    month_away,
    read_date,
    written_date,
)

TODAY = date(2025, 9, 30)  # a Tuesday

READ = [
    *[
        (text, date(2024, 5, 12))
        for text in (
            "20240512", "2024-5-12", "2024-05-12", "2024/5/12", "2024.5.12", "2024.05.12.",
            "2024年5月12日", "2024年05月12日", "2024年5月12号", "2024年5月12", "24年5月12日",
            "2024 年 5 月 12 日", "２０２４年５月１２日", "２０２４－５－１２", "24-5-12",
            "24.5.12",
            "二〇二四年五月十二日", "二○二四年五月十二日", "2024年五月十二日",
            "2024-05-12 周日", "2024年5月12日（星期日）", "2024年5月12日 星期天",
        )
    ],
    *[
        (text, date(2025, 5, 12))
        for text in ("512", "0512", "5-12", "5.12", "5/12", "05-12", "5月12日", "5月12",
                     "５月１２日", "五月十二日", " 0512 ", "５１２")
    ],
    # The latest such day up to today.
    ("1012", date(2024, 10, 12)), ("12-31", date(2024, 12, 31)), ("9-30", TODAY),
    ("10月1日", date(2024, 10, 1)), ("十月一日", date(2024, 10, 1)),
    ("二〇二五年三月三十日", date(2025, 3, 30)), ("三月二十日", date(2025, 3, 20)),
    # A day of this month.
    ("5", date(2025, 9, 5)), ("5日", date(2025, 9, 5)), ("12号", date(2025, 9, 12)),
    ("30", TODAY), ("05", date(2025, 9, 5)), ("13", date(2025, 9, 13)),
    ("t", TODAY), ("T", TODAY), ("今", TODAY), ("今天", TODAY), ("今日", TODAY),
    ("z", date(2025, 9, 29)), ("昨", date(2025, 9, 29)), ("昨天", date(2025, 9, 29)),
    ("前天", date(2025, 9, 28)),
    ("20240229", date(2024, 2, 29)), ("19491001", date(1949, 10, 1)),
    ("", None), ("   ", None), ("　", None),
]  # fmt: skip

REFUSED = [
    # Two readings or none: month or short date, year or day.
    "202405", "240512", "201205", "2025", "2024-5", "2024年5月", "2024年", "5月",
    "31",  # no 31 September
    "0", "00", "0000", "000", "1301", "0532", "230", "0230", "2-29", "2025-2-29", "2024-13-1",
    "2024-0-5", "2024-5-0", "2024-05-32", "20241301", "20250229", "99999999", "00010101",
    "2024-5.12", "2024/5-12", "2024--5-12", "2024-5-12-", "-5-12", "5-12-2024", "12/5/2024",
    "2024-05-12 10:30", "2024-05-12T00:00", "2024 5 12", "5 12", "5-1 2", "20240512a", "abc",
    "明天", "今年", "月日", "年月日", "２０２４５",
    "2024512", "20245012", "123456789", "0x20", "1e3", "+3",
    "五", "十二", "5,12", "5、12", "2024_05_12", "٢٠٢٤-٥-١٢", "2024-05-12 周一",
    "2024年5月12日星期六", "1949-9-30", "2101-1-1", "1899-12-31", "0512 周一二", "周一", "½",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), READ)
def test_a_date_is_read(text: str, day: date | None) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_surely_a_date_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableDateError) as refused:
        read_date(text, TODAY)
    assert str(refused.value).endswith("。")


def test_a_date_that_may_lie_ahead_stays_in_this_year() -> None:
    assert read_date("1231", TODAY, may_be_ahead=True) == date(2025, 12, 31)
    assert read_date("1231", TODAY) == date(2024, 12, 31)


def test_what_the_field_writes_it_reads_again() -> None:
    for day in (TODAY, date(2024, 2, 29), date(1990, 1, 7)):
        assert read_date(written_date(day), TODAY) == day
    assert written_date(date(2025, 5, 12)) == "2025-05-12 周一"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 5), -1, date(2024, 12, 5)),
        (date(2025, 12, 5), 1, date(2026, 1, 5)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
    ],
)
def test_a_month_away_is_never_another_day_than_it_can_be(
    day: date, months: int, expected: date
) -> None:
    assert month_away(day, months) == expected


def test_no_year_is_guessed_before_the_earliest_day_that_can_be() -> None:
    received = date(2025, 3, 1)
    assert read_date("0311", date(2025, 3, 5)) == date(2024, 3, 11)
    assert read_date("0311", date(2025, 3, 5), earliest=received) == date(2025, 3, 11)
    assert read_date("1220", date(2026, 1, 9), earliest=date(2025, 12, 1)) == date(2025, 12, 20)
    assert read_date("20240311", date(2025, 3, 5), earliest=received) == date(2024, 3, 11)
    # A term that may lie ahead goes over the turn of the year.
    told = {"may_be_ahead": True, "earliest": date(2025, 12, 20)}
    assert read_date("0110", date(2025, 12, 29), **told) == date(2026, 1, 10)
