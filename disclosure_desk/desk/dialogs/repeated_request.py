"""The 原申请编号 in the form of a step: asked for where the outcome is 重复申请."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.steps import link_as_repeated
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.lookups import request_to_repeat
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.records.finding import Finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.dialogs.event_edit import EventEdit

DUPLICATE = "declined_duplicate"
_FIELD = "repeats_number"


class RepeatedRequest(FormPart):
    """Works on the widgets of a step's form; asks only where the request names none yet.

    The newest earlier request of the applicant is proposed. Source: 条例第三十六条第六项.
    """

    def __init__(self, form: "EventEdit") -> None:
        super().__init__(form)
        self._ui = form.ui
        with form.desk.database.reading() as session:
            proposed = request_to_repeat(session, form.request_id)
        self._is_wanting = proposed is not None
        self._ui.repeats_number.set_value(proposed or None)
        self._ui.repeats_number.edited.connect(self._on_edited)
        self.show_where_asked()

    @property
    def is_asked(self) -> bool:
        """Whether the step cannot be without the number."""
        return self._is_wanting and self._form.binder.values().get("outcome") == DUPLICATE

    def show_where_asked(self) -> None:
        """Show the field below the outcome, or take it away."""
        self._ui.layout_fields.setRowVisible(self._ui.repeats_number, self.is_asked)

    def field_of(self, name: str) -> QWidget | None:
        """The field, for what is told of it."""
        return self._ui.repeats_number if name == _FIELD and self.is_asked else None

    def faults(self) -> list[Finding]:
        """The number is not left out."""
        if not self.is_asked or self._ui.repeats_number.value():
            return []
        words = "办理结果是“重复申请”，请填写所重复的那件申请的“原申请编号”。"
        return [Finding("R21", "error", words, field=_FIELD)]

    def not_settled(self, found: list[Finding]) -> list[Finding]:
        """What is told, without the number that is lacking only until the step is kept."""
        if not self.is_asked:
            return found
        left = [
            one
            for one in found
            if one.field != _FIELD or one.severity == "error" or not self._ui.repeats_number.value()
        ]
        worst = next((one for one in left if one.field == _FIELD), None)
        mark(
            self._ui.repeats_number,
            worst.severity if worst else "",
            worst.message if worst else "",
        )
        return left

    def linked_first(self, command: "Callable[[Session], Done]") -> "Callable[[Session], Done]":
        """The command, after the request has been linked in the same transaction."""
        if not self.is_asked:
            return command
        number = str(self._ui.repeats_number.value() or "")
        return partial(_linked, number, self._form.request_id, self._form.desk.today(), command)

    def _on_edited(self) -> None:
        if not composing():
            self._form.repeated_edited()


def _linked(
    number: str,
    request_id: int,
    today: date,
    command: "Callable[[Session], Done]",
    session: "Session",
) -> Done:
    link_as_repeated(session, request_id, number, today=today)
    return command(session)
