"""What a change does to the course of a request: the impossible is refused, the unlikely told.

Only what a person enters is judged here; a ledger is taken in as it is.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Unsound
from disclosure_desk.records.cards import Card, card_of, events_told_by
from disclosure_desk.records.case import Case
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_clock import happenings_of
from disclosure_desk.records.request_rules import course_findings
from disclosure_desk.records.rulebook import rules
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.case_checks import course_of
from disclosure_desk.storage.admission import this_day
from disclosure_desk.storage.own_calendars import calendar_in_use


def course_now(
    session: Session, request: Request, calendar: WorkingDays | None, today: date | None
) -> Case:
    """The course of a request as it stands in this session, saved or not.

    The calendar and the day are this computer's where they are not told.
    """
    with session.no_autoflush:
        card = card_of(request)
    return course_of(
        session,
        card,
        request.events,
        calendar=calendar or calendar_in_use(),
        today=today or this_day(),
        record_id=request.id,
    )


def judge_new(
    session: Session, card: Card, calendar: WorkingDays | None, today: date | None
) -> list[Finding]:
    """The warnings about the card of a new request. Raises Unsound for what cannot be."""
    today = today or this_day()
    events = [RequestEvent(kind=kind, **told) for kind, told in events_told_by(card)]
    if events or card.get("repeats_number"):
        calendar = calendar or calendar_in_use()
        return judge(None, course_of(session, card, events, calendar=calendar, today=today))
    # A plain registration has no course yet: it is saved without running a clock.
    received = card.get("received_on")
    if isinstance(received, date) and received > today:
        raise Unsound(course_findings(_without_clock(card, today)))
    return []


def _without_clock(card: Card, today: date) -> Case:
    return Case(
        card=card,
        events=(),
        clock=Clock(law=""),
        today=today,
        calendar=WorkingDays(()),
        oldest_open_year=today.year,
    )


def judge(before: Case | None, after: Case) -> list[Finding]:
    """The warnings and hints that a change has caused. Raises Unsound for what cannot be.

    A wrong history can be mended one step at a time: what was wrong before and is no worse
    now does not refuse.
    """
    standing = [] if before is None else course_findings(before)
    found = course_findings(after)
    caused = [one for one in found if one not in standing]
    wrong_before = Counter(one.rule for one in errors(standing))
    wrong_now = Counter(one.rule for one in errors(found))
    worse = wrong_now - wrong_before
    refused = [one for one in errors(caused) if one.rule in worse]
    if refused:
        raise Unsound(refused)
    return [one for one in caused if one.severity != "error" and rules()[one.rule].when == "record"]


def keep_due(request: Request, before: Case, after: Case) -> None:
    """Keep with the ending by which due date it was judged, when its course has changed.

    What only the calendar changes later makes no answered request late, nor in time.
    """
    if _moving(before) == _moving(after):
        return
    for event in request.events:
        if _is(event, after.ending):
            event.due_on = after.due_on


def _is(event: RequestEvent, other: RequestEvent | None) -> bool:
    if other is None:
        return False
    told = (event.id, event.kind, event.happened_on, event.outcome)
    return told == (other.id, other.kind, other.happened_on, other.outcome)


def _moving(case: Case) -> Sequence[object]:
    """All that the due date of an ended request hangs on."""
    ended = case.ending.happened_on if case.ending else None
    return (case.received_on, ended, happenings_of(case.events))
