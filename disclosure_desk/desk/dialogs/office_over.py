"""The office's profile over another form: what a letter lacks is filled in without leaving it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.leaving import ask_before_leaving
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.desk.screen_fit import fit_to_screen


class OfficeOver(QDialog):
    """Esc leaves; what is not kept yet is asked about."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, field: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("单位信息")
        self.page = OfficePage(desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.resize(900, 600)
        fit_to_screen(self)
        if field in self.page.binder.widgets:
            self.page.binder.widgets[field].setFocus()
        desk.changed.connect(self._on_changed)

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        """Once it is kept, the form below goes on."""
        if "office" in kinds and initiator is self.page:
            # The page itself takes note of what is kept only after that.
            QTimer.singleShot(0, self, self._leave_once_kept)

    def _leave_once_kept(self) -> None:
        if not self.page.is_unsaved:
            self.accept()

    def reject(self) -> None:
        """Leave; asks when something is not kept yet."""
        if self.page.is_unsaved:
            ask_before_leaving(self, keep=self.page.save, drop=lambda: QDialog.reject(self))
            return
        super().reject()
