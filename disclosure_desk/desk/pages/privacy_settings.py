"""Persons in the registers (个人信息): how long their data stays, its clearing, a copy without."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_privacy_settings import Ui_PrivacySettings
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.statistics.retained import Due

_HEADINGS = ("申请编号", "收到日期", "最后办理的日期", "在哪里")
_WIDTHS = (180, 120, 150, 120)
_MEANING = (
    "个人信息的保存期限应当是实现处理目的所必要的最短时间；到期的，清除申请人名称、证件号码、"
    "联系方式和文书原件，申请人类型、日期和结果留着，各年的统计表不变。多少年由本单位定，不填的不清除。"
)
_COPY = (
    "供培训或者报上级用的单位数据库：各年统计表与原来一格不差，人名、号码和地址换成虚构的，"
    "同一个人始终是同一个化名；不带文书、草稿和修改记录。"
)
_FOR_GOOD = (
    "清除后不能恢复，也不能撤销。以前的备份和升级前的副本里还有这些信息："
    "旧备份会逐步清理，要马上清除请自行删除。"
)
_OFFICE_FILES = ("单位数据库 (*.db)",)


class PrivacySettings(QWidget):
    """The period is the office's; nothing is cleared unless somebody asks for it here."""

    title = "个人信息"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._due: list[Due] = []
        self._years: int | None = None
        self.ui = Ui_PrivacySettings()
        self.ui.setupUi(self)
        self.ui.label_meaning.setText(_MEANING)
        self.ui.label_copy.setText(_COPY)
        self.model = LinesModel(_HEADINGS, self)
        self.ui.due.show_model(self.model, _WIDTHS, stretched=0)
        guard(desk, "OFFICE", self.ui.save_period, self.ui.clear)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Ask anew, behind the window; what is being typed stays."""
        today = self.desk.today()

        def query(session: "Session") -> "tuple[int | None, list[Due]]":
            from disclosure_desk.statistics.retained import past_retention, period_of

            return period_of(session), past_retention(session, today)

        self.desk.look_up(query, succeeded=self._show)

    def _show(self, found: "tuple[int | None, list[Due]]") -> None:
        is_typing = self.ui.years.value() != self._years
        self._years, self._due = found
        if not is_typing:
            self.ui.years.set_value(self._years)
        self.model.set_rows(
            [
                (
                    one.number,
                    str(one.received_on),
                    str(one.closed_on),
                    "回收站" if one.is_removed else "登记簿",
                )
                for one in self._due
            ]
        )
        if self._years is None:
            words = "没有设置保存期限。"
        elif self._due:
            words = f"{len(self._due):,}件申请办结已满{self._years}年，个人信息还没有清除："
        else:
            words = f"没有办结满{self._years}年、还没有清除的申请。"
        self.ui.label_due.setText(words)
        self.ui.clear.setEnabled(bool(self._due))

    # ------------------------------------------------------------------ the period

    def save_period(self) -> None:
        """Keep the number of years that is typed; an empty line keeps data for good."""
        if composing():
            return
        if problem := self.ui.years.problem():
            self.ui.label_due.setText(problem)
            return
        from disclosure_desk.commands.anonymising import set_retention

        years = self.ui.years.value()
        self._years = years if isinstance(years, int) else None
        command = partial(set_retention, years=self._years)
        self.desk.run(command, self, succeeded=lambda _done: self.reload(), failed=self._is_refused)

    def _is_refused(self, error: Exception) -> None:
        errors.tell(error, self)
        self.reload()

    # ------------------------------------------------------------------ clearing

    def ask_to_clear(self) -> None:
        """Ask once more, saying what cannot be taken back."""
        if composing() or not self._due:
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "清除个人信息",
            f"清除上面{len(self._due):,}件申请的个人信息？",
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setInformativeText(_FOR_GOOD)
        clear = box.addButton("清除", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
        box.finished.connect(box.deleteLater)
        clear.clicked.connect(self._clear)
        box.open()

    def _clear(self) -> None:
        from disclosure_desk.commands.anonymising import anonymise

        command = partial(
            anonymise, today=self.desk.today(), with_texts=self.ui.with_texts.isChecked()
        )
        job = self.desk.run(command, self, succeeded=self._is_cleared, failed=self._is_refused)
        show_progress(job, "正在清除个人信息…", self)

    def _is_cleared(self, done: "Done") -> None:
        database = self.desk.database

        def wipe(_report: Report) -> bool:
            from disclosure_desk.storage.traces import wipe_traces

            return wipe_traces(database)

        job = self.desk.jobs.start(wipe, succeeded=partial(self._is_wiped, done.step))
        show_progress(job, "正在整理文件，不留残迹…", self)
        self.reload()

    def _is_wiped(self, step: str, wiped: bool) -> None:
        rest = "" if wiped else "别的窗口正开着这个数据库，全部关闭后文件里才不留残迹。"
        self.desk.noticed.emit(f"已{step}。{rest}")

    # ------------------------------------------------------------------ a copy

    def save_copy(self) -> None:
        """Ask where to, and write the copy without persons."""
        if composing():
            return
        folder = file_choice.folder_of(self.desk.database) or Path.home()
        name = f"脱敏副本{self.desk.today():%Y%m%d}.db"
        chosen = file_choice.file_to_save(
            self, "另存脱敏副本", place=str(Path(folder) / name), filters=_OFFICE_FILES
        )
        if chosen:
            self._write_copy(Path(chosen))

    def _write_copy(self, path: Path) -> None:
        database, actor = self.desk.database, self.desk.actor
        keep_texts = self.ui.keep_texts.isChecked()

        def work(report: Report) -> Path:
            from disclosure_desk.exchange.deidentified_copy import write_deidentified_copy

            return write_deidentified_copy(
                database, path, actor=actor, keep_texts=keep_texts, report=report
            )

        job = self.desk.jobs.start(
            work, succeeded=self._is_copied, failed=lambda error: errors.tell(error, self)
        )
        show_progress(job, f"正在写“{path.name}”…", self)

    def _is_copied(self, path: Path) -> None:
        self.desk.noticed.emit(f"已另存脱敏副本“{path.name}”，各年统计表与原来一致。")

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
        self.ui.save_period.clicked.connect(self.save_period)
        self.ui.clear.clicked.connect(self.ask_to_clear)
        self.ui.save_copy.clicked.connect(self.save_copy)
        self.desk.changed.connect(self._on_changed)

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        if initiator is not self and kinds & {"office", "request", "dispute"} and self.isVisible():
            self.reload()

    def showEvent(self, event: object) -> None:
        """Look anew whenever the page comes into view."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.reload()
