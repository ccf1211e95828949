"""Report and table of the year in view on paper: looked at, printed, or kept as PDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Report as Progress
from disclosure_desk.desk.print_words import PrintWords
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.widgets import paper_print
from disclosure_desk.desk.widgets.a4_paper import RESOLUTION, Paper, paint_pages, write_pdf
from disclosure_desk.desk.widgets.menu_button import give_menu
from disclosure_desk.desk.widgets.report_paper import (
    REPORT_MARGINS_MM,
    SHEET_MARGINS_MM,
    set_report,
    set_sheet,
)
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.report import Report


@dataclass(frozen=True, slots=True)
class YearOnPaper:
    """A year's report and figures, with what fills the lines around the table."""

    report: "Report"
    figures: Mapping[str, Figure]
    fields: Mapping[str, str]

    def title(self, *, of_table: bool) -> str:
        """The title, as files are named."""
        from disclosure_desk.statistics.fields import filled

        return filled(self.report.edition.title, self.fields) if of_table else self.report.title

    def fill(self, paper: Paper, *, of_table: bool, mark: str = "") -> None:
        """Set report or table onto paper."""
        if of_table:
            set_sheet(paper, self.report.edition, self.figures, self.fields)
        else:
            set_report(paper, self.report, self.figures, mark)


def margins(*, of_table: bool) -> QMarginsF:
    """Official letters leave more room than a table of its own needs."""
    return SHEET_MARGINS_MM if of_table else REPORT_MARGINS_MM


def year_on_paper(session: "Session", edition: Edition, year: int, today: date) -> YearOnPaper:
    """What is printed of a year, as it stands now."""
    from disclosure_desk.statistics.fields import office_fields
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.printing import shown
    from disclosure_desk.statistics.report import compose
    from disclosure_desk.statistics.tally import tally

    figures = tally(session, edition, Period.of_year(year))
    report = compose(session, edition, year, figures=figures, dated_on=today)
    fields = office_fields(session, year, dated_on=today)
    return YearOnPaper(report, figures, {name: shown(value) for name, value in fields.items()})


def write_year_pdf(made: YearOnPaper, path: Path, *, of_table: bool, mark: str = "") -> None:
    """Report or table as a PDF file. Raises Fault when it cannot be written."""
    write_pdf(
        path,
        made.title(of_table=of_table),
        partial(made.fill, of_table=of_table, mark=mark),
        margins(of_table=of_table),
    )


class ReportPrinting(QObject):
    """The menu 打印 of the report page."""

    def __init__(
        self, desk: Desk, button: QPushButton, edition: Callable[[], Edition], page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._edition = edition
        self._looked_at: QPrinter | None = None
        menu = QMenu(page)
        for words, step in (
            ("预览报告…", partial(self._compose, self._preview, of_table=False)),
            ("打印报告…", partial(self._compose, self._print, of_table=False)),
            ("报告存为 PDF…", partial(self._compose, self._keep, of_table=False)),
            ("预览统计表…", partial(self._compose, self._preview, of_table=True)),
            ("打印统计表…", partial(self._compose, self._print, of_table=True)),
            ("统计表存为 PDF…", partial(self._compose, self._keep, of_table=True)),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, step=step: step())
        give_menu(button, menu)

    def _compose(self, then: Callable[..., None], *, of_table: bool) -> None:
        edition, year, today = self._edition(), self._desk.year, self._desk.today()
        self._desk.look_up(
            lambda session: year_on_paper(session, edition, year, today),
            succeeded=partial(then, of_table=of_table),
        )

    def _printer(self, made: YearOnPaper, *, of_table: bool) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(RESOLUTION)
        printer.setDocName(made.title(of_table=of_table))
        size = QPageSize(QPageSize.PageSizeId.A4)
        upright = QPageLayout.Orientation.Portrait
        unit = QPageLayout.Unit.Millimeter
        printer.setPageLayout(QPageLayout(size, upright, margins(of_table=of_table), unit))
        return printer

    def _preview(self, made: YearOnPaper, *, of_table: bool) -> None:
        self._looked_at = self._printer(made, of_table=of_table)  # Qt does not keep it alive
        words = PrintWords.put_on()
        dialog = QPrintPreviewDialog(self._looked_at, self._page.window())
        dialog.finished.connect(words.take_off)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(f"预览：{made.title(of_table=of_table)}")
        dialog.resize(900, 680)
        for zoom in dialog.findChildren(QLineEdit):
            if isinstance(zoom.parent(), QComboBox):  # a field in a box: one padding is enough
                zoom.setStyleSheet("border: none; padding: 0;")
        dialog.paintRequested.connect(partial(_paint, made, of_table=of_table))
        dialog.open()

    def _print(self, made: YearOnPaper, *, of_table: bool) -> None:
        printer = self._printer(made, of_table=of_table)
        folder = file_choice.folder_of(self._desk.database)
        title = made.title(of_table=of_table)
        if not paper_print.choose_printer(printer, title, self._page.window(), folder=folder):
            return
        try:
            _paint(made, printer, of_table=of_table)
        except Fault as fault:
            errors.tell(fault, self._page.window())

    def _keep(self, made: YearOnPaper, *, of_table: bool) -> None:
        told = f"{'统计表' if of_table else '年度报告'}存为 PDF"
        folder, title = file_choice.folder_of(self._desk.database), made.title(of_table=of_table)
        chosen = paper_print.choose_pdf(title, self._page.window(), folder=folder, told=told)
        if not chosen:
            return
        path = Path(chosen)

        def work(_report: Progress) -> Path:
            write_year_pdf(made, path, of_table=of_table)
            return path

        job = self._desk.jobs.start(work, succeeded=self._on_kept)
        show_progress(job, f"正在写入“{path.name}”…", self._page.window())

    def _on_kept(self, path: Path) -> None:
        self._desk.noticed.emit(f"已存为“{path}”")


def _paint(made: YearOnPaper, printer: QPrinter, *, of_table: bool) -> None:
    dots = printer.resolution()
    paper = Paper(printer, dots)
    made.fill(paper, of_table=of_table)
    paper.finish()
    paint_pages(paper, printer, dots)
