"""The report and its table set on paper: what stands where, in which type."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt

from disclosure_desk.desk.widgets.a4_paper import (
    FANGSONG,
    FEW_COLUMNS,
    HEI,
    KAI,
    SMALL_SONG,
    SONG,
    Paper,
)
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition, SheetLine
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.statistics.printing import shown

if TYPE_CHECKING:
    from disclosure_desk.statistics.report import Block, Report

# 天头 37 mm、订口 28 mm、版心 156×225 mm. Source: GB/T 9704—2012 5.2 (from memory).
REPORT_MARGINS_MM = QMarginsF(28, 37, 26, 35)
SHEET_MARGINS_MM = QMarginsF(22, 20, 22, 22)
_BODY_POINTS, _LINE_POINTS, _TITLE_POINTS = 16.0, 28.0, 22.0
_LONG_LATIN = re.compile(r"[!-~]{12}")
_Side = Qt.AlignmentFlag


def set_report(paper: Paper, report: "Report", figures: Mapping[str, Figure], mark: str) -> None:
    """Set the whole report; `mark` stands above the title: 草稿."""
    if mark:
        paper.line(mark, HEI, _BODY_POINTS, side=_Side.AlignLeft, height=_LINE_POINTS)
    title = report.title
    if len(title) > 20 and title.startswith(report.unit):
        title = f"{report.unit}\u2028{title.removeprefix(report.unit)}"
    paper.line(title, SMALL_SONG, _TITLE_POINTS, side=_Side.AlignHCenter, height=34)
    paper.line("", FANGSONG, _BODY_POINTS, height=_LINE_POINTS)
    for block in report.blocks:
        _set_block(paper, block, report.edition, figures)


def _set_block(
    paper: Paper, block: "Block", edition: Edition, figures: Mapping[str, Figure]
) -> None:
    from disclosure_desk.statistics import report

    indent = 2 * _BODY_POINTS
    if isinstance(block, report.Heading):
        families = HEI if block.level == 1 else KAI
        paper.line(
            block.text, families, _BODY_POINTS, height=_LINE_POINTS, indent=indent, keep=True
        )
    elif isinstance(block, report.Paragraph):
        # Justified lines with a web address in them are torn apart.
        side = _Side.AlignLeft if _LONG_LATIN.search(block.text) else _Side.AlignJustify
        paper.line(
            block.text, FANGSONG, _BODY_POINTS, side=side, height=_LINE_POINTS, indent=indent
        )
    elif isinstance(block, report.Table):
        _set_table(paper, edition.grid(block.grid), edition, figures)
    elif isinstance(block, report.Note):
        paper.line(block.text, SONG, 10.5, side=_Side.AlignLeft)
    elif isinstance(block, report.Signature):
        paper.line("", FANGSONG, _BODY_POINTS, height=_LINE_POINTS)
        for text in filter(None, (block.unit, block.day)):
            paper.line(
                f"{text}　　", FANGSONG, _BODY_POINTS, side=_Side.AlignRight, height=_LINE_POINTS
            )
    else:
        paper.line(block.label, HEI, _BODY_POINTS, height=_LINE_POINTS, new_page=True)
        paper.line(block.title, SMALL_SONG, 18, side=_Side.AlignHCenter, height=_LINE_POINTS)
        _set_lines(paper, block.above)
        for grid in block.grids:
            _set_table(paper, edition.grid(grid), edition, figures)
        _set_lines(paper, block.below)


def set_sheet(
    paper: Paper, edition: Edition, figures: Mapping[str, Figure], fields: Mapping[str, str]
) -> None:
    """Set the tables alone with the lines around them; `fields` fill their 【fields】."""
    from disclosure_desk.statistics.fields import filled

    def told(lines: tuple[SheetLine, ...]) -> tuple[SheetLine, ...]:
        return tuple(
            SheetLine(tuple(filled(piece, fields) for piece in line.pieces), line.centred)
            for line in lines
        )

    titles = {id_: chapter.title for chapter in edition.chapters for id_ in chapter.grids}
    paper.line(
        filled(edition.title, fields), SMALL_SONG, 18, side=_Side.AlignHCenter, height=_LINE_POINTS
    )
    _set_lines(paper, told(edition.above))
    for grid in edition.grids:
        if title := grid.title or titles.get(grid.id, ""):
            paper.line(title, HEI, 14, side=_Side.AlignHCenter, height=_LINE_POINTS, keep=True)
        _set_table(paper, grid, edition, figures, titled=False)
    _set_lines(paper, told(edition.below))


def _set_table(
    paper: Paper,
    grid: Grid,
    edition: Edition,
    figures: Mapping[str, Figure],
    *,
    titled: bool = True,
) -> None:
    def said(placed: PlacedCell) -> str:
        if placed.cell.kind != "figure":
            return placed.cell.text
        code = placed.cell.text
        return shown(figures[code], signed=edition.cells[code].signed)

    if titled and grid.title:
        paper.line(grid.title, HEI, 12, side=_Side.AlignHCenter)
    paper.table(grid, said, 9 if len(grid.widths) > FEW_COLUMNS else 10.5)


def _set_lines(paper: Paper, lines: tuple[SheetLine, ...]) -> None:
    for line in lines:
        side = _Side.AlignHCenter if line.centred else _Side.AlignLeft
        paper.line("　　　".join(line.pieces), SONG, 12, side=side, height=20)
