"""The events of a registered request, as the statutory clock reads them."""

from datetime import date

import pytest

from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.request_clock import answered_on, clock_of, happenings_of, is_open
from disclosure_desk.rules.calendars import working_days

RECEIVED = date(2024, 6, 3)
CALENDAR = working_days()


def event(kind: str, happened_on: date | None, **more: object) -> RequestEvent:
    return RequestEvent(kind=kind, happened_on=happened_on, **more)


def test_a_consultation_is_read_with_its_delivery_and_whom_it_asked() -> None:
    sent = event(
        "consultation_sent", date(2024, 6, 11), reached_on=date(2024, 6, 13), consulted="agency"
    )
    [told] = happenings_of([sent, event("reply", date(2024, 7, 1))])
    assert (told.on, told.delivered_on, told.third_party) == (
        date(2024, 6, 11),
        date(2024, 6, 13),
        False,
    )


def test_a_recorded_consultation_moves_the_due_date() -> None:
    events = [
        event("consultation_received", date(2024, 6, 26)),
        event("consultation_sent", date(2024, 6, 11)),
    ]
    assert clock_of(RECEIVED, events, CALENDAR).due == date(2024, 7, 17)


def test_what_cannot_be_is_left_out_and_told() -> None:
    clock = clock_of(RECEIVED, [event("correction_received", date(2024, 6, 26))], CALENDAR)
    assert clock.due == date(2024, 7, 2)
    assert len(clock.problems) == 1


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [
        ([], date(2024, 7, 1)),
        ([date(2024, 7, 3)], date(2024, 7, 3)),
        ([date(2024, 6, 5), date(2024, 7, 2)], date(2024, 7, 2)),
        ([date(2024, 6, 5)], date(2024, 7, 1)),
    ],
)
def test_an_answer_is_given_on_the_day_of_its_dispatch(
    deliveries: list[date], expected: date
) -> None:
    events = [event("delivery", day) for day in deliveries]
    assert answered_on([*events, event("reply", date(2024, 7, 1))]) == expected


def test_without_an_ending_nothing_is_answered() -> None:
    assert answered_on([event("delivery", date(2024, 6, 5))]) is None


def test_a_reopened_request_is_open_until_it_is_answered_anew() -> None:
    reply = event("reply", date(2024, 7, 1), outcome="not_exist")
    again = event("reopening", date(2024, 9, 2))
    assert is_open([])
    assert not is_open([reply])
    assert is_open([reply, again])
    assert not is_open([reply, again, event("reply", date(2024, 9, 20), outcome="granted")])


def test_a_reopened_request_has_a_full_period_from_that_day() -> None:
    events = [
        event("correction_asked", date(2024, 6, 5)),
        event("correction_received", date(2024, 6, 7)),
        event("reply", date(2024, 7, 1), outcome="not_exist"),
        event("reopening", date(2024, 9, 2)),
    ]
    clock = clock_of(RECEIVED, events, CALENDAR)
    assert clock.due == date(2024, 9, 30)
    assert clock.correction_notice_due is None
    assert "重新办理" in clock.steps[0].text
    assert "收到申请" not in clock.steps[0].text
    consulted = event("consultation_sent", date(2024, 9, 9), consulted="agency")
    assert clock_of(RECEIVED, [*events, consulted], CALENDAR).waiting_for == "consultation"
    answered = event("reply", date(2024, 9, 20), outcome="granted")
    assert clock_of(RECEIVED, [*events, answered], CALENDAR).due == date(2024, 7, 8)


def test_taken_up_again_on_the_day_of_the_answer_it_is_open() -> None:
    reply = event("reply", date(2024, 7, 1), outcome="not_exist")
    again = event("reopening", date(2024, 7, 1))
    assert is_open([reply, again])
    assert not is_open([again, reply])
