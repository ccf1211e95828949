"""The table of the paste sheet: typed into and pasted into like a spreadsheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from disclosure_desk.desk.models.paste_model import STATE, Cell, PasteModel
from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.desk.widgets.text_line import TextLine

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_STATE_WIDTH, _WIDTH = 230, 120
_WIDE = {"title": 320, "content": 320, "channels": 150, "note": 160, "applicant_name": 140}


class PasteDelegate(QStyledItemDelegate):
    """A line for each cell, with the words that its field is known to hold."""

    def __init__(self, words_of: Callable[[str], Sequence[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._words_of = words_of

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        editor = TextLine(parent)
        editor.enter_moves_on = editor.arrows_move = False
        model = index.model()
        assert isinstance(model, PasteModel)
        field = model.columns[index.column() - 1].field
        editor.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        if field and (words := self._words_of(field)):
            editor.propose(words)
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The sheet of the look draws no grounds of cells by itself."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, TextLine)
        if editor.isModified():
            return  # the rows were checked meanwhile: what is being typed stays
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        assert isinstance(editor, TextLine)
        assert isinstance(model, PasteModel)
        model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the input method composes no key ends the cell; else Enter does so at once.

        Left to Qt, Enter waits for its event loop: by then the next key may have closed the cell.
        """
        if not isinstance(event, QKeyEvent) or not isinstance(watched, TextLine):
            return super().eventFilter(watched, event)
        if event.key() in _ENDING and watched.composing:
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(watched, event)


class PasteGrid(FlowKeys, QTableView):
    """Tab in the last cell opens a row; Ctrl+D, Ctrl+V, Delete and undo act on cells."""

    refused = Signal(str)
    enter_moves_on = False
    arrows_move = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setAccessibleName("要登记的行")
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.sheet_pasted: Callable[[str, str], bool] = lambda _text, _html: False

    def show_sheet(self, model: PasteModel, words_of: Callable[[str], Sequence[str]]) -> None:
        """Show a sheet; `words_of` tells what a field is known to hold."""
        self.setModel(model)
        self.setItemDelegate(PasteDelegate(words_of, self))
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._find_place)
        self._place = (0, STATE + 1)
        self._set_widths()
        self._put_keys(model.index(0, STATE + 1))

    @property
    def sheet(self) -> PasteModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, PasteModel)
        return model

    def place(self) -> Cell:
        """The cell that has the keys, counted as the model's own cells are."""
        index = self.currentIndex()
        return max(index.row(), 0), max(index.column() - 1, 0)

    def go_to(self, row: int, field: str = "") -> None:
        """Put the keys into a row, into the column of a field where there is one."""
        column = self.sheet.fields.index(field) + 1 if field in self.sheet.fields else STATE + 1
        index = self.sheet.index(row, column)
        self._put_keys(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_keys(self, index: QModelIndex) -> None:
        """Select this cell alone: left to itself, the view adds to the selection while Ctrl is
        held, as it is after Ctrl+V.
        """
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def chosen_rows(self) -> list[int]:
        """The rows in which a cell is selected."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def _set_widths(self) -> None:
        self.setColumnWidth(STATE, _STATE_WIDTH)
        for place, column in enumerate(self.sheet.columns, start=1):
            self.setColumnWidth(place, _WIDE.get(column.field or "", _WIDTH))

    def _remember_place(self) -> None:
        index = self.currentIndex()
        self._place = (max(index.row(), 0), max(index.column(), STATE + 1))

    def _find_place(self) -> None:
        row, column = self._place
        model = self.sheet
        self._set_widths()
        index = model.index(min(row, model.rowCount() - 1), min(column, model.columnCount() - 1))
        self._put_keys(index)

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a spreadsheet does with these keys; all others are those of a table."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.state() == QAbstractItemView.State.EditingState:
            if event.key() == Qt.Key.Key_Escape and self.hasFocus():
                self._end_cell()
            # What else the cell did not want itself, such as its Enter, ends it and no more.
        elif plain and event.key() == Qt.Key.Key_Tab and self._is_last(self.currentIndex()):
            self._open_row()
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.empty_cells()
        elif plain and event.key() in _ENTER:
            self._open_cell()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clipboard()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cells()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy_cells()
            self.empty_cells()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _end_cell(self) -> None:
        """Close a cell that stands open although the table has the keys, as after Alt+↓ on it."""
        editor = self.indexWidget(self.currentIndex())
        if editor is None:
            self.setState(QAbstractItemView.State.NoState)
        else:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _open_cell(self) -> None:
        """Type into the cell that has the keys; what is told of a row cannot be typed over."""
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A word goes into the cell that it opens.

        WORKAROUND for Qt 6: a text that is committed without having been composed, such as a
        full-width comma, opens the cell and is lost.
        """
        was_open = self.state() == QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        committed, editor = event.commitString(), QApplication.focusWidget()
        if not was_open and committed and isinstance(editor, TextLine) and not editor.isModified():
            editor.selectAll()
            editor.insert(committed)
            editor.setModified(True)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down; Tab from the last cell opens a row."""
        index = self.currentIndex()
        hints = QAbstractItemDelegate.EndEditHint
        if hint == hints.EditNextItem and self._is_last(index):
            super().closeEditor(editor, hints.NoHint)
            self._open_row()
        elif hint == hints.SubmitModelCache:
            super().closeEditor(editor, hints.NoHint)
            if index.row() + 1 < self.sheet.rowCount():
                self._put_keys(self.sheet.index(index.row() + 1, index.column()))
        else:
            super().closeEditor(editor, hint)

    def _is_last(self, index: QModelIndex) -> bool:
        model = self.sheet
        return (index.row(), index.column()) == (model.rowCount() - 1, model.columnCount() - 1)

    def _open_row(self) -> None:
        self.sheet.add_row()
        self._put_keys(self.sheet.index(self.sheet.rowCount() - 1, STATE + 1))

    # ------------------------------------------------------------------ cells

    def _cells(self) -> list[Cell]:
        """The selected cells of the sheet itself, in the order of reading."""
        return sorted(
            (index.row(), index.column() - 1)
            for index in self.selectedIndexes()
            if index.column() != STATE
        )

    def fill_down(self) -> None:
        """The uppermost selected cell of each column goes into those below it.

        With one cell, it takes what stands above it.
        """
        cells = self._cells()
        rows = self.sheet.rows
        filled: dict[Cell, str] = {}
        if len({row for row, _ in cells}) == 1:
            filled = {(row, column): rows[row - 1][column] for row, column in cells if row}
        else:
            top: dict[int, str] = {}
            for row, column in cells:
                filled[row, column] = top.setdefault(column, rows[row][column])
        self.sheet.set_cells("向下填充", filled)

    def empty_cells(self) -> None:
        """Empty the selected cells."""
        self.sheet.set_cells("清除", dict.fromkeys(self._cells(), ""))

    def copy_cells(self) -> None:
        """Copy the block that the selected cells span, as other programs read it."""
        cells = self._cells()
        if not cells:
            return
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        held = self.sheet.rows
        lines = ("\t".join(_quoted(held[row][column]) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste_clipboard(self) -> None:
        """Paste at the cursor; a table with headings goes where its headings say."""
        from disclosure_desk.exchange.pasted_table import pasted_rows
        from disclosure_desk.faults import Refusal

        text, html = copied_table()
        if self.sheet_pasted(text, html):
            return
        try:
            block = pasted_rows(text, html)
        except Refusal as refused:
            self.refused.emit(str(refused))
            return
        cells = self._cells()
        if len(block) == 1 and len(block[0]) == 1 and len(cells) > 1:
            self.sheet.set_cells("粘贴", dict.fromkeys(cells, block[0][0]))
        else:
            self.sheet.paste(self.place(), block)


def copied_table() -> tuple[str, str]:
    """Text and HTML of the clipboard; some platforms hold nothing at all where it is empty."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return ("", "") if mime is None else (mime.text(), mime.html())


def _quoted(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
