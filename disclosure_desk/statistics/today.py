"""What is to be done today: due dates, waiting requests, late items, gaps in the log."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.records.confirmation import CLOSED_YEAR, RETURNED, WAITING
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.agenda import CONFIRMING, Agenda, AgendaGroup, AgendaItem
from disclosure_desk.statistics.open_requests import OpenRequest, open_requests
from disclosure_desk.statistics.register_gaps import (
    entries_missing,
    late_publications,
    unfinished_records,
)
from disclosure_desk.statistics.retained import number_past
from disclosure_desk.storage.confirmations import Waiting, waiting
from disclosure_desk.storage.drafts import every_draft

_NOTICE_REMINDER = 3  # working days before the last day of a correction notice
_LONGEST_TITLE = 40
_MOST_CONFIRMED = 200  # a whole ledger may have been taken in
_TITLES = {
    "overdue": "已经逾期",
    "due_1": "1个工作日内到期",
    "due_3": "3个工作日内到期",
    "due_5": "5个工作日内到期",
    "correction_notice": "补正告知将到期",
    "waiting": "等待补正、意见或缴费",
    "returned": "复核退回，要修改的",
    CONFIRMING: "待复核",
    "publication": "形成满20个工作日还没有公开",
    "silence": "没有登记的月份",
    "unfinished": "没有填完的记录",
    "wanting": "待补的草稿",
    "calendar": "节假日安排还没有录入",
    "retention": "个人信息超过保存期限",
}
_DUE_WITHIN = ((1, "due_1"), (3, "due_3"), (5, "due_5"))


def agenda(session: Session, calendar: WorkingDays, today: date) -> Agenda:
    """What is to be done on a day, from the dated events up to now."""
    waiting = open_requests(session, calendar)
    found: dict[str, list[AgendaItem]] = {slug: [] for slug in _TITLES}
    for request in waiting:
        for slug, item in _of_request(request, calendar, today):
            found[slug].append(item)
    found["publication"] = list(_late_items(session, calendar, today))
    found["silence"] = [
        AgendaItem(gap.kind, None, "", gap.title, None, None, gap.text)
        for gap in entries_missing(session, today)
    ]
    found["unfinished"] = [
        AgendaItem(one.kind, one.id, one.number, _short(one.title), None, None, one.text)
        for one in unfinished_records(session, today)
    ]
    found["wanting"] = [
        AgendaItem(
            "draft", None, "", _short(one.name or "（还没有名称）"), None, None, one.reasons[0]
        )
        for one in every_draft(session)
        if one.is_wanting
    ]
    found["calendar"] += _missing_years(waiting, calendar, today)
    if past := number_past(session, today):
        title, where = f"{past:,}件申请的个人信息超过保存期限", "在“设置—个人信息”里查看、清除"
        found["retention"] = [AgendaItem("privacy", None, "", title, None, None, where)]
    for slug, item in _confirmations(session):
        found[slug].append(item)
    groups = tuple(
        AgendaGroup(slug, title, tuple(sorted(found[slug], key=_by_date)))
        for slug, title in _TITLES.items()
        if found[slug]
    )
    dues = [one.due for one in waiting if one.due is not None and one.due >= today]
    return Agenda(today, groups, min(dues, default=None))


def _by_date(item: AgendaItem) -> tuple[date, str]:
    return item.due or date.max, item.number


def workdays(calendar: WorkingDays, after: date, until: date) -> int:
    """Working days after one day and until another; negative when that one is the earlier.

    Days of years without a notice are left out of the count: there are at least so many.
    """
    if until < after:
        return -workdays(calendar, until, after)
    return sum(
        calendar.between(max(after, date(year - 1, 12, 31)), min(until, date(year, 12, 31)))
        for year in calendar.years
        if after.year <= year <= until.year
    )


def _is_known(calendar: WorkingDays, first: date, last: date) -> bool:
    """Whether every year between two days has its notice."""
    return set(range(first.year, last.year + 1)) <= set(calendar.years)


# ---------------------------------------------------------------------------- requests


def _of_request(
    request: OpenRequest, calendar: WorkingDays, today: date
) -> Iterator[tuple[str, AgendaItem]]:
    if request.due is not None:
        left = workdays(calendar, today, request.due)
        if slug := _when_due(request.due, today, left):
            text = _due_text(request.due, today, left, calendar)
            yield slug, _item(request, request.due, left, text)
    if request.clock.waiting_for is not None and request.due is None:
        until, text = _waiting(request)
        rest = None if until is None else workdays(calendar, today, until)
        late = until is not None and until < today
        yield "waiting", _item(request, until, rest, text, urgent=late)
    notice_due = request.clock.correction_notice_due
    if notice_due is not None and _is_untouched(request) and today <= notice_due:
        left = workdays(calendar, today, notice_due)
        if left <= _NOTICE_REMINDER:
            text = f"内容不明确要补正的，最迟{notice_due}告知申请人"
            yield "correction_notice", _item(request, notice_due, left, text)


def _is_untouched(request: OpenRequest) -> bool:
    """Whether nothing has been done yet but hand out a receipt or fill in a form."""
    return all(event.kind == "letter" for event in request.events)


def _when_due(due: date, today: date, left: int) -> str | None:
    if due < today:
        return "overdue"
    return next((slug for days, slug in _DUE_WITHIN if left <= days), None)


def _due_text(due: date, today: date, left: int, calendar: WorkingDays) -> str:
    if due >= today:
        return f"期限{due}，今天到期" if left == 0 else f"期限{due}，还有{left}个工作日"
    if left == 0:
        return f"期限{due}，已经逾期"
    at_least = "" if _is_known(calendar, due, today) else "至少"
    return f"期限{due}，已超过{at_least}{-left}个工作日"


def _waiting(request: OpenRequest) -> tuple[date | None, str]:
    """Until when somebody else has time, and what to do then."""
    clock, latest = request.clock, request.latest
    if clock.waiting_for == "correction":
        until = latest["correction_asked"].answer_by
        if until is None:
            return None, "等申请人补正；补正告知里没有登记补正期限"
        return until, f"等申请人补正，期限{until}；逾期不补正的可以办结"
    if clock.waiting_for == "fee":
        until = clock.fee_due
        return until, f"等申请人缴费，期限{until}；逾期未缴的可以办结" if until else "等申请人缴费"
    until = clock.third_party_due
    text = "等第三方或其他机关的意见"
    return until, f"{text}，期限{until}；逾期的由本机关决定" if until else text


def _item(
    request: OpenRequest,
    due: date | None,
    left: int | None,
    text: str,
    *,
    urgent: bool | None = None,
) -> AgendaItem:
    late = due is not None and left is not None and left < 1
    title = " ".join(filter(None, (request.applicant, request.content)))
    pressing = late if urgent is None else urgent
    return AgendaItem(
        "request", request.id, request.number, _short(title), due, left, text, pressing
    )


def _late_items(session: Session, calendar: WorkingDays, today: date) -> Iterator[AgendaItem]:
    for item in late_publications(session, calendar, today):
        late = workdays(calendar, item.due, today)
        text = f"{item.made_on}形成，应在{item.due}前公开"
        title = _short(item.title)
        yield AgendaItem("publication", item.id, item.number, title, item.due, -late, text, True)


def _short(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


# ---------------------------------------------------------------------------- confirming


def _confirmations(session: Session) -> Iterator[tuple[str, AgendaItem]]:
    """What waits for a second person, and what was returned to who typed it, the oldest first."""
    found = waiting(session)
    for state, slug in ((RETURNED, "returned"), (WAITING, CONFIRMING)):
        some = [one for one in found if one.state == state]
        for one in some[:_MOST_CONFIRMED]:
            yield slug, _to_confirm(one, rest=len(some) - _MOST_CONFIRMED)


def _to_confirm(one: Waiting, *, rest: int) -> AgendaItem:
    what = {"request": "办结", "publication": "公开"}.get(one.kind, "签发")
    text = f"{one.ended_on}{what}"
    if one.state == RETURNED:
        text = f"{text}，退回原因：{one.note}"
    elif rest > 0:
        text = f"{text}；另有{rest:,}件没有列出"
    is_year = one.kind == CLOSED_YEAR
    number = f"{one.number}年度" if is_year else one.number
    title = "年度统计表" if is_year else _short(one.title)
    return AgendaItem(one.kind, one.record_id, number, title, None, None, text)


# ---------------------------------------------------------------------------- the calendar


def _missing_years(
    requests: Iterable[OpenRequest], calendar: WorkingDays, today: date
) -> Iterator[AgendaItem]:
    asked: dict[int, list[str]] = {}
    for one in requests:
        if one.calendar_missing is not None:
            asked.setdefault(one.calendar_missing, []).append(one.number)
    if today.year not in calendar.years:
        asked.setdefault(today.year, [])
    for year, numbers in sorted(asked.items()):
        for_these = f"，{'、'.join(numbers[:3])}{'等' if len(numbers) > 3 else ''}的期限算不出来"
        text = f"请导入国务院办公厅关于{year}年部分节假日安排的通知"
        yield AgendaItem(
            "calendar", None, "", f"{year}年{for_these if numbers else ''}", None, None, text, True
        )
