"""A figure beside last year's: the difference, and its percentage."""

from decimal import Decimal

import pytest

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.differences import difference, percent, signed_difference


@pytest.mark.parametrize(
    ("now", "before", "signed", "share"),
    [
        (5, 3, "+2", "+66.7%"),
        (3, 5, "-2", "-40%"),
        (4, 4, "0", "0%"),
        (0, 4, "-4", "-100%"),
        (7, 0, "+7", "—"),
        (0, 0, "0", "—"),
        (2001, 2000, "+1", "+0.1%"),  # halves up
        (Decimal("4166.25"), Decimal("18651.5"), "-14485.25", "-77.7%"),
        (3, -2, "+5", "+250%"),  # a change that was a decrease
    ],
)
def test_differences_and_percentages(now: Figure, before: Figure, signed: str, share: str) -> None:
    assert signed_difference(now, before) == signed
    assert difference(now, before) == Decimal(now) - Decimal(before)
    assert percent(now, before) == share
