"""The clock said once more: one walk over the days, ticking counters, no sums.

It shares no line with the program's own clock but the holiday calendar. It answers None for
what the clock must refuse.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from disclosure_desk.rules.happenings import Happening
from disclosure_desk.rules.working_days import WorkingDays

ONE_DAY = timedelta(days=1)
NEW_LAW = date(2019, 5, 15)
MORNING = ("correction_asked", "fee_notice", "consultation_sent")


@dataclass
class Told:
    """What the plain clock says."""

    due: date | None = None
    basic_due: date | None = None
    correction_notice_due: date | None = None
    third_party_due: date | None = None
    fee_due: date | None = None
    waiting: bool = False
    lapsed_on: date | None = None


@dataclass
class Walk:
    """The counters of one walk."""

    full: int
    longest_extension: int
    extension: int = 0
    ticks: int = 0
    corrections: list[Happening] = field(default_factory=list)
    fees: list[Happening] = field(default_factory=list)
    consultations: list[Happening] = field(default_factory=list)
    reached: date | None = None  # the day on which the last tick of the period fell
    frozen: date | None = None  # that day, once a question came after it
    lapsed_on: date | None = None
    wants_working_day: bool = False  # all ticks used before an opinion came

    def resting(self) -> bool:
        return bool(self.corrections or self.fees or self.consultations)


class Impossible(Exception):  # noqa: N818  # a word of the law, no malfunction
    """What the program must refuse."""


def plain_clock(
    received: date, happenings: Sequence[Happening], calendar: WorkingDays
) -> Told | None:
    """Walk from receipt until the last event is past and the period is used up."""
    new = received >= NEW_LAW
    walk = Walk(full=20, longest_extension=20) if new else Walk(full=15, longest_extension=15)
    if any(one.on < received for one in happenings):
        return None
    last_event = max((one.on for one in happenings), default=received)
    told = Told()
    day = received
    try:
        while True:
            if day > received:
                tick(walk, day, calendar)
            for one in of_day(happenings, day):
                take(walk, one, calendar)
            if day >= last_event and (walk.resting() or walk.reached or walk.frozen):
                break
            day += ONE_DAY
    except Impossible:
        return None
    told.waiting, told.lapsed_on = walk.resting(), walk.lapsed_on
    if not told.waiting:
        told.due = walk.frozen or walk.reached
        assert told.due is not None
        told.basic_due = back(told.due, walk.extension, calendar)
    if new:
        told.correction_notice_due = forward(received, 7, calendar)
        sent = [one for one in in_order(happenings) if one.kind == "consultation_sent"]
        if sent:
            told.third_party_due = forward(sent[-1].delivered_on or sent[-1].on, 15, calendar)
        told.fee_due = payment_day(happenings, calendar)
    return told


def tick(walk: Walk, day: date, calendar: WorkingDays) -> None:
    """One more day; it counts if the clock ran when it began."""
    if walk.resting() or walk.frozen or walk.reached:
        return
    if not calendar.counts(day):
        return
    if walk.wants_working_day:
        walk.reached = day
        return
    walk.ticks += 1
    if walk.ticks == walk.full + walk.extension:
        walk.reached = day


def take(walk: Walk, one: Happening, calendar: WorkingDays) -> None:
    """What happens on a day, after the day itself was counted."""
    if one.kind == "extension":
        extend(walk, one)
    elif one.kind in MORNING:
        ask(walk, one)
    elif one.kind == "consultation_received":
        hear(walk, one, calendar)
    elif one.kind == "correction_received":
        restart(walk, walk.corrections, one)
    elif one.kind == "fee_paid":
        restart(walk, walk.fees, one)


def extend(walk: Walk, one: Happening) -> None:
    if walk.extension or one.workdays is None:
        raise Impossible
    if one.workdays < 1 or one.workdays > walk.longest_extension:
        raise Impossible
    if walk.frozen or (walk.reached and walk.reached < one.on):
        raise Impossible
    walk.extension = one.workdays
    walk.reached, walk.wants_working_day = None, False


def ask(walk: Walk, one: Happening) -> None:
    if one.delivered_on is not None and one.delivered_on < one.on:
        raise Impossible
    if walk.reached and walk.reached < one.on and not walk.frozen:
        walk.frozen = walk.lapsed_on = walk.reached
    elif walk.reached == one.on:  # sent on the very last day: nothing is left afterwards
        walk.reached, walk.wants_working_day = None, True
    places = {
        "correction_asked": walk.corrections,
        "fee_notice": walk.fees,
        "consultation_sent": walk.consultations,
    }
    places[one.kind].append(one)


def hear(walk: Walk, one: Happening, calendar: WorkingDays) -> None:
    for sent in walk.consultations:
        if (sent.delivered_on or sent.on) <= one.on:
            walk.consultations.remove(sent)
            break
    else:
        raise Impossible
    if walk.wants_working_day and not walk.resting() and calendar.counts(one.on):
        walk.reached = one.on


def restart(walk: Walk, asked: list[Happening], one: Happening) -> None:
    if not asked:
        raise Impossible
    before = [question for question in asked if question.on < one.on]
    for question in before or list(asked):
        asked.remove(question)
    walk.ticks, walk.reached, walk.frozen, walk.wants_working_day = 0, None, None, False


def of_day(happenings: Sequence[Happening], day: date) -> list[Happening]:
    return [one for one in in_order(happenings) if one.on == day]


def in_order(happenings: Sequence[Happening]) -> list[Happening]:
    """By day; of one day a question before its answer, corrections first, extensions last."""
    order = [
        "correction_asked",
        "correction_received",
        "fee_notice",
        "fee_paid",
        "consultation_sent",
        "consultation_received",
        "extension",
    ]
    return sorted(happenings, key=lambda one: (one.on, order.index(one.kind)))


def forward(day: date, workdays: int, calendar: WorkingDays) -> date:
    while workdays:
        day += ONE_DAY
        if calendar.counts(day):
            workdays -= 1
    return day


def back(day: date, workdays: int, calendar: WorkingDays) -> date:
    while workdays:
        day -= ONE_DAY
        if calendar.counts(day):
            workdays -= 1
    return day


def payment_day(happenings: Sequence[Happening], calendar: WorkingDays) -> date | None:
    notices = [one for one in in_order(happenings) if one.kind == "fee_notice"]
    if not notices:
        return None
    day = notices[-1].on
    for _ in range(30):
        day += ONE_DAY
    while not calendar.counts(day):
        day += ONE_DAY
    return day
