"""Opens an office in the window: what stands there meanwhile, and what is asked if it fails."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from disclosure_desk.desk import errors
from disclosure_desk.desk.entrance import ask_for_password
from disclosure_desk.desk.opening import (
    Beside,
    Opened,
    OpenElsewhere,
    opener,
    sample_opener,
    sample_place,
)
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.rail import RAIL
from disclosure_desk.faults import KnownError
from disclosure_desk.storage.password_needed import PasswordNeeded

if TYPE_CHECKING:
    from disclosure_desk.desk.first_look import FirstPage
    from disclosure_desk.desk.main_window import MainWindow


class OfficeOpening(QObject):
    """Begins an opening; the window shows the office that comes of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.first: FirstPage | None = None  # what was foreseen, until the office is open

    # ------------------------------------------------------------------ choosing

    def found(self) -> None:
        """Ask for what a new office is to be, and open it."""
        from disclosure_desk.desk.dialogs.office_new import OfficeNew

        form = OfficeNew(self._window.jobs, self._window)
        form.founded.connect(self._window.open_place)
        form.open()

    def choose_place(self) -> None:
        """Ask for an office file, and open it."""
        from disclosure_desk.desk import file_choice

        desk = self._window.desk
        folder = file_choice.folder_of(desk.database if desk else None)
        chosen = file_choice.file_to_open(
            self._window, "打开单位数据库", folder=folder, filters=file_choice.OFFICE_FILES
        )
        if chosen:
            self._window.open_place(chosen)

    def ask_for_server(self, place: str = "", problem: str = "") -> None:
        """Ask for the address of a database on a server; of one that did not open, once more."""
        from disclosure_desk.desk.dialogs.server_office import ServerOffice

        dialog = ServerOffice(place, problem, self._window)
        dialog.chosen.connect(self._window.open_place)
        dialog.open()

    # ------------------------------------------------------------------ opening

    def open_place(self, place: str, beside: Beside = Beside.ASK) -> None:
        """Open the office at a place; when it cannot be opened the start page says why."""
        window = self._window
        if window.desk is None and self.first is None:
            self._first_look(place)
        own = window.desk.window_key if window.desk else ""
        self._begin(
            opener(place, window.today(), beside, own),
            f"正在打开“{Path(place).name}”…",
            failed=partial(self._is_not_opened_here, place, beside),
        )

    def open_sample(self) -> None:
        """Open this user's copy of the sample office."""
        self._begin(
            sample_opener(self._window.today()),
            "正在准备示例单位…",
            failed=partial(self._is_not_opened_here, str(sample_place()), Beside.WRITE),
        )

    def open_again(self, place: str, error: Exception) -> None:
        """Open what was closed for a step on its file, and tell why nothing came of that."""
        self.open_place(place)
        errors.tell(error, self._window)

    def _begin(
        self, work: Callable[..., Opened], text: str, failed: Callable[[Exception], None]
    ) -> None:
        window = self._window
        if not window.may_leave():
            return
        window.status.tell(text)
        job = window.jobs.start(work, succeeded=window.show_office, failed=failed, writing=True)
        if self.first is None:
            show_progress(job, text, window)

    def _is_not_opened_here(self, place: str, beside: Beside, error: Exception) -> None:
        window = self._window
        at_server = "://" in place and isinstance(error, KnownError)
        self._is_not_open(error, is_asked_about=at_server)
        if at_server:
            self.ask_for_server(place, str(error))
        if isinstance(error, PasswordNeeded):
            again = partial(window.open_place, place, beside)
            ask_for_password(error, window.jobs.start, window, again)
        if isinstance(error, OpenElsewhere):
            from disclosure_desk.desk.dialogs.open_elsewhere import ask_how_to_open

            ask_how_to_open(window, str(error), partial(window.open_place, place))

    def _is_not_open(self, error: Exception, *, is_asked_about: bool) -> None:
        window = self._window
        window.status.tell("")
        window.status.count()  # an office that stays open is told of again
        if self.first is not None:
            self.end_first_look()
            window.show_start()
        if is_asked_about or isinstance(error, OpenElsewhere | PasswordNeeded):
            return
        if window.desk is None and isinstance(error, KnownError):
            window.show_start(str(error))
        else:
            errors.tell(error, window)

    # ------------------------------------------------------------------ first look

    def _first_look(self, place: str) -> None:
        """Show what was foreseen of the office's day, long before the office is open."""
        from disclosure_desk.desk.first_look import first_page

        window = self._window
        self.first = page = first_page(place, window.today())
        if page is None:
            window.show_start()  # whatever is asked or told now has it behind itself
            return
        window.ui.stack.addWidget(page)
        window.ui.stack.setCurrentWidget(page)
        window.ui.label_office.setText(page.unit_name)
        window.ui.rail.setEnabled(True)
        row = max(window.ui.rail.currentRow(), 0)
        window.ui.rail.setCurrentRow(row)
        self.call_page(row)

    def call_page(self, row: int) -> None:
        """Let what was foreseen stand for a page of the rail, which comes with the office."""
        if self.first is None:
            return
        title = RAIL[row][1]
        self._window.ui.label_title.setText(title)
        if title == self.first.title:
            self.first.show_day()
        else:
            self.first.stand_for(title)

    def end_first_look(self) -> None:
        """Take away what was foreseen: the office itself is there, or it is not to be had."""
        if self.first is not None:
            self._window.ui.stack.removeWidget(self.first)
            self.first.deleteLater()
            self.first = None
