"""What the menus of the window call up: dialogs over the open office, tools, the keys."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence

from disclosure_desk.desk import look
from disclosure_desk.desk.key_table import menu_keys
from disclosure_desk.desk.rail import row_of
from disclosure_desk.desk.rights_shown import guard

if TYPE_CHECKING:
    from disclosure_desk.desk.context import Desk
    from disclosure_desk.desk.main_window import MainWindow

# Actions that need an open office; those named nowhere here act without one, too.
NEEDS_OFFICE = (
    *("quick_line", "paste_rows"),
    *("import_ledger", "export_year", "archive_year", "save_deidentified", "show_office_journal"),
    *("look_for_unseen", "show_recycle_bin", "make_handover", "merge_handover"),
    *("back_up", "lock_now", "find_anywhere", "show_drafts", "switch_person"),
)
# What takes a right of records/rights.py, beside what the pages themselves hold back.
_TAKES = {
    "WRITE": (
        *("add_record", "remove_record", "quick_line", "paste_rows", "import_ledger"),
        *("make_handover", "merge_handover"),
    ),
    "OFFICE": ("restore_backup",),
}


class WindowMenus(QObject):
    """Connects the actions of the menus; each dialog is only imported when it is called."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        for name, act in self._acts().items():
            getattr(window.ui, name).triggered.connect(act)
        window.ui.search_all.clicked.connect(self._find_anywhere)
        for name, keys in menu_keys().items():
            getattr(window.ui, name).setShortcut(QKeySequence(keys))
        self._looks = QActionGroup(self)
        for name in look.LOOKS:
            self._looks.addAction(getattr(window.ui, f"look_{name}"))
        window.ui.menu_view.aboutToShow.connect(self._show_look)

    def _acts(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "quick_line": self._quick_line,
            "paste_rows": self._paste_rows,
            "import_ledger": self._import_ledger,
            "export_year": self._export_year,
            "archive_year": self._archive_year,
            "save_deidentified": self._save_deidentified,
            "make_handover": self._make_handover,
            "merge_handover": self._merge_handover,
            "show_office_journal": self._show_office_journal,
            "show_recycle_bin": self._show_recycle_bin,
            "show_drafts": self._window.status.list_drafts,
            "show_calendar": self._show_calendar,
            "reckon_fee": self._reckon_fee,
            "look_for_unseen": self._look_for_unseen,
            "find_anywhere": self._find_anywhere,
            "switch_person": self.switch_person,
            "back_up": window.backups.back_up,
            "restore_backup": self._restore_backup,
            "lock_now": window.locking.lock,
            "font_larger": partial(look.step_font_size, 1),
            "font_smaller": partial(look.step_font_size, -1),
            "font_normal": partial(look.set_font_size, "normal"),
            **{f"look_{name}": partial(look.set_look, name) for name in look.LOOKS},
            "show_help": window.help.show_help,
            "show_keys": window.help.show_keys,
            "about": self._tell_about,
            "quit": window.close,
        }

    def guard(self, desk: "Desk") -> None:
        """Let entries of the menus act only for who may do what they do."""
        for right, names in _TAKES.items():
            guard(desk, right, *(getattr(self._window.ui, name) for name in names))

    def switch_person(self) -> None:
        """Ask who sits at the desk, or say that the office has entered nobody."""
        if self._desk is None:
            return
        if self._desk.person.standing is None or not self._desk.person.standing.may_choose:
            told = "人员名单里没有可以切换的人，请在“设置—人员和复核”里登记。"
            self._desk.noticed.emit(told)
            return
        from disclosure_desk.desk.dialogs.switch_person import SwitchPerson

        SwitchPerson(self._desk, self._window).open()

    def show_what_acts(self) -> None:
        """Without an open office, what works on one is greyed."""
        for name in NEEDS_OFFICE:
            getattr(self._window.ui, name).setEnabled(self._desk is not None)
        self._window.ui.search_all.setVisible(self._desk is not None)
        is_file = self._desk is not None and self._desk.database.path is not None
        self._window.ui.restore_backup.setEnabled(is_file)

    def _show_look(self) -> None:
        getattr(self._window.ui, f"look_{look.look()}").setChecked(True)
        steps = list(look.FONT_SIZES)
        self._window.ui.font_smaller.setEnabled(look.font_size() != steps[0])
        self._window.ui.font_larger.setEnabled(look.font_size() != steps[-1])

    @property
    def _desk(self) -> "Desk | None":
        return self._window.desk

    def _quick_line(self) -> None:
        """From wherever the keys are into the line above 主动公开."""
        if self._desk is not None:
            self._window.ui.rail.setCurrentRow(row_of("publication"))
            self._window.page("publication").quick_entry.take_keys()  # type: ignore[attr-defined]  # this page has one

    def _paste_rows(self) -> None:
        """The sheet for many rows, of the register in view or of 主动公开."""
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet

            page = self._window.ui.stack.currentWidget()
            kind = str(getattr(page, "kind", "publication"))
            sheet = PasteSheet(self._desk, kind, self._window)
            sheet.paste_copied_table()
            sheet.open()

    def _import_ledger(self) -> None:
        if self._desk is None:
            return
        from disclosure_desk.desk import file_choice

        chosen = file_choice.file_to_open(
            self._window,
            "导入台账",
            folder=file_choice.folder_of(self._desk.database),
            filters=file_choice.LEDGER_FILES,
        )
        if chosen:
            from disclosure_desk.desk.dialogs.import_preview import ImportPreview

            ImportPreview(self._desk, Path(chosen), self._window).open()

    def _export_year(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.export_year import ExportYear

            for page in self._window.pages.values():  # the words typed last go out, too
                if hasattr(page, "keep_typed"):
                    page.keep_typed()
            ExportYear(self._desk, self._window).open()

    def _archive_year(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.archive_year import ArchiveYear

            for page in self._window.pages.values():  # the words typed last are archived, too
                if hasattr(page, "keep_typed"):
                    page.keep_typed()
            ArchiveYear(self._desk, self._window).open()

    def _save_deidentified(self) -> None:
        """The page says what such a copy is, and how much of the texts it keeps."""
        if self._desk is not None:
            self._window.ui.rail.setCurrentRow(row_of("settings"))
            page = self._window.page("settings")
            page.show_privacy()  # type: ignore[attr-defined]  # this page has it
            page.privacy.save_copy()  # type: ignore[attr-defined]

    def _make_handover(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.handover_make import HandoverMake

            for page in self._window.pages.values():  # the words typed last go, too
                if hasattr(page, "keep_typed"):
                    page.keep_typed()
            HandoverMake(self._desk, self._window).open()

    def _merge_handover(self) -> None:
        if self._desk is None:
            return
        from disclosure_desk.desk import file_choice

        chosen = file_choice.file_to_open(
            self._window,
            "并入交接包",
            folder=file_choice.folder_of(self._desk.database),
            filters=file_choice.PACKAGE_FILES,
        )
        if chosen:
            from disclosure_desk.desk.dialogs.merge_preview import MergePreview

            MergePreview(self._desk, Path(chosen), self._window).open()

    def _show_office_journal(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.office_journal import OfficeJournal

            OfficeJournal(self._desk, self._window).open()

    def _restore_backup(self) -> None:
        if self._desk is None or self._desk.database.path is None:
            return
        from disclosure_desk.desk.dialogs.restore_backup import RestoreBackup

        window = self._window
        dialog = RestoreBackup(self._desk.database.path, window.backups, window)
        dialog.wanted.connect(window.restore)
        dialog.open()

    def _tell_about(self) -> None:
        from disclosure_desk.desk.dialogs.about import tell_about

        tell_about(self._window)

    def _show_recycle_bin(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.recycle_bin import RecycleBin

            RecycleBin(self._desk, self._window).open()

    def _find_anywhere(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.find_anywhere import FindAnywhere

            FindAnywhere(self._desk, self._window).open()

    def _show_calendar(self) -> None:
        from disclosure_desk.desk.dialogs.calendar_view import CalendarView

        window = self._window
        CalendarView(self._desk, window, jobs=window.jobs, today=window.today).open()

    def _look_for_unseen(self) -> None:
        if self._desk is not None:
            from disclosure_desk.desk.dialogs.unseen_content import UnseenContent

            UnseenContent(self._desk, self._window).open()

    def _reckon_fee(self) -> None:
        from disclosure_desk.desk.dialogs.fee_reckoner import FeeReckoner

        FeeReckoner(self._desk, None, self._window).open()
