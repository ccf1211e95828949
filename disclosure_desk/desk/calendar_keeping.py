"""Keeps and forgets the user's own holiday notices, and lets the open office follow."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from disclosure_desk.commands.done import Done
from disclosure_desk.faults import Fault
from disclosure_desk.rules.calendars import shipped_notices, working_days
from disclosure_desk.rules.clock_steps import short_days
from disclosure_desk.rules.holiday_notice import read_notice
from disclosure_desk.rules.working_days import DayKind, HolidayNotice, WorkingDays
from disclosure_desk.storage.own_calendars import (
    calendar_in_use,
    forget_notice,
    keep_notice,
    own_notices,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CALENDAR = "calendar"
"""What `Desk.changed` names when the working days are others than before."""


def keep(session: "Session | None", text: str) -> Done:
    """Keep the notice that a text is; an open office takes the new days in the same step.

    Raises Refusal or Fault with nothing kept.
    """
    notice = read_notice(text)
    done = _followed(session, calendar_known(), calendar_with(notice), "导入放假安排")
    # Last: what is refused here takes the office's step back as well.
    keep_notice(text)
    return done


def forget(session: "Session | None", year: int) -> Done:
    """Take the user's own notices of a year away again."""
    done = _followed(session, calendar_known(), calendar_without(year), "删除放假安排")
    forget_notice(year)
    return done


def _followed(
    session: "Session | None", before: WorkingDays, after: WorkingDays, step: str
) -> Done:
    """The one place where an open office hears that its calendar is another."""
    done = None
    if session is not None:
        from disclosure_desk.commands.calendar_change import calendar_changed

        done = calendar_changed(session, before, after)
    if done is None:
        done = Done(step, frozenset())
    return replace(done, kinds=done.kinds | {CALENDAR})


def calendar_known() -> WorkingDays:
    """The calendar in use; without the own notices when one of them is damaged."""
    try:
        return calendar_in_use()
    except Fault:
        return working_days()


def calendar_with(notice: HolidayNotice) -> WorkingDays:
    """The calendar as it would be with a notice kept. Raises Refusal where it does not fit.

    CalendarMissing, which is one too, for an amending notice whose year has no notice yet.
    """
    calendar = working_days([*(one for one in _own() if not _gives_way(one, notice)), notice])
    calendar.exchanged(notice.year)
    return calendar


def calendar_without(year: int) -> WorkingDays:
    """The calendar as it would be without the own notices of a year."""
    return working_days([one for one in _own() if one.year != year])


def _own() -> tuple[HolidayNotice, ...]:
    """The own notices; none when one is damaged: importing it again mends that."""
    try:
        return own_notices()
    except Fault:
        return ()


def _gives_way(kept: HolidayNotice, notice: HolidayNotice) -> bool:
    """Whether a kept notice is replaced: of the same year or, amending, on the same festivals."""
    if (kept.year, kept.amends) != (notice.year, notice.amends):
        return False
    return not kept.amends or _festivals(kept) == _festivals(notice)


def _festivals(notice: HolidayNotice) -> set[str]:
    return {one.name for one in notice.breaks} | {one.name for one in notice.extensions}


def notices_of(year: int) -> list[tuple[HolidayNotice, bool]]:
    """The notices that make the calendar of a year, and whether each is the user's own."""
    found = [
        (one, is_own)
        for notices, is_own in ((shipped_notices(), False), (_own(), True))
        for one in notices
        if one.year == year
    ]
    yearly = [pair for pair in found if not pair[0].amends]
    return [*yearly[-1:], *(pair for pair in found if pair[0].amends)]


def breaks_told(notice: HolidayNotice) -> list[tuple[str, str, str, str]]:
    """Festival, days off, how many, and the days worked, as the notice gives them."""
    lines = [
        (
            one.name,
            short_days(one.days()),
            f"{len(one.days())}天",
            "、".join(f"{day.month}月{day.day}日" for day in one.worked) or "—",
        )
        for one in notice.breaks
    ]
    for one in notice.extensions:
        lines.append((one.name, f"延长至{one.until.month}月{one.until.day}日", "—", "—"))
    return lines


def changes_told(notice: HolidayNotice, before: WorkingDays, after: WorkingDays) -> str:
    """What a notice changes: a new year as a whole, or the days that become others."""
    if notice.year not in before.years:
        off, worked = after.exchanged(notice.year)
        return (
            f"{notice.year}年现在还没有放假安排。导入后，{len(off)}个周一至周五放假，"
            f"{len(worked)}个周末上班。"
        )
    changed = []
    day = date(notice.year - 1, 12, 1)
    while day.year <= notice.year:
        if day.year in before.years and _kind(before, day) != _kind(after, day):
            was, becomes = _kind(before, day).value, _kind(after, day).value
            changed.append(f"{day}　{was} → {becomes}")
        day += timedelta(days=1)
    if not changed:
        return f"与现在使用的{notice.year}年放假安排完全一样。"
    head = f"{notice.year}年已有放假安排，导入后有{len(changed)}天不同："
    return "\n".join([head, *changed])


def _kind(calendar: WorkingDays, day: date) -> DayKind:
    return calendar.day(day).kind
