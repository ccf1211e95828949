"""年度报告: the chapters to write, with the whole report beside them as it will be printed."""

from html import escape

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTime
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from disclosure_desk.desk.composed_report import ComposedReport, composed
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.errors import tell
from disclosure_desk.desk.forms.ui_report_page import Ui_ReportPage
from disclosure_desk.desk.models.chapter_model import ChapterModel, length_of
from disclosure_desk.desk.text_keeper import TextKeeper
from disclosure_desk.desk.widgets.report_html import report_html
from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.edition import Edition, edition_for, editions
from disclosure_desk.statistics.form import Chapter

CONCERNED = frozenset({"office", "publication", "request", "dispute", "indicator", "report_text"})


class ReportPage(QWidget):
    """Writes the report of the year in view; what is typed is saved by itself."""

    title = "年度报告"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = desk.year
        self._chapter = 1
        self._composed: ComposedReport | None = None
        self._is_stale = True
        self._turn = 0  # counts keys and saves: what was composed before the last one is old
        self._chapters = ChapterModel(self)
        self._keeper = TextKeeper(desk, self)
        self.ui = Ui_ReportPage()
        self.ui.setupUi(self)
        self._fields_menu = QMenu(self)
        self._prepare_widgets()
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
        self.ui.insert_field.setMenu(self._fields_menu)
        self.ui.splitter.setSizes([210, 440, 520])
        self.ui.findings.hide()
        for widget in (self.ui.body, self.ui.insert_field, self.ui.adopt_draft):
            widget.setEnabled(False)  # until it is known what stands in the report
        for place, stretch in enumerate((0, 2, 3)):
            self.ui.splitter.setStretchFactor(place, stretch)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.year_changed.connect(self._on_year_changed)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self._on_not_saved)
        self.ui.edition.currentIndexChanged.connect(self._reload_if_seen)
        self.ui.chapters.selectionModel().currentChanged.connect(self._on_chapter_chosen)
        self.ui.chapters.activated.connect(self._on_chapter_activated)
        self.ui.body.textChanged.connect(self._on_typed)
        self.ui.adopt_draft.clicked.connect(self._on_draft_adopted)
        self.ui.findings.linkActivated.connect(self._on_finding_followed)
        self.ui.export_year.clicked.connect(self._on_export_asked)
        self._fields_menu.triggered.connect(self._on_field_chosen)

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
        texts = {
            number: self._text_of(number) for number in range(1, len(made.edition.chapters) + 1)
        }
        if before is None or (before.year, before.edition) != (made.year, made.edition):
            self._chapters.set_chapters(made.edition.chapters, texts)
            self._chapter = min(self._chapter, len(texts))
            self.ui.chapters.setCurrentIndex(self._chapters.index(self._chapter - 1))
        else:
            for number, text in texts.items():
                self._chapters.set_text(number, text)
        self._show_chapter()
        self._show_preview(made)
        self._tell_findings(made)
        self._fill_menu(made)

    def _text_of(self, number: int) -> str:
        """A chapter's text: as typed where that is not saved yet, else as stored."""
        typed = self._keeper.text(self._year, number)
        stored = self._composed.texts.get(number, "") if self._composed else ""
        return stored if typed is None else typed

    def _show_preview(self, made: ComposedReport) -> None:
        bar = self.ui.preview.verticalScrollBar()
        place = bar.value()
        self.ui.preview.setHtml(report_html(made.report, made.figures))
        bar.setValue(place)

    def _tell_findings(self, made: ComposedReport) -> None:
        lines = []
        for finding in made.report.findings:
            mark = "·" if finding.severity == "hint" else "！"
            text = f"{mark} {escape(finding.message)}"
            for number, chapter in enumerate(made.edition.chapters, start=1):
                if finding.message.startswith(f"“{chapter.title}”"):
                    text = f'<a href="{number}">{text}</a>'
            lines.append(text)
        self.ui.findings.setText("<br>".join(lines))
        self.ui.findings.setVisible(bool(lines))

    def _fill_menu(self, made: ComposedReport) -> None:
        self._fields_menu.clear()
        for group in made.groups:
            menu = self._fields_menu.addMenu(group.title)
            for name, words, value in group.fields:
                label = f"{words}：{value if len(value) <= 30 else f'{value[:29]}…'}"
                action = QAction(label.replace("&", "&&"), menu)
                action.setData(name)
                menu.addAction(action)

    # ----------------------------------------------------------------- one chapter

    def _current(self) -> Chapter | None:
        return self._composed.edition.chapters[self._chapter - 1] if self._composed else None

    def _on_chapter_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.keep_typed()
        self._chapter = index.row() + 1
        self._show_chapter()
        self.ui.preview.scrollToAnchor(f"chapter-{self._chapter}")

    def _on_chapter_activated(self, _index: QModelIndex) -> None:
        self.ui.body.setFocus()

    def _on_finding_followed(self, number: str) -> None:
        self.ui.chapters.setCurrentIndex(self._chapters.index(int(number) - 1))
        self.ui.body.setFocus()

    def _show_chapter(self) -> None:
        """Fill the editor; never while it holds the same text, so that the cursor stays."""
        chapter = self._current()
        if chapter is None or self._composed is None:
            return
        text = self._text_of(self._chapter) if chapter.written else ""
        if self.ui.body.toPlainText() != text:
            with QSignalBlocker(self.ui.body):
                self.ui.body.setPlainText(text)
        self.ui.body.setEnabled(True)
        self.ui.body.setReadOnly(not chapter.written)
        self.ui.body.setPlaceholderText(
            self._filled(self._draft())
            if chapter.written
            else self.tr("这一章由台账和统计表自动写成，见右侧预览，不用填写。")
        )
        self.ui.body.viewport().update()  # else Qt leaves the old placeholder
        self.ui.label_body.setText(self.tr("{}(&T)").format(chapter.title))
        self._show_state()

    def _draft(self) -> str:
        return self._composed.drafts.get(self._chapter, "") if self._composed else ""

    def _filled(self, text: str) -> str:
        from disclosure_desk.statistics.fields import filled

        return filled(text, self._composed.fields) if self._composed else text

    def _show_state(self) -> None:
        """Length of the chapter, and what can be done with it."""
        chapter = self._current()
        if chapter is None:
            return
        typed = self.ui.body.toPlainText()
        is_empty = not typed.strip()
        self.ui.insert_field.setEnabled(chapter.written)
        self.ui.adopt_draft.setEnabled(chapter.written and is_empty and bool(self._draft()))
        length = length_of(self._filled(self._draft() if is_empty else typed))
        parts = [self.tr("草稿{}字").format(length) if is_empty else self.tr("{}字").format(length)]
        if chapter.longest:
            parts.append(self.tr("原则上不超过{}字").format(chapter.longest))
        if 0 < chapter.longest < length:
            parts.append(self.tr("超出{}字，请精简").format(length - chapter.longest))
        self.ui.length.setText("，".join(parts) if chapter.written else "")

    def _on_typed(self) -> None:
        chapter = self._current()
        if chapter is None or not chapter.written:
            return
        self._turn += 1
        self._keeper.keep(self._year, self._chapter, self.ui.body.toPlainText())
        self.ui.saving.setText(self.tr("正在填写……"))
        self._show_state()

    def _on_draft_adopted(self) -> None:
        self.ui.body.setPlainText(self._draft())
        self.ui.body.setFocus()

    def _on_field_chosen(self, action: QAction) -> None:
        self.ui.body.insertPlainText(f"【{action.data()}】")
        self.ui.body.setFocus()

    def _on_saved(self, _year: int, _chapter: int) -> None:
        self._turn += 1
        if not self._keeper.has_unsaved:
            now = QTime.currentTime().toString("HH:mm:ss")
            self.ui.saving.setText(self.tr("已自动保存 {}").format(now))
        self._reload_if_seen()

    def _on_not_saved(self, error: Exception) -> None:
        self.ui.saving.setText(self.tr("！ 没有保存，正文仍在这里"))
        tell(error, self.window())

    # --------------------------------------------------------------------- handing over

    def _on_export_asked(self) -> None:
        """Hand over the year in the edition in view; what was typed goes to disk first."""
        from disclosure_desk.desk.dialogs.export_year import ExportYear

        self.keep_typed()
        dialog = ExportYear(self._desk, self.window())
        dialog.ui.edition.setCurrentIndex(dialog.ui.edition.findData(self._edition().code))
        dialog.open()
