"""The journal of the whole office (全部修改记录): what was removed can be read here too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_office_journal import Ui_OfficeJournal
from disclosure_desk.desk.journal_words import what_changed
from disclosure_desk.desk.lookups import departments_by_id, local_time
from disclosure_desk.desk.models.journal_model import JournalModel, RecordRole
from disclosure_desk.desk.widgets.lines_table import show_whole_lines
from disclosure_desk.storage.journal_reader import GROUPS, KINDS, journal_page, read_together

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.storage.journal_reader import JournalLine, Together

_PAGE = 200
_PAUSE_BEFORE_SEARCH_MS = 250
_FOUND_IN_FULL = 20


class OfficeJournal(QDialog):
    """Every line of the journal, newest first, a page at a time; the chosen one in full below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, page: int = _PAGE) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._page = desk, page
        self._departments: Mapping[int, str] = {}
        self._turn = 0  # counts what was asked: an answer to an older question is old
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SEARCH_MS)
        self.model = JournalModel(self)
        self.ui = Ui_OfficeJournal()
        self.ui.setupUi(self)
        self.ui.group.addItem("全部", "")
        for group in GROUPS:
            self.ui.group.addItem(KINDS[group], group)
        self._prepare_table()
        self._connect()
        self.reload()
        self.ui.search.setFocus()

    def reload(self) -> None:
        """Ask anew from the newest line on."""
        self.model.begin_anew()
        self.ui.details.clear()
        self.ui.label_count.setText("正在查找……")
        self._ask()

    def _ask(self) -> None:
        self._turn += 1
        turn, size, below = self._turn, self._page, self.model.lowest_id
        words, group = self.ui.search.text(), str(self.ui.group.currentData())

        def query(session: "Session") -> "tuple[int, list[JournalLine], dict[int, str]]":
            lines = journal_page(session, words=words, group=group, below=below, size=size)
            return turn, lines, departments_by_id(session)

        self._desk.look_up(query, succeeded=self._on_found)

    def _on_found(self, answer: "tuple[int, list[JournalLine], dict[int, str]]") -> None:
        turn, lines, self._departments = answer
        if turn != self._turn:
            return
        is_first = self.model.lowest_id is None
        self.model.add_page(lines, may_have_more=len(lines) == self._page)
        shown = self.model.rowCount()
        if not shown:
            self.ui.label_count.setText("没有找到修改记录")
        elif self.model.has_more:
            self.ui.label_count.setText(f"最近的{shown:,}条，向下滚动显示更早的")
        else:
            self.ui.label_count.setText(f"共{shown:,}条，最近的在前")
        if is_first and shown:
            self.ui.lines.setCurrentIndex(self.model.index(0, 0))

    def _on_line_chosen(self, index: QModelIndex) -> None:
        line: JournalLine | None = index.data(RecordRole)
        if line is None:
            return
        if line.entry.last_id is not None:
            self._tell(line, "正在读取……")
            self._ask_for_records(line)
        else:
            self._tell(line, what_changed(line.entry, self._departments))

    def _tell(self, line: "JournalLine", values: str) -> None:
        entry = line.entry
        head = f"{local_time(entry.recorded_at)}　{entry.actor}（{entry.computer}）　{entry.step}"
        name = f"{KINDS.get(entry.kind, entry.kind)} {line.name}".strip()
        self.ui.details.setPlainText("\n".join(filter(None, (head, name, "", values))))

    def _ask_for_records(self, line: "JournalLine") -> None:
        """A line that tells of many records is read when it is chosen, not before."""
        line_id, words = line.entry.id, self.ui.search.text()

        def query(session: "Session") -> "Together":
            return read_together(session, line_id, words)

        def show(together: "Together") -> None:
            chosen: JournalLine | None = self.ui.lines.currentIndex().data(RecordRole)
            if chosen is line:
                self._tell(line, self._together(together, words))

        self._desk.look_up(query, succeeded=show)

    def _together(self, together: "Together", words: str) -> str:
        """First in full what was looked for, then the names of all that were entered together."""
        told = []
        if together.found:
            told.append(f"符合“{' '.join(words.split())}”的有{len(together.found)}条：\n")
        for line in together.found[:_FOUND_IN_FULL]:
            told.append(f"{line.name}\n{what_changed(line.entry, self._departments)}\n")
        if len(together.found) > _FOUND_IN_FULL:
            told.append(f"（其余{len(together.found) - _FOUND_IN_FULL}条见下）\n")
        told.append(f"一并登记的{len(together.names)}条：")
        return "\n".join([*told, *together.names])

    def _prepare_table(self) -> None:
        table = self.ui.lines
        table.setModel(self.model)
        table.setAlternatingRowColors(True)
        show_whole_lines(table)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((140, 90, 90, 110, 220, 110)):
            table.setColumnWidth(column, width)
        self.ui.splitter.setSizes([330, 180])

    def _find(self) -> None:
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.reload)
        self.ui.group.currentIndexChanged.connect(lambda _index: self.reload())
        self.model.more_wanted.connect(self._ask)
        self.ui.lines.selectionModel().currentRowChanged.connect(self._on_line_chosen)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._find)
