"""Search over all records (Ctrl+K): type a number, words or first letters, Enter opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_find_anywhere import Ui_FindAnywhere
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.lines_table import show_whole_lines
from disclosure_desk.records.cards import KIND_LABELS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.storage.find_anywhere import Found

_PAUSE_BEFORE_SEARCH_MS = 200
_FOUND = Qt.ItemDataRole.UserRole
_HEADINGS = ("登记簿", "编号", "名称", "日期")
_WIDTHS = (90, 140, 440, 100)
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FindAnywhere(QDialog):
    """A line and a list; the line keeps the keys, the arrows walk through the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._turn = 0  # an answer to an older question is old
        self._opens_when_found = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SEARCH_MS)
        self.ui = Ui_FindAnywhere()
        self.ui.setupUi(self)
        self._model = QStandardItemModel(0, len(_HEADINGS), self)
        self._model.setHorizontalHeaderLabels(list(_HEADINGS))
        self._prepare_table()
        self._connect()
        self._show([], "")
        self.ui.words.setFocus()

    # ------------------------------------------------------------------ searching

    def _ask(self) -> None:
        self._pause.stop()
        self._turn += 1
        turn, words = self._turn, self.ui.words.text().strip()

        def query(session: "Session") -> "tuple[int, str, list[Found]]":
            from disclosure_desk.storage.find_anywhere import find_anywhere

            return turn, words, find_anywhere(session, words)

        self._desk.look_up(query, succeeded=self._on_found)

    def _on_found(self, answer: "tuple[int, str, list[Found]]") -> None:
        turn, words, found = answer
        if turn == self._turn:
            self._show(found, words)
            if self._opens_when_found:
                self._opens_when_found = False
                self._open()

    def _show(self, found: "list[Found]", words: str) -> None:
        self._model.setRowCount(0)
        for one in found:
            told = (KIND_LABELS[one.kind], one.number, one.name, str(one.day or ""))
            items = [QStandardItem(" ".join(text.split())) for text in told]
            items[0].setData(one, _FOUND)
            for item in items:
                item.setToolTip(item.text())
            self._model.appendRow(items)
        if found:
            self.ui.found.setCurrentIndex(self._model.index(0, 0))
        self.ui.open_found.setEnabled(bool(found))
        self.ui.label_count.setText(_told(found, words))

    def _open(self) -> None:
        """Open the chosen record; while an answer is on its way, as soon as it is here."""
        if composing():
            return
        if self._pause.isActive():
            self._opens_when_found = True
            self._ask()
            return
        row = self.ui.found.currentIndex().row()
        if row >= 0:
            found: Found = self._model.item(row).data(_FOUND)
            self.accept()
            self._desk.open_record.emit(found.kind, found.id)

    # ------------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while the line has the keys."""
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed in _STEPS and not composing():
            self._step(Qt.Key(pressed))
            return True
        return super().eventFilter(watched, event)

    def _step(self, key: Qt.Key) -> None:
        rows = self._model.rowCount()
        if not rows:
            return
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10}.get(key, -10)
        row = min(max(self.ui.found.currentIndex().row() + by, 0), rows - 1)
        self.ui.found.setCurrentIndex(self._model.index(row, 0))

    def _prepare_table(self) -> None:
        table = self.ui.found
        table.setModel(self._model)
        table.setAlternatingRowColors(True)
        show_whole_lines(table)
        header = table.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        ui = self.ui
        ui.words.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._ask)
        ui.words.installEventFilter(self)
        ui.found.doubleClicked.connect(lambda _index: self._open())
        ui.open_found.clicked.connect(self._open)
        ui.leave.clicked.connect(self.reject)
        for place in (ui.words, ui.found):
            for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                shortcut = QShortcut(QKeySequence(keys), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(self._open)


def _told(found: "list[Found]", words: str) -> str:
    """How many there are, by register; a long list is only the newest of each."""
    from disclosure_desk.storage.find_anywhere import MOST_OF_A_KIND

    if not words:
        return "写编号、名称、申请人或内容里的字，或拼音首字母"
    if not found:
        return f"没有找到“{words}”"
    counts: dict[str, int] = {}
    for one in found:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    parts = [
        f"{KIND_LABELS[kind]} {number}{'（最近的）' if number >= MOST_OF_A_KIND else ''}"
        for kind, number in counts.items()
    ]
    return "找到：" + "、".join(parts)
