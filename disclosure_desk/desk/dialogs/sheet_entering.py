"""Enters the rows of a sheet in one step, once they are checked and what is doubtful was seen."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from disclosure_desk.desk import errors
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.sheet_check import CheckedSheet
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.commands.rows import SheetRow


NOT_ENTERED = "没有登记："


class SheetEntering(FormPart):
    """Works for the sheet of rows, which has a `model`, a `check`, what is `kept`, a `tell()`."""

    changed = Signal()  # a save began or ended
    entered = Signal(object, int)  # Done, how many rows

    def __init__(self, form: QObject) -> None:
        super().__init__(form)
        self.is_under_way = False
        self._wanted = ""  # what is to be entered once the rows are checked: all or sound
        self._seen: set[str] = set()

    def want(self, which: str) -> None:
        """Enter all rows, or the sound ones; those that are not checked yet are checked first."""
        self._wanted = which
        check = self._form.check
        if check.last is None:
            check.check()
        else:
            self._go_on(check.last)

    def want_nothing(self) -> None:
        """The rows are not as they were when they were to be entered."""
        self._wanted = ""

    def hear(self, sheet: CheckedSheet) -> None:
        """The rows were checked."""
        if self._wanted:
            self._go_on(sheet)
        self._seen = _hints_of(sheet)

    def _go_on(self, sheet: CheckedSheet) -> None:
        which, self._wanted = self._wanted, ""
        form = self._form
        if sheet.wrong and which == "all":
            button = f"，或按“{form.ui.take_sound.text()}”" if sheet.sound_rows else ""
            form.tell(f"{NOT_ENTERED}{sheet.wrong:,}行有错。请改正，或删去这些行{button}。")
            form.lead_to_finding(0, errors_only=True)
            return
        if unseen := _hints_of(sheet) - self._seen:
            self._seen |= unseen
            form.tell("有待核对的行，看过以后再按一次 Ctrl+Enter 登记。")
            form.lead_to_finding(0)
            return
        if rows := sheet.sound_rows:
            self._send(rows)

    def _send(self, rows: "Sequence[SheetRow]") -> None:
        form = self._form
        self.is_under_way = True
        self.changed.emit()
        places = frozenset(row.place - 1 for row in rows)
        rest = form.content(but=places)
        enter = partial(_enter, kind=form.kind, rows=rows, today=form.desk.today())
        form.desk.run(
            form.kept.saved_with(enter, rest),
            form,
            succeeded=partial(self._is_in, places, rest),
            failed=self._is_not_in,
        )

    def _is_in(self, places: frozenset[int], rest: Mapping[str, Any] | None, done: "Done") -> None:
        form = self._form
        self.is_under_way = False
        form.model.remove_rows(places)
        form.model.undo_stack.clear()  # what is in the register is not taken back here
        form.kept.release(rest=rest, saved=True)
        self.changed.emit()
        form.ui.grid.setFocus()  # it could not keep the keys while it was off
        self.entered.emit(done, len(places))

    def _is_not_in(self, error: Exception) -> None:
        form = self._form
        self.is_under_way = False
        form.kept.release(saved=False)
        form.check.check()  # somebody else may have taken a number meanwhile
        self.changed.emit()
        form.ui.grid.setFocus()
        if isinstance(error, KnownError):
            form.tell(f"{NOT_ENTERED}{error}")
        else:
            errors.tell(error, form)


def _hints_of(sheet: CheckedSheet) -> set[str]:
    """What is to be looked at, wherever its row stands by now."""
    return {
        one.message
        for found in (sheet.by_row or {}).values()
        for one in found
        if one.severity != "error"
    }


def _enter(session: "Session", *, kind: str, rows: "Sequence[SheetRow]", today: "date") -> "Done":
    from disclosure_desk.commands.number_series import numbers_in_order
    from disclosure_desk.commands.rows import add_rows

    return add_rows(session, kind, rows, today=today, numbering=numbers_in_order).done
