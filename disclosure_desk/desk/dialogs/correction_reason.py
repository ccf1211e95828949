"""Asks why figures of a signed year are corrected (更正原因); without a reason nothing is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.forms.ui_correction_reason import Ui_CorrectionReason
from disclosure_desk.desk.widgets.flow_keys import composing


class CorrectionReason(QDialog):
    """Says which years are touched and takes the reason."""

    given = Signal(str)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_CorrectionReason()
        self.ui.setupUi(self)
        self.ui.label_question.setText(question)
        self.ui.keep.setEnabled(False)
        self.ui.reason.edited.connect(
            lambda: self.ui.keep.setEnabled(self.ui.reason.value() is not None)
        )
        self.ui.leave.clicked.connect(self.reject)
        self.ui.keep.clicked.connect(self._keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep)
        self.ui.reason.setFocus()

    def _keep(self) -> None:
        reason = self.ui.reason.value()
        if composing() or reason is None:
            return
        self.accept()
        self.given.emit(str(reason))
