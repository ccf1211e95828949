"""Tells beside a form what follows from the entry, once typing pauses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel

from disclosure_desk.desk import errors
from disclosure_desk.desk.case_watch import PAUSE_MS
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class FormEffect(FormPart):
    """Works for a form of a record; asked behind the window, only the newest answer is shown."""

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.label = QLabel(form)
        self.label.setObjectName("label_effect")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setMinimumHeight(self.label.fontMetrics().lineSpacing() * 2)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def look(self, *, now: bool = False) -> None:
        """Ask again for the form as it stands."""
        self._turn += 1
        self._pause.start(0 if now else PAUSE_MS)

    def _ask(self) -> None:
        form, turn, today = self._form, self._turn, self._desk.today()
        kind, record_id = form.kind, form.record_id
        card = form.card_now()

        def query(session: "Session") -> tuple[int, str]:
            from disclosure_desk.desk.effects import effect_words
            from disclosure_desk.storage.own_calendars import calendar_in_use

            calendar = calendar_in_use()
            words = effect_words(session, kind, record_id, card, calendar=calendar, today=today)
            return turn, words

        self._desk.look_up(query, succeeded=self._show, failed=self._is_not_told)

    def _show(self, answer: tuple[int, str]) -> None:
        turn, words = answer
        if turn == self._turn:
            self.label.setText(words)

    def _is_not_told(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.label.setText(str(error))
        else:
            errors.tell(error, self._form)
