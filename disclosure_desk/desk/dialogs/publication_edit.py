"""The form of a published item (主动公开)."""

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_publication_edit import Ui_PublicationEdit


class PublicationEdit(RecordDialog):
    """Title first; category, department, channels and dates go on to the next item."""

    kind = "publication"
    numbered_by = "made_on"
    carried = (
        "category",
        "document_kind",
        "department",
        "made_on",
        "published_on",
        "channels",
        "secrecy_reviewer",
    )
    proposing = ("category", "secrecy_reviewer")

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_PublicationEdit(), desk, record_id, parent)
