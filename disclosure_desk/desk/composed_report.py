"""What the report page shows of a year, composed behind the window."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.period import Period

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.finding import Finding
    from disclosure_desk.statistics.alike import Likeness
    from disclosure_desk.statistics.report import Report
    from disclosure_desk.statistics.report_phrases import FixedPhrase
    from disclosure_desk.statistics.text_marks import Mark


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """【fields】 of one kind with their present values, for a menu."""

    title: str
    fields: tuple[tuple[str, str, str], ...]  # name to insert, words, value


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """A year's report with all that belongs to its making.

    `marks` are those of the chapters as stored, `findings` of the whole report what they do not
    tell already, `likeness` that to the chapters of the year before; each by chapter.
    """

    year: int
    edition: Edition
    report: "Report"
    figures: Mapping[str, Figure]
    fields: Mapping[str, Figure | str]
    groups: tuple[FieldGroup, ...]
    texts: Mapping[int, str]
    drafts: Mapping[int, str]
    phrases: "Mapping[int, tuple[FixedPhrase, ...]]"
    marks: "Mapping[int, tuple[Mark, ...]]"
    findings: "tuple[Finding, ...]"
    likeness: "Mapping[int, Likeness]"


def composed(session: "Session", edition: Edition, year: int, today: date) -> ComposedReport:
    """The report of a year as it stands, and the drafts of its written chapters."""
    from disclosure_desk.commands.offices import report_texts
    from disclosure_desk.statistics.fields import fields_of, office_fields
    from disclosure_desk.statistics.report import compose, draft_of
    from disclosure_desk.statistics.report_phrases import phrases_for
    from disclosure_desk.statistics.tally import tally
    from disclosure_desk.statistics.text_marks import marks_in

    figures = tally(session, edition, Period.of_year(year))
    fields = fields_of(session, edition, year, figures, dated_on=today)
    office = office_fields(session, year, dated_on=today)
    written = [
        (number, chapter)
        for number, chapter in enumerate(edition.chapters, start=1)
        if chapter.written
    ]
    report = compose(session, edition, year, figures=figures, dated_on=today)
    texts = report_texts(session, year)
    return ComposedReport(
        year,
        edition,
        report,
        figures,
        fields,
        _groups(edition, fields, office),
        texts,
        {number: draft_of(chapter, fields) for number, chapter in written},
        {number: phrases_for(edition, chapter, fields) for number, chapter in written},
        {
            number: tuple(marks_in(texts[number], edition, fields))
            for number, _ in written
            if texts.get(number)
        },
        tuple(_open(session, report, figures)),
        _likeness(texts, report_texts(session, year - 1)),
    )


def _open(
    session: "Session", report: "Report", figures: Mapping[str, Figure]
) -> "Iterator[Finding]":
    """What keeps the report from being final, and hints; numbers and sums are marked in the text.

    What the office has explained, and rules that it has switched off, are not told again.
    """
    from disclosure_desk.commands.export_gate import judge

    for one in judge(session, report, figures):
        is_marked = one.finding.rule in ("T1", "T2", "P1", "E1")
        if not is_marked and not one.reason:
            yield one.finding


def _likeness(texts: Mapping[int, str], before: Mapping[int, str]) -> "dict[int, Likeness]":
    from disclosure_desk.statistics.alike import likeness_of

    compared = {number: likeness_of(text, before.get(number, "")) for number, text in texts.items()}
    return {number: found for number, found in compared.items() if found is not None}


def _groups(
    edition: Edition, fields: Mapping[str, Figure | str], office: Mapping[str, Figure | str]
) -> tuple[FieldGroup, ...]:
    """Fields in the order in which a clerk looks for them; cells only where they say something."""
    from disclosure_desk.statistics.fields import ENTERED
    from disclosure_desk.statistics.naming import named
    from disclosure_desk.statistics.printing import shown

    counted = [
        (name, name, shown(value))
        for name, value in fields.items()
        if name not in edition.cells and name not in office and not isinstance(value, str)
        if not name.startswith(ENTERED)
    ]
    cells = [
        (code, named(cell), shown(fields[code], signed=cell.signed))
        for code, cell in edition.cells.items()
        if fields[code]
    ]
    groups = (
        FieldGroup("数字", tuple(one for one in counted if one[2] != "0")),
        FieldGroup("为零的数字", tuple(one for one in counted if one[2] == "0")),
        FieldGroup(
            "分项构成",
            tuple((name, name, str(fields[name])) for name in edition.list_fields if fields[name]),
        ),
        FieldGroup(
            "单位和年度", tuple((name, name, str(value)) for name, value in office.items() if value)
        ),
        FieldGroup("统计表里不为零的数字", tuple(cells)),
    )
    return tuple(group for group in groups if group.fields)
