"""Rows as high as their texts, in tables whose row headings are hidden."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

_LOWEST = 26
_PADDING = 4  # at either side of a cell, as the sheet of the look says


class WrappedCell(QStyledItemDelegate):
    """A cell whose text goes on in the next line, and that asks for all the lines it takes.

    Qt reckons the height as if the text had the whole cell, and draws it within the padding: a
    text that just fills the cell would lose its end (tried with Qt 6.11).
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(option.rect.width() - 2 * _PADDING)
        return super().sizeHint(narrow, index)


def wrap_cells(table: QTableView) -> None:
    """Let the texts of a table go on in the next line, none of them cut."""
    table.setWordWrap(True)
    if type(table.itemDelegate()) is QStyledItemDelegate:
        table.setItemDelegate(WrappedCell(table))


def fit_rows(table: QTableView) -> None:
    """Give each row the height of its texts.

    resizeRowsToContents would also heed the padding of the hidden headings.
    """
    wrap_cells(table)
    model = table.model()
    for row in range(model.rowCount()):
        table.setRowHeight(row, max(table.sizeHintForRow(row) + 4, _LOWEST))
