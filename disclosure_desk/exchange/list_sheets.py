"""A sheet that is a list: how it is printed, and what stands above its rows."""

from collections.abc import Sequence

from disclosure_desk.exchange.excel_text import ExactSheet
from disclosure_desk.exchange.table_looks import Looks

FIRST_ROW = 2  # of a list, counted from 0: a title and the headings stand above
_A4 = 9


def lay_out_list(sheet: ExactSheet, widths: Sequence[float]) -> None:
    """Columns of these widths, printed on landscape A4 as wide as a page, with page numbers."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def begin_list(
    sheet: ExactSheet, looks: Looks, title: str, headings: Sequence[str], widths: Sequence[float]
) -> None:
    """Lay out a list and write its title and headings, which stay in sight and on every page."""
    lay_out_list(sheet, widths)
    sheet.repeat_rows(FIRST_ROW - 1)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title, looks.heading)
    for column, heading in enumerate(headings):
        sheet.write_string(FIRST_ROW - 1, column, heading, looks.list_head)
