"""The register of requests: a register whose records have a statutory clock."""

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.pages.register_page import RegisterPage


class RequestPage(RegisterPage):
    """All that a register does, and the due date of the selected request day by day (F9)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "request", parent)

    def show_days(self) -> None:
        """Open the due date of the selected request into its days."""
        if (record_id := self.selected_id()) is not None:
            DayStripView(self.desk, record_id, self).open()
