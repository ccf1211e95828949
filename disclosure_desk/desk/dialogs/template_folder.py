"""The folder with the office's own templates of letters, remembered on this computer."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.machine_settings import LETTER_FOLDER, LETTER_TEMPLATES
from disclosure_desk.desk.widgets.flow_keys import composing


class TemplateFolder(FormPart):
    """Works on the widgets of the making of a letter."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, ui: Any, form: QWidget) -> None:
        super().__init__(form)
        self._desk, self._ui = desk, ui
        ui.templates.set_value(LETTER_TEMPLATES.value() or None)
        self._show_which_buttons_act()
        ui.templates.edited.connect(self._keep)
        for keys, button, slot in (
            ("F2", ui.choose_templates, self.choose),
            ("F6", ui.copy_templates, self.copy_shipped),
        ):
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), form).activated.connect(slot)

    def folder(self) -> Path | None:
        """The folder that is named; None for the templates that are shipped."""
        named = self._ui.templates.value()
        return Path(str(named)) if named else None

    def choose(self) -> None:
        """Ask for the folder."""
        if composing():
            return
        near = self._ui.templates.text() or LETTER_FOLDER.value()
        chosen = file_choice.folder_to_use(self._form, "文书模板文件夹", folder=near)
        if chosen:
            self._ui.templates.set_value(chosen)

    def copy_shipped(self) -> None:
        """Put the shipped templates into the folder, for the office to change."""
        folder = self.folder()
        if composing() or folder is None:
            return

        def work(_report: Report) -> int:
            from disclosure_desk.exchange.letter_templates import copy_templates

            return len(copy_templates(folder))

        self._desk.jobs.start(work, succeeded=self._are_copied, failed=self._is_refused)

    def _are_copied(self, number: int) -> None:
        words = f"已放入{number}个模板，用 Word 或 WPS 改好后，制作文书时就用改过的。"
        self.told.emit(words if number else "这个文件夹里已经有全部模板，没有覆盖。")

    def _is_refused(self, error: Exception) -> None:
        errors.tell(error, self._form)

    def _keep(self) -> None:
        LETTER_TEMPLATES.keep(str(self._ui.templates.value() or ""))
        self._show_which_buttons_act()
        self.changed.emit()

    def _show_which_buttons_act(self) -> None:
        self._ui.copy_templates.setEnabled(self.folder() is not None)
