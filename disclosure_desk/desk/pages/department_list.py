"""The departments of the office, as a part of the settings."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QWidget

from disclosure_desk.commands.departments import (
    departments,
    merge_departments,
    order_departments,
    records_of,
)
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.department_edit import DepartmentEdit
from disclosure_desk.desk.forms.ui_department_list import Ui_DepartmentList
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.rights_shown import guard

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.office import Department

_HEADINGS = ("名称", "联络员", "联系电话", "记录", "停用日期")
_WIDTHS = (220, 120, 150, 80, 110)


class DepartmentList(QWidget):
    """Enter opens a department; the order of the lines is the order in which they are proposed."""

    title = "科室"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_DepartmentList()
        self.ui.setupUi(self)
        self._found: list[Department] = []
        self._chosen_id: int | None = None
        self._model = LinesModel(_HEADINGS, self, figures=(3,))
        self.ui.departments.show_model(self._model, _WIDTHS, stretched=0)
        self._connect()
        ui = self.ui
        guard(desk, "WRITE", ui.add_department, ui.change_department, ui.merge_department)
        guard(desk, "WRITE", ui.move_up, ui.move_down)
        self.reload()

    def reload(self) -> None:
        """List them anew; the chosen one stays chosen."""
        self.desk.look_up(_listed, succeeded=self._show)

    def _show(self, listed: "list[tuple[Department, int]]") -> None:
        wanted = self._chosen_id or (one.id if (one := self._chosen()) else None)
        self._found = [department for department, _ in listed]
        self._model.set_rows(
            [
                (
                    one.name,
                    one.liaison or "",
                    one.phone or "",
                    f"{number:,}",
                    str(one.out_of_use_since or ""),
                )
                for one, number in listed
            ]
        )
        rows = [row for row, one in enumerate(self._found) if one.id == wanted]
        self.ui.departments.selectRow(rows[0] if rows else 0)
        self._chosen_id = None
        self._show_which_buttons_act()

    def _chosen(self) -> "Department | None":
        row = self.ui.departments.selected_row()
        return self._found[row] if row is not None and row < len(self._found) else None

    def _show_which_buttons_act(self) -> None:
        row = self.ui.departments.selected_row()
        number = len(self._found)
        self.ui.change_department.setEnabled(row is not None)
        self.ui.merge_department.setEnabled(row is not None and number > 1)
        self.ui.move_up.setEnabled(row is not None and row > 0)
        self.ui.move_down.setEnabled(row is not None and row < number - 1)

    def add_department(self) -> None:
        """Enter one that no record names yet."""
        DepartmentEdit(self.desk, None, self).open()

    def change_department(self) -> None:
        """Open the chosen one."""
        if (one := self._chosen()) is not None:
            DepartmentEdit(self.desk, one, self).open()

    def merge_department(self) -> None:
        """Ask into which other department the chosen one goes."""
        one = self._chosen()
        if one is None:
            return
        others = {other.name: other.id for other in self._found if other.id != one.id}
        ask = QInputDialog(self)
        ask.setWindowTitle("合并科室")
        ask.setLabelText(f"“{one.name}”的记录全部归到：\n（“{one.name}”随后从名单里去掉）")
        ask.setComboBoxItems(list(others))
        ask.setOkButtonText("合并")
        ask.setCancelButtonText("取消")
        ask.textValueSelected.connect(lambda name: self._merge(one.id, others[name]))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _merge(self, department_id: int, into_id: int) -> None:
        self._chosen_id = into_id
        self.desk.run(
            partial(merge_departments, department_id=department_id, into_id=into_id), self
        )

    def _move(self, by: int) -> None:
        one, row = self._chosen(), self.ui.departments.selected_row()
        if one is None or row is None or not 0 <= row + by < len(self._found):
            return
        ids = [other.id for other in self._found]
        ids.insert(row + by, ids.pop(row))
        self._chosen_id = one.id
        self.desk.run(partial(order_departments, ids=ids), self)

    def _connect(self) -> None:
        ui = self.ui
        ui.departments.selectionModel().selectionChanged.connect(
            lambda *_: self._show_which_buttons_act()
        )
        ui.departments.doubleClicked.connect(lambda _index: self.change_department())
        ui.departments.act_on({"Return": self.change_department, "Enter": self.change_department})
        ui.add_department.clicked.connect(self.add_department)
        ui.change_department.clicked.connect(self.change_department)
        ui.merge_department.clicked.connect(self.merge_department)
        ui.move_up.clicked.connect(partial(self._move, -1))
        ui.move_down.clicked.connect(partial(self._move, 1))
        # Any register may have named a new department.
        self.desk.changed.connect(lambda _kinds, _initiator: self.reload())


def _listed(session: "Session") -> "list[tuple[Department, int]]":
    found = departments(session)
    return [(one, records_of(session, one.id)) for one in found]
