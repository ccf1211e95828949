"""Rows and columns of tables: as large as their texts, whatever the size of type."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.widgets.lines_table import LinesTable
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


def test_the_columns_of_a_list_widen_with_the_type(qtbot: QtBot) -> None:
    lines = LinesTable()
    qtbot.addWidget(lines)
    lines.show_model(LinesModel(("单位", "请核对"), lines), (200, 58), stretched=0)
    lines.resize(500, 100)
    lines.show()
    font = lines.font()
    for points, width in ((10, 58), (12, 70), (9, 58)):
        font.setPointSize(points)
        lines.setFont(font)
        assert lines.columnWidth(1) == width
        assert lines.verticalHeader().defaultSectionSize() > lines.fontMetrics().height()
