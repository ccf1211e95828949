"""All records behind a table at once, figure by figure, told without any personal data."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.records.base import Base
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    DISPUTE_KINDS,
    DISPUTE_RESULTS,
    DOCUMENT_KINDS,
    OUTCOMES,
    RECEIVED_VIA,
)
from disclosure_desk.statistics.amounts import (
    fee_payments,
    flow_entries,
    stock_entries,
    stock_periods,
)
from disclosure_desk.statistics.bases import BASES, RecordBase, dated_by
from disclosure_desk.statistics.form import Cell, Edition, Measure
from disclosure_desk.statistics.members import fits
from disclosure_desk.statistics.period import Period


@dataclass(frozen=True, slots=True)
class Line:
    """A record in the list behind a figure: which one, when, of what kind, and what of it."""

    number: str
    date: date
    category: str
    text: str = ""
    amount: Decimal | None = None


Lines = dict[str, list[Line]]


def lines_by_cell(session: Session, edition: Edition, period: Period) -> Lines:
    """The records behind every cell of the edition, oldest first, in a query or two a base.

    Of requests neither applicant nor content is told; what a record says is as of the end of
    the period. A counted cell has as many lines as its figure says.
    """
    found: Lines = {code: [] for code in edition.cells}
    alike: dict[tuple[str, InstrumentedAttribute[Any]], list[Cell]] = defaultdict(list)
    for cell in edition.cells.values():
        if cell.counted:
            alike[cell.measure.of, dated_by(cell.measure)].append(cell)
        else:
            found[cell.code] = list(_reported(session, cell.measure, period))
    for (of, day), cells in alike.items():
        _list_base(session, BASES[of](period), day, period, cells, found)
    return found


def _list_base(
    session: Session,
    base: RecordBase,
    day: InstrumentedAttribute[Any],
    period: Period,
    cells: Iterable[Cell],
    found: Lines,
) -> None:
    """Put each record of a base into the cells that count it; alike records are sorted once."""
    asked = {name for cell in cells for name, _ in cell.measure.where}
    names = [name for name in base.attributes if name in asked]
    columns, told = _TOLD[base.model]
    sorting = [base.attributes[name].expression for name in names]
    rows = session.execute(
        select(*sorting, *(day.label("day"), *columns))
        .where(base.within)
        .order_by(day, base.model.__table__.columns["id"])
        .execution_options(yield_per=5_000)
    )
    known: dict[tuple[object, ...], list[list[Line]]] = {}
    for row in rows:
        values = tuple(row[: len(names)])
        if values not in known:
            sorts = dict(zip(names, values, strict=True))
            known[values] = [found[cell.code] for cell in cells if fits(base, sorts, cell.measure)]
        if known[values]:
            line = told(row, period)
            for lines in known[values]:
                lines.append(line)


def _request(row: Row[Any], period: Period) -> Line:
    finished = row.finished_on is not None and row.finished_on <= period.last
    words = [
        RECEIVED_VIA.label_of(row.received_via),
        APPLICANT_KINDS.label_of(row.applicant_kind),
        OUTCOMES.label_of(row.outcome) if finished else "尚未办结",
    ]
    text = f"{row.finished_on}办结" if finished else ""
    return Line(row.number, row.day, "·".join(words), text)


def _publication(row: Row[Any], _period: Period) -> Line:
    words = [DOCUMENT_KINDS.label_of(row.document_kind), row.category]
    number = row.number or row.document_number or ""
    return Line(number, row.day, "·".join(word for word in words if word), row.title)


def _dispute(row: Row[Any], period: Period) -> Line:
    concluded = row.concluded_on is not None and row.concluded_on <= period.last
    result = DISPUTE_RESULTS.label_of(row.result) if concluded else "尚未审结"
    told = [f"{row.concluded_on}审结"] if concluded else []
    told += [f"申请编号{row.request_number}"] if row.request_number else []
    category = f"{DISPUTE_KINDS.label_of(row.kind)}·{result}"
    return Line(row.number, row.day, category, "，".join(told))


_Told = tuple[tuple[InstrumentedAttribute[Any], ...], Callable[[Row[Any], Period], Line]]
_TOLD: dict[type[Base], _Told] = {
    Request: (
        (
            Request.number,
            Request.received_via,
            Request.applicant_kind,
            Request.outcome,
            Request.finished_on,
        ),
        _request,
    ),
    Publication: (
        (
            Publication.number,
            Publication.document_number,
            Publication.document_kind,
            Publication.category,
            Publication.title,
        ),
        _publication,
    ),
    Dispute: (
        (
            Dispute.number,
            Dispute.kind,
            Dispute.concluded_on,
            Dispute.result,
            Dispute.request_number,
        ),
        _dispute,
    ),
}


def _reported(session: Session, measure: Measure, period: Period) -> Iterator[Line]:
    """The entries and payments behind a figure that is reported, not counted."""
    if measure.of == "fees":
        for paid in fee_payments(session, period):
            yield Line(paid.number, paid.paid_on, "信息处理费（元）", "", paid.yuan)
        return
    slugs = measure.asks("indicator")
    if measure.of == "flow":
        for entry in flow_entries(session, period, slugs):
            yield _entry(entry)
        return
    for read in stock_periods(period, measure):
        for entry in stock_entries(session, read, slugs):
            yield _entry(entry, _HELD[period.is_year, read == period])


# Whether the table is a year's, whether the stock is that of its end.
_HELD = {
    (True, True): "年末",
    (True, False): "上年末",
    (False, True): "期末",
    (False, False): "期初",
}


def _entry(entry: IndicatorEntry, held: str = "") -> Line:
    words = [held, entry.department.name if entry.department else ""]
    reported = indicator(entry.indicator)
    text = "，".join(word for word in words if word)
    return Line("", entry.dated_on, f"{reported.label}（{reported.unit}）", text, entry.amount)
