"""A file in the making: whole when it appears under its name, or not there at all."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.storage.file_connections import errors
from disclosure_desk.storage.file_steps import give_name, keep_on_disk
from disclosure_desk.storage.looking import BESIDE, told_of

_UNFINISHED = ".未完成"
_ONE_DAY = 86_400
# What a file says of itself that is no fault of the place written to.
_OF_THE_SOURCE = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CORRUPT", "SQLITE_NOTADB")


@dataclass(frozen=True, slots=True)
class FreshFile:
    """A file in the making, and where it will lie when it is whole."""

    unfinished: Path
    path: Path


@contextmanager
def fresh_file(folder: Path, name: str) -> Iterator[FreshFile]:
    """A new file under a name that is free; it appears when it is whole, or not at all."""
    made = _make(folder)
    fresh = None
    try:
        _clear_leftovers(folder)
        fresh = claimed(folder, name)
        yield fresh
        with told_written(fresh.path):
            give_name(fresh.unfinished, fresh.path)
            keep_on_disk(folder)
    except BaseException:
        if fresh is not None:
            remove_with_logs(fresh.unfinished)
        if made:
            with suppress(OSError):  # what failed before is to be told, not this
                folder.rmdir()
        raise


def _make(folder: Path) -> bool:
    try:
        if folder.is_dir():
            return False
        if not folder.parent.is_dir():
            raise Fault(
                f"文件夹“{folder.parent}”不存在，请先建立它；在U盘或共享上的，请先接好再试。"
            )
        folder.mkdir()
    except FileExistsError:
        if folder.is_dir():  # somebody else made it meanwhile
            return False
        raise Fault(f"“{folder}”不是文件夹，请换一个位置。") from None
    except ValueError:  # a null character
        raise Fault(f"“{folder}”不能用作文件夹名，请换一个。") from None
    except OSError as error:
        raise Fault(f"不能建立文件夹“{folder}”，{reason_of(error)}，请换一个位置。") from error
    return True


def claimed(folder: Path, name: str) -> FreshFile:
    """Who holds the unfinished file alone may make the finished one."""
    path = folder / name
    for number in count(2):
        unfinished = path.with_name(f"{path.name}{_UNFINISHED}")
        with told_written(path):
            try:
                unfinished.open("xb").close()
            except FileExistsError:
                taken = True
            else:
                taken = path.exists()
                if taken:
                    unfinished.unlink()
        if not taken:
            return FreshFile(unfinished, path)
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    raise AssertionError("numbers do not end")


def _clear_leftovers(folder: Path) -> None:
    """Take away what a program that was stopped in the middle left here days ago."""
    with suppress(OSError):
        for path in folder.glob(f"*{_UNFINISHED}"):
            if time.time() - path.stat().st_mtime > _ONE_DAY:
                remove_with_logs(path)


def remove_with_logs(path: Path) -> None:
    """Take away a file of our own making and what SQLite kept beside it."""
    for suffix in ("", *BESIDE):
        with suppress(OSError):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


@contextmanager
def told_written(target: Path, source: Path | None = None) -> Iterator[None]:
    """Say in one sentence what went wrong with the file written, or with the one read."""
    try:
        yield
    except errors("Error") as error:
        of_source = getattr(error, "sqlite_errorname", "").startswith(_OF_THE_SOURCE)
        with told_of(source if source and of_source else target):
            raise
    except DBAPIError as error:
        if isinstance(error.orig, errors("Error")):
            with told_of(target):
                raise error.orig from error
        raise
    except OSError as error:
        raise Fault(f"不能写入“{target}”，{reason_of(error)}，请换一个位置。") from error
