"""The clock of one request while it runs through what has happened, day after day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.clock_steps import Wording
from disclosure_desk.rules.happenings import DATE_LABELS, QUESTION_OF, WAITING_FOR, Happening, Span
from disclosure_desk.rules.law import Law
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays

_ONE_DAY = timedelta(days=1)
_ORDER = {kind: number for number, kind in enumerate(DATE_LABELS)}


@dataclass(slots=True)
class RunningClock:
    """Counts the working days used, and rests while an answer is outstanding."""

    received: date
    calendar: WorkingDays
    law: Law
    wording: Wording
    since: date = field(init=False)  # the last day before the present state of the clock
    used: int = 0  # working days of the period before that state
    lapsed: date | None = None  # the due date of this period that passed before a question
    lapsed_on: date | None = None  # the same of any period
    unknown: CalendarMissing | None = None  # why `used` is not known
    extension: Happening | None = None
    outstanding: dict[str, list[Happening]] = field(default_factory=dict)  # by kind of question
    latest: dict[str, Happening] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    restarts: list[Happening] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _first: dict[str, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.since = self.received
        self.outstanding = {question: [] for question in QUESTION_OF.values()}
        if self.received.year == MAXYEAR:
            self.unknown = CalendarMissing(MAXYEAR)

    @property
    def waits(self) -> Happening | None:
        """The question that keeps the clock at rest, the oldest of a correction first."""
        return next((asked[0] for asked in self.outstanding.values() if asked), None)

    @property
    def waiting_for(self) -> str | None:
        """What keeps it at rest, as a value of WAITING_FOR."""
        return WAITING_FOR[self.waits.kind] if self.waits else None

    @property
    def extra(self) -> int:
        """The working days of the extension."""
        return (self.extension.workdays or 0) if self.extension else 0

    @property
    def period(self) -> int:
        """All working days that the reply may take, the extension included."""
        return self.law.reply.number + self.extra

    def take_all(self, happenings: Iterable[Happening], *, strict: bool) -> None:
        """Run through the happenings by date; strict raises the first problem, else it is kept."""
        ordered = sorted(
            (one for one in happenings if one.kind in _ORDER),
            key=lambda one: (one.on, _ORDER[one.kind]),
        )
        for one in ordered:
            self._first.setdefault(one.kind, one.on)
        for one in ordered:
            try:
                self._take(one)
            except CalendarMissing as missing:
                if strict:
                    raise
                self.unknown = missing
            except Refusal as problem:
                if strict:
                    raise
                self.problems.append(str(problem))

    def _take(self, one: Happening) -> None:
        label = DATE_LABELS[one.kind]
        if one.on < self.received:
            raise Refusal(f"{label}{one.on}早于收到申请的日期{self.received}，请核对这两个日期。")
        if one.delivery < one.on:
            raise Refusal(
                f"征求意见书送达日期{one.delivery}早于发出日期{one.on}，请核对这两个日期。"
            )
        if one.delivery.year == MAXYEAR:
            raise CalendarMissing(MAXYEAR)
        takes: dict[str, Callable[[Happening], None]] = {
            "correction_received": self._restart,
            "fee_paid": self._restart,
            "consultation_received": self._hear,
            "extension": self._extend,
        }
        takes.get(one.kind, self._ask)(one)

    def _ask(self, one: Happening) -> None:
        """Let the clock rest, unless the period had run out before the question was sent."""
        if self.waits is None and self.lapsed is None:
            try:
                self._stop_counting(one.on)
            except CalendarMissing as missing:  # of no weight if a restart follows
                self.unknown = missing
        self._close_span(one.on)
        self.outstanding[one.kind].append(one)
        self.latest[one.kind] = one
        self.wording.asked(one, self.used, self.lapsed)

    def _stop_counting(self, on: date) -> None:
        if self._passed(on):
            self.lapsed = self.lapsed_on = self.due_of(self.period)
            return
        used = self.used + self.calendar.between(self.since, on)
        self._close_span(on)
        self.used = min(used, self.period)

    def _restart(self, one: Happening) -> None:
        """A correction or payment: the full period anew, its own day not counted."""
        outstanding = self.outstanding[QUESTION_OF[one.kind]]
        if not outstanding:
            raise self._unasked(one)
        self._close_span(one.on)
        # What was asked once more on the day of the answer is still to be answered.
        answers_earlier = outstanding[0].on < one.on
        outstanding[:] = [asked for asked in outstanding if answers_earlier and asked.on == one.on]
        self.used, self.lapsed, self.unknown = 0, None, None
        self.restarts.append(one)
        self.wording.restarted(one)

    def _hear(self, one: Happening) -> None:
        """An opinion: it answers the oldest question that had been delivered by its day."""
        sent = self.outstanding["consultation_sent"]
        if not sent:
            raise self._unasked(one)
        answered = next((question for question in sent if question.delivery <= one.on), None)
        if answered is None:
            raise Refusal(
                f"{DATE_LABELS[one.kind]}{one.on}早于征求意见书送达日期{sent[0].delivery}，"
                "请核对这两个日期。"
            )
        self._close_span(one.on)
        sent.remove(answered)
        left = None if self.waits else self.period - self.used
        self.wording.heard(one, left, self.lapsed)

    def _unasked(self, one: Happening) -> Refusal:
        question = QUESTION_OF[one.kind]
        label, asked = DATE_LABELS[one.kind], DATE_LABELS[question]
        first = self._first.get(question)
        if first is not None and first > one.on:
            return Refusal(f"{label}{one.on}早于{asked}{first}，请核对这两个日期。")
        return Refusal(f"有{label}{one.on}，但没有与它对应的{asked}，请补上或者更正。")

    def _extend(self, one: Happening) -> None:
        limit = self.law.extension
        if self.extension is not None:
            raise Refusal(
                f"答复期限只能延长一次，{self.extension.on}已经告知延期，{one.on}的延期不能计算。"
            )
        if one.workdays is None or not 1 <= one.workdays <= limit.number:
            told = "没有填" if one.workdays is None else f"填的是{one.workdays}"
            raise Refusal(
                f"延长工作日数应在1至{limit.number}之间，{told}，请更正（{limit.source}）。"
            )
        passed = self.lapsed
        if self.waits is None and passed is None and self._passed(one.on):
            passed = self.due_of(self.period)
        if passed is not None:
            raise Refusal(
                f"延期告知日期{one.on}晚于到期日{passed}，期限届满以后不能再延长，请核对日期。"
            )
        self.extension = one
        self.wording.extended(one)

    def _passed(self, on: date) -> bool:
        """Whether the due date of a counting clock lies before a day.

        Where the year of the due date is not known it counts up to that day only.
        """
        try:
            return self.due_of(self.period) < on
        except CalendarMissing:
            if self.unknown is not None or self.period == self.used:
                raise
            return self.calendar.between(self.since, on - _ONE_DAY) >= self.period - self.used

    def due_of(self, period: int) -> date:
        """The last day of a period for a clock that is counting.

        With nothing left of it: the working day on which the opinion comes, or the next one.
        Raises CalendarMissing where it ends in a year without a holiday notice.
        """
        if self.unknown is not None:
            raise self.unknown
        left = period - self.used
        if left > 0:
            return self.calendar.after(self.since, left)
        return self.calendar.on_or_after(self.since)

    def dues(self) -> tuple[date | None, date | None]:
        """The due date, and the one without the extension: always that many working days less.

        An opinion may be asked for while the extension is already running: then the whole
        period counts, and the second date is stepped back from the first.
        """
        if self.waits is not None:
            return None, None
        basic_period = self.law.reply.number
        if self.lapsed is None and (basic_period > self.used or not self.extra):
            basic = self.due_of(basic_period)
            return self.calendar.after(basic, self.extra), basic
        due = self.lapsed or self.due_of(self.period)
        return due, _before(self.calendar, due, self.extra)

    def close(self, due: date | None) -> None:
        """Note the state that the clock is in after everything that has happened."""
        if self.waits is not None:
            self.spans.append(self._waiting(None))
        elif self.lapsed is not None:
            self.spans.append(Span("overdue", self.since, None, self.period))
        else:
            self.spans.append(Span("counting", self.since, due, self.used))

    def _waiting(self, until: date | None) -> Span:
        return Span("waiting", self.since, until, self.used, self.waiting_for)

    def _close_span(self, on: date) -> None:
        """Note the days of the state that ends with this day."""
        if on <= self.since:
            return
        if self.waits is not None:
            self.spans.append(self._waiting(on))
        elif self.lapsed is None:
            self.spans.append(Span("counting", self.since, on, self.used))
        else:
            if self.lapsed > self.since:
                self.spans.append(Span("counting", self.since, self.lapsed, self.used))
            self.spans.append(Span("overdue", max(self.since, self.lapsed), on, self.period))
        self.since = on


def _before(calendar: WorkingDays, day: date, workdays: int) -> date:
    """The working day from which a working day is the `workdays`-th one."""
    for _ in range(workdays):
        day -= _ONE_DAY
        while not calendar.counts(day):
            day -= _ONE_DAY
    return day
