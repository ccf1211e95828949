"""The people of the office and what a second person confirms, as a part of the settings."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from disclosure_desk.commands.people import (
    confirmations_wanted,
    end_person,
    people,
    stop_confirming,
    want_confirmed,
)
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.person_edit import PersonEdit
from disclosure_desk.desk.forms.ui_people_list import Ui_PeopleList
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.person_at_desk import LISTED
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.records.confirmation import CONFIRMABLE
from disclosure_desk.records.person import ROLES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.records.person import Person

_HEADINGS = ("姓名", "角色", "登录名", "到岗日期", "离岗日期", "备注")
_WIDTHS = (130, 80, 150, 100, 100, 120)


class PeopleList(QWidget):
    """Enter opens somebody; who has left stays in the list, below those who are here."""

    title = "人员和复核"
    switch_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_PeopleList()
        self.ui.setupUi(self)
        self._found: list[Person] = []
        self._wanted: dict[str, date] = {}
        self._model = LinesModel(_HEADINGS, self)
        self.ui.people.show_model(self._model, _WIDTHS, stretched=5)
        self._connect()
        ui = self.ui
        guard(desk, "PEOPLE", ui.add_person, ui.change_person, ui.end_person)
        guard(desk, "PEOPLE", *(widget for kind in CONFIRMABLE.slugs for widget in self._of(kind)))
        self.reload()

    def _of(self, kind: str) -> tuple[QCheckBox, DateEdit]:
        return getattr(self.ui, f"wants_{kind}"), getattr(self.ui, f"since_{kind}")

    def reload(self) -> None:
        """List them anew; the chosen one stays chosen."""
        today = self.desk.today()
        self.desk.look_up(partial(_listed, today=today), succeeded=self._show)

    def _show(self, listed: "tuple[list[Person], dict[str, date]]") -> None:
        chosen = one.id if (one := self._chosen()) else None
        self._found, self._wanted = listed
        self._model.set_rows([_line(one) for one in self._found])
        rows = [row for row, one in enumerate(self._found) if one.id == chosen]
        if self._found:
            self.ui.people.selectRow(rows[0] if rows else 0)
        for kind in CONFIRMABLE.slugs:
            box, day = self._of(kind)
            with QSignalBlocker(box):
                box.setChecked(kind in self._wanted)
            day.set_value(self._wanted.get(kind))
            day.setEnabled(kind in self._wanted)
        self._show_which_buttons_act()

    def _chosen(self) -> "Person | None":
        row = self.ui.people.selected_row()
        return self._found[row] if row is not None and row < len(self._found) else None

    def _show_which_buttons_act(self) -> None:
        one = self._chosen()
        self.ui.change_person.setEnabled(one is not None)
        self.ui.end_person.setEnabled(one is not None and one.active_until is None)
        self.ui.switch_person.setEnabled(bool(self._found))

    # ------------------------------------------------------------------ people

    def add_person(self) -> None:
        """Enter somebody; the first one is a reviewer."""
        PersonEdit(self.desk, None, self, is_first=not self._found).open()

    def change_person(self) -> None:
        """Open the chosen one."""
        if (one := self._chosen()) is not None:
            PersonEdit(self.desk, one, self).open()

    def end_person(self) -> None:
        """The chosen one works here today for the last time."""
        if (one := self._chosen()) is not None:
            self._run(partial(end_person, person_id=one.id, last_day=self.desk.today()))

    # ------------------------------------------------------------------ confirming

    def _on_ticked(self, kind: str, is_on: bool) -> None:
        if is_on:
            self._run(partial(want_confirmed, kind=kind, since=self.desk.today()))
        else:
            self._run(partial(stop_confirming, kind=kind))

    def _on_day(self, kind: str) -> None:
        _, day = self._of(kind)
        since = day.value()
        if kind not in self._wanted or day.problem() or since == self._wanted[kind]:
            return
        if since is None:
            day.set_value(self._wanted[kind])
        else:
            self._run(partial(want_confirmed, kind=kind, since=since))

    def _run(self, command: "partial[Done]") -> None:
        def failed(error: Exception) -> None:
            errors.tell(error, self)
            self.reload()

        self.desk.run(command, self, failed=failed)

    def _connect(self) -> None:
        ui = self.ui
        ui.people.selectionModel().selectionChanged.connect(
            lambda *_: self._show_which_buttons_act()
        )
        ui.people.doubleClicked.connect(lambda _index: self.change_person())
        ui.people.act_on({"Return": self.change_person, "Enter": self.change_person})
        ui.add_person.clicked.connect(self.add_person)
        ui.change_person.clicked.connect(self.change_person)
        ui.end_person.clicked.connect(self.end_person)
        ui.switch_person.clicked.connect(self.switch_wanted)
        for kind in CONFIRMABLE.slugs:
            box, day = self._of(kind)
            box.toggled.connect(partial(self._on_ticked, kind))
            day.today = self.desk.today
            day.editingFinished.connect(partial(self._on_day, kind))
        self.desk.changed.connect(self._on_changed)

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if not kinds.isdisjoint(LISTED):
            self.reload()


def _line(one: "Person") -> tuple[str, ...]:
    days = (str(one.active_from), str(one.active_until or ""))
    return one.name, ROLES.label_of(one.role), one.login or "", *days, one.note or ""


def _listed(session: "Session", *, today: date) -> "tuple[list[Person], dict[str, date]]":
    return people(session, today), confirmations_wanted(session)
