"""Enter presses the button that has the keys, as Space does, in every window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SERVED = "button_keys_served"


class ButtonKeys(QObject):
    """Hears keys that no widget of a window wanted.

    No button here is autoDefault, so that Enter in a field never presses one; Qt then leaves
    Enter on a button itself to the window, which knows nothing to do with it, or, in a dialog,
    would press another button, the default one.
    """

    def serve(self, handle: QWindow | None) -> None:
        """Hear the window that has come to the front, from now on."""
        for window in QApplication.topLevelWidgets():
            if window.windowHandle() == handle and handle is not None:
                self.serve_window(window)

    def serve_window(self, window: QWidget) -> None:
        """Hear this window; once is enough."""
        if not window.property(_SERVED):
            window.setProperty(_SERVED, True)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        button = watched.focusWidget() if isinstance(watched, QWidget) else None
        if (
            event.key() in _ENTER
            and event.modifiers() in _PLAIN
            and isinstance(button, QAbstractButton)
            and button.isEnabled()
        ):
            button.click()
            return True
        return False
