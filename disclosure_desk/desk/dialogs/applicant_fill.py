"""Fills in what the last request of the same applicant told, as proposals in grey italics."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QLabel

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.marking import show_proposed

if TYPE_CHECKING:
    from disclosure_desk.records.cards import Card

FILLED = ("applicant_kind", "delivery_wanted", "phone", "address", "id_number", "agent")


class ApplicantFill(FormPart):
    """Only empty fields are filled, never what was typed; one key (F4) takes all of it back.

    Two people may have the same name: the fields stay grey until they are edited, and the line
    below the name says from which request they come.
    """

    def __init__(self, ui: Any, form: QDialog) -> None:
        super().__init__(form)
        self._ui = ui
        self.filled: dict[str, object] = {}
        self._name = ""
        self._refused = ""  # for this name the user took it back
        self.words: QLabel = ui.label_filled
        self.words.hide()
        bind_keys(form, ("F4", self.take_back))

    def fill(self, name: str, number: str, card: "Card") -> None:
        """Propose what a request of this name told; the same name is only proposed once."""
        if name in (self._name, self._refused):
            return
        self.withdraw()
        self._name = name
        binder = self._form.binder
        values = binder.values()
        told = {one: card[one] for one in FILLED if values[one] is None and card.get(one)}
        binder.propose(told)
        self.filled = dict(told)
        for one in told:
            show_proposed(binder.widgets[one], proposed=True)
        labels = "、".join(binder.fields[one].label for one in told)
        self.words.setText(f"按上次申请{number}带出：{labels}；不是同一人的，按 F4 撤销")
        self.words.setVisible(bool(told))
        if told:
            self._form.proposed_anew()

    def hear(self, name: str) -> None:
        """A field was edited: it is the user's own now; another applicant has another past."""
        if self.filled.pop(name, None) is not None:
            show_proposed(self._form.binder.widgets[name], proposed=False)
            self.words.setVisible(bool(self.filled))
        if name == "applicant_name" and self._ui.applicant_name.value() != self._name:
            self.withdraw()

    def take_back(self) -> None:
        """Empty what was proposed and is not edited; it is not proposed again for this name."""
        if self.filled:
            self._refused = self._name
            self.withdraw()

    def withdraw(self) -> None:
        """Empty what still stands as a proposal."""
        self._name = ""
        filled, self.filled = self.filled, {}
        if filled:
            self._form.binder.propose(dict.fromkeys(filled))
            for one in filled:
                show_proposed(self._form.binder.widgets[one], proposed=False)
            self._form.proposed_anew()
        self.words.hide()

    def settle(self) -> None:
        """The record was kept or another one stands in the form: nothing is a proposal now."""
        for one in self.filled:
            show_proposed(self._form.binder.widgets[one], proposed=False)
        self.filled, self._name, self._refused = {}, "", ""
        self.words.hide()
