"""A department: name, liaison officer, telephone, and since when it is out of use."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.commands.departments import (
    add_department,
    change_department,
    rename_department,
)
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
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
        department = self._department

        def keep(session: "Session") -> "Done":
            if department is None:
                done = add_department(session, name)
            elif name != department.name:
                done = rename_department(session, department.id, name)
            else:
                return change_department(session, department.id, told)
            change_department(session, done.record_id, told)
            return done

        self._desk.run(
            keep,
            self,
            succeeded=lambda _done: self.accept(),
            failed=lambda error: errors.tell(error, self),
        )
