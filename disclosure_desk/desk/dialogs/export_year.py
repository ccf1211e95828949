"""Hands over a year (导出): the filled table, the annual report and the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.finding_line import finding_lines, heaviest
from disclosure_desk.desk.forms.ui_export_year import Ui_ExportYear
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.widgets.exported_files import ExportedFiles
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.edition import edition_for, editions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from disclosure_desk.exchange.export import Exported
    from disclosure_desk.records.finding import Finding


class ExportYear(QDialog):
    """Asks for the folder, writes the files, and offers to open them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.ui = Ui_ExportYear()
        self.ui.setupUi(self)
        self.setWindowTitle(f"导出{desk.year}年")
        self.ui.label_lead.setText(
            f"导出{desk.year}年的统计表（.xlsx）、年度报告（.docx）和台账（.xlsx）。"
        )
        for edition in editions().values():
            self.ui.edition.addItem(f"{edition.name}（{edition.source}）", edition.code)
        self._choose_edition()
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        folder = desk.database.path.parent if desk.database.path else Path(documents)
        self.ui.folder.setText(str(folder / f"{desk.year}年导出"))
        self.ui.label_notes.hide()
        self._files = ExportedFiles(self)
        self.ui.layout_page.insertWidget(self.ui.layout_page.count() - 2, self._files)
        self._show_findings([])
        self._connect()
        self._look_over()
        self.ui.folder.setFocus()

    def _look_over(self) -> None:
        """Ask, behind the window, what to look at in the report before it leaves."""
        year, today = self._desk.year, self._desk.today()
        edition = editions()[self.ui.edition.currentData()]

        def query(session: "Session") -> "tuple[str, Sequence[Finding]]":
            from disclosure_desk.statistics.report import compose

            return edition.code, compose(session, edition, year, dated_on=today).findings

        self._desk.look_up(query, succeeded=self._is_looked_over)

    def _is_looked_over(self, answer: "tuple[str, Sequence[Finding]]") -> None:
        code, findings = answer
        if code == self.ui.edition.currentData():
            self._show_findings(findings)

    def export_files(self) -> None:
        """Write the three files behind the window."""
        folder = self.ui.folder.value()
        if composing() or not self.ui.export_files.isEnabled():
            return
        if folder is None:
            self._tell("请选择保存到哪个文件夹。")
            self.ui.folder.setFocus()
            return
        self._tell("")
        self.ui.export_files.setEnabled(False)
        job = self._desk.jobs.start(
            self._work(Path(str(folder))), succeeded=self._is_written, failed=self._is_refused
        )
        show_progress(job, f"正在导出{self._desk.year}年的统计表、报告和台账…", self)

    def _work(self, folder: Path) -> "Callable[[Report], Exported]":
        desk, year, today = self._desk, self._desk.year, self._desk.today()
        edition = editions()[self.ui.edition.currentData()]
        personal = self.ui.personal.isChecked()

        def work(_report: Report) -> "Exported":
            from disclosure_desk.exchange.export import export_year

            return export_year(
                desk.database,
                year,
                edition,
                folder,
                personal=personal,
                actor=desk.actor,
                today=today,
            )

        return work

    def _is_written(self, exported: "Exported") -> None:
        self.ui.export_files.setEnabled(True)
        self.ui.leave.setText("关闭（Esc）")
        self.ui.label_lead.setText(f"已导出{len(exported.files)}个文件，每个都重新读出核对过。")
        self._files.show_files(list(exported.files.values()))
        for name in self._files.findChildren(QLabel):
            name.setWordWrap(True)  # a long name must not widen the dialog
        self._show_findings(exported.findings)

    def _show_findings(self, findings: "Sequence[Finding]") -> None:
        self.ui.label_findings.setText(f"年度报告里请核对的地方：{len(findings)}处")
        self.ui.findings.setPlainText("\n".join(finding_lines(findings)))
        mark(self.ui.findings, heaviest(findings))
        for widget in (self.ui.label_findings, self.ui.findings):
            widget.setVisible(bool(findings))
        self._fit_height()

    def _fit_height(self) -> None:
        """Grow or shrink downwards only: the width stays as it is."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _is_refused(self, error: Exception) -> None:
        self.ui.export_files.setEnabled(True)
        errors.tell(error, self)

    def _choose_edition(self) -> None:
        """The edition in use for the year; the oldest where none was."""
        try:
            code = edition_for(self._desk.year).code
        except Refusal:
            code = min(editions().values(), key=lambda edition: edition.first_year).code
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(code))

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))

    def _on_changed(self, _kinds: frozenset[str], _initiator: object) -> None:
        self._look_over()

    def _choose_folder(self) -> None:
        chosen = file_choice.folder_to_use(self, "导出到", folder=self.ui.folder.text())
        if chosen:
            self.ui.folder.setText(chosen)

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.export_files.clicked.connect(self.export_files)
        self.ui.choose_folder.clicked.connect(self._choose_folder)
        self.ui.edition.currentIndexChanged.connect(lambda _index: self._look_over())
        self._desk.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.export_files)
