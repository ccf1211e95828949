"""Rows of tables whose texts go on in the next line."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.widgets.row_fit import fit_rows

TEXT = "2025-11-20答复（以交邮、签收之日为准），晚于到期日2025-11-17，逾期3个工作日，请写明原因。"
_AT_BOTH_SIDES = 8  # the padding of the sheet


def table(qtbot: QtBot, *, padded: bool) -> QTableView:
    made = QTableView()
    qtbot.addWidget(made)
    model = QStandardItemModel(1, 1, made)
    model.setItem(0, 0, QStandardItem(TEXT))
    made.setModel(model)
    made.horizontalHeader().setMinimumSectionSize(1)
    if padded:
        made.setStyleSheet(sheet(dark=False, points=10))
    made.ensurePolished()
    return made


def test_a_text_that_just_fills_its_cell_loses_no_line(qtbot: QtBot) -> None:
    shown, bare = table(qtbot, padded=True), table(qtbot, padded=False)
    cut = []
    for width in range(200, 320):
        shown.setColumnWidth(0, width)
        fit_rows(shown)
        bare.setColumnWidth(0, width - _AT_BOTH_SIDES)
        if shown.rowHeight(0) < bare.sizeHintForRow(0):
            cut.append(width)
    assert not cut
