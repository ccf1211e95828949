"""Ctrl+Shift+H in a form: the history of the field that has the keys, and its values back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart

if TYPE_CHECKING:
    from disclosure_desk.desk.field_history import Place

KEYS = "Ctrl+Shift+H"


class HistoryKey(FormPart):
    """A form has `desk` and `binder`, and tells which record and which step it is about.

    `history_place()` gives kind, key and the key of the step, or None for what is not stored
    yet; `stored_now()` the card as it is stored by now.
    """

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        bind_keys(form, (KEYS, self.show_field))

    def show_field(self) -> None:
        """Open the history of the field that has the keys; of the whole record beside fields."""
        from disclosure_desk.desk.field_history import Place

        place = self._form.history_place()
        if place is not None:
            self._show(Place(self._form.binder.field_with_keys(), place[2]))

    def show_record(self) -> None:
        """Open the history of the whole record."""
        self._show(None)

    def _show(self, field: "Place | None") -> None:
        from disclosure_desk.desk.dialogs.journal_view import JournalView

        form = self._form
        place = form.history_place()
        if place is None:
            return
        kind, record_id, _ = place
        view = JournalView(form.desk, kind, record_id, form, place=field)
        view.put_back.connect(self._on_put_back)
        view.open()

    def _on_put_back(self) -> None:
        """Show what is stored in every field where nothing else is being typed."""
        binder = self._form.binder
        typed = {*binder.changes(), *(finding.field for finding in binder.unreadable())}
        card = self._form.stored_now()
        stored = {name: card.get(name, binder.fields[name].default) for name in binder.widgets}
        binder.propose({name: value for name, value in stored.items() if name not in typed})
