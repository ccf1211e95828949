"""Writes what a register shows as a workbook: its columns, its order, its conditions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineWorkbook

from disclosure_desk.commands.exports import note_register_export
from disclosure_desk.exchange.excel_text import (
    CellValue,
    ExactSheet,
    ExactWorkbook,
    in_cell,
    write_value,
)
from disclosure_desk.exchange.export import hand_over, must_be_free, told_plainly
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.cards import KIND_LABELS, Card
from disclosure_desk.rules.personal_marks import without_marks
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.file_steps import own_folder
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.progress import Report
from disclosure_desk.storage.row_source import RowSource

_HEAD_ROWS = 2  # the conditions, the headings
_LAST_ROW = 1_048_575
_PAGE = 2_000
_NARROWEST, _WIDEST = 8, 60
_PIXELS_A_DIGIT = 7


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column as the register shows it: heading, width in pixels, and what a cell says."""

    heading: str
    width: int
    value: Callable[[Card], CellValue]


def export_register(
    database: Database,
    source: RowSource,
    columns: Sequence[ShownColumn],
    path: Path,
    *,
    conditions: str,
    actor: Actor,
    report: Report | None = None,
) -> int:
    """Write all records that a source gives, in its order; returns how many.

    The first line says which conditions they meet. The file is written under another name,
    read back, and journalled before it gets its own. Raises Fault where it cannot be written,
    Refusal where a sheet has no room for all records.
    """
    path = path.expanduser().absolute()
    conditions = without_marks(conditions)  # somebody may have looked for an identity number
    number = source.count()
    if number > _LAST_ROW - _HEAD_ROWS:
        raise Refusal(f"共{number:,}条，一张工作表放不下，请先用筛选缩小范围。")
    lead = f"{KIND_LABELS[source.wanted.kind]}：{conditions}；共{number:,}条"
    with (
        told_plainly(path.parent),
        own_folder(path.parent, ".export-") as place,
    ):
        must_be_free(path)
        written = place / path.name
        rows = _write(written, source, columns, lead, number, report)
        _verify(written, columns, lead, rows)
        with database.writing(actor) as session:
            note_register_export(session, source.wanted.kind, rows, conditions, path.name)
        hand_over(written, path)
    return rows


def _write(
    path: Path,
    source: RowSource,
    columns: Sequence[ShownColumn],
    lead: str,
    total: int,
    report: Report | None,
) -> int:
    workbook = ExactWorkbook(str(path), str(path.parent))
    number = 0
    try:
        font = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
        looks = workbook.add_format(font)
        days = workbook.add_format(font | {"num_format": "yyyy-mm-dd", "align": "center"})
        head = workbook.add_format(
            font | {"bold": True, "align": "center", "border": 1, "bg_color": "#DDE6F0"}
        )
        sheet = workbook.exact_sheet(KIND_LABELS[source.wanted.kind])
        _set_up(sheet, columns)
        write_value(sheet, 0, 0, lead, looks, days)
        for place, column in enumerate(columns):
            write_value(sheet, 1, place, column.heading, head, days)
        for number, card in enumerate(_cards(source, total, report), start=1):
            row = number + _HEAD_ROWS - 1
            for place, column in enumerate(columns):
                try:
                    write_value(sheet, row, place, column.value(card), looks, days)
                except ValueError:
                    raise Fault(
                        f"第{number}条的“{column.heading}”太长，Excel单元格放不下，请缩短后再导出。"
                    ) from None
        sheet.autofilter(1, 0, number + 1, len(columns) - 1)
    finally:
        workbook.close()
    return number


def _set_up(sheet: ExactSheet, columns: Sequence[ShownColumn]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(_HEAD_ROWS, 0)
    for place, column in enumerate(columns):
        width = min(max(column.width // _PIXELS_A_DIGIT, _NARROWEST), _WIDEST)
        sheet.set_column(place, place, width)


def _cards(source: RowSource, total: int, report: Report | None) -> Iterator[Card]:
    rows, done = source.first(_PAGE), 0
    while rows:
        for row in rows:
            yield row.card
        done += len(rows)
        if report is not None:
            report(done, total, f"正在导出{done:,}条…")
        rows = source.after(rows[-1], _PAGE)


def _verify(path: Path, columns: Sequence[ShownColumn], lead: str, rows: int) -> None:
    """Read the file back: its first lines, and as many rows as were written."""
    with CalamineWorkbook.from_path(str(path)) as workbook:
        found = iter(workbook.get_sheet_by_index(0).iter_rows())
        first, second = next(found, []), next(found, [])
        headings = [in_cell(column.heading) for column in columns]
        read = sum(1 for row in found if any(cell != "" for cell in row))
    if not first or first[0] != in_cell(lead) or second[: len(headings)] != headings:
        raise Fault("导出文件读回核对不符，请重新导出。")
    if read != rows:
        raise Fault(f"导出文件读回只有{read:,}条，应有{rows:,}条，请重新导出。")
