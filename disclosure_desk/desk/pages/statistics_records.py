"""The records behind a figure of the statistics page, and where each of them counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import Count, explained, told_in_html
from disclosure_desk.desk.models.entry_model import EntryModel, RecordRole
from disclosure_desk.desk.widgets.lines_table import row_height

if TYPE_CHECKING:  # loaded by the first count, not by the start of the program
    from PySide6.QtWidgets import QWidget

    from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
    from disclosure_desk.statistics.explain import Explanation
    from disclosure_desk.statistics.tally import Entry

_AROUND = 16  # the padding of a cell


class StatisticsRecords(QObject):
    """The list beside the form or the chart, and the explanation of the record chosen in it."""

    left = Signal()  # Esc: back to the figure

    def __init__(self, desk: Desk, ui: "Ui_StatisticsPage", page: "QWidget") -> None:
        super().__init__(page)
        self._desk, self._ui = desk, ui
        self._count: Count | None = None
        self._restated = ""  # why the chosen figure is not what was signed
        self._is_at_record = False
        self._entries = EntryModel(self)
        ui.records.setModel(self._entries)
        header = ui.records.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        ui.records.doubleClicked.connect(self._on_opened)
        ui.records.selectionModel().currentRowChanged.connect(self._on_chosen)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(key).activated.connect(
                lambda: self._on_opened(self._ui.records.currentIndex())
            )
        self._shortcut(Qt.Key.Key_Escape).activated.connect(self.left)

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        """A key that works while the list has the keyboard."""
        shortcut = QShortcut(QKeySequence(key), self._ui.records)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        return shortcut

    def show_count(self, count: Count) -> None:
        """Explain records by this count from now on."""
        self._count = count

    def show_entries(self, entries: "list[Entry]", *, goes_there: bool, restated: str = "") -> None:
        """List the records behind a figure or a bar; the chosen one stays chosen.

        `restated` says above the explanation of a record what was signed.
        """
        self._restated = restated
        chosen: Entry | None = self._ui.records.currentIndex().data(RecordRole)
        self._entries.set_rows(entries)
        self._fit_type()
        self._ui.label_records.setText(
            f"背后的记录(&J)：{len(entries)}条" if entries else "没有记录计入这个数字(&J)"
        )
        self._ui.explanation.setHtml(restated)
        if entries:
            row = self._entries.row_of(chosen.kind, chosen.id) if chosen else 0
            self._choose(max(row, 0))
            if goes_there:
                self._ui.records.setFocus()

    def _fit_type(self) -> None:
        """Numbers and dates are read whole, also in the larger type."""
        records, header = self._ui.records, self._ui.records.horizontalHeader()
        width = records.fontMetrics().horizontalAdvance("2025-10-10") + _AROUND
        for column in (0, 2):
            header.resizeSection(column, width)
        records.verticalHeader().setDefaultSectionSize(row_height(records))

    def _choose(self, row: int) -> None:
        index = self._entries.index(row, 0)
        self._ui.records.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    # ------------------------------------------------------------------ a record

    def _on_opened(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(RecordRole)
        if entry is not None:
            self.open_record(entry.kind, entry.id)

    def open_record(self, kind: str, id_: int) -> None:
        """Go to the form of a record; the list has the keys when the page is seen again."""
        self._is_at_record = True
        self._desk.open_record.emit(kind, id_)

    def come_back(self) -> None:
        """The page is seen again: the keys go back to the record that was opened from here."""
        if self._is_at_record:
            # After the window, which gives the keys to the page as a whole.
            self._is_at_record = False
            QTimer.singleShot(0, self._ui.records, self._ui.records.setFocus)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(RecordRole)
        if entry is None or self._count is None:
            return
        edition, period = self._count.edition, self._count.period
        self._desk.look_up(
            lambda session: explained(session, edition, period, entry),
            succeeded=self._on_explained,
        )

    def _on_explained(self, explanation: "Explanation") -> None:
        entry: Entry | None = self._ui.records.currentIndex().data(RecordRole)
        if entry is None or (entry.kind, entry.id) != (explanation.kind, explanation.record_id):
            return
        self._ui.explanation.setHtml(self._restated + told_in_html(entry, explanation))
