"""The editor of a report's chapter: fields drawn as such, findings underlined, 【 completes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from disclosure_desk.desk.colours import colour
from disclosure_desk.desk.widgets.field_offers import FieldOffer, FieldOffers
from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.statistics.text_marks import Kind, Mark, field_places

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOR_OFFERS = (*_ENTERS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_BEGUN = re.compile(r"【([^【】\n]{0,16})$")
_Line = QTextCharFormat.UnderlineStyle
# The kind of line says it too, not only its colour.
_LINES: dict[Kind, tuple[QTextCharFormat.UnderlineStyle, str]] = {
    "unknown": (_Line.WaveUnderline, "error_line"),
    "contradicts": (_Line.WaveUnderline, "error_line"),
    "phrase": (_Line.DashUnderline, "warning_line"),
    "parts": (_Line.DashUnderline, "warning_line"),
    "typed": (_Line.DotLine, "focus"),
}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with cursors that follow the text while it is typed into."""

    mark: Mark
    place: QTextCursor
    replaced: QTextCursor


class ReportEdit(FlowKeys, QPlainTextEdit):
    """Several lines of text with 【fields】.

    Ctrl+Enter or Ctrl+click on a field asks for its figure, Alt+Enter puts in what a mark
    proposes. No key acts while a word is being composed.
    """

    enter_moves_on = False
    arrows_move = False
    figure_wanted = Signal(str)  # the name of a field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self._known: frozenset[str] = frozenset()
        self._tell: Callable[[str], str] = lambda _name: ""
        self._placed: list[_Placed] = []
        self._offers = FieldOffers(self)
        self._offers.chosen.connect(self._complete)
        self.textChanged.connect(self._on_text_changed)

    # ------------------------------------------------------------------------ fields

    def set_fields(self, offers: Sequence[FieldOffer], tell: Callable[[str], str]) -> None:
        """The fields there are; `tell` says value and place of one, known or not."""
        self._known = frozenset(one.name for one in offers)
        self._tell = tell
        self._offers.set_offers(offers)
        self._draw()

    def insert_field(self, name: str) -> None:
        """Put a field in at the cursor."""
        self.insertPlainText(f"【{name}】")
        self._offers.hide()

    def field_at(self, cursor: QTextCursor) -> str:
        """The name of the field in which a cursor stands, its edges included."""
        text = self.toPlainText()
        at = len(_up_to(text, cursor.position()))
        return next((name for start, end, name in field_places(text) if start <= at <= end), "")

    def told_at_cursor(self) -> str:
        """What there is to say of the place of the cursor: its mark, else its field."""
        placed = self._placed_at(self.textCursor())
        if placed is not None:
            way = f"Alt+Enter 改为“{placed.mark.instead}”。" if placed.mark.instead else ""
            return f"{way}{placed.mark.message}"
        name = self.field_at(self.textCursor())
        return f"{self._tell(name)}（Ctrl+Enter 查看）" if name else ""

    # ------------------------------------------------------------------------- marks

    def set_marks(self, text: str, marks: Sequence[Mark]) -> None:
        """Show the marks found in this text; what was found in another one is out of date."""
        if text != self.toPlainText():
            return
        self._placed = [
            _Placed(
                mark,
                self._cursor(text, mark.start, mark.end),
                self._cursor(text, mark.from_, mark.to),
            )
            for mark in marks
        ]
        self._draw()

    def marks(self) -> list[Mark]:
        """The marks that are shown, in the order of the text."""
        return [one.mark for one in self._placed]

    def go_to(self, start: int, end: int) -> None:
        """Select a place of the text as it stands and put the keys there."""
        self.setTextCursor(self._cursor(self.toPlainText(), start, end))
        self.ensureCursorVisible()
        self.setFocus()

    def adopt_at_cursor(self) -> bool:
        """Put in what the mark at the cursor proposes, as one step that Ctrl+Z takes back."""
        placed = self._placed_at(self.textCursor())
        if placed is None or not placed.mark.instead or self.isReadOnly():
            return False
        self.setTextCursor(placed.replaced)
        self.insertPlainText(placed.mark.instead)
        self._offers.hide()
        return True

    def _placed_at(self, cursor: QTextCursor) -> _Placed | None:
        here = cursor.selectionStart(), cursor.selectionEnd()
        return next(
            (
                one
                for one in self._placed
                if one.place.selectionStart() <= here[0] and here[1] <= one.place.selectionEnd()
            ),
            None,
        )

    def _cursor(self, text: str, start: int, end: int) -> QTextCursor:
        """A selection; Qt counts in units of UTF-16, where rare characters take two."""
        cursor = self.textCursor()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _draw(self) -> None:
        text = self.toPlainText()
        drawn = []
        for start, end, name in field_places(text):
            look = QTextCharFormat()
            is_known = name in self._known
            look.setBackground(colour("chosen" if is_known else "error_ground"))
            drawn.append(self._selection(self._cursor(text, start, end), look))
        for one in self._placed:
            line, ink = _LINES[one.mark.kind]
            look = QTextCharFormat()
            look.setUnderlineStyle(line)
            look.setUnderlineColor(colour(ink))
            drawn.append(self._selection(one.place, look))
        self.setExtraSelections(drawn)

    def _selection(self, cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        return selection

    def changeEvent(self, event: QEvent) -> None:
        """Fields and marks wear the colours of the look: another look, other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    # -------------------------------------------------------------------- completion

    def _on_text_changed(self) -> None:
        # What was deleted or typed over is no mark any more.
        self._placed = [one for one in self._placed if one.place.hasSelection()]
        self._draw()
        begun = None if self.composing else _BEGUN.search(self._ahead())
        if begun and not self.isReadOnly() and self.hasFocus():
            self._offers.offer(begun[1], self.cursorRect())
        else:
            self._offers.hide()

    def _ahead(self) -> str:
        cursor = self.textCursor()
        return _up_to(cursor.block().text(), cursor.positionInBlock())

    def _complete(self, name: str) -> None:
        begun = _BEGUN.search(self._ahead())
        if begun is None:
            return
        cursor = self.textCursor()
        place = cursor.position()
        cursor.setPosition(place - _units(begun[0]))
        # Many input methods type both brackets at once.
        is_closed = self.document().characterAt(place) == "】"
        cursor.setPosition(place + is_closed, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"【{name}】")
        self._offers.hide()

    # -------------------------------------------------------------------------- keys

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab chooses among the fields offered, before it leaves the text."""
        return False if self._offers.is_open else super().focusNextPrevChild(next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString():
            self._offers.hide()
        super().inputMethodEvent(event)
        if event.commitString() and not event.preeditString():
            self._on_text_changed()  # the text changed while the word was still being composed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._offers.is_open and event.key() in _FOR_OFFERS and not event.modifiers():
            event.ignore()
            return
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTERS and keys == Qt.KeyboardModifier.ControlModifier:
            self._ask_for_figure(self.textCursor())
        elif event.key() in _ENTERS and keys == Qt.KeyboardModifier.AltModifier:
            self.adopt_at_cursor()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ask_for_figure(self.cursorForPosition(event.position().toPoint()))
            return
        super().mousePressEvent(event)

    def _ask_for_figure(self, cursor: QTextCursor) -> None:
        name = self.field_at(cursor)
        if name in self._known:
            self.figure_wanted.emit(name)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            placed, name = self._placed_at(cursor), self.field_at(cursor)
            told = [placed.mark.message] if placed else []
            told += [self._tell(name)] if name else []
            QToolTip.showText(event.globalPos(), "\n".join(told), self.viewport())
            return True
        return super().viewportEvent(event)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _up_to(text: str, units: int) -> str:
    """The start of a text that takes so many units of UTF-16."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
