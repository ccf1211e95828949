"""The workbook of a sum: the form with formulas over the units' sheets, and what to ask them."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format

from disclosure_desk.exchange.excel_text import ExactSheet, ExactWorkbook, writable
from disclosure_desk.exchange.table_layout import Page, Place, pages_of
from disclosure_desk.exchange.table_looks import Looks, decimals
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.records.finding import Figure, Finding, heaviest_first
from disclosure_desk.statistics.added_up import AddedUp, UnitReport
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import PlacedCell
from disclosure_desk.storage.file_steps import own_folder, put_in_place

_UNSAFE = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_NAME = 12
# A formula takes 8192 characters and 255 terms; sheets of more units have short names.
_UNITS_NAMED, _TERMS = 150, 200
_POINTS = 10.5
_A4 = 9  # as XlsxWriter numbers paper
_LEAST_PIXELS, _DIGIT_PIXELS, _PADDING_PIXELS = 48, 9, 10
_QUESTION_WIDTHS = (24, 8, 8, 90)
_WEIGHTS = {"error": "必须改正", "warning": "请核对", "hint": "提示"}


def write_sum(added: AddedUp, path: Path) -> None:
    """Write the workbook. Raises Fault when it cannot be written."""
    try:
        with own_folder(path.absolute().parent, ".sum-") as folder:
            made = folder / "汇总.xlsx"
            _write(added, made, str(folder))
            put_in_place(made, path)
    except OSError as error:
        raise Fault(
            f"无法写入“{path}”，{reason_of(error)}。如果它正在Excel或WPS里打开，请先关闭。"
        ) from error
    except XlsxWriterException as error:
        raise Fault(f"无法写入“{path}”，请检查磁盘空间和权限。") from error


@dataclass(frozen=True, slots=True)
class _Stack:
    """The tables of an edition one below the other on a single sheet."""

    pages: tuple[Page, ...]
    tops: tuple[int, ...]  # the row of each table's heading

    @classmethod
    def of(cls, edition: Edition) -> "_Stack":
        """Headings stand above the tables, an empty row between them."""
        pages = tuple(pages_of(edition))
        tops, row = [], 2
        for page in pages:
            tops.append(row)
            row += page.grid.row_count + 2
        return cls(pages, tuple(tops))

    def widths(self, figures: Mapping[str, Figure | None]) -> list[int]:
        """Pixels of the columns, which all tables share: as the longest of them has them.

        Every figure has room in its cells; a viewer shows # in place of one that has not.
        """
        longest = max(self.pages, key=lambda page: page.grid.row_count).widths
        across = max(len(page.grid.widths) for page in self.pages)
        widths = [*longest, *[_LEAST_PIXELS] * (across - len(longest))]
        for placed in (placed for page in self.pages for placed in page.grid.cells):
            if placed.cell.kind == "figure":
                own = slice(placed.column, placed.column + placed.cell.columns)
                missing = _pixels(figures.get(placed.cell.text)) - sum(widths[own])
                each = max(0, math.ceil(missing / placed.cell.columns))
                widths[own] = [width + each for width in widths[own]]
        return widths

    def places(self, sheet: str) -> dict[str, Place]:
        """Where each figure stands."""
        return {
            placed.cell.text: Place(sheet, top + 1 + placed.row, placed.column)
            for page, top in zip(self.pages, self.tops, strict=True)
            for placed in page.grid.cells
            if placed.cell.kind == "figure"
        }


def _write(added: AddedUp, path: Path, folder: str) -> None:
    workbook = ExactWorkbook(str(path), folder)
    try:
        looks = Looks(workbook)
        names = _sheet_names(added.units)
        editions = sorted(
            {one.report.edition.code: one.report.edition for one in added.units
             if one.report.edition}.values(),
            key=lambda one: (one is not added.main, one.code),
        )  # fmt: skip
        for edition in editions:
            name = "汇总" if edition is added.main else f"汇总 {edition.code}"
            sheet = workbook.exact_sheet(name)
            sheets = [names[id(one)] for one in added.of(edition)]
            _sum_sheet(sheet, looks, added, edition, sheets)
        _matrix(workbook.exact_sheet("核对情况"), looks, added)
        _questions(workbook.exact_sheet("问题清单"), looks, added)
        for one in added.units:
            if one.report.edition:
                sheet = workbook.exact_sheet(names[id(one)])
                _unit_sheet(sheet, looks, one, one.report.edition)
    finally:
        workbook.close()


def _sheet_names(units: Sequence[UnitReport]) -> dict[int, str]:
    """A name for each unit's sheet: a number keeps namesakes apart."""
    names = {}
    for number, one in enumerate(units, start=1):
        word = _UNSAFE.sub("", one.name)[:_LONGEST_NAME] if len(units) <= _UNITS_NAMED else ""
        names[id(one)] = f"{number:02d}{word}"
    return names


def _sum_sheet(
    sheet: ExactSheet, looks: Looks, added: AddedUp, edition: Edition, sheets: Sequence[str]
) -> None:
    """The form; each figure adds up the same cell of the units' sheets."""
    title = f"{added.year or ''}{'年' if added.year else ''}政府信息公开情况汇总"
    state = "" if added.is_complete else "（不完整：有文件没有计入，见“核对情况”）"
    stack = _Stack.of(edition)
    cells = [stack.places(name) for name in sheets]
    formulas = {
        code: _formula([places[code].reference for places in cells]) for code in edition.cells
    }
    heading = f"{title}（{len(sheets)}个单位，{edition.name}）{state}"
    _form(sheet, looks, edition, heading, added.sums[edition.code], formulas)


def _formula(references: Sequence[str]) -> str:
    groups = [references[at : at + _TERMS] for at in range(0, len(references), _TERMS)]
    if len(groups) == 1:
        return f"=SUM({','.join(groups[0])})"
    inner = ",".join("SUM(" + ",".join(group) + ")" for group in groups)
    return f"=SUM({inner})"


def _unit_sheet(sheet: ExactSheet, looks: Looks, unit: UnitReport, edition: Edition) -> None:
    year = f"{unit.report.year}年" if unit.report.year else ""
    _form(sheet, looks, edition, f"{unit.name}{year}（{unit.file}）", unit.report.figures, {})


def _form(
    sheet: ExactSheet,
    looks: Looks,
    edition: Edition,
    title: str,
    figures: Mapping[str, Figure | None],
    formulas: Mapping[str, str],
) -> None:
    """All tables of the edition on one sheet, row by row; a figure that is not known is empty."""
    stack = _Stack.of(edition)
    widths = stack.widths(figures)
    across = len(widths)
    for column, width in enumerate(widths):
        sheet.set_column_pixels(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    _across(sheet, 0, across, writable(title), looks.title, 48)
    for page, top in zip(stack.pages, stack.tops, strict=True):
        _across(sheet, top, across, page.heading or page.sheet, looks.heading, 28)
        for row, height in enumerate(page.heights_in(widths), start=top + 1):
            sheet.set_row(row, height)
        _grid(sheet, looks, edition, (page, top + 1), figures, formulas)


def _pixels(figure: Figure | None) -> int:
    """How wide a figure is written."""
    digits = len(f"{figure:.{decimals(figure)}f}") if figure is not None else 0
    return max(_LEAST_PIXELS, digits * _DIGIT_PIXELS + _PADDING_PIXELS)


def _grid(
    sheet: ExactSheet,
    looks: Looks,
    edition: Edition,
    place: tuple[Page, int],
    figures: Mapping[str, Figure | None],
    formulas: Mapping[str, str],
) -> None:
    page, top = place
    owners = _owners(page)
    for row in range(page.grid.row_count):
        for column in range(len(page.grid.widths)):
            placed = owners[row, column]
            cell, at = placed.cell, top + row
            is_first = (placed.row, placed.column) == (row, column)
            if cell.kind != "figure":
                look = looks.label(_POINTS, centred=cell.centred or cell.kind == "head")
            else:
                look = looks.figure(edition.cells[cell.text], figures.get(cell.text) or 0, _POINTS)
            if is_first:
                sheet.span(at, column, cell.rows, cell.columns)
            value = figures.get(cell.text)
            if is_first and cell.kind != "figure":
                sheet.write_string(at, column, cell.text, look)
            elif is_first and formulas:
                sheet.write_formula(at, column, formulas[cell.text], look, float(value or 0))
            elif is_first and value is not None:
                sheet.write_number(at, column, float(value), look)
            else:
                # Every cell of a merge needs its own lines on paper.
                sheet.write_blank(at, column, None, look)


def _owners(page: Page) -> dict[tuple[int, int], PlacedCell]:
    return {
        (placed.row + down, placed.column + right): placed
        for placed in page.grid.cells
        for down in range(placed.cell.rows)
        for right in range(placed.cell.columns)
    }


def _across(
    sheet: ExactSheet, row: int, across: int, text: str, look: Format, height: float
) -> None:
    sheet.set_row(row, height)
    sheet.span(row, 0, 1, across)
    sheet.write_string(row, 0, text, look)


def _matrix(sheet: ExactSheet, looks: Looks, added: AddedUp) -> None:
    """Units × rules: how many findings of each; at the end who is missing and what is left out."""
    rules = sorted({finding.rule for one in added.units for finding in one.findings})
    heads = ("单位", "年度", "文件", "错误", "警告", *rules)
    for column, head in enumerate(heads):
        sheet.set_column(column, column, 28 if head in ("单位", "文件") else 8)
        sheet.write_string(0, column, head, looks.list_head)
    row = 0
    for row, one in enumerate(added.units, start=1):
        counts = [finding.rule for finding in one.findings]
        weights = [finding.severity for finding in one.findings]
        texts = (one.name, str(one.report.year or "不明"), one.file)
        numbers = (weights.count("error"), weights.count("warning"), *map(counts.count, rules))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, writable(text), looks.listed())
        for column, number in enumerate(numbers, start=len(texts)):
            sheet.write_number(row, column, number, looks.listed(centred=True))
    rest = [("没有计入", file, reason) for file, reason in added.unusable]
    rest += [(f"缺：{name}", "", "应当报送，没有收到") for name in added.missing]
    rest += [(name, "", "属于垂直管理单位，没有计入") for name in added.left_out]
    for number, (name, file, reason) in enumerate(rest, start=row + 1):
        sheet.write_string(number, 0, writable(name), looks.listed())
        sheet.write_string(number, 2, writable(file), looks.listed())
        sheet.write_string(number, 5, writable(reason), looks.listed(wrap=False))
    sheet.freeze_panes(1, 1)


def _questions(sheet: ExactSheet, looks: Looks, added: AddedUp) -> None:
    """What to send back to each unit, the heaviest first."""
    for column, head in enumerate(("单位", "规则", "轻重", "问题")):
        sheet.set_column(column, column, _QUESTION_WIDTHS[column])
        sheet.write_string(0, column, head, looks.list_head)
    for row, (unit, finding) in enumerate(_asked(added), start=1):
        texts = (unit, finding.rule, _WEIGHTS[finding.severity], finding.message)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, writable(text), looks.listed())
    sheet.freeze_panes(1, 0)


def _asked(added: AddedUp) -> Iterator[tuple[str, Finding]]:
    yield from (("汇总", finding) for finding in added.findings)
    for one in added.units:
        for finding in heaviest_first(one.findings):
            yield one.name, finding
