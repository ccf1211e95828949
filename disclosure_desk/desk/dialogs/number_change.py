"""What is asked before another 申请编号 of a stored request is kept along with a step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_number(
    form: QWidget,
    stored: str,
    typed: str,
    *,
    keep: Callable[[], None],
    restore: Callable[[], None],
) -> QMessageBox:
    """Ask which of two numbers is meant; Enter takes the stored one, Esc goes on typing.

    Does not block. Both ways go on to what was asked for.
    """
    box = QMessageBox(
        QMessageBox.Icon.Question,
        "申请编号改动了",
        f"申请编号由“{stored}”改成了“{typed}”，还没有保存。要保存新编号吗？",
        QMessageBox.StandardButton.NoButton,
        form,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    restored = box.addButton("恢复原编号", QMessageBox.ButtonRole.DestructiveRole)
    kept = box.addButton("保存新编号", QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton("继续填写", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(restored)
    box.setEscapeButton(stay)
    kept.clicked.connect(keep)
    restored.clicked.connect(restore)
    box.open()
    return box
