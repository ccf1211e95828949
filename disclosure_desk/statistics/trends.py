"""Figures side by side, as charts show them: by month and channel, by outcome, by year.

Each is asked by the measures that fill the cells of the forms, so that a bar is the figure of a
table, and its records can be listed like those of a cell.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from disclosure_desk.records.finding import Figure
from disclosure_desk.records.publication import CHANNEL_BITS
from disclosure_desk.records.terms import CHANNELS, OUTCOMES
from disclosure_desk.statistics.form import Measure
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import measured

YEARS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a chart: what it counts, and within which period."""

    figure: Figure
    measure: Measure
    period: Period


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one kind, one for each place of the chart's axis."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """What a chart shows: places along its axis and one or several series."""

    title: str
    unit: str
    places: tuple[str, ...]
    series: tuple[Series, ...]
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: every figure is zero."""
        return not any(bar.figure for series in self.series for bar in series.bars)


def _of_requests(name: str, *values: str) -> Measure:
    return Measure("requests", ((name, frozenset(values)),))


_PUBLISHED = Measure("publications")
_CHANNEL_NAMES = {term.slug: term.label for term in CHANNELS} | {"other": "其他方式"}
_BY_CHANNEL = {
    _CHANNEL_NAMES[slug]: Measure("publications", (("channels", frozenset([slug])),))
    for slug in CHANNEL_BITS
}
_REQUESTS = {
    "收到": _of_requests("arrived", "new"),
    "办结": _of_requests("ended", "finished"),
    "期末未办结": _of_requests("ended", "carried_out"),
}
# The result rows of the form (国办公开办函〔2021〕30号, 表三), each with all rows below it.
_GROUPS = {
    "予以公开": ("granted",),
    "部分公开": ("partial",),
    "不予公开": ("refused_",),
    "无法提供": ("not_", "unable_"),
    "不予处理": ("declined_",),
    "其他处理": ("closed_",),
}
_BY_OUTCOME = {
    name: Measure(
        "requests",
        (
            ("ended", frozenset(["finished"])),
            ("outcome", frozenset(slug for slug in OUTCOMES.slugs if slug.startswith(begins))),
        ),
    )
    for name, begins in _GROUPS.items()
}


def published_by_month(session: Session, period: Period) -> Trend:
    """Items published in each month of the period's year, by channel.

    An item counts once in 全部 and once in each of its channels.
    """
    shown = range(period.months[0], period.months[1] + 1)
    months = [Period.of_month(period.year, month) for month in shown]
    return Trend(
        f"{period.words}各月主动公开信息（按渠道）",
        "条",
        tuple(f"{month}月" for month in shown),
        _series(session, {"全部": _PUBLISHED, **_BY_CHANNEL}, months),
        "同一信息经几种渠道公开，“全部”只计1条，各渠道各计1条",
    )


def requests_by_outcome(session: Session, period: Period) -> Trend:
    """Requests finished in a period by the result rows of the form, beside the year before."""
    columns = (
        (one.words, measured(session, _BY_OUTCOME, one), one)
        for one in (period, period.year_before)
    )
    return Trend(
        f"{period.words}办结的申请（按办理结果）",
        "件",
        tuple(_BY_OUTCOME),
        tuple(
            Series(
                words,
                tuple(Bar(figures[name], _BY_OUTCOME[name], one) for name in _BY_OUTCOME),
            )
            for words, figures, one in columns
        ),
        "按报告格式表三的六类结果归并",
    )


def requests_by_year(session: Session, period: Period) -> Trend:
    """Requests received, finished and left over in this period of several years."""
    return _from_first_entered(
        f"历年{period.part}依申请公开", "件", session, _REQUESTS, _years(period)
    )


def published_by_year(session: Session, period: Period) -> Trend:
    """Items published in this period of several years."""
    return _from_first_entered(
        f"历年{period.part}主动公开信息", "条", session, {"公开信息": _PUBLISHED}, _years(period)
    )


TRENDS: Mapping[str, Callable[[Session, Period], Trend]] = {
    "published": published_by_month,
    "outcomes": requests_by_outcome,
    "years": requests_by_year,
    "published_years": published_by_year,
}


def _years(period: Period) -> list[Period]:
    """The same months of the last years, oldest first."""
    years = range(period.year - YEARS_SHOWN + 1, period.year + 1)
    return [Period.of_months(year, *period.months) for year in years]


def _from_first_entered(
    title: str,
    unit: str,
    session: Session,
    measures: Mapping[str, Measure],
    periods: Sequence[Period],
) -> Trend:
    """Years side by side; those before the first with a record were not entered here at all."""
    series = _series(session, measures, periods)
    filled = [any(one.bars[place].figure for one in series) for place in range(len(periods))]
    first = filled.index(True) if any(filled) else 0
    missing = "、".join(one.words for one in periods[:first])
    return Trend(
        title,
        unit,
        tuple(one.words for one in periods[first:]),
        tuple(Series(one.name, one.bars[first:]) for one in series),
        f"{missing}没有登记，没有画出" if missing else "",
    )


def _series(
    session: Session, measures: Mapping[str, Measure], periods: Sequence[Period]
) -> tuple[Series, ...]:
    told = [measured(session, measures, period) for period in periods]
    return tuple(
        Series(
            name,
            tuple(
                Bar(figures[name], measure, period)
                for figures, period in zip(told, periods, strict=True)
            ),
        )
        for name, measure in measures.items()
    )
