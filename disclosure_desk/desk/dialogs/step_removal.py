"""Asks why a step of a request is taken away (删除步骤); without a reason it stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.forms.ui_removal import Ui_Removal
from disclosure_desk.desk.widgets.flow_keys import composing


class StepRemoval(QDialog):
    """Names the step and takes the reason."""

    wanted = Signal(str)  # the reason

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_Removal()
        self.ui.setupUi(self)
        self.setWindowTitle("删除步骤")
        self.ui.label_question.setText(f"删除“{name}”这一步？")
        self.ui.label_question.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.label_notes.setText(
            "步骤放进“编辑—回收站”，可以原样放回；内容和原因也保留在修改记录里。"
        )
        self.ui.reason.setPlaceholderText("如：登记到别的申请上了")
        self.ui.remove.setEnabled(False)
        self.ui.reason.edited.connect(
            lambda: self.ui.remove.setEnabled(self.ui.reason.value() is not None)
        )
        self.ui.leave.clicked.connect(self.reject)
        self.ui.remove.clicked.connect(self._remove)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._remove)

    def _remove(self) -> None:
        reason = self.ui.reason.value()
        if composing() or reason is None or not self.ui.remove.isEnabled():
            return
        self.wanted.emit(str(reason))
        self.accept()
