"""What the log says beyond the table: fees one by one, and what was done late.

These facts fill sentences of the report and the draft of its fifth chapter.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, partial

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.request_clock import answered_on, clock_of
from disclosure_desk.rules.publication_clock import publication_due
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.amounts import fee_payments
from disclosure_desk.statistics.period import Period
from disclosure_desk.storage.own_calendars import calendar_in_use

# Fewer calendar days than these hold no 20 working days; only longer ones need the clock.
_NEVER_LATE_WITHIN = timedelta(days=20)


def facts_of(
    session: Session, period: Period, calendar: WorkingDays | None = None
) -> dict[str, Figure]:
    """The facts of a period by the names of their 【fields】. Nothing found is 0.

    `calendar` is this computer's, when it is left out; what falls into a year without a
    holiday notice counts as being in time.
    """
    calendar = calendar_in_use() if calendar is None else calendar
    payments = fee_payments(session, period)
    return {
        "收费通知数": _fee_notices(session, period),
        "缴费数": len(payments),
        "收费元": sum((payment.yuan for payment in payments), start=0),
        "迟公开条数": _published_late(session, period, calendar),
        "未公开条数": _still_unpublished(session, period, calendar),
        "超期办结数": _late_replies(session, period, calendar),
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


def _published_late(session: Session, period: Period, calendar: WorkingDays) -> int:
    """Items published within the period more than 20 working days after they were made."""
    rows = session.execute(
        select(Publication.made_on, Publication.published_on, func.count())
        .where(_within(Publication.published_on, period))
        .group_by(Publication.made_on, Publication.published_on)
    )
    due_by = cache(partial(publication_due, calendar=calendar))
    return sum(
        number
        for made, published, number in rows
        if published is not None
        and published - made > _NEVER_LATE_WITHIN
        and (due := due_by(made)) is not None
        and published > due
    )


def _still_unpublished(session: Session, period: Period, calendar: WorkingDays) -> int:
    """Items made within the period, due before its end and not published by then."""
    published = Publication.published_on
    rows = session.execute(
        select(Publication.made_on, func.count())
        .where(
            Publication.made_on.between(period.first, period.last - _NEVER_LATE_WITHIN),
            or_(published.is_(None), published > period.last),
        )
        .group_by(Publication.made_on)
    )
    return sum(
        number
        for made, number in rows
        if (due := publication_due(made, calendar)) is not None and due < period.last
    )


def _late_replies(session: Session, period: Period, calendar: WorkingDays) -> int:
    """Requests finished within the period and answered after their due date.

    Judged by the due date that was kept with the ending, else by the clock of the events.
    """
    ended = _within(Request.finished_on, period)
    candidates = {
        id_: received
        for id_, received, finished in session.execute(
            select(Request.id, Request.received_on, Request.finished_on).where(ended)
        )
        if finished is not None and period.last - received > _NEVER_LATE_WITHIN
    }
    chosen = select(Request.id).where(ended)
    told = select(RequestEvent).where(RequestEvent.request_id.in_(chosen))
    events: dict[int, list[RequestEvent]] = defaultdict(list)
    for event in session.scalars(told.execution_options(yield_per=5_000)):
        events[event.request_id].append(event)
    return sum(_is_late(received, events[id_], calendar) for id_, received in candidates.items())


def _is_late(received: date, events: Sequence[RequestEvent], calendar: WorkingDays) -> bool:
    answered = answered_on(events)
    if answered is None or answered - received <= _NEVER_LATE_WITHIN:
        return False
    judged = next((one.due_on for one in dated(events, *FINISHING)), None)
    if judged is not None:
        return answered > judged
    clock = clock_of(received, events, calendar)
    due = clock.answer_due
    # A draft that blames the office must be sure: what does not add up is left to the clerk.
    return due is not None and not clock.problems and answered > due


def _channel_rows(session: Session, period: Period) -> int:
    """In how many rows of channels the items published within the period appear."""
    masks = session.scalars(
        select(Publication.channel_mask).where(_within(Publication.published_on, period)).distinct()
    )
    together = 0
    for mask in masks:
        together |= mask
    return together.bit_count()
