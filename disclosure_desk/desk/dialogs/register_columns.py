"""Which columns a register shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from disclosure_desk.desk.forms.ui_register_columns import Ui_RegisterColumns
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.registers import REGISTERS, columns_of, declared

_COLUMN = Qt.ItemDataRole.UserRole


class RegisterColumns(QDialog):
    """Every column of the register, ticked when it is shown, in the order of the table."""

    chosen = Signal(object)  # a tuple of columns

    def __init__(self, kind: str, shown: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kind = kind
        self.ui = Ui_RegisterColumns()
        self.ui.setupUi(self)
        self._fill(shown)
        self._connect()

    def columns(self) -> tuple[Column, ...]:
        """The ticked ones, in their order."""
        items = [self.ui.columns.item(row) for row in range(self.ui.columns.count())]
        return tuple(
            item.data(_COLUMN) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _fill(self, shown: Sequence[Column]) -> None:
        names = {one.field for one in shown}
        rest = [one for name, one in columns_of(self._kind).items() if name not in names]
        self.ui.columns.clear()
        for column in (*shown, *rest):
            label = column.label or declared(self._kind)[column.field].label
            item = QListWidgetItem(label, self.ui.columns)
            item.setData(_COLUMN, column)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_shown = column.field in names
            item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
        self.ui.columns.setCurrentRow(0)

    def _move(self, by: int) -> None:
        row = self.ui.columns.currentRow()
        if 0 <= row + by < self.ui.columns.count():
            item = self.ui.columns.takeItem(row)
            self.ui.columns.insertItem(row + by, item)
            self.ui.columns.setCurrentRow(row + by)

    def _apply(self) -> None:
        if columns := self.columns():
            self.chosen.emit(columns)
            self.accept()

    def _show_whether_any(self) -> None:
        self.ui.apply_columns.setEnabled(bool(self.columns()))

    def _connect(self) -> None:
        ui = self.ui
        ui.columns.itemChanged.connect(lambda _item: self._show_whether_any())
        ui.move_up.clicked.connect(lambda: self._move(-1))
        ui.move_down.clicked.connect(lambda: self._move(1))
        ui.reset_columns.clicked.connect(lambda: self._fill(REGISTERS[self._kind].columns))
        ui.apply_columns.clicked.connect(self._apply)
        ui.leave.clicked.connect(self.reject)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._move(by))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._apply)
