"""The window: a rail of pages on the left, the page in view, and what is open below."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QWindow,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.backup_keeping import BackupKeeping
from disclosure_desk.desk.button_keys import ButtonKeys
from disclosure_desk.desk.context import Desk, this_day
from disclosure_desk.desk.forms.ui_main_window import Ui_MainWindow
from disclosure_desk.desk.help_keys import HelpKeys
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.live_refresh import LiveRefresh
from disclosure_desk.desk.locking import Locking
from disclosure_desk.desk.office_chores import OfficeChores
from disclosure_desk.desk.office_opening import OfficeOpening
from disclosure_desk.desk.office_status import OfficeStatus
from disclosure_desk.desk.opening import (
    Beside,
    Opened,
)
from disclosure_desk.desk.page_making import made_page, place_of_keys
from disclosure_desk.desk.progress import wait_in_sight
from disclosure_desk.desk.rail import RAIL, WITHOUT_YEAR, fill_rail, row_of
from disclosure_desk.desk.screen_fit import fit_to_screen, keep_on_screen
from disclosure_desk.desk.undo_steps import UndoSteps
from disclosure_desk.desk.window_menus import WindowMenus
from disclosure_desk.desk.year_choice import offer_years

if TYPE_CHECKING:  # what the window need not have to be seen is loaded when it is called
    from disclosure_desk.desk.pages.start_page import StartPage
    from disclosure_desk.desk.person_at_desk import PersonAtDesk

_PAGE_STEPS = (
    *("add_record", "change_record", "remove_record", "show_journal", "show_days"),
    "find_text",
)


class MainWindow(QMainWindow):
    """Shown before any office is open; pages are made when they are first looked at.

    Who shows it empty (`is_empty`) calls `open_place` or `show_start` once it stands.
    """

    def __init__(self, today: Callable[[], Any] = this_day, *, is_empty: bool = False) -> None:
        super().__init__()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.today = today
        self.jobs = Jobs(self, failed=lambda error: errors.tell(error, self))
        self.desk: Desk | None = None
        self.pages: dict[str, QWidget] = {}
        self._is_leaving = False
        self._sits_on = ""  # who sat here when the office was closed to be opened again
        self.backups = BackupKeeping(self.jobs, self)
        self.live = LiveRefresh(self)
        self.status = OfficeStatus(self)
        self.help = HelpKeys(self, lambda: RAIL[max(self.ui.rail.currentRow(), 0)][0])
        self.locking = Locking(self)
        self._buttons = ButtonKeys(self)
        self._buttons.serve_window(self)
        self._start: StartPage | None = None
        fill_rail(self.ui.rail, self, self._go_to)
        self._menus = WindowMenus(self)
        self.undo = UndoSteps(self)
        self.opening = OfficeOpening(self)
        self._chores = OfficeChores(self)
        self._connect()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._keep_on_screen)
        fit_to_screen(self)  # maximized where no window manager heeds it, this size stays
        self._show_what_acts()
        if not is_empty:
            self.show_start()

    # ------------------------------------------------------------------ offices

    def open_place(self, place: str, beside: Beside = Beside.ASK) -> None:
        """Open the office at a place; when it cannot be opened the start page says why."""
        self.opening.open_place(place, beside)

    def open_sample(self) -> None:
        """Open this user's copy of the sample office."""
        self.opening.open_sample()

    def show_office(self, opened: Opened) -> None:
        """Show an office that has been opened, in place of the one that is open."""
        self._close_office()
        _remember(opened.place)
        self.desk = Desk(
            opened.database,
            opened.actor,
            self.jobs,
            year=opened.year,
            today=self.today,
            presence=opened.presence,
            parent=self,
        )
        if opened.person is not None:
            self.desk.person.known(opened.person)
        self.desk.person.changed.connect(self._on_person_changed)
        self._menus.guard(self.desk)
        self.desk.changed.connect(self._on_changed)
        self.desk.open_record.connect(self.open_record)
        self.desk.open_figure.connect(self.open_figure)
        self.desk.year_changed.connect(self._show_year)
        self.desk.drafts_changed.connect(self.status.count_drafts)
        self.desk.noticed.connect(self.status.note)
        offer_years(self.ui.year, self.desk, opened.years)
        self.status.show_name(opened.unit_name)
        self._show_what_acts()
        self._show_first_page()
        self.status.count()
        self.backups.begin(self.desk, opened.unit_name)
        self.live.follow(self.desk, opened.newest_line)
        self.locking.begin()
        self.jobs.when_idle(self._chores.do)
        sits_on, self._sits_on = self._sits_on, ""
        if self.desk.person.must_choose:
            self._let_sit(self.desk.person, sits_on)

    def close_for_a_while(self) -> None:
        """Close the office for a step on its file; who sits here need not say so again."""
        assert self.desk is not None
        name = self.desk.actor.name
        self._close_office()
        self._sits_on = name
        self.show_start()

    def _let_sit(self, person: "PersonAtDesk", name: str) -> None:
        """Who sat here goes on, if the office still knows them; otherwise it is asked."""
        if person.standing is not None and name in person.standing.may_choose:
            person.sit_down(name)
        else:
            self._menus.switch_person()

    def _show_first_page(self) -> None:
        """今日, or where the keys went meanwhile; what was asked of the first look is done now."""
        row = max(self.ui.rail.currentRow(), 0) if self.opening.first is not None else 0
        wanted = self.opening.first.wanted if self.opening.first is not None else ""
        page = self.page("today")
        self.ui.rail.setCurrentRow(row)
        self._show_page(row)
        self.opening.end_first_look()
        if wanted:
            getattr(page, wanted)()

    def _on_person_changed(self) -> None:
        """Somebody else sits here: the status line, the title and what waits to be done say so."""
        self.status.show_name(self.ui.label_office.text())
        self._show_what_acts()
        self.status.count()
        self.jobs.when_idle(self._chores.do)

    def _close_office(self) -> None:
        if self.desk is None:
            return
        self.desk.closing.emit()
        self.locking.end()
        self.jobs.finish()
        for page in self.pages.values():
            self.ui.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._chores.keep_first_look()
        self.desk.database.close()
        if self.desk.presence is not None:
            self.desk.presence.leave()
        self.desk.deleteLater()
        self.desk = None
        self.undo.ask()
        self.status.clear()
        self.backups.end()

    def show_start(self, problem: str = "") -> None:
        """Show the ways in, and why none was taken yet."""
        start = self._start or self._made_start()
        start.tell(problem)
        self.ui.stack.setCurrentWidget(start)
        self.ui.label_title.setText(start.title)
        self.ui.label_office.setText("信息公开工作台")
        self._show_what_acts()

    def _made_start(self) -> "StartPage":
        from disclosure_desk.desk.pages.start_page import StartPage

        self._start = start = StartPage()
        self.ui.stack.addWidget(start)
        start.found_wanted.connect(self.opening.found)
        start.open_wanted.connect(self.opening.choose_place)
        start.sample_wanted.connect(self.open_sample)
        start.place_wanted.connect(self.open_place)
        return start

    def restore(self, backup: Path) -> None:
        """Put a backup in place of the open office file, which is closed for it."""
        from disclosure_desk.desk.restoring import restore_backup

        restore_backup(self, backup)

    # ------------------------------------------------------------------ pages

    def page(self, name: str) -> QWidget:
        """The page of this name, made when it is first asked for."""
        assert self.desk is not None
        if name not in self.pages:
            self.pages[name] = page = made_page(name, self.desk, self.opening.first)
            self.ui.stack.addWidget(page)
            if hasattr(page, "register_wanted"):
                page.register_wanted.connect(self._show_register)
            if hasattr(page, "step_wanted"):
                page.step_wanted.connect(lambda step: getattr(self.ui, step).trigger())
            if name == "settings":
                from disclosure_desk.desk.encrypting import Encrypting

                security = page.security  # type: ignore[attr-defined]  # this page has it
                encrypting = Encrypting(self)
                security.encrypt_wanted.connect(encrypting.encrypt)
                security.decrypt_wanted.connect(encrypting.decrypt)
                security.lock_wanted.connect(self.locking.lock)
                security.password_changed.connect(self.locking.begin)
                page.second_chosen.connect(self.backups.copy_to_second)  # type: ignore[attr-defined]  # the page of this name has it
                self.backups.look()
        return self.pages[name]

    def open_record(self, kind: str, record_id: int) -> None:
        """Go to the register of a record and open its form; once it is closed, come back."""
        came_from = self.ui.rail.currentRow()
        row = row_of(kind)
        self.ui.rail.setCurrentRow(row)
        page = self.page(RAIL[row][0])
        if hasattr(page, "open_record"):
            form = page.open_record(record_id)
            form.finished.connect(lambda _result: self.ui.rail.setCurrentRow(came_from))

    def open_figure(self, code: str) -> None:
        """Go to a figure of the year in view on the page of statistics."""
        page = self.page("statistics")
        if hasattr(page, "show_figure"):
            page.show_figure(code)
        self.ui.rail.setCurrentRow(row_of("statistics"))

    def _show_register(self, kind: str) -> None:
        self.ui.rail.setCurrentRow(row_of(kind))

    def _show_page(self, row: int) -> None:
        if row < 0:
            return
        if self.desk is None:
            self.opening.call_page(row)
            return
        name, title = RAIL[row]
        page = self.page(name)
        self.ui.stack.setCurrentWidget(page)
        self.ui.label_title.setText(title)
        self._show_what_acts()
        if not self.ui.rail.hasFocus():
            page.setFocus()

    def _go_to(self, row: int) -> None:
        """Show a page and put the keys into it, wherever they were, the rail included."""
        if self.desk is None:
            if self.opening.first is not None:
                self.ui.rail.setCurrentRow(row)  # shown once the office is open
            return
        self.ui.rail.setCurrentRow(row)
        place_of_keys(self.page(RAIL[row][0])).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_what_acts(self) -> None:
        is_open = self.desk is not None
        self.ui.rail.setEnabled(is_open)
        has_year = RAIL[max(self.ui.rail.currentRow(), 0)][0] not in WITHOUT_YEAR
        for widget in (self.ui.label_year, self.ui.year):
            widget.setVisible(is_open and has_year)
        self._menus.show_what_acts()
        page = self.ui.stack.currentWidget()
        for step in _PAGE_STEPS:
            getattr(self.ui, step).setEnabled(is_open and hasattr(page, step))

    def _act_on_page(self, step: str) -> None:
        page = self.ui.stack.currentWidget()
        if hasattr(page, step):
            getattr(page, step)()

    # ------------------------------------------------------------------ year and status

    def _show_year(self, year: int) -> None:
        self.ui.year.setCurrentIndex(self.ui.year.findData(year))

    def _on_year_chosen(self, index: int) -> None:
        if self.desk is not None and index >= 0:
            self.desk.set_year(self.ui.year.itemData(index))

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        self.status.count()
        if "office" in kinds:
            self.status.ask_name()

    def _connect(self) -> None:
        ui = self.ui
        ui.found_office.triggered.connect(self.opening.found)
        ui.open_office.triggered.connect(self.opening.choose_place)
        ui.open_server.triggered.connect(lambda _on=False: self.opening.ask_for_server())
        ui.view_sample.triggered.connect(self.open_sample)
        for step in _PAGE_STEPS:
            getattr(ui, step).triggered.connect(partial(self._act_on_page, step))
        ui.rail.currentRowChanged.connect(self._show_page)
        ui.year.currentIndexChanged.connect(self._on_year_chosen)
        QShortcut(QKeySequence("Alt+0"), self).activated.connect(ui.year.setFocus)
        ui.year.setToolTip("到这里：Alt+0；用↑、↓换一年")
        ui.rail.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # ------------------------------------------------------------------ leaving

    def may_leave(self) -> bool:
        """Whether no page holds words that are not kept; those that can keep them do so."""
        for page in self.pages.values():
            if hasattr(page, "keep_typed"):
                page.keep_typed()
        wait_in_sight(self.jobs, "正在保存填写的内容…", self)
        for name, page in self.pages.items():
            if getattr(page, "is_unsaved", False):
                self.ui.rail.setCurrentRow(row_of(name))
                self._ask_before_leaving(page)
                return False
        return True

    def _ask_before_leaving(self, page: QWidget) -> None:
        from disclosure_desk.desk.dialogs.leaving import ask_before_leaving

        ask_before_leaving(page, keep=page.save, drop=page.load)  # type: ignore[attr-defined]  # pages that can be unsaved have both

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the screen, whatever was remembered of another one."""
        if not event.spontaneous() and not self.windowState():
            fit_to_screen(self)
        super().showEvent(event)

    def _keep_on_screen(self, window: QWindow | None) -> None:
        """Dialogs come to the front of this window: none may reach beyond the screen."""
        keep_on_screen(window)
        self.locking.follow(window)
        self.help.lend_to(window)
        self._buttons.serve(window)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: a page that holds something unsaved asks first."""
        if self._is_leaving:
            event.ignore()  # asked for once more while the first time still waits
            return
        self._is_leaving = True
        may_leave = self.may_leave()
        self._is_leaving = False
        if not may_leave:
            event.ignore()
            return
        self.help.close()
        self.hide()  # the last backup may take a moment
        self._close_office()
        self.jobs.finish()
        self.backups.finish()
        event.accept()


def _remember(place: str) -> None:
    """Offer the place that was opened from now on; of its password nothing is kept on disk."""
    from disclosure_desk.storage.recent import remember_office
    from disclosure_desk.storage.server_address import without_password

    remember_office(without_password(place))
