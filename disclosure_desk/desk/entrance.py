"""Lets nobody see an office before its password was given."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from disclosure_desk.faults import KnownError
from disclosure_desk.storage.password_needed import PasswordNeeded

if TYPE_CHECKING:  # the form is loaded when an office has a password
    from disclosure_desk.desk.dialogs.password_asked import PasswordAsked
    from disclosure_desk.desk.jobs import Report

Start = Callable[..., object]  # begins work behind the window, as Jobs.start does
_ENCRYPTED = "这个文件已加密。请输入密码；忘记密码时，输入纸上的恢复密钥。"
_START = "这个单位设置了启动密码，请输入。"


def ask_for_password(
    needed: PasswordNeeded, start: Start, window: QWidget, then: Callable[[], object]
) -> "PasswordAsked":
    """Ask until the password is right, then go on; whoever leaves the question goes nowhere."""
    from disclosure_desk.desk.dialogs.password_asked import PasswordAsked
    from disclosure_desk.storage.file_connections import KeyNeeded

    encrypted = isinstance(needed, KeyNeeded)
    title = needed.path.name if isinstance(needed, KeyNeeded) else "启动密码"
    lead = _ENCRYPTED if encrypted else _START
    dialog = PasswordAsked(title, lead, "取消（Esc）", window)
    dialog.given.connect(lambda typed: try_password(dialog, start, needed.unlock, typed))
    dialog.accepted.connect(then)
    dialog.open()
    return dialog


def try_password(
    dialog: "PasswordAsked", start: Start, unlock: Callable[[str], object], typed: str
) -> None:
    """Look behind the window whether it is the right one: that takes half a second on purpose."""

    def work(_report: "Report") -> None:
        unlock(typed)

    start(
        work,
        succeeded=lambda _nothing: dialog.accept(),
        failed=partial(_refuse, dialog),
    )


def _refuse(dialog: "PasswordAsked", error: Exception) -> None:
    if not isinstance(error, KnownError):
        raise error
    dialog.refuse(str(error))
