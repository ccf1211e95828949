"""The form of one dated step in the life of a request (办理步骤)."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.desk import errors
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.leaving import ask_before_leaving
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.forms.ui_event_edit import Ui_EventEdit
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import EVENT_DATES, FIELDS, Field
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import EVENT_KINDS
from disclosure_desk.records.terms import OUTCOMES, WITHDRAWN, Term

# The headings of the official table (国办公开办函〔2021〕30号, 三、本年度办理结果).
_OUTCOME_GROUPS = (
    ("（一）予以公开", ("granted",)),
    ("（二）部分公开", ("partial",)),
    ("（三）不予公开", ("refused_",)),
    ("（四）无法提供", ("not_", "unable_")),
    ("（五）不予处理", ("declined_",)),
    ("（六）其他处理", ("closed_",)),
)


def outcome_groups() -> list[tuple[str, list[Term]]]:
    """The outcomes of a reply under the headings of the official table."""
    replies = [term for term in OUTCOMES if term.slug != WITHDRAWN]
    return [
        (heading, [term for term in replies if term.slug.startswith(starts)])
        for heading, starts in _OUTCOME_GROUPS
    ]


def event_fields(kind: str) -> dict[str, Field]:
    """The fields of this kind of step; a withdrawal has no outcome to choose."""
    happened = Field("happened_on", EVENT_KINDS[kind].date_label, date, required=True)
    fields = {"happened_on": happened}
    for name in EVENT_KINDS[kind].particulars:
        if not (kind == "withdrawal" and name == "outcome"):
            fields[name] = FIELDS["request"][name]
    return fields


class EventEdit(QDialog):
    """Only the fields that this kind of step carries; Ctrl+Enter or Ctrl+S keeps it."""

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
        self.ui = Ui_EventEdit()
        self.ui.setupUi(self)
        self.ui.happened_on.today = desk.today
        self.ui.outcome.offer_groups(outcome_groups())
        fields = event_fields(kind)
        self.ui.label_happened_on.setText(f"{fields['happened_on'].label} *")
        for name, widget in FormBinder(self, _EVERY_FIELD).widgets.items():
            self.ui.layout_fields.setRowVisible(widget, name in fields)
        self.binder = FormBinder(self, fields)
        self.binder.show(stored or {"happened_on": desk.today()})
        word = "登记" if event_id is None else "修改"
        self.setWindowTitle(f"{word}{EVENT_KINDS[kind].label}")
        self.ui.save.setText("登记（Ctrl+Enter）" if event_id is None else "保存（Ctrl+Enter）")
        lines = (about, f"依据：{EVENT_KINDS[kind].source}")
        self.ui.label_request.setText("\n".join(filter(None, lines)))
        self.ui.label_notes.hide()
        self._connect()
        self.ui.happened_on.setFocus()
        self.ui.happened_on.selectAll()

    def save(self) -> None:
        """Keep the step; with errors it stays open with all that was typed."""
        if composing() or self._saving:
            return
        self.ui.happened_on.settle()
        if faults := self._faults():
            self._show(faults)
            return
        particulars = self.binder.values()
        if self.kind == "withdrawal":
            particulars["outcome"] = WITHDRAWN
        self._saving = True
        command = (
            partial(add_event, kind=self.kind)
            if self.event_id is None
            else partial(change_event, event_id=self.event_id)
        )
        self.desk.run(
            partial(command, request_id=self.request_id, particulars=particulars),
            self,
            succeeded=self._kept,
            failed=self._not_kept,
        )

    def _faults(self) -> list[Finding]:
        found = self.binder.unreadable()
        values = self.binder.values()
        unread = {finding.field for finding in found}
        for name in ("happened_on", "outcome"):
            if name in values and values[name] is None and name not in unread:
                label = self.binder.fields[name].label
                found.append(Finding("L1", "error", f"“{label}”没有填写，请补填。", field=name))
        return found

    def _kept(self, done: Done) -> None:
        self._saving = False
        self.saved.emit(done.record_id)
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self._saving = False
        if isinstance(error, Unsound):
            self._show(list(error.findings))
        else:
            errors.tell(error, self)

    def _show(self, findings: list[Finding]) -> None:
        date_name = EVENT_DATES[self.kind]
        own = [
            Finding(
                one.rule,
                one.severity,
                one.message,
                field="happened_on" if one.field == date_name else one.field,
            )
            for one in findings
        ]
        self.binder.mark(own)
        self.ui.label_notes.setText("<br>".join(map(finding_line, own)))
        self.ui.label_notes.show()
        first = next((one for one in own if one.severity == "error"), own[0])
        self._lead_to(first.field)

    def _lead_to(self, field: str) -> None:
        if widget := self.binder.widgets.get(field):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll_fields.ensureWidgetVisible(widget)

    def _connect(self) -> None:
        self.binder.changed.connect(self.binder.unmark)
        self.ui.label_notes.linkActivated.connect(self._lead_to)
        self.ui.save.clicked.connect(self.save)
        self.ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its fields, as far as the screen allows; beyond that they scroll."""
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button only when it has the keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; asks when something is not kept yet."""
        if self._saving:
            return
        if self.binder.is_unsaved:
            ask_before_leaving(self, keep=self.save, drop=lambda: QDialog.reject(self))
            return
        super().reject()


_EVERY_FIELD = {name: field for kind in EVENT_KINDS for name, field in event_fields(kind).items()}
