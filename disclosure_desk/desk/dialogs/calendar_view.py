"""The working calendar (节假日): a year at a glance, and the notices it comes from."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLabel, QMessageBox, QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.desk import calendar_keeping as keeping
from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk, this_day
from disclosure_desk.desk.dialogs.notice_import import NoticeImport
from disclosure_desk.desk.forms.ui_calendar_view import Ui_CalendarView
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.year_sheet import LEGEND, told
from disclosure_desk.faults import KnownError
from disclosure_desk.rules.working_days import CalendarMissing, HolidayNotice, WorkingDays
from disclosure_desk.storage.own_calendars import own_notices

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_YEAR, _IMPORT = 0, 1
_ROW_HEIGHT = 26


class CalendarView(QDialog):
    """Three leaves: the year, taking a notice in, and the notices taken in before."""

    def __init__(
        self,
        desk: Desk | None,
        parent: QWidget | None = None,
        *,
        jobs: Jobs | None = None,
        year: int | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        """Without an open office give `jobs`; a `year` without a notice begins with importing."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._jobs = desk.jobs if desk is not None else jobs
        self._today = desk.today if desk is not None else today
        self.calendar = WorkingDays(())
        self._own: tuple[HolidayNotice, ...] = ()
        self.ui = Ui_CalendarView()
        self.ui.setupUi(self)
        self.ui.label_legend.setText(LEGEND)
        self._own_lines = LinesModel(("年度", "文号", "标题", "内容"), self)
        self._polish()
        self._prepare_own()
        self.importing = NoticeImport(self.ui, self)
        self._connect()
        self.reload(year or self._today().year)
        self.ui.tabs.setCurrentIndex(_YEAR)
        self.ui.sheet.setFocus()
        if year is not None and year not in self.calendar.years:
            self.begin_import()

    def begin_import(self) -> None:
        """Go to where a notice is taken in."""
        self.ui.tabs.setCurrentIndex(_IMPORT)
        self.ui.text.setFocus()

    # ------------------------------------------------------------------ the year

    def reload(self, year: int | None = None) -> None:
        """Read the notices anew and show a year, by default the one in view."""
        self.calendar = keeping.calendar_known()
        wanted = year or self.ui.year.currentData()
        self._offer_years(wanted)
        self._show_year()
        self._show_own()

    def _offer_years(self, wanted: int) -> None:
        known = self.calendar.years
        offered = sorted({*known, wanted, self._today().year, self._today().year + 1}, reverse=True)
        box = self.ui.year
        box.blockSignals(True)
        box.clear()
        for year in offered:
            box.addItem(f"{year}年" if year in known else f"{year}年（没有）", year)
        box.setCurrentIndex(offered.index(wanted))
        box.blockSignals(False)
        self.ui.label_known.setText(f"已有放假安排的年份：{_in_runs(known)}")

    def _show_year(self) -> None:
        year = self.ui.year.currentData()
        self.ui.sheet.show_year(year, self.calendar, self._today())
        lines = [_named(notice, own) for notice, own in keeping.notices_of(year)]
        if year not in self.calendar.years:
            lines = [str(CalendarMissing(year))]
        self.ui.label_notices.setText("\n".join(lines))

    def _on_day_chosen(self, day: date) -> None:
        place = self.ui.sheet.place_of(day).center()
        self.ui.scroll_year.ensureVisible(place.x(), place.y())
        known = day.year in self.calendar.years
        self.ui.label_day.setText(told(self.calendar.day(day)) if known else str(day))

    # ------------------------------------------------------------------ taking in

    def keep_notice(self) -> None:
        """Keep the notice that was read; the open office follows in the same step."""
        text = self.importing.ready_text
        if composing() or self.ui.tabs.currentIndex() != _IMPORT or text is None:
            return
        self.ui.keep_notice.setEnabled(False)
        self._run(
            partial(keeping.keep, text=text),
            succeeded=partial(self._is_kept, self.importing.year),
            failed=self._is_not_kept,
        )

    def _is_kept(self, year: int, done: Done) -> None:
        self.importing.clear()
        self.reload(year)
        self.ui.tabs.setCurrentIndex(_YEAR)
        self.ui.sheet.setFocus()
        told_of = [finding.message for finding in done.findings]
        self.ui.label_state.setText("\n".join([f"已导入{year}年的放假安排。", *told_of]))

    def _is_not_kept(self, error: Exception) -> None:
        self.importing.preview()
        if isinstance(error, KnownError):
            self.importing.refuse(str(error))
        else:
            errors.tell(error, self)

    def _choose_file(self) -> None:
        folder = file_choice.folder_of(self._desk.database if self._desk else None)
        chosen = file_choice.file_to_open(
            self, "选择放假通知", folder=folder, filters=("文本文件 (*.txt)", "所有文件 (*)")
        )
        if chosen:
            self.importing.read_file(Path(chosen))

    def _run(
        self,
        command: "Callable[[Session | None], Done]",
        *,
        succeeded: Callable[[Done], None],
        failed: Callable[[Exception], object],
    ) -> None:
        """In one step of the open office, or without one."""
        if self._desk is not None:
            self._desk.run(command, self, succeeded=succeeded, failed=failed)
        else:
            assert self._jobs is not None
            self._jobs.start(lambda _report: command(None), succeeded=succeeded, failed=failed)

    # ------------------------------------------------------------------ own notices

    def _show_own(self) -> None:
        self.ui.label_problem.clear()
        try:
            self._own = own_notices()
        except KnownError as error:
            self._own = ()
            self.ui.label_state.setText(str(error))
        self._own_lines.set_rows(
            [
                (
                    f"{one.year}年",
                    one.number or "—",
                    one.title or "—",
                    "调整安排" if one.amends else "全年安排",
                )
                for one in self._own
            ]
        )
        if self._own:
            self.ui.own.setCurrentIndex(self._own_lines.index(0, 0))
        self.ui.forget_notice.setEnabled(bool(self._own))

    def ask_before_forgetting(self) -> QMessageBox | None:
        """Ask whether the chosen notice shall go, and say what holds then."""
        index: QModelIndex = self.ui.own.currentIndex()
        if not index.isValid():
            return None
        year = self._own[index.row()].year
        several = sum(one.year == year for one in self._own)
        number = f"{several}份通知（包括调整的）" if several > 1 else "通知"
        stays = year in keeping.calendar_without(year).years
        then = (
            f"删除后改用随程序提供的{year}年放假安排。"
            if stays
            else f"删除后没有{year}年的放假安排，落在这一年的到期日就推算不出来。"
        )
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "节假日",
            f"删除自己导入的{year}年{number}？",
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setInformativeText(then)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(partial(self._forget, year))
        box.open()
        return box

    def _forget(self, year: int) -> None:
        self.ui.forget_notice.setEnabled(False)
        self._run(
            partial(keeping.forget, year=year),
            succeeded=partial(self._is_forgotten, year),
            failed=self._is_not_forgotten,
        )

    def _is_forgotten(self, year: int, _done: Done) -> None:
        self.reload()
        self.ui.label_state.setText(f"已删除自己导入的{year}年放假安排。")

    def _is_not_forgotten(self, error: Exception) -> None:
        self._show_own()
        errors.tell(error, self)

    # ------------------------------------------------------------------ form

    def _prepare_own(self) -> None:
        table = self.ui.own
        table.setModel(self._own_lines)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _polish(self) -> None:
        """A leaf is styled as it is added, before its labels have been given their roles."""
        for label in self.ui.tabs.findChildren(QLabel):
            label.style().unpolish(label)
            label.style().polish(label)

    def _connect(self) -> None:
        ui = self.ui
        ui.year.currentIndexChanged.connect(lambda _index: self._show_year())
        ui.sheet.day_chosen.connect(self._on_day_chosen)
        ui.choose_file.clicked.connect(self._choose_file)
        ui.keep_notice.clicked.connect(self.keep_notice)
        ui.forget_notice.clicked.connect(self.ask_before_forgetting)
        ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep_notice)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), ui.own)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.ask_before_forgetting)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the year, as far as the screen allows; beyond that it scrolls."""
        is_seen = self.ui.tabs.currentIndex() == _YEAR
        fit_to_screen(self, self.ui.scroll_year if is_seen else None)
        super().showEvent(event)
        self._on_day_chosen(self.ui.sheet.chosen)  # into view, now that it has a place


def _named(notice: HolidayNotice, own: bool) -> str:
    """A notice with its number, title, day and where it comes from."""
    title = f"《{notice.title}》" if notice.title else ""
    issued = f"，{notice.issued}印发" if notice.issued else ""
    return f"依据：{notice.number}{title}{issued}（{'自己导入' if own else '随程序提供'}）"


def _in_runs(years: tuple[int, ...]) -> str:
    """2008年至2026年、2028年."""
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])
    ]
    told_of = (f"{run[0]}年至{run[-1]}年" if len(run) > 1 else f"{run[0]}年" for run in runs)
    return "、".join(told_of)
