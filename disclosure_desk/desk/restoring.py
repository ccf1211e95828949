"""Puts a backup in place of the open office file, which is closed for it and opened again."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.desk import errors
from disclosure_desk.desk.backup_keeping import restoring, tell_restored
from disclosure_desk.desk.entrance import ask_for_password
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.faults import Refusal
from disclosure_desk.storage.file_connections import known_key
from disclosure_desk.storage.password_needed import PasswordNeeded

if TYPE_CHECKING:
    from disclosure_desk.desk.main_window import MainWindow
    from disclosure_desk.storage.restore import Restored


def restore_backup(window: "MainWindow", backup: Path) -> None:
    """Restore; for a backup from before the password was changed, its password is asked for."""
    desk = window.desk
    if desk is None or desk.database.path is None or not window.may_leave():
        return
    place = str(desk.database.path)
    if (why := desk.why_not_replaced()) != "":
        errors.tell(Refusal(f"这个文件现在不能恢复备份：{why}。"), window)
        return
    try:
        known_key(backup)
    except PasswordNeeded as needed:
        ask_for_password(needed, window.jobs.start, window, partial(restore_backup, window, backup))
        return
    window.close_for_a_while()
    job = window.jobs.start(
        restoring(backup, place, window.backups.now()),
        succeeded=partial(_is_restored, window, place),
        failed=partial(window.opening.open_again, place),
        writing=True,
    )
    show_progress(job, "正在恢复备份…", window)


def _is_restored(window: "MainWindow", place: str, restored: "Restored") -> None:
    window.open_place(place)
    tell_restored(window, restored.replaced)
