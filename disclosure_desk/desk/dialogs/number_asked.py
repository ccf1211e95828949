"""Asks whether a record takes the next number where another has the one that was typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from disclosure_desk.commands.number_series import NumberTaken


def ask_for_number(
    form: QWidget,
    refused: "NumberTaken",
    take: Callable[[], object],
    change: Callable[[], object],
) -> QMessageBox:
    """Offer the number that is free; Esc goes back to `change` the own one. Does not block."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        "编号已被使用",
        f"{refused}下一个编号是“{refused.following}”。",
        QMessageBox.StandardButton.NoButton,
        form,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    taken = box.addButton(f"用“{refused.following}”保存", QMessageBox.ButtonRole.AcceptRole)
    own = box.addButton("自己改（Esc）", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(taken)
    box.setEscapeButton(own)
    taken.clicked.connect(lambda _on=False: take())
    own.clicked.connect(lambda _on=False: change())
    box.rejected.connect(change)
    box.open()
    return box
