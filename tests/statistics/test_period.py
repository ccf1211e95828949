"""The periods that tables speak of: their days, their names, and what lies before them."""

from datetime import date

import pytest

from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.period import Period

THIRD = Period.of_quarter(2025, 3)


@pytest.mark.parametrize(
    ("code", "words", "first", "last"),
    [
        ("2025", "2025年", (1, 1), (12, 31)),
        ("2025Q1", "2025年第一季度", (1, 1), (3, 31)),
        ("2025Q2", "2025年第二季度", (4, 1), (6, 30)),
        ("2025Q3", "2025年第三季度", (7, 1), (9, 30)),
        ("2025Q4", "2025年第四季度", (10, 1), (12, 31)),
        ("2025-02", "2025年2月", (2, 1), (2, 28)),
        ("2025-12", "2025年12月", (12, 1), (12, 31)),
        ("2025-01/06", "2025年1—6月", (1, 1), (6, 30)),
        ("2025-01/11", "2025年1—11月", (1, 1), (11, 30)),
    ],
)
def test_a_period_is_written_named_and_dated(
    code: str, words: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    period = Period.written(code)
    assert (period.first, period.last) == (date(2025, *first), date(2025, *last))
    assert (period.code, period.words) == (code, words)
    assert period.is_year == (code == "2025")


def test_the_same_days_have_one_name() -> None:
    assert Period.written("2025-01/12") == Period.of_year(2025)
    assert Period.written("2025-01/03") == Period.of_quarter(2025, 1)
    assert Period.written("2025-01/01") == Period.of_month(2025, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("25", "2025Q5", "2025Q0", "2025q1", "2025-13", "2025-00", "2025-7", "2025-07/06"),
        *("2025-02/06", "2025-04/06", "２０２５", "0000", "1949", "3000", "2025-07-01", ""),
    ],
)
def test_what_is_no_period_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Refusal, match="2025Q3（第三季度）"):
        Period.written(text)


def test_the_same_months_of_the_year_before_know_leap_years() -> None:
    assert Period.of_month(2025, 2).year_before == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert THIRD.year_before == Period.of_quarter(2024, 3)
    assert Period.of_year(2025).year_before == Period.of_year(2024)


def test_what_a_period_carries_in_was_carried_out_by_the_one_before() -> None:
    assert THIRD.one_before == Period.of_quarter(2025, 2)
    assert Period.of_quarter(2025, 1).one_before == Period.of_quarter(2024, 4)
    assert Period.of_month(2025, 1).one_before == Period.of_month(2024, 12)
    assert Period.of_month(2025, 8).one_before == Period.of_month(2025, 7)
    assert Period.of_months(2025, 1, 6).one_before == Period.of_year(2024)
    assert Period.of_year(2025).one_before == Period.of_year(2024)
