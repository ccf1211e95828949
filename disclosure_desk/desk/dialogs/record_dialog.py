"""What all forms of records have in common: show, check, keep, and never lose what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.registers import add_record, change_record, record_of
from disclosure_desk.desk import errors
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.leaving import ask_before_leaving
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.lookups import department_names, proposed_number, words_used
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card, card_of
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.soundness import check_card

_PAUSE_BEFORE_HINTS_MS = 300


class RecordDialog(QDialog):
    """A form over one record of a register, or over a new one.

    Ctrl+S keeps it and stays; Ctrl+Enter keeps it and goes on to the next new one, or closes a
    form that changed an old one; Esc leaves, asking only when something is not kept yet.
    """

    saved = Signal(int)
    kind: ClassVar[str]
    carried: ClassVar[tuple[str, ...]] = ()  # fields that the next new record begins with
    numbered_by: ClassVar[str] = ""  # the date whose year a proposed number belongs to
    proposing: ClassVar[tuple[str, ...]] = ()  # fields that offer words used before

    def __init__(
        self, ui: Any, desk: Desk, record_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.record_id = record_id
        self.ui = ui
        self.ui.setupUi(self)
        self.binder = FormBinder(self, FIELDS[self.kind])
        self._stored: Card = {}
        self._saving = False
        self._proposed = ""
        self._refused: list[Finding] = []  # why the last save was refused, as far as it stands
        self._hints = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_HINTS_MS)
        self.prepare()
        self._connect()
        self._offer_words()
        if record_id is None:
            self._begin_new({})
        else:
            self.load()

    # ------------------------------------------------------------------ for each form to fill in

    def prepare(self) -> None:
        """Set up what this form has beside its fields; called once, before it is filled."""

    def defaults(self) -> Card:
        """What a new record begins with, beside its number and what is carried over."""
        return {}

    def shown_anew(self) -> None:
        """Called whenever another record, or the same one after keeping, stands in the form."""

    def own_findings(self) -> list[Finding]:
        """What this form notices beside the rules of the card."""
        return []

    # ------------------------------------------------------------------ filling

    def load(self) -> None:
        """Show the record as it is stored. Raises Refusal when it has been removed."""
        self._read_stored()
        self.binder.show(self._stored)
        self._refused = []
        self._show_state()

    def _read_stored(self) -> None:
        assert self.record_id is not None
        with self.desk.database.reading() as session:
            self._stored = card_of(record_of(session, self.kind, self.record_id))

    def _begin_new(self, carried: Card) -> None:
        self.record_id = None
        self._stored = {}
        self._refused = []
        self.binder.show(self.defaults() | carried)
        self._proposed = ""
        self._propose_number()
        self._show_state()
        self.focus_first()

    def _propose_number(self) -> None:
        """The next number of the year, as long as no other was typed."""
        if not self.numbered_by or self.record_id is not None:
            return
        values = self.binder.values()
        day = values[self.numbered_by]
        year = day.year if isinstance(day, date) else self.desk.year
        if str(values["number"] or "") != self._proposed:
            return
        with self.desk.database.reading() as session:
            self._proposed = proposed_number(session, self.kind, year)
        self.binder.propose({"number": self._proposed})

    def focus_first(self) -> None:
        """Put the keys where typing begins."""
        first = next(
            (name for name in self.binder.widgets if self.binder.values()[name] in (None, ())),
            next(iter(self.binder.widgets)),
        )
        self.binder.widgets[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_words(self) -> None:
        for widget in self.binder.widgets.values():
            if isinstance(widget, DateEdit):
                widget.today = self.desk.today
        with self.desk.database.reading() as session:
            department = self.binder.widgets.get("department")
            if isinstance(department, TextLine):
                department.propose(department_names(session))
            for name in self.proposing:
                line = self.binder.widgets[name]
                assert isinstance(line, TextLine)
                line.propose(words_used(session, self.kind, name))

    def _show_state(self) -> None:
        label = KIND_LABELS[self.kind]
        number = str(self._stored.get("number") or "")
        is_new = self.record_id is None
        self.setWindowTitle(f"新增{label}" if is_new else f"{label} {number}".strip())
        self.ui.save_and_next.setText(
            "保存并新增下一条（Ctrl+Enter）" if is_new else "保存并关闭（Ctrl+Enter）"
        )
        self.ui.show_journal.setEnabled(not is_new)
        self._show_hints()
        self.shown_anew()

    # ------------------------------------------------------------------ keeping

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keep what was typed, then go on; with errors they are marked and all stays as typed."""
        if composing() or self._saving:
            return
        for widget in self.binder.widgets.values():
            if isinstance(widget, DateEdit):
                widget.settle()
        if unreadable := self.binder.unreadable():
            fields = {finding.field for finding in unreadable}
            others = [one for one in self._findings() if one.field not in fields]
            self._refuse([*unreadable, *others])
            return
        is_new = self.record_id is None
        told = self.binder.values() if is_new else self.binder.changes()
        if not told:
            if then:
                then()
            return
        self._saving = True
        today = self.desk.today()
        command = (
            partial(add_record, kind=self.kind, card=told, today=today)
            if self.record_id is None
            else partial(
                change_record,
                kind=self.kind,
                record_id=self.record_id,
                changes=told,
                today=today,
            )
        )
        self.desk.run(
            command, self, succeeded=partial(self._kept, told, then), failed=self._not_kept
        )

    def _kept(self, told: Card, then: Callable[[], None] | None, done: Done) -> None:
        self._saving = False
        self.record_id = done.record_id
        self.binder.keep(told)
        self._stored = self._stored | told
        self._refused = []
        self._show_state()
        self.ui.label_saved.setText(f"已保存 {datetime.now().astimezone():%H:%M}")
        self.saved.emit(done.record_id)
        if then:
            then()

    def _not_kept(self, error: Exception) -> None:
        self._saving = False
        if isinstance(error, Unsound):
            self._refuse(error.findings)
        else:
            errors.tell(error, self)

    def _save_and_next(self) -> None:
        if self.record_id is not None:
            self.save(then=self.accept)
            return
        self.save(then=self._go_on)

    def _go_on(self) -> None:
        values = self.binder.values()
        self._begin_new({name: values[name] for name in self.carried})

    # ------------------------------------------------------------------ findings

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark findings at their fields and list them below; a click leads to the field."""
        self.binder.mark(findings)
        self.ui.label_notes.setText("<br>".join(map(finding_line, findings)))
        self.ui.label_notes.setVisible(bool(findings))

    def _refuse(self, findings: Sequence[Finding]) -> None:
        """Say why nothing was kept and lead to the first error; hints alone refuse nothing."""
        self._hints.stop()
        self._refused = [one for one in findings if one.severity == "error"]
        self.ui.label_saved.clear()
        self.show_findings(findings)
        if fields := [one.field for one in self._refused if one.field in self.binder.widgets]:
            self._lead_to(fields[0])

    def _lead_to(self, field: str) -> None:
        if widget := self.binder.widgets.get(field):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll_fields.ensureWidgetVisible(widget)

    def _show_hints(self) -> None:
        """While typing nothing is newly called an error: hints, and why a save was refused."""
        hints = [one for one in self._findings() if one.severity != "error"]
        self.show_findings([*self._refused, *self._left_unreadable(), *hints])

    def _left_unreadable(self) -> list[Finding]:
        """What cannot be read in fields that were left, unless a refused save says so."""
        told = {one.field for one in self._refused}
        return [
            replace(one, severity="warning")
            for one in self.binder.unreadable()
            if one.field not in told and not self.binder.widgets[one.field].hasFocus()
        ]

    def _findings(self) -> list[Finding]:
        """What the rules say of the card as it stands in the form."""
        card = self._stored | self.binder.values()
        plain: Card = {name: value for name, value in card.items() if value not in (None, (), "")}
        return [*check_card(self.kind, plain), *self.own_findings()]

    def _on_changed(self, name: str) -> None:
        self.binder.unmark(name)
        self.ui.label_saved.clear()
        self._refused = [one for one in self._refused if not self._concerns(one, name)]
        self._hints.start()
        if name == self.numbered_by:
            self._propose_number()

    def _concerns(self, finding: Finding, name: str) -> bool:
        """Whether a finding is about a field: marked at it, or named by it."""
        return finding.field == name or self.binder.fields[name].label in finding.message

    # ------------------------------------------------------------------ keys and leaving

    def _connect(self) -> None:
        self.binder.changed.connect(self._on_changed)
        self._hints.timeout.connect(self._show_hints)
        self.ui.label_notes.linkActivated.connect(self._lead_to)
        self.ui.save.clicked.connect(lambda: self.save())
        self.ui.save_and_next.clicked.connect(self._save_and_next)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.show_journal.clicked.connect(self._show_journal)
        for keys, slot in (
            ("Ctrl+S", lambda: self.save()),
            ("Ctrl+Return", self._save_and_next),
            ("Ctrl+Enter", self._save_and_next),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its fields, as far as the screen allows; beyond that they scroll."""
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button only when it has the keys; it never accepts the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and composing():
            event.accept()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; asks when something is not kept yet."""
        if self._saving:
            return
        if not self.binder.is_unsaved:
            super().reject()
            return
        ask_before_leaving(
            self, keep=lambda: self.save(then=self.accept), drop=lambda: QDialog.reject(self)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window asks as Esc does."""
        if self.isVisible() and (self.binder.is_unsaved or self._saving):
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _show_journal(self) -> None:
        if self.record_id is not None:
            JournalView(self.desk, self.kind, self.record_id, self).open()
