"""One table of the official form, drawn as on paper: merged cells, borders, centred figures."""

from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from disclosure_desk.desk.models.grid_model import (
    CodeRole,
    ComparedRole,
    FaultyRole,
    GridModel,
    PlacedRole,
    SignedRole,
)
from disclosure_desk.statistics.grid import PlacedCell

_Index = QModelIndex | QPersistentModelIndex

# The page is paper in light and dark mode alike.
INK = QColor("#1a1a1a")
PAPER = QColor("#ffffff")
_LINE = QColor("#404040")
_CHOSEN = QColor("#d6e6fb")
_CHOSEN_FRAME = QColor("#1259b8")
_FAULTY = QColor("#fde7c2")
_FAULTY_MARK = QColor("#9a4a00")
_COMPARED = QColor("#4a4a4a")
_SIGNED = QColor("#8a1f11")
_SMALL = 0.78  # of the size of a figure
_PADDING = 3
_LOWEST_ROW = 26
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class PaperDelegate(QStyledItemDelegate):
    """Draws a printed cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.compares = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        placed: PlacedCell | None = index.data(PlacedRole)
        if placed is None:
            return
        painter.save()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        faulty = bool(index.data(FaultyRole))
        painter.fillRect(rect, _CHOSEN if chosen else _FAULTY if faulty else PAPER)
        self._lines(painter, rect, placed)
        painter.setPen(INK)
        painter.setFont(option.font)
        beside = self.lines_below(QFontMetrics(small(option.font)), rect.width(), index)
        upper = self._below(painter, rect, beside, option.font) if beside else rect
        text = _text(painter.fontMetrics(), upper, placed, index.data() or "")
        painter.drawText(_room(painter.fontMetrics(), upper, placed, text), _flags(placed), text)
        if faulty:
            painter.setPen(_FAULTY_MARK)
            painter.drawText(inner(rect), Qt.AlignmentFlag.AlignLeft, "！")
        if chosen:
            painter.setPen(QPen(_CHOSEN_FRAME, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _lines(self, painter: QPainter, rect: QRect, placed: PlacedCell) -> None:
        """Each cell draws its right and lower border, the first ones the outer border too.

        Filled, as the ground of the cells is: on a screen magnified to 150 % a drawn line would
        end up in the cell beside it, which then paints over it.
        """
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(rect.right(), top, 1, height, _LINE)
        painter.fillRect(left, rect.bottom(), width, 1, _LINE)
        if placed.row == 0:
            painter.fillRect(left, top, width, 1, _LINE)
        if placed.column == 0:
            painter.fillRect(left, top, 1, height, _LINE)

    def lines_below(self, metrics: QFontMetrics, width: int, index: _Index) -> list[str]:
        """What stands below a figure: what was signed, and the comparison when it is shown.

        The percentage stands beside the difference where the cell is wide enough.
        """
        lines: list[str] = []
        if signed := index.data(SignedRole):
            lines.append(f"签发{signed}")
        if self.compares:
            told = list(index.data(ComparedRole) or ())
            if len(told) > 2 and metrics.horizontalAdvance("　".join(told[1:])) < width - 6:
                told[1:] = ["　".join(told[1:])]
            lines += told
        return lines

    def _below(self, painter: QPainter, rect: QRect, lines: list[str], font: QFont) -> QRect:
        """Draw the small lines at the bottom of a cell; returns the room that is left."""
        painter.setFont(small(font))
        height = painter.fontMetrics().height()
        top = rect.bottom() - height * len(lines) - 1
        for number, line in enumerate(lines):
            painter.setPen(_SIGNED if line.startswith("签发") else _COMPARED)
            place = QRect(rect.left(), top + number * height, rect.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
        painter.setPen(INK)
        painter.setFont(font)
        return QRect(rect.left(), rect.top(), rect.width(), top - rect.top())


def small(font: QFont) -> QFont:
    """The type of what stands below a figure."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALL)
    return made


def inner(rect: QRect) -> QRect:
    """The room for the text of a cell."""
    return rect.adjusted(_PADDING, 2, -_PADDING, -2)


def _is_centred(placed: PlacedCell) -> bool:
    """Headings and figures are centred, labels begin at the left, merged group labels centred."""
    return placed.cell.kind != "label" or placed.cell.centred or placed.cell.rows > 1


def _wrap(placed: PlacedCell) -> Qt.TextFlag:
    """Words keep 、 and ） off the start of a line; a long figure breaks where it must."""
    is_figure = placed.cell.kind == "figure"
    return Qt.TextFlag.TextWrapAnywhere if is_figure else Qt.TextFlag.TextWordWrap


def _flags(placed: PlacedCell) -> int:
    side = Qt.AlignmentFlag.AlignHCenter if _is_centred(placed) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | _wrap(placed)


def _text(metrics: QFontMetrics, rect: QRect, placed: PlacedCell, text: str) -> str:
    """A merged label that needs several lines breaks after its numbering: （三）|不予公开."""
    is_short = metrics.horizontalAdvance(text) <= inner(rect).width()
    if placed.cell.kind != "label" or placed.cell.rows == 1 or is_short:
        return text
    return text.replace("）", "）\n", 1) if text.startswith("（") else text


def _room(metrics: QFontMetrics, rect: QRect, placed: PlacedCell, text: str) -> QRect:
    """Where a text goes: a centred one of several lines gets lines of like length, 结果|维持."""
    room = inner(rect)
    lines = round(metrics.boundingRect(room, _wrap(placed), text).height() / metrics.lineSpacing())
    if lines < 2 or not _is_centred(placed):
        return room
    for width in range(metrics.horizontalAdvance(text) // lines + 2, room.width()):
        margin = (room.width() - width) // 2
        narrow = room.adjusted(margin, 0, -margin, 0)
        height = metrics.boundingRect(narrow, _wrap(placed), text).height()
        if round(height / metrics.lineSpacing()) == lines:
            return narrow
    return room


class PaperTable(QTableView):
    """Shows a GridModel at its full height; arrows move from figure to figure, Enter opens one."""

    figure_chosen = Signal(str)
    figure_opened = Signal(str)
    edge_reached = Signal(int, int)  # up (-1) or down (1) out of the table, at this x

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = model.grid
        self._figures = [placed for placed in self._grid.cells if placed.cell.kind == "figure"]
        self._delegate = PaperDelegate(self)
        self._is_laid_out = False
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        for placed in self._grid.cells:
            if placed.cell.rows > 1 or placed.cell.columns > 1:
                self.setSpan(placed.row, placed.column, placed.cell.rows, placed.cell.columns)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; }")  # against the program's own sheet
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("统计表"))
        self.doubleClicked.connect(self._on_double_clicked)

    def compare(self, compares: bool) -> None:
        """Show or hide last year's figure and the difference below each figure."""
        self._delegate.compares = compares
        self.fit_rows()
        self.viewport().update()

    def fit_rows(self) -> None:
        """Give each row the height of its texts anew: what stands below the figures changed."""
        if self._is_laid_out:
            self._lay_out()

    def choose_nearest(self, *, to_x: int, from_below: bool) -> None:
        """Enter the table from its neighbour: the figure of the edge row that lies under x."""
        rows = [placed.row for placed in self._figures]
        row = max(rows) if from_below else min(rows)
        nearest = min(
            (placed for placed in self._figures if placed.row == row),
            key=lambda placed: abs(self._middle(placed) - to_x),
        )
        self.setCurrentIndex(self.model().index(nearest.row, nearest.column))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if code := current.data(CodeRole):
            self.figure_chosen.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if code := self.currentIndex().data(CodeRole):
                self.figure_opened.emit(code)
        elif key in _ARROWS and self._figures:
            self._move(*_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._figures:
            placed = self._figures[0 if key == Qt.Key.Key_Home else -1]
            self.setCurrentIndex(self.model().index(placed.row, placed.column))
        else:
            event.ignore()  # page keys and tab belong to the page

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if code := index.data(CodeRole):
            self.figure_opened.emit(code)

    def _move(self, down: int, right: int) -> None:
        here = self._at(self.currentIndex())
        if here is None:
            first = self._figures[0]
            self.setCurrentIndex(self.model().index(first.row, first.column))
            return
        if down:
            target = self._above_or_below(here, down)
        else:
            beside = [one for one in self._figures if one.row == here.row]
            place = beside.index(here) + right
            target = beside[place] if 0 <= place < len(beside) else None
        if target is not None:
            self.setCurrentIndex(self.model().index(target.row, target.column))
        elif down:
            self.edge_reached.emit(down, self._middle(here))

    def _above_or_below(self, here: PlacedCell, down: int) -> PlacedCell | None:
        rows = sorted({one.row for one in self._figures if (one.row - here.row) * down > 0})
        if not rows:
            return None
        row = rows[0 if down > 0 else -1]
        return min(
            (one for one in self._figures if one.row == row),
            key=lambda one: abs(self._middle(one) - self._middle(here)),
        )

    def _at(self, index: QModelIndex) -> PlacedCell | None:
        return index.data(PlacedRole) if index.isValid() else None

    def _middle(self, placed: PlacedCell) -> int:
        return self.visualRect(self.model().index(placed.row, placed.column)).center().x()

    def _lay_out(self) -> None:
        """Spread the columns over the width, and give each row the height of its texts."""
        self._is_laid_out = True
        widths = self._grid.widths
        room = self.viewport().width()
        edges = [round(room * part / sum(widths)) for part in accumulate(widths, initial=0.0)]
        for column in range(len(widths)):
            self.setColumnWidth(column, edges[column + 1] - edges[column])
        heights = self._heights(edges)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        self.setFixedHeight(sum(heights))

    def _heights(self, edges: list[int]) -> list[int]:
        metrics, smaller = QFontMetrics(self.font()), QFontMetrics(small(self.font()))
        heights = [_LOWEST_ROW] * self._grid.row_count
        for placed in sorted(self._grid.cells, key=lambda one: one.cell.rows):
            cell = placed.cell
            width = edges[placed.column + cell.columns] - edges[placed.column]
            index = self.model().index(placed.row, placed.column)
            room = inner(QRect(0, 0, width, 10_000))
            needed = metrics.boundingRect(room, _wrap(placed), str(index.data() or "")).height() + 8
            if cell.kind == "figure":
                below = self._delegate.lines_below(smaller, width, index)
                needed += smaller.height() * len(below)
            spanned = range(placed.row, placed.row + cell.rows)
            missing = needed - sum(heights[row] for row in spanned)
            if missing > 0:
                heights[spanned[-1]] += missing
        return heights
