"""The stretch of days that a table speaks of: a year, a quarter, a month, January to a month.

Offices send figures up by quarter and by month (南陵：每季度末报送), and some add the months up
from January (1—6月). Each is counted by the rules of the year, as of its own last day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure_desk.faults import Refusal

_QUARTERS = "一二三四"
_FORM = "应如 2025、2025Q3（第三季度）、2025-07（7月）或 2025-01/09（1—9月）。"
_YEARS = range(1950, 3000)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inclusive."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """The calendar year, 1 January to 31 December (国办公开办函〔2021〕30号)."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Whole months of a year, both inclusive."""
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "Period":
        """The first to fourth quarter of a year."""
        return cls.of_months(year, quarter * 3 - 2, quarter * 3)

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        """One month."""
        return cls.of_months(year, month, month)

    @classmethod
    def written(cls, text: str) -> "Period":
        """The period that a code names: 2025, 2025Q3, 2025-07, 2025-01/09.

        Raises Refusal for anything else.
        """
        found = re.fullmatch(r"(\d{4})(?:Q([1-4])|-(\d\d)(?:/(\d\d))?)?", text, re.ASCII)
        year = int(found[1]) if found else 0
        if found is None or year not in _YEARS:
            raise Refusal(f"“{text}”不是统计期间，{_FORM}")
        if found[2]:
            return cls.of_quarter(year, int(found[2]))
        first, last = int(found[3] or 1), int(found[4] or found[3] or 12)
        if not 1 <= first <= last <= 12 or (found[4] and first > 1):
            raise Refusal(f"“{text}”不是统计期间，{_FORM}")
        return cls.of_months(year, first, last)

    @property
    def year(self) -> int:
        """The year in which the period lies."""
        return self.first.year

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year, which alone has an official table."""
        return self == Period.of_year(self.year)

    @property
    def eve(self) -> date:
        """The last day before the period."""
        return self.first - timedelta(days=1)

    @property
    def quarter(self) -> int | None:
        """Which quarter it is, 1 to 4; None for any other stretch."""
        number = (self.last.month + 2) // 3
        return number if self == Period.of_quarter(self.year, number) else None

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month."""
        return self.first.month, self.last.month

    @property
    def code(self) -> str:
        """As `written` reads it."""
        first, last = self.months
        if self.is_year:
            return f"{self.year}"
        if self.quarter:
            return f"{self.year}Q{self.quarter}"
        return f"{self.year}-{first:02}" + (f"/{last:02}" if last > first else "")

    @property
    def words(self) -> str:
        """As titles of tables name it: 2025年, 2025年第三季度, 2025年7月, 2025年1—9月."""
        return f"{self.year}年{self.part}"

    @property
    def part(self) -> str:
        """Which part of its year it is, in words; nothing for the whole of it."""
        first, last = self.months
        if self.is_year:
            return ""
        if self.quarter:
            return f"第{_QUARTERS[self.quarter - 1]}季度"
        return f"{first}—{last}月" if last > first else f"{first}月"

    @property
    def year_before(self) -> "Period":
        """The same months of the year before (上年同期)."""
        return Period.of_months(self.year - 1, *self.months)

    @property
    def one_before(self) -> "Period":
        """The period that a table of the same kind told before: what it carried out comes in here.

        Before the first quarter lies the fourth of the year before; before January to a month,
        which begins anew every year, the whole year before.
        """
        if self.quarter:
            year, quarter = divmod(self.year * 4 + self.quarter - 2, 4)
            return Period.of_quarter(year, quarter + 1)
        if self.months[0] == self.months[1]:
            return Period.of_month(self.eve.year, self.eve.month)
        return Period.of_year(self.year - 1)
