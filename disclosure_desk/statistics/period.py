"""The stretch of days that a table speaks of."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inclusive."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """The calendar year, 1 January to 31 December (国办公开办函〔2021〕30号)."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def eve(self) -> date:
        """The last day before the period."""
        return self.first - timedelta(days=1)
