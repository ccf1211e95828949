"""年度统计: the official form with its figures, each open to its records."""

from html import escape

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import (
    Behind,
    Count,
    behind,
    counted,
    restated_in_html,
)
from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
from disclosure_desk.desk.pages.statistics_charts import StatisticsCharts
from disclosure_desk.desk.pages.statistics_findings import StatisticsFindings
from disclosure_desk.desk.pages.statistics_handing import StatisticsHanding
from disclosure_desk.desk.pages.statistics_records import StatisticsRecords
from disclosure_desk.desk.pages.statistics_words import checks_told, figure_told, marked
from disclosure_desk.desk.period_choice import PeriodChoice
from disclosure_desk.desk.widgets.calm_wheel import calm
from disclosure_desk.desk.widgets.paper_form import filled
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import edition_for, editions
from disclosure_desk.statistics.period import Period

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
        self._wanted = ""  # a figure that was asked for before it was counted
        self.ui = Ui_StatisticsPage()
        self.ui.setupUi(self)
        self.period_choice = PeriodChoice(self.ui.period_kind, self.ui.period_part, desk.today)
        self.records = StatisticsRecords(desk, self.ui, self)
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
        self.records.come_back()
        if self._is_stale:
            self.reload()

    def _prepare_widgets(self) -> None:
        for edition in editions().values():
            self.ui.edition.addItem(f"{edition.name}（{edition.source}）", edition.code)
        calm(self.ui.period_kind, self.ui.period_part, self.ui.edition, self.ui.chart)
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
        self.records.left.connect(self._on_back_to_figure)

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
            self.records.open_record(kind, int(id_))
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
            faulty=marked(findings, count),
            signed=count.differs,
        )
        self._tell_checks(findings)
        self.records.show_count(count)
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
        told = checks_told(count, len(findings), self._desk.today())
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

    def say(self, words: str) -> None:
        """One line above the form."""
        self.ui.checks.setText(words)
        _follow_links(self.ui.checks)

    # ---------------------------------------------------- a figure and its records

    def _on_figure_chosen(self, code: str) -> None:
        if self._count is None:
            return
        edition, period = self._count.edition, self._count.period
        self.ui.figure_title.setText(figure_told(edition.cells[code], self._count))
        is_restated = code in self._count.differs
        self._desk.look_up(
            lambda session: behind(session, edition, period, code, is_restated=is_restated),
            succeeded=self._on_listed,
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
        self.records.show_entries(
            listed.entries, goes_there=self._goes_to_records, restated=restated
        )
        self._goes_to_records = False


def _follow_links(label: QLabel) -> None:
    """Let Tab stop at a line only for the links in it."""
    has_links = "<a " in label.text()
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)
