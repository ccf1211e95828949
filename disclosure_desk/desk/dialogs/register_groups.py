"""How many records of a register have which value in a field; a group becomes a condition."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.filter_words import (
    field_name,
    fixed_values,
    groupable_fields,
    value_name,
)
from disclosure_desk.desk.forms.ui_register_groups import Ui_RegisterGroups
from disclosure_desk.desk.registers import REGISTERS
from disclosure_desk.desk.widgets.lines_table import show_whole_lines
from disclosure_desk.storage.filters import DUE, Filter
from disclosure_desk.storage.register_columns import is_date

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.storage.row_source import Group, RowSource

_VALUE = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 2_000
_UNITS = (("月", 7), ("年", 4), ("日", 10))


class RegisterGroups(QDialog):
    """Groups what the register shows, filters included; the empty group stands in front."""

    chosen = Signal(object)  # a Filter

    def __init__(
        self, desk: Desk, source: "RowSource", by: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._source = desk, source.wanted.kind, source
        self._asked: tuple[str, int] = ("", 0)
        self.ui = Ui_RegisterGroups()
        self.ui.setupUi(self)
        self._model = QStandardItemModel(0, 2, self)
        self._model.setHorizontalHeaderLabels(["分组", REGISTERS[self._kind].counted_in + "数"])
        self._prepare_table()
        for name in groupable_fields(self._kind):
            self.ui.by.addItem(field_name(self._kind, name), name)
        for label, length in _UNITS:
            self.ui.unit.addItem(label, length)
        self.ui.by.setCurrentIndex(max(self.ui.by.findData(by), 0))
        self._connect()
        self._ask()

    def _ask(self) -> None:
        name, length = str(self.ui.by.currentData()), int(self.ui.unit.currentData())
        has_days = name != DUE and is_date(self._kind, name)
        for widget in (self.ui.unit, self.ui.label_unit):
            widget.setEnabled(has_days)
        self._asked = asked = (name, length)
        source = self._source
        self.ui.label_sum.setText("正在计数……")

        def query(_session: "Session") -> "tuple[tuple[str, int], list[Group]]":
            return asked, source.groups(name, length)

        self._desk.look_up(query, succeeded=self._on_counted)

    def _on_counted(self, answer: "tuple[tuple[str, int], list[Group]]") -> None:
        asked, groups = answer
        if asked != self._asked:
            return
        self._model.setRowCount(0)
        groups = self._in_order(asked[0], groups)
        for group in groups[:_MOST_SHOWN]:
            item = QStandardItem(value_name(self._kind, asked[0], group.value))
            item.setData(group.value, _VALUE)
            number = QStandardItem(f"{group.count:,}")
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._model.appendRow([item, number])
        empty = sum(group.count for group in groups if group.value is None)
        noun = REGISTERS[self._kind].counted_in
        words = f"{len(groups):,}组"
        if empty:
            words += f"，其中（空）{empty:,}{noun}"
        if len(groups) > _MOST_SHOWN:
            words += f"，只列出前{_MOST_SHOWN:,}组"
        if asked[0] in ("channels", DUE):
            words += f"；一{noun}可以在几组里"
        self.ui.label_sum.setText(words)
        self.ui.show_group.setEnabled(bool(groups))
        if groups:
            self.ui.groups.setCurrentIndex(self._model.index(0, 0))

    def _in_order(self, name: str, groups: "list[Group]") -> "list[Group]":
        """Choices in their official order, the empty group in front."""
        fixed = fixed_values(self._kind, name)
        if fixed is None:
            return groups
        places = {value: place for place, value in enumerate(fixed)}
        return sorted(groups, key=lambda one: places.get(one.value or "", -1))

    def _choose(self) -> None:
        row = self.ui.groups.currentIndex().row()
        if row >= 0:
            value = self._model.item(row).data(_VALUE)
            self.chosen.emit(Filter(self._asked[0], (value,)))
            self.accept()

    def _prepare_table(self) -> None:
        table = self.ui.groups
        table.setModel(self._model)
        show_whole_lines(table)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        ui = self.ui
        ui.by.currentIndexChanged.connect(lambda _index: self._ask())
        ui.unit.currentIndexChanged.connect(lambda _index: self._ask())
        ui.groups.doubleClicked.connect(lambda _index: self._choose())
        ui.show_group.clicked.connect(self._choose)
        ui.leave.clicked.connect(self.reject)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(keys), ui.groups)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._choose)
