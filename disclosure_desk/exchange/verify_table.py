"""Reads a written table back: every figure, every formula and every list behind a figure."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from disclosure_desk.exchange.list_sheets import FIRST_ROW
from disclosure_desk.exchange.table_checks import BALANCED, UNBALANCED
from disclosure_desk.exchange.table_layout import (
    CHECKS_SHEET,
    RECORDS_SHEET,
    Place,
    added_by,
    by_place,
    pages_of,
    places_of,
)
from disclosure_desk.exchange.table_records import BACK
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Cell, Edition

Cells = Sequence[Sequence[object]]


def verify_table(path: Path, edition: Edition, figures: Mapping[str, Figure]) -> None:
    """Compare the workbook with the figures that were to be written.

    Raises Fault naming the cell whose figure, formula or list of records differs.
    """
    with CalamineWorkbook.from_path(str(path)) as workbook:
        places = places_of(edition)
        _verify_figures(workbook, edition, places, figures)
        _verify_formulas(path, edition, places)
        _verify_checks(workbook)
        _verify_records(workbook, edition, figures)


def _verify_figures(
    workbook: CalamineWorkbook,
    edition: Edition,
    places: Mapping[str, Place],
    figures: Mapping[str, Figure],
) -> None:
    sheets = {
        page.sheet: workbook.get_sheet_by_name(page.sheet).to_python(skip_empty_area=False)
        for page in pages_of(edition)
    }
    for code, place in places.items():
        found = _at(sheets[place.sheet], place.row, place.column)
        if found != float(figures[code]):
            raise _different(edition.cells[code], place, f"应为{figures[code]}，写成了{found}")


def _at(cells: Cells, row: int, column: int) -> object:
    return cells[row][column] if row < len(cells) and column < len(cells[row]) else ""


def _different(cell: Cell, place: Place, how: str) -> Fault:
    return Fault(
        f"统计表读回核对不符：{place.sheet}的{place.address}（{cell.title}）{how}，请重新导出。"
    )


def _verify_formulas(path: Path, edition: Edition, places: Mapping[str, Place]) -> None:
    """A total adds up its parts and nothing else; no other figure is a formula."""
    codes = by_place(places)
    workbook = load_workbook(path, read_only=True)
    try:
        for page in pages_of(edition):
            rows: list[tuple[Any, ...]] = list(workbook[page.sheet].iter_rows(values_only=True))
            for code, place in places.items():
                if place.sheet != page.sheet:
                    continue
                held = _at(rows, place.row, place.column)
                added = added_by(held, page.sheet) if isinstance(held, str) else set()
                found = {codes[one] for one in added if one in codes}
                if found != set(edition.cells[code].parts):
                    raise _different(edition.cells[code], place, "的合计公式不对")
    finally:
        workbook.close()


def _verify_checks(workbook: CalamineWorkbook) -> None:
    """A relation whose sides are equal says so, and no other does."""
    rows = workbook.get_sheet_by_name(CHECKS_SHEET).to_python(skip_empty_area=False)
    for number, row in enumerate(rows[FIRST_ROW:], start=FIRST_ROW + 1):
        balanced = abs(_number(row[4]) - _number(row[5])) < 1e-6
        if row[7] != (BALANCED if balanced else UNBALANCED):
            raise Fault(f"统计表读回核对不符：{CHECKS_SHEET}第{number}行的结论不对，请重新导出。")


def _number(cell: object) -> float:
    return cell if isinstance(cell, float | int) else 0.0


def _verify_records(
    workbook: CalamineWorkbook, edition: Edition, figures: Mapping[str, Figure]
) -> None:
    """Behind every counted figure there are as many lines as it says."""
    lines = dict.fromkeys(edition.cells, 0)
    code = ""
    for name in workbook.sheet_names:
        if not name.startswith(RECORDS_SHEET):
            continue
        sheet = workbook.get_sheet_by_name(name)
        for number, row in enumerate(sheet.iter_rows()):
            if number < FIRST_ROW:
                continue
            if len(row) > 5 and row[5] == BACK:
                code = str(row[3])
            elif any(cell != "" for cell in row):
                lines[code] += 1
    for code, cell in edition.cells.items():
        if cell.counted and lines[code] != figures[code]:
            raise Fault(
                f"统计表读回核对不符：{cell.title}是{figures[code]}，"
                f"{RECORDS_SHEET}中却有{lines[code]}条记录，请重新导出。"
            )
