"""What a letter still lacks, each gap leading to where it is typed."""

from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.letter_choice import Place, place_of
from disclosure_desk.desk.widgets.flow_keys import composing


class LetterGaps(FormPart):
    """Works on the widgets of the making of a letter."""

    wanted = Signal(object)  # a Place

    def __init__(self, ui: Any, form: QWidget) -> None:
        super().__init__(form)
        self._ui = ui
        self.places: list[Place] = []
        ui.label_missing.linkActivated.connect(self._lead_to)
        ui.fill_first.clicked.connect(self.fill_first)
        QShortcut(QKeySequence("F5"), form).activated.connect(self.fill_first)
        self.show_missing(())

    def show_missing(self, names: tuple[str, ...]) -> None:
        """List the fields that are still empty."""
        from disclosure_desk.statistics.letter_fields import FIELDS

        self.places, lines = [], []
        for name in names:
            origin = FIELDS[name].origin if name in FIELDS else ""
            text = escape(f"{name}（{origin}）" if origin else name)
            place = place_of(name, origin)
            if place is not None:
                self.places.append(place)
                text = f'<a href="{len(self.places) - 1}">{text}</a>'
            lines.append(text)
        self._ui.label_missing.setText("<br>".join(lines))
        self._ui.group_missing.setVisible(bool(lines))
        self._ui.fill_first.setEnabled(bool(self.places))

    def _lead_to(self, place: str) -> None:
        self.wanted.emit(self.places[int(place)])

    def fill_first(self) -> None:
        """Go to the first field that is still empty."""
        if self.places and not composing():
            self.wanted.emit(self.places[0])
