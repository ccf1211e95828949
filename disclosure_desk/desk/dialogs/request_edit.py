"""The form of a request (依申请公开): its registration, and the steps of its life."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.field_line import put_above_notes
from disclosure_desk.desk.dialogs.number_change import ask_about_number
from disclosure_desk.desk.dialogs.personal_showing import PersonalShowing
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.dialogs.request_applicant import ApplicantHints
from disclosure_desk.desk.dialogs.request_course import RequestCourse
from disclosure_desk.desk.dialogs.request_letters import RequestLetters
from disclosure_desk.desk.dialogs.request_steps import RequestSteps
from disclosure_desk.desk.forms.ui_request_edit import Ui_RequestEdit
from disclosure_desk.desk.rule_texts import rule_texts
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding


class RequestEdit(RecordDialog):
    """Registration on the left; on the right its clock, what has happened, and what comes next."""

    kind = "request"
    pins = ("received_on", "received_via", "department")
    wanted = ("applicant_name", "content", "department")
    proposing: ClassVar = {
        name: ("request", name) for name in ("applicant_name", "delivery_wanted", "agent")
    }
    numbered_by = "received_on"

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_RequestEdit(), desk, record_id, parent)
        if record_id is not None:
            self.steps.take_keys()

    def prepare(self) -> None:
        self.steps = RequestSteps(self.desk, self.ui, self)
        self.steps.step_wanted.connect(self._add_step)
        self.steps.changed.connect(self._steps_changed)
        self.applicant = ApplicantHints(self.desk, self.ui, self)
        self.applicant.open_wanted.connect(self._open_other)
        self.course = RequestCourse(self.desk, self.ui, self)
        self.course.judged.connect(self._show_hints)
        self.desk.changed.connect(self._on_desk_changed)
        self.letters = RequestLetters(self.desk, self.ui, self)
        self.letters.letter_wanted.connect(self._make_letter)
        self.letters.changed.connect(self._steps_changed)
        self.personal = PersonalShowing(self.desk, self)

    def place_words(self) -> None:
        """What the entry changes stands with the clock; the form is high enough as it is."""
        self.ui.layout_clock.addWidget(self.effect.label, 2, 0, 1, 2)
        put_above_notes(self, self.field_line.label)

    def defaults(self) -> Card:
        today = self.desk.today()
        return {"received_on": today} if today.year == self.desk.year else {}

    def about(self) -> str:
        """The request in the heading of the forms of its steps and letters."""
        return f"申请{self._stored.get('number', '')}　{self._stored.get('applicant_name') or ''}"

    def focus_first(self) -> None:
        """The day of receipt: a date typed over it must not end up as a choice of a list."""
        day = self.ui.received_on
        day.setFocus(Qt.FocusReason.OtherFocusReason)
        day.selectAll()

    def shown_anew(self) -> None:
        self.personal.conceal()
        self.steps.show_steps(self.record_id)
        self.letters.show_letters(self.record_id)
        self.applicant.show_anew(self.record_id)
        self._look_at_course(now=True)

    # ------------------------------------------------------------------ while typing

    def _on_changed(self, name: str) -> None:
        super()._on_changed(name)
        self.applicant.hear(name)
        self._look_at_course()

    def proposed_anew(self) -> None:
        """Fields were filled, or emptied, without anybody typing."""
        self.applicant.show_kind()
        self._look_at_course()
        self.effect.look()
        self._hints.start()

    def _look_at_course(self, *, now: bool = False) -> None:
        values = self.binder.values()
        card: Card = {name: value for name, value in values.items() if value is not None}
        self.course.look(self.record_id, card, self.binder.changes(), self.steps.events, now=now)

    def own_findings(self) -> list[Finding]:
        """What the rules said last; what a save would refuse is no error while it is typed."""
        return [
            replace(one, severity="warning") if one.severity == "error" else one
            for one in self.course.findings
        ]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Each sentence once: what refused the save may have been a warning before."""
        told = {one.message: one for one in reversed(findings)}
        super().show_findings(list(reversed(told.values())))
        self.ui.label_notes.setToolTip(rule_texts(findings))

    def lead_to(self, field: str) -> None:
        """Put the keys into a field, or to the steps for what stands in none here."""
        if field in self.binder.widgets:
            super().lead_to(field)
        else:
            self.ui.events.setFocus()
            self.ui.scroll_fields.ensureWidgetVisible(self.ui.events)

    # ------------------------------------------------------------------ steps and others

    def _add_step(self, kind: str) -> None:
        """Open the form of a step; what is typed in the registration is kept first."""
        self._keep_first(partial(self._open_step, kind))

    def _keep_first(self, then: Callable[[], None]) -> None:
        """Keep the registration, but no other number that may have been typed by mistake."""
        if composing():
            return
        number = self.binder.changes().get("number") if self.record_id is not None else None
        if number is None:
            self.save(then=then)
            return
        ask_about_number(
            self,
            str(self._stored["number"]),
            str(number),
            keep=partial(self.save, then),
            restore=partial(self._restore_number, then),
        )

    def _restore_number(self, then: Callable[[], None]) -> None:
        self.ui.number.set_value(self._stored["number"])
        self.save(then=then)

    def _open_step(self, kind: str) -> None:
        self.steps.open_step(kind)

    def _make_letter(self) -> None:
        """Make a letter; what is typed in the registration is kept first."""
        self._keep_first(self._open_making)

    def _open_making(self) -> None:
        self.letters.make_letter()

    def _steps_changed(self) -> None:
        assert self.record_id is not None
        known = {event.id for event in self.steps.events}
        linked = "repeats_number" not in self.binder.changes()  # a step may have linked it
        self._read_stored(("repeats_number",) if linked else ())
        if linked:
            self.binder.propose({"repeats_number": self._stored.get("repeats_number")})
        self.steps.show_steps(self.record_id)
        self.steps.show_step_beside(known)
        self.letters.show_letters(self.record_id)
        self._look_at_course(now=True)
        self.effect.look(now=True)
        self.saved.emit(self.record_id)

    def read_elsewhere(self) -> None:
        """Steps and letters of another clerk stand in the lists at once."""
        self.steps.show_steps(self.record_id)
        self.letters.show_letters(self.record_id)
        self._look_at_course(now=True)

    def _open_other(self, record_id: int) -> None:
        RequestEdit(self.desk, record_id, self).open()

    def _on_desk_changed(self, kinds: frozenset[str], initiator: object) -> None:
        """Another calendar moves due dates."""
        if "calendar" in kinds and initiator is not self:
            self._look_at_course(now=True)
