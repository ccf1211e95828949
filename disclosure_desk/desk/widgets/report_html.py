"""The composed report as rich text: the preview of what Word will print."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition, SheetLine
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.statistics.printing import shown

if TYPE_CHECKING:
    from disclosure_desk.statistics.report import Block, Report

# Named first as on office computers, then what Linux desktops have instead.
_STYLE = """
body { color: #1a1a1a; font-family: "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif; }
.title { text-align: center; font-size: 17pt; font-weight: bold; margin: 14px 0;
  font-family: "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; }
.first { font-weight: bold; margin: 14px 0 6px 0; text-indent: 24px;
  font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
.second { margin: 6px 0; text-indent: 24px;
  font-family: "楷体_GB2312", "楷体", KaiTi, "Noto Serif CJK SC", serif; }
.text { text-indent: 24px; margin: 4px 0; line-height: 140%; }
.draft { text-indent: 24px; margin: 4px 0; line-height: 140%; color: #6b6b6b; }
.note { font-size: 9pt; margin: 2px 0; }
.line { margin: 4px 0; white-space: pre-wrap; }
.centred { text-align: center; margin: 4px 0; white-space: pre-wrap; }
.signature { text-align: right; margin: 10px 24px 2px 0; }
table { border-collapse: collapse; border-style: solid; border-width: 1px; border-color: #404040; }
td { border-style: solid; border-width: 1px; border-color: #404040; padding: 2px;
  font-size: 8pt; vertical-align: middle; white-space: pre-wrap; }
"""


def report_html(report: "Report", figures: Mapping[str, Figure]) -> str:
    """The whole report; each chapter carries an anchor chapter-1, chapter-2 …"""
    chapter = 0
    parts = [f'<p class="title">{escape(report.title)}</p>']
    for block in report.blocks:
        if _is_chapter(block):
            chapter += 1
            parts.append(f'<a name="chapter-{chapter}"></a>')
        parts.extend(_block(block, report.edition, figures))
    return f"<html><head><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"


def _is_chapter(block: "Block") -> bool:
    from disclosure_desk.statistics.report import Heading

    return isinstance(block, Heading) and block.level == 1


def _block(block: "Block", edition: Edition, figures: Mapping[str, Figure]) -> Iterator[str]:
    from disclosure_desk.statistics import report

    if isinstance(block, report.Heading):
        yield _p("first" if block.level == 1 else "second", block.text)
    elif isinstance(block, report.Paragraph):
        yield _p("draft" if block.draft else "text", block.text)
    elif isinstance(block, report.Table):
        yield _table(edition.grid(block.grid), edition, figures)
    elif isinstance(block, report.Note):
        yield _p("note", block.text)
    elif isinstance(block, report.Signature):
        yield _p("signature", block.unit) + _p("signature", block.day)
    else:
        yield _p("line", block.label) + _p("title", block.title)
        yield from (_line(line) for line in block.above)
        yield from (_table(edition.grid(grid), edition, figures) for grid in block.grids)
        yield from (_line(line) for line in block.below)


def _p(style: str, text: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def _line(line: SheetLine) -> str:
    return _p("centred" if line.centred else "line", "　　".join(line.pieces))


def _table(grid: Grid, edition: Edition, figures: Mapping[str, Figure]) -> str:
    by_row = groupby(grid.cells, key=lambda placed: placed.row)
    rows = "".join(
        f"<tr>{''.join(_cell(placed, grid, edition, figures) for placed in placed_cells)}</tr>"
        for _, placed_cells in by_row
    )
    title = _p("centred", grid.title)
    return f'{title}<table width="98%" cellspacing="0">{rows}</table><p class="note"></p>'


def _cell(placed: PlacedCell, grid: Grid, edition: Edition, figures: Mapping[str, Figure]) -> str:
    cell = placed.cell
    text = cell.text
    if cell.kind == "figure":
        signed = edition.cells[cell.text].signed
        text = shown(figures[cell.text], signed=signed) if cell.text in figures else ""
    centred = cell.kind != "label" or cell.centred or cell.rows > 1
    # Qt takes the width of a merged cell for that of its first column.
    share = 100 * grid.widths[placed.column] / sum(grid.widths)
    width = f' width="{share:.2f}%"' if cell.columns == 1 else ""
    return (
        f'<td rowspan="{cell.rows}" colspan="{cell.columns}"{width}'
        f' align="{"center" if centred else "left"}">{escape(text)}</td>'
    )
