"""Ctrl+D takes a field from the record before, Ctrl+Shift+D the whole record but its dates."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.cards import Card

_OWN = ("number",)  # each record has its own


class RecordCopying(FormPart):
    """Works for a form of a record; what is copied counts as typed."""

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk
        bind_keys(form, ("Ctrl+D", self.take_from_last), ("Ctrl+Shift+D", self.copy))

    def take_from_last(self) -> None:
        """Fill the field that has the keys with what the record entered last has there."""
        form = self._form
        name = form.binder.field_with_keys()
        if not name or name in _OWN:
            return
        kind, but = form.kind, form.record_id

        def query(session: "Session") -> "Card":
            from disclosure_desk.desk.lookups import newest_card

            return newest_card(session, kind, but=but)

        self._desk.look_up(query, succeeded=partial(self._fill, name))

    def _fill(self, name: str, card: "Card") -> None:
        form = self._form
        label = form.binder.fields[name].label
        if card.get(name) in (None, (), ""):
            form.ui.label_saved.setText(f"上一条没有填写“{label}”")
            return
        form.binder.widgets[name].set_value(card[name])

    def copy(self) -> None:
        """Go on to a new record like this one, without its dates and its number.

        What was typed into this one and is not saved stays as a draft.
        """
        form = self._form
        fields = form.binder.fields
        typed = {
            name: text
            for name, text in form.binder.typed().items()
            if fields[name].type is not date and name not in _OWN and text
        }
        form.drafts.leave()
        form.drafts.begin_anew()
        form.offer.forget()
        form.begin_new(typed)
