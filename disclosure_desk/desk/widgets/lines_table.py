"""A small list inside a form: whole lines are selected, Tab leaves it, it asks for little room."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from disclosure_desk.desk.models.lines_model import LinesModel

_NORMAL_POINTS = 10


def show_whole_lines(table: QTableView) -> None:
    """One line is chosen at a time, Tab leaves the table, and rows are as high as the type."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height(table))
    table.horizontalHeader().setHighlightSections(False)


def row_height(table: QTableView) -> int:
    """A line of type and the air around it."""
    return table.fontMetrics().height() + 8


class LinesTable(QTableView):
    """Grows with the form that it stands in, but never makes it larger."""

    _widths: tuple[int, ...] = ()  # for type of the normal size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_whole_lines(self)

    def show_model(self, model: LinesModel, widths: Sequence[int], *, stretched: int) -> None:
        """Show these lines; one column takes the room that the others leave."""
        self.setModel(model)
        self._widths = tuple(widths)
        mode = QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(stretched, mode)
        self._fit_type()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type takes more room, also when it is chosen while the list is in view."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_type()

    def _fit_type(self) -> None:
        larger = max(self.font().pointSizeF() / _NORMAL_POINTS, 1.0)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, round(width * larger))

    def act_on(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Keys that act only while the list has them."""
        for keys, slot in slots.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def selected_row(self) -> int | None:
        """The line that buttons act on."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].row() if chosen else None

    def sizeHint(self) -> QSize:
        return self.minimumSize()
