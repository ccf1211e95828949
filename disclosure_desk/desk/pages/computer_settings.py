"""What belongs to this computer: look, start, folders; and the ways to backup and holidays."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from disclosure_desk.desk import look
from disclosure_desk.desk.forms.ui_computer_settings import Ui_ComputerSettings
from disclosure_desk.desk.machine_settings import (
    BACKUP_FOLDER,
    LETTER_FOLDER,
    LETTER_TEMPLATES,
    OPENS_LAST,
    SECOND_DAYS,
    SECOND_FOLDER,
)

_FOLDERS = {
    "letters": LETTER_FOLDER,
    "templates": LETTER_TEMPLATES,
    "backups": BACKUP_FOLDER,
    "second": SECOND_FOLDER,
}
_DAYS = ("1", "3", "7", "14", "30")


class ComputerSettings(QWidget):
    """Acts at once; nothing here needs saving."""

    title = "这台电脑"
    step_wanted = Signal(str)  # an entry of the menus: back_up, restore_backup, show_calendar
    second_chosen = Signal()  # another second place for backups, or other days

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ComputerSettings()
        self.ui.setupUi(self)
        for slug, word in look.FONT_SIZES.items():
            self.ui.font_size.addItem(word, slug)
        for slug, word in look.LOOKS.items():
            self.ui.look.addItem(word, slug)
        for days in _DAYS:
            self.ui.second_days.addItem(f"{days}天", days)
        self.reload()
        self._connect()

    def reload(self) -> None:
        """Show what is kept now: menus change some of it, too."""
        for box, slug in (
            (self.ui.font_size, look.font_size()),
            (self.ui.look, look.look()),
            (self.ui.second_days, SECOND_DAYS.value()),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(slug))
        self.ui.opens_last.setChecked(OPENS_LAST.value() == "yes")
        for name, setting in _FOLDERS.items():
            self._line(name).setText(setting.value())
        for widget in (self.ui.label_second_days, self.ui.second_days, self.ui.leave_second):
            widget.setEnabled(bool(SECOND_FOLDER.value()))

    def tell_backup(self, words: str) -> None:
        """How old the last backup is."""
        self.ui.label_backup.setText(words)

    def _line(self, name: str) -> QLineEdit:
        line = getattr(self.ui, name)
        assert isinstance(line, QLineEdit)
        return line

    def _choose(self, name: str) -> None:
        from disclosure_desk.desk import file_choice

        setting = _FOLDERS[name]
        chosen = file_choice.folder_to_use(self, setting.label, folder=setting.value())
        if chosen:
            setting.keep(chosen)
            self.reload()
        if chosen and setting is SECOND_FOLDER:
            self.second_chosen.emit()

    def _leave_second(self) -> None:
        """Keep no second copies any more; those that are there stay."""
        SECOND_FOLDER.keep("")
        self.reload()
        self.second_chosen.emit()

    def _choose_days(self, days: str) -> None:
        SECOND_DAYS.keep(days)
        self.second_chosen.emit()

    def _connect(self) -> None:
        ui = self.ui
        self._let_choose(ui.font_size, look.set_font_size)
        self._let_choose(ui.look, look.set_look)
        self._let_choose(ui.second_days, self._choose_days)
        ui.leave_second.clicked.connect(self._leave_second)
        ui.opens_last.toggled.connect(lambda on: OPENS_LAST.keep("yes" if on else "no"))
        for name in _FOLDERS:
            getattr(ui, f"choose_{name}").clicked.connect(partial(self._choose, name))
        for step in ("back_up", "restore_backup", "show_calendar"):
            getattr(ui, step).clicked.connect(partial(self.step_wanted.emit, step))

    def _let_choose(self, box: QComboBox, act: Callable[[str], None]) -> None:
        box.currentIndexChanged.connect(lambda row: act(box.itemData(row)))
