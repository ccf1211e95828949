"""主动公开: the register with the line of quick entry above its table."""

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.quick_entry import QuickEntry


class PublicationPage(RegisterPage):
    """主动公开, with a line in which an item is typed at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "publication")
        self.quick_entry = QuickEntry(desk, self)
        self.ui.layout_entry.addWidget(self.quick_entry)
        guard(desk, "WRITE", self.quick_entry)
        self.quick_entry.saved.connect(self.show_saved)
        self.quick_entry.left.connect(self.setFocus)
        self.quick_entry.rows_pasted.connect(self._open_sheet)

    def _open_sheet(self, text: str, html: str) -> None:
        """Rows that were pasted into the line go on in the sheet for many."""
        from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet

        sheet = PasteSheet(self.desk, "publication", self)
        sheet.saved.connect(self.show_saved)
        sheet.paste(text, html)
        sheet.open()
