"""The clocks of open requests for the register: by the calendar and the day of the asking."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.cards import Card
    from disclosure_desk.statistics.due_dates import RequestClocks


class DueClocks:
    """Asked behind the window; a calendar that was taken in meanwhile counts at once."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def told(self, session: "Session", ids: Collection[int]) -> "dict[int, Card]":
        return self._now().told(session, ids)

    def due_days(self, session: "Session") -> dict[int, date]:
        return self._now().due_days(session)

    def states(self, session: "Session") -> dict[int, frozenset[str]]:
        return self._now().states(session)

    def _now(self) -> "RequestClocks":
        from disclosure_desk.statistics.due_dates import RequestClocks
        from disclosure_desk.storage.own_calendars import calendar_in_use

        return RequestClocks(calendar_in_use(), self._today())
