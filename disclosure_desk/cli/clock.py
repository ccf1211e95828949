"""The calls on the law alone: the statutory clock, the fee, and the calendar of working days."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from disclosure_desk.cli.answers import DONE, Options, day_of, say, whole_number, year_of
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.happenings import Happening

# The option that gives the date of each happening.
_OPTIONS = {
    "correction_asked": "--correction-sent",
    "correction_received": "--correction-received",
    "consultation_sent": "--consult-sent",
    "consultation_received": "--consult-received",
    "extension": "--extended-on",
    "fee_notice": "--fee-notice",
    "fee_paid": "--fee-paid",
}
DUE_OPTIONS = (
    ("--received", "收到申请的日期，如 2024-09-30"),
    ("--correction-sent", "发出补正告知的日期"),
    ("--correction-received", "收到补正的日期"),
    ("--consult-sent", "发出征求意见的日期"),
    ("--consult-delivered", "第三方收到征求意见书的日期"),
    ("--consult-received", "收到意见的日期"),
    ("--extended-on", "告知延期的日期"),
    ("--extension-days", "延长多少个工作日"),
    ("--fee-notice", "收费通知的日期"),
    ("--fee-paid", "缴费的日期"),
)


def print_due(options: Options) -> int:
    """The statutory clock of a request whose dates are given, with every step of the sum."""
    from disclosure_desk.rules.clock import run_clock
    from disclosure_desk.storage.own_calendars import calendar_in_use

    clock = run_clock(day_of(options, "--received"), list(_happenings(options)), calendar_in_use())
    dates = {
        name: _iso(getattr(clock, name))
        for name in ("due", "basic_due", "correction_notice_due", "third_party_due", "fee_due")
    }
    steps = [
        {"date": step.date.isoformat(), "text": step.text, "source": step.source}
        for step in clock.steps
    ]
    lines = [f"{step.date}　{step.text}" + (f"（{step.source}）" if step.source else "")
             for step in clock.steps]  # fmt: skip
    lines.append(f"答复期限：{dates['due'] or '现在不能确定，见上'}")
    say(options, {"law": clock.law, **dates, "steps": steps}, lines)
    return DONE


def _happenings(options: Options) -> Iterator[Happening]:
    if _given(options, "--extended-on") != _given(options, "--extension-days"):
        raise Refusal("“--extended-on”和“--extension-days”要一起写：哪一天告知，延长几个工作日。")
    if _given(options, "--consult-delivered") and not _given(options, "--consult-sent"):
        raise Refusal("写了“--consult-delivered”而没有“--consult-sent”，请补上发出的日期。")
    for kind, option in _OPTIONS.items():
        if not _given(options, option):
            continue
        workdays = whole_number(options, "--extension-days") if kind == "extension" else None
        delivered = None
        if kind == "consultation_sent" and _given(options, "--consult-delivered"):
            delivered = day_of(options, "--consult-delivered")
        yield Happening(kind, day_of(options, option), workdays, delivered)


def _given(options: Options, option: str) -> bool:
    return getattr(options, option.strip("-").replace("-", "_")) is not None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def print_fee(options: Options) -> int:
    """The fee of 国办函〔2020〕109号 for so many items or pages, with its calculation."""
    from disclosure_desk.rules.fees import fee_by_count, fee_by_pages

    if _given(options, "--count") == _given(options, "--pages"):
        raise Refusal("请在“--count”（按件）和“--pages”（按量）中写一个，不能并用。")
    if _given(options, "--count"):
        fee = fee_by_count(whole_number(options, "--count"))
    else:
        fee = fee_by_pages(whole_number(options, "--pages"))
    answer = {"yuan": fee.yuan, "steps": list(fee.steps), "source": fee.source}
    say(options, answer, [*fee.steps, f"信息处理费：{fee.yuan}元（{fee.source}）"])
    return DONE


def calendar(options: Options) -> int:
    """Show the days exchanged in a year, or keep the notice of a year for this user."""
    from disclosure_desk.rules.holiday_notice import festivals_missing
    from disclosure_desk.rules.working_days import is_weekend
    from disclosure_desk.storage.own_calendars import calendar_in_use, keep_notice, notice_text

    findings: list[Finding] = []
    if options.action == "show":
        options.year = options.what
        year = year_of(options, "年度")
        rest, work = calendar_in_use().exchanged(year)
    elif options.action == "import":
        notice = keep_notice(notice_text(Path(options.what)))
        year = notice.year
        rest, work = calendar_in_use().exchanged(year)
        off = [day for one in notice.breaks for day in one.days() if day.year < year]
        rest = [*(day for day in off if not is_weekend(day)), *rest]
        work = [*(day for one in notice.breaks for day in one.worked if day.year < year), *work]
        if missing := festivals_missing(notice):
            words = f"通知里没有读到{'、'.join(missing)}的放假安排，请核对文件是不是全文。"
            findings.append(Finding("D1", "warning", words))
    else:
        raise Refusal(
            f"“calendar”后面的“{options.action}”不能识别，应为 show（查看）或 import（导入）。"
        )
    resting, working = [day.isoformat() for day in rest], [day.isoformat() for day in work]
    lines = [
        f"{year}年",
        f"放假的工作日：{'、'.join(resting) or '无'}",
        f"上班的周六周日：{'、'.join(working) or '无'}",
    ]
    answer: dict[str, object] = {"year": year, "rest": resting, "work": working}
    if findings:
        answer["findings"] = [finding.as_json() for finding in findings]
    say(options, answer, lines + [finding.message for finding in findings])
    return DONE
