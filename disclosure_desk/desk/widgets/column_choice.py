"""The list beside a sheet that says which field a column holds (这一列是)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ColumnChoice(QComboBox):
    """Chosen from the opened list, or by Enter after arrows; arrows alone only look through it.

    Qt's own closed list calls every line that an arrow passes a choice (tried).
    """

    chosen = Signal(int)
    looked_through = Signal()  # a line was shown that is not chosen yet
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_looking = False
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses what stands there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
            event.accept()
            return
        before = self.currentIndex()
        self._is_looking = True
        super().keyPressEvent(event)
        self._is_looking = False
        if self.currentIndex() != before:
            self.looked_through.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel chooses nothing."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was only looked through is not chosen by going away."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_activated(self, place: int) -> None:
        if not self._is_looking:
            self.chosen.emit(place)
