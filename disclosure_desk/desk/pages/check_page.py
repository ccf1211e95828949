"""核查汇总: finished reports of any office, checked as supervisors do, and added up."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.checked_report import CheckedReport
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_check_page import Ui_CheckPage
from disclosure_desk.desk.jobs import Cancelled, Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.sum_view import SumView
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.keys_begin import KeysBegin

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.exchange.finished.many import CheckedFile

_HEADINGS = ("单位", "年度", "格式", "须改正", "请核对", "提示", "上年", "文件")
_WIDTHS = (150, 48, 84, 58, 58, 48, 44, 120)
_READABLE = (".docx", ".docm", ".xlsx", ".xlsm", ".pdf", ".html", ".htm", ".xhtml", ".shtml")
REPORT_FILES = (f"年度报告和统计表 ({' '.join(f'*{one}' for one in _READABLE)})", "所有文件 (*)")


class CheckPage(QWidget):
    """Reads files behind the window; nothing here changes a register."""

    title = "核查汇总"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files: list[CheckedFile] = []
        self._previous: dict[Path, Path] = {}
        self._rules_off: dict[str, str] = {}
        self.ui = Ui_CheckPage()
        self.ui.setupUi(self)
        self.setAcceptDrops(True)
        self._lines = LinesModel(_HEADINGS, self, figures=(3, 4, 5))
        self.ui.files.show_model(self._lines, _WIDTHS, stretched=0)
        self.ui.splitter.setSizes([640, 540])
        self._shown = CheckedReport(self.ui, self)
        self._shown.show_file(None)
        self._sum = SumView(desk, self.ui, self)
        self._connect()
        KeysBegin(self, self.ui.files)
        self._show_what_acts()
        self.reload()

    @property
    def files(self) -> "Sequence[CheckedFile]":
        """What was read, in the order of the list."""
        return self._files

    def reload(self) -> None:
        """Ask which rules are off and which units are due; check anew if that changed."""
        self._desk.look_up(_settings, succeeded=self._on_settings)

    def _connect(self) -> None:
        ui = self.ui
        self._desk.changed.connect(self._on_changed)
        ui.choose_files.clicked.connect(self.choose_files)
        ui.choose_previous.clicked.connect(self._choose_previous)
        ui.remove_file.clicked.connect(self._remove_file)
        ui.choose_rules.clicked.connect(self._choose_rules)
        ui.choose_units.clicked.connect(self._choose_units)
        ui.write_sum.clicked.connect(self._sum.write)
        ui.files.selectionModel().currentRowChanged.connect(lambda: self._show_chosen())
        ui.files.act_on({"Delete": self._remove_file, "Return": self._shown.take_keys})
        for keys, step in (
            ("F6", self._shown.go_next),
            ("Shift+F6", self._shown.go_back),
            ("F8", self._shown.take_keys),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: None if composing() else step())

    # ------------------------------------------------------------------- files in and out

    def choose_files(self) -> None:
        """Ask for one file or many, and read them."""
        chosen = file_choice.files_to_open(
            self,
            "选择年度报告",
            folder=file_choice.folder_of(self._desk.database),
            filters=REPORT_FILES,
        )
        self.read([Path(one) for one in chosen])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files that are not in the list yet; those that are, are read anew."""
        if not paths:
            return
        wanted = list(dict.fromkeys(paths))

        def work(told: Report) -> "list[CheckedFile]":
            from disclosure_desk.exchange.finished.many import read_many

            return read_many(wanted, told)

        job = self._desk.jobs.start(work, succeeded=self._on_read, failed=self._on_stopped)
        show_stoppable(job, f"正在读取{len(wanted)}份报告…", self.window())

    def _on_read(self, read: "list[CheckedFile]") -> None:
        anew = {one.path for one in read}
        first = len([one for one in self._files if one.path not in anew])
        self._check([*(one for one in self._files if one.path not in anew), *read], row=first)

    def _on_stopped(self, error: Exception) -> None:
        from disclosure_desk.desk import errors

        if not isinstance(error, Cancelled):
            errors.tell(error, self.window())

    def _check(self, files: "list[CheckedFile]", *, row: int = -1) -> None:
        """Check what was read, on another thread; then choose a row, or the one chosen before."""
        chosen, off = dict(self._previous), set(self._rules_off)
        wanted = max(self.ui.files.currentIndex().row(), 0) if row < 0 else row

        def work(_told: Report) -> "tuple[int, list[CheckedFile]]":
            from disclosure_desk.exchange.finished.many import check_many

            return wanted, check_many(files, chosen=chosen, rules_off=off)

        self._desk.jobs.start(work, succeeded=self._on_checked)

    def _on_checked(self, answer: "tuple[int, list[CheckedFile]]") -> None:
        row, self._files = answer
        self._lines.set_rows([_line(one) for one in self._files])
        if self._files:
            self.ui.files.selectRow(min(row, len(self._files) - 1))
        self._show_chosen()
        self._sum.show_files(self._files)
        self._show_what_acts()

    def _choose_previous(self) -> None:
        row = self.ui.files.currentIndex().row()
        if not 0 <= row < len(self._files):
            return
        chosen = file_choice.file_to_open(
            self,
            "选择上年报告",
            folder=str(self._files[row].path.parent),
            filters=REPORT_FILES,
        )
        if chosen:
            self._previous[self._files[row].path] = Path(chosen)
            known = {one.path for one in self._files}
            if Path(chosen) in known:
                self._check(list(self._files))
            else:
                self._read_previous(Path(chosen))

    def _read_previous(self, path: Path) -> None:
        """Last year's file is read as well, but does not join the list of reports."""
        files = list(self._files)
        previous, off = dict(self._previous), set(self._rules_off)
        row = max(self.ui.files.currentIndex().row(), 0)

        def work(told: Report) -> "tuple[int, list[CheckedFile]]":
            from disclosure_desk.exchange.finished.many import check_many, read_many

            (read,) = read_many([path], told)
            if read.report is None:
                from disclosure_desk.faults import Refusal

                raise Refusal(read.reason)
            checked = check_many([*files, read], chosen=previous, rules_off=off)
            return row, checked[:-1]

        self._desk.jobs.start(work, succeeded=self._on_checked)

    def _remove_file(self) -> None:
        row = self.ui.files.currentIndex().row()
        if 0 <= row < len(self._files):
            gone = self._files.pop(row)
            self._previous.pop(gone.path, None)
            self._check(list(self._files), row=row)

    def _show_chosen(self) -> None:
        row = self.ui.files.currentIndex().row()
        self._shown.show_file(self._files[row] if 0 <= row < len(self._files) else None)
        self._show_what_acts()

    def _show_what_acts(self) -> None:
        for widget in (self.ui.choose_previous, self.ui.remove_file):
            widget.setEnabled(self.ui.files.currentIndex().isValid() and bool(self._files))
        self.ui.write_sum.setEnabled(any(one.report for one in self._files))

    # ---------------------------------------------------------------- rules and units

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if kinds & {"rule_off", "subordinate_unit"}:
            self.reload()

    def _on_settings(self, kept: "tuple[dict[str, str], list[tuple[str, bool]]]") -> None:
        off, units = kept
        self._sum.set_units(units)
        if off != self._rules_off:
            self._rules_off = off
            if self._files:
                self._check(list(self._files))

    def _choose_rules(self) -> None:
        from disclosure_desk.desk.dialogs.rule_choice import RuleChoice

        RuleChoice(self._desk, self.window()).open()

    def _choose_units(self) -> None:
        from disclosure_desk.desk.dialogs.subordinate_units import SubordinateUnits

        SubordinateUnits(self._desk, self.window()).open()

    # ------------------------------------------------------------------ dropping and keys

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(_dropped(event))

    def event(self, event: QEvent) -> bool:
        """Ctrl+O is this page's here, before the menu that opens another office has it."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_open(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_open(event):
            self.choose_files()
            return
        super().keyPressEvent(event)


def _is_open(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Open)


def _dropped(event: QDropEvent) -> list[Path]:
    """The files that are dropped; folders give the reports in them."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.iterdir())
            found += [one for one in inside if one.suffix.lower() in _READABLE]
        else:
            found.append(path)
    return found


def _line(one: "CheckedFile") -> tuple[str, ...]:
    if one.report is None:
        return ("没有读出", "", "", "", "", "", "", one.path.name)
    edition = one.report.edition
    return (
        one.report.unit or "单位不明",
        str(one.report.year or "不明"),
        edition.name if edition else "没有表格",
        *(str(one.count(severity)) for severity in ("error", "warning", "hint")),
        "有" if one.previous else "",
        one.path.name,
    )


def _settings(session: "Session") -> "tuple[dict[str, str], list[tuple[str, bool]]]":
    from disclosure_desk.commands.reporting import rules_off, subordinates

    return rules_off(session), subordinates(session)
