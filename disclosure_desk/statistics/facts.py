"""What the log says beyond the table: fees one by one, and what was done late.

These facts fill sentences of the report and the draft of its fifth chapter.
"""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.records.finding import Figure
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.statistics.amounts import fee_payments
from disclosure_desk.statistics.period import Period

# No stretch of 20 working days, holidays and all, is longer than this many days. A draft that
# blames the office must be sure: what took longer was late under any calendar, the rest is left
# to the clerk. Source: 条例第二十六条、第三十三条第二款.
SURELY_20_WORKING_DAYS = timedelta(days=40)
_MOVES_THE_CLOCK = ("correction_asked", "consultation_sent", "fee_notice")


def facts_of(session: Session, period: Period) -> dict[str, Figure]:
    """The facts of a period by the names of their 【fields】. Nothing found is 0."""
    payments = fee_payments(session, period)
    return {
        "收费通知数": _fee_notices(session, period),
        "缴费数": len(payments),
        "收费元": sum((payment.yuan for payment in payments), start=0),
        "迟公开条数": _published_late(session, period),
        "未公开条数": _still_unpublished(session, period),
        "超期办结数": _surely_late_replies(session, period),
        "单一渠道": int(_channel_rows(session, period) == 1),
    }


def _within(column: InstrumentedAttribute[date | None], period: Period) -> ColumnElement[bool]:
    return column.between(period.first, period.last)


def _fee_notices(session: Session, period: Period) -> int:
    return session.execute(
        select(func.count(RequestEvent.request_id.distinct())).where(
            RequestEvent.kind == "fee_notice", _within(RequestEvent.happened_on, period)
        )
    ).scalar_one()


def _published_late(session: Session, period: Period) -> int:
    """Items published within the period more than 20 working days after they were made."""
    rows = session.execute(
        select(Publication.made_on, Publication.published_on, func.count())
        .where(_within(Publication.published_on, period))
        .group_by(Publication.made_on, Publication.published_on)
    )
    return sum(
        number
        for made, published, number in rows
        if published is not None and published - made > SURELY_20_WORKING_DAYS
    )


def _still_unpublished(session: Session, period: Period) -> int:
    """Items made within the period, due before its end and not published by then."""
    published = Publication.published_on
    return session.execute(
        select(func.count()).where(
            Publication.made_on.between(period.first, period.last - SURELY_20_WORKING_DAYS),
            or_(published.is_(None), published > period.last),
        )
    ).scalar_one()


def _surely_late_replies(session: Session, period: Period) -> int:
    """Requests finished within the period after their due date, whatever the calendar.

    Requests whose clock was stopped or set back are left out.
    """
    moved = exists().where(
        and_(RequestEvent.request_id == Request.id, RequestEvent.kind.in_(_MOVES_THE_CLOCK))
    )
    extended = Request.extended_on.is_not(None)
    rows = session.execute(
        select(Request.received_on, Request.finished_on, extended, func.count())
        .where(_within(Request.finished_on, period), ~moved)
        .group_by(Request.received_on, Request.finished_on, extended)
    )
    return sum(
        number
        for received, finished, longer, number in rows
        if finished is not None
        and finished - received > SURELY_20_WORKING_DAYS * (2 if longer else 1)
    )


def _channel_rows(session: Session, period: Period) -> int:
    """In how many rows of channels the items published within the period appear."""
    masks = session.scalars(
        select(Publication.channel_mask).where(_within(Publication.published_on, period)).distinct()
    )
    together = 0
    for mask in masks:
        together |= mask
    return together.bit_count()
