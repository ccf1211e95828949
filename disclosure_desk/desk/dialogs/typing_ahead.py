"""What is typed while a form is being saved waits for what stands there next."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from disclosure_desk.desk.dialogs.form_part import FormPart

_TYPED = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)


class TypingAhead(FormPart):
    """Works for one form: a fast typist begins the next record before the last one is kept.

    Left to themselves, these keys would go into the record that is on its way to the disk, and
    be gone with it when the next one takes its place.
    """

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self._typed: list[QKeyEvent | QInputMethodEvent] = []

    def hold(self) -> None:
        """A save begins: what is typed from now on waits."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def release(self) -> None:
        """The save has ended, and what comes next stands there: type into that.

        What was typed for a form that is closed now was typed for nothing, and is seen nowhere.
        """
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        typed, self._typed = self._typed, []
        for event in typed:
            target = QApplication.focusWidget() or self._form.focusWidget()
            if target is not None and self._form.isVisible():
                QApplication.sendEvent(target, event)

    def forget(self) -> None:
        """The save ended in a question: what was typed ahead must not answer it."""
        self._typed = []
        self.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TYPED or not isinstance(watched, QWidget):
            return False
        if watched is not self._form and not self._form.isAncestorOf(watched):
            return False
        if isinstance(event, QKeyEvent):
            self._typed.append(event.clone())
        elif isinstance(event, QInputMethodEvent):
            self._typed.append(_copied(event))
        event.accept()
        return True


def _copied(event: QInputMethodEvent) -> QInputMethodEvent:
    copied = QInputMethodEvent(event.preeditString(), event.attributes())
    copied.setCommitString(
        event.commitString(), event.replacementStart(), event.replacementLength()
    )
    return copied
