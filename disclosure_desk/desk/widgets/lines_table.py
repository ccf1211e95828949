"""A small list inside a form: whole lines are selected, Tab leaves it, it asks for little room."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from disclosure_desk.desk.models.lines_model import LinesModel


def show_whole_lines(table: QTableView) -> None:
    """One line is chosen at a time, Tab leaves the table, and rows are as high as the type."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
    table.horizontalHeader().setHighlightSections(False)


class LinesTable(QTableView):
    """Grows with the form that it stands in, but never makes it larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_whole_lines(self)

    def show_model(self, model: LinesModel, widths: Sequence[int], *, stretched: int) -> None:
        """Show these lines; one column takes the room that the others leave."""
        self.setModel(model)
        for column, width in enumerate(widths):
            if column == stretched:
                mode = QHeaderView.ResizeMode.Stretch
                self.horizontalHeader().setSectionResizeMode(column, mode)
            else:
                self.setColumnWidth(column, width)

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
