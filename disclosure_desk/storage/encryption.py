"""Encrypts an office file, takes the encryption off again, and gives it another password.

Each writes a whole new file beside the old one, reads it back, and puts it in the old one's
place in one step of the file system: whatever interrupts it, one of the two lies there whole.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.storage.alone import alone_with
from disclosure_desk.storage.backup import backups_of
from disclosure_desk.storage.file_connections import (
    encrypted_head,
    keep_key,
)
from disclosure_desk.storage.file_content import same_content, write_copy
from disclosure_desk.storage.file_key import COST, FileKey, key_by, new_key
from disclosure_desk.storage.file_steps import (
    OPEN_FILES_STAY,
    keep_on_disk,
    put_in_place,
)
from disclosure_desk.storage.fresh_file import claimed, remove_with_logs, told_written
from disclosure_desk.storage.looking import condition_of, looking, must_be_usable, told_of
from disclosure_desk.storage.office_file import is_writable, look_before_opening

_LEFT = ".换下"  # the old file, for the moment in which its content is overwritten
_BLOCK = 1 << 20


def is_encrypted_file(path: Path) -> bool:
    """Whether an office file is encrypted; a file that is missing or foreign is not."""
    return bool(encrypted_head(path))


def unlock(path: Path, given: str) -> None:
    """Open an encrypted file for this process by its password, or by its recovery key.

    Raises WrongPassword, or Refusal for a recovery key with a slip in it. A plain file asks for
    nothing.
    """
    head = encrypted_head(path)
    if not head:
        return
    keep_key(key_by(head, given))


def encrypt(path: Path, password: str, *, cost: int = COST) -> str:
    """Encrypt the office file, or an encrypted one anew under another password.

    Tells the recovery key, which is to be printed and is kept nowhere: it is another one each
    time, and the one before opens only the copies made before. Raises Fault or Refusal; then
    the file is as it was. `cost` as in `new_key`.
    """
    key, recovery = new_key(password, cost=cost)
    _recode(path, key)
    return recovery


def decrypt(path: Path) -> None:
    """Lay the office file down plain again. Raises Refusal where it is plain."""
    if not is_encrypted_file(path):
        raise Refusal(f"“{path}”没有加密。")
    _recode(path, None)


def plain_copies(path: Path, unit: str, *folders: Path) -> list[Path]:
    """The copies of an office file that anybody can read: its backups, and what lies beside it."""
    found = [one.path for one in backups_of(path, unit, *folders)]
    for kind in ("升级前", "恢复前"):
        found += sorted(path.parent.glob(f"{path.stem}.{kind}-*{path.suffix}"))
    return [one for one in found if one.is_file() and not is_encrypted_file(one)]


def delete_plain(paths: Iterable[Path]) -> list[Path]:
    """Overwrite and delete copies that anybody can read; tells which could not be deleted.

    On a flash disk or a stick the old content may stay in cells that no program reaches.
    """
    left = []
    for path in paths:
        try:
            _overwrite(path)
            path.unlink()
        except OSError:
            left.append(path)
    return left


def clear_left_plain(path: Path) -> None:
    """Take away what a program that was stopped in the middle of encrypting left beside."""
    left = path.with_name(path.name + _LEFT)
    if left.exists() and is_encrypted_file(path):
        delete_plain([left])


def _recode(path: Path, key: FileKey | None) -> None:
    look_before_opening(path)
    if not is_writable(path):
        raise Fault(f"“{path}”是只读的，没有改动，请检查文件和文件夹的权限。")
    clear_left_plain(path)
    fresh = claimed(path.parent, f"{path.name}.加密中").unfinished
    try:
        with told_of(path), alone_with(path) as office:
            must_be_usable(path, condition_of(office))
            with told_written(path):
                write_copy(office, fresh, key)
            if key is not None:
                keep_key(key)
            with told_of(fresh), looking(fresh) as copy:
                if condition_of(copy).kind == "damaged" or not same_content(office, copy):
                    raise Fault(
                        f"写到“{path.parent}”的新文件读回来与原来的不一样，没有改动，请检查磁盘。"
                    )
            if not OPEN_FILES_STAY:
                _exchange(path, fresh)
        if OPEN_FILES_STAY:  # the moment without a lock is short
            _exchange(path, fresh)
    finally:
        remove_with_logs(fresh)


def _exchange(path: Path, fresh: Path) -> None:
    was_plain = not is_encrypted_file(path)
    left = path.with_name(path.name + _LEFT)
    with told_written(path):
        if was_plain:
            with suppress(OSError):  # the disk knows no second names
                os.link(path, left)
        try:
            shutil.copymode(path, fresh)
            put_in_place(fresh, path)
        except BaseException:
            left.unlink(missing_ok=True)  # it is the office file itself by another name
            raise
        keep_on_disk(path.parent)
    if left.exists():
        delete_plain([left])


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        size = os.fstat(file.fileno()).st_size
        for start in range(0, size, _BLOCK):
            file.write(bytes(min(_BLOCK, size - start)))
        file.flush()
        os.fsync(file.fileno())
