"""Which records make up every cell of a table, and how much of its figure each of them is.

A figure is the sum of the shares of its records: 1 for each record that is counted, the amount
of an entry or payment that is reported, less the amount that a change is reckoned from. So a
signed list gives back its figure, and two lists explain the difference of theirs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.records.base import Base
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.amounts import (
    YUAN_PER_WAN,
    fee_payments,
    flow_entries,
    stock_entries,
    stock_periods,
)
from disclosure_desk.statistics.bases import BASES, RecordBase
from disclosure_desk.statistics.edition import Cell, Edition, Measure
from disclosure_desk.statistics.period import Period

Key = tuple[str, int]  # the kind of a record and its key, which is never given to another
Shares = dict[Key, Decimal]
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Named:
    """What a record is called: number, title (not that of a request), and its register's day."""

    number: str
    title: str
    date: date

    @property
    def name(self) -> str:
        """The number, or for a record without one its title."""
        return self.number or self.title


@dataclass(frozen=True, slots=True)
class Members:
    """The shares of the records in every cell, and what these records are called."""

    lists: Mapping[str, Shares]
    named: Mapping[Key, Named]


def members_of(
    session: Session, edition: Edition, period: Period, *, codes: Iterable[str] | None = None
) -> Members:
    """The records of every cell of the edition, or of some cells, in one query a base."""
    asked = [edition.cells[code] for code in (edition.cells if codes is None else codes)]
    lists: dict[str, Shares] = {cell.code: {} for cell in asked}
    named: dict[Key, Named] = {}
    alike: dict[str, list[Cell]] = defaultdict(list)
    for cell in asked:
        if cell.counted:
            alike[cell.measure.of].append(cell)
    for of, cells in alike.items():
        _count(session, BASES[of](period), cells, lists, named)
    for cell in asked:
        if not cell.counted:
            shares = lists[cell.code]
            for key, called, share in _reported(session, cell.measure, period):
                shares[key] = shares.get(key, Decimal(0)) + share
                named.setdefault(key, called)
    return Members(lists, named)


_CALLED: dict[type[Base], tuple[InstrumentedAttribute[Any], ...]] = {
    Request: (Request.number, Request.received_on),
    Publication: (Publication.number, Publication.made_on, Publication.title),
    Dispute: (Dispute.number, Dispute.accepted_on, Dispute.request_number),
}


def _count(
    session: Session,
    base: RecordBase,
    cells: Iterable[Cell],
    lists: Mapping[str, Shares],
    named: dict[Key, Named],
) -> None:
    """Put each record of a base into the cells that count it; alike records are sorted once."""
    asked = {name for cell in cells for name, _ in cell.measure.where}
    names = [name for name in base.attributes if name in asked]
    sorting = [base.attributes[name].expression for name in names]
    key = base.model.__table__.columns["id"]
    rows = session.execute(
        select(*sorting, key, *_CALLED[base.model]).where(base.within).order_by(key)
    )
    known: dict[tuple[object, ...], list[Shares]] = {}
    for row in rows:
        values = tuple(row[: len(names)])
        if values not in known:
            sorts = dict(zip(names, values, strict=True))
            known[values] = [lists[one.code] for one in cells if fits(base, sorts, one.measure)]
        if known[values]:
            id_, number, day, *title = row[len(names) :]
            record = (base.kind, id_)
            named.setdefault(record, Named(number or "", "".join(one or "" for one in title), day))
            for shares in known[values]:
                shares[record] = _ONE


def fits(base: RecordBase, values: Mapping[str, object], measure: Measure) -> bool:
    """Whether a measure counts the records of its base that have these values."""
    return all(base.attributes[name].fits(values[name], asked) for name, asked in measure.where)


def _reported(
    session: Session, measure: Measure, period: Period
) -> Iterator[tuple[Key, Named, Decimal]]:
    """The entries and payments behind a figure that is reported, each with its share."""
    if measure.of == "fees":
        for paid in fee_payments(session, period):
            called = Named(paid.number, "", paid.paid_on)
            yield ("request", paid.request_id), called, paid.yuan / YUAN_PER_WAN
        return
    slugs = measure.asks("indicator")
    if measure.of == "flow":
        for entry in flow_entries(session, period, slugs):
            yield *_entry(entry), entry.amount
        return
    for read in stock_periods(period, measure):
        sign = sign_of_stock(measure, read, period)
        for entry in stock_entries(session, read, slugs):
            yield *_entry(entry), sign * entry.amount


def sign_of_stock(measure: Measure, read: Period, period: Period) -> int:
    """What a stock read at the end of `read` adds to the figure: a change takes off the older."""
    return -1 if measure.at == "change" and read != period else 1


def _entry(entry: IndicatorEntry) -> tuple[Key, Named]:
    label = indicator(entry.indicator).label
    return ("indicator", entry.id), Named("", label, entry.dated_on)
