"""What is asked before a form with unsaved words is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before_leaving(
    form: QWidget, *, keep: Callable[[], None], drop: Callable[[], None]
) -> QMessageBox:
    """Ask whether to keep what was typed; Esc goes on typing. Does not block."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        "信息公开工作台",
        "填写的内容还没有保存。",
        QMessageBox.StandardButton.NoButton,
        form,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kept = box.addButton("保存并关闭", QMessageBox.ButtonRole.AcceptRole)
    dropped = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("继续填写", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(kept)
    box.setEscapeButton(stay)
    kept.clicked.connect(keep)
    dropped.clicked.connect(drop)
    box.open()
    return box
