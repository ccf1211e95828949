"""The form of a published item (主动公开)."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

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

    def wanted_fields(self) -> tuple[str, ...]:
        """A channel, of what is published."""
        return ("channels",) if self.binder.values()["published_on"] else ()

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_PublicationEdit(), desk, record_id, parent)
