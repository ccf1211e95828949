"""Which of many backups stay: the last few, and the newest of each hour, day, week and month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many hours, days, weeks and months with a backup the newest one stays.

    The `last` ones stay whenever they were made: that before an import is not to go because a
    year is closed in the same hour. Only hours (days, …) in which a backup was made count: an
    office that rests for a month finds all of them when it comes back.
    """

    last: int = 10
    hours: int = 24
    days: int = 14
    weeks: int = 8
    months: int = 24

    def keeps(self, made_at: Iterable[datetime]) -> set[datetime]:
        """Those of the times that stay; the newest always does."""
        newest_first = sorted(set(made_at), reverse=True)
        kept = set(newest_first[: max(1, self.last)])
        for period, number in self._periods():
            newest: dict[object, datetime] = {}
            for moment in newest_first:
                newest.setdefault(period(moment), moment)
            kept.update(list(newest.values())[:number])
        return kept

    def _periods(self) -> Iterable[tuple[Callable[[datetime], object], int]]:
        return (
            (lambda moment: (moment.date(), moment.hour), self.hours),
            (lambda moment: moment.date(), self.days),
            (lambda moment: moment.isocalendar()[:2], self.weeks),
            (lambda moment: (moment.year, moment.month), self.months),
        )
