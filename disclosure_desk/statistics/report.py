"""The annual report as typed blocks, composed from figures, facts and what the clerk wrote.

Whoever shows it – Word or the desk's report page – adds nothing to the wording.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.records.report_text import ReportText
from disclosure_desk.rules.written_dates import chinese_date
from disclosure_desk.statistics.fields import (
    WANTED,
    FieldValues,
    fields_of,
    filled,
    unknown_in,
)
from disclosure_desk.statistics.form import Annex, Chapter, Edition, Phrase, SheetLine
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.statistics.text_sentences import PART_HEADING

_POINTS = tuple(f"{word}是" for word in "一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is «一、总体情况», level 2 «（一）主动公开»."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; a `draft` is the program's own, for the clerk to rewrite."""

    text: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the edition, by its id."""

    grid: str


@dataclass(frozen=True, slots=True)
class Note:
    """A small line below a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who gives the report and on which day (empty when the day is not known)."""

    unit: str
    day: str


@dataclass(frozen=True, slots=True)
class AnnexPage:
    """Tables on a page of their own, with their title and the lines around them filled."""

    label: str
    title: str
    above: tuple[SheetLine, ...]
    grids: tuple[str, ...]
    below: tuple[SheetLine, ...]


Block = Heading | Paragraph | Table | Note | Signature | AnnexPage


@dataclass(frozen=True, slots=True)
class Report:
    """A year's report: its title and its blocks in order, and what the clerk should look at."""

    edition: Edition
    year: int
    unit: str
    title: str
    dated_on: date | None
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]


def compose(
    session: Session,
    edition: Edition,
    year: int,
    *,
    figures: Mapping[str, Figure] | None = None,
    dated_on: date | None = None,
) -> Report:
    """The report of a year in the chapters of the edition.

    `figures` are those of the table (left out: counted now); `dated_on` is the day on which
    the report is signed.
    """
    told = tally(session, edition, Period.of_year(year)) if figures is None else figures
    fields = fields_of(session, edition, year, told, dated_on=dated_on)
    typed = _typed_texts(session, year)
    blocks: list[Block] = [Paragraph(text) for text in _paragraphs(edition.preface, fields)]
    findings: list[Finding] = []
    for number, chapter in enumerate(edition.chapters, start=1):
        body = list(_chapter(chapter, typed.get(number, ""), fields))
        findings.extend(_look_over(chapter, typed.get(number, ""), body, fields))
        blocks.extend(body)
    unit = str(fields["单位名称"])
    annexes = [_annex(edition, annex, fields) for annex in edition.annexes]
    blocks.extend(
        Paragraph(f"附件：{number}.{annex.title}") for number, annex in enumerate(annexes, start=1)
    )
    blocks.append(Signature(unit, chinese_date(dated_on) if dated_on else ""))
    blocks.extend(annexes)
    findings.extend(_of_the_whole(year, fields, dated_on))
    return Report(
        edition,
        year,
        unit,
        filled(edition.report_title, fields),
        dated_on,
        tuple(blocks),
        tuple(findings),
    )


def _of_the_whole(year: int, fields: FieldValues, dated_on: date | None) -> Iterator[Finding]:
    if not fields["联系方式"]:
        yield Finding("R4", "hint", "单位信息里没有填写网址和联系方式，报告前言没有写。")
    if dated_on is not None and dated_on <= date(year, 12, 31):
        yield Finding("R5", "hint", f"{year}年还没有结束，报告里的数字截至今天。")


def _typed_texts(session: Session, year: int) -> dict[int, str]:
    rows = session.execute(
        select(ReportText.chapter, ReportText.body).where(ReportText.year == year)
    )
    return {chapter: body for chapter, body in rows if body.strip()}


def _chapter(chapter: Chapter, typed: str, fields: FieldValues) -> Iterator[Block]:
    yield Heading(chapter.title, 1)
    if typed:
        yield from _typed(typed, fields)
        always = [phrase for phrase in chapter.phrases if phrase.always]
        yield from (Paragraph(text) for text in _paragraphs(always, fields))
    else:
        for text in _paragraphs(chapter.phrases, fields):
            yield Paragraph(text, draft=chapter.written)
        for section in chapter.sections:
            yield Heading(section.title, 2)
            for text in _paragraphs(section.phrases, fields):
                yield Paragraph(text, draft=chapter.written)
    yield from (Table(grid) for grid in chapter.grids)
    yield from (Note(filled(one.text, fields)) for one in chapter.notes if one.fits(fields))


def draft_of(chapter: Chapter, fields: FieldValues) -> str:
    """What the program writes in a chapter left empty, its 【fields】 not yet filled.

    A clerk who takes it over keeps live figures; sentences that are always said are left out,
    because they follow the clerk's own text anyway.
    """
    lines = list(_unfilled((one for one in chapter.phrases if not one.always), fields))
    for section in chapter.sections:
        lines += [section.title, *_unfilled(section.phrases, fields)]
    return "\n".join(lines)


def _paragraphs(phrases: Iterable[Phrase], fields: FieldValues) -> Iterator[str]:
    # Points are numbered before fields are filled: a value is never read as a field.
    return (filled(text, fields) for text in _unfilled(phrases, fields))


def _unfilled(phrases: Iterable[Phrase], fields: FieldValues) -> Iterator[str]:
    """The fitting sentences, joined into paragraphs, with their points numbered."""
    told: list[list[str]] = [[]]
    for phrase in phrases:
        if phrase.fits(fields):
            if phrase.new:
                told.append([])
            told[-1].append(phrase.text)
    for sentences in told:
        if text := _numbered("".join(sentences)):
            yield text


def _numbered(text: str) -> str:
    """The text with its points 【序】 written as «一是», «二是» …"""
    start, *points = text.split("【序】")
    words = chain(_POINTS, repeat(""))
    return start + "".join(f"{next(words)}{point}" for point in points)


def _typed(body: str, fields: FieldValues) -> Iterator[Block]:
    """What the clerk wrote: a line a paragraph, lines like «（一）主动公开» as headings."""
    for line in body.splitlines():
        words = line.strip()
        if PART_HEADING.match(words):
            yield Heading(filled(words, fields), 2)
        elif words:
            yield Paragraph(filled(words, fields))


def _look_over(
    chapter: Chapter, typed: str, body: list[Block], fields: FieldValues
) -> Iterator[Finding]:
    texts = [block.text for block in body if isinstance(block, Heading | Paragraph)]
    title = chapter.title
    if any(isinstance(block, Paragraph) and block.draft for block in body):
        yield Finding(
            "R1",
            "hint",
            f"“{title}”没有填写，报告里用的是根据台账生成的草稿，请核对、修改后再报送。",
        )
    wanted = [one for text in texts for one in unknown_in(text, {}) if one.startswith(WANTED)]
    for name in wanted:
        yield Finding(
            "R6",
            "warning",
            f"“{title}”里的“【{name}】”没有登记过，请在数据填报里登记，或者在报告里写明。",
        )
    for name in (one for one in unknown_in(typed, fields) if one not in wanted):
        yield Finding(
            "R2",
            "warning",
            f"“{title}”里的“【{name}】”不是可用的字段，原样留在报告里，请改正。",
        )
    length = sum(len("".join(text.split())) for text in texts[1:])
    if 0 < chapter.longest < length:
        yield Finding(
            "R3",
            "warning",
            f"“{title}”有{length}字，原则上不超过{chapter.longest}字，请精简。",
            expected=chapter.longest,
            found=length,
        )


def _annex(edition: Edition, annex: Annex, fields: FieldValues) -> AnnexPage:
    above, below = (
        tuple(
            SheetLine(tuple(filled(piece, fields) for piece in line.pieces), line.centred)
            for line in lines
        )
        for lines in (edition.above, edition.below)
    )
    return AnnexPage(annex.label, filled(edition.title, fields), above, annex.grids, below)
