"""A change of the calendar moves the dates of open requests only, and the journal says which."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.calendar_change import calendar_changed, follow_calendar, follows
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.rules.calendars import shipped_notices, working_days
from disclosure_desk.rules.working_days import Break, HolidayNotice
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

BEFORE = working_days()
FLOOD = HolidayNotice(
    2026, (Break("抗洪", date(2026, 6, 8), date(2026, 6, 9)),), "示政办〔2026〕1号", amends=True
)
AFTER = working_days([FLOOD])


@pytest.fixture
def writing(registers: Database) -> Iterator[Session]:
    with registers.writing(Actor("林知夏", "二楼电脑")) as session:
        begin_step(session, "登记")
        yield session


def request(number: str, received_on: date, **more: object) -> Card:
    told = {"received_via": "letter", "applicant_kind": "natural"}
    return {**told, "number": number, "received_on": received_on, **more}


def lines(session: Session) -> list[dict[str, object]]:
    told = select(JournalEntry.after).where(JournalEntry.kind == "calendar")
    return [json.loads(one or "{}") for one in session.scalars(told.order_by(JournalEntry.id))]


def test_only_open_requests_whose_date_moves_are_named(writing: Session) -> None:
    done = {"finished_on": date(2026, 6, 12), "outcome": "granted"}
    enrol(writing, "request", [
        request("开放", date(2026, 6, 1)), request("已答复", date(2026, 6, 1), **done),
        request("早先", date(2026, 4, 1)),
    ])  # fmt: skip
    told = calendar_changed(writing, BEFORE, AFTER)
    assert told is not None
    assert "request" in told.kinds
    [line] = lines(writing)
    assert line["due"] == {"开放": ["2026-06-30", "2026-07-02"]}


def test_the_same_days_are_no_change(writing: Session) -> None:
    assert calendar_changed(writing, BEFORE, working_days(shipped_notices()[:3])) is None
    assert lines(writing) == []


def test_an_office_opened_after_the_change_catches_up_once(writing: Session) -> None:
    enrol(writing, "request", [request("1", date(2026, 6, 1))])
    assert not follows(writing, BEFORE)
    assert follow_calendar(writing, BEFORE) is None, "the first time there is nothing to compare"
    assert follow_calendar(writing, BEFORE) is None
    assert follows(writing, BEFORE)
    assert not follows(writing, AFTER)
    assert follow_calendar(writing, AFTER) is not None
    assert follow_calendar(writing, AFTER) is None
    first, second = lines(writing)
    assert "due" not in first
    assert second["due"] == {"1": ["2026-06-30", "2026-07-02"]}


def test_a_date_that_becomes_known_is_told(writing: Session) -> None:
    enrol(writing, "request", [request("1", date(2026, 12, 21))])
    new_year = Break("元旦", date(2027, 1, 1), date(2027, 1, 3))
    calendar_changed(writing, BEFORE, working_days([HolidayNotice(2027, (new_year,))]))
    assert lines(writing)[0]["due"] == {"1": [None, "2027-01-19"]}


def test_nothing_is_written_into_the_requests(writing: Session) -> None:
    enrol(writing, "request", [request("1", date(2026, 6, 1))])
    count = select(func.count()).where(JournalEntry.kind.in_(("request", "request_event")))
    before = writing.execute(count).scalar_one()
    calendar_changed(writing, BEFORE, AFTER)
    writing.flush()
    assert writing.execute(count).scalar_one() == before
