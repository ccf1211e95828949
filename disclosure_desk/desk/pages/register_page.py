"""One register: its table, a search, and the ways into its forms."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

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
from disclosure_desk.desk.forms.ui_register_page import Ui_RegisterPage
from disclosure_desk.desk.models.register_model import RecordRole, RegisterModel
from disclosure_desk.desk.registers import REGISTERS, declared
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.indicators import indicator
from disclosure_desk.storage.row_source import RowSource, Wanted

if TYPE_CHECKING:
    from disclosure_desk.desk.models.register_answer import Answer
    from disclosure_desk.storage.row_source import Row

_FORMS: dict[str, Callable[[Desk, int | None, QWidget | None], RecordDialog]] = {
    "publication": PublicationEdit,
    "request": RequestEdit,
    "dispute": DisputeEdit,
    "indicator": IndicatorEdit,
}
_PAUSE_BEFORE_SEARCH_MS = 200
_ROW_HEIGHT = 26


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
        self._row = 0  # where the keys are; kept while other records are asked for
        self._saved_id: int | None = None
        self._search = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SEARCH_MS)
        wanted = Wanted(kind, self.register.sort, descending=True, year=desk.year)
        clocks = DueClocks(desk.today) if kind == "request" else None
        source = RowSource(desk.database, wanted, (), clocks)
        self.model = RegisterModel(
            source, self.register.columns, declared(kind), self, jobs=desk.jobs
        )
        self._prepare_table(self.ui.table)
        self.setFocusProxy(self.ui.table)
        self._connect()
        self.model.show_wanted(wanted)

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
        )

    def show_record(self, record_id: int) -> None:
        """Select a record; where the filters hide it, they are taken away."""
        wanted = self._wanted_now()
        bare = replace(wanted, query="", filters=())
        self.model.show_wanted(wanted, bare, replace(bare, year=None), record_id=record_id)

    def _show_saved(self, record_id: int) -> None:
        """Select what was just kept; the filters stay as they are, also when they hide it."""
        self._saved_id = record_id
        self.model.show_wanted(self._wanted_now(), record_id=record_id)

    def _on_answered(self, answer: "Answer") -> None:
        """Rows are here: show how many, and select the one that was looked for."""
        self._follow(answer.source.wanted)
        self._show_count(answer)
        row = answer.place if answer.place is not None else min(self._row, answer.count - 1)
        self._select_row(row)
        if self._saved_id is not None and answer.place is None:
            self.ui.label_scope.setText("刚保存的记录不在当前的年度或查找范围里")
        self._saved_id = None

    def _follow(self, wanted: "Wanted") -> None:
        """Let the search field and the tick say what is shown, without asking again."""
        if wanted.query == "" and self._wanted_now().query:
            with QSignalBlocker(self.ui.search):
                self.ui.search.clear()
        if wanted.year is None and not self.ui.all_years.isChecked():
            with QSignalBlocker(self.ui.all_years):
                self.ui.all_years.setChecked(True)

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
            return f"本年没有，其他年度有 {answer.in_other_years:,} {noun}，勾选“全部年度”查看。"
        if not wanted.query:
            return "没有符合筛选条件的记录，请去掉一个条件。"
        return f"没有找到“{wanted.query}”，请换一个词，或按 Esc 清除查找。"

    def _show_which_buttons_act(self) -> None:
        chosen = self.selected_id() is not None
        self.ui.change_record.setEnabled(chosen)
        self.ui.remove_record.setEnabled(chosen)

    def _prepare_table(self, table: QTableView) -> None:
        table.setModel(self.model)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        # Fixed, so that no row is asked for its height: only rows in view are ever fetched.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        for place, column in enumerate(self.register.columns):
            table.setColumnWidth(place, column.width)
            if column.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        sorts = [column.field for column in self.register.columns]
        header.setSortIndicator(sorts.index(self.register.sort), Qt.SortOrder.DescendingOrder)

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
        if row is None:
            return
        number = str(row.card.get("number") or row.card.get("dated_on") or "")
        name = str(self.model.index(index.row(), self.model.naming_column).data())
        words = " ".join(dict.fromkeys((number, name))).strip()
        Removal(self.desk, self.kind, row.id, words, self).open()

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
        form.saved.connect(self._show_saved)
        form.open()
        return form

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
        ui = self.ui
        ui.add_record.clicked.connect(self.add_record)
        ui.change_record.clicked.connect(self.change_record)
        ui.remove_record.clicked.connect(self.remove_record)
        ui.all_years.toggled.connect(lambda _on: self.reload())
        ui.search.textChanged.connect(lambda _text: self._search.start())
        self._search.timeout.connect(self.reload)
        ui.table.doubleClicked.connect(lambda _index: self.change_record())
        ui.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        ui.table.selectionModel().currentChanged.connect(self._on_current)
        self.model.answered.connect(self._on_answered)
        self.model.unanswered.connect(lambda error: errors.tell(error, self))
        self.model.came.connect(self._show_which_buttons_act)
        for keys, slot in (
            (Qt.Key.Key_Return, self.change_record),
            (Qt.Key.Key_Enter, self.change_record),
            (Qt.Key.Key_Delete, self.remove_record),
        ):
            shortcut = QShortcut(QKeySequence(keys), ui.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self.desk.changed.connect(self._on_changed)
        self.desk.year_changed.connect(lambda _year: self._reload_when_seen())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._row = index.row()
        self._show_which_buttons_act()

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        field = self.model.columns[column].field
        descending = order == Qt.SortOrder.DescendingOrder
        wanted = replace(self._wanted_now(), sort=field, descending=descending)
        self.model.show_wanted(wanted, record_id=self.selected_id())

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if self.kind in kinds:
            self._reload_when_seen()

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
