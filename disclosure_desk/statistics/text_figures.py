"""Numbers in the text of a report: held against the table (T1), and parts against totals (P1)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.naming import bare, named, row_of
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_rules import Saying, broken, sayings

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_QUOTES = dict.fromkeys(map(ord, "“”\"‘’'"))
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_END = re.compile(r"[。;!?\n]")
# A number that is set against another is not the number of the year.
_COMPARED = re.compile(r"(?:较|比|同比|增加|增长|减少|下降|上升|多|少)了?[^,。;、]{0,8}$")
_EXCLUDED = re.compile(r"(?:不含|不包括|不包含)[^,。;)]{0,6}(?:上年|结转)")
_BASIS = re.compile(r"(新收)|(收到|受理|收办|接收|办理)")
_SNIPPET = 30
_TELLING = 4  # characters: «其他» and «总计» are said of anything
_APPLICANTS, _REVIEWS, _LAWSUITS = "新收申请构成", "行政复议结果", "行政诉讼结果"


@dataclass(frozen=True, slots=True)
class _Told:
    """A number that a sentence gives, and the cells of which it speaks."""

    amount: Decimal
    cells: tuple[str, ...]
    words: str
    with_carried: bool = False


def sentences(text: str) -> list[str]:
    """The sentences of a text with widths alike, without blanks, quotes and thousands marks."""
    joined = _THOUSANDS.sub("", "\n".join("".join(line.split()) for line in text.split("\n")))
    return [one for one in _END.split(joined.translate(_WIDE | _QUOTES)) if one]


def check_text(report: FinishedReport, text: str) -> list[Finding]:
    """T1: every number of the text that speaks of the table and says something else.

    A number of which a cell is blank or unread is left alone.
    """
    edition = report.edition
    if edition is None:
        return []
    findings: dict[tuple[tuple[str, ...], Decimal], Finding] = {}
    for sentence in sentences(text):
        for told in _numbers_in(sentence, edition):
            if any(report.cell(code).figure is None for code in told.cells):
                continue
            expected = sum((report.figure(code) for code in told.cells), Decimal(0))
            if expected != told.amount:
                finding = _disagrees(edition, report, told, expected)
            elif told.with_carried and report.figure(told.cells[-1]):
                finding = _says_both(report, told)
            else:
                continue
            findings.setdefault((told.cells, told.amount), finding)
    return list(findings.values())


def _disagrees(edition: Edition, report: FinishedReport, told: _Told, expected: Decimal) -> Finding:
    cells = [edition.cells[code] for code in told.cells]
    names = " + ".join(named(cell) for cell in cells[:3]) + ("等" if len(cells) > 3 else "")
    difference = shown(plain(abs(expected - told.amount)))
    return broken(
        "T1",
        f"正文“{told.words}”，表中{names}是{shown(plain(expected))}，相差{difference}。",
        cells=told.cells,
        expected=plain(expected),
        found=plain(told.amount),
    )


def _says_both(report: FinishedReport, told: _Told) -> Finding:
    new, carried = (shown(plain(report.figure(code))) for code in (told.cells[0], told.cells[-1]))
    return broken(
        "T2",
        f"正文“{told.words}”是新收{new}件加上年结转{carried}件，"
        f"建议写明“本年新收{new}件，上年结转{carried}件”。",
        cells=told.cells,
    )


def _numbers_in(sentence: str, edition: Edition) -> Iterator[_Told]:
    for saying in sayings():
        cells = saying.cells_in(edition)
        if cells and not (saying.never and saying.never.search(sentence)):
            yield from _said(sentence, saying, cells)
    yield from _listed(sentence, edition)


def _said(sentence: str, saying: Saying, cells: tuple[str, ...]) -> Iterator[_Told]:
    for match in saying.text.finditer(sentence):
        ahead = sentence[: match.start()]
        if (saying.before and not saying.before.search(sentence)) or _COMPARED.search(ahead):
            continue
        amount = Decimal(0) if saying.none else Decimal(match["n"])
        with_carried = saying.says_all and len(cells) > 1
        told_cells = cells
        if with_carried and _EXCLUDED.search(sentence):
            told_cells, with_carried = cells[:1], False
        # The sentence that names both numbers needs no advice.
        open_to_doubt = with_carried and "结转" not in sentence
        yield _Told(amount, told_cells, _around(sentence, match), open_to_doubt)


def _listed(sentence: str, edition: Edition) -> Iterator[_Told]:
    """Numbers of the kinds that the form lists: applicants, outcomes, results of reviews."""
    for name, pattern, cells in _kinds(edition.code):
        if name == _APPLICANTS and "申请" not in sentence:
            continue
        for match in pattern.finditer(sentence):
            ahead = sentence[: match.start()]
            about = _cells_about(name, cells, ahead, edition)
            if about and not _COMPARED.search(ahead):
                yield _Told(Decimal(match[1]), about, match[0])


@cache
def _kinds(code: str) -> list[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """Each listed kind and each single outcome of the edition: its list, its words, its cells."""
    edition = editions()[code]
    kinds = [
        (name, item, listed.unit, cells)
        for name, listed in edition.list_fields.items()
        for item, cells in listed.items
        if all(one in edition.cells for one in cells)
    ]
    known = {item for _, item, _, _ in kinds}
    for one in edition.cells.values():
        words = bare(row_of(one))
        single = re.fullmatch(r"requests\.3(?:\.\d)+\.total", one.code) is not None
        if single and words not in known and len(words) >= _TELLING:
            kinds.append(("", words, "件", (one.code,)))
    return [
        (name, _words_of(item.translate(_WIDE | _QUOTES), unit), cells)
        for name, item, unit, cells in kinds
    ]


def _words_of(item: str, unit: str) -> re.Pattern[str]:
    # «予以公开和部分公开5件» tells both together, «不同意公开» is not «同意公开».
    alone = "(?<!不)" + "".join(f"(?<!公开{joint})" for joint in "和及与、")
    return re.compile(
        rf"{alone}{re.escape(item)}(?:的|数量|数|类)*(?:申请)?(?:共|为)*:?(\d+)(?:{unit}|宗)"
    )


def _cells_about(
    name: str, cells: tuple[str, ...], ahead: str, edition: Edition
) -> tuple[str, ...]:
    """The cells of a listed kind, by what the sentence has spoken of so far; none if of another."""
    reviews = ahead.rfind("复议")
    lawsuits = max(ahead.rfind("诉讼"), ahead.rfind("起诉"))
    if name in (_REVIEWS, _LAWSUITS):
        spoken = _REVIEWS if reviews > lawsuits else _LAWSUITS if lawsuits >= 0 else ""
        kind = re.findall(r"直接起诉|复议后", ahead)
        if kind and lawsuits >= 0 and name == _LAWSUITS:
            word = "direct" if kind[-1] == "直接起诉" else "after"
            return tuple(code for code in cells if word in code)
        return cells if spoken == name else ()
    if max(reviews, lawsuits) >= 0:
        return ()
    if name != _APPLICANTS:
        return cells
    basis = list(_BASIS.finditer(ahead))
    if not basis:
        return ()
    carried = tuple(code.replace(".new.", ".carried_in.") for code in cells)
    if basis[-1][1] or not all(code in edition.cells for code in carried) or carried == cells:
        return cells
    return (*cells, *carried)


def _around(sentence: str, match: re.Match[str]) -> str:
    return match[0] if len(match[0]) <= _SNIPPET else f"…{match[0][-_SNIPPET:]}"


# ------------------------------------------------------------------- parts and totals

_COUNTERS = "人次|万元|件次|条|件|项|次|篇|个|份|起|期|场|人|名|家|宗|例|元"
_MARK = re.compile(r"其中|包括|分别为|分别是|具体为|包含")
_COUNTED = re.compile(rf"(\d+(?:\.\d+)?)({_COUNTERS})")
_PART = re.compile(
    rf"(?P<name>[^\d]{{0,40}}?)(?P<n>\d+(?:\.\d+)?)(?P<unit>{_COUNTERS})?(?P<after>等)?"
    r"(?=[,、:()和及与以]|$)"
)
# What begins so is no further part: it tells what became of them.
_ELSEWHERE = re.compile(
    r"^[,、]?(?:已|均|全部|共|合计|办结|结转|答复|较|比|同比|增|减|占|其余|上年|累计|按时|按期)"
)


def check_parts(text: str) -> list[Finding]:
    """P1: sentences whose listed parts do not add up to the total before them.

    A list that ends with 等 may be shorter than its total, never longer; several ways of
    dividing one total in one list are each accepted.
    """
    findings: list[Finding] = []
    for sentence in sentences(text):
        for mark in _MARK.finditer(sentence):
            finding = _parts_after(sentence, mark)
            if finding is not None:
                findings.append(finding)
    return findings


def _parts_after(sentence: str, mark: re.Match[str]) -> Finding | None:
    ahead, behind = sentence[: mark.start()], _within(sentence, mark.end())
    parts, unit, open_ended = _parts(_without_brackets(behind))
    counted = _COUNTED.findall(_without_brackets(ahead, open_end=True))
    totals = [Decimal(number) for number, counter in counted if counter == unit]
    if len(parts) < 2 or not totals:
        return None
    added = sum(parts, Decimal(0))
    sums = {added, *_runs(parts)}
    near = totals[-1]
    if sums & {near, sum(totals), *(totals[-2:])} or (open_ended and added < near):
        return None
    listed = "+".join(shown(plain(part)) for part in parts)
    return broken(
        "P1",
        f"正文“…{ahead[-_SNIPPET:]}{mark[0]}…”：各部分{listed}={shown(plain(added))}，"
        f"总数是{shown(plain(near))}，相差{shown(plain(abs(added - near)))}。",
        expected=plain(near),
        found=plain(added),
    )


def _within(sentence: str, start: int) -> str:
    """The sentence from a place on, as far as the bracket goes in which it stands."""
    depth = 0
    for at in range(start, len(sentence)):
        if sentence[at] == "(":
            depth += 1
        elif sentence[at] == ")":
            if depth == 0:
                return sentence[start:at]
            depth -= 1
    return sentence[start:]


def _without_brackets(text: str, *, open_end: bool = False) -> str:
    """The text without what stands in brackets; `open_end` keeps a bracket that is not closed."""
    previous = None
    while previous != text:
        previous, text = text, re.sub(r"\([^()]*\)", "", text)
    return text.replace("(", ",") if open_end else text


def _parts(listed: str) -> tuple[list[Decimal], str, bool]:
    """The numbers of a list, their common counter, and whether it ends with 等."""
    told: list[re.Match[str]] = []
    for match in _PART.finditer(listed):
        if _ELSEWHERE.match(listed[match.start() :]) or _COMPARED.search(
            listed[match.start() : match.start("n")]
        ):
            break
        if match["name"].strip(",、:") or told:
            told.append(match)
    units = [match["unit"] for match in told if match["unit"]]
    unit = units[0] if units else ""
    kept = [match for match in told if match["unit"] in (unit, None)]
    return [Decimal(one["n"]) for one in kept], unit, "等" in listed


def _runs(parts: Sequence[Decimal]) -> Iterator[Decimal]:
    """What two and more parts from the first on add up to."""
    added = parts[0]
    for part in parts[1:]:
        added += part
        yield added
