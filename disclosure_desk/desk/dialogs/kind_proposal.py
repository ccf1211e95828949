"""Proposes 行政规范性文件 where title or 文号 look like one, in grey until it is looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.marking import show_proposed
from disclosure_desk.records.publication_signs import sign_of_card

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed

_FIELD = "document_kind"


class KindProposal(FormPart):
    """Only for a new item whose 文件性质 nobody has chosen; one key (F4) takes it back.

    A proposal does not go on to the next item, though the field is pinned.
    """

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self._is_chosen = False
        self._before: Typed = None
        self.stands = False
        self.words = QLabel(form)
        self.words.setObjectName("label_kind_proposal")
        self.words.setProperty("role", "grey")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.hide()
        bind_keys(form, ("F4", self.take_back))

    def begin(self) -> None:
        """Another item stands in the form."""
        self._is_chosen = False
        self._show("")

    def hear(self, name: str) -> None:
        """A field was edited."""
        if name == _FIELD:
            self._is_chosen = True
            self._show("")
        elif name in ("title", "document_number") and not self._is_chosen:
            self._look()

    def take_back(self) -> None:
        """What stood there before; it is not proposed again for this item."""
        if self.stands:
            self._is_chosen = True
            self._withdraw()

    def without(self, typed: "dict[str, Typed]") -> "dict[str, Typed]":
        """What was typed, with the kind as it was before the proposal."""
        return typed | {_FIELD: self._before} if self.stands else typed

    def _look(self) -> None:
        form = self._form
        if form.record_id is not None:
            return
        sign = sign_of_card(form.card_now())
        if sign and not self.stands and form.binder.values()[_FIELD] == "other":
            self._before = form.binder.typed()[_FIELD]
            form.binder.propose({_FIELD: "normative"})
            self._show(sign)
        elif self.stands and not sign:
            self._withdraw()
        elif self.stands:
            self._show(sign)

    def _withdraw(self) -> None:
        self._form.binder.propose({_FIELD: self._before})
        self._show("")
        self._form.effect.look()

    def _show(self, sign: str) -> None:
        self.stands = bool(sign)
        show_proposed(self._form.binder.widgets[_FIELD], proposed=self.stands)
        self.words.setText(f"{sign}，文件性质提示为“行政规范性文件”，请核对；不是的按 F4 撤销")
        self.words.setVisible(self.stands)
