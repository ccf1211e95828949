"""Where an office file lies: on a disk of this computer, or on a share of another one.

A write-ahead log needs memory that all who open the file share; computers share none. There
SQLite keeps its older journal, which asks only that the share passes locks and syncs on.
Source: https://www.sqlite.org/wal.html, section 1; https://www.sqlite.org/useovernet.html.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PureWindowsPath

# Kinds of Linux file systems behind which another computer stands, as /proc/mounts names them.
_SHARES = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "virtiofs"),
        *("ceph", "glusterfs", "lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "davfs", "vboxsf"),
        *("fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.rclone", "fuse.davfs2"),
        *("fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.vmhgfs-fuse", "prl_fs", "vmhgfs"),
    )
)
DriveKind = Callable[[str], int]

_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def lies_on_share(path: Path) -> bool:
    """Whether another computer may open the same file; unknown places count as our own."""
    if sys.platform == "win32":
        from disclosure_desk.storage.windows_system import drive_kind

        return is_windows_share(os.path.realpath(path), drive_kind)
    else:  # noqa: RET505  # mypy tells the systems apart by it
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:  # macOS, or a closed room without /proc
            return False
        return kind_of_file_system(os.path.realpath(path), mounts.splitlines()) in _SHARES


def kind_of_file_system(path: str, mounts: Iterable[str]) -> str:
    """The kind of the file system that holds a path without links; "" where none does.

    `mounts` are lines as the kernel tells them: device, folder, kind; the last of a folder holds.
    """
    longest, found = -1, ""
    for line in mounts:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), parts[1])
        inside = folder == "/" or path == folder or path.startswith(folder + "/")
        if inside and len(folder) >= longest:
            longest, found = len(folder), parts[2]
    return found


def is_windows_share(path: str, drive_kind: DriveKind) -> bool:
    """Whether a Windows path names another computer, or a drive letter that stands for one."""
    drive = PureWindowsPath(path).drive
    if drive.startswith("\\\\"):
        device = drive[:4] in ("\\\\?\\", "\\\\.\\")
        if not device:
            return True
        rest = path[4:]
        return rest.upper().startswith("UNC\\") or is_windows_share(rest, drive_kind)
    return bool(drive) and drive_kind(f"{drive}\\") == _REMOTE_DRIVE
