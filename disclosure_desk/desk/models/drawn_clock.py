"""The clock of one request, run and drawn until the day that matters, with its words."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.clock import Clock, Happening, Step, tolerant_clock
from disclosure_desk.rules.day_strip import StripDay, strip_of
from disclosure_desk.rules.remedies import RemedyClock
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays
from disclosure_desk.rules.written_dates import WEEKDAYS, chinese_date

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WAITS = {
    "correction": "正在等待申请人补正",
    "fee": "正在等待申请人缴费",
    "consultation": "正在征求意见",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnClock:
    """What the day strip shows.

    `festivals` names the holidays among the days. `workdays_left` counts from today, which does
    not count itself, to the due date; None where that cannot be told. `answered_on` is None
    for a request that is still open.
    """

    name: str
    received: date
    clock: Clock
    days: tuple[StripDay, ...]
    festivals: dict[date, str]
    today: date
    answered_on: date | None = None
    workdays_left: int | None = None
    remedies: tuple[RemedyClock, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of the sum, and until when the applicant may go on against the answer."""
        after = (step for remedy in self.remedies for step in remedy.steps[1:])
        return (*self.clock.steps, *after)

    @property
    def headline(self) -> str:
        """The due date, or why there is none."""
        clock = self.clock
        if not clock.law:
            return "没有可以适用的答复期限"
        if clock.due is None:
            if clock.calendar_missing is not None:
                return f"推算不出到期日：还没有{clock.calendar_missing}年的放假安排"
            return f"现在没有到期日：{_WAITS.get(clock.waiting_for or '', '期限停止计算')}"
        return f"到期日：{chinese_date(clock.due)}（周{WEEKDAYS[clock.due.weekday()]}）"

    @property
    def standing(self) -> str:
        """How the request stands to its due date: days left, overdue, or answered in time."""
        due = self.clock.due
        late = sum(day.mark == "overdue" for day in self.days)
        if self.answered_on is not None:
            told = f"已于{chinese_date(self.answered_on)}办结"
            if due is None:
                return told
            return f"{told}，逾期{late}个工作日" if self.answered_on > due else f"{told}，在期限内"
        if due is None:
            return ""
        if self.today > due:
            return f"已逾期{late}个工作日" if late else "已逾期，逾期后还没有过工作日"
        if self.today == due:
            return "今天到期"
        return "" if self.workdays_left is None else f"还剩{self.workdays_left}个工作日"


def drawn_request(session: "Session", request_id: int, today: date) -> DrawnClock:
    """The clock of a registered request. Raises Refusal for one that is there no more."""
    from sqlalchemy import select

    from disclosure_desk.records.dispute import Dispute
    from disclosure_desk.records.request import Request
    from disclosure_desk.records.request_clock import answered_on, course_in_force, is_open
    from disclosure_desk.records.request_remedies import remedies_of
    from disclosure_desk.storage.own_calendars import calendar_in_use

    request = session.get(Request, request_id)
    if request is None:
        raise Refusal("这件申请已经不在登记簿里了，可能已被删除。")
    events = list(request.events)
    start, moved = course_in_force(request.received_on, events)
    calendar = calendar_in_use()
    drawn = drawn_clock(
        start,
        moved,
        calendar,
        today,
        name=request.number or "",
        answered=None if is_open(events) else answered_on(events),
    )
    if is_open(events):
        return drawn
    reviews = select(Dispute.concluded_on).where(
        Dispute.request_number == request.number,
        Dispute.kind == "reconsideration",
        Dispute.concluded_on.is_not(None),
    )
    reviewed_on = max(filter(None, session.scalars(reviews)), default=None)
    return replace(drawn, remedies=remedies_of(events, calendar, reviewed_on))


def drawn_clock(
    received: date,
    happenings: Sequence[Happening],
    calendar: WorkingDays,
    today: date,
    *,
    name: str = "",
    answered: date | None = None,
) -> DrawnClock:
    """The clock of whatever was received on a day, drawn until today or the answer."""
    clock = tolerant_clock(received, happenings, calendar)
    days = strip_of(clock, received, calendar, _until(clock, answered or today))
    left = None
    if clock.due is not None and today <= clock.due:
        with suppress(CalendarMissing):
            left = calendar.between(today, clock.due)
    return DrawnClock(
        name=name,
        received=received,
        clock=clock,
        days=days,
        festivals={
            day.date: calendar.day(day.date).festival for day in days if day.mark == "holiday"
        },
        today=today,
        answered_on=answered,
        workdays_left=left,
    )


def _until(clock: Clock, last: date) -> date | None:
    """The last day to draw; None lets a period run on to the end of the known calendar."""
    if clock.due is not None:
        return max(clock.due, last)
    if not clock.spans or clock.spans[-1].state == "counting":
        return None
    return max(clock.spans[-1].after, last)
