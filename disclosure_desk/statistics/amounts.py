"""Figures that are reported or paid, not counted: indicators and fees.

Amounts are exact decimals; SQLite cannot add these, so the few rows of a period are added here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.statistics.edition import Measure
from disclosure_desk.statistics.period import Period

YUAN_PER_WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Amounts:
    """All reported and paid amounts of a period, by indicator."""

    flows: Mapping[str, Decimal]
    stocks: Mapping[str, Decimal]
    previous_stocks: Mapping[str, Decimal]
    fees_yuan: Decimal

    def of(self, measure: Measure) -> Decimal:
        """The amount that a measure asks for, in the unit of its cell."""
        if measure.of == "fees":
            return self.fees_yuan / YUAN_PER_WAN
        asked = measure.asks("indicator")
        if measure.of == "flow":
            return _total(self.flows, asked)
        if measure.at == "previous":
            return _total(self.previous_stocks, asked)
        held = _total(self.stocks, asked)
        return held - _total(self.previous_stocks, asked) if measure.at == "change" else held


def _total(amounts: Mapping[str, Decimal], asked: Iterable[str]) -> Decimal:
    return sum((amounts.get(slug, Decimal(0)) for slug in asked), Decimal(0))


def amounts_of(session: Session, period: Period, measures: Collection[Measure]) -> Amounts:
    """All amounts that these measures can ask for, in one query a base."""
    bases = {measure.of for measure in measures}
    flows: dict[str, Decimal] = defaultdict(Decimal)
    if "flow" in bases:
        for slug, amount in session.execute(
            select(IndicatorEntry.indicator, IndicatorEntry.amount).where(flowing(period))
        ):
            flows[slug] += amount
    stocks, previous = {}, {}
    if "stock" in bases:
        slugs = {slug for one in measures if one.of == "stock" for slug in one.asks("indicator")}
        stocks = {entry.indicator: entry.amount for entry in stock_entries(session, period, slugs)}
        before = Period(period.first, period.eve)
        previous = {
            entry.indicator: entry.amount for entry in stock_entries(session, before, slugs)
        }
    payments = fee_payments(session, period) if "fees" in bases else ()
    return Amounts(flows, stocks, previous, sum((one.yuan for one in payments), Decimal(0)))


def flowing(period: Period) -> ColumnElement[bool]:
    """Which entries of a flow add to the figure of a period."""
    return IndicatorEntry.dated_on.between(period.first, period.last)


def paid(period: Period) -> ColumnElement[bool]:
    """Which events are payments that add to the fees of a period."""
    return and_(
        RequestEvent.kind == "fee_paid",
        RequestEvent.happened_on.between(period.first, period.last),
        RequestEvent.fee_yuan.is_not(None),
    )


def flow_entries(session: Session, period: Period, slugs: Iterable[str]) -> list[IndicatorEntry]:
    """The entries that make up a flow, oldest first."""
    return list(
        session.scalars(
            select(IndicatorEntry)
            .where(
                IndicatorEntry.indicator.in_(sorted(slugs)),
                flowing(period),
            )
            .order_by(IndicatorEntry.dated_on, IndicatorEntry.id)
        )
    )


def stock_periods(period: Period, measure: Measure) -> list[Period]:
    """The periods on whose last days a stock is read: before, at the end, or both for a change."""
    before = Period(period.first, period.eve)
    return {"previous": [before], "change": [before, period], "end": [period]}[measure.at]


def stock_entries(
    session: Session, period: Period, slugs: Iterable[str]
) -> Iterator[IndicatorEntry]:
    """The entry of each stock that holds on the last day: the newest, of two the later row."""
    newest = (
        select(
            IndicatorEntry.id,
            func.row_number()
            .over(
                partition_by=IndicatorEntry.indicator,
                order_by=(IndicatorEntry.dated_on.desc(), IndicatorEntry.id.desc()),
            )
            .label("place"),
        )
        .where(IndicatorEntry.indicator.in_(sorted(slugs)), IndicatorEntry.dated_on <= period.last)
        .subquery()
    )
    yield from session.scalars(
        select(IndicatorEntry)
        .where(IndicatorEntry.id.in_(select(newest.c.id).where(newest.c.place == 1)))
        .order_by(IndicatorEntry.indicator)
    )


class Payment(NamedTuple):
    """What was paid for a request, and on which day."""

    request_id: int
    number: str
    content: str | None
    paid_on: date
    yuan: Decimal


def fee_payments(session: Session, period: Period) -> list[Payment]:
    """Every payment within the period, oldest first."""
    rows = session.execute(
        select(
            Request.id,
            Request.number,
            Request.content,
            RequestEvent.happened_on,
            RequestEvent.fee_yuan,
        )
        .join(Request)
        .where(paid(period))
        .order_by(RequestEvent.happened_on, RequestEvent.id)
    )
    return [Payment._make(row) for row in rows]
