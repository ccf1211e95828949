"""What is to be done today (今日): the first page of an open office."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.pages.agenda_view import AgendaView
from disclosure_desk.faults import KnownError
from disclosure_desk.statistics.agenda import CONFIRMING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.first_look import FirstPage
    from disclosure_desk.statistics.agenda import Agenda
    from disclosure_desk.storage.drafts import DraftCount

_REGISTERS = frozenset({"publication", "request", "indicator"})
# The clock is looked at, not waited for: a computer that slept over midnight wakes late.
_LOOK_AT_CLOCK_MS = 30_000
_HOW_TO_BEGIN = (
    "这是新的单位数据库，还没有登记。\n"
    "先按 Alt+9 到“设置”，填写单位信息、科室和联络员；\n"
    "再按 Alt+2 或 Alt+3 到主动公开、依申请公开，按 Ctrl+N 登记第一条；\n"
    "已有台账的，按 Ctrl+I 导入。"
)


class TodayPage(AgendaView):
    """The agenda of the open office, kept up with what changes and with the day."""

    title = "今日"
    register_wanted = Signal(str)  # a kind: something is missing there as a whole

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, seen: "FirstPage | None" = None
    ) -> None:
        """`seen`: what was shown of this office while it was being opened."""
        super().__init__(parent)
        self.desk = desk
        self._asked_for: date | None = None
        self._is_stale = False
        self._turn = 0  # counts what was asked: an answer to an older question is old
        self.clock = QTimer(self, interval=_LOOK_AT_CLOCK_MS)
        self._connect()
        if seen is not None and seen.agenda is not None:
            self.show_agenda(seen.agenda, seen.chosen(), seen.chosen_slug())
        self.reload()
        self.clock.start()

    # ------------------------------------------------------------------ showing

    def reload(self) -> None:
        """Ask anew, behind the window; the chosen line stays chosen."""
        self._is_stale = False
        self._turn += 1
        turn = self._turn
        self._asked_for = today = self.desk.today()

        def query(session: "Session") -> "tuple[int, Agenda, bool]":
            from disclosure_desk.desk.lookups import holds_nothing
            from disclosure_desk.statistics.today import agenda
            from disclosure_desk.storage.own_calendars import calendar_in_use

            found = agenda(session, calendar_in_use(), today)
            return turn, found, not found.groups and holds_nothing(session)

        self.desk.look_up(query, succeeded=self._show, failed=self._is_not_found)

    def _show(self, answer: "tuple[int, Agenda, bool]") -> None:
        turn, agenda, is_new = answer
        if turn == self._turn:
            self.show_agenda(agenda, self.chosen(), self.chosen_slug())
            if is_new:
                self.ui.label_quiet.setText(_HOW_TO_BEGIN)

    def _is_not_found(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            errors.tell(error, self)
            return
        self.model.set_groups(())
        self.ui.label_quiet.setText(str(error))
        self.ui.label_quiet.show()
        self.ui.items.hide()
        self._show_which_buttons_act()

    # ------------------------------------------------------------------ acting

    def open_item(self) -> None:
        """Open the record, the register in which something is missing, the calendar or drafts."""
        item = self.chosen()
        if item is None:
            super().open_item()
        elif item.record_id is not None and self._is_to_confirm(item.kind):
            from disclosure_desk.desk.dialogs.confirm_record import ConfirmRecord

            ConfirmRecord(self.desk, item.kind, item.record_id, self).open()
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
        elif item.kind == "privacy":
            self.register_wanted.emit("settings")

    def _is_to_confirm(self, kind: str) -> bool:
        """Whether the chosen line is opened to be confirmed: others only look at the record."""
        if self.chosen_slug() != CONFIRMING:
            return False
        return kind not in _REGISTERS or not self.desk.person.refusal("CONFIRM")

    def show_days(self) -> None:
        """Open the due date of the chosen request into its days."""
        item = self.chosen()
        if item is not None and item.kind == "request" and item.record_id is not None:
            from disclosure_desk.desk.dialogs.day_strip_view import DayStripView

            DayStripView(self.desk, item.record_id, self).open()

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
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
