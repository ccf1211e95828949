"""What is to be done today (今日): the first page of an open office."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_today_page import Ui_TodayPage
from disclosure_desk.desk.models.agenda_model import AgendaModel, ItemRole
from disclosure_desk.desk.models.drawn_clock import WEEKDAYS
from disclosure_desk.faults import KnownError
from disclosure_desk.rules.clock_steps import chinese_date

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.today import Agenda, AgendaItem
    from disclosure_desk.storage.drafts import DraftCount

_WIDEST = {0: "2025-0001　　　　", 2: "2025-09-30 周二　", 3: "逾期100个工作日　"}
_SHARING = (1, 4)  # the columns that share what room is left
_REGISTERS = frozenset({"publication", "request", "indicator"})
# The clock is looked at, not waited for: a computer that slept over midnight wakes late.
_LOOK_AT_CLOCK_MS = 30_000


class TodayPage(QWidget):
    """A line for each thing to do, grouped by what presses; quiet when nothing does."""

    title = "今日"
    register_wanted = Signal(str)  # a kind: something is missing there as a whole

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.agenda: Agenda | None = None
        self._asked_for: date | None = None
        self._is_stale = False
        self._turn = 0  # counts what was asked: an answer to an older question is old
        self.ui = Ui_TodayPage()
        self.ui.setupUi(self)
        self.model = AgendaModel(self)
        self._prepare_tree()
        self.setFocusProxy(self.ui.items)
        self.clock = QTimer(self, interval=_LOOK_AT_CLOCK_MS)
        self._connect()
        self.ui.label_quiet.setText("正在查看今天要办的事……")
        self.ui.items.hide()
        self._show_which_buttons_act()
        self.reload()
        self.clock.start()

    # ------------------------------------------------------------------ showing

    def reload(self) -> None:
        """Ask anew, behind the window; the chosen line stays chosen."""
        self._is_stale = False
        self._turn += 1
        turn = self._turn
        self._asked_for = today = self.desk.today()

        def query(session: "Session") -> "tuple[int, Agenda]":
            from disclosure_desk.statistics.today import agenda
            from disclosure_desk.storage.own_calendars import calendar_in_use

            return turn, agenda(session, calendar_in_use(), today)

        self.desk.look_up(query, succeeded=self._show, failed=self._is_not_found)

    def _show(self, answer: "tuple[int, Agenda]") -> None:
        turn, agenda = answer
        if turn != self._turn:
            return
        chosen, slug = self.chosen(), self.model.slug_at(self.ui.items.currentIndex())
        self.agenda = agenda
        day = agenda.day
        number = sum(len(group.items) for group in agenda.groups)
        count = f"，{number}件事要办" if number else ""
        self.ui.label_day.setText(f"{chinese_date(day)} 周{WEEKDAYS[day.weekday()]}{count}")
        self.model.set_groups(agenda.groups)
        self._open_groups()
        is_quiet = not agenda.groups
        self.ui.label_quiet.setText(_calm(agenda) if is_quiet else "")
        self.ui.label_quiet.setVisible(is_quiet)
        self.ui.items.setVisible(not is_quiet)
        place = self.model.place_of(slug, chosen) if chosen else QModelIndex()
        if not place.isValid():
            place = self.model.index(0, 0, self.model.index(0, 0))
        self.ui.items.setCurrentIndex(place)
        self._show_which_buttons_act()

    def _open_groups(self) -> None:
        self.ui.items.expandAll()
        for row in range(self.model.rowCount()):
            self.ui.items.setFirstColumnSpanned(row, QModelIndex(), True)

    def _is_not_found(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            errors.tell(error, self)
            return
        self.model.set_groups(())
        self.ui.label_quiet.setText(str(error))
        self.ui.label_quiet.show()
        self.ui.items.hide()
        self._show_which_buttons_act()

    def chosen(self) -> "AgendaItem | None":
        """The thing on which the buttons act."""
        item: AgendaItem | None = self.ui.items.currentIndex().siblingAtColumn(0).data(ItemRole)
        return item

    def _show_which_buttons_act(self) -> None:
        item = self.chosen()
        # In full below the list, which shortens what is long.
        self.ui.label_chosen.setText(f"{item.title}：{item.text}" if item else "")
        self.ui.open_item.setEnabled(item is not None)
        self.ui.show_days.setEnabled(item is not None and item.kind == "request")
        for widget in (self.ui.label_chosen, self.ui.open_item, self.ui.show_days):
            widget.setVisible(not self.ui.items.isHidden())

    # ------------------------------------------------------------------ acting

    def open_item(self) -> None:
        """Open the record, the register in which something is missing, the calendar or drafts."""
        item = self.chosen()
        if item is None:
            self._turn_group()
        elif item.record_id is not None:
            self.desk.open_record.emit(item.kind, item.record_id)
        elif item.kind in _REGISTERS:
            self.register_wanted.emit(item.kind)
        elif item.kind == "calendar":
            from disclosure_desk.desk.dialogs.calendar_view import CalendarView

            view = CalendarView(self.desk, self)
            view.begin_import()
            view.open()
        elif item.kind == "draft":
            from disclosure_desk.desk.dialogs.drafts_list import DraftsList

            DraftsList(self.desk, self).open()

    def _turn_group(self) -> None:
        """Enter on the line of a group opens or closes it."""
        index = self.ui.items.currentIndex().siblingAtColumn(0)
        if index.isValid():
            self.ui.items.setExpanded(index, not self.ui.items.isExpanded(index))

    def show_days(self) -> None:
        """Open the due date of the chosen request into its days."""
        item = self.chosen()
        if item is not None and item.kind == "request" and item.record_id is not None:
            from disclosure_desk.desk.dialogs.day_strip_view import DayStripView

            DayStripView(self.desk, item.record_id, self).open()

    # ------------------------------------------------------------------ hearing

    def _prepare_tree(self) -> None:
        tree = self.ui.items
        tree.setModel(self.model)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setUniformRowHeights(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = tree.header()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        for column, words in _WIDEST.items():
            tree.setColumnWidth(column, tree.fontMetrics().horizontalAdvance(words))
        for column in _SHARING:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        ui = self.ui
        ui.open_item.clicked.connect(self.open_item)
        ui.show_days.clicked.connect(self.show_days)
        ui.items.doubleClicked.connect(lambda _index: self.open_item())
        ui.items.selectionModel().currentChanged.connect(
            lambda *_: self._show_which_buttons_act()
        )
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(keys), ui.items)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_item)
        self.clock.timeout.connect(self._look_at_clock)
        self.desk.changed.connect(self._on_changed)
        self.desk.drafts_changed.connect(self._on_drafts_changed)

    def _look_at_clock(self) -> None:
        if self.desk.today() != self._asked_for:
            self._reload_when_seen()

    def _on_changed(self, _kinds: frozenset[str], _initiator: object) -> None:
        # Any register, the calendar and the office's own settings may bear on a due date.
        self._reload_when_seen()

    def _on_drafts_changed(self) -> None:
        """Each pause of somebody typing tells of a draft; only those that are 待补 stand here."""
        from disclosure_desk.storage.drafts import count_drafts

        self.desk.look_up(count_drafts, succeeded=self._compare_drafts)

    def _compare_drafts(self, found: "DraftCount") -> None:
        groups = self.agenda.groups if self.agenda else ()
        shown = sum(len(group.items) for group in groups if group.slug == "wanting")
        if found.wanting != shown:
            self._reload_when_seen()

    def _reload_when_seen(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in view."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()


def _calm(agenda: "Agenda") -> str:
    if agenda.next_due is None:
        return "今天没有要办的事。"
    due = agenda.next_due
    return f"今天没有要办的事。下一个期限：{chinese_date(due)}（周{WEEKDAYS[due.weekday()]}）。"
