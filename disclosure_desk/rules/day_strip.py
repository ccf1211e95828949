"""The clock of a request drawn day by day: which days count, which do not, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure_desk.rules.clock import Clock, Span
from disclosure_desk.rules.law import law_on
from disclosure_desk.rules.working_days import (
    CalendarDay,
    CalendarMissing,
    DayKind,
    WorkingDays,
)

_ONE_DAY = timedelta(days=1)
_WAITS = {"correction": "等待申请人补正", "fee": "等待申请人缴费", "consultation": "征求意见"}


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip.

    `mark` is start, restart, counted, make_up (counted too), weekend, holiday, waiting, due or
    overdue; `number` is which working day of the period it is, or of the overdue time, and
    None for a day that does not count.
    """

    date: date
    mark: str
    text: str
    source: str = ""
    number: int | None = None


def strip_of(
    clock: Clock, received: date, calendar: WorkingDays, until: date | None = None
) -> tuple[StripDay, ...]:
    """Every day from receipt to the due date, or to `until`, both inclusive.

    Without either it ends with the question that is outstanding. It ends early with the last
    year whose holidays are known, and is empty for a receipt before there was a law.
    """
    if not clock.law:
        return ()
    start = StripDay(received, "start", "收到申请，当日不计", law_on(received).reply.source)
    last = clock.spans[-1]
    end = until or clock.due or (date.max if last.state == "counting" else last.after)
    return (start, *_Strip(clock, received, calendar).days(end))


class _Strip:
    """The days after receipt."""

    def __init__(self, clock: Clock, received: date, calendar: WorkingDays) -> None:
        law = law_on(received)
        self._clock = clock
        self._calendar = calendar
        self._basic = law.reply.number
        self._period = law.reply.number + clock.extension_workdays
        self._reply = law.reply.source
        self._extension = law.extension.source
        self._pauses = {
            "correction": law.correction.source,
            "fee": law.payment.source,
            "consultation": law.consultation.source,
        }
        self._late = 0  # working days since the due date

    def days(self, end: date) -> Iterator[StripDay]:
        """Every day of the spans, then those past the due date, until `end`."""
        for span in self._spans(end):
            number = span.counted
            day = span.after
            while day < min(span.until or end, end):
                day += _ONE_DAY
                if span.state == "waiting":
                    yield self._restart(day) or self._waiting(day, span.waiting_for or "")
                    continue
                try:
                    found = self._calendar.day(day)
                except CalendarMissing:
                    return
                number += found.kind.counts
                if span.state == "counting":
                    yield self._restart(day) or self._counting(found, number)
                else:
                    yield self._restart(day) or self._past(found)

    def _spans(self, end: date) -> Iterator[Span]:
        yield from self._clock.spans
        last = self._clock.spans[-1]
        if last.until is not None and last.until < end:
            yield Span("overdue", last.until, end, self._period)

    def _restart(self, day: date) -> StripDay | None:
        came = next((one for one in self._clock.restarts if one.on == day), None)
        if came is None:
            return None
        paid = came.kind == "fee_paid"
        text = f"{'收到缴费' if paid else '收到补正'}，重新计算，当日不计"
        return StripDay(day, "restart", text, self._pauses["fee" if paid else "correction"])

    def _waiting(self, day: date, asked: str) -> StripDay:
        if day == self._clock.due:
            return self._due_at_once(day)
        return StripDay(day, "waiting", f"{_WAITS[asked]}，不计入", self._pauses[asked])

    def _counting(self, day: CalendarDay, number: int) -> StripDay:
        if day.date == self._clock.due:
            if number > self._period:
                return self._due_at_once(day.date)
            return StripDay(day.date, "due", f"第{number}个工作日，到期", self._reply, number)
        if not day.kind.counts:
            return _rest_day(day)
        text = f"第{number}个工作日"
        if day.kind is DayKind.MAKE_UP:
            return StripDay(day.date, "make_up", f"{text}（调休上班）", day.source, number)
        source = self._extension if number > self._basic else self._reply
        return StripDay(day.date, "counted", text, source, number)

    def _due_at_once(self, day: date) -> StripDay:
        """The due date of a period that was used up when the opinion was asked for."""
        return StripDay(day, "due", "期限在征求意见时已用完，收到意见即到期", self._reply)

    def _past(self, day: CalendarDay) -> StripDay:
        if not day.kind.counts:
            return _rest_day(day)
        self._late += 1
        text = f"逾期第{self._late}个工作日"
        return StripDay(day.date, "overdue", text, self._reply, self._late)


def _rest_day(day: CalendarDay) -> StripDay:
    if day.kind is DayKind.HOLIDAY:
        return StripDay(day.date, "holiday", f"{day.festival}放假，不计入", day.source)
    return StripDay(day.date, "weekend", "周末，不计入")
