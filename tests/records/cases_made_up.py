"""Cases made up for the tests of the rules: no database behind them."""

from collections.abc import Mapping
from datetime import date

from disclosure_desk.records.cards import Card
from disclosure_desk.records.case import Case, EarlierRequest, case_of
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.rules.calendars import working_days

CALENDAR = working_days()
RECEIVED = date(2024, 6, 3)  # a Monday: due on 2024-07-02, a correction notice until 2024-06-13
TODAY = date(2024, 6, 20)
CARD: Card = {
    "number": "S7",
    "received_on": RECEIVED,
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "2023年柳树村道路硬化工程的中标通知书",
}


def step(kind: str, month: int, day: int, **more: object) -> RequestEvent:
    """A step of 2024."""
    return RequestEvent(kind=kind, happened_on=date(2024, month, day), **more)


def reply(month: int, day: int, outcome: str = "granted", **more: object) -> RequestEvent:
    """An answer of 2024."""
    return step("reply", month, day, outcome=outcome, **more)


def case(
    *events: RequestEvent,
    card: Mapping[str, object] | None = None,
    today: date = TODAY,
    **more: object,
) -> Case:
    """The case of a card with these changes and steps."""
    told = {name: value for name, value in {**CARD, **(card or {})}.items() if value is not None}
    return case_of(told, events, today=today, calendar=CALENDAR, **more)


def earlier(number: str = "S3", day: date = date(2024, 3, 4), **more: object) -> EarlierRequest:
    """Another request of the register."""
    return EarlierRequest(3, number, day, **{"applicant_name": "周大勇", **more})
