"""Which days are working days (工作日), and why: the yearly holiday notices, laid over the week."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from disclosure_desk.faults import Refusal

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or Sunday, whatever a notice makes of it."""
    return day.weekday() >= _SATURDAY


class CalendarMissing(Refusal):
    """A day of a year whose holiday notice is not known: nothing may be counted over it."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"{year}年的放假安排还没有录入，不能推算这一年的工作日；"
            f"请导入国务院办公厅关于{year}年部分节假日安排的通知。"
        )
        self.year = year


class DayKind(Enum):
    """What a day is to the statutory clock."""

    WORKING = "工作日"
    WEEKEND = "周末"
    HOLIDAY = "放假"
    MAKE_UP = "调休上班"

    @property
    def counts(self) -> bool:
        """Whether a day of this kind is a working day."""
        return self in (DayKind.WORKING, DayKind.MAKE_UP)


@dataclass(frozen=True, slots=True)
class Break:
    """One festival of a notice: the days off from `first` to `last` inclusive, and those worked.

    `worked` are the Saturdays and Sundays on which everybody works in exchange.
    """

    name: str
    first: date
    last: date
    worked: tuple[date, ...] = ()

    def days(self) -> tuple[date, ...]:
        """Every day off, weekends among them."""
        return tuple(
            self.first + timedelta(days=number)
            for number in range((self.last - self.first).days + 1)
        )


@dataclass(frozen=True, slots=True)
class Extension:
    """A festival's days off drawn out until a day, inclusive (春节 of 2020).

    The notice names no first day: it stands in the notice of the year. Days that were to be
    worked and now lie within the longer break are off.
    """

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """A notice of the State Council's General Office (国务院办公厅) on the holidays of a year.

    It may touch the December before. One that amends takes the place of the breaks of the same
    name in the notice of its year, and adds those that are new (2015, 2019 and 2020).
    """

    year: int
    breaks: tuple[Break, ...]
    number: str = ""
    title: str = ""
    amends: bool = False
    issued: date | None = None
    extensions: tuple[Extension, ...] = ()

    @property
    def source(self) -> str:
        """How a date's explanation names the notice."""
        return self.number or self.title or f"{self.year}年节假日安排通知"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with what it is to the clock, its festival, and the notice that says so."""

    date: date
    kind: DayKind
    festival: str = ""
    source: str = ""


_SourcedBreak = tuple[Break, str]


class WorkingDays:
    """The working days of all years whose notice is known; every other year is refused."""

    def __init__(self, notices: Iterable[HolidayNotice]) -> None:
        """Of two notices of a year the later one given stands; amending ones are laid over it.

        Raises Refusal for an amending notice that does not fit the notice of its year. One of
        a year whose own notice is not known waits for it, without effect.
        """
        told = tuple(notices)
        yearly = {notice.year: notice for notice in told if not notice.amends}
        amending = [notice for notice in told if notice.amends and notice.year in yearly]
        amending.sort(key=lambda notice: notice.issued or date.min)
        self._years = frozenset(yearly)
        self._special: dict[date, CalendarDay] = {}
        self._by_year: dict[int, list[int]] = {}
        for year in sorted(yearly):
            breaks = [(one, yearly[year].source) for one in yearly[year].breaks]
            for notice in amending:
                if notice.year == year:
                    breaks = _amended(breaks, notice)
            self._lay(breaks)

    @classmethod
    def exchanging(cls, days: Mapping[int, Iterable[date]]) -> "WorkingDays":
        """The calendar of these years by nothing but the days that `exchanged` tells of them."""
        made = cls(HolidayNotice(year, ()) for year in days)
        for day in (day for told in days.values() for day in told):
            kind = DayKind.MAKE_UP if is_weekend(day) else DayKind.HOLIDAY
            made._special[day] = CalendarDay(day, kind)
        return made

    def _lay(self, breaks: Iterable[_SourcedBreak]) -> None:
        for one, source in breaks:
            for kind, days in ((DayKind.HOLIDAY, one.days()), (DayKind.MAKE_UP, one.worked)):
                self._special |= {day: CalendarDay(day, kind, one.name, source) for day in days}

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose notice is known, in order."""
        return tuple(sorted(self._years))

    def day(self, day: date) -> CalendarDay:
        """What a day is. Raises CalendarMissing for a day of a year without a notice."""
        if day.year not in self._years:
            raise CalendarMissing(day.year)
        special = self._special.get(day)
        if special is not None:
            return special
        return CalendarDay(day, DayKind.WEEKEND if is_weekend(day) else DayKind.WORKING)

    def counts(self, day: date) -> bool:
        """Whether a day is a working day."""
        return self.day(day).kind.counts

    def on_or_after(self, day: date) -> date:
        """The day itself if it is a working day, else the first working day after it."""
        while not self.counts(day):
            day += _ONE_DAY
        return day

    def after(self, day: date, workdays: int) -> date:
        """The `workdays`-th working day after a day, which is not counted itself."""
        while workdays > 0:
            following = day + _ONE_DAY
            working = self._working(following.year)
            place = bisect_left(working, following.toordinal()) + workdays - 1
            if place < len(working):
                return date.fromordinal(working[place])
            workdays = place - len(working) + 1
            day = date(following.year, 12, 31)
        return day

    def between(self, after: date, until: date) -> int:
        """How many working days lie after one day and until another, that one included."""
        if until <= after:
            return 0
        first = after + _ONE_DAY
        return sum(
            bisect_right(working, until.toordinal()) - bisect_left(working, first.toordinal())
            for working in map(self._working, range(first.year, until.year + 1))
        )

    def _working(self, year: int) -> list[int]:
        """The working days of a year as ordinals, in order; worked out on first asking."""
        if year not in self._by_year:
            january = date(year, 1, 1)
            days = (january + timedelta(days=n) for n in range(366))
            self._by_year[year] = [
                day.toordinal() for day in days if day.year == year and self.counts(day)
            ]
        return self._by_year[year]

    def exchanged(self, year: int) -> tuple[list[date], list[date]]:
        """The weekdays off and the weekend days worked of a year, each in order.

        Raises CalendarMissing for a year without a notice.
        """
        if year not in self._years:
            raise CalendarMissing(year)
        special = sorted(one.date for one in self._special.values() if one.date.year == year)
        rest = [day for day in special if not is_weekend(day) and not self.counts(day)]
        work = [day for day in special if is_weekend(day) and self.counts(day)]
        return rest, work


def _amended(breaks: list[_SourcedBreak], notice: HolidayNotice) -> list[_SourcedBreak]:
    """The breaks of a year after an amending notice, which come last and so prevail."""
    for one in notice.breaks:
        breaks = _without(breaks, one.name, notice)
    breaks = breaks + [(one, notice.source) for one in notice.breaks]
    for extension in notice.extensions:
        breaks = _extended(breaks, extension, notice)
    return breaks


def _without(breaks: list[_SourcedBreak], name: str, notice: HolidayNotice) -> list[_SourcedBreak]:
    """The breaks but for those of a festival, or of festivals taken together (国庆节、中秋节)."""
    named = set(name.split("、"))
    for one, _ in breaks:
        together = set(one.name.split("、"))
        if together & named and not together <= named:
            raise Refusal(
                f"{notice.source}只调整“{name}”，而{notice.year}年的放假安排里“{one.name}”"
                f"是合并放假的，不能只换其中一个；请导入重新公布的{notice.year}年放假安排。"
            )
    return [(one, source) for one, source in breaks if not set(one.name.split("、")) <= named]


def _extended(
    breaks: list[_SourcedBreak], extension: Extension, notice: HolidayNotice
) -> list[_SourcedBreak]:
    """The breaks with one drawn out; what is added to it comes from the amending notice."""
    same = [one for one, _ in breaks if extension.name in one.name.split("、")]
    if not same or extension.until < max(one.last for one in same):
        raise Refusal(
            f"{notice.source}把“{extension.name}”假期延长到{extension.until:%Y-%m-%d}，"
            f"与{notice.year}年的放假安排对不上；请核对两份通知。"
        )
    first, last = min(one.first for one in same), max(one.last for one in same)

    def still_worked(one: Break) -> Break:
        worked = tuple(day for day in one.worked if not first <= day <= extension.until)
        return replace(one, worked=worked)

    kept = [(still_worked(one), source) for one, source in breaks]
    if extension.until == last:
        return kept
    added = Break(extension.name, last + _ONE_DAY, extension.until)
    return [*kept, (added, notice.source)]
