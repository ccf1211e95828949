"""The office's own report as a finished one, so that the rules of checkers run before it leaves."""

from collections.abc import Iterator, Mapping

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell, ReadChapter
from disclosure_desk.statistics.report import Block, Heading, Note, Paragraph, Report
from disclosure_desk.statistics.report_checks import check_report


def as_finished(report: Report, figures: Mapping[str, Figure]) -> FinishedReport:
    """The report as a checker will read it; `figures` are those from which it was composed."""
    edition = report.edition
    chapters = list(_chapters(report.blocks))
    opening = [
        block.text for block in _before_chapters(report.blocks) if isinstance(block, Paragraph)
    ]
    return FinishedReport(
        report.unit,
        report.year,
        edition,
        cells={code: ReadCell("read", figures[code], str(figures[code])) for code in edition.cells},
        opening=tuple(opening),
        chapters=tuple(chapters),
        tables=frozenset(grid.id for grid in edition.grids),
    )


def check_own(
    report: Report, figures: Mapping[str, Figure], previous: FinishedReport | None = None
) -> list[Finding]:
    """What a checker will find in the report; `previous` is that of the year before."""
    return check_report(as_finished(report, figures), previous)


def _before_chapters(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            return
        yield block


def _chapters(blocks: tuple[Block, ...]) -> Iterator[ReadChapter]:
    title, told = "", list[str]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if title:
                yield ReadChapter(title, tuple(told))
            title, told = block.text, []
        elif isinstance(block, Heading | Paragraph | Note):
            told.append(block.text)
    if title:
        yield ReadChapter(title, tuple(told))
