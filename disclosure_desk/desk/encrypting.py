"""Encrypts the open office, takes the encryption off, and changes its password."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from disclosure_desk.desk import errors
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.faults import KnownError, Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from disclosure_desk.desk.jobs import Report
    from disclosure_desk.desk.main_window import MainWindow
    from disclosure_desk.storage.journal import Actor

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Recoded:
    """What came of it: the recovery key, copies that are still plain, and what went wrong after."""

    recovery: str
    plain: tuple[Path, ...]
    problem: str = ""


class Encrypting(QObject):
    """Closes the office for it, and opens it again whatever comes of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def encrypt(self, password: str) -> None:
        """Encrypt the open office, or an encrypted one anew; shows the recovery key once."""
        self._recode(password, "正在加密…", self._show_key)

    def decrypt(self) -> None:
        """Lay the open office down plain."""
        self._recode(None, "正在取消加密…", self._tell_plain)

    def _recode(
        self,
        password: str | None,
        text: str,
        told: Callable[[str, str, Recoded], None],
    ) -> None:
        window = self._window
        if window.desk is None or window.desk.database.path is None or not window.may_leave():
            return
        if (why := window.desk.why_not_replaced()) != "":
            errors.tell(Refusal(f"现在不能改动加密：{why}。"), window)
            return
        place, unit = str(window.desk.database.path), window.backups.unit
        actor, now = window.desk.actor, window.backups.now()
        window.close_for_a_while()
        job = window.jobs.start(
            lambda report: _recoded(report, Path(place), unit, password, actor, now),
            succeeded=partial(self._is_recoded, place, unit, told),
            failed=partial(window.opening.open_again, place),
            writing=True,
        )
        show_progress(job, text, window)

    def _is_recoded(
        self, place: str, unit: str, told: Callable[[str, str, Recoded], None], recoded: Recoded
    ) -> None:
        self._window.open_place(place)
        told(place, unit, recoded)
        if recoded.problem:
            errors.tell(Refusal(recoded.problem), self._window)

    def _show_key(self, place: str, unit: str, recoded: Recoded) -> None:
        from disclosure_desk.desk.dialogs.recovery_key import RecoveryKey

        window = self._window
        dialog = RecoveryKey(recoded.recovery, unit, Path(place).name, window.today(), window)
        if recoded.plain:
            dialog.finished.connect(lambda _result: self._ask_about_plain(recoded.plain))
        dialog.open()

    def _tell_plain(self, _place: str, _unit: str, _recoded: Recoded) -> None:
        words = "已取消加密，文件谁都能打开。以前的加密备份仍要用原来的密码或恢复密钥打开。"
        self._box(QMessageBox.Icon.Information, words).open()

    def _ask_about_plain(self, plain: tuple[Path, ...]) -> None:
        named = "\n".join(str(one) for one in plain[:_MOST_NAMED])
        more = f"\n……共{len(plain)}个" if len(plain) > _MOST_NAMED else ""
        box = self._box(
            QMessageBox.Icon.Warning,
            f"加密前的这些备份没有加密，谁都能打开：\n{named}{more}\n\n"
            "已经另做了一份加密的备份。要覆盖并删除它们吗？"
            "固态硬盘和U盘里旧内容可能仍有残留，不能保证完全清除；没有接好的U盘上的备份请另行处理。",
        )
        drop = box.addButton("覆盖并删除(&D)", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("保留", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        drop.clicked.connect(partial(self._drop, plain))
        box.open()

    def _drop(self, plain: tuple[Path, ...]) -> None:
        def work(_report: "Report") -> list[Path]:
            from disclosure_desk.storage.encryption import delete_plain

            return delete_plain(plain)

        self._window.jobs.start(work, succeeded=self._tell_left)

    def _tell_left(self, left: list[Path]) -> None:
        if left:
            named = "”“".join(one.name for one in left[:_MOST_NAMED])
            errors.tell(Refusal(f"没有删掉“{named}”，请检查权限后手工删除。"), self._window)
        else:
            self._window.ui.status_bar.showMessage("没有加密的旧备份已删除。")

    def _box(self, icon: QMessageBox.Icon, words: str) -> QMessageBox:
        buttons = QMessageBox.StandardButton.NoButton
        box = QMessageBox(icon, "加密", words, buttons, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        if icon is QMessageBox.Icon.Information:
            box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        return box


def _recoded(
    _report: "Report",
    path: Path,
    unit: str,
    password: str | None,
    actor: "Actor",
    now: "datetime",
) -> Recoded:
    """What is done behind the window; from the new file on nothing may lose its recovery key."""
    from disclosure_desk.commands.protection import DECRYPTED, ENCRYPTED, PASSWORD_CHANGED
    from disclosure_desk.desk.machine_settings import BACKUP_FOLDER, SECOND_FOLDER
    from disclosure_desk.storage.backup import automatic_backup
    from disclosure_desk.storage.encryption import (
        decrypt,
        encrypt,
        is_encrypted_file,
        plain_copies,
    )

    step = PASSWORD_CHANGED if is_encrypted_file(path) else ENCRYPTED
    recovery = encrypt(path, password) if password is not None else ""
    if password is None:
        decrypt(path)
        step = DECRYPTED
    try:
        _journal(path, step, actor)
        automatic_backup(path, now=now)
    except KnownError as error:
        return Recoded(recovery, (), f"已经完成，但是没有做成备份：{error}")
    if password is None:
        return Recoded("", ())
    folders = [Path(one.value()) for one in (BACKUP_FOLDER, SECOND_FOLDER) if one.value()]
    return Recoded(recovery, tuple(plain_copies(path, unit, *folders)))


def _journal(path: Path, step: str, actor: "Actor") -> None:
    from disclosure_desk.commands.protection import note_security
    from disclosure_desk.storage.database import open_database

    database = open_database(path)
    try:
        with database.writing(actor) as session:
            note_security(session, step)
    finally:
        database.close()
