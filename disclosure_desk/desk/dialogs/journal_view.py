"""The history of one record (修改记录), and of each of its fields: who, when, before and after."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.field_history import (
    FieldHistory,
    Given,
    Place,
    labels_apart,
    put_value_back,
)
from disclosure_desk.desk.forms.ui_journal_view import Ui_JournalView
from disclosure_desk.desk.journal_words import what_changed
from disclosure_desk.desk.lookups import departments_by_id, journal_of, local_time
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.personal_line import SHOW_KEYS
from disclosure_desk.records.cards import FIELDS, KIND_LABELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.journal_days import Days, effective_days

if TYPE_CHECKING:
    from disclosure_desk.commands.done import Done
    from disclosure_desk.records.base import FieldValue

_HEADINGS = ("记录时间", "发生日期", "操作人", "步骤")
_ALL_HEADINGS = (*_HEADINGS, "内容（修改前 → 修改后）")
_FIELD_HEADINGS = (*_HEADINGS, "这一栏的内容（修改前 → 修改后）")
_EMPTY = "（空）"
_LONGEST = 36


class JournalView(QDialog):
    """The lines of the journal that belong to a record, the latest first.

    With a field chosen only its values, any of which can be put back; it is checked then as if
    it had been typed.
    """

    put_back = Signal()  # a value was put back: what shows the record shows it anew

    def __init__(
        self,
        desk: Desk,
        kind: str,
        record_id: int,
        parent: QWidget | None = None,
        *,
        place: Place | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self._given: list[Given] = []
        self._hides = True
        self.ui = Ui_JournalView()
        self.ui.setupUi(self)
        self.model = LinesModel(_ALL_HEADINGS, self)
        self._prepare_table()
        self._read()
        self._connect()
        self._offer_fields(place)
        self._show()

    # ------------------------------------------------------------------ showing

    def _read(self) -> None:
        with self._desk.database.reading() as session:
            self._entries = journal_of(session, self._kind, self._record_id)
            self._departments: Mapping[int, str] = departments_by_id(session)
            self._days: Days = effective_days(session, self._entries)
        self.history = FieldHistory(self._kind, self._entries, self._departments)

    def _offer_fields(self, chosen: Place | None) -> None:
        places = self.history.places()
        box = self.ui.field
        box.blockSignals(True)
        box.clear()
        box.addItem("全部栏目", None)
        for place, label in zip(places, labels_apart(places, self._days_of_steps()), strict=True):
            box.addItem(label, place)
        if chosen is not None and chosen in places:
            box.setCurrentIndex(1 + list(places).index(chosen))
        box.blockSignals(False)

    def _days_of_steps(self) -> dict[int, str]:
        """The day of each step, by its key."""
        places = self.history.places()
        return {
            place.event_id: str(given[0].after)
            for place in places
            if place.event_id is not None
            and place.name == "happened_on"
            and (given := self.history.given(place))
        }

    @property
    def place(self) -> Place | None:
        """The field whose values are shown; None for all lines."""
        place: Place | None = self.ui.field.currentData()
        return place

    def _show(self) -> None:
        place = self.place
        self._given = [] if place is None else self.history.given(place)
        self.model.set_headings(_ALL_HEADINGS if place is None else _FIELD_HEADINGS)
        if place is None:
            self.model.set_rows([self._line(one) for one in self._entries])
            words = f"{KIND_LABELS[self._kind]}记录共有{len(self._entries)}次变动，最近的在前。"
        else:
            self.model.set_rows([self._value_line(place, one) for one in self._given])
            words = f"“{self.ui.field.currentText()}”填过{len(self._given)}次，最近的在前。"
        self.ui.label_record.setText(words)
        self.ui.lines.resizeRowsToContents()
        if self.model.rowCount():
            self.ui.lines.setCurrentIndex(self.model.index(0, 0))
        self._show_what_acts()

    def _value_line(self, place: Place, one: Given) -> tuple[str, ...]:
        after = self._words(place, one.after) or _EMPTY
        before = self._words(place, one.before) or _EMPTY
        told = after if one.is_entry else f"{before} → {after}"
        return (*self._head(one.entry), told)

    def _line(self, entry: JournalEntry) -> tuple[str, ...]:
        told = what_changed(entry, self._departments, hides=self._hides)
        return (*self._head(entry), told)

    def _head(self, entry: JournalEntry) -> tuple[str, ...]:
        who = f"{entry.actor}（{entry.computer}）"
        day = self._days.get((entry.id, entry.record_id), "")
        return local_time(entry.recorded_at), day, who, entry.step

    def _words(self, place: Place, value: "FieldValue") -> str:
        return self.history.words(place, value, hides=self._hides)

    def _chosen(self) -> Given | None:
        row = self.ui.lines.currentIndex().row()
        return self._given[row] if 0 <= row < len(self._given) else None

    def _show_what_acts(self) -> None:
        """Only a value that the field does not have now can be put back."""
        one, place = self._chosen(), self.place
        differs = one is not None and one.after != self._given[0].after
        removed = place is not None and self.history.is_removed(place)
        self.ui.put_back.setEnabled(differs and not removed)
        hint = ""
        if removed:
            hint = "这一步骤已经删除，不能恢复其中的一栏。"
        elif differs and one is not None and place is not None:
            words = " ".join(self._words(place, one.after).split()) or _EMPTY
            hint = f"恢复为：{words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}"
        self.ui.label_value.setText(hint)

    # ------------------------------------------------------------------ personal data

    def show_personal(self) -> None:
        """Show the values that are hidden; that somebody looked is journalled first."""
        names = self._personal()
        if composing() or not self._hides or not names:
            return
        from disclosure_desk.commands.exports import note_look

        command = partial(note_look, kind=self._kind, record_id=self._record_id, fields=names)
        self._desk.run(command, self, succeeded=self._may_be_seen)

    def _may_be_seen(self, _done: "Done") -> None:
        self._hides = False
        self.ui.show_personal.setEnabled(False)
        self._show()

    def _personal(self) -> list[str]:
        """The personal fields that the lines tell of."""
        fields = FIELDS[self._kind]
        names = [place.name for place in self.history.places() if place.event_id is None]
        return [name for name in names if name in fields and fields[name].personal]

    # ------------------------------------------------------------------ putting back

    def restore(self) -> None:
        """Give the field the chosen value again."""
        one, place = self._chosen(), self.place
        if composing() or one is None or place is None or not self.ui.put_back.isEnabled():
            return
        self.ui.put_back.setEnabled(False)
        command = partial(
            put_value_back,
            kind=self._kind,
            record_id=self._record_id,
            place=place,
            value=one.after,
            seen_line=max(given.entry.id for given in self.history.given(place)),
            today=self._desk.today(),
        )
        self._desk.run(command, self, succeeded=self._is_back, failed=self._is_refused)

    def _is_back(self, _done: "Done") -> None:
        place = self.place
        self._read()
        self._offer_fields(place)
        self._show()
        self.ui.label_value.setText("已恢复。")
        self.put_back.emit()

    def _is_refused(self, error: Exception) -> None:
        self._show_what_acts()
        errors.tell(error, self)

    # ------------------------------------------------------------------ table and keys

    def _prepare_table(self) -> None:
        lines = self.ui.lines
        lines.setModel(self.model)
        lines.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        lines.setTabKeyNavigation(False)
        lines.setAlternatingRowColors(True)
        lines.setWordWrap(True)
        lines.verticalHeader().hide()
        lines.horizontalHeader().setStretchLastSection(True)
        lines.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate((140, 90, 160, 120)):
            lines.setColumnWidth(column, width)

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.put_back.clicked.connect(self.restore)
        self.ui.show_personal.clicked.connect(self.show_personal)
        self.ui.show_personal.setVisible(bool(self._personal()))
        QShortcut(QKeySequence(SHOW_KEYS), self).activated.connect(self.show_personal)
        self.ui.field.currentIndexChanged.connect(lambda _index: self._show())
        self.ui.lines.selectionModel().currentRowChanged.connect(lambda *_: self._show_what_acts())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.restore)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.ui.lines.setFocus()
        self.ui.lines.resizeRowsToContents()


def history_of_field(
    desk: Desk,
    kind: str,
    record_id: int,
    field: str,
    parent: QWidget | None = None,
    *,
    event_id: int | None = None,
) -> JournalView:
    """Open the history of one field of a record, or of a step of a request."""
    view = JournalView(desk, kind, record_id, parent, place=Place(field, event_id))
    view.open()
    return view
