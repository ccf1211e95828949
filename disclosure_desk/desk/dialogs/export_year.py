"""Hands over a year (导出): the filled table, the annual report and the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.finding_line import heaviest
from disclosure_desk.desk.folder_line import FolderLine
from disclosure_desk.desk.forms.ui_export_year import Ui_ExportYear
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.report_printing import write_year_pdf, year_on_paper
from disclosure_desk.desk.widgets.exported_files import ExportedFiles
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.row_fit import fit_rows
from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.edition import edition_for, editions
from disclosure_desk.storage.drafts import DraftCount, count_drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.commands.export_gate import Judged
    from disclosure_desk.exchange.export import Exported

_WEIGHTS = {"error": "须改正", "warning": "请核对", "hint": "提示"}
_HEADINGS = ("轻重", "核对结果", "情况说明")


class ExportYear(QDialog):
    """Asks for the folder, writes the files, and offers to open them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.ui = Ui_ExportYear()
        self.ui.setupUi(self)
        self.setWindowTitle(f"导出{desk.year}年")
        self._lead = f"导出{desk.year}年的统计表（.xlsx）、年度报告（.docx）和台账（.xlsx）。"
        self.ui.label_lead.setText(self._lead)
        for edition in editions().values():
            self.ui.edition.addItem(f"{edition.name}（{edition.source}）", edition.code)
        self._choose_edition()
        self._folder = FolderLine(self.ui.folder, self.ui.choose_folder, "导出到", desk.database)
        self.ui.folder.setText(str(Path(self._folder.near) / f"{desk.year}年导出"))
        self.ui.label_notes.hide()
        self._judged: list[Judged] = []
        self._lines = LinesModel(_HEADINGS, self)
        self.ui.findings.show_model(self._lines, (64, 420, 220), stretched=1)
        self.ui.findings.setWordWrap(True)
        widths_changed = self.ui.findings.horizontalHeader().sectionResized
        widths_changed.connect(lambda: fit_rows(self.ui.findings))
        self.ui.findings.selectionModel().currentRowChanged.connect(lambda: self._show_reason())
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

        def query(session: "Session") -> "tuple[str, list[Judged]]":
            from disclosure_desk.commands.export_gate import look_over

            return edition.code, look_over(session, edition, year, today=today)

        self._desk.look_up(query, succeeded=self._is_looked_over)
        self._desk.look_up(count_drafts, succeeded=self._tell_drafts)

    def _tell_drafts(self, found: DraftCount) -> None:
        """What was typed and is no record stands in no export: that is said before it leaves."""
        told = self._lead
        others = found.every - found.wanting
        counts = [f"{found.wanting}份待补草稿"] if found.wanting else []
        counts += [f"{others}份未保存的草稿"] if others else []
        if counts and self.ui.export_files.isEnabled():
            told += f"\n另有{'、'.join(counts)}不在导出内容里，请先补全保存。"
        if counts:
            self.ui.label_lead.setText(told)

    def _is_looked_over(self, answer: "tuple[str, list[Judged]]") -> None:
        code, judged = answer
        if code == self.ui.edition.currentData():
            self._show_findings(judged)

    def export_files(self) -> None:
        """Write the final files, unless something is wrong or not explained."""
        if composing() or not self.ui.export_files.isEnabled():
            return
        open_ones = [one for one in self._judged if one.is_open]
        if open_ones:
            wrong = sum(one.finding.severity == "error" for one in open_ones)
            told = [f"{wrong}处须改正"] if wrong else []
            if len(open_ones) > wrong:
                told.append(f"{len(open_ones) - wrong}处没有写明情况说明")
            self._tell(f"还有{'、'.join(told)}，不能导出正式的报告；可以先导出草稿。")
            self.ui.findings.selectRow(self._judged.index(open_ones[0]))
            (self.ui.findings if wrong else self.ui.reason).setFocus()
            return
        self._export(is_draft=False)

    def export_draft(self) -> None:
        """Write the files as they are, marked as a draft."""
        if not composing() and self.ui.export_files.isEnabled():
            self._export(is_draft=True)

    def _export(self, *, is_draft: bool) -> None:
        """Write the files behind the window."""
        self._folder.show_whole()
        folder = self.ui.folder.value()
        if folder is None:
            self._tell("请选择保存到哪个文件夹。")
            self.ui.folder.setFocus()
            return
        self._tell("")
        self.ui.export_files.setEnabled(False)
        job = self._desk.jobs.start(
            self._work(Path(str(folder)), is_draft=is_draft),
            succeeded=self._is_written,
            failed=self._is_refused,
        )
        show_stoppable(job, f"正在导出{self._desk.year}年的统计表、报告和台账…", self)

    def _work(self, folder: Path, *, is_draft: bool) -> "Callable[[Report], Exported]":
        desk, year, today = self._desk, self._desk.year, self._desk.today()
        edition = editions()[self.ui.edition.currentData()]
        personal, with_pdf = self.ui.personal.isChecked(), self.ui.pdf.isChecked()

        def work(report: Report) -> "Exported":
            from disclosure_desk.exchange.export import DRAFT, export_year

            exported = export_year(
                desk.database,
                year,
                edition,
                folder,
                personal=personal,
                actor=desk.actor,
                today=today,
                is_draft=is_draft,
                report=report,
            )
            if with_pdf:
                with desk.database.reading() as session:
                    made = year_on_paper(session, edition, year, today)
                for name in ("table", "report"):
                    path = exported.files[name].with_suffix(".pdf")
                    mark = DRAFT if is_draft else ""
                    write_year_pdf(made, path, of_table=name == "table", mark=mark)
                    exported.files[f"{name}_pdf"] = path
            return exported

        return work

    def _is_written(self, exported: "Exported") -> None:
        self.ui.export_files.setEnabled(True)
        self.ui.leave.setText("关闭（Esc）")
        self._lead = f"已导出{len(exported.files)}个文件，表格和报告都重新读出核对过。"
        self.ui.label_lead.setText(self._lead)
        self._files.show_files(list(exported.files.values()))
        for name in self._files.findChildren(QLabel):
            name.setWordWrap(True)  # a long name must not widen the dialog
        self._look_over()

    def _show_findings(self, judged: "Sequence[Judged]") -> None:
        self._judged = list(judged)
        row = max(self.ui.findings.currentIndex().row(), 0)
        self._lines.set_rows(
            [
                (_WEIGHTS[one.finding.severity], one.finding.message, one.reason)
                for one in self._judged
            ]
        )
        self.ui.findings.selectRow(min(row, len(self._judged) - 1))
        open_count = sum(one.is_open for one in self._judged)
        words = f"年度报告里请核对的地方：{len(self._judged)}处"
        if open_count:
            words += f"，其中{open_count}处改正或者写明情况说明后才能导出正式的报告"
        self.ui.label_findings.setText(words)
        mark(self.ui.findings, heaviest(one.finding for one in self._judged if one.is_open))
        for widget in (self.ui.label_findings, self.ui.findings):
            widget.setVisible(bool(self._judged))
        self._show_reason()
        self._fit_height()
        fit_rows(self.ui.findings)

    def _chosen(self) -> "Judged | None":
        row = self.ui.findings.currentIndex().row()
        return self._judged[row] if 0 <= row < len(self._judged) else None

    def _show_reason(self) -> None:
        """Only what may stand can be explained: an error has to be put right."""
        chosen = self._chosen()
        may_stand = chosen is not None and chosen.finding.severity == "warning"
        has_any = any(one.finding.severity == "warning" for one in self._judged)
        for widget in (self.ui.label_reason, self.ui.reason, self.ui.keep_reason):
            widget.setVisible(has_any)
            widget.setEnabled(may_stand)
        if not self.ui.reason.hasFocus() or (chosen is not None and chosen.reason):
            self.ui.reason.set_value(chosen.reason if chosen and may_stand else None)

    def _keep_reason(self) -> None:
        chosen, reason = self._chosen(), str(self.ui.reason.value() or "")
        if chosen is None or composing():
            return
        year, today, code = self._desk.year, self._desk.today(), self.ui.edition.currentData()
        actor, finding = self._desk.actor.name, chosen.finding

        def command(session: "Session") -> "Done":
            from disclosure_desk.commands.reporting import answer_findings

            told = [(finding, reason)]
            return answer_findings(session, year, code, told, today=today, actor=actor)

        self._desk.run(command, self, failed=self._is_refused)

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

    def _connect(self) -> None:
        self.ui.leave.clicked.connect(self.reject)
        self.ui.export_files.clicked.connect(self.export_files)
        self.ui.export_draft.clicked.connect(self.export_draft)
        self.ui.keep_reason.clicked.connect(self._keep_reason)
        self.ui.edition.currentIndexChanged.connect(lambda _index: self._look_over())
        self._desk.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.export_files)
