"""Asks for the password of an office: before it is opened, and when the desk was locked."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from disclosure_desk.desk.forms.ui_password_asked import Ui_PasswordAsked

# A slip of the finger costs nothing; from the third wrong try on each waits twice as long.
_FREE_TRIES = 2
_LONGEST_REST_SECONDS = 60
_WIDTH, _LEAST_MARGIN = 460, 14


class PasswordAsked(QDialog):
    """Tells what was typed by `given`; who hears it calls `accept`, or `refuse` with the reason."""

    given = Signal(str)
    left = Signal()

    def __init__(self, title: str, lead: str, leave: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_PasswordAsked()
        self.ui.setupUi(self)
        self.ui.label_title.setText(title)
        self.ui.label_lead.setText(lead)
        self.ui.label_notes.hide()
        self.ui.leave.setText(leave)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.give.clicked.connect(self.give)
        self._wrong = 0
        self._rest = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._count_down)
        self.ui.password.setFocus()

    def give(self) -> None:
        """Tell what was typed, unless a wrong try has to be waited out or is being looked at."""
        if self.ui.give.isEnabled() and self.ui.password.text():
            self._let_type(False)
            self.given.emit(self.ui.password.text())

    def refuse(self, words: str, *, counts: bool = True) -> None:
        """Say why not, and let it be tried again; wrong tries are slowed down (`counts`)."""
        self._wrong += counts
        self._words = words
        beyond = self._wrong - _FREE_TRIES
        self._rest = min(2**beyond, _LONGEST_REST_SECONDS) if counts and beyond > 0 else 0
        self._show_notes()
        if self._rest:
            self._clock.start()
        else:
            self._try_again()

    def reject(self) -> None:
        """Esc and the button leave; what that means is for whoever asked."""
        self.left.emit()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ui.leave.click() if self.ui.leave.hasFocus() else self.give()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _count_down(self) -> None:
        self._rest -= 1
        self._show_notes()
        if self._rest <= 0:
            self._clock.stop()
            self._try_again()

    def _show_notes(self) -> None:
        rest = f"请等{self._rest}秒再试。" if self._rest > 0 else ""
        self.ui.label_notes.setText(f"{self._words}{rest}")
        self.ui.label_notes.show()

    def _try_again(self) -> None:
        self._let_type(True)
        self.ui.password.clear()
        self.ui.password.setFocus()

    def _let_type(self, on: bool) -> None:
        self.ui.password.setEnabled(on)
        self.ui.give.setEnabled(on)


class LockedScreen(PasswordAsked):
    """Stands in place of all windows while the desk is locked; only the password takes it away."""

    def __init__(self, leave: Callable[[], bool]) -> None:
        super().__init__("已锁定", "输入密码后，回到锁定前的窗口，填写的内容都在。", "退出程序")
        self.setWindowTitle("信息公开工作台（已锁定）")
        self.setWindowFlags(Qt.WindowType.Window)
        self._leave = leave
        self._is_left = False
        self.ui.leave.clicked.disconnect()
        self.ui.leave.clicked.connect(self.close)
        self.ui.spacer_page.changeSize(
            0, self.fontMetrics().height(), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )
        self.ui.layout_page.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle of the screen, whatever its size."""
        aside = max((self.width() - _WIDTH) // 2, _LEAST_MARGIN)
        above = max(self.height() // 4, _LEAST_MARGIN)
        self.ui.layout_page.setContentsMargins(aside, above, aside, _LEAST_MARGIN)
        super().resizeEvent(event)

    def reject(self) -> None:
        """Esc does nothing; the button, and the cross of the window, leave the program."""

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_left or self._leave():
            self._is_left = True
            event.accept()
            return
        event.ignore()
        self.refuse("有填写的内容还没有保存，请先输入密码，保存后再退出。", counts=False)
