"""Asks for a password to be set, twice, and for the present one where there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.forms.ui_password_choice import Ui_PasswordChoice


class PasswordChoice(KeyedDialog):
    """Tells the present and the fresh password by `chosen`; either is empty if not asked for.

    Who hears it closes the form by `accept`, or calls `refuse` with the reason.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        title: str,
        lead: str,
        parent: QWidget | None = None,
        *,
        warning: str = "",
        asks_present: bool = False,
        shortest: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_PasswordChoice()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self._shortest = shortest
        self.ui.label_lead.setText(lead)
        self.ui.label_warning.setText(warning)
        self.ui.label_warning.setVisible(bool(warning))
        self.ui.label_notes.hide()
        for widget in (self.ui.label_present, self.ui.present):
            widget.setVisible(asks_present)
        fresh = (self.ui.label_fresh, self.ui.fresh, self.ui.label_again, self.ui.again)
        for widget in fresh:
            widget.setVisible(shortest > 0)
        self._lines = [
            line
            for line, asked in (
                (self.ui.present, asks_present),
                (self.ui.fresh, shortest > 0),
                (self.ui.again, shortest > 0),
            )
            if asked
        ]
        self.ui.shows.toggled.connect(self._show_typed)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.choose.clicked.connect(self.choose)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.choose)
        for line, following in zip(self._lines, self._lines[1:], strict=False):
            line.returnPressed.connect(following.setFocus)
        self._lines[-1].returnPressed.connect(self.choose)
        self._lines[0].setFocus()

    def choose(self) -> None:
        """Tell what was typed, once it can be a password and both are the same."""
        if not self.ui.choose.isEnabled():
            return
        fresh, again = self.ui.fresh.text(), self.ui.again.text()
        if any(not line.text() for line in self._lines):
            self._tell("请把每一栏都填上。", next(one for one in self._lines if not one.text()))
        elif self._shortest and len(fresh) < self._shortest:
            self._tell(f"密码太短，请用{self._shortest}个以上的字符。", self.ui.fresh)
        elif fresh != again:
            self._tell("两次输入的密码不一样，请再输入一次。", self.ui.again)
        else:
            self.ui.choose.setEnabled(False)
            self.chosen.emit(self.ui.present.text(), fresh)

    def refuse(self, words: str) -> None:
        """Say why not; what was typed stays."""
        self.ui.choose.setEnabled(True)
        self._tell(words, self._lines[0])

    def _tell(self, words: str, line: QLineEdit) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.show()
        line.setFocus()
        line.selectAll()

    def _show_typed(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for line in self._lines:
            line.setEchoMode(mode)
