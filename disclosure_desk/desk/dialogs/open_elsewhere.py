"""Asks what to do with an office file that another window has open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from disclosure_desk.desk.opening import Beside


def ask_how_to_open(window: QWidget, told: str, open_it: Callable[[Beside], object]) -> QMessageBox:
    """Only to look, all the same, or not at all; Enter and Esc leave the file alone."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "文件已经打开",
        told,
        QMessageBox.StandardButton.NoButton,
        window,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    read = box.addButton("只读打开(&R)", QMessageBox.ButtonRole.AcceptRole)
    write = box.addButton("仍然打开(&O)", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    read.clicked.connect(lambda: open_it(Beside.READ))
    write.clicked.connect(lambda: open_it(Beside.WRITE))
    box.open()
    return box
