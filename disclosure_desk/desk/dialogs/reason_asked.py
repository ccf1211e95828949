"""Asks for a reason (原因) before something is done; without one it is not."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.forms.ui_reason_asked import Ui_ReasonAsked
from disclosure_desk.desk.icons import icon
from disclosure_desk.desk.widgets.flow_keys import composing


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the form for what it is asked about."""

    title: str
    label: str  # of the reason: «删除原因»
    example: str
    notes: str  # what becomes of it
    act: str  # on the button
    icon: str


class ReasonAsked(QDialog):
    """Says what is asked about and takes the reason; Ctrl+Enter goes on with it."""

    given = Signal(str)

    def __init__(self, question: str, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ReasonAsked()
        self.ui.setupUi(self)
        self.setWindowTitle(wording.title)
        self.ui.label_question.setText(question)
        self.ui.label_question.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.label_reason.setText(f"{wording.label} *")
        self.ui.reason.setPlaceholderText(wording.example)
        self.ui.label_notes.setText(wording.notes)
        self.ui.act.setText(wording.act)
        self.ui.act.setIcon(icon(wording.icon))
        self.ui.act.setEnabled(False)
        self.ui.reason.edited.connect(
            lambda: self.ui.act.setEnabled(self.ui.reason.value() is not None)
        )
        self.ui.leave.clicked.connect(self.reject)
        self.ui.act.clicked.connect(self._on_act)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_act)
        self.ui.reason.setFocus()

    def _on_act(self) -> None:
        reason = self.ui.reason.value()
        if composing() or reason is None or not self.ui.act.isEnabled():
            return
        self.go_on(str(reason))

    def go_on(self, reason: str) -> None:
        """Close, and tell the reason."""
        self.accept()
        self.given.emit(reason)
