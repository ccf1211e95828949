"""Rows as high as their texts, in tables whose row headings are hidden."""

from PySide6.QtWidgets import QTableView

_LOWEST = 26


def fit_rows(table: QTableView) -> None:
    """Give each row the height of its texts.

    resizeRowsToContents would also heed the padding of the hidden headings.
    """
    model = table.model()
    for row in range(model.rowCount()):
        table.setRowHeight(row, max(table.sizeHintForRow(row) + 4, _LOWEST))
