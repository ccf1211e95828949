"""Years in the text of a report that should be the report's own (Y1)."""

import re
from collections.abc import Iterator

from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.report_rules import broken
from disclosure_desk.statistics.text_sentences import sentences

_YEAR = r"((?:19|20)\d\d)"
_PERIOD = re.compile(rf"{_YEAR}年1月1日起?(?:至|到|-|—|~)(?:{_YEAR}年)?12月31日")
_AS_OF = re.compile(rf"截[至止]到?{_YEAR}年(?:12月|年?底|年末)")
_ALONE = re.compile(rf"^\({_YEAR}年度?\)$")
_THIS_REPORT = re.compile(rf"{_YEAR}年度?(?:开展)?政府信息公开(?:工作)?(?:情况)?(?:年度)?报告")
_POINTS = re.compile(
    rf"(?:按照|落实|围绕|对照|根据)[^,。;]{{0,12}}{_YEAR}年度?政[府务](?:信息)?公开工作?要点"
)
_HANDED_OVER = re.compile(r"编制|公布|现将|如下|发布|形成")
_AT_START = re.compile(
    rf"^(?:\([一二三四五六七八九十]\)|\d\.)?{_YEAR}年度?"
    r"(?:,|我|全|本|共|未|无|没有|各|区|县|市|镇|街道|累计|主动|新收|收到|办理|制发)"
)
_PLANNED = re.compile(r"将|下一步|计划|拟")


def check_years(report: FinishedReport) -> list[Finding]:
    """Y1: the period, the day of count and sentences that begin with a year.

    Plans, in the chapter on problems above all, may speak of the year after.
    """
    if report.year is None:
        return []
    findings: dict[tuple[int, str], Finding] = {}
    told = [("", line) for line in report.opening]
    told += [(one.title, line) for one in report.chapters for line in one.paragraphs]
    for title, line in told:
        for year, words in _years_in(line, report.year, in_opening=not title):
            wrong = year != report.year and not (
                year == report.year + 1 and (_PLANNED.search(line) or "问题" in title)
            )
            if wrong:
                text = f"“{words}”里是{year}年，本报告是{report.year}年的，请核对。"
                finding = broken("Y1", text, expected=report.year, found=year)
                findings.setdefault((year, words), finding)
    return list(findings.values())


def _years_in(line: str, own: int, *, in_opening: bool) -> Iterator[tuple[int, str]]:
    for sentence in sentences(line):
        for pattern in (_PERIOD, _AS_OF, _ALONE, _POINTS):
            for match in pattern.finditer(sentence):
                yield from ((int(year), match[0]) for year in match.groups() if year)
        if in_opening and _HANDED_OVER.search(sentence):
            yield from ((int(m[1]), m[0]) for m in _THIS_REPORT.finditer(sentence))
        # «2021年收到70件,2022年收到74件» sets one year beside another.
        begun = _AT_START.match(sentence)
        if begun and f"{own}年" not in sentence[begun.end(1) :]:
            yield int(begun[1]), sentence[:20]
