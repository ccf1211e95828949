"""Automatic backups to a second place: a stick or a share that is there now and then."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.faults import Fault
from disclosure_desk.storage.backup import Backup, automatic_backup, copies_of


def newest_copy(path: Path, unit: str, folder: Path, computer: str) -> datetime | None:
    """When this computer last copied the office file there; None for never, or not there now."""
    found = copies_of(path, unit, folder, computer)
    return found[0].made_at if found else None


def copy_to_second_place(
    path: Path, folder: Path, *, now: datetime, computer: str
) -> Backup | None:
    """Back the office file up into a folder on another disk, and thin what lies there of it.

    The copy is made from the file itself, written beside its name, synced and read back whole.
    None where the folder is not there: a stick lies in a drawer most of the time, and a folder
    made in its place would lie on this computer's own disk. Raises Fault, for one that is full.
    """
    try:
        is_there = folder.is_dir()
    except OSError:  # a share whose computer is off
        is_there = False
    if not is_there:
        return None
    backup, _ = automatic_backup(path, folder, now=now, computer=computer)
    return backup


def is_same_disk(path: Path, folder: Path) -> bool:
    """Whether both would be lost with one disk. Raises Fault where the folder is not there."""
    try:
        return path.stat().st_dev == folder.stat().st_dev
    except OSError as error:
        raise Fault(f"找不到文件夹“{folder}”，请接好U盘或共享后再试。") from error
