"""Makes a letter (文书) of a request: kind, day, draft or final, and what it still lacks."""

from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.case_watch import PAUSE_MS
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.dialogs.letter_gaps import LetterGaps
from disclosure_desk.desk.dialogs.template_folder import TemplateFolder
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.forms.ui_letter_making import Ui_LetterMaking
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.letter_choice import LetterPreview, load_letters
from disclosure_desk.desk.machine_settings import LETTER_FOLDER
from disclosure_desk.desk.opened_file import open_with_system
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.faults import Fault, KnownError
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.terms import Term
from disclosure_desk.rules.letters import LetterKind, letter_kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from disclosure_desk.exchange.write_letter import WrittenLetter

_UNFIT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-") | {"\n": " "})


class LetterMaking(KeyedDialog):
    """Ctrl+Enter asks where the file goes, writes it and opens it; then it says the rest here."""

    made = Signal()
    place_wanted = Signal(object)  # a Place: where something that the letter lacks is typed

    def __init__(
        self,
        desk: Desk,
        request_id: int,
        number: str,
        kinds: tuple[list[LetterKind], list[LetterKind]],
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        """Of request `number`; `kinds` are those that its state calls for, and the others."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._request_id, self._number = desk, request_id, number
        self.preview: LetterPreview | None = None
        self._done: list[str] = []  # what is told of the letter that was just written
        self._day_was_typed = False
        self._is_writing = False
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.ui = Ui_LetterMaking()
        self.ui.setupUi(self)
        self.ui.label_request.setText(about)
        self.ui.made_on.today = desk.today
        self._offer(kinds)
        self.gaps = LetterGaps(self.ui, self)
        self.templates = TemplateFolder(desk, self.ui, self)
        self.ui.label_notes.hide()
        self._connect()
        self.look()
        self.ui.kind.setFocus()

    def _offer(self, kinds: tuple[list[LetterKind], list[LetterKind]]) -> None:
        headings = ("现在要用的", "其他文书")
        groups = [
            (heading, [Term(kind.slug, kind.label) for kind in some])
            for heading, some in zip(headings, kinds, strict=True)
            if some
        ]
        self.ui.kind.offer_groups(groups, may_be_empty=False)
        first = next((term for _, terms in groups for term in terms), None)
        if first is not None:
            self.ui.kind.set_value(first.slug)

    # ------------------------------------------------------------------ what it will be

    def look(self) -> None:
        """Ask, behind the window, which number it takes and what it lacks."""
        self._pause.stop()
        self._turn += 1
        turn, kind, today = self._turn, self._kind(), self._desk.today()
        day = self.ui.made_on.value() if self._day_was_typed else None
        folder, final = self.templates.folder(), self.ui.final.isChecked()
        request_id = self._request_id
        if not kind:
            return

        def query(session: "Session") -> "tuple[int, LetterPreview | str]":
            from disclosure_desk.desk.letter_choice import preview

            try:
                found = preview(
                    session,
                    request_id,
                    kind,
                    made_on=day,
                    templates=folder,
                    today=today,
                    final=final,
                )
            except KnownError as error:
                return turn, str(error)
            return turn, found

        self._desk.look_up(query, succeeded=self._show)

    def _show(self, answer: "tuple[int, LetterPreview | str]") -> None:
        turn, found = answer
        if turn != self._turn:
            return
        if isinstance(found, str):
            self.preview = None
            self._tell([finding_line(Finding("", "warning", found))])
            self.gaps.show_missing(())
            return
        self.preview = found
        if not self._day_was_typed:
            with QSignalBlocker(self.ui.made_on):
                self.ui.made_on.set_value(found.made_on)
        number = f"定稿时的文号：{found.number}" if found.number else "这份文书没有文号"
        if not found.number and letter_kinds()[found.kind].series:
            number = "还没有文号：先在单位信息里填写机关代字"
        self.ui.label_number.setText(number)
        self._tell(self._done)
        self.gaps.show_missing(found.missing)
        QTimer.singleShot(0, self, self._grow)

    def _kind(self) -> str:
        return str(self.ui.kind.value() or "")

    # ------------------------------------------------------------------ making it

    def make(self) -> None:
        """Ask for the file and write the letter behind the window."""
        if composing() or self._is_writing or not self._kind():
            return
        self.ui.made_on.settle()
        if problem := self.ui.made_on.problem():
            mark(self.ui.made_on, "error", problem)
            self._tell([finding_line(Finding("L0", "error", f"“文书日期”{problem}"))])
            self.ui.made_on.setFocus()
            return
        chosen = file_choice.file_to_save(
            self, "保存文书", place=self._proposed_place(), filters=("Word 文档 (*.docx)",)
        )
        if not chosen:
            return
        self._is_writing = True
        self.ui.make.setEnabled(False)
        self._write(Path(chosen))

    def _write(self, out: Path, reason: str = "") -> None:
        """Write it; where signed figures would move, again with the reason that is asked for."""
        job = self._desk.jobs.start(
            self._work(out, reason),
            succeeded=self._is_written,
            failed=lambda error: self._desk.ask_why(
                error, partial(self._write, out), self._is_refused
            ),
            writing=True,
        )
        show_progress(job, "正在制作文书…", self)

    def _proposed_place(self) -> str:
        label = letter_kinds()[self._kind()].label
        name = f"{self._number} {label}.docx".translate(_UNFIT_IN_NAMES)
        folder = LETTER_FOLDER.value()
        if not Path(folder).is_dir() or not folder:
            folder = file_choice.folder_of(self._desk.database)
        return str(Path(folder) / name)

    def _work(self, out: Path, reason: str) -> "Callable[[Report], WrittenLetter]":
        desk, number, kind = self._desk, self._number, self._kind()
        final, folder = self.ui.final.isChecked(), self.templates.folder()
        made_on, today = self.ui.made_on.value(), self._desk.today()

        def work(_report: Report) -> "WrittenLetter":
            load_letters()
            from disclosure_desk.exchange.write_letter import write_letter

            written = write_letter(
                desk.database,
                number,
                kind,
                out,
                actor=desk.actor,
                today=today,
                final=final,
                templates=folder,
                made_on=made_on,
                reason=reason,
            )
            with suppress(Fault):  # it is kept already: the next save settles the file
                desk.database.settle()
            return written

        return work

    def _is_written(self, written: "WrittenLetter") -> None:
        self._is_writing = False
        self.ui.make.setEnabled(True)
        LETTER_FOLDER.keep(str(written.path.parent))
        self._desk.changed.emit(frozenset({"request"}), self)
        self.made.emit()
        number = f"，文号{written.number}" if written.number else ""
        state = "已定稿" if written.final else "草稿已写出"
        told = f"<b>{escape(f'{written.label}{state}{number}。')}</b>"
        self._done = [told, *map(finding_line, written.findings)]
        self._tell(self._done)
        self.ui.files.show_files([written.path])
        if written.final:  # Ctrl+Enter once more must not make a second one of the kind
            with QSignalBlocker(self.ui.final):
                self.ui.final.set_value(False)
        self.look()
        try:
            open_with_system(written.path)
        except Fault as fault:
            errors.tell(fault, self)

    def _is_refused(self, error: Exception) -> None:
        self._is_writing = False
        self.ui.make.setEnabled(True)
        errors.tell(error, self)

    def _tell(self, lines: list[str]) -> None:
        self.ui.label_notes.setText("<br>".join(lines))
        self.ui.label_notes.setVisible(bool(lines))

    # ------------------------------------------------------------------ form and keys

    def _connect(self) -> None:
        ui = self.ui
        for widget in (ui.kind, ui.final):
            widget.edited.connect(self._on_edited)
        ui.made_on.edited.connect(self._on_day_typed)
        self.templates.changed.connect(self._on_edited)
        self.templates.told.connect(lambda words: self._tell([words]))
        self.gaps.wanted.connect(self.place_wanted)
        self._pause.timeout.connect(self.look)
        ui.make.clicked.connect(self.make)
        ui.leave.clicked.connect(self.reject)
        self._desk.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.make)

    def _on_edited(self) -> None:
        """Another letter is meant than the one that was just written."""
        self._done = []
        self.ui.files.show_files([])
        self._turn += 1
        self._pause.start()

    def _on_day_typed(self) -> None:
        self._day_was_typed = True
        self._on_edited()

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        """What was lacking may have been filled in."""
        if kinds & {"request", "office", "calendar"} and initiator is not self:
            self.look()

    def _grow(self) -> None:
        if self.isVisible() and (layout := self.layout()) is not None:
            layout.activate()
            fit_to_screen(self, self.ui.scroll_fields)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its fields, as far as the screen allows."""
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)

    def reject(self) -> None:
        """Leave; not while a letter is being written."""
        if not self._is_writing:
            super().reject()
