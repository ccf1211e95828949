"""Signs the table of a year, or opens a signed year again (签发, 重新开放); asks for the reason."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.commands.closing import close_year, reopen_year
from disclosure_desk.commands.done import Done
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.backup_keeping import backed_up
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import Count
from disclosure_desk.desk.dialogs.published_year import PublishedYear
from disclosure_desk.desk.finding_line import finding_lines
from disclosure_desk.desk.forms.ui_closing_year import Ui_ClosingYear
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ClosingYear(QDialog):
    """Says what is about to be fixed, or opened again, and does it with a reason."""

    def __init__(self, desk: Desk, count: Count, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._count = desk, count
        self._published: PublishedYear | None = None
        self.ui = Ui_ClosingYear()
        self.ui.setupUi(self)
        if count.closed is None:
            self._offer_signing()
        else:
            self._offer_reopening(count.closed.on, count.closed.by)
        guard(desk, "SIGN", self.ui.settle, self.ui.take_report)
        self.ui.settle.setEnabled(False)
        self.ui.reason.edited.connect(self._show_what_acts)
        self.ui.take_report.clicked.connect(self._choose_report)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.settle.clicked.connect(self._settle)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._settle)
        self.ui.reason.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its sentences are once they are set in lines of this width and type."""
        self._fit_sentences()
        super().showEvent(event)

    def _fit_sentences(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        seen = self.ui.findings.isVisibleTo(self)
        self.resize(self.width(), max(self.height(), needed) if seen else needed)

    def _offer_signing(self) -> None:
        count = self._count
        self.setWindowTitle(f"签发{count.period.words}统计表")
        self.ui.label_question.setText(
            f"签发{count.period.words}统计表（{count.edition.name}，{len(count.figures)}个数字）。"
        )
        lines = finding_lines(count.carried)
        self.ui.findings.setPlainText("\n".join(lines))
        for widget in (self.ui.label_findings, self.ui.findings):
            widget.setVisible(bool(lines))
        self.ui.label_notes.setText(
            "签发后，每个数字和它背后的记录都固定下来；以后更正登记，统计表上会标出签发数和今天的数。"
        )

    def _choose_report(self) -> None:
        """Ask for the published report of the year, and read it behind the window."""
        from disclosure_desk.desk.pages.check_page import REPORT_FILES

        year = self._count.period.year
        chosen = file_choice.file_to_open(
            self,
            f"选择{year}年已公布的报告",
            folder=file_choice.folder_of(self._desk.database),
            filters=REPORT_FILES,
        )
        if not chosen:
            return

        def work(_told: Report) -> PublishedYear:
            return PublishedYear.read(Path(chosen), year)

        self._desk.jobs.start(work, succeeded=self._offer_report, failed=self._is_refused)

    def _offer_report(self, published: PublishedYear) -> None:
        self._published = published
        year = self._count.period.words
        self.setWindowTitle(f"取用{year}已公布的报告")
        self.ui.label_question.setText(published.words)
        lines = finding_lines(published.findings)
        self.ui.label_findings.setText("报告的核对结果")
        self.ui.findings.setPlainText("\n".join(lines))
        for widget in (self.ui.label_findings, self.ui.findings):
            widget.setVisible(bool(lines))
        self.ui.label_reason.setText("取用说明 *")
        self.ui.reason.setPlaceholderText("如：2023年1月20日公布，张某某核对")
        self.ui.label_notes.setText("取用后记入修改记录；下一年的上年结转和上年数据与它核对。")
        self.ui.settle.setText("取用（Ctrl+Enter）")
        self.ui.reason.setFocus()
        self._fit_sentences()
        self._show_what_acts()

    def _show_what_acts(self) -> None:
        can = self._published is None or self._published.can_be_taken
        self.ui.settle.setEnabled(can and self.ui.reason.value() is not None)

    def _offer_reopening(self, on: str, by: str) -> None:
        year = self._count.period.words
        self.setWindowTitle(f"重新开放{year}统计表")
        self.ui.label_question.setText(f"{year}统计表已于{on}由{by}签发，现在重新开放。")
        for widget in (self.ui.label_findings, self.ui.findings, self.ui.take_report):
            widget.hide()
        self.ui.label_reason.setText("开放原因 *")
        self.ui.reason.setPlaceholderText("如：更正2025-003的办结日期，张某某批准")
        self.ui.label_notes.setText("签发过的数字保留在历史里；更正以后请再签发。")
        self.ui.settle.setText("重新开放（Ctrl+Enter）")

    def _settle(self) -> None:
        reason = self.ui.reason.value()
        if composing() or reason is None or not self.ui.settle.isEnabled():
            return
        self.ui.settle.setEnabled(False)
        self._desk.run(
            self._command(str(reason)), self, succeeded=self._is_done, failed=self._is_refused
        )

    def _command(self, reason: str) -> "Callable[[Session], Done]":
        count, today = self._count, self._desk.today()
        year, edition = count.period.year, count.edition
        if self._published is not None:
            return backed_up(self._published.command(year, reason, today))
        if count.closed is None:
            return backed_up(
                lambda session: close_year(session, edition, year, reason, today=today)
            )
        return lambda session: reopen_year(session, year, reason, today=today)

    def _is_done(self, _done: Done) -> None:
        self._desk.backed_up.emit()
        self.accept()

    def _is_refused(self, error: Exception) -> None:
        self._show_what_acts()
        errors.tell(error, self)
