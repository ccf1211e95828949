"""Until when the applicant of an answered request may ask for reconsideration or sue."""

from collections.abc import Iterable
from datetime import date

from disclosure_desk.faults import Refusal
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.request import RequestEvent, dated
from disclosure_desk.records.terms import WITHDRAWN
from disclosure_desk.rules.remedies import (
    RemedyClock,
    lawsuit_after_reconsideration,
    reconsideration_first,
    remedy_clocks,
)
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays


def remedies_of(
    events: Iterable[RequestEvent], calendar: WorkingDays, reviewed_on: date | None = None
) -> tuple[RemedyClock, ...]:
    """The remedies against the newest answer; none while there is none, or after a withdrawal.

    Counted from the day on which the applicant got it: signed for, else delivered, else dated.
    Where reconsideration must come first the lawsuit is left out: it then runs from the
    decision on reconsideration. `reviewed_on` is the day of such a decision: of its receipt
    nothing is recorded, so the last day that is told may be too early, never too late.
    Source: 行政复议法第二十条、第二十三条; 行政诉讼法第四十五条、第四十六条.
    """
    events = list(events)
    endings = dated(events, *FINISHING)
    if not endings or endings[-1].outcome in (None, WITHDRAWN):
        return ()
    ended_on, outcome = endings[-1].happened_on, str(endings[-1].outcome)
    known_on = ended_on
    for delivery in dated(events, "delivery"):
        sent_on = delivery.happened_on
        if ended_on is not None and sent_on is not None and sent_on >= ended_on:
            known_on = delivery.signed_on or sent_on
            break
    if known_on is None or ended_on is None:
        return ()
    try:
        if reviewed_on is not None and reviewed_on >= ended_on:
            return (lawsuit_after_reconsideration(reviewed_on, calendar),)
        reconsideration, lawsuit = remedy_clocks(known_on, calendar)
    except (Refusal, CalendarMissing):  # before these laws
        return ()
    if reconsideration_first([outcome], ended_on):
        return (reconsideration,)
    return reconsideration, lawsuit
