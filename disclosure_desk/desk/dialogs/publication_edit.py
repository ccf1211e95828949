"""The form of a published item (主动公开)."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.index_numbers import proposed_index_number
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_publication_edit import Ui_PublicationEdit


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

    def wanted_fields(self) -> tuple[str, ...]:
        """A channel, of what is published."""
        return ("channels",) if self.binder.values()["published_on"] else ()

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_PublicationEdit(), desk, record_id, parent)
