"""年度统计: the official form with its figures, each open to its records."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.counted_year import (
    Behind,
    Count,
    behind,
    counted,
    explained,
    told_in_html,
)
from disclosure_desk.desk.forms.ui_statistics_page import Ui_StatisticsPage
from disclosure_desk.desk.models.entry_model import EntryModel, RecordRole
from disclosure_desk.desk.models.grid_model import printed
from disclosure_desk.desk.widgets.paper_form import filled
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import Cell, Edition, edition_for, editions

if TYPE_CHECKING:  # loaded by the first count, not by the start of the program
    from disclosure_desk.statistics.explain import Explanation
    from disclosure_desk.statistics.tally import Entry

CONCERNED = frozenset({"office", "publication", "request", "dispute", "indicator"})
_FINDINGS_SHOWN = 4


class StatisticsPage(QWidget):
    """Shows the official table of the year in view; nothing here changes a record."""

    title = "年度统计"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count: Count | None = None
        self._laid_out: object = None
        self._is_stale = True
        self._goes_to_records = False
        self._is_at_record = False
        self._wanted = ""
        self._entries = EntryModel(self)
        self.ui = Ui_StatisticsPage()
        self.ui.setupUi(self)
        self._prepare_widgets()
        self._follow_year()
        self._connect()

    def reload(self) -> None:
        """Count anew, behind the window; the chosen figure stays chosen."""
        self._is_stale = False
        edition, year = self._edition(), self._desk.year
        self.ui.checks.setText(self.tr("正在统计……"))
        self._desk.look_up(
            lambda session: counted(session, edition, year), succeeded=self._on_counted
        )

    def show_figure(self, code: str) -> None:
        """Choose a figure; at once, or when the form has been counted."""
        self._wanted = code
        if self._count is not None and not self._is_stale:
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        code, self._wanted = self._wanted, ""
        if self._count is not None and code in self._count.edition.cells:
            self.ui.paper.choose(code, takes_focus=True)

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
        self.ui.edition.currentIndexChanged.connect(self._on_edition_changed)
        self.ui.compares.toggled.connect(self.ui.paper.compare)
        self.ui.paper.figure_chosen.connect(self._on_figure_chosen)
        self.ui.paper.figure_opened.connect(self._on_figure_opened)
        self.ui.broken.linkActivated.connect(self._on_cell_asked)
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

    def _edition(self) -> Edition:
        return editions()[self.ui.edition.currentData()]

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
        self._follow_year()
        if self.ui.edition.currentIndex() == before:
            self._reload_if_seen()

    def _on_edition_changed(self, _index: int) -> None:
        self._reload_if_seen()

    def _reload_if_seen(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def _on_cell_asked(self, code: str) -> None:
        self.ui.paper.choose(code, takes_focus=True)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        self._on_cell_asked(link.toString())

    def _on_back_to_figure(self) -> None:
        self._on_cell_asked(self.ui.paper.chosen())

    # ------------------------------------------------------------------- the figures

    def _on_counted(self, count: Count) -> None:
        if (count.year, count.edition.code) != (self._desk.year, self._edition().code):
            return
        chosen = self.ui.paper.chosen()
        self._count = count
        findings = [*check_figures(count.edition, count.figures), *count.carried]
        self._lay_out(count)
        self.ui.paper.set_figures(
            count.figures,
            previous=count.previous,
            faulty=_marked(findings, count),
        )
        self._tell_checks(findings)
        if chosen in count.edition.cells:
            self.ui.paper.choose(chosen)
        if self.ui.paper.chosen():
            self._on_figure_chosen(self.ui.paper.chosen())
        else:
            told = [code for code, figure in count.figures.items() if figure]
            self.ui.paper.choose((told or list(count.figures))[0])
        self._choose_wanted()
        if self.hasFocus():  # the page was called before it had a table to give the keys to
            self.ui.paper.choose(self.ui.paper.chosen(), takes_focus=True)

    def _lay_out(self, count: Count) -> None:
        """Draw the form, unless it stands there already."""
        printed_around = (count.edition.code, tuple(count.lines.items()))
        if printed_around != self._laid_out:
            title = filled(count.edition.title, count.lines)
            self.ui.paper.show_edition(count.edition, title=title, lines=count.lines)
            self.ui.paper.take_tab_place(after=self.ui.compares, before=self.ui.records)
            self._laid_out = printed_around

    def _tell_checks(self, findings: list[Finding]) -> None:
        year, edition = self._desk.year, self._edition()
        told = self.tr("✓ 勾稽关系全部平衡")
        if findings:
            told = f"<b>{self.tr('！ {}处勾稽关系不平衡').format(len(findings))}</b>"
        if not edition.covers(year):
            told = self.tr("{}年的报告不用此格式，仅供查看。").format(year) + told
        self.ui.checks.setText(told)
        lines = [
            f'<a href="{finding.cells[-1]}">{escape(finding.message)}</a>'
            for finding in findings[:_FINDINGS_SHOWN]
        ]
        if len(findings) > _FINDINGS_SHOWN:
            lines.append(self.tr("……另有{}处，表中标有“！”").format(len(findings) - len(lines)))
        self.ui.broken.setText("<br>".join(lines))
        self.ui.broken.setVisible(bool(findings))

    # ---------------------------------------------------- a figure and its records

    def _on_figure_chosen(self, code: str) -> None:
        if self._count is None:
            return
        edition, year = self._count.edition, self._count.year
        self.ui.figure_title.setText(self._told(edition.cells[code], self._count))
        self._desk.look_up(
            lambda session: behind(session, edition, year, code), succeeded=self._on_listed
        )

    def _told(self, cell: Cell, count: Count) -> str:
        """The words and the figure of a cell, with the figure of the year before."""
        path = cell.title.split("·")
        figure, was = count.figures[cell.code], count.previous[cell.code]
        return (
            f'<span style="font-size: large"><b>{escape(" · ".join(path[-2:]))}：'
            f"{printed(cell, figure)}{escape(cell.unit)}</b></span><br>"
            f"{escape(' · '.join(path[:-2]))}{'；' if path[:-2] else ''}"
            f"{self.tr('上年')}{printed(cell, was)}{escape(cell.unit)}"
        )

    def _on_figure_opened(self, code: str) -> None:
        self._goes_to_records = True
        self._on_figure_chosen(code)

    def _on_listed(self, listed: Behind) -> None:
        if listed.code != self.ui.paper.chosen():
            return
        chosen: Entry | None = self.ui.records.currentIndex().data(RecordRole)
        self._entries.set_rows(listed.entries)
        self.ui.label_records.setText(
            self.tr("背后的记录(&J)：{}条").format(len(listed.entries))
            if listed.entries
            else self.tr("没有记录计入这个数字(&J)")
        )
        self.ui.explanation.clear()
        if listed.entries:
            row = self._entries.row_of(chosen.kind, chosen.id) if chosen else 0
            self._choose_record(max(row, 0))
        if self._goes_to_records and listed.entries:
            self.ui.records.setFocus()
        self._goes_to_records = False

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
            self._is_at_record = True
            self._desk.open_record.emit(entry.kind, entry.id)

    # ------------------------------------------------- a record and where it counts

    def _on_record_chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(RecordRole)
        if entry is None or self._count is None:
            return
        edition, year = self._count.edition, self._count.year
        self._desk.look_up(
            lambda session: explained(session, edition, year, entry), succeeded=self._on_explained
        )

    def _on_explained(self, explanation: "Explanation") -> None:
        entry: Entry | None = self.ui.records.currentIndex().data(RecordRole)
        if entry is None or (entry.kind, entry.id) != (explanation.kind, explanation.record_id):
            return
        self.ui.explanation.setHtml(told_in_html(entry, explanation))


def _marked(findings: list[Finding], count: Count) -> frozenset[str]:
    """The figures of broken relations: what was added up, zeros left out, and the total."""
    return frozenset(
        code
        for finding in findings
        for code in finding.cells
        if count.figures[code] or code == finding.cells[-1]
    )
