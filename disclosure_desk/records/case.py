"""What the rules need to know of a request or a dispute, gathered beforehand: no session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from disclosure_desk.records.cards import Card
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.request import RequestEvent, dated
from disclosure_desk.records.request_clock import clock_of, is_open
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.happenings import DATE_LABELS
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays


@dataclass(frozen=True, slots=True)
class EarlierRequest:
    """Another request of the register, as far as it helps with this one."""

    id: int
    number: str
    received_on: date
    applicant_name: str | None = None
    content: str | None = None
    outcome: str | None = None
    finished_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterMade:
    """A letter made for the request; `outcome` is what a decision letter was written for."""

    kind: str
    number: str | None
    made_on: date
    outcome: str | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A step that the clock leaves out, and its reason in Chinese."""

    event: RequestEvent
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A request as it stands, or as it would stand after a change that is only proposed.

    `registering` while its receipt is being entered or changed; `entered_on` the day of entry,
    None where a ledger brought it. `recent` is how many requests the applicant made in the last
    days, this one included (how many days: R09). `repeated` is the request of the register that
    `repeats_number` names. Years before `oldest_open_year` are closed.
    """

    card: Card
    events: tuple[RequestEvent, ...]
    clock: Clock
    today: date
    calendar: WorkingDays
    oldest_open_year: int
    registering: bool = False
    entered_on: date | None = None
    recent: int = 0
    duplicates: tuple[EarlierRequest, ...] = ()
    repeated: EarlierRequest | None = None
    letters: tuple[LetterMade, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()

    @property
    def received_on(self) -> date | None:
        """The day of receipt; None while the form is empty there."""
        day = self.card.get("received_on")
        return day if isinstance(day, date) else None

    @property
    def ending(self) -> RequestEvent | None:
        """The ending that counts: the first dated one."""
        return next(iter(dated(self.events, *FINISHING)), None)

    @property
    def last_ending(self) -> RequestEvent | None:
        """The newest ending: after a reopening another than the one that counts."""
        return next(reversed(dated(self.events, *FINISHING)), None)

    @property
    def is_open(self) -> bool:
        """Whether it still wants an answer."""
        return is_open(self.events)

    @property
    def reopened_on(self) -> date | None:
        """When it was last taken up again."""
        return next((one.happened_on for one in reversed(dated(self.events, "reopening"))), None)

    @property
    def due_on(self) -> date | None:
        """By when an answer is due; of a question sent too late the day that had passed then."""
        return self.clock.answer_due

    def latest(self, kind: str, until: date) -> RequestEvent | None:
        """The newest step of a kind until a day, that day included."""
        found = [one for one in dated(self.events, kind) if _day(one) <= until]
        return found[-1] if found else None

    def after(self, day: date, workdays: int) -> date | None:
        """So many working days after a day; None in a year without holiday notice."""
        try:
            return self.calendar.after(day, workdays)
        except (CalendarMissing, OverflowError):
            return None

    def workdays_between(self, after: date, until: date) -> int | None:
        """How many working days lie after a day, until another; None where not known."""
        try:
            return self.calendar.between(after, until)
        except CalendarMissing:
            return None

    def is_rest_day(self, day: date) -> bool:
        """Whether a day is known to be no working day."""
        try:
            return not self.calendar.counts(day)
        except CalendarMissing:
            return False


def case_of(
    card: Card,
    events: Iterable[RequestEvent],
    *,
    today: date,
    calendar: WorkingDays,
    oldest_open_year: int | None = None,
    registering: bool = False,
    entered_on: date | None = None,
    recent: int = 0,
    duplicates: Sequence[EarlierRequest] = (),
    repeated: EarlierRequest | None = None,
    letters: Sequence[LetterMade] = (),
) -> Case:
    """The case of these facts, its clock run.

    Left out, the oldest open year is the last one: its report is written until the end of March.
    """
    told = tuple(events)
    received = card.get("received_on")
    clock = clock_of(received, told, calendar) if isinstance(received, date) else Clock(law="")
    return Case(
        card=card,
        events=told,
        clock=clock,
        today=today,
        calendar=calendar,
        oldest_open_year=oldest_open_year or today.year - 1,
        registering=registering,
        entered_on=entered_on,
        recent=recent,
        duplicates=tuple(duplicates),
        repeated=repeated,
        letters=tuple(letters),
        misplaced=_misplaced(clock, card, told, calendar),
    )


def _misplaced(
    clock: Clock, card: Card, events: Sequence[RequestEvent], calendar: WorkingDays
) -> tuple[Misplaced, ...]:
    """Which step each problem of the clock speaks of: the one with which it first appears."""
    received = card.get("received_on")
    if not clock.law or not clock.problems or not isinstance(received, date):
        return ()
    places = {kind: place for place, kind in enumerate(DATE_LABELS)}
    moving = sorted(dated(events, *places), key=lambda one: (_day(one), places[one.kind]))
    found: list[Misplaced] = []
    for place, event in enumerate(moving, start=1):
        before = len(found)
        if len(clock_of(received, moving[:place], calendar).problems) > before:
            # The whole clock words it best: it knows a question that came too late.
            found.append(Misplaced(event, clock.problems[before]))
    return tuple(found)


def _day(event: RequestEvent) -> date:
    return event.happened_on or date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCase:
    """A dispute as it stands or would stand, the request it names, and its other disputes."""

    card: Card
    today: date
    request: EarlierRequest | None = None
    others: tuple[Card, ...] = ()

    def day(self, name: str) -> date | None:
        """A date of the card."""
        value = self.card.get(name)
        return value if isinstance(value, date) else None
