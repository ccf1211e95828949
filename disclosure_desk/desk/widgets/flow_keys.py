"""Keys that lead through a form, and that do nothing while the input method composes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object

_LEADING = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FlowKeys(_Base):
    """Stands before a Qt widget in the bases of a field.

    Enter and ↓ go to the next field, ↑ to the one before. Input methods usually swallow the
    keys of a composition, but not always: until it is committed, no such key acts.
    """

    composing = False
    enter_moves_on = True
    arrows_move = True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.composing = False
        if (
            self.composing
            and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and isinstance(event, QKeyEvent)
            and _acts(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = event.key()
        if plain and self.enter_moves_on and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
        elif plain and self.arrows_move and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and _writes(event):
            event.ignore()  # Alt+3 calls a page, or nothing where a form stands before it
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()


def _acts(event: QKeyEvent) -> bool:
    """Whether a key would lead away, command something or be one of F1 to F35."""
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return event.key() in _LEADING or is_function or bool(event.modifiers() & _COMMANDING)


def _writes(event: QKeyEvent) -> bool:
    """Whether a key alone would write a sign; arrows, with which lists open, do not."""
    return bool(event.text()) and event.text().isprintable()


def composing() -> bool:
    """Whether the field that has the keys is in the middle of a composition."""
    return bool(getattr(QApplication.focusWidget(), "composing", False))
