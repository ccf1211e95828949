"""The form of one dated step in the life of a request (办理步骤)."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.meanwhile import ChangedMeanwhile
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.desk import errors
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.case_watch import CaseWatch
from disclosure_desk.desk.clock_words import due_words, moved_words
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.day_signs import show_day_signs
from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about
from disclosure_desk.desk.dialogs.draft_offer import DraftOffer
from disclosure_desk.desk.dialogs.drafted_dialog import DraftedDialog
from disclosure_desk.desk.dialogs.event_aids import EventAids
from disclosure_desk.desk.dialogs.field_line import FieldLine, put_above_notes
from disclosure_desk.desk.dialogs.finding_walk import FindingWalk
from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_words import FormWords
from disclosure_desk.desk.dialogs.history_key import HistoryKey
from disclosure_desk.desk.dialogs.repeated_request import RepeatedRequest
from disclosure_desk.desk.dialogs.typing_ahead import TypingAhead
from disclosure_desk.desk.draft_keeping import STEP_FORM, DraftKeeper, DraftPlace
from disclosure_desk.desk.event_fields import (
    EVERY_EVENT_FIELD,
    OTHER_OUTCOME,
    event_fields,
    outcome_groups,
)
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.forms.ui_event_edit import Ui_EventEdit
from disclosure_desk.desk.lookups import received_day, usual_person
from disclosure_desk.desk.rule_texts import rule_texts
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import EVENT_DATES, Card
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.terms import OUTCOMES, WITHDRAWN
from disclosure_desk.rules.law import law_on
from disclosure_desk.statistics.case_checks import ProposedStep

if TYPE_CHECKING:
    from disclosure_desk.statistics.case_checks import CaseReport

# The due date has its own place in the form; steps of the same kind may share these fields.
_TOLD_ELSEWHERE = ("R10",)
_PANELS = {"outcome": "panel_outcome", "charged_yuan": "panel_charged"}  # with a button beside
_KNOWN_WORDS = ("addressee", "approved_by", "delivery_way", "person")
_SHARED_FIELDS = ("happened_on", "reason", "")


class EventEdit(DraftedDialog):
    """Only the fields that this kind of step carries; Ctrl+Enter or Ctrl+S keeps it.

    What can be no step yet is kept as a draft marked 待补, and the form stays with the keys at
    the first error: there is no next step to go on to. Esc leaves at once, with a draft. Below
    the fields the due date as it is and as it will be with the step that is being typed.
    """

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        request_id: int,
        kind: str,
        parent: QWidget | None = None,
        *,
        event_id: int | None = None,
        stored: Mapping[str, FieldValue] | None = None,
        about: str = "",
    ) -> None:
        """A new step of a request, or the `stored` one of `event_id`; `about` names the request."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk, self.request_id, self.kind, self.event_id = desk, request_id, kind, event_id
        self._saving = False
        self._about = about
        self._seen: Card = dict(stored or {})  # the step as it was when the fields were filled
        self._refused: list[Finding] = []
        self._live: list[Finding] = []
        # A single shot of Qt's own would hold a form that is let go of before it falls due.
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._grow)
        self.ui = Ui_EventEdit()
        self.ui.setupUi(self)
        self._show_own_fields()
        self.binder = FormBinder(self, event_fields(kind))
        self.binder.show(stored or self._defaults())
        self._told_outcome = self._outcome()  # the one that the reason was written for
        self.drafts = DraftKeeper(desk, self)
        self.history = HistoryKey(self)
        self.offer = DraftOffer(self, self.drafts)
        self.words = FormWords(desk, self)
        self.words.offer({name: ("request_event", name) for name in _KNOWN_WORDS})
        self.field_line = FieldLine(self)
        self.walk = FindingWalk(self)
        self.ahead = TypingAhead(self)
        put_above_notes(self, self.field_line.label)
        dates = [one for one in self.binder.widgets.values() if isinstance(one, DateEdit)]
        show_day_signs(desk, dates)
        self.repeated = RepeatedRequest(self)
        self.watch = CaseWatch(desk, self)
        self.aids = EventAids(self)
        self._show_words(about)
        self._connect()
        self.aids.show_counted()
        self.watch.ask_now(request_id, self.proposed())
        self.ui.happened_on.setFocus()
        self.ui.happened_on.selectAll()
        self.drafts.look()

    def draft_place(self) -> DraftPlace:
        """Where a draft of this form belongs."""
        return DraftPlace(f"{STEP_FORM}{self.kind}", self.event_id, self.request_id)

    def draft_name(self) -> str:
        """What the list of drafts calls it: the request and the step."""
        return "　".join(filter(None, (self._about, EVENT_KINDS[self.kind].label)))

    def history_place(self) -> tuple[str, int, int] | None:
        """The stored step whose history the form can show."""
        return None if self.event_id is None else ("request", self.request_id, self.event_id)

    def stored_now(self) -> Card:
        """The fields of the step as they are stored by now."""
        with self.desk.database.reading() as session:
            event = session.get(RequestEvent, self.event_id)
            now = {name: getattr(event, name, None) for name in self.binder.widgets}
        # What is being typed was begun over what was shown.
        typed = {*self.binder.changes(), *(one.field for one in self.binder.unreadable())}
        self._seen |= {name: value for name, value in now.items() if name not in typed}
        return now

    def _defaults(self) -> Card:
        with self.desk.database.reading() as session:
            card: Card = {"happened_on": self.desk.today(), "person": usual_person(session)}
            received = received_day(session, self.request_id)
        if self.kind == "extension" and received is not None:
            with suppress(Refusal):  # before there was a regulation
                card["extension_workdays"] = law_on(received).extension.number
        return card

    def _show_own_fields(self) -> None:
        fields = event_fields(self.kind)
        with self.desk.database.reading() as session:
            received = received_day(session, self.request_id)
        self.ui.outcome.offer_groups(outcome_groups())
        for name in EVERY_EVENT_FIELD:
            widget: QWidget = getattr(self.ui, name)
            row = _PANELS.get(name)
            self.ui.layout_fields.setRowVisible(
                getattr(self.ui, row) if row else widget, name in fields
            )
            if isinstance(widget, DateEdit):
                widget.today, widget.earliest = self.desk.today, received
            if name in fields and name != "outcome":
                label: QLabel = getattr(self.ui, f"label_{name}")
                unit = f"（{fields[name].unit}）" if fields[name].unit == "元" else ""
                label.setText(f"{fields[name].label}{unit}{' *' if fields[name].required else ''}")

    def _show_words(self, about: str) -> None:
        kind, is_new = EVENT_KINDS[self.kind], self.event_id is None
        self.setWindowTitle(f"{'登记' if is_new else '修改'}{kind.label}")
        self.ui.save.setText("登记（Ctrl+Enter）" if is_new else "保存（Ctrl+Enter）")
        source = f"依据：{kind.source}" if kind.source else ""
        self.ui.label_request.setText("\n".join(filter(None, (about, source))))
        self.ui.label_before_title.setText("登记前" if is_new else "修改前")
        self.ui.label_after_title.setText("登记后" if is_new else "修改后")
        self.ui.label_before.setText("正在推算……")
        self.ui.label_notes.hide()

    # ------------------------------------------------------------------ keeping

    def save(self) -> None:
        """Keep the step; with errors it stays open with all that was typed."""
        if composing() or self._saving:
            return
        self.binder.close_lists()
        for widget in self.binder.widgets.values():
            if isinstance(widget, DateEdit):
                widget.settle()
        if faults := self._faults():
            self._refuse(faults)
            return
        self._saving = True
        self.ahead.hold()
        self.drafts.hold()
        told = partial(
            add_event if self.event_id is None else change_event,
            request_id=self.request_id,
            particulars=self._particulars(),
            today=self.desk.today(),
        )
        own: dict[str, Any] = {"kind": self.kind}
        if self.event_id is not None:
            own = {"event_id": self.event_id, "seen": self._seen}
        self.desk.run(
            self.drafts.removed_with(self.repeated.linked_first(partial(told, **own))),
            self,
            succeeded=self._kept,
            failed=self._not_kept,
        )

    def _particulars(self) -> Card:
        particulars = self.binder.values()
        if self.kind == "withdrawal":
            particulars["outcome"] = WITHDRAWN
        return particulars

    def proposed(self) -> ProposedStep:
        """The step as it stands in the form."""
        return ProposedStep(kind=self.kind, particulars=self._particulars(), event_id=self.event_id)

    def _faults(self) -> list[Finding]:
        found = self.binder.unreadable()
        values = self.binder.values()
        unread = {finding.field for finding in found}
        for name in ("happened_on", "outcome"):
            if name in values and values[name] is None and name not in unread:
                label = self.binder.fields[name].label
                found.append(Finding("L36", "error", f"“{label}”没有填写，请补填。", field=name))
        if values.get("outcome") == OTHER_OUTCOME and not values["reason"]:
            words = "办理结果是“其他”，请在“理由”里写明怎样办结的。"
            found.append(Finding("R18", "error", words, field="reason"))
        return [*found, *self.repeated.faults()]

    def _kept(self, done: Done) -> None:
        self._saving = False
        self.binder.keep(self.binder.values())
        self.drafts.release(saved=True)
        self.saved.emit(done.record_id)
        self.accept()
        self.ahead.release()

    def _not_kept(self, error: Exception) -> None:
        self._saving = False
        self.drafts.release(saved=False)
        if isinstance(error, ChangedMeanwhile):
            self.ahead.forget()
            fields = dict(self.binder.fields)
            ask_about(error, fields, self, partial(self._agree, error))
            return
        if isinstance(error, Unsound):
            self._refuse([self._at_own_field(one) for one in error.findings])
        elif isinstance(error, Refusal):
            self._refuse([Finding("", "error", str(error), field="happened_on")])
        else:
            errors.tell(error, self)
        self.ahead.release()

    def _agree(self, refused: ChangedMeanwhile, mine: set[str]) -> None:
        """Go on from what the other made of the fields, with one's own where that stays."""
        theirs = {one.name: one.theirs for one in refused.clashes}
        self._seen |= theirs
        self.binder.keep({name: theirs[name] for name in theirs if name in mine})
        self.binder.propose({name: theirs[name] for name in theirs if name not in mine})
        self.save()

    # ------------------------------------------------------------------ findings and the clock

    def _at_own_field(self, finding: Finding) -> Finding:
        """A finding about the card's date of this step is one about its date here."""
        is_date = finding.field == EVENT_DATES.get(self.kind)
        return replace(finding, field="happened_on") if is_date else finding

    def _refuse(self, findings: list[Finding]) -> None:
        self._refused = [one for one in findings if one.severity == "error"]
        self._live = [one for one in findings if one.severity != "error"]
        self._show_findings()
        if self._refused:
            self.drafts.keep_wanting([one.message for one in self._refused])
            self.offer.bar.tell(f"已存为待补草稿：{self._refused[0].message}", asks=False)
            self.lead_to(self._refused[0].field)

    def findings_now(self) -> list[Finding]:
        """All that is found in the step as it stands in the form."""
        told = {one.message for one in self._refused}
        return [*self._refused, *(one for one in self._live if one.message not in told)]

    def _on_left(self, _name: str) -> None:
        self._show_findings()

    def _show_findings(self) -> None:
        told = {one.message for one in self._refused}
        fields = {one.field for one in self._refused}
        left = [one for one in self.binder.left_unreadable() if one.field not in fields]
        live = [*left, *self._live, *self._doubtful_reason()]
        found = [*self._refused, *(one for one in live if one.message not in told)]
        found = self.repeated.not_settled(found)
        self.binder.mark(found)
        self.ui.label_notes.setText("<br>".join(map(finding_line, found)))
        self.ui.label_notes.setToolTip(rule_texts(found))
        self.ui.label_notes.setVisible(bool(found))
        self._growing.start()

    def _outcome(self) -> FieldValue:
        return self.binder.values().get("outcome")

    def _doubtful_reason(self) -> list[Finding]:
        """A reason that was written for another outcome would stand in the letter."""
        was, now = self._told_outcome, self._outcome()
        if not was or was == now or not self.binder.values().get("reason"):
            return []
        label = OUTCOMES.label_of(str(was))
        words = f"“理由”是为原来的办理结果“{label}”写的，请核对，不合适的请改写或删去。"
        return [Finding("", "warning", words, field="reason")]

    def _show_report(self, report: "CaseReport") -> None:
        before, after = report.clock_before, report.clock_after
        self.ui.label_before.setText(due_words(before))
        self.ui.label_after.setText(moved_words(before, after))
        found = [self._at_own_field(one) for one in report.findings if self._concerns(one, report)]
        # While typing nothing is called an error yet.
        self._live = [
            replace(one, severity="warning") if one.severity == "error" else one for one in found
        ]
        self._show_findings()

    def _concerns(self, finding: Finding, report: "CaseReport") -> bool:
        """Whether a finding comes with this step, or stands at a field that only it has."""
        if finding.rule in _TOLD_ELSEWHERE:
            return False
        own = finding.field in self.binder.widgets and finding.field not in _SHARED_FIELDS
        return own or finding in report.caused

    def _show_no_clock(self, words: str) -> None:
        self.ui.label_before.setText(words)
        self.ui.label_after.setText("")

    def _grow(self) -> None:
        """Make room for what is told below, as far as the screen has it."""
        if self.isVisible() and (layout := self.layout()) is not None:
            layout.activate()
            fit_to_screen(self, self.ui.scroll_fields)

    def lead_to(self, field: str) -> None:
        widget = self.binder.widgets.get(field) or self.repeated.field_of(field)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(widget, DateEdit):
                widget.selectAll()
            self.ui.scroll_fields.ensureWidgetVisible(widget)

    def _on_changed(self, name: str) -> None:
        self.binder.unmark(name)
        self._refused = [one for one in self._refused if one.field != name]
        if name == "reason":
            self._told_outcome = self._outcome()
        if name in ("outcome", "reason"):
            self._show_findings()
        if name in ("outcome", "happened_on"):
            self.repeated.show_where_asked()
            self.aids.show_counted()
            self._growing.start()
        self.watch.ask(self.request_id, self.proposed())
        self.drafts.hear()

    def repeated_edited(self) -> None:
        """The number of the repeated request is being typed."""
        self._refused = [one for one in self._refused if one.field != "repeats_number"]
        self._show_findings()

    # ------------------------------------------------------------------ keys and leaving

    def _connect(self) -> None:
        self.binder.changed.connect(self._on_changed)
        self.binder.left.connect(self._on_left)
        self.watch.told.connect(self._show_report)
        self.watch.failed.connect(self._show_no_clock)
        self.ui.label_notes.linkActivated.connect(self.lead_to)
        self.ui.save.clicked.connect(self.save)
        self.ui.leave.clicked.connect(self.reject)
        bind_keys(self, *((keys, self.save) for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")))
