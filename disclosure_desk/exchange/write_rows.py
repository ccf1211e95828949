"""Writes rows that are not in a register to a workbook, each with the reason why."""

from collections.abc import Sequence
from pathlib import Path

from disclosure_desk.exchange.excel_text import ExactWorkbook, writable
from disclosure_desk.exchange.export import hand_over, must_be_free, told_plainly
from disclosure_desk.storage.file_steps import own_folder

REASON_HEADING = "原因"


def write_rows(
    path: Path,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    reasons: Sequence[str],
) -> None:
    """Write the rows as texts, the reasons in the last column. Raises Fault when it cannot."""
    with (
        told_plainly(path.parent),
        own_folder(path.parent, ".rows-") as folder,
    ):
        must_be_free(path)
        written = folder / path.name
        workbook = ExactWorkbook(str(written), str(folder))
        try:
            _fill(workbook, title, [*headings, REASON_HEADING], rows, reasons)
        finally:
            workbook.close()
        hand_over(written, path)


def _fill(
    workbook: ExactWorkbook,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    reasons: Sequence[str],
) -> None:
    font = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
    head = workbook.add_format(font | {"bold": True, "border": 1, "bg_color": "#DDE6F0"})
    text = workbook.add_format(font | {"num_format": "@", "text_wrap": True})
    sheet = workbook.exact_sheet(title)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings) - 2, 18, text)
    sheet.set_column(len(headings) - 1, len(headings) - 1, 60, text)
    for place, heading in enumerate(headings):
        sheet.put(0, place, writable(heading), head)
    for line, (row, reason) in enumerate(zip(rows, reasons, strict=True), start=1):
        for place, cell in enumerate((*row, reason)):
            if cell:
                sheet.put(line, place, writable(cell), text)
