"""The recycle bin (回收站): what was removed, why and by whom, and the way back."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_recycle_bin import Ui_RecycleBin
from disclosure_desk.desk.journal_words import what_changed
from disclosure_desk.desk.lookups import departments_by_id, local_time
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.lines_table import show_whole_lines
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, shown
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.wording import folded
from disclosure_desk.storage.journal_batches import EVENT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.removed import Removed

_TITLES = ("title", "content", "request_number", "note")
_WIDTHS = (140, 160, 90, 110, 250)


class RecycleBin(QDialog):
    """Removed records, the newest first; the chosen one in full below, and put back by a key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._removed: Sequence[Removed] = ()
        self._shown: Sequence[Removed] = ()
        self._departments: Mapping[int, str] = {}
        self.ui = Ui_RecycleBin()
        self.ui.setupUi(self)
        self.model = LinesModel(("删除时间", "操作人", "类别", "编号", "内容", "删除原因"), self)
        self._prepare_table()
        self._connect()
        self.reload()
        self.ui.search.setFocus()

    def reload(self) -> None:
        """Look up anew what is in the bin."""
        self.ui.label_count.setText("正在查找……")
        self._desk.look_up(_in_the_bin, succeeded=self._on_found)

    def _on_found(self, answer: "tuple[list[Removed], dict[int, str]]") -> None:
        self._removed, self._departments = answer
        self._show()

    def _show(self) -> None:
        """Those that hold every word of the search."""
        words = folded(self.ui.search.text()).split()
        told = ((one, folded(self._told(one))) for one in self._removed)
        self._shown = [one for one, text in told if all(word in text for word in words)]
        row = max(self.ui.lines.currentIndex().row(), 0)
        self.model.set_rows([self._cells(one) for one in self._shown])
        count = len(self._shown)
        if not self._removed:
            self.ui.label_count.setText("回收站是空的")
        else:
            self.ui.label_count.setText(f"{count}条，最近删除的在前" if count else "没有找到")
        if count:
            self.ui.lines.setCurrentIndex(self.model.index(min(row, count - 1), 0))
        self._on_chosen(self.ui.lines.currentIndex())

    def _cells(self, one: "Removed") -> tuple[str, ...]:
        return (
            local_time(one.line.recorded_at),
            f"{one.line.actor}（{one.line.computer}）",
            KIND_LABELS.get(one.kind, "办理步骤"),
            one.number,
            _title(one),
            one.reason,
        )

    def _told(self, one: "Removed") -> str:
        # A hidden number is found by who knows it, and stays hidden.
        told = what_changed(one.line, self._departments, hides=False)
        return "\n".join((*self._cells(one), told))

    def _chosen(self) -> "Removed | None":
        row = self.ui.lines.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _on_chosen(self, _index: QModelIndex) -> None:
        one = self._chosen()
        self.ui.put_back.setEnabled(one is not None)
        words = "" if one is None else what_changed(one.line, self._departments)
        self.ui.details.setPlainText(words)

    # ------------------------------------------------------------------ putting back

    def put_back(self) -> None:
        """Put the chosen record back as it was."""
        one = self._chosen()
        if one is None or composing() or not self.ui.put_back.isEnabled():
            return
        self.ui.put_back.setEnabled(False)
        self._desk.run(
            partial(_put_back, place=(one.kind, one.record_id), desk=self._desk),
            self,
            succeeded=self._is_back,
            failed=self._is_refused,
        )

    def _is_back(self, done: "Done") -> None:
        hints = "".join(finding.message for finding in done.findings)
        self._desk.noticed.emit(f"已{done.step}。{hints}")
        self.reload()

    def _is_refused(self, error: Exception) -> None:
        self.ui.put_back.setEnabled(True)
        errors.tell(error, self)

    # ------------------------------------------------------------------ table and keys

    def _prepare_table(self) -> None:
        table = self.ui.lines
        table.setModel(self.model)
        table.setAlternatingRowColors(True)
        show_whole_lines(table)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        self.ui.splitter.setSizes([300, 180])

    def _find(self) -> None:
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.put_back.clicked.connect(self.put_back)
        self.ui.search.textChanged.connect(lambda _text: self._show())
        self.ui.lines.selectionModel().currentRowChanged.connect(self._on_chosen)
        for keys, slot in (
            ("Ctrl+Return", self.put_back),
            ("Ctrl+Enter", self.put_back),
            ("Ctrl+F", self._find),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)


def _title(one: "Removed") -> str:
    if one.kind == "indicator":
        return shown(FIELDS["indicator"]["indicator"], one.values.get("indicator"))
    if one.kind == EVENT:
        return f"{EVENT_KINDS[one.values['kind']].label}　{one.values.get('happened_on') or ''}"
    words = next((one.values[name] for name in _TITLES if one.values.get(name)), "")
    return " ".join(str(words).split())


def _in_the_bin(session: "Session") -> "tuple[list[Removed], dict[int, str]]":
    from disclosure_desk.storage.removed import removed_records

    return removed_records(session), departments_by_id(session)


def _put_back(session: "Session", *, place: tuple[str, int], desk: Desk) -> "Done":
    from disclosure_desk.commands.recycling import put_back

    return put_back(session, *place, today=desk.today())
