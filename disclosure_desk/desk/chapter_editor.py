"""The middle of the report page: the chapter that is written, marked as it is typed."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from disclosure_desk.desk.composed_report import ComposedReport
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.models.chapter_model import length_of
from disclosure_desk.desk.widgets.field_offers import FieldOffer
from disclosure_desk.desk.widgets.menu_button import give_menu
from disclosure_desk.statistics.form import Chapter
from disclosure_desk.statistics.text_marks import cells_of, marks_in, told_of_field

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_report_page import Ui_ReportPage
    from disclosure_desk.statistics.text_marks import Mark

_PAUSE_MS = 300


class ChapterEditor(QObject):
    """Fills the editor, offers fields and phrases, and marks what was found, behind the window."""

    typed = Signal(str)
    marked = Signal(int)  # chapter whose marks were found anew

    def __init__(self, desk: Desk, ui: "Ui_ReportPage", page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._ui = ui
        self._made: ComposedReport | None = None
        self._number = 1
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._fields_menu, self._phrases_menu = QMenu(page), QMenu(page)
        give_menu(ui.insert_field, self._fields_menu)
        give_menu(ui.insert_phrase, self._phrases_menu)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_over)
        ui.body.textChanged.connect(self._on_typed)
        ui.body.cursorPositionChanged.connect(self._tell_place)
        ui.body.figure_wanted.connect(self._on_figure_wanted)
        ui.adopt_draft.clicked.connect(self._on_draft_adopted)
        self._fields_menu.triggered.connect(lambda action: ui.body.insert_field(action.data()))
        self._phrases_menu.triggered.connect(self._on_phrase_chosen)
        self.set_enabled(is_on=False)

    @property
    def number(self) -> int:
        """The chapter in the editor, from 1."""
        return self._number

    @property
    def marks(self) -> "Mapping[int, tuple[Mark, ...]]":
        """What is marked in each chapter."""
        return self._marks

    @property
    def chapter(self) -> Chapter | None:
        """The form's part of the chapter in the editor."""
        return self._made.edition.chapters[self._number - 1] if self._made else None

    def set_enabled(self, *, is_on: bool) -> None:
        """Let the clerk write, once it is known what stands in the report."""
        for widget in (
            *(self._ui.body, self._ui.insert_field, self._ui.insert_phrase),
            self._ui.adopt_draft,
        ):
            widget.setEnabled(is_on)

    def set_composed(self, made: ComposedReport, texts: Mapping[int, str]) -> None:
        """Take the report as it was composed, with the texts as they are typed by now."""
        self._made = made
        self._number = min(self._number, len(made.edition.chapters))
        self._marks = {
            number: marks
            for number, marks in made.marks.items()
            if texts.get(number) == made.texts.get(number)
        }
        self._ui.body.set_fields(
            [FieldOffer(*field) for group in made.groups for field in group.fields], self._told
        )
        self._fill_menus(made)

    def show_chapter(self, number: int, text: str) -> None:
        """Fill the editor; never while it holds the same text, so that the cursor stays."""
        if self._made is None:
            return
        body = self._ui.body
        self._number = number
        chapter = self._made.edition.chapters[number - 1]
        text = text if chapter.written else ""
        if body.toPlainText() != text:
            with QSignalBlocker(body):
                body.setPlainText(text)
        self.set_enabled(is_on=True)
        body.setReadOnly(not chapter.written)
        body.setPlaceholderText(
            self._filled(self._draft())
            if chapter.written
            else self.tr("这一章由台账和统计表自动写成，见右侧预览，不用填写。")
        )
        body.viewport().update()  # else Qt leaves the old placeholder
        self._ui.label_body.setText(self.tr("{}(&N)").format(chapter.title))
        self._fill_phrases()
        body.set_marks(text, self._marks.get(number, ()))
        if number not in self._marks and text:
            self._look_over()
        self._show_state()
        self._tell_place()

    # ---------------------------------------------------------------- what is marked

    def _look_over(self) -> None:
        """Find the marks of what stands in the editor, on another thread."""
        if self._made is None:
            return
        made, number, text = self._made, self._number, self._ui.body.toPlainText()
        self._desk.jobs.start(
            lambda _report: marks_in(text, made.edition, made.fields),
            succeeded=partial(self._on_marked, number, text),
        )

    def _on_marked(self, number: int, text: str, marks: "list[Mark]") -> None:
        if number != self._number or text != self._ui.body.toPlainText():
            return  # typed on meanwhile: the next look is on its way
        self._marks[number] = tuple(marks)
        self._ui.body.set_marks(text, marks)
        self._tell_place()
        self.marked.emit(number)

    def _tell_place(self) -> None:
        words = self._ui.body.told_at_cursor()
        self._ui.told.setText(words)
        self._ui.told.setToolTip(words)  # the line has room for three rows

    def _told(self, name: str) -> str:
        if self._made is None:
            return ""
        return told_of_field(name, self._made.edition, self._made.fields)

    def _on_figure_wanted(self, name: str) -> None:
        cells = cells_of(name, self._made.edition) if self._made else ()
        if cells:
            self._desk.open_figure.emit(cells[-1])
        else:
            self._ui.told.setText(self.tr("“【{}】”不在统计表里，由台账直接算出。").format(name))

    # ---------------------------------------------------------------------- writing

    def line_in_print(self) -> str:
        """The paragraph that is being written, as the report prints it."""
        return self._filled(self._ui.body.textCursor().block().text()).strip()

    def _draft(self) -> str:
        return self._made.drafts.get(self._number, "") if self._made else ""

    def _filled(self, text: str) -> str:
        from disclosure_desk.statistics.fields import filled

        return filled(text, self._made.fields) if self._made else text

    def _show_state(self) -> None:
        """Length of the chapter, likeness to last year's, and what can be done with it."""
        chapter = self.chapter
        if chapter is None or self._made is None:
            return
        typed = self._ui.body.toPlainText()
        is_empty = not typed.strip()
        self._ui.insert_field.setEnabled(chapter.written)
        self._ui.insert_phrase.setEnabled(chapter.written and bool(self._phrases_menu.actions()))
        self._ui.adopt_draft.setEnabled(chapter.written and is_empty and bool(self._draft()))
        length = length_of(self._filled(self._draft() if is_empty else typed))
        parts = [self.tr("草稿{}字").format(length) if is_empty else self.tr("{}字").format(length)]
        if chapter.longest:
            parts.append(self.tr("原则上不超过{}字").format(chapter.longest))
        if 0 < chapter.longest < length:
            parts.append(self.tr("超出{}字，请精简").format(length - chapter.longest))
        if (likeness := self._made.likeness.get(self._number)) is not None:
            parts.append(likeness.told)
        self._ui.length.setText("，".join(parts) if chapter.written else "")

    def _on_typed(self) -> None:
        chapter = self.chapter
        if chapter is None or not chapter.written:
            return
        self._pause.start()
        self._show_state()
        self._tell_place()
        self.typed.emit(self._ui.body.toPlainText())

    def _on_draft_adopted(self) -> None:
        self._ui.body.setPlainText(self._draft())
        self._ui.body.setFocus()

    # ------------------------------------------------------------- fields and phrases

    def _fill_menus(self, made: ComposedReport) -> None:
        self._fields_menu.clear()
        for group in made.groups:
            menu = self._fields_menu.addMenu(group.title)
            for name, words, value in group.fields:
                label = f"{words}：{value if len(value) <= 30 else f'{value[:29]}…'}"
                action = QAction(label.replace("&", "&&"), menu)
                action.setData(name)
                menu.addAction(action)
        self._fill_phrases()

    def _fill_phrases(self) -> None:
        self._phrases_menu.clear()
        self._phrases_menu.setToolTipsVisible(True)
        for phrase in self._made.phrases.get(self._number, ()) if self._made else ():
            action = self._phrases_menu.addAction(phrase.title)
            action.setToolTip(f"{phrase.text}\n依据：{phrase.source}")
            action.setStatusTip(phrase.text)
            action.setData(phrase.text)

    def _on_phrase_chosen(self, action: QAction) -> None:
        self._ui.body.insertPlainText(action.data())
        self._ui.body.setFocus()
