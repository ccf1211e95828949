"""The chapters of a finished report: all there, in order, rightly titled, and not empty."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosure_desk.records.finding import Finding
from disclosure_desk.records.wording import folded_label
from disclosure_desk.rules.similarity import likeness
from disclosure_desk.statistics.finished_report import FinishedReport, ReadChapter
from disclosure_desk.statistics.form import Chapter
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_rules import broken, report_rules
from disclosure_desk.statistics.text_sentences import sentences

_NUMERAL = re.compile(r"^([一二三四五六七八九十]{1,2})[、.．\s]")
_REMARK = re.compile(r"\([^()]*\)$")
_SIGNS = re.compile(r"[\W_]+")
_ALIKE = 0.5
_FEE = re.compile(r"处理费")
_UNPAID = re.compile(
    r"(?:未(?:按[^,。;]{0,12}?)?[缴交](?:纳)?费?(?:用)?|不缴[费纳])[^。;\d]{0,40}?(?:申请)?(?P<n>\d+)(?:件|宗|人次)"
    r"|(?P<m>\d+)件[^,。;\d]{0,14}?未(?:按[^,。;]{0,12}?)?[缴交]"
)
_PROBLEMS, _OTHER_MATTERS = "主要问题", "其他需要报告"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chapter of the form and where the report has it; None where it has not."""

    form: Chapter
    at: int | None


def check_chapters(report: FinishedReport) -> Iterator[Finding]:
    """S1, Q1 and F1."""
    if report.edition is None or not report_rules()["S1"].applies(report.edition, report.year):
        return
    placed = list(_placed(report.edition.chapters, report.chapters))
    yield from _titles_and_order(placed, report.chapters)
    yield from _problems(chapter_text(report, _PROBLEMS))
    yield from _fees(report, chapter_text(report, _OTHER_MATTERS))


def chapter_text(report: FinishedReport, words: str) -> str | None:
    """What is said in the chapter of the form whose title has these words; None if it is missing.

    Headings that are not the form's own belong to the chapter in which they stand.
    """
    forms = report.edition.chapters if report.edition else ()
    placed = list(_placed(forms, report.chapters))
    start = next((one.at for one in placed if words in one.form.title), None)
    if start is None:
        return None
    starts = [one.at for one in placed if one.at is not None and one.at > start]
    inner = report.chapters[start : min(starts, default=len(report.chapters))]
    told = [inner[0].text] + [f"{one.title}\n{one.text}" for one in inner[1:]]
    return "\n".join(told)


def _placed(forms: Sequence[Chapter], chapters: Sequence[ReadChapter]) -> Iterator[_Placed]:
    """Exact titles, of several the last (a list of contents has them too); then alike ones."""
    found: dict[str, int] = {}
    for form in forms:
        for at, chapter in enumerate(chapters):
            if _bare(chapter.title) == _bare(form.title):
                found[form.title] = at
    for form in forms:
        if form.title in found:
            continue
        rest = [at for at in range(len(chapters)) if at not in found.values()]
        alike = [(likeness(_bare(chapters[at].title), _bare(form.title)), at) for at in rest]
        if alike and max(alike)[0] >= _ALIKE:
            found[form.title] = max(alike)[1]
        elif (numbered := _numbered_alike(forms, form, chapters, found)) is not None:
            found[form.title] = numbered
    return (_Placed(form, found.get(form.title)) for form in forms)


def _numbered_alike(
    forms: Sequence[Chapter],
    form: Chapter,
    chapters: Sequence[ReadChapter],
    found: Mapping[str, int],
) -> int | None:
    """A heading with the chapter's numeral between the chapters before and behind it."""
    place = forms.index(form)
    before = [found[one.title] for one in forms[:place] if one.title in found]
    behind = [found[one.title] for one in forms[place + 1 :] if one.title in found]
    numeral = _NUMERAL.match(form.title)
    for at in range(max(before, default=-1) + 1, min(behind, default=len(chapters))):
        theirs = _NUMERAL.match(chapters[at].title)
        if numeral and theirs and numeral[1] == theirs[1] and at not in found.values():
            return at
    return None


def _bare(title: str) -> str:
    label = folded_label(_NUMERAL.sub("", title.strip()))
    return _SIGNS.sub("", _REMARK.sub("", label))


def _titles_and_order(
    placed: Sequence[_Placed], chapters: Sequence[ReadChapter]
) -> Iterator[Finding]:
    last, last_title = -1, ""
    for one in placed:
        if one.at is None:
            yield broken("S1", f"缺少“{one.form.title}”一章，请补上。")
            continue
        title = chapters[one.at].title
        ours, theirs = (_NUMERAL.match(text) for text in (one.form.title, title.strip()))
        misnumbered = ours and theirs and ours[1] != theirs[1]
        if misnumbered or _bare(title) != _bare(one.form.title):
            yield broken("S1", f"“{title}”的标题应为“{one.form.title}”。")
        if one.at < last:
            yield broken("S1", f"“{one.form.title}”应在“{last_title}”之后，请调整次序。")
        else:
            last, last_title = one.at, one.form.title


def _problems(text: str | None) -> Iterator[Finding]:
    """Q1. A chapter that is missing is S1 already."""
    if text is None:
        return
    fewest = report_rules()["Q1"].numbers["characters"]
    length = len(_SIGNS.sub("", text))
    if length < fewest:
        words = f"只有{length}个字" if length else "是空的"
        yield broken("Q1", f"第五部分“存在的主要问题及改进情况”{words}，请写明具体问题和改进举措。")


def _fees(report: FinishedReport, text: str | None) -> Iterator[Finding]:
    """F1: what chapter six must say, also when nothing was charged."""
    if text is None or not _FEE.search("".join(text.split())):
        yield broken(
            "F1", "第六部分没有报告收取信息处理费的情况，没有收取的也请写明“未收取信息处理费”。"
        )
        return
    code = "requests.3.6.2.total"
    held = report.cell(code).figure
    for sentence in sentences(text):
        match = _UNPAID.search(sentence)
        if match is None or held is None:
            continue
        told = int(match["n"] or match["m"])
        if told != held:
            difference = shown(plain(abs(Decimal(held) - told)))
            yield broken(
                "F1",
                f"第六部分说逾期未缴费{told}件，表中（六）其他处理第2项总计是{shown(held)}件，"
                f"相差{difference}。",
                cells=[code],
                expected=held,
                found=told,
            )
