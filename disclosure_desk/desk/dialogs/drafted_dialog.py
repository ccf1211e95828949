"""A form that is left at once: what was typed and not saved stays as a draft."""

from typing import Any

from PySide6.QtGui import QCloseEvent, QShowEvent

from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.field_line import FieldLine
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.draft_keeping import DraftKeeper
from disclosure_desk.desk.rights_shown import show_rights
from disclosure_desk.desk.screen_fit import fit_to_screen, is_low


class DraftedDialog(KeyedDialog):
    """The forms of records and of steps; while a save is under way they stay."""

    ui: Any
    desk: Desk
    binder: FormBinder
    drafts: DraftKeeper
    field_line: FieldLine
    _saving: bool

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its fields, as far as the screen allows; beyond that they scroll."""
        show_rights(self)
        self.field_line.label.setVisible(not is_low(self))
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)

    def reject(self) -> None:
        """Leave at once; what is not saved stays as a draft, and the window behind says so."""
        if self._saving:
            return
        self.binder.close_lists()
        if self.drafts.leave():
            self.desk.noticed.emit(
                f"{self.windowTitle()}：填写的内容已存为草稿，下次打开可以恢复。"
            )
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window does as Esc does."""
        if self.isVisible():
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)
