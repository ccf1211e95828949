"""An Excel table of this program's own: type, lines, merges and kinds of cells looked over."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from posixpath import join, normpath

from lxml import etree
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range

from disclosure_desk.exchange.finished.packages import parsed, part_of, whole_number
from disclosure_desk.exchange.table_layout import CHECKS_SHEET, NOTES_SHEET, Page, pages_of
from disclosure_desk.exchange.table_looks import (
    BODY_FONT,
    HEADING_FONT,
    TITLE_FONT,
    number_format,
)
from disclosure_desk.statistics.finished_report import OwnFault
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import PlacedCell
from disclosure_desk.statistics.naming import named

_N = "{*}"
_SIDES = ("left", "right", "top", "bottom")
_BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
_NAMED = 3
_TITLE_POINTS, _HEADING_POINTS, _LINE_POINTS = 18, 14, 12
_LINES, _TYPE, _NUMBERS = _FAULTS = (
    ("B1", "框线与官方版式不同"),
    ("B2", "字体字号与官方版式不同"),
    ("B4", "数字存成了文本，或者显示格式不对"),
)
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks: its font, whether it is set off, its lines, and its number format."""

    font: str
    points: float
    is_set_off: bool
    lines: frozenset[str]
    shape: str


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell as the sheet holds it."""

    look: _Look | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnSheets:
    """The official sheets of an own workbook: their cells by place, and their merges."""

    cells: Mapping[str, Mapping[tuple[int, int], _Held]]
    merges: Mapping[str, frozenset[str]]

    def texts(self) -> Iterator[str]:
        """Every text of the sheets from top to bottom, numbers left out."""
        for cells in self.cells.values():
            for place in sorted(cells):
                if cells[place].kind == "text" and cells[place].text:
                    yield cells[place].text


def own_sheets(path: Path, package: zipfile.ZipFile, edition: Edition) -> OwnSheets | None:
    """The official sheets; None for a workbook that is not of this program's own."""
    parts = _sheet_parts(path, package)
    pages = [page.sheet for page in pages_of(edition)]
    if not {*pages, CHECKS_SHEET, NOTES_SHEET} <= parts.keys():
        return None
    looks = _looks(parsed(part_of(path, package, "xl/styles.xml")))
    shared = _shared(path, package)
    sheets = {name: parsed(part_of(path, package, parts[name])) for name in pages}
    return OwnSheets(
        {name: dict(_cells(sheet, looks, shared)) for name, sheet in sheets.items()},
        {
            name: frozenset(one.get("ref", "") for one in sheet.iter(f"{_N}mergeCell"))
            for name, sheet in sheets.items()
        },
    )


def _sheet_parts(path: Path, package: zipfile.ZipFile) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    relations = parsed(part_of(path, package, "xl/_rels/workbook.xml.rels"))
    targets = {str(one.get("Id")): one.get("Target", "") for one in relations}
    found = {}
    for sheet in parsed(part_of(path, package, "xl/workbook.xml")).iter(f"{_N}sheet"):
        id_ = next((str(held) for key, held in sheet.items() if str(key).endswith("}id")), "")
        target = targets.get(id_, "")
        name = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        found[sheet.get("name", "")] = name
    return found


def _shared(path: Path, package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = parsed(part_of(path, package, "xl/sharedStrings.xml"))
    return [_text(one) for one in root.iter(f"{_N}si")]


def _text(element: etree._Element) -> str:
    """The text of a string, the readings above hanzi left out."""
    return "".join(
        one.text or ""
        for one in element.iter(f"{_N}t")
        if next(one.iterancestors(f"{_N}rPh"), None) is None
    )


def _looks(styles: etree._Element) -> list[_Look]:
    """What each number of a cell's style stands for."""
    shapes = dict(_BUILT_IN)
    for one in styles.iter(f"{_N}numFmt"):
        shapes[whole_number(one.get("numFmtId"))] = one.get("formatCode", "")
    fonts = [_font(one) for one in _inside(styles, "fonts")]
    borders = [
        frozenset(str(etree.QName(side).localname) for side in one if side.get("style") == "thin")
        for one in _inside(styles, "borders")
    ]
    looks = []
    for one in _inside(styles, "cellXfs"):
        font, line = whole_number(one.get("fontId")), whole_number(one.get("borderId"))
        name, points, is_set_off = fonts[font] if font < len(fonts) else ("", 0.0, False)
        lines = borders[line] if line < len(borders) else frozenset[str]()
        shape = shapes.get(whole_number(one.get("numFmtId")), "")
        looks.append(_Look(name, points, is_set_off, lines, shape))
    return looks


def _inside(styles: etree._Element, name: str) -> Sequence[etree._Element]:
    found = styles.find(f"{_N}{name}")
    return list(found) if found is not None else []


def _font(font: etree._Element) -> tuple[str, float, bool]:
    name, points, is_set_off = "", 0.0, False
    for one in font:
        tag, value = str(etree.QName(one).localname), one.get("val", "")
        if tag == "name":
            name = value
        elif tag == "sz":
            points = float(value) if re.fullmatch(r"\d{1,3}(\.\d+)?", value) else 0.0
        elif tag in ("b", "i", "u", "strike") and value not in ("0", "false", "none"):
            is_set_off = True
    return name, points, is_set_off


def _cells(
    sheet: etree._Element, looks: Sequence[_Look], shared: Sequence[str]
) -> Iterator[tuple[tuple[int, int], _Held]]:
    for cell in sheet.iter(f"{_N}c"):
        address = cell.get("r", "")
        if not _ADDRESS.fullmatch(address):
            continue
        style = whole_number(cell.get("s"))
        kind, text = _told(cell, shared)
        row, column = xl_cell_to_rowcol(address)
        yield (row, column), _Held(looks[style] if style < len(looks) else None, kind, text)


def _told(cell: etree._Element, shared: Sequence[str]) -> tuple[str, str]:
    """Whether a cell holds a text or a number, and which."""
    value = cell.find(f"{_N}v")
    text = (value.text or "") if value is not None else ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "text", _text(cell)
    if kind == "s":
        at = whole_number(text)
        return "text", shared[at] if at < len(shared) else ""
    return ("text" if kind == "str" else "number"), text


# -------------------------------------------------------------------------------- held against it


def faults_of(sheets: OwnSheets, edition: Edition) -> Iterator[OwnFault]:
    """B1 to B4 of the official sheets."""
    for page in pages_of(edition):
        cells = sheets.cells[page.sheet]
        if _merges(page) != sheets.merges[page.sheet]:
            yield OwnFault("B3", f"“{page.sheet}”的合并单元格与官方版式不同，请核对。")
        yield from _of_lines(page, cells)
        wrong: dict[tuple[str, str], list[PlacedCell]] = {kind: [] for kind in _FAULTS}
        for placed in page.grid.cells:
            held = _held_at(page, placed, cells)
            if not _is_lined(placed, held):
                wrong[_LINES].append(placed)
            if not _is_typed(held[0, 0], BODY_FONT, page.font_size):
                wrong[_TYPE].append(placed)
            if placed.cell.kind == "figure" and not _is_number(edition, placed, held[0, 0]):
                wrong[_NUMBERS].append(placed)
        for (rule, words), found in wrong.items():
            if found:
                yield _in_cells(rule, edition, page, found, words)


def _merges(page: Page) -> frozenset[str]:
    across = len(page.grid.widths) - 1
    rows = [*range(1 + len(page.above)), *([page.top - 1] if page.heading else [])]
    bottom = page.top + page.grid.row_count
    rows += range(bottom, bottom + len(page.below))
    ranges = {xl_range(row, 0, row, across) for row in rows if across}
    for one in page.grid.cells:
        if one.cell.rows > 1 or one.cell.columns > 1:
            row = page.top + one.row
            last = row + one.cell.rows - 1, one.column + one.cell.columns - 1
            ranges.add(xl_range(row, one.column, *last))
    return frozenset(ranges)


def _of_lines(page: Page, cells: Mapping[tuple[int, int], _Held]) -> Iterator[OwnFault]:
    """Title, heading, and the lines around the table."""
    bottom = page.top + page.grid.row_count
    due = {0: (TITLE_FONT, _TITLE_POINTS)}
    due |= {1 + at: (BODY_FONT, _LINE_POINTS) for at in range(len(page.above))}
    due |= {bottom + at: (BODY_FONT, _LINE_POINTS) for at in range(len(page.below))}
    if page.heading:
        due[page.top - 1] = (HEADING_FONT, _HEADING_POINTS)
    for row, (font, points) in due.items():
        if (row, 0) in cells and not _is_typed(cells[row, 0], font, points):
            text = f"“{page.sheet}”第{row + 1}行的字体字号与官方版式不同。"
            yield OwnFault("B2", text)


def _held_at(
    page: Page, placed: PlacedCell, cells: Mapping[tuple[int, int], _Held]
) -> dict[tuple[int, int], _Held]:
    """What stands in each place of a printed cell, counted from its first."""
    nothing = _Held(None, "", "")
    return {
        (down, right): cells.get((page.top + placed.row + down, placed.column + right), nothing)
        for down in range(placed.cell.rows)
        for right in range(placed.cell.columns)
    }


def _is_lined(placed: PlacedCell, held: Mapping[tuple[int, int], _Held]) -> bool:
    """Whether a printed cell has its four lines; inside of a merge there are none to see."""
    last_row, last_column = placed.cell.rows - 1, placed.cell.columns - 1
    for (down, right), one in held.items():
        at_edge = {"top": down == 0, "bottom": down == last_row, "left": right == 0,
                   "right": right == last_column}  # fmt: skip
        lines = one.look.lines if one.look else frozenset()
        if any(at_edge[side] and side not in lines for side in _SIDES):
            return False
    return True


def _is_typed(held: _Held, font: str, points: float) -> bool:
    look = held.look
    return look is not None and (look.font, look.points) == (font, points) and not look.is_set_off


def _is_number(edition: Edition, placed: PlacedCell, held: _Held) -> bool:
    """Whether a figure is held as a number, and shown with all its digits."""
    if held.kind == "text":
        return not held.text.strip()
    try:
        figure = Decimal(repr(float(held.text))) if held.text else Decimal(0)
    except (ValueError, InvalidOperation):
        return False
    shape = number_format(edition.cells[placed.cell.text], figure)
    return held.look is not None and held.look.shape == shape


def _in_cells(
    rule: str, edition: Edition, page: Page, found: Sequence[PlacedCell], words: str
) -> OwnFault:
    codes = tuple(one.cell.text for one in found if one.cell.kind == "figure")
    places = [page.place(one).address for one in found[:_NAMED]]
    shown = "、".join(places) + ("等" if len(found) > _NAMED else "")
    first = f"，{named(edition.cells[codes[0]])}" if len(codes) == 1 else ""
    return OwnFault(rule, f"“{page.sheet}”有{len(found)}格{words}（{shown}{first}）。", codes)
