"""The statutory clock of a registered request: its events, handed to rules/clock.py."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from disclosure_desk.records.event_kinds import EVENT_KINDS, FINISHING
from disclosure_desk.records.request import RequestEvent, dated
from disclosure_desk.rules.clock import Clock, Happening, Step, tolerant_clock
from disclosure_desk.rules.law import law_on
from disclosure_desk.rules.working_days import WorkingDays

REOPENED_BY = EVENT_KINDS["reopening"].source
_CLOCK_KINDS = (
    *("correction_asked", "correction_received", "consultation_sent", "consultation_received"),
    *("extension", "fee_notice", "fee_paid"),
)


def happenings_of(events: Iterable[RequestEvent]) -> tuple[Happening, ...]:
    """The dated events that move the clock, oldest first."""
    return tuple(
        Happening(
            event.kind,
            event.happened_on,
            workdays=event.extension_workdays,
            delivered_on=event.reached_on,
            third_party=event.consulted != "agency",
        )
        for event in dated(events, *_CLOCK_KINDS)
        if event.happened_on is not None
    )


def course_in_force(
    received_on: date, events: Iterable[RequestEvent]
) -> tuple[date, tuple[Happening, ...]]:
    """The day from which the period now runs, not counted itself, and what has moved it since.

    That is the day of receipt; of a request that was reopened and not yet answered anew it is
    the day on which it was taken up again (from memory). Source: 法释〔2025〕8号第十一条.
    """
    events = list(events)
    reopenings = dated(events, "reopening")
    moved = happenings_of(events)
    if not reopenings or not is_open(events):
        return received_on, moved
    again = reopenings[-1].happened_on or received_on
    return again, tuple(one for one in moved if one.on >= again)


def clock_of(received_on: date, events: Iterable[RequestEvent], calendar: WorkingDays) -> Clock:
    """The clock of a request as it is recorded; what cannot be is told in its `problems`."""
    start, moved = course_in_force(received_on, events)
    clock = tolerant_clock(start, moved, calendar)
    if start == received_on or not clock.law:
        return clock
    period = law_on(start).reply.number
    words = f"重新办理，应当在{period}个工作日内重新答复（裁判文书另定期限的从其规定）；当日不计"
    first = Step(start, words, REOPENED_BY)
    return replace(clock, correction_notice_due=None, steps=(first, *clock.steps[1:]))


def answered_on(events: Iterable[RequestEvent]) -> date | None:
    """The day that decides whether an answer was in time: its dispatch, else its ending.

    Of a request ended once the first delivery from that day on counts; an ending that is not
    followed by a delivery is taken by its own date. Source: 国办公开办函〔2016〕235号.
    """
    events = list(events)
    endings = dated(events, *FINISHING)
    if not endings or endings[0].happened_on is None:
        return None
    ended_on = endings[0].happened_on
    sent = [one.happened_on for one in dated(events, "delivery") if one.happened_on is not None]
    return next((day for day in sent if day >= ended_on), ended_on)


def is_open(events: Iterable[RequestEvent]) -> bool:
    """Whether the request still wants an answer: none given yet, or none since it was reopened."""
    events = list(events)
    turns = dated(events, *FINISHING, "reopening")  # of one day as they were entered
    return not turns or turns[-1].kind == "reopening"
