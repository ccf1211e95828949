"""Says in the form of a record whether another person has confirmed it (复核), and by whom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.records.confirmation import ENDED_ON

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class FormConfirmation(FormPart):
    """A line that takes no room where nobody wants the record confirmed."""

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk
        self._turn = 0
        self.label = QLabel(form)
        self.label.setObjectName("label_confirmation")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.hide()
        desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask anew for the record that stands in the form."""
        form = self._form
        self._turn += 1
        turn, kind, record_id = self._turn, form.kind, form.record_id
        if kind not in ENDED_ON or record_id is None or not self._desk.person.confirmed_kinds:
            self._show((turn, ""))
            return
        self._desk.look_up(
            lambda session: (turn, _words(session, kind, record_id)), succeeded=self._show
        )

    def open(self) -> None:
        """Open what is to be confirmed, if the record is one that is confirmed here."""
        form = self._form
        if form.record_id is None or form.kind not in self._desk.person.confirmed_kinds:
            return
        from disclosure_desk.desk.dialogs.confirm_record import ConfirmRecord

        dialog = ConfirmRecord(self._desk, form.kind, form.record_id, form)
        dialog.ui.open_record.hide()  # it stands behind
        dialog.open()

    def _show(self, answer: tuple[int, str]) -> None:
        turn, words = answer
        if turn == self._turn:
            self.label.setText(words)
            self.label.setVisible(bool(words))

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if not kinds.isdisjoint({self._form.kind, "confirmation", "person"}):
            self.look()


def _words(session: "Session", kind: str, record_id: int) -> str:
    """Who confirmed or returned it and when, or that it waits; empty where nobody wants it."""
    from disclosure_desk.records.confirmation import CONFIRMED, RETURNED
    from disclosure_desk.storage.confirmations import sayings, state_now

    state = state_now(session, kind, record_id)
    if state is None:
        return ""
    said = sayings(session, kind, record_id)
    newest = said[-1] if said else None
    if newest is not None and state == CONFIRMED:
        note = f"（{newest.note}）" if newest.note else ""
        return f"已由{newest.said_by}于{newest.said_on}复核{note}。"
    if newest is not None and state == RETURNED:
        return f"{newest.said_by}于{newest.said_on}退回：{newest.note}；改好保存后重新复核。"
    if newest is not None and newest.verdict == CONFIRMED:
        return f"{newest.said_by}于{newest.said_on}复核以后又改过，待重新复核（Ctrl+R）。"
    return "待复核：由另一个人核对（Ctrl+R）。"
