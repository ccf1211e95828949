"""The figures of a table, counted in a few grouped queries, each open to its records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import kind_of
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.amounts import (
    amounts_of,
    fee_payments,
    flow_entries,
    stock_entries,
    stock_periods,
)
from disclosure_desk.statistics.bases import BASES, RecordBase, dated_by
from disclosure_desk.statistics.counting import counted
from disclosure_desk.statistics.edition import Cell, Edition, Measure
from disclosure_desk.statistics.period import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it stands behind a figure."""

    kind: str
    id: int
    number: str
    title: str
    date: date


def tally(
    session: Session, edition: Edition, period: Period, *, codes: Iterable[str] | None = None
) -> dict[str, Figure]:
    """The figures of the edition for the period by cell code, or those of some cells.

    Nothing counted is 0.
    """
    asked = edition.cells if codes is None else codes
    measures = {code: edition.cells[code].measure for code in asked}
    figures = measured(session, measures, period)
    return {
        code: int(figure) if edition.cells[code].whole and figure == int(figure) else figure
        for code, figure in figures.items()
    }


def measured(
    session: Session, measures: Mapping[str, Measure], period: Period
) -> dict[str, Figure]:
    """The figure of each measure."""
    counts = counted(session, measures, period)
    amounts = amounts_of(session, period, measures.values())
    return {key: counts[key] if key in counts else amounts.of(one) for key, one in measures.items()}


def records_behind(session: Session, edition: Edition, code: str, period: Period) -> list[Entry]:
    """The records behind a figure, oldest first; as many as a counted cell says.

    Raises Refusal for a code that the edition does not have.
    """
    return records_of(session, cell_of(edition, code).measure, period)


def records_of(session: Session, measure: Measure, period: Period) -> list[Entry]:
    """The records that a measure counts or adds up, oldest first."""
    if measure.of in BASES:
        base = BASES[measure.of](period)
        conditions = [base.attributes[name].condition(asked) for name, asked in measure.where]
        return _entries(session, base, dated_by(measure), *conditions)
    if measure.of == "fees":
        return [
            Entry("request", one.request_id, one.number, one.content or "", one.paid_on)
            for one in fee_payments(session, period)
        ]
    slugs = measure.asks("indicator")
    if measure.of == "flow":
        return [_entry(one) for one in flow_entries(session, period, slugs)]
    found = {one.id: one for one in _stocks(session, period, measure, slugs)}
    return [_entry(one) for one in found.values()]


def _stocks(
    session: Session, period: Period, measure: Measure, slugs: Iterable[str]
) -> list[IndicatorEntry]:
    periods = stock_periods(period, measure)
    return [one for asked in periods for one in stock_entries(session, asked, slugs)]


def cell_of(edition: Edition, code: str) -> Cell:
    """The cell of this code. Raises Refusal when the edition has none."""
    try:
        return edition.cells[code]
    except KeyError:
        raise Refusal(
            f"{edition.name}的统计表里没有单元格“{code}”，请用 table 命令查看全部代码。"
        ) from None


def _entries(
    session: Session,
    base: RecordBase,
    day: InstrumentedAttribute[Any],
    *conditions: ColumnElement[bool],
) -> list[Entry]:
    columns = base.model.__table__.columns
    rows = session.execute(
        select(columns["id"], columns["number"], _TITLES[base.model], day)
        .where(base.within, *conditions)
        .order_by(day, columns["id"])
    )
    return [Entry(base.kind, id_, number or "", title or "", on) for id_, number, title, on in rows]


def _entry(record: IndicatorEntry) -> Entry:
    label = indicator(record.indicator).label
    amount = format(record.amount, "f")
    return Entry(kind_of(record), record.id, "", f"{label}：{amount}", record.dated_on)


_TITLES: dict[type[Base], InstrumentedAttribute[Any]] = {
    Request: Request.content,
    Publication: Publication.title,
    Dispute: Dispute.request_number,
}
