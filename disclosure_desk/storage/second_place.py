"""Automatic backups to a second place: a stick or a share that is there now and then."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.faults import Fault
from disclosure_desk.storage.backup import Backup, automatic_backup, copies_of


def newest_copy(path: Path, unit: str, folder: Path, computer: str) -> datetime | None:
    """When this computer last copied the office file there; None for never, or not there now."""
    found = copies_of(path, unit, folder, computer)
    return found[0].made_at if found else None


def is_connected(path: Path, folder: Path, *, on_other_disk: bool = False) -> bool:
    """Whether the folder is there now, and on another disk than the office file if it was.

    Where a stick is hung in, an empty folder of this computer's own disk stays when it is pulled.
    """
    try:
        return folder.is_dir() and not (on_other_disk and is_same_disk(path, folder))
    except (OSError, Fault):  # a share whose computer is off
        return False


def copy_to_second_place(
    path: Path, folder: Path, *, now: datetime, computer: str, on_other_disk: bool = False
) -> Backup | None:
    """Back the office file up into a folder on another disk, and thin what lies there of it.

    The copy is made from the file itself, written beside its name, synced and read back whole.
    None where the folder is not there: a stick lies in a drawer most of the time, and a folder
    made in its place would lie on this computer's own disk. Raises Fault, for one that is full.
    """
    if not is_connected(path, folder, on_other_disk=on_other_disk):
        return None
    backup, _ = automatic_backup(path, folder, now=now, computer=computer)
    return backup


def is_same_disk(path: Path, folder: Path) -> bool:
    """Whether both would be lost with one disk. Raises Fault where the folder is not there."""
    try:
        return path.stat().st_dev == folder.stat().st_dev
    except OSError as error:
        raise Fault(f"找不到文件夹“{folder}”，请接好U盘或共享后再试。") from error
