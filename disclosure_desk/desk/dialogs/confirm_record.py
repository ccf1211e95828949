"""Confirm what somebody else typed (复核), or return it: all that counts of it on one sheet."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_confirm_record import Ui_ConfirmRecord
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.admission import Standing


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is shown of a record: its name, its fields, what was said, and why not by this one."""

    called: str
    fields: tuple[tuple[str, str], ...]
    sayings: str
    refusal: str
    state: str | None


class ConfirmRecord(QDialog):
    """Ctrl+Enter confirms; a return needs its reason in the field for the note."""

    open_wanted = Signal(str, int)
    said = Signal()

    def __init__(
        self, desk: Desk, kind: str, record_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self.ui = Ui_ConfirmRecord()
        self.ui.setupUi(self)
        self._model = LinesModel(("栏目", "内容"), self)
        self.ui.fields.show_model(self._model, (150, 400), stretched=1)
        guard(desk, "CONFIRM", self.ui.confirm, self.ui.give_back, self.ui.note)
        for button in (self.ui.confirm, self.ui.give_back):
            button.setEnabled(False)
        for label in (self.ui.label_sayings, self.ui.label_refusal):
            label.hide()
        self.ui.open_record.setVisible(kind != "closed_year")
        self.ui.give_back.setVisible(kind != "closed_year")
        self._connect()
        self.ui.note.setFocus()
        standing = desk.person.standing
        desk.look_up(
            lambda session: _sheet(session, kind, record_id, standing), succeeded=self._show
        )

    def _show(self, sheet: _Sheet) -> None:
        self.ui.label_record.setText(sheet.called)
        self._model.set_rows(sheet.fields)
        self.ui.label_sayings.setText(sheet.sayings)
        self.ui.label_sayings.setVisible(bool(sheet.sayings))
        is_confirmed = sheet.state == "confirmed"
        words = "已经复核过，之后没有改动；要改的请退回。" if is_confirmed else ""
        self._tell(sheet.refusal or words)
        self.ui.confirm.setEnabled(not sheet.refusal and not is_confirmed)
        self.ui.give_back.setEnabled(sheet.state is not None)
        self._let_write()

    def _let_write(self) -> None:
        """An opinion is written by who may say it, so that none is typed for nothing."""
        buttons = (self.ui.confirm, self.ui.give_back)
        may_say = any(one.isEnabled() and not one.isHidden() for one in buttons)
        if not may_say:
            self.ui.leave.setFocus()
        self.ui.note.setEnabled(may_say)

    def _tell(self, words: str) -> None:
        self.ui.label_refusal.setText(words)
        self.ui.label_refusal.setVisible(bool(words))

    def confirm(self) -> None:
        """Say that it is right, and close."""
        if composing() or not self.ui.confirm.isEnabled():
            return
        from disclosure_desk.commands.confirming import confirm

        note = str(self.ui.note.value() or "")
        self._run(partial(confirm, kind=self._kind, record_id=self._record_id, note=note))

    def give_back(self) -> None:
        """Return it with what was written as the reason, and close."""
        if composing() or not self.ui.give_back.isEnabled():
            return
        from disclosure_desk.commands.confirming import give_back

        reason = str(self.ui.note.value() or "")
        if not reason:
            self._tell("请在“复核意见”里写明退回的原因，经办人照着改。")
            self.ui.note.setFocus()
            return
        self._run(partial(give_back, kind=self._kind, record_id=self._record_id, reason=reason))

    def _run(self, command: "partial[Done]") -> None:
        self._desk.run(
            command,
            self,
            succeeded=self._is_said,
            failed=lambda error: errors.tell(error, self),
        )

    def _is_said(self, done: "Done") -> None:
        self._desk.noticed.emit(f"{done.step}。")
        self.said.emit()
        self.accept()

    def _open(self) -> None:
        self.reject()
        self._desk.open_record.emit(self._kind, self._record_id)

    def _connect(self) -> None:
        ui = self.ui
        ui.confirm.clicked.connect(self.confirm)
        ui.give_back.clicked.connect(self.give_back)
        ui.leave.clicked.connect(self.reject)
        ui.open_record.clicked.connect(self._open)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.confirm)


def _sheet(session: "Session", kind: str, record_id: int, standing: "Standing | None") -> _Sheet:
    from disclosure_desk.commands.confirming import called, record_to_confirm, why_not
    from disclosure_desk.records.cards import FIELDS
    from disclosure_desk.records.closed_year import ClosedYear
    from disclosure_desk.records.confirmation import VERDICTS, told_of
    from disclosure_desk.records.request import Request
    from disclosure_desk.storage.confirmations import sayings, state_now, typed_by

    record = record_to_confirm(session, kind, record_id)
    if isinstance(record, ClosedYear):
        told: tuple[tuple[str, str], ...] = (
            ("年度", str(record.year)),
            ("签发人", record.signed_by),
            ("签发日期", str(record.signed_on)),
            ("签发说明", record.reason),
            ("校验值", record.sha256),
        )
    else:
        told = tuple(
            (FIELDS[kind][name].label, words) for name, words in told_of(record).items() if words
        )
        if isinstance(record, Request) and record.content:
            told += ((FIELDS[kind]["content"].label, record.content),)
    lines = [f"由{'、'.join(sorted(typed_by(session, record)))}登记或修改"]
    lines += [
        f"{one.said_on} {one.said_by} {VERDICTS.label_of(one.verdict)}"
        + (f"：{one.note}" if one.note else "")
        + ("" if one.stands else "（之后又改过）")
        for one in sayings(session, kind, record_id)
    ]
    refusal = why_not(session, record, standing) if standing is not None else ""
    state = state_now(session, kind, record_id)
    if state is None:
        refusal = refusal or "这条还不需要复核：还没有办结、公开，或者本单位没有要求复核。"
    return _Sheet(called(record), told, "\n".join(lines), refusal, state)
