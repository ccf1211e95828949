"""The office file on disk: claimed when it is founded, looked at before it is opened.

Nothing here opens the file but through SQLite: on Linux a process that opens and closes it in
any other way drops the locks that its own open database holds, and another program may then
delete what was just saved. Source: https://www.sqlite.org/howtocorrupt.html, section 2.2.
"""

import os
from contextlib import closing
from pathlib import Path

from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.storage.file_connections import connect, encrypted_head, errors, uri_of
from disclosure_desk.storage.file_steps import may_be_written

# "DDSK": tells our files from other SQLite files.
APPLICATION_ID = 0x4444534B
# A larger file is checked by the desk in the background: a call must not wait for it.
_CHECKED_AT_OPENING = 64 * 1024**2


def claim(path: Path) -> None:
    """Make the file, still empty: of two who found an office here at once one is refused."""
    try:
        if path.exists():
            raise Refusal(f"“{path}”已经存在，请换一个文件名，或直接打开它。")
        if not path.parent.is_dir():
            raise Fault(f"文件夹“{path.parent}”不存在，请先建立它或换一个位置。")
        path.open("xb").close()
    except FileExistsError:
        raise Refusal(f"“{path}”已经存在，请换一个文件名，或直接打开它。") from None
    except ValueError:  # a null character
        raise Fault(f"“{path}”不能用作文件名，请换一个。") from None
    except OSError as error:
        raise Fault(f"不能在“{path}”建立文件，{reason_of(error)}，请换一个位置。") from error


def is_writable(path: Path) -> bool:
    """Whether the file, and the log that SQLite keeps beside it, can be written."""
    return os.access(path, os.W_OK) and may_be_written(path.parent)


def reading_uri(path: Path) -> str:
    """How SQLite opens a file that cannot be written.

    Without a log beside it the file is whole, and nothing beside it need be written to read it.
    """
    log = Path(f"{path}-wal")
    immutable = not log.exists() or log.stat().st_size == 0
    return uri_of(path, "mode=ro&immutable=1" if immutable else "mode=ro")


def look_before_opening(path: Path) -> None:
    """Raises Fault for what is no office file of ours: missing, damaged, of another program."""
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，不是数据库文件，请选择其中的文件。")
        size = path.stat().st_size
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error
    if size == 0:
        raise Fault(f"“{path}”是空文件，数据已损坏，请用备份恢复。")
    if not os.access(path, os.R_OK):
        raise Fault(f"无法读取“{path}”，没有权限，请检查路径和权限。")
    try:
        mark, sound = _asked_of(path, size)
    except errors("OperationalError") as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return  # somebody writes: the open that follows waits and says so
        raise Fault(f"无法读取“{path}”，请检查磁盘和文件夹的权限。") from error
    except errors("DatabaseError"):
        if encrypted_head(path):
            raise Fault(f"“{path}”是加密的单位数据库，已经损坏，请用备份恢复。") from None
        raise Fault(
            f"“{path}”不是信息公开工作台的数据库，或者已经损坏，请另选文件或用备份恢复。"
        ) from None
    if mark != APPLICATION_ID:
        raise Fault(f"“{path}”是别的程序的数据库，请另选文件。")
    if not sound:
        raise Fault(f"“{path}”已经损坏，请用备份恢复。")


def _asked_of(path: Path, size: int) -> tuple[int, bool]:
    """The mark of the program that made the file, and whether its pages hang together."""
    place = None if is_writable(path) else reading_uri(path)
    with closing(connect(path, place=place, timeout=1)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != APPLICATION_ID or size > _CHECKED_AT_OPENING:
            return mark, True
        # A trigger or a view of somebody else's would run, or be read, as if it were ours.
        foreign = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
        if connection.execute(foreign).fetchone()[0]:
            return mark, False
        return mark, connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
