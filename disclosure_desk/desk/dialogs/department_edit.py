"""A department: name, liaison officer, telephone, and since when it is out of use."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.commands.departments import (
    DEPARTMENT_FIELDS,
    add_department,
    change_department,
    edit_department,
)
from disclosure_desk.commands.meanwhile import ChangedMeanwhile
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about
from disclosure_desk.desk.forms.ui_department_edit import Ui_DepartmentEdit
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.records.office import Department

_FIELDS = ("liaison", "phone", "out_of_use_since")


class DepartmentEdit(QDialog):
    """Saved in one step; a refused name stays as typed."""

    def __init__(
        self, desk: Desk, department: "Department | None", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._department = desk, department
        self._seen = {name: getattr(department, name, None) for name in ("name", *_FIELDS)}
        self.ui = Ui_DepartmentEdit()
        self.ui.setupUi(self)
        self.ui.out_of_use_since.today = desk.today
        self.setWindowTitle("修改科室" if department else "新增科室")
        for name in ("name", *_FIELDS):
            getattr(self.ui, name).set_value(getattr(department, name, None))
        self.ui.save.clicked.connect(self.save)
        self.ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.ui.name.setFocus()

    def save(self) -> None:
        """Keep what was typed, the name first."""
        if composing():
            return
        if problem := self.ui.out_of_use_since.problem():
            self.ui.out_of_use_since.tell_problem()
            self.ui.out_of_use_since.setToolTip(problem)
            self.ui.out_of_use_since.setFocus()
            return
        name = str(self.ui.name.value() or "")
        told = {field: getattr(self.ui, field).value() for field in _FIELDS}
        department, seen = self._department, dict(self._seen)

        def keep(session: "Session") -> "Done":
            if department is not None:
                return edit_department(session, department.id, {"name": name, **told}, seen)
            done = add_department(session, name)
            change_department(session, done.record_id, told)
            return done

        self._desk.run(
            keep,
            self,
            succeeded=lambda _done: self.accept(),
            failed=self._is_not_kept,
        )

    def _is_not_kept(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhile):
            ask_about(error, DEPARTMENT_FIELDS, self, partial(self._agree, error))
        else:
            errors.tell(error, self)

    def _agree(self, refused: ChangedMeanwhile, mine: set[str]) -> None:
        """Go on from what the other made of the fields, with one's own where that stays."""
        for clash in refused.clashes:
            self._seen[clash.name] = clash.theirs
            if clash.name not in mine:
                getattr(self.ui, clash.name).set_value(clash.theirs)
        self.save()
