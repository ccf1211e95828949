"""The form of a published item (主动公开)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.index_numbers import proposed_index_number
from disclosure_desk.commands.offices import office_phones
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.field_line import put_above_notes
from disclosure_desk.desk.dialogs.kind_proposal import KindProposal
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_publication_edit import Ui_PublicationEdit
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.publication_signs import (
    days_in_doubt,
    kind_in_doubt,
    private_in_card,
    review_in_doubt,
)

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed


class PublicationEdit(RecordDialog):
    """Title first; what is pinned goes on to the next item: category, department, channels, day."""

    kind = "publication"
    numbered_by = "made_on"
    pins = (
        "category",
        "document_kind",
        "department",
        "made_on",
        "published_on",
        "channels",
        "secrecy_reviewer",
    )
    proposing: ClassVar = {
        name: ("publication", name) for name in ("category", "document_number", "secrecy_reviewer")
    }

    _proposed_index = ""
    _phones: tuple[str, ...] | None = None

    def prepare(self) -> None:
        self.kind_proposal = KindProposal(self)
        put_above_notes(self, self.kind_proposal.words)

    def begin_new(self, typed: "Mapping[str, Typed] | None" = None) -> None:
        self.kind_proposal.begin()
        super().begin_new(typed)

    def load(self) -> None:
        self.kind_proposal.begin()
        super().load()

    def _on_changed(self, name: str) -> None:
        super()._on_changed(name)
        self.kind_proposal.hear(name)

    def _typed_to_go_on(self) -> "dict[str, Typed]":
        return self.kind_proposal.without(super()._typed_to_go_on())

    def shown_anew(self) -> None:
        if self.record_id is not None:
            self.kind_proposal.begin()

    def own_findings(self) -> list[Finding]:
        """A kind or a day that is likely to be another; of stored items only what was changed."""
        card = self.card_now()
        changed = card if self.record_id is None else self.binder.changes()
        days = {name: value for name, value in card.items() if name in changed}
        return [
            *private_in_card(card, self._own_phones()),
            *review_in_doubt(card),
            *kind_in_doubt(card),
            *days_in_doubt(days, self.desk.today()),
        ]

    def _own_phones(self) -> tuple[str, ...]:
        """The telephone of the office, which may be published; asked for once a form."""
        if self._phones is None:
            with self.desk.database.reading() as session:
                self._phones = office_phones(session)
        return self._phones

    def _propose_number(self) -> None:
        """The next 索引号 by the office's pattern, too, as long as no other was typed."""
        super()._propose_number()
        values = self.binder.values()
        kept = str(values["index_number"] or "")
        if self.record_id is not None or kept not in ("", self._proposed_index):
            return
        day = values["made_on"]
        year = day.year if isinstance(day, date) else self.desk.year
        with self.desk.database.reading() as session:
            self._proposed_index = proposed_index_number(session, year)
        if self._proposed_index:
            self.binder.propose({"index_number": self._proposed_index})

    def proposed_fields(self, told: Card) -> set[str]:
        """Also the 索引号 that follows the office's pattern."""
        index = self._proposed_index
        own = {"index_number"} if index and told.get("index_number") == index else set()
        return super().proposed_fields(told) | own

    def wanted_fields(self) -> tuple[str, ...]:
        """A channel, of what is published."""
        return ("channels",) if self.binder.values()["published_on"] else ()

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_PublicationEdit(), desk, record_id, parent)
