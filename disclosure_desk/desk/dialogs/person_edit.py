"""Somebody of the office: name, role, login, and from when to when they work here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.commands.people import add_person, change_person
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_person_edit import Ui_PersonEdit
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.person import CLERK, REVIEWER, ROLES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.records.person import Person

FIELDS = ("name", "role", "login", "active_from", "active_until", "note")
_DAYS = ("active_from", "active_until")


class PersonEdit(QDialog):
    """Saved in one step; the first person is proposed as a reviewer with this login."""

    def __init__(
        self,
        desk: Desk,
        person: "Person | None",
        parent: QWidget | None = None,
        *,
        is_first: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._person = desk, person
        self.ui = Ui_PersonEdit()
        self.ui.setupUi(self)
        self.setWindowTitle("修改人员" if person else "新增人员")
        self.ui.role.offer(ROLES, may_be_empty=False)
        for name in _DAYS:
            getattr(self.ui, name).today = desk.today
        if person is not None:
            for name in FIELDS:
                getattr(self.ui, name).set_value(getattr(person, name))
        else:
            self.ui.active_from.set_value(desk.today())
            self.ui.role.set_value(REVIEWER if is_first else CLERK)
        if is_first:
            self.ui.login.set_value(desk.actor.name)
        guard(desk, "PEOPLE", self.ui.save)
        self.ui.save.clicked.connect(self.save)
        self.ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.ui.name.setFocus()

    def save(self) -> None:
        """Keep what was typed."""
        if composing():
            return
        for name in _DAYS:
            field = getattr(self.ui, name)
            if problem := field.problem():
                field.tell_problem()
                field.setToolTip(problem)
                field.setFocus()
                return
        told = {name: getattr(self.ui, name).value() for name in FIELDS}
        person = self._person
        is_self = person is not None and person.name == self._desk.actor.name

        def keep(session: "Session") -> "Done":
            if person is None:
                return add_person(session, told)
            return change_person(session, person.id, told)

        def kept(_done: "Done") -> None:
            if is_self:
                self._desk.person.sit_down(str(told["name"]))
            self.accept()

        self._desk.run(keep, self, succeeded=kept, failed=lambda error: errors.tell(error, self))
