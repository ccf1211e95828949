"""What is found in a period's table and in the records it counts, each with a jump to its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import Count
from disclosure_desk.desk.models.findings_model import FindingLine, FindingsModel, LineRole
from disclosure_desk.desk.models.grid_model import printed
from disclosure_desk.desk.widgets.row_fit import wrap_cells
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.naming import named

if TYPE_CHECKING:  # the rules of cases load the database
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
    from disclosure_desk.desk.pages.statistics_page import StatisticsPage
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.period_checks import Looked


class StatisticsFindings(QObject):
    """Fills the tab 核对: the table at once, the records when the tab is looked at."""

    def __init__(self, desk: Desk, ui: "Ui_StatisticsPage", page: "StatisticsPage") -> None:
        super().__init__(page)
        self._desk, self._ui, self._page = desk, ui, page
        self._of_table: list[FindingLine] = []
        self._of_records: list[FindingLine] = []
        self._period: Period | None = None
        self._is_stale = False
        self._told = ""
        self._is_looking = False
        self._model = FindingsModel(self)
        ui.findings.setModel(self._model)
        wrap_cells(ui.findings)
        header = ui.findings.horizontalHeader()
        header.resizeSection(0, 56)
        header.resizeSection(1, 220)
        vertical = ui.findings.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._connect()

    def show_count(self, count: Count, findings: list[Finding]) -> None:
        """Show what is wrong within a table; the records follow when they are looked at."""
        self._of_table = [*_of_table(count, findings), *_of_signing(count)]
        self._period, self._is_stale = count.period, True
        self._of_records, self._told = [], ""
        self._show()
        self._look_if_seen()

    def _connect(self) -> None:
        self._ui.views.currentChanged.connect(lambda _tab: self._look_if_seen())
        self._ui.findings.doubleClicked.connect(self._go)
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self._ui.findings)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._go(self._ui.findings.currentIndex()))

    def _look_if_seen(self) -> None:
        if self._ui.views.currentWidget() is not self._ui.tab_findings or not self._is_stale:
            return
        assert self._period is not None
        self._is_stale = False
        period, today = self._period, self._desk.today()
        self._told, self._is_looking = self.tr("正在核对本期的申请和案件"), True
        self._show()

        def query(session: "Session") -> "tuple[Period, Looked]":
            from disclosure_desk.statistics.period_checks import records_with_findings
            from disclosure_desk.storage.own_calendars import calendar_in_use

            calendar = calendar_in_use()
            return period, records_with_findings(session, period, calendar=calendar, today=today)

        self._desk.look_up(query, succeeded=self._on_looked)

    def _on_looked(self, answer: "tuple[Period, Looked]") -> None:
        period, looked = answer
        if period != self._period:
            return
        self._of_records = [
            FindingLine(
                one.finding.severity,
                one.number,
                one.finding.message,
                kind=one.kind,
                record_id=one.id,
            )
            for one in looked.findings
        ]
        self._is_looking = False
        self._told = self.tr("核对了本期的{}件申请和案件").format(looked.looked_at)
        if looked.left:
            self._told += self.tr("，较早的{}件没有核对，可以改看季度或月份").format(looked.left)
        self._show()

    def _show(self) -> None:
        rows = [*self._of_table, *self._of_records]
        self._model.set_rows(rows)
        told = [self._told] if self._told else []
        if rows:
            told.insert(0, self.tr("核对发现{}处，按回车到该处").format(len(rows)))
        elif not self._is_looking:
            told.insert(0, self.tr("没有发现问题"))
        self._ui.label_findings.setText("；".join(told) + "。")
        if rows:
            self._ui.findings.selectRow(0)

    def _go(self, index: QModelIndex) -> None:
        line: FindingLine | None = index.data(LineRole)
        if line is None:
            return
        if line.code:
            self._page.go_to_cell(line.code)
        else:
            self._desk.open_record.emit(line.kind, line.record_id)


def _of_table(count: Count, findings: list[Finding]) -> Iterator[FindingLine]:
    """Broken relations, and what disagrees with the signed year before."""
    for finding in findings:
        code = finding.cells[-1]
        place = named(count.edition.cells[code])
        yield FindingLine(finding.severity, place, finding.message, code=code)


def _of_signing(count: Count) -> Iterator[FindingLine]:
    """Figures that are not today what was signed."""
    for code, was in count.differs.items():
        cell = count.edition.cells[code]
        now = printed(cell, count.figures[code])
        told = f"签发时{printed(cell, was)}，今天{now}；点开这一格可以看是哪些记录造成的。"
        yield FindingLine("warning", named(cell), told, code=code)
