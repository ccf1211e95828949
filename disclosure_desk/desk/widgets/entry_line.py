"""The line of quick entry: proposals behind @ and #, and pasted rows handed on as rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from disclosure_desk.desk.widgets.text_line import TextLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARKS = {"@": "department", "＠": "department", "#": "category", "＃": "category"}
_MOST_OFFERED = 12
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class EntryLine(TextLine):
    """Enter, ↓ and Esc are told to the widget that it stands in."""

    entered = Signal()
    led_down = Signal()
    escaped = Signal()
    cells_pasted = Signal(str, str)  # text and HTML of a clipboard that holds a table
    enter_moves_on = False
    arrows_move = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_for: Callable[[str], Sequence[str]] = lambda _name: ()
        self._offers = QCompleter(QStringListModel(self), self)
        self._offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._popup.setAccessibleName("可选的科室和类别")
        self._offers.setPopup(self._popup)
        self._offers.setWidget(self)
        self._offers.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]  # the stubs know no overloads
        self.textEdited.connect(self._offer)

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Y in an untouched line are those of the records, as beside it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(one) for one in _UNDO)
            and not (self.text() or self.isUndoAvailable() or self.isRedoAvailable())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that mean something here; all others are those of a line."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if self._popup.isVisible() and plain and key in (*_ENTER, Qt.Key.Key_Tab):
            self._on_chosen(self._popup.currentIndex())
            self._popup.hide()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clipboard()
        elif plain and key in _ENTER:
            self.entered.emit()
        elif plain and key == Qt.Key.Key_Down and not self._popup.isVisible():
            self.led_down.emit()
        elif plain and key == Qt.Key.Key_Escape and not self._popup.isVisible():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Proposals give way to the window of the input method."""
        if event.preeditString():
            self._popup.hide()
        super().inputMethodEvent(event)

    # ------------------------------------------------------------------ pasting

    def paste_clipboard(self) -> None:
        """Paste one text into the line; rows and cells go where rows are entered."""
        mime = QGuiApplication.clipboard().mimeData()
        if not self._hand_on(mime):
            self.paste()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped is what could be pasted."""
        if self._hand_on(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu's 粘贴 does what the key does."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_clipboard)
        menu.popup(event.globalPos())

    def _hand_on(self, mime: QMimeData | None) -> bool:
        if mime is None:  # an empty clipboard on some platforms
            return False
        text, html = mime.text(), mime.html()
        is_table = "\t" in text or "\n" in text.strip() or "<table" in html.lower()
        if is_table:
            self.cells_pasted.emit(text, html)
        return is_table

    # ------------------------------------------------------------------ proposals

    def _offer(self, _text: str) -> None:
        _, typed = self._word()
        found: list[str] = []
        if typed[:1] in _MARKS and len(typed) > 1:
            # The tables of pinyin are read when the first name is looked for.
            from disclosure_desk.rules.pinyin import matches

            words = self.words_for(_MARKS[typed[0]])
            found = [one for one in words if matches(typed[1:], one)][:_MOST_OFFERED]
        if not found or found == [typed[1:]]:
            self._popup.hide()
            return
        model = self._offers.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(found)
        place = self.cursorRect()
        place.moveLeft(max(place.left() - self.fontMetrics().horizontalAdvance(typed), 0))
        place.setWidth(260)
        self._offers.complete(place)
        self._popup.setCurrentIndex(self._offers.completionModel().index(0, 0))

    def _word(self) -> tuple[int, str]:
        """Where the word before the cursor begins, and the word so far."""
        before = self.text()[: self.cursorPosition()]
        start = max((before.rfind(one) for one in " \t\u3000，,"), default=-1) + 1
        return start, before[start:]

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        start, typed = self._word()
        if typed[:1] in _MARKS:
            self.setSelection(start, len(typed))
            self.insert(f"{typed[0]}{index.data()} ")
