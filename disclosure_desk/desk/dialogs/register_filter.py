"""Puts conditions on a register together, keeps them under a name, and finds them again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from disclosure_desk.desk import kept_views
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.filter_words import (
    all_told,
    field_name,
    fixed_values,
    offered_fields,
    value_name,
)
from disclosure_desk.desk.forms.ui_register_filter import Ui_RegisterFilter
from disclosure_desk.desk.kept_views import KeptFilter
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.confirmation import CONFIRMATION
from disclosure_desk.storage.filters import DUE, MISSING, STATE, Filter
from disclosure_desk.storage.register_columns import is_date

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.storage.row_source import Group, RowSource

_VALUE = Qt.ItemDataRole.UserRole
_YEAR_AND_MONTH = 7


class RegisterFilter(QDialog):
    """Conditions on the left, their values on the right; all of them must hold together."""

    chosen = Signal(object)  # a KeptFilter, its name empty when it has none

    def __init__(
        self, desk: Desk, source: "RowSource", current: KeptFilter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._source = desk, source.wanted.kind, source
        self._current = current
        self._ticked = {one.field: set(one.values) for one in current.filters}
        self._groups: dict[str, list[Group]] = {}
        self.ui = Ui_RegisterFilter()
        self.ui.setupUi(self)
        confirmed = (CONFIRMATION,) if self._kind in desk.person.confirmed_kinds else ()
        extra = [
            one
            for one in dict.fromkeys((*confirmed, *self._ticked))
            if one not in offered_fields(self._kind)
        ]
        self._fields = (*offered_fields(self._kind), *extra)
        for name in self._fields:
            self.ui.fields.addItem(field_name(self._kind, name))
        self._connect()
        self._offer_kept()
        first = next((n for n, one in enumerate(self._fields) if one in self._ticked), 0)
        self.ui.fields.setCurrentRow(first)
        self._tell()

    def filters(self) -> tuple[Filter, ...]:
        """The conditions as they are ticked, in the order of the list."""
        return tuple(
            Filter(name, self._in_order(name)) for name in self._fields if self._ticked.get(name)
        )

    def _in_order(self, name: str) -> tuple[str | None, ...]:
        order = {value: place for place, value in enumerate(fixed_values(self._kind, name) or ())}
        ticked = self._ticked[name]
        return tuple(sorted(ticked, key=lambda one: (order.get(one or "", 0), one or "")))

    # ------------------------------------------------------------------ values

    def _show_values(self, row: int) -> None:
        if row < 0:
            return
        name = self._fields[row]
        self._fill(name, self._groups.get(name, []))
        if name not in self._groups and name not in (STATE, MISSING):
            self._count(name)

    def _count(self, name: str) -> None:
        """How many records each value has, other conditions left aside."""
        source = self._source

        def query(_session: "Session") -> "tuple[str, list[Group]]":
            length = _YEAR_AND_MONTH if name != DUE and is_date(self._kind, name) else 10
            return name, source.groups(name, length)

        self._desk.look_up(query, succeeded=self._on_counted)

    def _on_counted(self, answer: "tuple[str, list[Group]]") -> None:
        name, self._groups[answer[0]] = answer
        if self._fields[self.ui.fields.currentRow()] == name:
            place = self.ui.choices.currentRow()
            self._fill(name, answer[1])
            self.ui.choices.setCurrentRow(max(place, 0))

    def _fill(self, name: str, groups: "Sequence[Group]") -> None:
        counts = {group.value: group.count for group in groups}
        fixed = fixed_values(self._kind, name)
        values: list[str | None] = list(fixed) if fixed is not None else []
        if name not in (STATE, MISSING, DUE):
            values += [group.value for group in groups if group.value not in values]
        values += [one for one in self._ticked.get(name, ()) if one not in values]
        self.ui.choices.blockSignals(True)
        self.ui.choices.clear()
        for value in values:
            words = value_name(self._kind, name, value)
            if value in counts:
                words += f"　{counts[value]:,}"
            item = QListWidgetItem(words, self.ui.choices)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_on = value in self._ticked.get(name, ())
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.ui.choices.setCurrentRow(0)
        self.ui.choices.blockSignals(False)

    def _on_tick(self, item: QListWidgetItem) -> None:
        ticked = self._ticked.setdefault(self._fields[self.ui.fields.currentRow()], set())
        if item.checkState() == Qt.CheckState.Checked:
            ticked.add(item.data(_VALUE))
        else:
            ticked.discard(item.data(_VALUE))
        self._tell()

    def _tell(self) -> None:
        words = all_told(self._kind, self.filters())
        self.ui.label_told.setText(words or "没有条件，显示全部记录")
        for row, name in enumerate(self._fields):
            label, number = field_name(self._kind, name), len(self._ticked.get(name, ()))
            self.ui.fields.item(row).setText(f"{label}（{number}）" if number else label)

    # ------------------------------------------------------------------ kept ones

    def _offer_kept(self, name: str = "") -> None:
        kept = [one.name for one in kept_views.kept_filters(self._kind)]
        self.ui.kept.clear()
        self.ui.kept.addItems(kept)
        self.ui.kept.setCurrentIndex(max(self.ui.kept.findText(name), 0) if kept else -1)
        for widget in (self.ui.kept, self.ui.use_kept, self.ui.rename_kept, self.ui.forget_kept):
            widget.setEnabled(bool(kept))

    def _keep(self) -> None:
        name = self.ui.kept_name.text().strip()
        if not name:
            self.ui.label_told.setText("请先写出筛选的名称。")
            self.ui.kept_name.setFocus()
            return
        kept = self._keep_as(name)
        self._offer_kept(name)
        self.ui.label_told.setText(f"已保存“{name}”：{all_told(self._kind, kept.filters)}")

    def _keep_as(self, name: str) -> KeptFilter:
        kept = KeptFilter(name, self.filters(), self._current.query, self._current.all_years)
        kept_views.keep_filter(self._kind, kept)
        return kept

    def _rename(self) -> None:
        old, new = self.ui.kept.currentText(), self.ui.kept_name.text().strip()
        if not new:
            self.ui.label_told.setText("请在“存为名称”里写出新的名称，再按“改名”。")
            self.ui.kept_name.setFocus()
            return
        kept_views.rename_filter(self._kind, old, new)
        self._offer_kept(new)
        self.ui.label_told.setText(f"“{old}”已改名为“{new}”")

    def _forget(self) -> None:
        name = self.ui.kept.currentText()
        kept_views.forget_filter(self._kind, name)
        self._offer_kept()
        self.ui.label_told.setText(f"已删除筛选“{name}”，记录不受影响")

    def _use(self) -> None:
        name = self.ui.kept.currentText()
        for one in kept_views.kept_filters(self._kind):
            if one.name == name:
                self.chosen.emit(one)
                self.accept()

    # ------------------------------------------------------------------ leaving

    def _clear(self) -> None:
        self._ticked.clear()
        self._show_values(self.ui.fields.currentRow())
        self._tell()

    def _apply(self) -> None:
        """Ctrl+Enter: show what fits; with a name written it is kept under that name, too."""
        if composing():
            return
        current = self._current
        if name := self.ui.kept_name.text().strip():
            self.chosen.emit(self._keep_as(name))
        else:
            self.chosen.emit(KeptFilter("", self.filters(), current.query, current.all_years))
        self.accept()

    def _connect(self) -> None:
        ui = self.ui
        ui.kept_name.enter_moves_on = False
        ui.kept_name.returnPressed.connect(self._keep)
        ui.fields.currentRowChanged.connect(self._show_values)
        ui.choices.itemChanged.connect(self._on_tick)
        for button, slot in (
            (ui.keep_filter, self._keep),
            (ui.rename_kept, self._rename),
            (ui.forget_kept, self._forget),
            (ui.use_kept, self._use),
            (ui.clear_filter, self._clear),
            (ui.apply_filter, self._apply),
            (ui.leave, self.reject),
        ):
            button.clicked.connect(slot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._apply)
