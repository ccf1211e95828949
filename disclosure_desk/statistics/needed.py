"""Which records the table of a year needs: what its ledger must hold, older ones too."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, or_, select

from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import INDICATORS, indicator
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.statistics.amounts import paid
from disclosure_desk.statistics.period import Period

_STOCKS = tuple(slug for slug in INDICATORS.slugs if indicator(slug).stock)


def needed_records(period: Period) -> Mapping[str, ColumnElement[bool]]:
    """For each register the condition that its needed records meet.

    A ledger of these gives the same table of the period in every edition.
    """
    disputes = _disputes(period)
    return {
        "publication": _publications(period),
        "request": or_(
            _requests(period),
            Request.number.in_(select(Dispute.request_number).where(disputes)),
        ),
        "dispute": disputes,
        "indicator": _indicators(period),
    }


def _publications(period: Period) -> ColumnElement[bool]:
    """Published or made within the period, all documents so far, and what is not yet public."""
    made, published = Publication.made_on, Publication.published_on
    return or_(
        published.between(period.first, period.last),
        made.between(period.first, period.last),
        and_(
            Publication.document_kind.in_(["regulation", "normative"]),
            or_(made <= period.last, published <= period.last),
        ),
        and_(made <= period.last, or_(published.is_(None), published > period.last)),
    )


def _requests(period: Period) -> ColumnElement[bool]:
    """Open on some day of the period, or paid for within it."""
    paid_for = select(RequestEvent.request_id).where(paid(period))
    open_in_period = and_(
        Request.received_on <= period.last,
        or_(Request.finished_on.is_(None), Request.finished_on >= period.first),
    )
    return or_(open_in_period, Request.id.in_(paid_for))


def _disputes(period: Period) -> ColumnElement[bool]:
    return and_(
        Dispute.accepted_on <= period.last,
        or_(Dispute.concluded_on.is_(None), Dispute.concluded_on >= period.first),
    )


def _indicators(period: Period) -> ColumnElement[bool]:
    """Flows within the period, stocks up to its end."""
    dated = IndicatorEntry.dated_on
    return and_(
        dated <= period.last,
        or_(dated >= period.first, IndicatorEntry.indicator.in_(_STOCKS)),
    )
