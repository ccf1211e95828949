"""The years of which an office has records."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import editions

_DAYS = (
    Publication.made_on,
    Request.received_on,
    Dispute.accepted_on,
    IndicatorEntry.dated_on,
)


def years_with_records(session: Session) -> tuple[int, ...]:
    """From the first to the last day of a record, as far as there is a form for the year."""
    ends = [
        day
        for column in _DAYS
        for day in session.execute(select(func.min(column), func.max(column))).one()
        if day is not None
    ]
    if not ends:
        return ()
    first = max(min(ends).year, min(one.first_year for one in editions().values()))
    return tuple(range(first, max(ends).year + 1))
