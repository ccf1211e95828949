"""Numbers in the text of a report, held against the cells of which they speak (T1, T2)."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.naming import bare, named, row_of
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_rules import Saying, broken, sayings
from disclosure_desk.statistics.text_sentences import (
    COMPARED,
    QUOTES,
    WIDE,
    Sentence,
    Span,
    placed_sentences,
)

_EXCLUDED = re.compile(r"(?:不含|不包括|不包含)[^,。;)]{0,6}(?:上年|结转)")
_BASIS = re.compile(r"(新收)|(收到|受理|收办|接收|办理)")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_SNIPPET = 30
_TELLING = 4  # characters: «其他» and «总计» are said of anything
_APPLICANTS, _REVIEWS, _LAWSUITS = "新收申请构成", "行政复议结果", "行政诉讼结果"


@dataclass(frozen=True, slots=True)
class Told:
    """A number that a text gives, and the cells of which it speaks.

    `place` is where the words stand, `number` where the number does; there is none in words
    that say that there is not one. `fields` are named figures that are no cells of the form.
    `says_all` words count carried-over requests in.
    """

    amount: Decimal
    cells: tuple[str, ...]
    words: str
    place: Span
    number: Span | None
    with_carried: bool = False
    says_all: bool = False
    fields: tuple[str, ...] = ()
    year: int | None = None  # the last one named ahead in the sentence


Held = Callable[[str], Figure | None]  # what a cell or a named figure is; None: not known


def check_text(report: FinishedReport, text: str) -> list[Finding]:
    """T1: every number of the text that speaks of the table and says something else.

    A number of which a cell is blank or unread is left alone.
    """
    edition = report.edition
    if edition is None:
        return []
    findings: dict[tuple[tuple[str, ...], Decimal], Finding] = {}
    for told in numbers_told(text, edition):
        # «2021年收到70件，2022年收到74件»: the first is set beside the second.
        if report.year and told.year and told.year < report.year:
            continue
        finding = judged(told, edition, lambda code: report.cell(code).figure)
        if finding is not None:
            findings.setdefault((told.cells, told.amount), finding)
    return list(findings.values())


def judged(told: Told, edition: Edition, held: Held) -> Finding | None:
    """What is wrong with a number of the text; None where it is right or not known."""
    figures = [held(name) for name in (*told.cells, *told.fields)]
    known = [Decimal(figure) for figure in figures if figure is not None]
    if len(known) < len(figures):
        return None
    expected = sum(known, Decimal(0))
    if expected != told.amount:
        return _disagrees(edition, told, expected)
    if told.with_carried and known[-1]:
        return _says_both(told, known)
    return None


def numbers_told(text: str, edition: Edition, *, names: Collection[str] = ()) -> Iterator[Told]:
    """Every number of the text that speaks of a figure of the edition, or of one of `names`."""
    for sentence in placed_sentences(text):
        for saying in sayings():
            cells = saying.cells_in(edition)
            fields = () if cells or not set(saying.fields) <= set(names) else saying.fields
            if (cells or fields) and not (saying.never and saying.never.search(sentence.text)):
                yield from _said(sentence, saying, cells, fields)
        yield from _listed(sentence, edition)


def _disagrees(edition: Edition, told: Told, expected: Decimal) -> Finding:
    cells = [edition.cells[code] for code in told.cells]
    names = " + ".join(named(cell) for cell in cells[:3]) + ("等" if len(cells) > 3 else "")
    place = f"表中{names}" if cells else f"台账中“{'、'.join(told.fields)}”"
    difference = shown(plain(abs(expected - told.amount)))
    return broken(
        "T1",
        f"正文“{told.words}”，{place}是{shown(plain(expected))}，相差{difference}。",
        cells=told.cells,
        expected=plain(expected),
        found=plain(told.amount),
    )


def _says_both(told: Told, figures: list[Decimal]) -> Finding:
    new, carried = shown(plain(figures[0])), shown(plain(figures[-1]))
    return broken(
        "T2",
        f"正文“{told.words}”是新收{new}件加上年结转{carried}件，"
        f"建议写明“本年新收{new}件，上年结转{carried}件”。",
        cells=told.cells,
    )


def _said(
    sentence: Sentence, saying: Saying, cells: tuple[str, ...], fields: tuple[str, ...]
) -> Iterator[Told]:
    text = sentence.text
    for match in saying.text.finditer(text):
        ahead = text[: match.start()]
        if (saying.before and not saying.before.search(text)) or COMPARED.search(ahead):
            continue
        with_carried = saying.says_all and len(cells) > 1
        told_cells = cells
        if with_carried and _EXCLUDED.search(text):
            told_cells, with_carried = cells[:1], False
        yield Told(
            Decimal(0) if saying.none else Decimal(match["n"]),
            told_cells,
            _around(text, match),
            sentence.span(*match.span()),
            None if saying.none else sentence.span(*match.span("n")),
            # The sentence that names both numbers needs no advice.
            with_carried and "结转" not in text,
            saying.says_all,
            fields,
            _year_in(ahead),
        )


def _year_in(ahead: str) -> int | None:
    years = _YEAR.findall(ahead)
    return int(years[-1]) if years else None


def _listed(sentence: Sentence, edition: Edition) -> Iterator[Told]:
    """Numbers of the kinds that the form lists: applicants, outcomes, results of reviews."""
    for name, pattern, cells in _kinds(edition.code):
        if name == _APPLICANTS and "申请" not in sentence.text:
            continue
        for match in pattern.finditer(sentence.text):
            ahead = sentence.text[: match.start()]
            about = _cells_about(name, cells, ahead, edition)
            if about and not COMPARED.search(ahead):
                place, number = sentence.span(*match.span()), sentence.span(*match.span(1))
                amount, year = Decimal(match[1]), _year_in(ahead)
                yield Told(amount, about, match[0], place, number, year=year)


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
        (name, _words_of(item.translate(WIDE | QUOTES), unit), cells)
        for name, item, unit, cells in kinds
    ]


def _words_of(item: str, unit: str) -> re.Pattern[str]:
    # «予以公开和部分公开5件» tells both together, «不同意公开» is not «同意公开».
    alone = "(?<!不)" + "".join(f"(?<!公开{joint})" for joint in "和及与、")
    return re.compile(
        rf"{alone}{re.escape(item)}(?:答复)?(?:政府信息)?(?:的|数量|数|类)*(?:申请)?(?:共|为)*:?(\d+)(?:{unit}|宗)"
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
