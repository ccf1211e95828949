"""What leaves the statistics page: a copy, the workbook of an interim table, a signed year."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import Count
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.table_text import compared_as_text
from disclosure_desk.statistics.edition import editions

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
    from disclosure_desk.desk.pages.statistics_page import StatisticsPage

_WORKBOOKS = ("Excel 工作簿 (*.xlsx)",)


class StatisticsHanding(QObject):
    """The buttons 复制, 导出 (of a part of the year; the menu exports a year) and 签发本年."""

    def __init__(self, desk: Desk, ui: "Ui_StatisticsPage", page: "StatisticsPage") -> None:
        super().__init__(page)
        self._desk, self._ui, self._page = desk, ui, page
        self._count: Count | None = None
        ui.export_table.hide()
        ui.sign_year.hide()
        ui.copy_table.clicked.connect(self._on_copy_asked)
        ui.export_table.clicked.connect(self._on_export_asked)
        ui.sign_year.clicked.connect(self._on_signing_asked)
        ui.checks.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))

    def show_count(self, count: Count) -> None:
        """Offer what can be done with a table: a year that has ended can be signed."""
        self._count = count
        period = count.period
        has_ended = period.is_year and period.last < self._desk.today()
        self._ui.export_table.setVisible(not period.is_year)
        self._ui.sign_year.setVisible(has_ended and count.edition.covers(period.year))
        words = self.tr("签发本年(&S)…") if count.closed is None else self.tr("重新开放(&S)…")
        self._ui.sign_year.setText(words)

    def _on_copy_asked(self) -> None:
        if self._count is not None:
            QGuiApplication.clipboard().setText(compared_as_text(self._count))
            self._page.say(self.tr("已复制全表，可以粘贴到 Excel 或 WPS。"))

    def _on_signing_asked(self) -> None:
        from disclosure_desk.desk.dialogs.closing_year import ClosingYear

        if self._count is not None:
            ClosingYear(self._desk, self._count, self._page).open()

    def _on_export_asked(self) -> None:
        """Ask for a file and write the table of the quarter or months into it."""
        from disclosure_desk.exchange.interim_export import interim_name

        if self._count is None or self._count.period.is_year:
            return
        name = interim_name(self._count.lines["单位名称"], self._count.period)
        folder = file_choice.folder_of(self._desk.database)
        chosen = file_choice.file_to_save(
            self._page, self.tr("导出本期表"), place=str(Path(folder) / name), filters=_WORKBOOKS
        )
        if chosen:
            self._export(Path(chosen), self._count)

    def _export(self, target: Path, count: Count) -> None:
        database, today = self._desk.database, self._desk.today()
        edition = editions()[count.edition.code]

        def work(_report: Report) -> Path:
            from disclosure_desk.exchange.interim_export import export_interim

            return export_interim(database, count.period, edition, target, today=today)

        job = self._desk.jobs.start(
            work, succeeded=self._on_exported, failed=lambda error: errors.tell(error, self._page)
        )
        show_progress(job, self.tr("正在导出{}统计表…").format(count.period.words), self._page)

    def _on_exported(self, path: Path) -> None:
        link = QUrl.fromLocalFile(str(path)).toString()
        told = self.tr("已导出并读回核对：")
        self._page.say(f'{told}<a href="{link}">{escape(path.name)}</a>')
