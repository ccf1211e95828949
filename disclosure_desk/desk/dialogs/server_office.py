"""Asks for the address of an office's database on a server (打开服务器上的单位数据库)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.forms.ui_server_office import Ui_ServerOffice
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.storage.recent import recent_offices

_NEEDED = (
    ("host", "请填写服务器的名称或地址。"),
    ("database", "请填写数据库名。"),
    ("user", "请填写账号。"),
)
_HIGHEST_PORT = 65_535


class ServerOffice(KeyedDialog):
    """Filled with the server opened last, but never with a password: that is kept nowhere."""

    chosen = Signal(str)  # the address, with the password where one was typed

    def __init__(self, place: str = "", problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ServerOffice()
        self.ui.setupUi(self)
        self._fill(place or next((one for one in recent_offices() if "://" in one), ""))
        self._tell(problem)
        for name in ("host", "port", "database", "user"):
            getattr(self.ui, name).textEdited.connect(self._unmark)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.connect_to.clicked.connect(self.connect_to)
        bind_keys(self, ("Ctrl+Return", self.connect_to), ("Ctrl+Enter", self.connect_to))
        empty = [name for name, _ in _NEEDED if not self._text(name)]
        getattr(self.ui, empty[0] if empty else "password").setFocus()

    def _fill(self, place: str) -> None:
        from disclosure_desk.storage.server_address import parts_of

        url = parts_of(place) if place else None
        if url is None:
            return
        socket = url.query.get("host")
        told = {"host": url.host or socket, "database": url.database, "user": url.username}
        for name, value in told.items():
            getattr(self.ui, name).setText(str(value or ""))
        self.ui.port.setText(str(url.port or ""))

    def _text(self, name: str) -> str:
        line: QLineEdit = getattr(self.ui, name)
        return line.text().strip()

    def connect_to(self) -> None:
        """Hand the address over; what is missing or no port is said here."""
        for name, words in _NEEDED:
            if not self._text(name):
                self._refuse(name, words)
                return
        told = self._text("port")
        port = int(told) if told.isascii() and told.isdigit() else 0
        if told and not 0 < port <= _HIGHEST_PORT:
            self._refuse("port", f"端口“{told}”不对，应为1到{_HIGHEST_PORT}的数字，一般是5432。")
            return
        from disclosure_desk.storage.server_address import USUAL_PORT, address_of

        place = address_of(
            self._text("host"),
            port or USUAL_PORT,
            self._text("database"),
            self._text("user"),
            self.ui.password.text(),
        )
        self.accept()
        self.chosen.emit(place)

    def _refuse(self, name: str, words: str) -> None:
        widget: QLineEdit = getattr(self.ui, name)
        mark(widget, "error", words)
        self._tell(words)
        widget.setFocus()

    def _unmark(self) -> None:
        for name in ("host", "port", "database", "user"):
            mark(getattr(self.ui, name), "", "")
        self._tell("")

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))
