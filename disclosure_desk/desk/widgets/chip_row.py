"""The parts of a typed line as a row of chips, in the order in which keys lead through them."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.widgets.flow_row import FlowRow
from disclosure_desk.desk.widgets.part_chip import PartChip
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.line_parts import Part


class ChipRow(QWidget):
    """One chip for each field; one that is being mended stays until that is done."""

    corrected = Signal(str, object)  # field, value
    removed = Signal(str)
    left = Signal()  # the keys go back to the line
    looked_at = Signal(str)  # what is to be said about a chip

    def __init__(
        self, today: Callable[[], date], words: Callable[[str], list[str]], line: QWidget
    ) -> None:
        super().__init__(line.parentWidget())
        self._today, self._words, self._line = today, words, line
        self.chips: dict[str, PartChip] = {}
        self._names: list[str] = []
        self._flow = FlowRow(self)
        self.hide()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts and no others."""
        self._names = [part.field for part in parts]
        for place, part in enumerate(parts):
            chip = self.chips.get(part.field) or self._new_chip(part.field)
            if not chip.is_mended_now:
                chip.show_part(part)
            self._flow.put(place, chip)
            chip.show()
        for name, chip in self.chips.items():
            if name not in self._names and not chip.is_mended_now:
                chip.hide()
        self._order_tabs()
        self.setVisible(bool(parts))

    @property
    def shown(self) -> list[PartChip]:
        """The chips in their order."""
        return [self.chips[name] for name in self._names]

    def lead_to(self, place: int) -> None:
        """Put the keys into a chip; the first that is to be looked at, where there is one."""
        wanting = [chip for chip in self.shown if chip.needs_a_look]
        if chips := wanting or self.shown:
            chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def give_keys_to(self, name: str) -> None:
        """Put the keys into the chip of a field, or into the line where it is there no more."""
        if name in self._names:
            self.chips[name].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def finish_mending(self) -> bool:
        """Take what is typed into chips; False where a value cannot be read."""
        return all(chip.finish() for chip in self.chips.values() if chip.is_mended_now)

    def _new_chip(self, name: str) -> PartChip:
        chip = PartChip(name, self._today, self._words, self)
        chip.setObjectName(f"chip_{name}")
        chip.corrected.connect(self._on_corrected)
        chip.removed.connect(self.removed)
        chip.led.connect(self._on_led)
        chip.closed.connect(self._on_closed)
        chip.left.connect(self.left)
        chip.looked_at.connect(self.looked_at)
        self.chips[name] = chip
        self._flow.addWidget(chip)
        return chip

    def _order_tabs(self) -> None:
        before = self._line
        for chip in self.shown:
            QWidget.setTabOrder(before, chip.button)
            before = chip.button

    def _on_corrected(self, name: str, value: FieldValue) -> None:
        self.corrected.emit(name, value)

    def _on_led(self, name: str, by: int) -> None:
        place = self._names.index(name) + by
        if place < 0:
            self.left.emit()
        elif place < len(self._names):
            self.shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self, name: str) -> None:
        """A chip whose words were taken out of the line while it stood open goes away."""
        if name not in self._names:
            had_keys = self.chips[name].button.hasFocus()
            self.chips[name].hide()
            if had_keys:
                self.left.emit()
