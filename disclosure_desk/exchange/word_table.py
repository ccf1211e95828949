"""A printed table of an edition in Word: written row by row, and read back cell by cell."""

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from lxml.etree import _Element

from disclosure_desk.exchange.word_page import CELL, SMALL_CELL, TEXT_WIDTH, TYPE
from disclosure_desk.exchange.word_text import paragraph
from disclosure_desk.statistics.grid import Grid, GridCell, PlacedCell

_MANY_COLUMNS = 12
_ROW_HEIGHT = 400  # twips, at least
_SIDE_MARGIN, _WIDE_MARGIN = 28, 90  # twips
_FEW_COLUMNS = 4
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_xml(grid: Grid, said: Callable[[GridCell], str]) -> str:
    """The table with what `said` gives for each cell.

    WPS obeys w:gridCol, Word w:tcW: both are written, the layout is fixed.
    """
    edges = edges_of(grid)
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    # Half a point is four eighths; a row of figures breathes by the cell's own margins.
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES
    )
    side_margin = _WIDE_MARGIN if len(grid.widths) <= _FEW_COLUMNS else _SIDE_MARGIN
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (
            *(("top", 40), ("left", side_margin), ("bottom", 40), ("right", side_margin)),
        )
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(_rows(grid, edges, said))}</w:tbl>"
    )


def edges_of(grid: Grid) -> list[int]:
    """Where the grid columns begin and end, in twips; they fill the text width exactly."""
    total = sum(grid.widths)
    return [0, *(round(TEXT_WIDTH * share / total) for share in accumulate(grid.widths))]


def _rows(grid: Grid, edges: list[int], said: Callable[[GridCell], str]) -> Iterator[str]:
    style = style_of(grid)
    covered = covering(grid)
    heads = {place.row for place in grid.cells if place.cell.kind == "head"}
    # Headings that belong to the whole table are repeated; of a table of several blocks each
    # block has its own and is kept on one page instead.
    repeated = max(heads, default=-1) < grid.head_rows
    block_ends = {row - 1 for row in heads if row - 1 not in heads} | {grid.row_count - 1}
    for row in range(grid.row_count):
        properties = f'<w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>'
        if repeated and row < grid.head_rows:
            properties += "<w:tblHeader/>"
        together = row in heads or (not repeated and row not in block_ends)
        cells = "".join(
            _cell(place, row, edges, said, style, together=together)
            for place in dict.fromkeys(covered[row, at] for at in range(len(grid.widths)))
        )
        yield f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def style_of(grid: Grid) -> str:
    """The style of its cells: small type where there are many columns."""
    return SMALL_CELL if len(grid.widths) > _MANY_COLUMNS else CELL


def covering(grid: Grid) -> dict[tuple[int, int], PlacedCell]:
    """Which printed cell covers each place of the grid."""
    return {
        (place.row + down, place.column + right): place
        for place in grid.cells
        for down in range(place.cell.rows)
        for right in range(place.cell.columns)
    }


def _cell(
    place: PlacedCell,
    row: int,
    edges: list[int],
    said: Callable[[GridCell], str],
    style: str,
    *,
    together: bool,
) -> str:
    cell = place.cell
    width = edges[place.column + cell.columns] - edges[place.column]
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if row == place.row else "<w:vMerge/>"
    text = said(cell) if row == place.row else ""
    size = fitting(text, width, style) if cell.kind == "figure" else 0
    extra = "<w:keepNext/>" if together else ""
    if not cell.centred and cell.kind != "figure":
        extra += '<w:jc w:val="left"/>'
    return (
        f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(text, style, extra, half_points=size)}</w:tc>"
    )


def fitting(figure: str, width: int, style: str) -> int:
    """The size in half points at which a long figure stays on one line; 0: that of the style."""
    usual = TYPE[style][1]
    # A digit is half as wide as its size: points are twips / 20, half points twips / 10.
    largest = (width - 2 * _SIDE_MARGIN) // 5 // max(len(figure), 1)
    return 0 if largest >= usual else largest


def texts_of(table: CT_Tbl) -> dict[tuple[int, int], str]:
    """The text of every cell of a Word table by the place where it begins, counted from 0.

    Continuations of a cell that is merged downwards are left out.
    """
    found: dict[tuple[int, int], str] = {}
    for row, line in enumerate(table.findall(qn("w:tr"))):
        column = 0
        for cell in line.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is None or merged.get(qn("w:val")) == "restart":
                found[row, column] = _text(cell)
            column += int(span.get(qn("w:val"), "1")) if span is not None else 1
    return found


def _text(cell: _Element) -> str:
    return "".join(piece.text or "" for piece in cell.iter(qn("w:t")))
