"""One register: its table, a search, and the ways into its forms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.dialogs.removal import Removal
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.due_clocks import DueClocks
from disclosure_desk.desk.filter_words import told
from disclosure_desk.desk.forms.ui_register_page import Ui_RegisterPage
from disclosure_desk.desk.kept_views import KeptFilter, keep_sort, kept_columns, kept_sort
from disclosure_desk.desk.live_refresh import LiveRefresh
from disclosure_desk.desk.models.register_model import RecordRole, RegisterModel
from disclosure_desk.desk.pages.register_actions import RegisterActions
from disclosure_desk.desk.register_view import HeldPlace, RegisterView
from disclosure_desk.desk.registers import REGISTERS, declared
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.keys_begin import KeysBegin
from disclosure_desk.records.confirmation import CONFIRMATION, ENDED_ON
from disclosure_desk.records.indicators import indicator
from disclosure_desk.storage.row_source import RowSource, Wanted

if TYPE_CHECKING:
    from disclosure_desk.desk.models.column import Column
    from disclosure_desk.desk.models.register_answer import Answer
    from disclosure_desk.storage.filters import Filter
    from disclosure_desk.storage.row_source import Row

_FORMS: dict[str, Callable[[Desk, int | None, QWidget | None], RecordDialog]] = {
    "publication": PublicationEdit,
    "request": RequestEdit,
    "dispute": DisputeEdit,
    "indicator": IndicatorEdit,
}
_PAUSE_BEFORE_SEARCH_MS = 200


class RegisterPage(QWidget):
    """The records of one kind in the year that is looked at, or in all years."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.register = REGISTERS[kind]
        self.title = self.register.title
        self.ui = Ui_RegisterPage()
        self.ui.setupUi(self)
        self.ui.search.setPlaceholderText(f"查找{self.register.searched}（Ctrl+F）")
        self._is_stale = False
        self._held: HeldPlace | None = None  # what is looked at while others' work is shown
        self._row = 0  # where the keys are; kept while other records are asked for
        self._saved_id: int | None = None
        self._filters: tuple[Filter, ...] = ()
        self._is_revealing = False  # filters may be taken away to show a record
        self._search = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SEARCH_MS)
        columns = self._columns()
        sort, descending = kept_sort(kind, columns)
        wanted = Wanted(kind, sort, descending=descending, year=desk.year)
        clocks = DueClocks(desk.today) if kind == "request" else None
        source = RowSource(desk.database, wanted, (), clocks)
        self._answered = wanted  # what the rows in view were asked for
        self.model = RegisterModel(source, columns, declared(kind), self, jobs=desk.jobs)
        self.view = RegisterView(self.ui.table, self.model, self)
        self.actions_on_list = RegisterActions(self)
        KeysBegin(self, self.ui.table)
        self._connect()
        self.model.show_wanted(wanted, columns=columns)

    # ------------------------------------------------------------------ showing

    def reload(self) -> None:
        """Ask for the records anew; the selected one stays selected."""
        self._is_stale = False
        self.model.show_wanted(self._wanted_now(), record_id=self.selected_id())

    def _wanted_now(self) -> "Wanted":
        return replace(
            self.model.wanted,
            year=None if self.ui.all_years.isChecked() else self.desk.year,
            query=self.ui.search.text().strip(),
            filters=self._filters,
        )

    def show_record(self, record_id: int) -> None:
        """Select a record; where the filters hide it, they are taken away."""
        wanted = self._wanted_now()
        bare = replace(wanted, query="", filters=())
        self._is_revealing = True
        self.model.show_wanted(wanted, bare, replace(bare, year=None), record_id=record_id)

    def show_saved(self, record_id: int) -> None:
        """Select what was just kept; the filters stay as they are, also when they hide it."""
        self._saved_id = record_id
        self.model.show_wanted(self._wanted_now(), record_id=record_id)

    def _on_answered(self, answer: "Answer") -> None:
        """Rows are here: show how many, and select the one that was looked for."""
        if self._is_revealing:
            self._is_revealing = False
            self._follow(answer.source.wanted)
        self.view.show_sorting(answer.source.wanted)
        self._show_count(answer)
        row = self._row_for(answer)
        held, self._held = self._held, None
        self._select_row(row)
        if held is not None:
            self.view.hold(held)
        if self._saved_id is not None and answer.place is None:
            self.tell("刚保存的记录不在当前的年度、筛选或查找范围里")
        self._saved_id = None

    def _row_for(self, answer: "Answer") -> int:
        """The record looked for; else the first of another list, or the one that moved up here."""
        is_another, self._answered = answer.source.wanted != self._answered, answer.source.wanted
        if answer.place is not None:
            return answer.place
        return min(0 if is_another else self._row, answer.count - 1)

    def _follow(self, wanted: "Wanted") -> None:
        """Let field, tick and conditions say what is shown, without asking again."""
        with QSignalBlocker(self.ui.search), QSignalBlocker(self.ui.all_years):
            if wanted.query != self.ui.search.text().strip():
                self.ui.search.setText(wanted.query)
            self.ui.all_years.setChecked(wanted.year is None)
        self._filters = wanted.filters
        self._show_conditions()

    # ------------------------------------------------------------------ conditions

    @property
    def filters(self) -> "tuple[Filter, ...]":
        """The conditions that are set, beside year and search."""
        return self._filters

    def as_kept(self) -> KeptFilter:
        """All that narrows the register now, without a name."""
        return KeptFilter(
            "", self._filters, self.ui.search.text().strip(), self.ui.all_years.isChecked()
        )

    def use_filter(self, kept: KeptFilter) -> None:
        """Set all that narrows the register, and ask anew."""
        with QSignalBlocker(self.ui.search), QSignalBlocker(self.ui.all_years):
            self.ui.search.setText(kept.query)
            self.ui.all_years.setChecked(kept.all_years)
        self.set_filters(kept.filters)

    def set_filters(self, filters: "Sequence[Filter]") -> None:
        """Set the conditions, and ask anew."""
        self._filters = tuple(filters)
        self._show_conditions()
        self.reload()

    def add_filter(self, one: "Filter") -> None:
        """Set one condition in place of others on the same field."""
        others = [other for other in self._filters if other.field != one.field]
        self.set_filters([*others, one])

    def _take_away(self, place: int) -> None:
        self.set_filters([one for n, one in enumerate(self._filters) if n != place])
        if not self._filters:
            self.ui.table.setFocus()

    def _show_conditions(self) -> None:
        self.ui.chips.show_conditions([told(self.kind, one) for one in self._filters])

    def tell(self, words: str) -> None:
        """Say something about the list in the line below it, until it is asked anew."""
        self.ui.label_scope.setText(words)

    def selected_id(self) -> int | None:
        """The record that the buttons act on."""
        return self.model.record_id(self._current_row())

    def _current_row(self) -> int:
        return self.ui.table.currentIndex().row()

    def _select_row(self, row: int) -> None:
        if row >= 0:
            index = self.model.index(row, max(self.ui.table.currentIndex().column(), 0))
            self.ui.table.setCurrentIndex(index)
            self.ui.table.scrollTo(index)
        self._show_which_buttons_act()

    def _show_count(self, answer: "Answer") -> None:
        noun, wanted = self.register.counted_in, answer.source.wanted
        found = "找到" if wanted.query or wanted.filters else "共"
        words = f"{found}{answer.count:,}{noun}"
        if answer.total is not None:
            unit = indicator(str(wanted.filters[0].values[0])).unit
            words += f"，合计 {answer.total:f} {unit}"
        self.ui.label_count.setText(words)
        year = wanted.year
        self.ui.label_scope.setText(
            "全部年度" if year is None else f"{year}年：{self.register.scope}"
        )
        self.ui.label_empty.setText("" if answer.count else self._what_to_do(answer))
        self.ui.label_empty.setVisible(not answer.count)

    def _what_to_do(self, answer: "Answer") -> str:
        """Below an empty table: how to begin, or where else there is something."""
        wanted = answer.source.wanted
        if not answer.in_all:
            return "还没有登记。按 Ctrl+N 登记第一条，或用“文件—导入台账”导入。"
        if answer.in_other_years:
            noun = self.register.counted_in
            elsewhere = f"其他年度有 {answer.in_other_years:,} {noun}"
            return f"本年没有，{elsewhere}，按 Alt+Q 勾选“全部年度”查看。"
        if not wanted.query:
            return "没有符合筛选条件的记录，请去掉一个条件。"
        return f"没有找到“{wanted.query}”，请换一个词，或按 Esc 清除查找。"

    def _show_which_buttons_act(self) -> None:
        chosen = self.selected_id() is not None
        self.ui.change_record.setEnabled(chosen)
        self.ui.remove_record.setEnabled(chosen)

    # ------------------------------------------------------------------ acting

    def add_record(self) -> None:
        """Open an empty form."""
        self._open(None)

    def change_record(self) -> None:
        """Open the form of the selected record."""
        if (record_id := self.selected_id()) is not None:
            self._open(record_id)

    def open_record(self, record_id: int) -> RecordDialog:
        """Select a record and open its form; returns the form."""
        self.show_record(record_id)
        return self._open(record_id)

    def remove_record(self) -> None:
        """Ask for the reason and remove the selected record."""
        index = self.ui.table.currentIndex()
        row: Row | None = self.model.data(index, RecordRole)
        if row is None or self.desk.person.only_looks:
            return
        number = str(row.card.get("number") or row.card.get("dated_on") or "")
        name = str(self.model.index(index.row(), self.model.naming_column).data())
        words = " ".join(dict.fromkeys((number, name))).strip()
        Removal(self.desk, self.kind, row.id, words, self).open()

    def confirm_record(self) -> None:
        """Open what is to be confirmed of the selected record."""
        if (record_id := self.selected_id()) is not None and self.kind in ENDED_ON:
            from disclosure_desk.desk.dialogs.confirm_record import ConfirmRecord

            ConfirmRecord(self.desk, self.kind, record_id, self).open()

    def show_journal(self) -> None:
        """Show what was changed in the selected record."""
        if (record_id := self.selected_id()) is not None:
            JournalView(self.desk, self.kind, record_id, self).open()

    def find_text(self) -> None:
        """Put the keys into the search field."""
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def _open(self, record_id: int | None) -> RecordDialog:
        form = _FORMS[self.kind](self.desk, record_id, self)
        form.saved.connect(self.show_saved)
        form.open()
        return form

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
        ui = self.ui
        ui.add_record.clicked.connect(self.add_record)
        ui.change_record.clicked.connect(self.change_record)
        ui.remove_record.clicked.connect(self.remove_record)
        ui.chips.taken_away.connect(self._take_away)
        ui.all_years.toggled.connect(lambda _on: self.reload())
        ui.search.textChanged.connect(lambda _text: self._search.start())
        self._search.timeout.connect(self.reload)
        ui.table.doubleClicked.connect(lambda _index: self.change_record())
        ui.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        ui.table.selectionModel().currentChanged.connect(self._on_current)
        ui.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.model.answered.connect(self._on_answered)
        self.model.unanswered.connect(lambda error: errors.tell(error, self))
        self.model.came.connect(self._show_which_buttons_act)
        for keys, slot in (
            (Qt.Key.Key_Return, self.change_record),
            (Qt.Key.Key_Enter, self.change_record),
            (Qt.Key.Key_Delete, self.remove_record),
            ("Ctrl+R", self.confirm_record),
        ):
            shortcut = QShortcut(QKeySequence(keys), ui.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        guard(self.desk, "WRITE", ui.add_record, ui.remove_record)
        self.desk.changed.connect(self._on_changed)
        self.desk.person.changed.connect(self._on_person_changed)
        self.desk.year_changed.connect(lambda _year: self._reload_when_seen())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._row = index.row()
        self._show_which_buttons_act()

    def _on_selection(self) -> None:
        """Rows that others changed waited while several were marked."""
        if self._is_stale and self.isVisible() and not self.view.has_several_marked():
            self._reload_in_place()

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        field = self.model.columns[column].field
        descending = order == Qt.SortOrder.DescendingOrder
        keep_sort(self.kind, field, descending=descending)
        wanted = replace(self._wanted_now(), sort=field, descending=descending)
        self.model.show_wanted(wanted, record_id=self.selected_id())

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        if kinds.isdisjoint({self.kind, CONFIRMATION}):
            return
        if isinstance(initiator, LiveRefresh) and self.isVisible():
            self._reload_in_place()
        else:
            self._reload_when_seen()

    def _columns(self) -> "tuple[Column, ...]":
        return kept_columns(
            self.kind, with_confirmation=self.kind in self.desk.person.confirmed_kinds
        )

    def _on_person_changed(self) -> None:
        """复核 comes and goes with what the office wants confirmed."""
        columns = self._columns()
        if {one.field for one in columns} != {one.field for one in self.model.columns}:
            self.model.show_wanted(
                self._wanted_now(), record_id=self.selected_id(), columns=columns
            )

    def _reload_in_place(self) -> None:
        """Show what others wrote without moving what is looked at; several marked rows stay."""
        if self.view.has_several_marked():
            self._is_stale = True  # once one row is chosen again
            return
        self._held = self.view.held_place()
        self.reload()

    def _reload_when_seen(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in view."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search field Esc empties it."""
        if event.key() == Qt.Key.Key_Escape and self.ui.search.hasFocus() and not composing():
            self.ui.search.clear()
            event.accept()
            return
        super().keyPressEvent(event)
