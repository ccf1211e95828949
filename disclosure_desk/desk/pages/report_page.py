"""年度报告: the chapters to write, with the whole report beside them as it will be printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTime
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.chapter_editor import ChapterEditor
from disclosure_desk.desk.colours import printed
from disclosure_desk.desk.composed_report import ComposedReport, composed
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.errors import tell
from disclosure_desk.desk.forms.ui_report_page import Ui_ReportPage
from disclosure_desk.desk.models.chapter_model import ChapterModel
from disclosure_desk.desk.report_findings import ReportFindings
from disclosure_desk.desk.report_printing import ReportPrinting
from disclosure_desk.desk.text_keeper import TextKeeper
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.report_html import report_html
from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.edition import Edition, edition_for, editions

if TYPE_CHECKING:
    from disclosure_desk.commands.meanwhile import ChangedMeanwhile

CONCERNED = frozenset(
    {
        *("office", "publication", "request", "dispute", "indicator"),
        *("report_text", "report_signing", "finding_answer", "rule_off"),
    }
)


class ReportPage(QWidget):
    """Writes the report of the year in view; what is typed is saved by itself."""

    title = "年度报告"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = desk.year
        self._composed: ComposedReport | None = None
        self._is_stale = True
        self._is_asking = False  # which of two texts of a chapter stays
        self._turn = 0  # counts keys and saves: what was composed before the last one is old
        self._chapters = ChapterModel(self)
        self._keeper = TextKeeper(desk, self)
        self.ui = Ui_ReportPage()
        self.ui.setupUi(self)
        self._prepare_widgets()
        self._editor = ChapterEditor(desk, self.ui, self)
        self._findings = ReportFindings(self.ui, self)
        self._printing = ReportPrinting(desk, self.ui.print_report, self._edition, self)
        self._follow_year()
        self._connect()

    def reload(self) -> None:
        """Compose anew, behind the window; what is being typed stays as it is."""
        self._is_stale = False
        edition, year, today, turn = (
            self._edition(),
            self._desk.year,
            self._desk.today(),
            self._turn,
        )
        self._desk.look_up(
            lambda session: (turn, composed(session, edition, year, today)),
            succeeded=self._on_composed,
        )

    @property
    def is_unsaved(self) -> bool:
        """Whether a text could not be saved, so that the office must not be closed unasked."""
        return self._keeper.has_failed

    def keep_typed(self) -> None:
        """Save at once what was typed last: called before the office is closed."""
        self._keeper.save()

    def save(self) -> None:
        """Try again to save what could not be saved, and whatever was typed since."""
        self._keeper.save()

    def load(self) -> None:
        """Give up what could not be saved, and show what is stored."""
        self._keeper.drop()
        self._turn += 1
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_typed()
        super().hideEvent(event)

    def _prepare_widgets(self) -> None:
        for edition in editions().values():
            self.ui.edition.addItem(f"{edition.name}（{edition.source}）", edition.code)
        self.ui.chapters.setModel(self._chapters)
        # Paper is white in the dark look, too.
        paper, ink = printed("base"), printed("ink")
        self.ui.preview.setStyleSheet(f"QTextBrowser {{ background: {paper}; color: {ink}; }}")
        self.ui.splitter.setSizes([190, 500, 480])
        for place, stretch in enumerate((0, 2, 3)):
            self.ui.splitter.setStretchFactor(place, stretch)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.year_changed.connect(self._on_year_changed)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self._on_not_saved)
        self._keeper.clashed.connect(self._on_clash)
        self.ui.edition.currentIndexChanged.connect(self._reload_if_seen)
        self.ui.chapters.selectionModel().currentChanged.connect(self._on_chapter_chosen)
        self.ui.chapters.activated.connect(self._on_chapter_activated)
        self._editor.typed.connect(self._on_typed)
        self._editor.marked.connect(self._on_marked)
        self._findings.followed.connect(self._on_finding_followed)
        self.ui.export_year.clicked.connect(self._on_export_asked)
        self.ui.compare_previous.clicked.connect(self._on_comparison_asked)
        self.ui.sign_off.clicked.connect(self._on_sign_off_asked)
        self._on_key("F6", self._findings.go_next)
        self._on_key("Shift+F6", self._findings.go_back)
        self._on_key("F8", self._findings.take_keys)

    def _on_key(self, keys: str, step: Callable[[], None]) -> None:
        """A key that acts anywhere on the page, but never while a word is being composed."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: None if composing() else step())

    def _edition(self) -> Edition:
        return editions()[self.ui.edition.currentData()]

    def _follow_year(self) -> None:
        """Choose the edition in use for the year; before the first one, its earliest."""
        try:
            code = edition_for(self._desk.year).code
        except Refusal:
            code = min(editions().values(), key=lambda edition: edition.first_year).code
        with QSignalBlocker(self.ui.edition):
            self.ui.edition.setCurrentIndex(self.ui.edition.findData(code))

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        if kinds & CONCERNED and initiator is not self:
            self._reload_if_seen()

    def _on_year_changed(self, _year: int) -> None:
        self.keep_typed()
        self._follow_year()
        self._reload_if_seen()

    def _reload_if_seen(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    # ------------------------------------------------------------ what was composed

    def _on_composed(self, answer: tuple[int, ComposedReport]) -> None:
        turn, made = answer
        asked = (self._turn, self._desk.year, self._edition().code)
        if (turn, made.year, made.edition.code) != asked:
            return  # a later answer is on its way, or follows the next save
        before, self._composed = self._composed, made
        self._year = made.year
        for number in range(1, len(made.edition.chapters) + 1):
            self._keeper.show(made.year, number, made.texts.get(number, ""))
        texts = {
            number: self._text_of(number) for number in range(1, len(made.edition.chapters) + 1)
        }
        self._editor.set_composed(made, texts)
        if before is None or (before.year, before.edition) != (made.year, made.edition):
            self._chapters.set_chapters(made.edition.chapters, texts)
            self.ui.chapters.setCurrentIndex(self._chapters.index(self._editor.number - 1))
        else:
            for number, text in texts.items():
                self._chapters.set_text(number, text)
        self._show_chapter()
        self._show_preview(made)
        self._findings.tell(made, self._editor.marks)

    def _text_of(self, number: int) -> str:
        """A chapter's text: as typed where that is not saved yet, else as stored."""
        typed = self._keeper.text(self._year, number)
        stored = self._composed.texts.get(number, "") if self._composed else ""
        return stored if typed is None else typed

    def _show_preview(self, made: ComposedReport) -> None:
        bar = self.ui.preview.verticalScrollBar()
        place = bar.value()
        is_first = self.ui.preview.document().isEmpty()
        self.ui.preview.setHtml(report_html(made.report, made.figures))
        if is_first:
            self.ui.preview.scrollToAnchor(f"chapter-{self._editor.number}")
        else:
            bar.setValue(place)
            self._keep_typed_in_sight()

    def _keep_typed_in_sight(self) -> None:
        """Scroll to the paragraph that is being written, where it is not seen."""
        chapter, line = self._editor.chapter, self._editor.line_in_print()
        if chapter is None or not line or not self.ui.body.hasFocus():
            return
        document = self.ui.preview.document()
        found = document.find(line, document.find(chapter.title))
        if not found.isNull():
            found.clearSelection()
            self.ui.preview.setTextCursor(found)  # which scrolls no farther than it must

    # ----------------------------------------------------------------- one chapter

    def _on_chapter_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.keep_typed()
        self._show_chapter(index.row() + 1)
        self.ui.preview.scrollToAnchor(f"chapter-{self._editor.number}")

    def _show_chapter(self, number: int = 0) -> None:
        number = number or self._editor.number
        self._editor.show_chapter(number, self._text_of(number))

    def _on_chapter_activated(self, _index: QModelIndex) -> None:
        self.ui.body.setFocus()

    def _on_finding_followed(self, chapter: int, start: int, end: int, cell: str) -> None:
        """Go to the place of a finding: in the text, in the chapter, or to its figure."""
        if chapter:
            self.ui.chapters.setCurrentIndex(self._chapters.index(chapter - 1))
            self.ui.body.setFocus()
            if start >= 0:
                self.ui.body.go_to(start, end)
        elif cell:
            self._desk.open_figure.emit(cell)

    def _on_marked(self, _chapter: int) -> None:
        if self._composed is not None:
            self._findings.tell(self._composed, self._editor.marks)

    def _on_typed(self, text: str) -> None:
        self._turn += 1
        self._keeper.keep(self._year, self._editor.number, text)
        self.ui.saving.setText(self.tr("正在填写……"))

    def _on_saved(self, _year: int, _chapter: int) -> None:
        self._turn += 1
        if not self._keeper.has_unsaved:
            now = QTime.currentTime().toString("HH:mm:ss")
            self.ui.saving.setText(self.tr("已自动保存 {}").format(now))
        self._reload_if_seen()

    def _on_not_saved(self, error: Exception) -> None:
        self.ui.saving.setText(self.tr("！ 没有保存，正文仍在这里"))
        tell(error, self.window())

    def _on_clash(self, year: int, chapter: int, refused: "ChangedMeanwhile") -> None:
        """Another clerk wrote in the chapter meanwhile: one of the two texts stays."""
        from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about

        self.ui.saving.setText(self.tr("！ 没有保存，正文仍在这里"))
        if self._is_asking:
            return
        self._is_asking = True
        theirs = str(refused.clashes[0].theirs or "")

        def agree(mine: set[str]) -> None:
            self._keeper.agree(year, chapter, theirs, is_mine_kept=bool(mine))
            self._turn += 1
            self._reload_if_seen()

        dialog = ask_about(refused, {}, self, agree)
        dialog.finished.connect(self._has_answered)

    def _has_answered(self, _result: int) -> None:
        self._is_asking = False

    # --------------------------------------------------------------------- handing over

    def _on_export_asked(self) -> None:
        """Hand over the year in the edition in view; what was typed goes to disk first."""
        from disclosure_desk.desk.dialogs.export_year import ExportYear

        self.keep_typed()
        dialog = ExportYear(self._desk, self.window())
        dialog.ui.edition.setCurrentIndex(dialog.ui.edition.findData(self._edition().code))
        dialog.open()

    def _on_comparison_asked(self) -> None:
        from disclosure_desk.desk.dialogs.alike_view import AlikeView

        self.keep_typed()
        AlikeView(self._desk, self._edition(), self.window()).open()

    def _on_sign_off_asked(self) -> None:
        from disclosure_desk.desk.dialogs.sign_off import SignOff

        SignOff(self._desk, self.window()).open()
