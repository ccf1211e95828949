"""A report held against that of the year before (X1–X3, L1)."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.rules.similarity import likeness
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.naming import named
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_chapters import chapter_text
from disclosure_desk.statistics.report_rules import broken, report_rules

_COLUMNS = (
    *("natural", "business", "research", "public_welfare", "legal_service"),
    *("other", "total"),
)
_UNKNOWN = ("absent", "doubtful")


def check_against(report: FinishedReport, previous: FinishedReport) -> Iterator[Finding]:
    """What does not follow from last year's report, and what was only copied from it."""
    edition, before = report.edition, previous.edition
    if edition is None:
        return
    if before is None:
        yield broken("V1", "上年报告里没有找到表格，没有同它比较。")
        return
    if report.year and previous.year and previous.year != report.year - 1:
        text = f"用来比较的是{previous.year}年的报告，不是{report.year - 1}年的，没有比较。"
        yield broken("V1", text)
        return
    if report.unit and previous.unit and report.unit != previous.unit:
        text = f"上年报告的单位是“{previous.unit}”，本年是“{report.unit}”，请核对是不是同一单位。"
        yield broken("V1", text)
    yield from _carried(edition, report, previous)
    if edition.code == before.code:
        yield from _in_force(edition, report, previous)
        yield from _projects(edition, report, previous)
        yield from _copied(report, previous)


def _carried(
    edition: Edition, report: FinishedReport, previous: FinishedReport
) -> Iterator[Finding]:
    for column in _COLUMNS:
        target, source = f"requests.carried_in.{column}", f"requests.carried_out.{column}"
        if _known(report, target) and _known(previous, source):
            yield from _compared("X1", edition, report, (target, source), previous.figure(source))


def _in_force(
    edition: Edition, report: FinishedReport, previous: FinishedReport
) -> Iterator[Finding]:
    for kind in ("regulation", "normative"):
        target, made, repealed = (
            f"art20.1.{kind}.{name}" for name in ("in_force", "made", "repealed")
        )
        codes = (target, made, repealed)
        if all(_told(report, code) for code in codes) and _told(previous, target):
            due = previous.figure(target) + report.figure(made) - report.figure(repealed)
            yield from _compared("X2", edition, report, codes, due)


def _projects(
    edition: Edition, report: FinishedReport, previous: FinishedReport
) -> Iterator[Finding]:
    for target in edition.cells:
        change = target.removesuffix("previous") + "change"
        if target.endswith(".previous") and change in edition.cells:
            codes = (target, change)
            if _told(report, target) and all(_told(previous, code) for code in codes):
                due = previous.figure(target) + previous.figure(change)
                yield from _compared("X3", edition, report, codes, due)


def _known(report: FinishedReport, code: str) -> bool:
    return report.cell(code).state not in _UNKNOWN


def _told(report: FinishedReport, code: str) -> bool:
    return report.cell(code).figure is not None


def _compared(
    rule: str, edition: Edition, report: FinishedReport, codes: tuple[str, ...], due: Decimal
) -> Iterator[Finding]:
    """A finding where the first of the cells is not what follows from last year."""
    found: Figure = plain(report.figure(codes[0]))
    expected = plain(due)
    if found == expected:
        return
    place = named(edition.cells[codes[0]])
    difference = shown(plain(abs(Decimal(expected) - found)))
    yield broken(
        rule,
        f"{place}：按上年报告应为{shown(expected)}，本年报告是{shown(found)}，相差{difference}。",
        cells=codes,
        expected=expected,
        found=found,
    )


def _copied(report: FinishedReport, previous: FinishedReport) -> Iterator[Finding]:
    numbers = report_rules()["L1"].numbers
    for form in report.edition.chapters if report.edition else ():
        now, then = chapter_text(report, form.title), chapter_text(previous, form.title)
        if not (form.written and now and then) or len(now) < numbers["characters"]:
            continue
        percent = round(likeness(now, then) * 100)
        if percent >= numbers["percent"]:
            text = f"“{form.title}”与上年报告的文字有{percent}%相同，请避免雷同。"
            yield broken("L1", text, found=percent)
