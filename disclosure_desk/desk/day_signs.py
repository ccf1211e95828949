"""休 and 班 beside the dates of a form, by the calendar in use."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.faults import Fault
from disclosure_desk.rules.working_days import CalendarMissing, DayKind, WorkingDays

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SIGNS = {DayKind.HOLIDAY: "休", DayKind.WEEKEND: "休", DayKind.MAKE_UP: "班"}


def show_day_signs(desk: Desk, fields: Iterable[DateEdit]) -> None:
    """Let date fields tell days off and days worked in exchange, once the calendar is read."""
    edits = tuple(fields)
    if not edits:
        return
    owner = edits[0]

    def query(_session: "Session") -> WorkingDays | None:
        from disclosure_desk.storage.own_calendars import calendar_in_use

        with suppress(Fault):  # a calendar that cannot be read is told where due dates are
            return calendar_in_use()
        return None

    def show(calendar: WorkingDays | None) -> None:
        from shiboken6 import isValid

        if calendar is None or not isValid(owner):
            return
        for one in edits:
            one.show_signs(lambda day: day_sign(calendar, day))

    desk.look_up(query, succeeded=show)


def day_sign(calendar: WorkingDays, day: date) -> str:
    """休, 班 or nothing; a year without a notice has no signs, not even for its weekends."""
    try:
        return _SIGNS.get(calendar.day(day).kind, "")
    except CalendarMissing:
        return ""
