"""Until when an applicant may go on against an answer."""

from datetime import date

import pytest

from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.request_remedies import remedies_of
from disclosure_desk.rules.calendars import working_days

CALENDAR = working_days()


def reply(outcome: str, day: date) -> RequestEvent:
    return RequestEvent(kind="reply", happened_on=day, outcome=outcome)


def delivery(day: date, signed_on: date | None = None) -> RequestEvent:
    return RequestEvent(kind="delivery", happened_on=day, signed_on=signed_on)


def told(*events: RequestEvent) -> dict[str, date]:
    return {one.remedy: one.due for one in remedies_of(events, CALENDAR)}


def test_an_answer_that_is_no_refusal_may_be_reviewed_or_sued() -> None:
    # 2024-09-15 is a holiday, 18 September the next working day.
    found = told(reply("not_exist", date(2024, 7, 17)))
    assert found == {"reconsideration": date(2024, 9, 18), "lawsuit": date(2025, 1, 17)}


def test_a_refusal_since_2024_is_reviewed_first() -> None:
    assert set(told(reply("refused_secret", date(2024, 7, 17)))) == {"reconsideration"}
    assert set(told(reply("refused_secret", date(2023, 7, 17)))) == {"reconsideration", "lawsuit"}


def test_the_time_runs_from_the_day_on_which_the_answer_was_signed_for() -> None:
    sent = delivery(date(2024, 7, 18), signed_on=date(2024, 7, 22))
    assert told(reply("granted", date(2024, 7, 17)), sent)["reconsideration"] == date(2024, 9, 20)
    early = delivery(date(2024, 7, 1))  # of another letter
    assert told(early, reply("granted", date(2024, 7, 17)))["reconsideration"] == date(2024, 9, 18)


@pytest.mark.parametrize(
    "events",
    [
        (),
        (delivery(date(2024, 7, 1)),),
        (
            RequestEvent(
                kind="withdrawal", happened_on=date(2024, 7, 1), outcome="closed_withdrawn"
            ),
        ),
        (reply("granted", date(1990, 7, 17)),),
    ],
)
def test_without_an_answer_there_is_none(events: tuple[RequestEvent, ...]) -> None:
    assert told(*events) == {}


def test_of_several_answers_the_newest_counts() -> None:
    first, second = reply("refused_law", date(2024, 3, 1)), reply("granted", date(2024, 7, 17))
    assert told(first, second)["lawsuit"] == date(2025, 1, 17)


def test_after_reconsideration_fifteen_days_are_left_to_sue() -> None:
    events = [reply("refused_secret", date(2024, 7, 17))]
    [suit] = remedies_of(events, CALENDAR, date(2024, 9, 10))
    assert (suit.remedy, suit.due) == ("lawsuit_after_reconsideration", date(2024, 9, 25))
    before = remedies_of(events, CALENDAR, date(2024, 7, 1))
    assert [one.remedy for one in before] == ["reconsideration"], "of an earlier answer"
