"""The letters of a request in its form: the list, and the ways to make, open and save one."""

import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.letter_files import is_outdated, letters_of, remove_draft
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.dialogs.letter_making import LetterMaking
from disclosure_desk.desk.dialogs.office_over import OfficeOver
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.letter_choice import Place, kinds_offered
from disclosure_desk.desk.machine_settings import LETTER_FOLDER
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.opened_file import open_with_system
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import Fault
from disclosure_desk.records.request import Request
from disclosure_desk.rules.letters import letter_kinds

if TYPE_CHECKING:
    from disclosure_desk.desk.dialogs.request_edit import RequestEdit

_WIDTHS = (0, 150, 84, 96)


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """A letter as the list shows it."""

    id: int
    label: str
    number: str
    made_on: str
    final: bool
    outdated: bool
    file_name: str

    def line(self) -> tuple[str, str, str, str]:
        """Kind, number, day, and whether it left the office and still tells the outcome."""
        state = "定稿" if self.final else "草稿"
        return (
            self.label,
            self.number,
            self.made_on,
            f"{state}，已过时" if self.outdated else state,
        )


class RequestLetters(FormPart):
    """Works on the widgets of the request's form."""

    letter_wanted = Signal()  # a new one: the registration is kept first
    changed = Signal()

    def __init__(self, desk: Desk, ui: Any, form: "RequestEdit") -> None:
        super().__init__(form)
        self._desk, self._ui = desk, ui
        self.request_id: int | None = None
        self.letters: list[ListedLetter] = []
        self._lines = LinesModel(("文书", "文号", "日期", "状态"), self)
        ui.letters.show_model(self._lines, _WIDTHS, stretched=0)
        self._connect()

    def _connect(self) -> None:
        ui = self._ui
        for button, slot in (
            (ui.make_letter, self.letter_wanted.emit),
            (ui.open_letter, self.open_letter),
            (ui.save_letter, self.save_letter),
            (ui.remove_letter, self.ask_to_remove_draft),
        ):
            button.clicked.connect(slot)
        QShortcut(QKeySequence("F7"), self._form).activated.connect(ui.make_letter.click)
        ui.letters.doubleClicked.connect(lambda _index: self.open_letter())
        ui.letters.selectionModel().selectionChanged.connect(
            lambda *_: self._show_which_buttons_act()
        )
        ui.letters.act_on(
            {
                "Return": self.open_letter,
                "Enter": self.open_letter,
                "Ctrl+Shift+S": self.save_letter,
                "Delete": self.ask_to_remove_draft,
            }
        )

    # ------------------------------------------------------------------ showing

    def show_letters(self, request_id: int | None) -> None:
        """List the letters of a request as they are kept, the newest first."""
        self.request_id = request_id
        self.letters = []
        if request_id is not None:
            with self._desk.database.reading() as session:
                request = session.get_one(Request, request_id)
                self.letters = [
                    ListedLetter(
                        letter.id,
                        letter_kinds()[letter.kind].label,
                        letter.number or "",
                        str(letter.made_on),
                        letter.final,
                        is_outdated(letter, request),
                        letter.file_name,
                    )
                    for letter in reversed(letters_of(session, request_id))
                ]
        self._lines.set_rows([letter.line() for letter in self.letters])
        self._show_which_buttons_act()

    def selected(self) -> ListedLetter | None:
        """The letter that the buttons act on."""
        row = self._ui.letters.selected_row()
        return None if row is None else self.letters[row]

    def take_keys(self) -> None:
        """Put the keys into the list, on its newest letter where none is chosen."""
        if self.letters and self.selected() is None:
            self._ui.letters.selectRow(0)
        self._ui.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_which_buttons_act(self) -> None:
        letter = self.selected()
        self._ui.make_letter.setEnabled(self.request_id is not None)
        self._ui.open_letter.setEnabled(letter is not None)
        self._ui.save_letter.setEnabled(letter is not None)
        self._ui.remove_letter.setEnabled(letter is not None and not letter.final)

    # ------------------------------------------------------------------ making

    def make_letter(self) -> LetterMaking:
        """Open the making of a letter of the request as it is kept."""
        assert self.request_id is not None
        with self._desk.database.reading() as session:
            request = session.get_one(Request, self.request_id)
            kinds = kinds_offered(request, letters_of(session, self.request_id))
            number = request.number
        form = LetterMaking(
            self._desk, self.request_id, number, kinds, self._form, about=self._form.about()
        )
        form.made.connect(self.changed)
        form.finished.connect(self.take_keys)
        form.place_wanted.connect(partial(self._lead_to, form))
        form.open()
        return form

    def _lead_to(self, making: LetterMaking, place: Place) -> None:
        """Open where something that a letter lacks is typed."""
        if place.form == "office":
            OfficeOver(self._desk, making, field=place.name).open()
        elif place.form == "step":
            self._form.steps.open_latest(place.name, making)
        else:
            making.reject()
            self._form.lead_to(place.name)

    # ------------------------------------------------------------------ opening and saving

    def open_letter(self) -> None:
        """Show the selected letter in the system's program: a copy that cannot be changed."""
        letter = self.selected()
        if letter is None or composing():
            return
        folder = Path(tempfile.mkdtemp(prefix="disclosure-desk-"))
        self._write(letter, folder / Path(letter.file_name).name, self._open)

    def _open(self, path: Path) -> None:
        path.chmod(0o444)
        try:
            open_with_system(path)
        except Fault as fault:
            errors.tell(fault, self._form)

    def save_letter(self) -> None:
        """Put the selected letter into a file once more."""
        letter = self.selected()
        if letter is None or composing():
            return
        folder = LETTER_FOLDER.value() or file_choice.folder_of(self._desk.database)
        chosen = file_choice.file_to_save(
            self._form,
            "另存文书",
            place=str(Path(folder) / Path(letter.file_name).name),
            filters=("Word 文档 (*.docx)",),
        )
        if chosen:
            self._write(letter, Path(chosen), self._is_saved)

    def _is_saved(self, path: Path) -> None:
        LETTER_FOLDER.keep(str(path.parent))
        self._ui.label_saved.setText(f"文书已另存到 {path.name}")

    def _write(self, letter: ListedLetter, out: Path, then: Any) -> None:
        database = self._desk.database

        def work(_report: Report) -> Path:
            from disclosure_desk.exchange.write_letter import save_letter

            return save_letter(database, letter.id, out)

        self._desk.jobs.start(work, succeeded=then, failed=self._is_refused)

    def _is_refused(self, error: Exception) -> None:
        errors.tell(error, self._form)

    # ------------------------------------------------------------------ taking a draft away

    def ask_to_remove_draft(self) -> None:
        """Ask before the selected draft is taken away; final letters stay."""
        letter = self.selected()
        if letter is None or letter.final:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "删除草稿",
            f"删除“{letter.label}”的草稿？已经写出的文件不受影响。",
            QMessageBox.StandardButton.NoButton,
            self._form,
        )
        remove = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
        box.finished.connect(box.deleteLater)
        remove.clicked.connect(partial(self._remove, letter.id))
        box.open()

    def _remove(self, letter_id: int) -> None:
        command = partial(remove_draft, letter_id=letter_id)
        self._desk.run(command, self._form, succeeded=self._is_removed, failed=self._is_refused)

    def _is_removed(self, _done: Done) -> None:
        self.changed.emit()
