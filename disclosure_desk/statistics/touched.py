"""Which closed years a change of a record touches: those whose signed cells it would move.

The cards before and after the change are asked the very conditions by which records are counted,
so that a form can tell the years before anything is written. Of many changes at once the figures
are counted before and afterwards.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnElement, exists, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.visitors import replacement_traverse

from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.publication import Publication, channel_mask
from disclosure_desk.statistics.amounts import stock_periods
from disclosure_desk.statistics.bases import BASES, RecordBase
from disclosure_desk.statistics.closing import all_in_force
from disclosure_desk.statistics.edition import Cell, Edition, edition_for
from disclosure_desk.statistics.form import Measure
from disclosure_desk.statistics.members import fits, sign_of_stock
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally

Told = Mapping[str, FieldValue]
# How a card counts in a cell: as so much, or as a stock read with these signs.
_Place = Decimal | tuple[Decimal, tuple[int, ...]]
_ONE = Decimal(1)


def closed_years_touched(
    session: Session, kind: str, before_card: Told | None, after_card: Told | None
) -> tuple[int, ...]:
    """The closed years in which the change of a record moves the list of a cell, in order.

    `kind` is a register; `before_card` is None for a new record, `after_card` for one that is
    removed. A change that no cell sees (a note, an address) touches no year. Of stocks told for
    one day the year is named even where another of them holds. A year taken from a published
    report has no lists to move.
    """
    return tuple(
        closed.year
        for closed in all_in_force(session)
        if closed.taken_from is None and _moves(session, closed, kind, before_card, after_card)
    )


Figures = Mapping[int, Mapping[str, Figure]]


def figures_of_closed_years(session: Session) -> Figures:
    """What the registers give now for each closed year, by cell of its signed edition.

    Held against the same of later it tells of very many changes at once which years they moved.
    """
    return {
        one.year: tally(session, edition_for(one.year, one.edition), Period.of_year(one.year))
        for one in all_in_force(session)
        if one.taken_from is None
    }


def closed_years_moved(session: Session, before: Figures) -> tuple[int, ...]:
    """The closed years that have another figure now than they had before, in order."""
    now = figures_of_closed_years(session)
    return tuple(sorted(year for year, figures in before.items() if figures != now.get(year)))


def cells_of_card(
    session: Session, edition: Edition, period: Period, kind: str, card: Told
) -> tuple[Cell, ...]:
    """The cells of a period in which a card would count, in the order of the form.

    The card need not be stored: a form tells by it what is being typed.
    """
    codes = {code for code, _ in _places(session, edition, period, kind, card)}
    return tuple(cell for code, cell in edition.cells.items() if code in codes)


def _moves(
    session: Session, closed: ClosedYear, kind: str, before: Told | None, after: Told | None
) -> bool:
    edition, period = edition_for(closed.year, closed.edition), Period.of_year(closed.year)
    was, would_be = (
        {} if card is None else dict(_places(session, edition, period, kind, card))
        for card in (before, after)
    )
    return was != would_be


def _places(
    session: Session, edition: Edition, period: Period, kind: str, card: Told
) -> Iterator[tuple[str, _Place]]:
    """The cells in which a card counts, and how."""
    for of, make in BASES.items():
        base = make(period)
        cells = [cell for cell in edition.cells.values() if cell.measure.of == of]
        if cells and base.kind == kind:
            yield from ((code, _ONE) for code in _counted(session, base, cells, card))
    for cell in edition.cells.values():
        place: _Place | None = None
        if kind == "request" and cell.measure.of == "fees":
            place = _fee(card, period)
        elif kind == "indicator" and card.get("indicator") in cell.measure.asks("indicator"):
            place = _reported(session, cell.measure, period, card)
        if place is not None:
            yield cell.code, place


def _counted(session: Session, base: RecordBase, cells: list[Cell], card: Told) -> Iterator[str]:
    sorting = [attribute.expression for attribute in base.attributes.values()]
    asked = [_of_card(one, base.model, card) for one in (base.within, *sorting)]
    within, *values = session.execute(select(*asked)).one()
    if within:
        sorts = dict(zip(base.attributes, values, strict=True))
        yield from (cell.code for cell in cells if fits(base, sorts, cell.measure))


def _of_card(
    expression: ColumnElement[Any] | InstrumentedAttribute[Any], model: type[Base], card: Told
) -> ColumnElement[Any]:
    """The expression with the columns of its model replaced by the values of a card."""

    def value(element: object, **_: object) -> ColumnElement[Any] | None:
        if isinstance(element, Column) and element.table.name == model.__tablename__:
            return literal(_column_value(element.key, model, card), element.type)
        return None

    whole = expression if isinstance(expression, ColumnElement) else expression.expression
    replaced: ColumnElement[Any] = replacement_traverse(whole, {}, value)
    return replaced


def _column_value(name: str, model: type[Base], card: Told) -> FieldValue:
    if model is Publication and name == "channel_mask":
        channels = card.get("channels")
        return channel_mask(channels if isinstance(channels, tuple) else ())
    told = card.get(name)
    default: FieldValue = model.__table__.columns[name].info.get("default")
    return default if told is None else told


def _fee(card: Told, period: Period) -> Decimal | None:
    paid_on, yuan = card.get("fee_paid_on"), card.get("fee_yuan")
    if yuan is None or not isinstance(paid_on, date):
        return None
    return Decimal(str(yuan)) if period.first <= paid_on <= period.last else None


def _reported(session: Session, measure: Measure, period: Period, card: Told) -> _Place | None:
    amount, dated_on = card.get("amount"), card.get("dated_on")
    if amount is None or not isinstance(dated_on, date):
        return None
    exact = Decimal(str(amount))
    if measure.of == "flow":
        return exact if period.first <= dated_on <= period.last else None
    signs = tuple(
        sign_of_stock(measure, read, period)
        for read in stock_periods(period, measure)
        if dated_on <= read.last and not _superseded(session, card, dated_on, read)
    )
    return (exact, signs) if signs else None


def _superseded(session: Session, card: Told, dated_on: date, read: Period) -> bool:
    """Whether a newer entry of the stock holds at the end of a period."""
    newer = exists().where(
        IndicatorEntry.indicator == card["indicator"],
        IndicatorEntry.dated_on > dated_on,
        IndicatorEntry.dated_on <= read.last,
    )
    return bool(session.scalar(select(newer)))
