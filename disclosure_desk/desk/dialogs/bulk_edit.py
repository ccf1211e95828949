"""Changes the same fields of many records: a tick a field, a preview, one step for all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from disclosure_desk.commands.bulk_change import MOST_AT_ONCE, change_records, fields_for_many
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_bulk_edit import Ui_BulkEdit
from disclosure_desk.desk.registers import REGISTERS
from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.figure_edit import FigureEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox
from disclosure_desk.faults import KnownError
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card, Field, shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.row_source import RowSource

_MOST_TOLD = 4  # old values that the preview names for a field
_LABEL_WIDTH = 150


class BulkEdit(QDialog):
    """The selected records, or all that the register shows; nothing is ticked at first."""

    def __init__(
        self,
        desk: Desk,
        source: "RowSource",
        selected: Sequence[int],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._source, self._kind = desk, source, source.wanted.kind
        self._selected = tuple(selected)
        self._cards: dict[int, Card] = {}
        self._turn = 0
        self._is_filling = False
        self.ticks: dict[str, QCheckBox] = {}
        self.widgets: dict[str, QWidget] = {}
        self.ui = Ui_BulkEdit()
        self.ui.setupUi(self)
        noun = REGISTERS[self._kind].counted_in
        self.ui.only_selected.setText(f"选中的 {len(self._selected):,} {noun}(&S)")
        self.ui.all_shown.setText(f"列表里的全部 {count:,} {noun}(&A)")
        self.ui.only_selected.setEnabled(bool(self._selected))
        self.ui.all_shown.setEnabled(0 < count <= MOST_AT_ONCE)
        if count > MOST_AT_ONCE:
            self.ui.all_shown.setText(
                f"列表里的全部 {count:,} {noun}：一次最多 {MOST_AT_ONCE:,} {noun}，请先筛选"
            )
        (self.ui.only_selected if len(self._selected) > 1 else self.ui.all_shown).setChecked(True)
        if not self.ui.all_shown.isEnabled():
            self.ui.only_selected.setChecked(True)
        chosen = self.ui.only_selected if self.ui.only_selected.isChecked() else self.ui.all_shown
        chosen.setFocus()
        self._make_fields()
        self._connect()
        self._read()

    # ------------------------------------------------------------------ fields

    def _make_fields(self) -> None:
        previous: QWidget = self.ui.all_shown
        for place, name in enumerate(fields_for_many(self._kind)):
            field = FIELDS[self._kind][name]
            tick = QCheckBox(field.label, self.ui.area_fields)
            tick.setObjectName(f"tick_{name}")
            tick.setMinimumWidth(_LABEL_WIDTH)
            widget = _widget_for(name, field, self.ui.area_fields)
            widget.setObjectName(name)
            widget.setAccessibleName(field.label)
            row = QHBoxLayout()
            row.addWidget(tick)
            row.addWidget(widget, 1)
            self.ui.layout_area.insertLayout(place, row)
            self.ticks[name], self.widgets[name] = tick, widget
            tick.toggled.connect(lambda _on: self._preview())
            assert isinstance(widget, FieldWidget)
            widget.edited.connect(partial(self._on_edited, name))
            QWidget.setTabOrder(previous, tick)
            QWidget.setTabOrder(tick, widget)
            previous = widget

    def _on_edited(self, name: str) -> None:
        """What is typed is meant: its tick is set, and can be taken away again."""
        if not self._is_filling:
            self.ticks[name].setChecked(True)
            self._preview()

    # ------------------------------------------------------------------ records

    def _read(self) -> None:
        self._turn += 1
        turn, kind, source = self._turn, self._kind, self._source
        chosen = self._selected if self.ui.only_selected.isChecked() else None
        self.ui.change_all.setEnabled(False)

        def query(session: "Session") -> tuple[int, dict[int, Card]]:
            from disclosure_desk.records.cards import MODELS
            from disclosure_desk.storage.card_rows import read_cards

            ids = source.ids(MOST_AT_ONCE) if chosen is None else chosen
            return turn, dict(read_cards(session, kind, MODELS[kind].id.in_(ids)))

        self._desk.look_up(query, succeeded=self._on_read)

    def _on_read(self, answer: tuple[int, dict[int, Card]]) -> None:
        turn, cards = answer
        if turn != self._turn:
            return
        self._cards = cards
        self._is_filling = True
        for name, widget in self.widgets.items():
            if not self.ticks[name].isChecked():
                assert isinstance(widget, FieldWidget)
                values = {card.get(name) for card in cards.values()}
                widget.set_value(values.pop() if len(values) == 1 else None)
        self._is_filling = False
        self._preview()

    def changes(self) -> dict[str, FieldValue]:
        """The ticked fields with their new values."""
        return {name: self._field(name).value() for name in self._ticked()}

    def _ticked(self) -> list[str]:
        return [name for name, tick in self.ticks.items() if tick.isChecked()]

    def _field(self, name: str) -> FieldWidget:
        widget = self.widgets[name]
        assert isinstance(widget, FieldWidget)
        return widget

    def _preview(self) -> None:
        """What would become what; a field that cannot be read is named instead."""
        ticked = self._ticked()
        noun = REGISTERS[self._kind].counted_in
        unread = [FIELDS[self._kind][name].label for name in ticked if self._field(name).problem()]
        if unread:
            self.ui.label_preview.setText(f"“{'、'.join(unread)}”填写的内容不能识别，请改正。")
        elif not ticked:
            self.ui.label_preview.setText("没有勾选栏目")
        else:
            told = [self._told(name, value) for name, value in self.changes().items()]
            words = "\n".join(told)
            self.ui.label_preview.setText(f"改 {len(self._cards):,} {noun}：\n{words}")
        self.ui.label_notes.clear()
        self.ui.change_all.setEnabled(bool(ticked and self._cards and not unread))

    def _told(self, name: str, value: FieldValue) -> str:
        field = FIELDS[self._kind][name]
        before = Counter(_words(field, card.get(name)) for card in self._cards.values())
        parts = [
            f"{old}（{number:,}）" if len(before) > 1 else old
            for old, number in before.most_common(_MOST_TOLD)
        ]
        if len(before) > _MOST_TOLD:
            parts.append(f"等{len(before):,}种")
        new = value if value is not None else field.default
        return f"{field.label}　{'、'.join(parts)} → {_words(field, new)}"

    # ------------------------------------------------------------------ changing

    def change_all(self) -> None:
        """Change them all, or none."""
        if composing() or not self.ui.change_all.isEnabled():
            return
        kind, seen, changes = self._kind, self._cards, self.changes()
        self.ui.change_all.setEnabled(False)
        self.ui.label_notes.setText("正在修改……")

        def command(session: "Session") -> "Done":
            return change_records(session, kind, list(seen), changes, seen=seen)

        self._desk.run(command, None, succeeded=self._is_done, failed=self._is_refused)

    def _is_done(self, _done: "Done") -> None:
        self.accept()

    def _is_refused(self, error: Exception) -> None:
        self.ui.change_all.setEnabled(True)
        if isinstance(error, KnownError):
            self.ui.label_notes.setText(str(error))
        else:
            self.ui.label_notes.clear()
            errors.tell(error, self)

    def _connect(self) -> None:
        self.ui.change_all.clicked.connect(self.change_all)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.only_selected.toggled.connect(lambda _on: self._read())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.change_all)


def _widget_for(name: str, field: Field, parent: QWidget) -> QWidget:
    """The field widget in which a field of this kind is entered, empty."""
    if field.choices is not None:
        box = ChoiceBox(parent)
        box.offer(field.choices)
        return box
    if field.type is bool:
        return YesNoBox(parent)
    if field.type is date:
        return DateEdit(parent)
    if field.type is Decimal:
        return FigureEdit(parent)
    if name == "channels":
        return ChannelEdit(parent)
    return LongText(parent) if field.long else TextLine(parent)


def _words(field: Field, value: FieldValue) -> str:
    words = " ".join(shown(field, value).split())
    if not words:
        return "（空）"
    return words if len(words) <= 20 else f"{words[:19]}…"
