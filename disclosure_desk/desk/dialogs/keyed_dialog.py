"""A window in which keys do only what they say: Enter accepts nothing by itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton

from disclosure_desk.desk.screen_fit import make_room_for_words
from disclosure_desk.desk.widgets.flow_keys import composing


class KeyedDialog(QDialog):
    """Enter presses a button that has the keys; Esc leaves, but not out of a composition."""

    def showEvent(self, event: QShowEvent) -> None:
        """With large type or on a magnified screen the sentences take more lines."""
        super().showEvent(event)
        make_room_for_words(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and composing():
            event.accept()
        else:
            super().keyPressEvent(event)
