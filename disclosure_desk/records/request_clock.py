"""The statutory clock of a registered request: its events, handed to rules/clock.py."""

from collections.abc import Iterable
from datetime import date

from disclosure_desk.records.request import FINISHING, RequestEvent, dated
from disclosure_desk.rules.clock import Clock, Happening, tolerant_clock
from disclosure_desk.rules.working_days import WorkingDays

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


def clock_of(received_on: date, events: Iterable[RequestEvent], calendar: WorkingDays) -> Clock:
    """The clock of a request as it is recorded; what cannot be is told in its `problems`."""
    return tolerant_clock(received_on, happenings_of(events), calendar)


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
    endings = dated(events, *FINISHING)
    reopenings = dated(events, "reopening")
    if not endings:
        return True
    if not reopenings:
        return False
    return (reopenings[-1].happened_on or date.min) > (endings[-1].happened_on or date.min)
