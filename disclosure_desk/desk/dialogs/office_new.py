"""Asks for the name and the file of a new office (新建单位数据库)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.forms.ui_office_new import Ui_OfficeNew
from disclosure_desk.desk.jobs import Jobs, Report
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.widgets.flow_keys import composing

_ENDING = ".db"


class OfficeNew(QDialog):
    """Founds the office and tells its place; stays open with what was typed when it cannot."""

    founded = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs = jobs
        self._place_was_chosen = False
        self.ui = Ui_OfficeNew()
        self.ui.setupUi(self)
        self.ui.label_notes.hide()
        self.ui.unit_name.edited.connect(self._propose_place)
        self.ui.place.textEdited.connect(self._on_place_chosen)
        self.ui.place.editingFinished.connect(self._show_whole_path)
        self.ui.choose_place.clicked.connect(self._choose_place)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.found.clicked.connect(self.found)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.found)
        self._propose_place()

    def found(self) -> None:
        """Make the database; an unusable name or place is said in the form."""
        if composing() or not self.ui.found.isEnabled():
            return
        self._show_whole_path()
        name, place = self.ui.unit_name.value(), self.ui.place.value()
        if name is None or place is None:
            missing = self.ui.unit_name if name is None else self.ui.place
            self._tell("请填写单位名称。" if name is None else "请选择保存的位置。")
            missing.setFocus()
            return
        self.ui.found.setEnabled(False)
        path = _with_ending(str(place))
        job = self._jobs.start(
            partial(_found, path, str(name), sample=self.ui.with_sample.isChecked()),
            succeeded=lambda _nothing: self._is_founded(path),
            failed=self._is_refused,
            writing=True,
        )
        show_progress(job, "正在建立数据库…", self)

    def _is_founded(self, place: str) -> None:
        self.founded.emit(place)
        self.accept()

    def _is_refused(self, error: Exception) -> None:
        self.ui.found.setEnabled(True)
        errors.tell(error, self)

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))

    def _on_place_chosen(self) -> None:
        self._place_was_chosen = True

    def _propose_place(self) -> None:
        """A file of the unit's name among the documents, until another place is chosen."""
        if self._place_was_chosen:
            return
        from disclosure_desk.storage.file_names import in_file_name

        folder, name = Path(file_choice.documents_folder()), str(self.ui.unit_name.value() or "")
        place = str(folder / f"{in_file_name(name)}信息公开{_ENDING}") if name else ""
        self.ui.place.setText(place)

    def _show_whole_path(self) -> None:
        typed = self.ui.place.text().strip()
        self.ui.place.setText(file_choice.whole_path(typed, file_choice.documents_folder()))

    def _choose_place(self) -> None:
        chosen = file_choice.file_to_save(
            self, "保存到", place=self.ui.place.text(), filters=(f"单位数据库 (*{_ENDING})",)
        )
        if chosen:
            self._place_was_chosen = True
            self.ui.place.setText(chosen)


def _with_ending(place: str) -> str:
    return place if "://" in place or Path(place).suffix else f"{place}{_ENDING}"


def _found(place: str, name: str, _report: Report, *, sample: bool) -> None:
    from disclosure_desk.exchange.founding import found

    found(place, name, sample=sample)
