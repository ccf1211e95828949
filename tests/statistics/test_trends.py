"""Charts show the figures of the forms: every bar is a cell, and lists as many records."""

from pathlib import Path

from hypothesis import given

from disclosure_desk.records.finding import Figure
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_of, tally
from disclosure_desk.statistics.trends import (
    TRENDS,
    Trend,
    published_by_month,
    published_by_year,
    requests_by_outcome,
    requests_by_year,
)
from disclosure_desk.storage.database import Database
from tests.statistics.test_properties import SEEDS, few, office_with, random_cards

YEAR, QUARTER = Period.of_year(2020), Period.of_quarter(2020, 2)
CHANNELS = ("gazette", "website", "weibo", "wechat", "other")
GROUPS = {
    "予以公开": ("3.1",),
    "部分公开": ("3.2",),
    "不予公开": tuple(f"3.3.{row}" for row in range(1, 9)),
    "无法提供": ("3.4.1", "3.4.2", "3.4.3"),
    "不予处理": tuple(f"3.5.{row}" for row in range(1, 6)),
    "其他处理": ("3.6.1", "3.6.2", "3.6.3"),
}


def figures(trend: Trend, name: str) -> list[Figure]:
    return next([bar.figure for bar in one.bars] for one in trend.series if one.name == name)


def of_year(trend: Trend, period: Period) -> list[Figure]:
    """The bars of a year; none where it is left out."""
    if period.words not in trend.places:
        assert period.words in trend.note
        return []
    place = trend.places.index(period.words)
    return [one.bars[place].figure for one in trend.series]


@given(seed=SEEDS)
@few(3)
def test_every_bar_is_the_cell_of_a_form(founded_file: Path, seed: int) -> None:
    old, new = editions()["2014"], editions()["2021"]
    with office_with(founded_file, random_cards(seed)) as database, database.reading() as session:
        trend = published_by_month(session, QUARTER)
        assert trend.places == ("4月", "5月", "6月")
        for place, month in enumerate(range(4, 7)):
            cells = tally(session, old, Period.of_month(2020, month))
            told = [one.bars[place].figure for one in trend.series]
            assert told == [
                cells["disclosed.total"],
                *(cells[f"channel.{channel}"] for channel in CHANNELS),
            ]
        for period in (YEAR, QUARTER):
            trend = requests_by_outcome(session, period)
            for one, asked in zip(trend.series, (period, period.year_before), strict=True):
                cells = tally(session, new, asked)
                by_rows = [
                    sum(cells[f"requests.{row}.total"] for row in rows) for rows in GROUPS.values()
                ]
                assert [bar.figure for bar in one.bars] == by_rows
                assert sum(by_rows) == cells["requests.3.7.total"]
            requests, published = (
                requests_by_year(session, period),
                published_by_year(session, period),
            )
            for year in range(2016, 2021):
                asked = Period.of_months(year, *period.months)
                cells = tally(session, new, asked)
                told = [cells[f"requests.{row}.total"] for row in ("new", "3.7", "carried_out")]
                assert of_year(requests, asked) in ([told] if any(told) else [told, []])
                count = tally(session, old, asked)["disclosed.total"]
                assert of_year(published, asked) in ([[count]] if count else [[0], []])


@given(seed=SEEDS)
@few(2)
def test_every_bar_opens_as_many_records_as_it_is_high(founded_file: Path, seed: int) -> None:
    with office_with(founded_file, random_cards(seed)) as database, database.reading() as session:
        for made in TRENDS.values():
            for series in made(session, QUARTER).series:
                for bar in series.bars:
                    assert len(records_of(session, bar.measure, bar.period)) == bar.figure


def test_every_outcome_stands_in_one_bar(registers: Database) -> None:
    with registers.reading() as session:
        trend = requests_by_outcome(session, YEAR)
    asked = [slug for bar in trend.series[0].bars for slug in bar.measure.asks("outcome")]
    assert sorted(asked) == sorted(OUTCOMES.slugs)


def test_a_chart_names_its_period_and_knows_when_there_is_nothing_to_draw(
    registers: Database,
) -> None:
    with registers.reading() as session:
        told = [made(session, QUARTER) for made in TRENDS.values()]
    assert [trend.title for trend in told] == [
        "2020年第二季度各月主动公开信息（按渠道）",
        "2020年第二季度办结的申请（按办理结果）",
        "历年第二季度依申请公开",
        "历年第二季度主动公开信息",
    ]
    assert [one.name for one in told[1].series] == ["2020年第二季度", "2019年第二季度"]
    assert all(trend.is_empty for trend in told)
