"""Lists of choices that the wheel leaves alone while they do not have the keys."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox


class _CalmWheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        assert isinstance(watched, QComboBox)
        if watched.hasFocus():
            return False
        event.ignore()
        return True


def calm(*boxes: QComboBox) -> None:
    """Scrolling past a list must not change what it says (tried: Qt's own list changes)."""
    for box in boxes:
        box.installEventFilter(_CalmWheel(box))
