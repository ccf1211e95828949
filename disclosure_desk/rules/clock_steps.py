"""The sum of the clock in words, step by step, each with its article or holiday notice."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from disclosure_desk.rules.happenings import Happening, Span, Step
from disclosure_desk.rules.law import Law, Provision
from disclosure_desk.rules.working_days import (
    CalendarDay,
    CalendarMissing,
    DayKind,
    WorkingDays,
)
from disclosure_desk.rules.written_dates import chinese_date

_ONE_DAY = timedelta(days=1)
_QUESTIONS = {
    "correction_asked": "告知申请人补正",
    "fee_notice": "发出收费通知",
    "consultation_sent": "发出征求意见书",
}
_WAITS = {
    "correction_asked": "正在等待申请人补正，期限停止计算，收到补正后重新计算，现在没有到期日",
    "fee_notice": "正在等待申请人缴费，期限停止计算，缴费后重新计算，现在没有到期日",
    "consultation_sent": "正在征求意见，所需时间不计入期限，收到意见后接着计算，现在没有到期日",
}


def short_days(days: Sequence[date]) -> str:
    """Days of one month or two in short: 10月8日、9日; three or more in a row: 10月1日至7日."""
    first, last = days[0], days[-1]
    text = f"{first.month}月{first.day}日"
    if len(days) > 2 and (last - first).days == len(days) - 1:
        return f"{text}至{_continued(first, last)}"
    for before, day in pairwise(days):
        text += f"、{_continued(before, day)}"
    return text


def _continued(before: date, day: date) -> str:
    return f"{day.day}日" if before.month == day.month else f"{day.month}月{day.day}日"


class Wording:
    """Collects the steps of one clock."""

    def __init__(self, law: Law, received: date) -> None:
        self._law = law
        self._steps: list[Step] = []
        number = law.reply.number
        self._add(
            received,
            f"收到申请，应当在{number}个工作日内答复；当日不计，从次一工作日起算",
            law.reply.source,
        )

    def _add(self, day: date, text: str, source: str) -> None:
        self._steps.append(Step(day, text, source))

    def _source(self, kind: str) -> str:
        law = self._law
        rules: Mapping[str, Provision] = {
            "correction_asked": law.correction,
            "correction_received": law.correction,
            "fee_notice": law.payment,
            "fee_paid": law.payment,
        }
        return rules.get(kind, law.consultation).source

    def asked(self, one: Happening, used: int, lapsed: date | None) -> None:
        """A question was sent, on the last counted day."""
        text = _QUESTIONS[one.kind]
        if lapsed is not None:
            text += f"；期限已于{chinese_date(lapsed)}届满，此时发出不能免除逾期"
        elif one.kind == "consultation_sent":
            text += f"，此前已用{used}个工作日，从次日起停止计算"
        else:
            text += "，从次日起停止计算"
        self._add(one.on, text, self._source(one.kind))

    def restarted(self, one: Happening) -> None:
        """A correction or payment came."""
        came = "收到补正" if one.kind == "correction_received" else "收到缴费"
        number = self._law.reply.number
        self._add(
            one.on,
            f"{came}，重新计算{number}个工作日；当日不计，从次一工作日起算",
            self._source(one.kind),
        )

    def heard(self, one: Happening, left: int | None, lapsed: date | None) -> None:
        """An opinion came; `left` is None while something else is outstanding."""
        text = "收到意见"
        if left is None:
            text += "，其他事项尚未收到，继续停止计算"
        elif lapsed is not None:
            text += f"，到期日仍为{chinese_date(lapsed)}"
        else:
            text += f"，剩余{left}个工作日，从次一工作日起接着计算"
        self._add(one.on, text, self._source(one.kind))

    def extended(self, one: Happening) -> None:
        """The applicant was told of an extension."""
        self._add(
            one.on, f"告知申请人延长答复期限{one.workdays}个工作日", self._law.extension.source
        )

    def limits(
        self,
        notice_due: date | None,
        opinion_due: date | None,
        fee_due: date | None,
        latest: Mapping[str, Happening],
    ) -> None:
        """The dates until which notices, opinions and payments are due."""
        law = self._law
        if notice_due is not None and law.correction_notice is not None:
            days = law.correction_notice.number
            text = f"需要补正的，最迟在这一天告知申请人（收到申请后{days}个工作日）"
            asked = latest.get("correction_asked")
            if asked is not None and asked.on > notice_due:
                text += f"；补正告知于{chinese_date(asked.on)}发出，已经超过"
            self._add(notice_due, text, law.correction_notice.source)
        sent = latest.get("consultation_sent")
        if sent is not None and opinion_due is not None:
            term = law.third_party if sent.third_party else law.agency
            if term is not None:
                asked_one = "第三方" if sent.third_party else "被征求意见的机关"
                text = f"{asked_one}最迟在这一天提出意见（收到征求意见书后{term.number}个工作日）"
                self._add(opinion_due, f"{text}；{term.note}", term.source)
        if fee_due is not None and law.payment_term is not None:
            term = law.payment_term
            text = f"申请人最迟在这一天缴费（收费通知后{term.number}日，遇非工作日顺延）"
            self._add(fee_due, f"{text}；{term.note}", term.source)

    def ends(self, due: date | None, basic_due: date | None, extra: int) -> None:
        """The due date."""
        law = self._law
        if due is None:
            return
        if extra and basic_due is not None:
            self._add(basic_due, "不计延长的答复期限届满", law.reply.source)
            self._add(due, f"延长{extra}个工作日后的答复期限届满", law.extension.source)
        else:
            self._add(due, "答复期限届满", law.reply.source)

    def waits(self, asked: Happening) -> None:
        """Why there is no due date."""
        self._add(asked.on, _WAITS[asked.kind], self._source(asked.kind))

    def missing(self, day: date, missing: CalendarMissing) -> None:
        """Why a date cannot be reckoned."""
        self._add(day, str(missing), "")

    def steps(self, counting: Sequence[Span], calendar: WorkingDays) -> tuple[Step, ...]:
        """All steps by date, with the holidays and make-up days of the stretches that count."""
        days = [
            step
            for span in counting
            if span.until is not None
            for step in _special_days(span.after, span.until, calendar)
        ]
        return tuple(sorted([*self._steps, *days], key=lambda step: step.date))


def _special_days(after: date, until: date, calendar: WorkingDays) -> Iterator[Step]:
    """The weekdays off and weekend days worked of a stretch, a step for each festival's."""
    found: dict[tuple[DayKind, str, str], list[CalendarDay]] = {}
    for number in range(1, (until - after).days + 1):
        try:
            day = calendar.day(after + number * _ONE_DAY)
        except CalendarMissing:  # a question stands open that was sent in a year not yet known
            break
        if day.kind in (DayKind.HOLIDAY, DayKind.MAKE_UP):
            found.setdefault((day.kind, day.festival, day.source), []).append(day)
    for (kind, festival, source), days in found.items():
        named = short_days([day.date for day in days])
        if kind is DayKind.HOLIDAY:
            yield Step(days[0].date, f"{named}{festival}放假，不计入", source)
        else:
            yield Step(days[0].date, f"{named}为调休工作日，计入", source)
