"""Which backups stay when they are thinned."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from disclosure_desk.storage.retention import Retention

SOME = Retention(last=1, hours=3, days=3, weeks=2, months=2)
moments = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2022, 1, 1)), max_size=60)


def test_the_newest_of_each_hour_day_week_and_month_stays() -> None:
    made = [
        datetime(2024, 9, 30, 12, 40),  # the newest
        datetime(2024, 9, 30, 12, 5),  # of the same hour
        datetime(2024, 9, 30, 9, 0),  # the second hour
        datetime(2024, 9, 30, 8, 0),  # the third hour
        datetime(2024, 9, 30, 7, 0),  # a fourth one
        datetime(2024, 9, 27, 17, 0),  # the second day, the second week
        datetime(2024, 9, 26, 17, 0),  # the third day
        datetime(2024, 9, 25, 17, 0),  # a fourth one
        datetime(2024, 8, 30, 17, 0),  # the second month
        datetime(2024, 7, 31, 17, 0),  # a third one
    ]
    assert sorted(set(made) - SOME.keeps(made)) == sorted(made[place] for place in (1, 4, 7, 9))


def test_the_last_few_stay_though_they_are_of_one_hour() -> None:
    made = [datetime(2024, 9, 30, 12, minute) for minute in range(20)]
    kept = Retention(last=4, hours=1, days=1, weeks=1, months=1).keeps(made)
    assert sorted(kept) == made[-4:]


def test_nothing_of_nothing_stays() -> None:
    assert Retention().keeps([]) == set()


@given(moments)
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(
    made: list[datetime],
) -> None:
    kept = Retention(last=0, hours=0, days=0, weeks=0, months=0).keeps(made)
    assert kept == set(sorted(made)[-1:])
    kept = SOME.keeps(made)
    assert kept <= set(made)
    assert SOME.keeps(kept) == kept
    assert len(kept) <= 10


def test_a_backup_an_hour_for_three_years_leaves_every_month_of_two() -> None:
    kept: set[datetime] = set()
    moment = datetime(2021, 1, 1, 8)
    while moment < datetime(2024, 1, 1):
        kept = Retention().keeps(kept | {moment})
        moment += timedelta(hours=1)
    assert len({(one.year, one.month) for one in kept}) == 24
    assert len({one.date() for one in kept}) >= 14
    assert len({one.isocalendar()[:2] for one in kept}) >= 8
    assert len(kept) <= 10 + 24 + 14 + 8 + 24
    assert max(kept) == datetime(2023, 12, 31, 23)


def test_an_office_that_rested_finds_its_backups_when_it_comes_back() -> None:
    before = [datetime(2024, 1, day, 17) for day in range(2, 13)]
    assert set(before) <= Retention().keeps([*before, datetime(2024, 6, 3, 9)])
