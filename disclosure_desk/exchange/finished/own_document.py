"""A Word report of this program's own: type, lines and merges held against the official layout."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.packages import parsed, part_of
from disclosure_desk.exchange.word_page import BODY, CELL, LATIN, TYPE
from disclosure_desk.exchange.word_table import covering, edges_of, fitting, style_of
from disclosure_desk.statistics.finished_report import OwnFault
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.statistics.naming import named

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINE = ("single", "4")  # half a point
_LATIN = ("ascii", "hAnsi")
_NAMED, _SNIPPET = 3, 12


def is_own(path: Path, package: zipfile.ZipFile) -> bool:
    """Whether the document has the styles of this program's reports."""
    try:
        styles = parsed(part_of(path, package, "word/styles.xml"))
    except (KeyError, etree.LxmlError):
        return False
    return {BODY, CELL} <= {str(one.get(f"{_W}styleId")) for one in styles.iter(f"{_W}style")}


def faults_of(path: Path, package: zipfile.ZipFile, edition: Edition) -> list[OwnFault]:
    """B1 to B3 of the document's styles, text and tables."""
    styles = parsed(part_of(path, package, "word/styles.xml"))
    body = parsed(part_of(path, package, "word/document.xml"))
    tables = list(body.iter(f"{_W}tbl"))
    grids = [edition.grid(id_) for id_ in edition.printed_grids]
    found = [*_of_styles(styles), *_of_text(body)]
    if len(tables) != len(grids):
        text = f"报告应有{len(grids)}张表，文件里有{len(tables)}张。"
        return [*found, OwnFault("B3", text)]
    for grid, table in zip(grids, tables, strict=True):
        found += _of_table(edition, grid, table)
    return found


def _of_styles(styles: etree._Element) -> Iterator[OwnFault]:
    for style in styles.iter(f"{_W}style"):
        id_ = str(style.get(f"{_W}styleId"))
        if id_ not in TYPE:
            continue
        font, half_points = TYPE[id_]
        held = _Type.of(style.find(f"{_W}rPr"))
        if not held.is_that(font, half_points, latin=LATIN):
            name = style.find(f"{_W}name")
            called = name.get(f"{_W}val") if name is not None else id_
            text = f"样式“{called}”的字体字号不是{font}{_points(half_points)}。"
            yield OwnFault("B2", text)


class _Type:
    """Fonts and size that properties name; empty where they name none."""

    def __init__(self, fonts: Mapping[str, str], size: str, marks: Sequence[str]) -> None:
        self.fonts = fonts
        self.size = size
        self.marks = marks

    @classmethod
    def of(cls, properties: etree._Element | None) -> "_Type":
        fonts: dict[str, str] = {}
        size, marks = "", []
        for one in properties if properties is not None else ():
            name = str(one.tag).removeprefix(_W)
            value = str(one.get(f"{_W}val", ""))
            if name == "rFonts":
                fonts = {str(key).removeprefix(_W): str(held) for key, held in one.items()}
            elif name == "sz":
                size = value
            elif name in ("b", "i", "u", "strike") and value not in ("0", "false", "none"):
                marks.append(name)
        return cls(fonts, size, marks)

    def is_that(self, font: str, half_points: int, *, latin: str) -> bool:
        """Whether a style says exactly this."""
        return (
            self.fonts.get("eastAsia") == font
            and all(self.fonts.get(one) == latin for one in _LATIN)
            and self.size == str(half_points)
        )

    def is_other_font(self, font: str) -> bool:
        """Whether what is said beside the style makes it another font."""
        themed = any(one.endswith("Theme") for one in self.fonts)
        # Word names the Chinese font for both scripts where a text was pasted.
        latin = any(self.fonts.get(one, LATIN) not in (LATIN, font) for one in _LATIN)
        return themed or latin or self.fonts.get("eastAsia", font) != font

    def is_other_size(self, half_points: int) -> bool:
        """Whether what is said beside the style makes it another size."""
        return self.size not in ("", str(half_points))


def _points(half_points: int) -> str:
    return f"{half_points / 2:g}磅"


def _of_text(body: etree._Element) -> Iterator[OwnFault]:
    """Paragraphs outside of tables in another type than their style's."""
    places = []
    for paragraph in body.iter(f"{_W}p"):
        style = _style(paragraph)
        if style not in TYPE or next(paragraph.iterancestors(f"{_W}tbl"), None) is not None:
            continue
        font, size = TYPE[style]
        told = map(_Type.of, _runs(paragraph))
        if any(one.is_other_font(font) or one.is_other_size(size) for one in told):
            places.append(_words(paragraph))
    if places:
        shown = "、".join(f"“{one[:_SNIPPET]}”" for one in places[:_NAMED])
        text = f"{len(places)}段文字的字体字号与公文格式不同（{shown}）。"
        yield OwnFault("B2", text)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(found.get(f"{_W}val")) if found is not None else ""


def _runs(paragraph: etree._Element) -> Iterator[etree._Element | None]:
    """The properties of runs that show something."""
    for run in paragraph.iter(f"{_W}r"):
        if "".join(one.text or "" for one in run.iter(f"{_W}t")).strip():
            yield run.find(f"{_W}rPr")


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))


def _of_table(edition: Edition, grid: Grid, table: etree._Element) -> Iterator[OwnFault]:
    title = _title(edition, grid)
    rows = table.findall(f"{_W}tr")
    read = [[_shape(cell) for cell in row.findall(f"{_W}tc")] for row in rows]
    for number, (due, held) in enumerate(zip_longest(_shapes(grid), read), start=1):
        if due != held:
            text = f"“{title}”的表格从第{number}行起，行列或合并与官方版式不同。"
            yield OwnFault("B3", text)
            return
    if not _is_lined(table.find(f"{_W}tblPr/{_W}tblBorders"), _SIDES):
        yield OwnFault("B1", f"“{title}”的表格框线与官方版式不同，请补全。")
    yield from _of_cells(edition, grid, rows, title)


def _title(edition: Edition, grid: Grid) -> str:
    titles = [one.title for one in edition.chapters if grid.id in one.grids]
    return titles[0] if titles else "政府信息公开情况统计表"


def _shapes(grid: Grid) -> list[list[tuple[int, str]]]:
    """Row by row how many columns each cell covers, and whether it goes on from above."""
    covered = covering(grid)
    shapes = []
    for row in range(grid.row_count):
        places = dict.fromkeys(covered[row, at] for at in range(len(grid.widths)))
        shapes.append(
            [
                (one.cell.columns, "" if one.cell.rows == 1 else
                 "restart" if row == one.row else "continue")
                for one in places
            ]
        )  # fmt: skip
    return shapes


def _shape(cell: etree._Element) -> tuple[int, str]:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    columns = str(span.get(f"{_W}val", "1")) if span is not None else "1"
    going = "" if merge is None else str(merge.get(f"{_W}val", "continue"))
    return int(columns) if columns.isdecimal() and len(columns) < 5 else 0, going


def _is_lined(borders: etree._Element | None, sides: Sequence[str]) -> bool:
    held = {
        str(one.tag).removeprefix(_W): (one.get(f"{_W}val"), one.get(f"{_W}sz"))
        for one in (borders if borders is not None else ())
    }
    return all(held.get(one) == _LINE for one in sides)


def _of_cells(
    edition: Edition, grid: Grid, rows: Sequence[etree._Element], title: str
) -> Iterator[OwnFault]:
    """Cells with lines of their own, or in another type."""
    covered, edges = covering(grid), edges_of(grid)
    lines: list[PlacedCell] = []
    types: list[PlacedCell] = []
    for number, row in enumerate(rows):
        places = dict.fromkeys(covered[number, at] for at in range(len(grid.widths)))
        for placed, cell in zip(places, row.findall(f"{_W}tc"), strict=True):
            own = cell.find(f"{_W}tcPr/{_W}tcBorders")
            sides = [str(one.tag).removeprefix(_W) for one in own] if own is not None else []
            if not _is_lined(own, sides):
                lines.append(placed)
            width = edges[placed.column + placed.cell.columns] - edges[placed.column]
            if not _is_typed(placed, cell, style_of(grid), width):
                types.append(placed)
    for rule, found, words in (
        ("B1", lines, "框线与官方版式不同"), ("B2", types, "字体字号与官方版式不同"),
    ):  # fmt: skip
        if found:
            yield _in_cells(rule, edition, title, list(dict.fromkeys(found)), words)


def _is_typed(placed: PlacedCell, cell: etree._Element, style: str, width: int) -> bool:
    font, size = TYPE[style]
    if placed.cell.kind == "figure":
        # A long figure is set smaller, so that it stays on its line.
        size = fitting(_words(cell), width, style) or size
    for paragraph in cell.iter(f"{_W}p"):
        told = [_Type.of(run) for run in _runs(paragraph)]
        if told and _style(paragraph) != style:
            return False
        if any(one.marks or one.is_other_font(font) or one.is_other_size(size) for one in told):
            return False
    return True


def _in_cells(
    rule: str, edition: Edition, title: str, found: Sequence[PlacedCell], words: str
) -> OwnFault:
    codes = tuple(one.cell.text for one in found if one.cell.kind == "figure")
    names = [
        named(edition.cells[one.cell.text]) if one.cell.kind == "figure" else f"“{one.cell.text}”"
        for one in found
    ]
    shown = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
    return OwnFault(rule, f"“{title}”的表格有{len(found)}格{words}（{shown}）。", codes)
