"""How a form of a record tells what the rules say of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog

from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.finding import errors as errors_of
from disclosure_desk.records.soundness import check_card

if TYPE_CHECKING:
    _Base = QDialog
else:
    _Base = object

_PAUSE_BEFORE_HINTS_MS = 300


class FormFindings(_Base):
    """Stands before QDialog in the bases of a form with a `binder` and the card `_stored`.

    While typing nothing is called an error: hints are told, and why the last save kept a draft
    only, as far as it still stands. Errors are marked at their fields; F6 leads from one to the
    next, so that saving never takes the keys away from where somebody types.
    """

    kind: ClassVar[str]
    wanted: ClassVar[tuple[str, ...]]
    ui: Any
    binder: FormBinder
    _stored: Card

    def _begin_findings(self) -> None:
        self._refused: list[Finding] = []  # why the last save kept a draft, as far as it stands
        self._hints = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_HINTS_MS)

    def _connect_findings(self) -> None:
        self.binder.changed.connect(self._on_changed)
        self.binder.left.connect(self._on_left)
        self._hints.timeout.connect(self._show_hints)
        self.ui.label_notes.linkActivated.connect(self.lead_to)

    def own_findings(self) -> list[Finding]:
        """What this form notices beside the rules of the card."""
        return []

    def wanted_fields(self) -> tuple[str, ...]:
        """The fields that a whole record has, beside those without which it is none."""
        return self.wanted

    def findings_now(self) -> list[Finding]:
        """All that is found in the form as it stands, what it wants included."""
        unread = self._unreadable_as_told()
        fields = {one.field for one in unread}
        found = [one for one in self._findings() if one.field not in fields]
        # What only the database knows, such as a number that is taken, was told by the save.
        told = {one.message for one in found}
        refused = [
            one for one in self._refused if one.field not in fields and one.message not in told
        ]
        return [*unread, *refused, *found, *self._wanting(found), *self.binder.aged()]

    def _wanting(self, found: Sequence[Finding]) -> list[Finding]:
        """What a whole record has and this one has not yet."""
        card = self._stored | self.binder.values()
        told = {one.field for one in found}
        return [
            Finding("", "hint", f"“{self.binder.fields[name].label}”还没有填写。", field=name)
            for name in self.wanted_fields()
            if name in self.binder.fields and name not in told and card.get(name) in (None, (), "")
        ]

    def _findings(self) -> list[Finding]:
        """What the rules say of the card as it stands in the form."""
        return [*check_card(self.kind, self.card_now()), *self.own_findings()]

    def card_now(self) -> Card:
        """The card as it would be stored; empty fields are left out."""
        card = self._stored | self.binder.values()
        return {name: value for name, value in card.items() if value not in (None, (), "")}

    # ------------------------------------------------------------------ telling

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark findings at their fields and list them below; a click leads to the field."""
        self.binder.mark(findings)
        told = [*findings, *self.binder.aged()]  # their amber is not that of a finding
        self.ui.label_notes.setText("<br>".join(map(finding_line, told)))
        self.ui.label_notes.setVisible(bool(told))
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Make room for what is told below, as far as the screen has it."""
        if self.isVisible() and (layout := self.layout()) is not None:
            layout.activate()
            fit_to_screen(self, self.ui.scroll_fields)

    def _show_hints(self) -> None:
        """While typing nothing is newly called an error: hints, and why a draft was kept."""
        found = self._findings()
        hints = [one for one in found if one.severity != "error"]
        self.show_findings([*self._refused, *self._left_unreadable(), *hints])
        self._show_count(found)

    def _show_count(self, found: Sequence[Finding]) -> None:
        """How much is still wanted, on the button that saves it all the same."""
        unread = {one.field for one in self.binder.unreadable()}
        wanting = [one for one in errors_of(found) if one.field not in unread]
        number = len(unread) + len(wanting) + len(self._wanting(found))
        self.ui.save.setText(f"保存（{number} 项待补）" if number else "保存（Ctrl+S）")
        self.ui.save.setToolTip("保存，留在这里（Ctrl+S）；F6 到下一处，F8 列出全部")

    def _left_unreadable(self) -> list[Finding]:
        """What cannot be read in fields that were left, unless a save has told it."""
        told = {one.field for one in self._refused}
        return [one for one in self.binder.left_unreadable() if one.field not in told]

    def _unreadable_as_told(self) -> list[Finding]:
        """What cannot be read: an error once a save has met it, to be looked at until then."""
        told = {one.field for one in self._refused}
        unread = self.binder.unreadable()
        return [one if one.field in told else _as_warning(one) for one in unread]

    def _refuse(self, findings: Sequence[Finding]) -> None:
        """Say why only a draft could be kept; hints alone stand in no record's way."""
        self._hints.stop()
        self._refused = [one for one in findings if one.severity == "error"]
        self.show_findings(findings)
        self._show_count(self._findings())

    def lead_to(self, field: str) -> None:
        """Put the keys into a field and bring it into view."""
        if widget := self.binder.widgets.get(field):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll_fields.ensureWidgetVisible(widget)

    def _on_changed(self, name: str) -> None:
        self.binder.unmark(name)
        self.ui.label_saved.clear()
        self._refused = [one for one in self._refused if not self._concerns(one, name)]
        self._hints.start()

    def _on_left(self, _name: str) -> None:
        self._hints.start()

    def _concerns(self, finding: Finding, name: str) -> bool:
        """Whether a finding is about a field: marked at it, or named by it."""
        return finding.field == name or self.binder.fields[name].label in finding.message


def _as_warning(finding: Finding) -> Finding:
    return replace(finding, severity="warning")
