"""When the open requests of a register fall due: for its columns, its order and its filters."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_clock import clock_of, is_open
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.open_requests import open_requests
from disclosure_desk.statistics.today import workdays

# How pressing an open request is; one may be several of these. Exact slugs of saved filters.
DUE_STATES = {
    "overdue": "已经逾期",
    "within_3": "3个工作日内到期",
    "within_7": "7个工作日内到期",
    "this_week": "本周内到期",
    "later": "7个工作日以后到期",
    "waiting": "期限中止（等待补正、意见或缴费）",
    "unknown": "没有节假日安排，期限算不出",
}


class RequestClocks:
    """The clocks of open requests by one calendar, as they stand on one day."""

    def __init__(self, calendar: WorkingDays, today: date) -> None:
        self._calendar = calendar
        self._today = today

    def told(self, session: Session, ids: Collection[int]) -> dict[int, Card]:
        """`due_on` and `workdays_left` (negative once late) of those among these that are open.

        While a clock stands still, `waits_for` says what for, and until when where that is set.
        """
        events: dict[int, list[RequestEvent]] = defaultdict(list)
        wanted = select(RequestEvent).where(RequestEvent.request_id.in_(ids))
        for event in session.scalars(wanted.order_by(RequestEvent.id)):
            events[event.request_id].append(event)
        days = session.execute(select(Request.id, Request.received_on).where(Request.id.in_(ids)))
        found: dict[int, Card] = {}
        for id_, received_on in days:
            if not is_open(events[id_]):
                continue
            clock = clock_of(received_on, events[id_], self._calendar)
            due = clock.answer_due
            if due is None and clock.waiting_for:
                found[id_] = {"waits_for": _waits_for(clock)}
            if due is not None:
                left = workdays(self._calendar, self._today, due)
                found[id_] = {"due_on": due, "workdays_left": left}
        return found

    def due_days(self, session: Session) -> dict[int, date]:
        """The last day of every open request whose clock runs."""
        waiting = open_requests(session, self._calendar)
        return {one.id: one.due for one in waiting if one.due is not None}

    def states(self, session: Session) -> dict[int, frozenset[str]]:
        """How pressing each open request is, in slugs of DUE_STATES."""
        waiting = open_requests(session, self._calendar)
        return {one.id: frozenset(self._state(one.clock, one.due)) for one in waiting}

    def _state(self, clock: Clock, due: date | None) -> set[str]:
        today = self._today
        if clock.calendar_missing is not None:
            return {"unknown"}
        if due is None:
            return {"waiting"}
        if due < today:
            return {"overdue"}
        left = workdays(self._calendar, today, due)
        sunday = today + timedelta(days=6 - today.weekday())
        found = {slug for slug, days in (("within_3", 3), ("within_7", 7)) if left <= days}
        if due <= sunday:
            found.add("this_week")
        return found or {"later"}


def _waits_for(clock: Clock) -> str:
    waits, until = {
        "correction": ("等补正", None),
        "consultation": ("等意见", clock.third_party_due),
        "fee": ("等缴费", clock.fee_due),
    }[str(clock.waiting_for)]
    return f"中止：{waits}" + (f"，期限{until}" if until else "")
