"""A figure beside that of the year before: the difference, and how many percent it is."""

from decimal import ROUND_HALF_UP, Decimal

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.printing import plain, shown

_TENTH = Decimal("0.1")
NO_PERCENT = "—"


def difference(now: Figure, before: Figure) -> Figure:
    """How much more there is now; negative for less."""
    return plain(Decimal(now) - Decimal(before))


def signed_difference(now: Figure, before: Figure) -> str:
    """The difference as tables print it: +3, -2, 0."""
    return shown(difference(now, before), signed=True)


def percent(now: Figure, before: Figure) -> str:
    """The difference in percent of the figure before, one place, halves up: +66.7%.

    Of a figure that was zero there is no percentage.
    """
    if not before:
        return NO_PERCENT
    share = Decimal(difference(now, before)) * 100 / abs(Decimal(before))
    return f"{shown(share.quantize(_TENTH, ROUND_HALF_UP), signed=True)}%"
