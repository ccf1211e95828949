"""The leaf of the calendar where a notice is pasted, read and looked at before it is kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from disclosure_desk.desk import calendar_keeping as keeping
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.row_fit import fit_rows
from disclosure_desk.faults import KnownError
from disclosure_desk.rules.holiday_notice import festivals_missing, read_notice
from disclosure_desk.rules.working_days import HolidayNotice
from disclosure_desk.storage.own_calendars import notice_text

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_calendar_view import Ui_CalendarView

_PAUSE_MS = 300


class NoticeImport(QObject):
    """Reads what stands in the text and shows what it would change; nothing is kept here."""

    def __init__(self, ui: "Ui_CalendarView", parent: QObject) -> None:
        super().__init__(parent)
        self.ui = ui
        self._notice: HolidayNotice | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._breaks = LinesModel(("节日", "放假", "天数", "上班"), self)
        self._prepare()
        self.clear()
        ui.text.edited.connect(self._pause.start)
        self._pause.timeout.connect(self.preview)
        ui.is_complete.toggled.connect(lambda _on: self._show_whether_ready())

    @property
    def year(self) -> int:
        """The year of the notice that was read; 0 while there is none."""
        return self._notice.year if self._notice else 0

    @property
    def ready_text(self) -> str | None:
        """The text to keep; None while it is not read or not confirmed."""
        if self._pause.isActive():
            self._pause.stop()
            self.preview()
        return self.ui.text.toPlainText() if self.ui.keep_notice.isEnabled() else None

    def clear(self) -> None:
        """Begin with an empty text."""
        self.ui.text.blockSignals(True)
        self.ui.text.clear()
        self.ui.text.blockSignals(False)
        self.preview()

    def read_file(self, path: Path) -> None:
        """Put the text of a file where it would be pasted."""
        try:
            self.ui.text.setPlainText(notice_text(path))
        except KnownError as error:
            self.refuse(str(error))
            return
        self._pause.stop()
        self.preview()

    def preview(self) -> None:
        """Read the text; what is refused is told below it, and the text stays."""
        text = self.ui.text.toPlainText()
        self._notice = None
        self._breaks.set_rows([])
        self.ui.changes.clear()
        self.ui.label_read.clear()
        self._tell("")
        self.ui.is_complete.setChecked(False)
        if text.strip():
            try:
                self._show(read_notice(text))
            except KnownError as error:
                self._tell(str(error))
        self._show_whether_ready()

    def _show(self, notice: HolidayNotice) -> None:
        after = keeping.calendar_with(notice)
        self._notice = notice
        what = "调整" if notice.amends else ""
        name = notice.number or "没有读到文号"
        self.ui.label_read.setText(f"读到：{notice.year}年放假安排{what}（{name}）")
        self._breaks.set_rows(keeping.breaks_told(notice))
        fit_rows(self.ui.breaks)
        self.ui.changes.setPlainText(keeping.changes_told(notice, keeping.calendar_known(), after))
        if missing := festivals_missing(notice):
            self._tell(
                f"通知里没有读到{'、'.join(missing)}的安排，可能没有粘贴完整，"
                "请对照原文核对；确实没有的，请在下面打勾再导入。"
            )

    def refuse(self, sentence: str) -> None:
        """Say why what stands here is not kept."""
        self._tell(sentence)
        self.ui.text.setFocus()

    def _tell(self, sentence: str) -> None:
        self.ui.label_problem.setText(sentence)
        self.ui.label_problem.setVisible(bool(sentence))
        mark(self.ui.text, "warning" if sentence else "", sentence)

    def _show_whether_ready(self) -> None:
        missing = festivals_missing(self._notice) if self._notice else ()
        self.ui.is_complete.setVisible(bool(missing))
        confirmed = not missing or self.ui.is_complete.isChecked()
        self.ui.keep_notice.setEnabled(self._notice is not None and confirmed)

    def _prepare(self) -> None:
        table = self.ui.breaks
        table.setModel(self._breaks)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
