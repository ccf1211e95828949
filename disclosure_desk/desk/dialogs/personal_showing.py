"""Shows what a form hides of a person, for some minutes, and has it journalled who looked."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.personal_line import SHOW_KEYS, PersonalLine

if TYPE_CHECKING:
    from disclosure_desk.commands.done import Done

_SHOWN_FOR_MS = 3 * 60 * 1000


class PersonalShowing(FormPart):
    """Works on the hidden lines of a form with a `binder`; one key shows and hides them all.

    A look is journalled once for each record that stands in the form. Where it cannot be, as
    in a window that is open read-only, nothing is shown.
    """

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk
        self._looked_at: set[int] = set()
        self._pause = QTimer(self, singleShot=True, interval=_SHOWN_FOR_MS)
        self._pause.timeout.connect(self._hide_unless_typing)
        for line in self._lines():
            line.show_wanted.connect(self.toggle)
        bind_keys(form, (SHOW_KEYS, self.toggle))

    def _lines(self) -> list[PersonalLine]:
        widgets = self._form.binder.widgets.values()
        return [one for one in widgets if isinstance(one, PersonalLine)]

    @property
    def _record_id(self) -> int:
        return self._form.record_id or 0

    def toggle(self) -> None:
        """Show what is hidden, or hide what is shown."""
        if not any(line.is_hidden for line in self._lines()):
            self.conceal()
            return
        if self._record_id in self._looked_at:
            self._reveal(self._record_id)
            return
        from disclosure_desk.commands.exports import note_look

        form, record_id = self._form, self._record_id
        fields = [name for name, one in form.binder.widgets.items() if self._hides(one)]
        self._desk.run(
            partial(note_look, kind=form.kind, record_id=record_id, fields=fields),
            form,
            succeeded=partial(self._looked, record_id),
        )

    @staticmethod
    def _hides(widget: object) -> bool:
        return isinstance(widget, PersonalLine) and widget.is_hidden

    def _looked(self, record_id: int, _done: "Done") -> None:
        if record_id:  # a new record is another one each time
            self._looked_at.add(record_id)
        self._reveal(record_id)

    def _reveal(self, record_id: int) -> None:
        if record_id != self._record_id:
            return  # another record stands there by now
        for line in self._lines():
            line.reveal()
        self._pause.start()

    def _hide_unless_typing(self) -> None:
        if isinstance(QApplication.focusWidget(), PersonalLine):
            self._pause.start()
        else:
            self.conceal()

    def conceal(self) -> None:
        """Hide everything again: another record, or some minutes later."""
        self._pause.stop()
        for line in self._lines():
            line.conceal()
