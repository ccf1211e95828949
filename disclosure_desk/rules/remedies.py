"""Until when an applicant may ask for reconsideration or sue, each with its steps.

Calendar days and months: the first day is not counted, and a last day that is no working day
moves to the next one. The values stand in resources/law/remedies.toml, most from memory.
Source: 行政复议法第二十条、第二十三条; 行政诉讼法第四十五条、第四十六条; 民事诉讼法第八十五条.
"""

import calendar as month_table
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from disclosure_desk.rules.happenings import Step
from disclosure_desk.rules.law import Provision, in_force, in_force_or_none
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays


@dataclass(frozen=True, slots=True)
class RemedyClock:
    """The last day for one remedy.

    `calendar_missing` names the year whose holidays are not known: `due` is then the last day
    as counted, which may still move to a later one.
    """

    remedy: str
    label: str
    due: date
    steps: tuple[Step, ...]
    source: str
    calendar_missing: int | None = None


def remedy_clocks(known_on: date, calendar: WorkingDays) -> tuple[RemedyClock, RemedyClock]:
    """Reconsideration and a direct lawsuit against what became known on a day.

    That is the day on which the decision was received or, where none came, the due date of the
    reply. Whether reconsideration must come first is told by `reconsideration_first`. Raises
    Refusal for a day before these laws or in the year 9999.
    """
    return (
        _clock("reconsideration", "申请行政复议", "reconsideration_days", known_on, calendar),
        _clock("lawsuit", "提起行政诉讼", "lawsuit_months", known_on, calendar),
    )


def lawsuit_after_reconsideration(received_on: date, calendar: WorkingDays) -> RemedyClock:
    """A lawsuit against a decision on reconsideration that was received on a day."""
    return _clock(
        "lawsuit_after_reconsideration",
        "不服行政复议决定提起行政诉讼",
        "lawsuit_after_reconsideration_days",
        received_on,
        calendar,
    )


def reconsideration_first(outcomes: Iterable[str], on: date) -> Provision | None:
    """The article under which reconsideration must come before a lawsuit, or None.

    For refusals to disclose since 2024-01-01; which of the 办理结果 refuse is told by the data.
    `outcomes` are their slugs, `on` the day of the decision.
    """
    refusing = in_force_or_none("remedies.refusing_outcomes", on)
    if refusing is None or set(refusing.text.split()).isdisjoint(outcomes):
        return None
    return in_force_or_none("remedies.reconsideration_first", on)


def _clock(
    remedy: str, label: str, name: str, known_on: date, calendar: WorkingDays
) -> RemedyClock:
    if known_on.year == MAXYEAR:  # there is no year after it
        raise CalendarMissing(MAXYEAR)
    term = in_force(f"remedies.{name}", known_on)
    last_day_rule = in_force("remedies.last_day", known_on)
    last_day = _after(known_on, term)
    steps = [
        Step(known_on, "知道行政行为之日，不计算在内", last_day_rule.source),
        Step(last_day, f"{label}的期限为{term.number}{term.unit}，到这一天", term.source),
    ]
    if term.note:
        steps.append(Step(last_day, term.note, term.source))
    missing = None
    due = last_day
    try:
        due = calendar.on_or_after(last_day)
    except CalendarMissing as year:
        missing = year.year
        steps.append(
            Step(last_day, f"{year}如遇节假日，顺延至其后的第一日。", last_day_rule.source)
        )
    if due != last_day:
        kind = calendar.day(last_day)
        why = f"{kind.festival}放假" if kind.festival else kind.kind.value
        steps.append(Step(due, f"最后一日遇{why}，顺延至这一天", last_day_rule.source))
    return RemedyClock(remedy, label, due, tuple(steps), term.source, missing)


def _after(day: date, term: Provision) -> date:
    """The last day of a term of days or months, the day itself not counted.

    A term of months ends on the day of the same number, or on the last of a shorter month.
    """
    if term.unit == "日":
        return day + timedelta(days=term.number)
    years, month = divmod(day.month - 1 + term.number, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, month_table.monthrange(year, month)[1]))
