"""What a database driver raises about the surroundings, as one sentence."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DataError, DBAPIError, OperationalError

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.storage.file_connections import connect, errors

WAIT_SECONDS = 30


def is_file(url: URL) -> bool:
    """Whether the office lies in a file of its own, not on a server."""
    return url.get_backend_name() == "sqlite"


@contextmanager
def told_plainly(url: URL) -> Iterator[None]:
    """Turn what the driver raises about the surroundings into one sentence."""
    try:
        yield
    except DBAPIError as error:
        raise (_file_fault if is_file(url) else _server_fault)(url, error) from error


def _server_fault(url: URL, error: DBAPIError) -> Exception:
    """By the codes of the SQL standard and PostgreSQL: a lock not granted, rights missing."""
    place = url.database
    state = getattr(error.orig, "sqlstate", None)
    if state == "55P03":
        return Fault(f"“{place}”正被另一个程序写入，已等待{WAIT_SECONDS}秒，请稍后再试。")
    if state == "42501":
        return Fault(f"账号没有权限使用数据库“{place}”，请联系管理员。")
    if isinstance(error, OperationalError):
        return Fault(f"连接不上数据库“{place}”，请检查地址、网络和账号。")
    if isinstance(error, DataError):
        return Fault(f"“{place}”保存不了其中的空字符或过大的数，请删改后再试。")
    return error


def _file_fault(url: URL, error: DBAPIError) -> Exception:
    place = url.database
    code = getattr(error.orig, "sqlite_errorname", "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        who = _last_writer(place or "")
        return Fault(f"“{place}”正被另一个程序写入{who}，已等待{WAIT_SECONDS}秒，请稍后再试。")
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Fault(f"“{place}”已经损坏，请用备份恢复。")
    if code == "SQLITE_FULL":
        return Fault(f"磁盘已满，没有保存到“{place}”，请清理磁盘后再试。")
    if code == "SQLITE_READONLY_DBMOVED" or (
        code.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")) and is_gone(place or "")
    ):
        return gone(place or "")
    if code.startswith("SQLITE_READONLY"):
        return Fault(f"“{place}”是只读的，没有保存，请检查文件和文件夹的权限。")
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return Fault(f"无法读写“{place}”，请检查磁盘和文件夹的权限。")
    return error


def is_gone(place: str) -> bool:
    """Whether a file is no longer where it was opened, or its disk answers no more."""
    return not os.path.exists(place)  # noqa: PTH110  # asked at every save: a Path takes longer


def gone(place: str) -> Fault:
    """For a stick that was pulled, a share that broke off, a file that was moved meanwhile."""
    return Fault(
        f"找不到“{place}”，没有保存，U盘可能已拔出、共享可能已断开，或者文件被移动了，请接好或放回原处后再试。"
    )


def _last_writer(path: str) -> str:
    """Who wrote last, as the journal tells readers meanwhile: most likely who writes now."""
    try:
        with closing(connect(Path(path), timeout=1)) as connection:
            newest = "SELECT actor, computer FROM journal ORDER BY id DESC LIMIT 1"
            line = connection.execute(newest).fetchone()
    except errors("Error"):
        return ""
    except Refusal:  # the password of the file that is there now was not given
        return ""
    return f"（最近写入的是{line[1]}上的{line[0]}）" if line else ""
