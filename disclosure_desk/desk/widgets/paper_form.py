"""The official form as a sheet of paper: title, tables below each other, signature line."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from disclosure_desk.desk.models.grid_model import CodeRole, GridModel
from disclosure_desk.desk.widgets.paper_table import INK, PAPER, PaperTable
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.edition import Edition, SheetLine

_SERIF = ["SimSun", "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC"]
_WIDEST = 900
_MARGIN = 22


class PaperForm(QScrollArea):
    """All printed tables of an edition; one figure in all of them is the chosen one."""

    figure_chosen = Signal(str)
    figure_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: list[PaperTable] = []
        self._models: list[GridModel] = []
        self._compares = False
        self.setWidgetResizable(True)
        self.setBackgroundRole(QPalette.ColorRole.Dark)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_edition(self, edition: Edition, *, title: str, lines: Mapping[str, str]) -> None:
        """Lay out the tables of an edition without figures. `lines` fill 【fields】 around them."""
        self._tables, self._models = [], []
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        sheet.setAutoFillBackground(True)
        sheet.setProperty("role", "paper")
        sheet.setPalette(_paper_palette(sheet.palette()))
        sheet.setBackgroundRole(QPalette.ColorRole.Window)
        sheet.setForegroundRole(QPalette.ColorRole.WindowText)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(_heading(title, points=4))
        _add_lines(column, edition.above, lines)
        titles = {id_: chapter.title for chapter in edition.chapters for id_ in chapter.grids}
        for grid in edition.grids:
            if grid_title := grid.title or titles.get(grid.id, ""):
                column.addSpacing(8)
                column.addWidget(_heading(grid_title, points=1))
            model = GridModel(grid, edition.cells)
            table = self._table(model)
            model.setParent(table)
            column.addWidget(table)
            self._models.append(model)
        _add_lines(column, edition.below, lines)
        column.addStretch(1)
        desk = QWidget()
        around = QHBoxLayout(desk)
        around.setContentsMargins(8, 8, 8, 8)
        around.addWidget(sheet, alignment=Qt.AlignmentFlag(0))
        self.setWidget(desk)
        self.compare(self._compares)

    def set_figures(
        self,
        figures: Mapping[str, Figure],
        *,
        previous: Mapping[str, Figure],
        faulty: frozenset[str],
        signed: Mapping[str, Figure] | None = None,
    ) -> None:
        """Fill in the figures; the chosen one stays chosen. See GridModel.set_figures."""
        for model, table in zip(self._models, self._tables, strict=True):
            model.set_figures(figures, previous=previous, faulty=faulty, signed=signed)
            table.fit_rows()

    def take_tab_place(self, *, after: QWidget, before: QWidget) -> None:
        """Let Tab go through the tables between two other widgets."""
        chain = [after, *self._tables, before]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def compare(self, compares: bool) -> None:
        """Show or hide the differences to last year."""
        self._compares = compares
        for table in self._tables:
            table.compare(compares)

    def choose(self, code: str, *, takes_focus: bool = False) -> None:
        """Choose a figure by its code and bring it into sight; unknown codes change nothing."""
        for table, model in zip(self._tables, self._models, strict=True):
            index = model.index_of(code)
            if index.isValid():
                table.setCurrentIndex(index)
                if takes_focus:
                    table.setFocus()

    def chosen(self) -> str:
        """The code of the chosen figure, or nothing."""
        for table in self._tables:
            if table.selectionModel().hasSelection():
                return str(table.currentIndex().data(CodeRole) or "")
        return ""

    def _table(self, model: GridModel) -> PaperTable:
        table = PaperTable(model)
        number = len(self._tables)
        self._tables.append(table)
        table.figure_chosen.connect(lambda code: self._on_chosen(number, code))
        table.figure_opened.connect(self.figure_opened)
        table.edge_reached.connect(lambda down, x: self._on_edge_reached(number, down, x))
        return table

    def _on_chosen(self, number: int, code: str) -> None:
        for place, table in enumerate(self._tables):
            if place != number:
                table.selectionModel().clear()
        table = self._tables[number]
        self._bring_into_sight(table, table.visualRect(table.currentIndex()))
        self.figure_chosen.emit(code)

    def _on_edge_reached(self, number: int, down: int, x: int) -> None:
        neighbour = number + down
        if 0 <= neighbour < len(self._tables):
            self._tables[neighbour].choose_nearest(to_x=x, from_below=down < 0)
            self._tables[neighbour].setFocus()

    def _bring_into_sight(self, table: PaperTable, rect: QRect) -> None:
        sheet = self.widget()
        if sheet is None:
            return
        corner = table.mapTo(sheet, rect.topLeft())
        middle = corner + QPoint(rect.width() // 2, rect.height() // 2)
        self.ensureVisible(middle.x(), middle.y(), rect.width() // 2 + 4, rect.height() // 2 + 30)


def _paper_palette(base: QPalette) -> QPalette:
    palette = QPalette(base)
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, PAPER)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, INK)
    return palette


def _heading(text: str, *, points: int) -> QLabel:
    label = QLabel(text)
    font = QFont(_SERIF)
    font.setPointSizeF(label.font().pointSizeF() + points)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _add_lines(column: QVBoxLayout, lines: Sequence[SheetLine], fields: Mapping[str, str]) -> None:
    for line in lines:
        row = QHBoxLayout()
        for piece in line.pieces:
            label = QLabel(filled(piece, fields))
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            if line.centred:
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row.addWidget(label)
        column.addLayout(row)


def filled(text: str, fields: Mapping[str, str]) -> str:
    """The text with each 【field】 that is known put in."""
    for name, value in fields.items():
        text = text.replace(f"【{name}】", value)
    return text
