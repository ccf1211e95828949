"""Offers in the lines of a form the words that this office has used before."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.text_line import TextLine

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_DEPARTMENTS = "department"


class FormWords(FormPart):
    """Reads them behind the window, so that no form waits for its proposals."""

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk

    def offer(self, fields: Mapping[str, tuple[str, str]]) -> None:
        """Offer in each of these fields the words of a table's column, departments by name."""
        binder = self._form.binder
        lines = {name for name, one in binder.widgets.items() if isinstance(one, TextLine)}
        wanted = {name: where for name, where in fields.items() if name in lines}
        has_department = _DEPARTMENTS in lines

        def query(session: "Session") -> dict[str, list[str]]:
            from disclosure_desk.desk.lookups import department_names, recent_words

            found = {name: recent_words(session, *where) for name, where in wanted.items()}
            return found | ({_DEPARTMENTS: department_names(session)} if has_department else {})

        self._desk.look_up(query, succeeded=self._show)

    def _show(self, found: dict[str, list[str]]) -> None:
        for name, words in found.items():
            self._form.binder.widgets[name].propose(words)
