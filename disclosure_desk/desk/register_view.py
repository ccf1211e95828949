"""The table of a register: rows of one height, columns that are moved, sized and kept."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from disclosure_desk.desk.kept_views import keep_columns
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.models.register_model import RegisterModel

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import Wanted

_PAUSE_BEFORE_KEEPING_MS = 400
_AROUND_A_LINE = 10


class HeldPlace(NamedTuple):
    """How far a list is scrolled, and where its row with the keys stands, if it is in sight."""

    scrolled: int
    top: int | None


class RegisterView(QObject):
    """Shows a model in a table and remembers what its user does with the headings."""

    def __init__(self, table: QTableView, model: RegisterModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self._is_laying_out = False
        self._laid_out: tuple[Column, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_KEEPING_MS)
        self._pause.timeout.connect(self.keep)
        self._prepare()
        header = table.horizontalHeader()
        header.sectionMoved.connect(lambda *_: self._begin_keeping())
        header.sectionResized.connect(lambda *_: self._begin_keeping())
        model.modelReset.connect(self._lay_out)
        self._lay_out()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as they are seen, from left to right, as wide as they are."""
        header = self._table.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(len(self._model.columns))]
        return tuple(self._as_wide(place) for place in places)

    def _as_wide(self, place: int) -> Column:
        column = self._model.columns[place]
        return column if column.stretches else column.with_width(self._table.columnWidth(place))

    def show_sorting(self, wanted: "Wanted") -> None:
        """Point to the column by which the rows are sorted; to none when it is not shown."""
        fields = [column.field for column in self._model.columns]
        place = fields.index(wanted.sort) if wanted.sort in fields else -1
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        header = self._table.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(place, down if wanted.descending else up)
        header.viewport().update()

    def keep(self) -> None:
        """Remember the columns as they are seen."""
        self._pause.stop()
        keep_columns(self._model.wanted.kind, self.columns)

    def held_place(self) -> HeldPlace:
        """Where the row with the keys stands in the window, and how far the list is scrolled."""
        table = self._table
        row = table.currentIndex().row()
        top = table.rowViewportPosition(row) if row >= 0 else -1
        is_seen = 0 <= top < table.viewport().height()
        return HeldPlace(table.verticalScrollBar().value(), top if is_seen else None)

    def hold(self, place: HeldPlace) -> None:
        """Let that row stand where it stood, or where it is out of sight, the list stay."""
        table, bar = self._table, self._table.verticalScrollBar()
        bar.setValue(place.scrolled)
        row = table.currentIndex().row()
        if place.top is not None and row >= 0:
            moved = table.rowViewportPosition(row) - place.top
            bar.setValue(bar.value() + round(moved / max(table.rowHeight(row), 1)))

    def selected_places(self) -> list[tuple[int, int]]:
        """First and last row of each stretch of selected rows, from top to bottom."""
        selection = self._table.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({(one.top(), one.bottom()) for one in ranges})

    def has_several_marked(self) -> bool:
        """Whether more than one row is selected."""
        places = self.selected_places()
        return len(places) > 1 or any(first != last for first, last in places)

    def _begin_keeping(self) -> None:
        if not self._is_laying_out:
            self._pause.start()

    def _lay_out(self) -> None:
        """Give new columns their widths and their natural order."""
        if self._laid_out == self._model.columns:
            return
        self._laid_out = self._model.columns
        self._is_laying_out = True
        header = self._table.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            header.moveSection(header.visualIndex(place), place)
            mode = QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Stretch if column.stretches else mode
            )
            if not column.stretches:
                self._table.setColumnWidth(place, column.width)
        self._is_laying_out = False

    def _prepare(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        # Fixed, so that no row is asked for its height: only rows in view are ever fetched.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        height = table.fontMetrics().height() + _AROUND_A_LINE
        table.verticalHeader().setDefaultSectionSize(height)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
