"""The conditions of a register as words that can be taken away one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

_LONGEST = 28  # characters of a chip; all of it is in its tool tip


class FilterChip(QPushButton):
    """One condition; Space, Enter, Delete or a click takes it away."""

    def __init__(self, words: str, parent: QWidget) -> None:
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        super().__init__(f"{short}  ✕".replace("&", "&&"), parent)
        self.setToolTip(f"{words}\n按空格键或 Delete 去掉这个条件")
        self.setAccessibleName(f"筛选条件 {words}，按空格键去掉")
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taking = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in taking:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """All conditions in a row; nothing is seen while there are none."""

    taken_away = Signal(int)  # the place of the condition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        self._chips: list[FilterChip] = []
        self.hide()

    def show_conditions(self, words: Sequence[str]) -> None:
        """Show one chip for each condition, in their order; the keys stay among the chips."""
        had_keys = next((n for n, one in enumerate(self._chips) if one.hasFocus()), None)
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FilterChip(one, self) for one in words]
        for place, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _on=False, place=place: self.taken_away.emit(place))
            self._layout.insertWidget(place, chip)
            if place:
                QWidget.setTabOrder(self._chips[place - 1], chip)
        self.setVisible(bool(words))
        if had_keys is not None and self._chips:
            self._chips[min(had_keys, len(self._chips) - 1)].setFocus()

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The conditions that are shown."""
        return tuple(self._chips)
