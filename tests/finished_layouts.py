"""Finished reports as offices lay them out: one report in many layouts and file formats."""

import html
import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.grid import Grid, GridCell, PlacedCell


@dataclass(frozen=True)
class Piece:
    """A cell of a table as a layout writes it; `text` of a figure is what is printed."""

    text: str
    kind: str = "label"
    rows: int = 1
    columns: int = 1


Rows = list[list[Piece]]


@dataclass(frozen=True)
class Told:
    """A report to be laid out: its figures as printed, and its text by chapter (from 1)."""

    edition: str
    year: int | None
    unit: str
    printed: Mapping[str, str]
    preface: tuple[str, ...] = ()
    texts: Mapping[int, Sequence[str]] = field(default_factory=dict)
    title: str = ""

    @property
    def heading(self) -> str:
        """The title over the report."""
        kind = "政府信息公开工作年度报告"
        return self.title or f"{self.unit}{self.year or ''}{'年' if self.year else ''}{kind}"


def sound_texts(year: int) -> dict[int, list[str]]:
    """Chapters that say enough, and nothing about figures."""
    return {
        1: [f"{year}年，本机关按照要求做好政府信息公开工作，及时回应社会关切。"],
        5: ["部分信息公开不够及时，个别栏目更新较慢。今后逐条登记公开期限，按月检查，及时更新。"],
        6: ["本年度未收取信息处理费。"],
    }


def printed(value: object) -> str:
    """A figure of a case file as it is printed."""
    if value is None:
        return ""
    number = Decimal(str(value))
    whole = number == number.to_integral_value()
    return str(int(number)) if whole else format(number.normalize(), "f")


# ------------------------------------------------------------------------- the layouts


def official(grid: Grid, said: Mapping[str, str]) -> Rows:
    """As the form prints it, every merge in place."""
    rows: Rows = [[] for _ in range(grid.row_count)]
    for placed in sorted(grid.cells, key=lambda one: (one.row, one.column)):
        rows[placed.row].append(_piece(placed, said))
    return rows


def _piece(placed: PlacedCell, said: Mapping[str, str]) -> Piece:
    cell: GridCell = placed.cell
    text = said[cell.text] if cell.kind == "figure" else cell.text
    return Piece(text, cell.kind, cell.rows, cell.columns)


def _labels(grid: Grid, row: int) -> list[str]:
    labels = [
        one
        for one in grid.cells
        if one.cell.kind == "label" and one.row <= row < one.row + one.cell.rows
    ]
    return [one.cell.text for one in sorted(labels, key=lambda one: one.column)]


def _figures(grid: Grid, row: int) -> list[PlacedCell]:
    return [one for one in grid.cells if one.cell.kind == "figure" and one.row == row]


def _heads(grid: Grid, row: int) -> list[PlacedCell]:
    return [one for one in grid.cells if one.cell.kind == "head" and one.row == row]


def one_label_column(grid: Grid, said: Mapping[str, str], *, joined: bool = False) -> Rows:
    """Labels in one column: the groups on rows of their own, or their words in one cell."""
    if not any(one.cell.kind == "label" for one in grid.cells):
        return official(grid, said)
    rows: Rows = []
    group: list[str] = []
    for row in range(grid.row_count):
        figures, labels = _figures(grid, row), _labels(grid, row)
        heads = _heads(grid, row)
        if heads and not figures:
            if grid.id == "requests" and row < grid.head_rows - 1:
                continue
            if grid.id == "requests":
                columns = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构")
                rows.append([Piece(one, "head") for one in ("项目", *columns, "其他", "总计")])
            else:
                rows.append([Piece(one.cell.text, "head") for one in heads])
            continue
        units = labels[-1:] if grid.id == "statistics" and figures else []
        labels = labels[: len(labels) - len(units)]
        if joined:
            name = "".join(labels)
        else:
            for label in labels[:-1]:
                if label not in group:
                    group.append(label)
                    rows.append([Piece(label), *[Piece("") for _ in figures]])
            name = labels[-1]
        line = [Piece(name), *[Piece(unit) for unit in units]]
        if not figures and grid.id == "statistics":
            line += [Piece(""), Piece("")]
        rows.append(line + [replace(_piece(one, said), columns=1) for one in figures])
    return rows


def joined_labels(grid: Grid, said: Mapping[str, str]) -> Rows:
    """The whole path of a row in its one label cell."""
    return one_label_column(grid, said, joined=True)


def loose(grid: Grid, said: Mapping[str, str]) -> Rows:
    """Widths and brackets changed, blanks and line breaks inside labels, units behind numbers."""
    rows = official(grid, said)
    return [
        [replace(one, text=_loose_figure(one.text)) if one.kind == "figure"
         else replace(one, text=_loose_words(one.text)) for one in row]
        for row in rows
    ]  # fmt: skip


def _loose_words(text: str) -> str:
    text = text.replace("（", "(").replace("）", ")").replace("1.", "１．").replace("“", '"')
    middle = len(text) // 2
    return f" {text[:2]}\u3000{text[2:middle]}\n{text[middle:]} " if len(text) > 4 else text


def _loose_figure(text: str) -> str:
    if not text.lstrip("-").replace(".", "", 1).isdigit():
        return text
    whole, _, part = text.partition(".")
    grouped = f"{int(whole):,}" + (f".{part}" if part else "")
    return f" {grouped} "


def split_pages(grid: Grid, said: Mapping[str, str]) -> Rows:
    """Cut in the middle: heads and group labels are printed again on the second page."""
    rows: Rows = []
    cut = (grid.head_rows + grid.row_count) // 2 + 1
    covering = {
        (one.row + down, one.column + right): one
        for one in grid.cells
        for down in range(one.cell.rows)
        for right in range(one.cell.columns)
    }
    for row in range(grid.row_count):
        if row == cut and grid.id != "art20":
            rows += [
                [_piece(one, said) for one in _heads(grid, head)] for head in range(grid.head_rows)
            ]
        line = []
        for column in range(len(grid.widths)):
            placed = covering[row, column]
            if placed.column != column or (placed.row != row and row != cut):
                continue
            last = placed.row + placed.cell.rows
            stop = min(last, cut) if row < cut else last
            line.append(replace(_piece(placed, said), rows=stop - row))
        rows.append(line)
    return rows


def unmerged(grid: Grid, said: Mapping[str, str]) -> Rows:
    """No merges: a text stands in the first of its places, the others are empty."""
    rows = [[Piece("") for _ in grid.widths] for _ in range(grid.row_count)]
    for placed in grid.cells:
        rows[placed.row][placed.column] = replace(_piece(placed, said), rows=1, columns=1)
    return rows


def beside(grid: Grid, said: Mapping[str, str]) -> Rows:
    """Reviews and lawsuits one under the other; the other tables with a column of numbers first."""
    if grid.id == "review":
        states = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        rows: Rows = [[Piece("类型", "head", 1, 2), *[Piece(one, "head") for one in states]]]
        figures = [one for one in grid.cells if one.cell.kind == "figure"]
        figures.sort(key=lambda one: one.column)
        for at, names in enumerate(
            (["行政复议"], ["行政诉讼", "未经复议直接起诉"], ["行政诉讼", "复议后起诉"])
        ):
            labels = [Piece(names[0], "label", 1, 2)] if len(names) == 1 else [*map(Piece, names)]
            rows.append(labels + [_piece(one, said) for one in figures[at * 5 : at * 5 + 5]])
        return rows
    numbered: Rows = []
    for at, row in enumerate(official(grid, said)):
        numbered.append([Piece("序号" if at == 0 else str(at)), *row])
    return numbered


LAYOUTS: dict[str, Callable[[Grid, Mapping[str, str]], Rows]] = {
    "official": official,
    "one label column": one_label_column,
    "joined labels": joined_labels,
    "loose": loose,
    "split": split_pages,
    "unmerged": unmerged,
    "beside": beside,
}


# ------------------------------------------------------------------- the whole document


def items(told: Told, layout: str, *, apart: bool = False) -> list[str | Rows]:
    """Paragraphs and tables in order; `apart` makes a table of its own of each block."""
    edition = editions()[told.edition]
    lay = LAYOUTS[layout]
    body: list[str | Rows] = [told.heading, *told.preface]
    for number, chapter in enumerate(edition.chapters, start=1):
        body.append(chapter.title)
        body += told.texts.get(number, ())
        for id_ in chapter.grids:
            rows = lay(edition.grid(id_), told.printed)
            body += _blocks(rows) if apart and id_ == "art20" else [rows]
    for annex in edition.annexes:
        body += [annex.label, f"{told.unit}政府信息公开情况统计表", f"（{told.year}年度）"]
        body += [lay(edition.grid(id_), told.printed) for id_ in annex.grids]
    return body


def _blocks(rows: Rows) -> list[str | Rows]:
    blocks: list[str | Rows] = []
    for row in rows:
        if not blocks or any(piece.text.startswith("第二十条") for piece in row):
            blocks.append([])
        block = blocks[-1]
        assert isinstance(block, list)
        block.append(row)
    return blocks


# --------------------------------------------------------------------------- the files


def write_docx(path: Path, body: Sequence[str | Rows]) -> Path:
    """A Word document as small as Word takes it."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = "".join(
        _paragraph(one) if isinstance(one, str) else _word_table(one) + "<w:p/>" for one in body
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{namespace}">'
            f"<w:body>{parts}</w:body></w:document>",
        )
    return path


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def _paragraph(text: str) -> str:
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _word_table(rows: Rows) -> str:
    covered: dict[int, tuple[int, int]] = {}  # column: rows left, columns
    lines = []
    for row in rows:
        cells, column, pieces = [], 0, list(row)
        while pieces or column in covered:
            if column in covered:
                left, columns = covered.pop(column)
                if left > 1:
                    covered[column] = (left - 1, columns)
                cells.append(_word_cell("", columns, "<w:vMerge/>"))
                column += columns
                continue
            piece = pieces.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if piece.rows > 1 else ""
            if piece.rows > 1:
                covered[column] = (piece.rows - 1, piece.columns)
            cells.append(_word_cell(piece.text, piece.columns, merge))
            if piece.rows > 1:
                # It is taken up again in the next row, not in this one.
                column += piece.columns
                continue
            column += piece.columns
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    across = max(sum(piece.columns for piece in row) for row in rows)
    grid = f'<w:gridCol w:w="{9000 // across}"/>' * across
    return (
        f"<w:tbl><w:tblPr>{_BORDERS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


_BORDERS = (
    '<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _word_cell(text: str, columns: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{_paragraph(text)}</w:tc>"


def write_xlsx(path: Path, body: Sequence[str | Rows], *, numbers: bool = True) -> Path:
    """One sheet with all of it; figures as numbers or as texts."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("年报")
    at = 0
    for one in body:
        if isinstance(one, str):
            sheet.write_string(at, 0, one)
            at += 1
            continue
        taken: set[tuple[int, int]] = set()
        for down, row in enumerate(one):
            column = 0
            for piece in row:
                while (down, column) in taken:
                    column += 1
                place = (at + down, column, at + down + piece.rows - 1, column + piece.columns - 1)
                if piece.rows > 1 or piece.columns > 1:
                    sheet.merge_range(*place, "")
                number = _number(piece) if numbers else None
                if number is not None:
                    sheet.write_number(at + down, column, number)
                elif piece.text:
                    sheet.write_string(at + down, column, piece.text)
                taken |= {
                    (down + d, column + c) for d in range(piece.rows) for c in range(piece.columns)
                }
        at += len(one)
    workbook.close()
    return path


def _number(piece: Piece) -> float | None:
    text = piece.text.removeprefix("-").replace(".", "", 1)
    return float(piece.text) if piece.kind == "figure" and text.isdigit() else None


def write_html(
    path: Path, body: Sequence[str | Rows], *, encoding: str = "utf-8", nested: bool = False
) -> Path:
    """A saved page; `nested` puts it into the layout tables of a portal."""
    parts = "".join(
        f"<p class=MsoNormal><span lang=EN-US>{_spell(one)}<o:p></o:p></span></p>"
        if isinstance(one, str)
        else _html_table(one)
        for one in body
    )
    if nested:
        parts = (
            "<table width=1000><tr><td><table><tr><td>首页 &gt; 信息公开</td><td>今天是星期一</td>"
            f"</tr></table></td></tr><tr><td><div>{parts}</div></td></tr></table>"
        )
    page = (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv='
        f'"Content-Type" content="text/html; charset={encoding}"><title>年度报告</title>'
        f"<style>p {{mso-style: 1}}</style></head><body><!--[if gte mso 9]><xml></xml><![endif]-->"
        f"{parts}</body></html>"
    )
    path.write_bytes(page.encode(encoding))
    return path


def _spell(text: str) -> str:
    return "<br>".join(html.escape(line) for line in text.split("\n"))


def _html_table(rows: Rows) -> str:
    lines = []
    for row in rows:
        cells = []
        for one in row:
            spans = f' rowspan="{one.rows}"' if one.rows > 1 else ""
            spans += f" colspan={one.columns}" if one.columns > 1 else ""
            cells.append(f"<td{spans}><p align=center>{_spell(one.text) or '&nbsp;'}</p></td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1 class=MsoNormalTable>{''.join(lines)}</table>"


WRITERS: dict[str, Callable[[Path, Sequence[str | Rows]], Path]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "xlsx texts": lambda path, body: write_xlsx(path, body, numbers=False),
    "html": write_html,
    "html gbk nested": lambda path, body: write_html(path, body, encoding="gbk", nested=True),
}


def random_figures(edition: str, seed: int) -> dict[str, int | Decimal]:
    """Figures in which every relation of the edition holds."""
    form = editions()[edition]
    draw = random.Random(seed)
    figures: dict[str, int | Decimal] = {}
    for code, cell in form.cells.items():
        if cell.unit == "万元":
            figures[code] = Decimal(draw.randrange(0, 10**9)) / 10 ** draw.choice((0, 2, 6))
        else:
            figures[code] = draw.choice((0, 0, 1, 2, 7, 13, 260, 4321))
            if cell.signed:
                figures[code] -= draw.choice((0, 20))
    if "requests.new.total" in figures:
        for column in ("natural", "business", "research", "public_welfare", "legal_service"):
            _balance(figures, form.cells, column)
        _balance(figures, form.cells, "other")
    for _ in range(4):
        for cell in form.cells.values():
            if cell.parts:
                figures[cell.code] = sum(figures[part] for part in cell.sums[0].parts)
    return figures


def _balance(figures: dict[str, int | Decimal], cells: Mapping[str, object], column: str) -> None:
    """Carry over as many as make new and finished requests come out."""
    done = sum(
        amount
        for code, amount in figures.items()
        if code.startswith("requests.3.")
        and code.endswith(f".{column}")
        and not code.startswith("requests.3.7.")
    )
    figures[f"requests.3.7.{column}"] = done
    arrived = figures[f"requests.new.{column}"] + figures[f"requests.carried_in.{column}"]
    if arrived < done:
        figures[f"requests.new.{column}"] += done - arrived
        arrived = done
    figures[f"requests.carried_out.{column}"] = arrived - done
