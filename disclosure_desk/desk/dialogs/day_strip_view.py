"""A due date opened into its days (答复期限): which count, which do not, and why."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QWidget

from disclosure_desk.commands.offices import the_office
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_day_strip_view import Ui_DayStripView
from disclosure_desk.desk.models.day_model import LEGEND, DayModel, DayRole, told
from disclosure_desk.desk.models.drawn_clock import DrawnClock, drawn_clock, drawn_request
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.day_cell import DayCell
from disclosure_desk.desk.widgets.row_fit import fit_rows
from disclosure_desk.desk.widgets.strip_paper import strip_page, strip_title, strip_words
from disclosure_desk.faults import KnownError
from disclosure_desk.rules.happenings import Happening

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WEEKS = 3  # that are in view however small the screen is; the steps give way and scroll
_CONCERNED = frozenset({"request", "calendar"})


class DayStripView(QDialog):
    """The days of one request; without a request it waits for `show_days`."""

    def __init__(
        self, desk: Desk, request_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._request_id = desk, request_id
        self._typed: tuple[date, tuple[Happening, ...], str] | None = None
        self.drawn: DrawnClock | None = None
        self.ui = Ui_DayStripView()
        self.ui.setupUi(self)
        self.ui.label_legend.setText(LEGEND)
        self.ui.label_due.setText("正在推算……")
        self._days = DayModel(self)
        self._steps = LinesModel(("日期", "说明", "依据"), self)
        self._prepare_days()
        self._prepare_steps()
        for widget in (self.ui.label_notes, self.ui.show_calendar):
            widget.hide()
        self._connect()
        if request_id is not None:
            self.reload()

    # ------------------------------------------------------------------ showing

    def show_days(
        self, received: date, happenings: Sequence[Happening] = (), name: str = ""
    ) -> None:
        """Show what was received on a day, registered or not."""
        self._typed = (received, tuple(happenings), name)
        self.reload()

    def reload(self) -> None:
        """Run the clock anew, behind the window."""
        request_id, typed, today = self._request_id, self._typed, self._desk.today()

        def query(session: "Session") -> DrawnClock:
            from disclosure_desk.storage.own_calendars import calendar_in_use

            if typed is None:
                assert request_id is not None
                return drawn_request(session, request_id, today)
            received, happenings, name = typed
            return drawn_clock(received, happenings, calendar_in_use(), today, name=name)

        self._desk.look_up(query, succeeded=self._show, failed=self._is_not_drawn)

    def _show(self, drawn: DrawnClock) -> None:
        self.drawn = drawn
        self.setWindowTitle(strip_title(drawn))
        self.ui.label_due.setText("，".join(filter(None, (drawn.headline, drawn.standing))))
        self._tell(drawn.clock.problems if drawn.clock.law else ())  # else a step says it
        self.ui.show_calendar.setVisible(drawn.clock.calendar_missing is not None)
        self._days.set_days(drawn.days, drawn.festivals, drawn.today)
        self._steps.set_rows([(str(one.date), one.text, one.source) for one in drawn.steps])
        for widget in (self.ui.days, self.ui.label_day, self.ui.label_legend):
            widget.setVisible(bool(drawn.days))
        for button in (self.ui.print_days, self.ui.copy_days):
            button.setEnabled(True)
        self._choose_day(drawn)
        self._fit_rows()

    def _choose_day(self, drawn: DrawnClock) -> None:
        """Today is what matters first, else the day that the strip leads to."""
        place = self._days.place_of(drawn.today)
        if not place.isValid() and drawn.days:
            place = self._days.place_of(drawn.clock.due or drawn.days[-1].date)
        if place.isValid():
            self.ui.days.setCurrentIndex(place)
            self.ui.days.scrollTo(place)
            self.ui.days.setFocus()
        else:
            self.ui.steps.setFocus()

    def _tell(self, sentences: Sequence[str]) -> None:
        self.ui.label_notes.setText("\n".join(sentences))
        self.ui.label_notes.setVisible(bool(sentences))

    def _is_not_drawn(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.ui.label_due.setText("推算不出答复期限")
            self._tell([str(error)])
        else:
            errors.tell(error, self)

    def _on_day_chosen(self, index: QModelIndex) -> None:
        day = index.data(DayRole)
        self.ui.label_day.setText("" if day is None else told(day))

    # ------------------------------------------------------------------ acting

    def print_days(self) -> None:
        """Print the strip and its steps."""
        from disclosure_desk.desk.widgets.paper_print import print_page

        if self.drawn is None:
            return
        folder = file_choice.folder_of(self._desk.database)
        with self._desk.database.reading() as session:
            unit = the_office(session).name
        page = strip_page(self.drawn, unit=unit, printed_on=self._desk.today())
        try:
            print_page(page, strip_title(self.drawn), self, folder=folder)
        except KnownError as error:
            errors.tell(error, self)

    def copy_days(self) -> None:
        """Put the strip and its steps as words on the clipboard."""
        if self.drawn is not None:
            QGuiApplication.clipboard().setText(strip_words(self.drawn))
            self.ui.copy_days.setText("已复制")

    def show_calendar(self) -> None:
        """Open the calendar at the year that is missing."""
        from disclosure_desk.desk.dialogs.calendar_view import CalendarView

        missing = self.drawn.clock.calendar_missing if self.drawn else None
        CalendarView(self._desk, self, year=missing).open()

    # ------------------------------------------------------------------ form

    def _prepare_days(self) -> None:
        table = self.ui.days
        table.setModel(self._days)
        table.setItemDelegate(DayCell(table))
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setHighlightSections(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _prepare_steps(self) -> None:
        table = self.ui.steps
        table.setModel(self._steps)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(2, table.fontMetrics().horizontalAdvance("国办发明电〔2024〕12号　　"))
        for button in (self.ui.print_days, self.ui.copy_days):
            button.setEnabled(False)

    def _fit_rows(self) -> None:
        """A short strip leaves its room to the steps."""
        days = self.ui.days
        rows = sum(days.rowHeight(row) for row in range(self._days.rowCount()))
        around = days.horizontalHeader().sizeHint().height() + 4
        days.setMaximumHeight(rows + around)
        highest = sorted(days.rowHeight(row) for row in range(self._days.rowCount()))[-_WEEKS:]
        days.setMinimumHeight(sum(highest) + around if highest else 0)
        fit_rows(self.ui.steps)

    def _connect(self) -> None:
        ui = self.ui
        ui.days.selectionModel().currentChanged.connect(self._on_day_chosen)
        ui.print_days.clicked.connect(self.print_days)
        ui.copy_days.clicked.connect(self.copy_days)
        ui.show_calendar.clicked.connect(self.show_calendar)
        ui.leave.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self.print_days)
        self._desk.changed.connect(self._on_changed)

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if kinds & _CONCERNED:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_to_screen(self)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
