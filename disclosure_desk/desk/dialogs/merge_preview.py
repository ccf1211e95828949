"""Merges a hand-over package (并入交接包): all that it would change is shown before it does."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.finding_line import finding_lines, heaviest
from disclosure_desk.desk.forms.ui_merge_preview import Ui_MergePreview
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from disclosure_desk.commands.merge_words import MergeLine
    from disclosure_desk.commands.merging import Merged
    from disclosure_desk.records.merge_plan import Choice
    from disclosure_desk.records.package import Package

_CONFLICTS = ("登记簿", "登记", "栏目", "这里的", "交接包的", "保留")
_CONFLICT_WIDTHS = (120, 170, 110, 190, 190, 130)
_CHANGES = ("并入后", "登记簿", "登记", "栏目", "原来", "改为")
_CHANGE_WIDTHS = (64, 120, 270, 110, 160, 190)
_HERE, _THERE = "here", "there"
_KEPT = {_HERE: "这里的", _THERE: "交接包的"}
_SORTS = {"entered": "新增", "changed": "修改", "removed": "删除"}
_EMPTY = "（空）"


class MergePreview(KeyedDialog):
    """Conflicts field by field, each to be decided; below them all else that would change."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._path = desk, path
        self._is_in = False
        self._conflicts: list[MergeLine] = []
        self._choices: dict[Choice, str] = {}
        self.ui = Ui_MergePreview()
        self.ui.setupUi(self)
        self._conflict_lines = LinesModel(_CONFLICTS, self)
        self.ui.conflicts.show_model(self._conflict_lines, _CONFLICT_WIDTHS, stretched=4)
        self._change_lines = LinesModel(_CHANGES, self)
        self.ui.changes.show_model(self._change_lines, _CHANGE_WIDTHS, stretched=5)
        for label in (self.ui.label_file, self.ui.label_choice, self.ui.label_conflicts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._connect()
        fit_to_screen(self)
        self._look()

    # ------------------------------------------------------------------ looking

    def _look(self) -> None:
        """Check the file and show what it would change; nothing is written."""
        self.ui.label_file.setText(f"正在检查“{self._path.name}”…")
        self.ui.choose_other.hide()
        self.ui.take_in.setEnabled(False)
        self._choices.clear()
        self._show_lines([])
        job = self._desk.jobs.start(
            self._work(dry_run=True), succeeded=self._is_looked_at, failed=self._is_refused
        )
        show_stoppable(job, "正在核对交接包…", self)

    def _work(
        self, *, dry_run: bool, reason: str = ""
    ) -> "Callable[[Report], tuple[Package, Merged]]":
        desk, path, choices = self._desk, self._path, dict(self._choices)
        shown = {one.place for one in self._conflicts if one.place is not None}

        def work(report: Report) -> "tuple[Package, Merged]":
            from disclosure_desk.exchange.handing_over import merge_file

            if dry_run:
                return merge_file(desk.database, path, desk.actor, dry_run=True, report=report)
            return merge_file(
                desk.database,
                path,
                desk.actor,
                choices=choices,
                shown=shown,
                reason=reason,
                report=report,
            )

        return work

    def _is_looked_at(self, found: "tuple[Package, Merged]") -> None:
        package, merged = found
        self._show_lines(merged.lines)
        self._show_findings(merged)
        words = f"“{self._path.name}”：{package.head.made_by}在“{package.head.computer}”制作，"
        words += f"{package.head.span}，共{len(package.told):,}条记录。"
        if not merged.is_news:
            words += "里面没有新的内容，不需要并入。"
        elif merged.conflicts:
            words += "先看两边都改过的栏目，没有选定的保留较晚写下的。"
        else:
            words += "可以并入。"
        self.ui.label_file.setText(words)
        self.ui.take_in.setEnabled(merged.is_news)
        self.ui.choose_other.setVisible(not merged.is_news)
        if merged.conflicts:
            self.ui.conflicts.selectRow(0)
            self.ui.conflicts.setFocus()
        else:
            (self.ui.take_in if merged.is_news else self.ui.choose_other).setFocus()

    def _show_lines(self, lines: "list[MergeLine]") -> None:
        self._conflicts = [one for one in lines if one.place is not None]
        self._tell_conflicts()
        self._change_lines.set_rows(
            [
                (_SORTS[one.sort], one.register, one.record, one.field, one.here, one.there)
                for one in lines
                if one.place is None
            ]
        )
        number = self._change_lines.rowCount()
        told = f"{number:,}处" if number else "没有"
        self.ui.label_changes.setText(f"其他改动：{told}")
        for widget in (self.ui.conflicts, self.ui.keep_here, self.ui.keep_there):
            widget.setVisible(bool(self._conflicts))
        self.ui.label_choice.setVisible(bool(self._conflicts))

    def _tell_conflicts(self) -> None:
        self._conflict_lines.set_rows([self._told(one) for one in self._conflicts])
        number = len(self._conflicts)
        told = f"{number:,}处" if number else "没有"
        if number and not self._is_in:
            told += "，选中一行，按“保留这里的”（1）或“保留交接包的”（2）"
        self.ui.label_conflicts.setText(f"两边都改过而且不一样的栏目：{told}")

    def _told(self, one: "MergeLine") -> tuple[str, ...]:
        chosen = self._choices.get(one.place) if one.place is not None else None
        kept = f"{_KEPT[chosen]}（选定）" if chosen else f"{_KEPT[one.keeps]}（较晚）"
        return (one.register, one.record, one.field, one.here or _EMPTY, one.there or _EMPTY, kept)

    def _show_findings(self, merged: "Merged") -> None:
        self.ui.findings.setPlainText("\n".join(finding_lines(merged.findings)))
        self.ui.findings.setVisible(bool(merged.findings))
        mark(self.ui.findings, heaviest(merged.findings))

    # ------------------------------------------------------------------ choosing

    def _show_sides(self) -> None:
        """Who wrote either value, and when."""
        row = self.ui.conflicts.selected_row()
        for button in (self.ui.keep_here, self.ui.keep_there):
            button.setEnabled(row is not None and not self._is_in)
        if row is None or row >= len(self._conflicts):
            self.ui.label_choice.clear()
            return
        one = self._conflicts[row]
        self.ui.label_choice.setText(f"这里的由{one.by_here}写下，交接包的由{one.by_there}写下。")

    def _keep(self, side: str) -> None:
        row = self.ui.conflicts.selected_row()
        if row is None or self._is_in or composing():
            return
        place = self._conflicts[row].place
        assert place is not None
        self._choices[place] = side
        self._tell_conflicts()
        self.ui.conflicts.selectRow(min(row + 1, len(self._conflicts) - 1))
        self.ui.conflicts.setFocus()

    # ------------------------------------------------------------------ merging

    def _take_in(self) -> None:
        if not composing() and self.ui.take_in.isEnabled():
            self._merge("")

    def _merge(self, reason: str) -> None:
        self.ui.take_in.setEnabled(False)
        job = self._desk.jobs.start(
            self._work(dry_run=False, reason=reason),
            succeeded=self._is_merged,
            failed=self._ask_why,
            writing=True,
        )
        show_stoppable(job, "正在并入交接包…", self)

    def _ask_why(self, error: Exception) -> None:
        self._desk.ask_why(error, self._merge, self._is_refused)

    def _is_merged(self, found: "tuple[Package, Merged]") -> None:
        _, merged = found
        self._is_in = True
        self._show_findings(merged)
        self.ui.label_file.setText(
            f"“{self._path.name}”已并入；之前的数据已自动备份，需要时可以撤销这一步。"
        )
        self._tell_conflicts()
        self._show_sides()
        self.ui.leave.setText("关闭（Esc）")
        self.ui.leave.setFocus()
        if merged.done is not None:
            self._desk.changed.emit(merged.done.kinds, self)
            self._desk.backed_up.emit()
        self._desk.index_for_search(self._is_refused)

    def _is_refused(self, error: Exception) -> None:
        if self._is_in or not isinstance(error, KnownError):
            errors.tell(error, self)
            return
        self.ui.label_file.setText(f"没有并入。{error}")
        if not self._change_lines.rowCount() and not self._conflicts:
            for label in (self.ui.label_conflicts, self.ui.label_changes):
                label.clear()  # «没有» would say that the package was looked through
        self.ui.findings.hide()
        self.ui.choose_other.show()
        self.ui.choose_other.setFocus()

    def _choose_other(self) -> None:
        """Begin again with another file, or look at the same one anew."""
        chosen = file_choice.file_to_open(
            self, "并入交接包", folder=str(self._path.parent), filters=file_choice.PACKAGE_FILES
        )
        if chosen:
            self._path = Path(chosen)
            self._look()

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.take_in.clicked.connect(self._take_in)
        self.ui.choose_other.clicked.connect(self._choose_other)
        self.ui.keep_here.clicked.connect(lambda: self._keep(_HERE))
        self.ui.keep_there.clicked.connect(lambda: self._keep(_THERE))
        self.ui.conflicts.selectionModel().selectionChanged.connect(
            lambda *_rows: self._show_sides()
        )
        self.ui.conflicts.act_on({"1": lambda: self._keep(_HERE), "2": lambda: self._keep(_THERE)})
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take_in)
