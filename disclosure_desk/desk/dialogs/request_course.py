"""The statutory clock beside the registration: the due date, how it stands, and the day strip."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.case_watch import CaseWatch
from disclosure_desk.desk.clock_words import due_words
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import RequestEvent, dated
from disclosure_desk.records.request_clock import answered_on, is_open
from disclosure_desk.rules.law import CHANNELS, receipt_rule
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays

if TYPE_CHECKING:
    from disclosure_desk.statistics.case_checks import CaseReport

_OF_RECEIPT = {"received_on", "received_via"}
# The receipt rule, likely duplicates and the due date have places of their own in the form.
_TOLD_ELSEWHERE = ("R07", "R08", "R10")


class RequestCourse(FormPart):
    """Works on the widgets of the request's form; `findings` are what the rules say of it."""

    judged = Signal()

    def __init__(self, desk: Desk, ui: Any, form: QWidget) -> None:
        super().__init__(form)
        self._desk, self._ui = desk, ui
        self.findings: tuple[Finding, ...] = ()
        self._record_id: int | None = None
        self._card: Card = {}
        self._events: list[RequestEvent] = []
        self._watch = CaseWatch(desk, self)
        self._watch.told.connect(self._show)
        self._watch.failed.connect(self._show_no_clock)
        ui.label_due.setText("正在推算……")
        ui.show_days.clicked.connect(self.show_days)
        QShortcut(QKeySequence("F9"), form).activated.connect(self.show_days)

    def look(
        self,
        record_id: int | None,
        card: Card,
        changes: Card,
        events: list[RequestEvent],
        *,
        now: bool = False,
    ) -> None:
        """Judge the form as it stands: the whole card of a new request, else its changes."""
        self._record_id, self._card, self._events = record_id, card, events
        self._show_receipt(told=record_id is None or bool(_OF_RECEIPT & set(changes)))
        proposed = {**card} if record_id is None else changes
        ask = self._watch.ask_now if now else self._watch.ask
        ask(record_id, proposed or None)

    def show_days(self) -> None:
        """Open the due date day by day: of the registered request, or of the day just typed."""
        from disclosure_desk.desk.dialogs.day_strip_view import DayStripView

        received = self._card.get("received_on")
        if composing():
            return
        if self._record_id is not None:
            DayStripView(self._desk, self._record_id, self._form).open()
        elif isinstance(received, date):
            view = DayStripView(self._desk, None, self._form)
            view.show_days(received, name=str(self._card.get("number") or ""))
            view.open()

    def _show_receipt(self, *, told: bool) -> None:
        """Which day counts as that of receipt, while channel and day are being entered."""
        day, channel = self._card.get("received_on"), self._card.get("received_via")
        words = ""
        if told and isinstance(day, date) and channel in CHANNELS:
            with suppress(Refusal):  # before there was a regulation
                rule = receipt_rule(str(channel), day)
                words = f"{CHANNELS[str(channel)]}：{rule.text}（{rule.source}）"
        self._ui.label_receipt.setText(words)
        self._ui.label_receipt.setVisible(bool(words))
        self._ui.show_days.setEnabled(isinstance(day, date))

    def _show(self, report: "CaseReport") -> None:
        clock = report.clock_after
        standing = self._standing(clock.due, self._watch.calendar)
        self._ui.label_due.setText("，".join(filter(None, (due_words(clock), standing))))
        self.findings = tuple(one for one in report.findings if one.rule not in _TOLD_ELSEWHERE)
        self.judged.emit()

    def _standing(self, due: date | None, calendar: WorkingDays) -> str:
        today = self._desk.today()
        if self._events and not is_open(self._events):
            return self._answered(due)
        if due is None or self._card.get("received_on") is None:
            return ""
        if today == due:
            return "今天到期"
        with suppress(CalendarMissing):
            if today > due:
                return f"已逾期{calendar.between(due, today)}个工作日"
            return f"还剩{calendar.between(today, due)}个工作日"
        return "已逾期" if today > due else ""

    def _answered(self, due: date | None) -> str:
        """How the answer stood to the due date that was kept with it."""
        kept = dated(self._events, *FINISHING)[-1].due_on
        limit, sent = kept or due, answered_on(self._events)
        if limit is None or sent is None:
            return "已办结"
        if sent > limit:
            return f"{sent}答复，超过期限"
        return f"{sent}答复，在期限内" if kept in (None, due) else f"已答复，当时的期限是{kept}"

    def _show_no_clock(self, words: str) -> None:
        self._ui.label_due.setText(words)
