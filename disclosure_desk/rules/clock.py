"""The statutory clock of a request: until when it must be answered, and every step of the sum.

The full period runs from the working day after receipt. It rests while a correction, an opinion
or a payment is outstanding; a correction or payment starts it afresh, an opinion lets it go on.
Source: 条例第三十条、第三十二条至第三十四条; 国办函〔2020〕109号第六条; 2007年条例第二十四条.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple, TypeVar

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.clock_steps import Wording
from disclosure_desk.rules.happenings import Happening, Span, Step
from disclosure_desk.rules.law import Law, law_on
from disclosure_desk.rules.running_clock import RunningClock
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays

__all__ = ["Clock", "Happening", "Span", "Step", "run_clock", "tolerant_clock"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the clock says; None for what does not apply or cannot be known yet.

    `waiting_for` is correction, fee or consultation. `lapsed_on` is the due date that had passed
    before a question was sent too late: an opinion does not move it any more, a correction or
    payment does by the letter of the law. Only tolerant_clock fills `problems`, leaves `law`
    empty (received before there was one) and names a year without holiday notice in
    `calendar_missing`.
    """

    law: str
    due: date | None = None
    basic_due: date | None = None
    correction_notice_due: date | None = None
    third_party_due: date | None = None
    fee_due: date | None = None
    waiting_for: str | None = None
    lapsed_on: date | None = None
    extension_workdays: int = 0
    steps: tuple[Step, ...] = ()
    spans: tuple[Span, ...] = ()
    restarts: tuple[Happening, ...] = ()
    problems: tuple[str, ...] = ()
    calendar_missing: int | None = None

    @property
    def answer_due(self) -> date | None:
        """By when an answer is or was due: a period that ran out stays so until a restart."""
        lapsed = self.lapsed_on
        if lapsed is not None and any(one.on > lapsed for one in self.restarts):
            lapsed = None
        return self.due or lapsed


def run_clock(received: date, happenings: Sequence[Happening], calendar: WorkingDays) -> Clock:
    """The clock of a request received on a day; the happenings may come in any order.

    Raises Refusal for what cannot be: an event before receipt, an answer without or before its
    question, an extension too long, too late or repeated; CalendarMissing, which is one too,
    for a due date in a year without a holiday notice.
    """
    return _clock(received, happenings, calendar, law_on(received), strict=True)


def tolerant_clock(received: date, happenings: Sequence[Happening], calendar: WorkingDays) -> Clock:
    """The same for records kept as they came: what cannot be is left out and told in `problems`."""
    try:
        law = law_on(received)
    except Refusal as refusal:
        step = Step(received, str(refusal), "")
        return Clock(law="", steps=(step,), problems=(str(refusal),))
    return _clock(received, happenings, calendar, law, strict=False)


class _Ends(NamedTuple):
    """The last days of the terms, None where none runs; and the first year without a notice."""

    due: date | None
    basic_due: date | None
    notice_due: date | None
    opinion_due: date | None
    fee_due: date | None
    missing: CalendarMissing | None


def _clock(
    received: date,
    happenings: Sequence[Happening],
    calendar: WorkingDays,
    law: Law,
    *,
    strict: bool,
) -> Clock:
    wording = Wording(law, received)
    run = RunningClock(received, calendar, law, wording)
    run.take_all(happenings, strict=strict)
    ends = _ends(run, strict=strict)
    run.close(ends.due)
    wording.limits(ends.notice_due, ends.opinion_due, ends.fee_due, run.latest)
    wording.ends(ends.due, ends.basic_due, run.extra)
    if run.waits is not None:
        wording.waits(run.waits)
    if ends.missing is not None:
        wording.missing(received, ends.missing)
    return Clock(
        law=law.code,
        due=ends.due,
        basic_due=ends.basic_due,
        correction_notice_due=ends.notice_due,
        third_party_due=ends.opinion_due,
        fee_due=ends.fee_due,
        waiting_for=run.waiting_for,
        lapsed_on=run.lapsed_on,
        extension_workdays=run.extra,
        steps=wording.steps(_still_counting(run), calendar),
        spans=tuple(run.spans),
        restarts=tuple(run.restarts),
        problems=tuple(run.problems),
        calendar_missing=ends.missing.year if ends.missing else None,
    )


def _ends(run: RunningClock, *, strict: bool) -> _Ends:
    """The days on which the terms end. Raises CalendarMissing where `strict`, else tells it."""
    missing: list[CalendarMissing] = []

    def known(reckon: Callable[[RunningClock], _T], otherwise: _T) -> _T:
        try:
            return reckon(run)
        except CalendarMissing as year:
            if strict:
                raise
            missing.append(year)
            return otherwise

    neither: tuple[date | None, date | None] = (None, None)
    due, basic_due = known(RunningClock.dues, neither)
    return _Ends(
        due,
        basic_due,
        known(_correction_notice_due, None),
        known(_opinion_due, None),
        known(_fee_due, None),
        missing[0] if missing else None,
    )


def _still_counting(run: RunningClock) -> list[Span]:
    """The counted stretches that no restart has wiped out."""
    start = run.restarts[-1].on if run.restarts else run.received
    return [span for span in run.spans if span.state == "counting" and span.after >= start]


def _correction_notice_due(run: RunningClock) -> date | None:
    term = run.law.correction_notice
    if term is None:
        return None
    if run.received.year == MAXYEAR:  # there is no day after the last one
        raise CalendarMissing(MAXYEAR)
    return run.calendar.after(run.received, term.number)


def _opinion_due(run: RunningClock) -> date | None:
    sent = run.latest.get("consultation_sent")
    if sent is None:
        return None
    term = run.law.third_party if sent.third_party else run.law.agency
    return None if term is None else run.calendar.after(sent.delivery, term.number)


def _fee_due(run: RunningClock) -> date | None:
    notice, term = run.latest.get("fee_notice"), run.law.payment_term
    if notice is None or term is None:
        return None
    return run.calendar.on_or_after(notice.on + timedelta(days=term.number))
