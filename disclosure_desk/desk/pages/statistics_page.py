"""年度统计: the official form with its figures, each open to its records."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import (
    Behind,
    Count,
    behind,
    counted,
    explained,
    restated_in_html,
    told_in_html,
)
from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
from disclosure_desk.desk.models.entry_model import EntryModel, RecordRole
from disclosure_desk.desk.models.grid_model import printed
from disclosure_desk.desk.pages.statistics_charts import StatisticsCharts
from disclosure_desk.desk.pages.statistics_findings import StatisticsFindings
from disclosure_desk.desk.pages.statistics_handing import StatisticsHanding
from disclosure_desk.desk.period_choice import PeriodChoice, is_running
from disclosure_desk.desk.widgets.calm_wheel import calm
from disclosure_desk.desk.widgets.paper_form import filled
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import Cell, edition_for, editions
from disclosure_desk.statistics.period import Period

if TYPE_CHECKING:  # loaded by the first count, not by the start of the program
    from disclosure_desk.statistics.explain import Explanation
    from disclosure_desk.statistics.tally import Entry

CONCERNED = frozenset(
    {"office", "publication", "request", "dispute", "indicator", "closed_year", "published_carry"}
)
_FINDINGS_SHOWN = 3


class StatisticsPage(QWidget):
    """Shows the official table of the year in view, or of a part of it; changes no record."""

    title = "年度统计"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count: Count | None = None
        self._laid_out: object = None
        self._is_stale = True
        self._goes_to_records = False
        self._is_at_record = False
        self._wanted = ""  # a figure that was asked for before it was counted
        self._restated = ""  # why the chosen figure is not what was signed
        self._entries = EntryModel(self)
        self.ui = Ui_StatisticsPage()
        self.ui.setupUi(self)
        self.period_choice = PeriodChoice(self.ui.period_kind, self.ui.period_part, desk.today)
        self._charts = StatisticsCharts(desk, self.ui, self)
        self._findings = StatisticsFindings(desk, self.ui, self)
        self._handing = StatisticsHanding(desk, self.ui, self)
        self._prepare_widgets()
        self._follow_year()
        self._connect()

    def reload(self) -> None:
        """Count anew, behind the window; the chosen figure stays chosen."""
        self._is_stale = False
        code, period = self.ui.edition.currentData(), self.period
        self.say(self.tr("正在统计……"))
        self._desk.look_up(
            lambda session: counted(session, code, period), succeeded=self._on_counted
        )
        self._charts.show_period(period)

    @property
    def period(self) -> Period:
        """The year in view, or the part of it that is chosen."""
        return self.period_choice.of(self._desk.year)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_at_record:
            # After the window, which gives the keys to the page as a whole.
            self._is_at_record = False
            QTimer.singleShot(0, self.ui.records, self.ui.records.setFocus)
        if self._is_stale:
            self.reload()

    def _prepare_widgets(self) -> None:
        for edition in editions().values():
            self.ui.edition.addItem(f"{edition.name}（{edition.source}）", edition.code)
        calm(self.ui.period_kind, self.ui.period_part, self.ui.edition, self.ui.chart)
        self.ui.records.setModel(self._entries)
        header = self.ui.records.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 84)
        header.resizeSection(2, 84)
        self.ui.records.verticalHeader().setDefaultSectionSize(26)
        self.ui.splitter.setStretchFactor(0, 3)
        self.ui.splitter.setStretchFactor(1, 2)
        self.ui.splitter.setSizes([760, 400])

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.year_changed.connect(self._on_year_changed)
        self.period_choice.changed.connect(self._reload_if_seen)
        self.ui.edition.currentIndexChanged.connect(lambda _index: self._reload_if_seen())
        self.ui.compares.toggled.connect(self.ui.paper.compare)
        self.ui.views.currentChanged.connect(self._on_view_changed)
        self.ui.paper.figure_chosen.connect(self._on_figure_chosen)
        self.ui.paper.figure_opened.connect(self._on_figure_opened)
        self.ui.broken.linkActivated.connect(self.go_to_cell)
        self.ui.explanation.anchorClicked.connect(self._on_anchor_clicked)
        self.ui.records.doubleClicked.connect(self._on_record_opened)
        self.ui.records.selectionModel().currentRowChanged.connect(self._on_record_chosen)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(key).activated.connect(
                lambda: self._on_record_opened(self.ui.records.currentIndex())
            )
        self._shortcut(Qt.Key.Key_Escape).activated.connect(self._on_back_to_figure)

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        """A key that works while the list of records has the keyboard."""
        shortcut = QShortcut(QKeySequence(key), self.ui.records)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        return shortcut

    def _follow_year(self) -> None:
        """Choose the edition in use for the year; before the first one, its earliest."""
        try:
            code = edition_for(self._desk.year).code
        except Refusal:
            code = min(editions().values(), key=lambda edition: edition.first_year).code
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(code))

    # ------------------------------------------------------------ what was asked for

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if kinds & CONCERNED:
            self._reload_if_seen()

    def _on_year_changed(self, _year: int) -> None:
        before = self.ui.edition.currentIndex()
        if self.period_choice.is_year:  # an interim table on older rows stays one next year
            self._follow_year()
        if self.ui.edition.currentIndex() == before:
            self._reload_if_seen()

    def _reload_if_seen(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def show_figure(self, code: str) -> None:
        """Go to a figure of the whole year from another page, once the form has been counted."""
        self._wanted = code
        self.period_choice.choose("year")
        self._follow_year()
        self.ui.views.setCurrentWidget(self.ui.tab_table)
        if self._count is not None and self._is_asked_for(self._count) and not self._is_stale:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        code, self._wanted = self._wanted, ""
        if self._count is not None and code in self._count.edition.cells:
            # Once the form is laid out: before that it cannot be scrolled to the figure.
            QTimer.singleShot(0, self, lambda: self.go_to_cell(code))

    def _is_asked_for(self, count: Count) -> bool:
        """Whether it is a count of the period and the edition that are chosen now."""
        chosen = (self.period, self.ui.edition.currentData())
        return (count.period, count.edition.code) == chosen

    def go_to_cell(self, code: str) -> None:
        """Choose a figure of the form and give it the keys."""
        self.ui.views.setCurrentWidget(self.ui.tab_table)
        self.ui.paper.choose(code, takes_focus=True)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        """A link leads to a cell by its code, or to a record as kind:id."""
        kind, _, id_ = link.toString().partition(":")
        if id_.isdigit():
            self._open_record(kind, int(id_))
        else:
            self.go_to_cell(link.toString())

    def _on_back_to_figure(self) -> None:
        if self.ui.views.currentWidget() is self.ui.tab_charts:
            self.ui.chart_values.setFocus()
        else:
            self.go_to_cell(self.ui.paper.chosen())

    # ------------------------------------------------------------------- the figures

    def _on_counted(self, count: Count) -> None:
        if not self._is_asked_for(count):
            return
        chosen = self.ui.paper.chosen()
        self._count = count
        findings = [*check_figures(count.edition, count.figures), *count.carried]
        self._lay_out(count)
        self.ui.paper.set_figures(
            count.figures,
            previous=count.previous,
            faulty=_marked(findings, count),
            signed=count.differs,
        )
        self._tell_checks(findings)
        self._handing.show_count(count)
        self._findings.show_count(count, findings)
        if chosen in count.edition.cells:
            self.ui.paper.choose(chosen)
        self._go_to_wanted()
        if self.ui.views.currentWidget() is self.ui.tab_charts:
            return  # the list beside the chart is that of its bar
        if self.ui.paper.chosen():
            self._on_figure_chosen(self.ui.paper.chosen())
        else:
            told = [code for code, figure in count.figures.items() if figure]
            self.ui.paper.choose((told or list(count.figures))[0])
        if self.hasFocus():  # the page was called before it had a table to give the keys to
            self.ui.paper.choose(self.ui.paper.chosen(), takes_focus=True)

    def _lay_out(self, count: Count) -> None:
        """Draw the form, unless it stands there already."""
        printed_around = (count.edition.code, count.period, tuple(count.lines.items()))
        if printed_around != self._laid_out:
            title = filled(count.edition.title, count.lines)
            self.ui.paper.show_edition(count.edition, title=title, lines=count.lines)
            self.ui.paper.take_tab_place(after=self.ui.views.tabBar(), before=self.ui.chart)
            self._laid_out = printed_around

    def _tell_checks(self, findings: list[Finding]) -> None:
        count = self._count
        assert count is not None
        told = self.tr("✓ 勾稽关系全部平衡")
        if findings:
            told = f"<b>{self.tr('！ {}处勾稽关系不平衡').format(len(findings))}</b>"
        if count.period.is_year and not count.edition.covers(count.period.year):
            told = self.tr("{}年的报告不用此格式，仅供查看。").format(count.period.year) + told
        if not count.period.is_year:
            told = (
                self.tr("{}内部统计，期初结转为期初尚未办结的申请。").format(count.period.words)
                + told
            )
        if is_running(count.period, self._desk.today()):
            told += self.tr("；本期尚未结束，数字为目前的登记")
        if count.closed is not None:
            told += "；" + _signing(count)
        self.say(told)
        lines = [
            f'<a href="{finding.cells[-1]}">{escape(finding.message)}</a>'
            for finding in findings[:_FINDINGS_SHOWN]
        ]
        if len(findings) > _FINDINGS_SHOWN:
            rest = len(findings) - len(lines)
            lines.append(self.tr("……另有{}处，见“核对”，表中标有“！”").format(rest))
        self.ui.broken.setText("<br>".join(lines))
        _follow_links(self.ui.broken)
        self.ui.broken.setVisible(bool(findings))

    def _internal(self, count: Count) -> str:
        """That an interim table is none for the public, and what is carried into it."""
        told = self.tr("{}，内部统计。").format(count.period.words)
        if not any(code.startswith("requests.carried_in") for code in count.figures):
            return told
        return told + self.tr("期初结转为期初尚未办结的申请。")

    def say(self, words: str) -> None:
        """One line above the form."""
        self.ui.checks.setText(words)
        _follow_links(self.ui.checks)

    # ---------------------------------------------------- a figure and its records

    def _on_figure_chosen(self, code: str) -> None:
        if self._count is None:
            return
        edition, period = self._count.edition, self._count.period
        self.ui.figure_title.setText(self._told(edition.cells[code], self._count))
        is_restated = code in self._count.differs
        self._desk.look_up(
            lambda session: behind(session, edition, period, code, is_restated=is_restated),
            succeeded=self._on_listed,
        )

    def _told(self, cell: Cell, count: Count) -> str:
        """The words and the figure of a cell, with the figure of the year before."""
        path = cell.title.split("·")
        figure, was = count.figures[cell.code], count.previous[cell.code]
        whence = "签发的数" if count.previous_is_signed else "按现在的登记统计"
        return (
            f'<span style="font-size: large"><b>{escape(" · ".join(path[-2:]))}：'
            f"{printed(cell, figure)}{escape(cell.unit)}</b></span><br>"
            f"{escape(' · '.join(path[:-2]))}{'；' if path[:-2] else ''}"
            f"{self.tr('上年同期')}{printed(cell, was)}{escape(cell.unit)}（{whence}）"
        )

    def _on_view_changed(self, _tab: int) -> None:
        """The list beside the form is that of its figure, not of the chart's bar."""
        self.ui.side.setVisible(self.ui.views.currentWidget() is not self.ui.tab_findings)
        if self.ui.views.currentWidget() is self.ui.tab_table and self.ui.paper.chosen():
            self._on_figure_chosen(self.ui.paper.chosen())

    def _on_figure_opened(self, code: str) -> None:
        self._goes_to_records = True
        self._on_figure_chosen(code)

    def _on_listed(self, listed: Behind) -> None:
        if listed.code != self.ui.paper.chosen() or self._count is None:
            return
        cell = self._count.edition.cells[listed.code]
        restated = restated_in_html(cell, listed.compared) if listed.compared else ""
        self.show_entries(listed.entries, goes_there=self._goes_to_records, restated=restated)
        self._goes_to_records = False

    def show_entries(self, entries: "list[Entry]", *, goes_there: bool, restated: str = "") -> None:
        """List the records behind a figure or a bar; the chosen one stays chosen.

        `restated` says above the explanation of a record what was signed.
        """
        self._restated = restated
        chosen: Entry | None = self.ui.records.currentIndex().data(RecordRole)
        self._entries.set_rows(entries)
        self.ui.label_records.setText(
            self.tr("背后的记录(&J)：{}条").format(len(entries))
            if entries
            else self.tr("没有记录计入这个数字(&J)")
        )
        self.ui.explanation.setHtml(restated)
        if entries:
            row = self._entries.row_of(chosen.kind, chosen.id) if chosen else 0
            self._choose_record(max(row, 0))
            if goes_there:
                self.ui.records.setFocus()

    def _choose_record(self, row: int) -> None:
        index = self._entries.index(row, 0)
        self.ui.records.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _on_record_opened(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(RecordRole)
        if entry is not None:
            self._open_record(entry.kind, entry.id)

    def _open_record(self, kind: str, id_: int) -> None:
        self._is_at_record = True
        self._desk.open_record.emit(kind, id_)

    # ------------------------------------------------- a record and where it counts

    def _on_record_chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(RecordRole)
        if entry is None or self._count is None:
            return
        edition, period = self._count.edition, self._count.period
        self._desk.look_up(
            lambda session: explained(session, edition, period, entry),
            succeeded=self._on_explained,
        )

    def _on_explained(self, explanation: "Explanation") -> None:
        entry: Entry | None = self.ui.records.currentIndex().data(RecordRole)
        if entry is None or (entry.kind, entry.id) != (explanation.kind, explanation.record_id):
            return
        self.ui.explanation.setHtml(self._restated + told_in_html(entry, explanation))


def _follow_links(label: QLabel) -> None:
    """Let Tab stop at a line only for the links in it."""
    has_links = "<a " in label.text()
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)


def _signing(count: Count) -> str:
    """The signing of the year in a few words."""
    closed = count.closed
    assert closed is not None
    told = f"{closed.on}由{escape(closed.by)}签发"
    if closed.edition != count.edition.code:
        return f"{told}（按{editions()[closed.edition].name}）"
    if not closed.differs:
        return f"{told}，与今天的数字相同"
    return f"{told}，今天有{len(closed.differs)}个数字不同，表中标有“签发”"


def _marked(findings: list[Finding], count: Count) -> frozenset[str]:
    """The figures of broken relations: what was added up, zeros left out, and the total."""
    return frozenset(
        code
        for finding in findings
        for code in finding.cells
        if count.figures[code] or code == finding.cells[-1]
    )
