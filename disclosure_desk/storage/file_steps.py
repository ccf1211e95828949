"""The steps with files and folders that Windows takes otherwise than Linux.

Four differences, all met here and nowhere else:

- Python's `tempfile` takes a folder without the right to write for one full of names, and tries
  two thousand million of them (https://github.com/python/cpython/issues/66305).
- A folder made with mode 0o700 lets nobody else in, and what is moved out of it keeps that: on a
  share the others could not open the table (https://docs.python.org/3/library/os.html#os.mkdir).
- A file that is open anywhere can be neither replaced nor deleted, and a virus scanner opens
  every file that was just written: a moment later it goes.
- A folder cannot be opened to be synced.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ON_WINDOWS = os.name == "nt"
OPEN_FILES_STAY = _ON_WINDOWS  # under their name, whoever has them open
_LETTERS = 8  # of a name that nobody else has; uuid is slow to load
_ONE_DAY = 86_400
# winerror.h: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
_PASSING = (5, 32, 33)
_PATIENCE_SECONDS, _AGAIN_SECONDS = 1.0, 0.05


@contextmanager
def own_folder(beside: Path, prefix: str) -> Iterator[Path]:
    """A folder in `beside` for files in the making; gone at the end with all that is in it.

    What a program that was stopped in the middle left there days ago goes, too. Raises OSError
    where none can be made.
    """
    _clear_leftovers(beside, prefix)
    folder = beside / f"{prefix}{os.urandom(_LETTERS // 2).hex()}"
    folder.mkdir(0o777 if _ON_WINDOWS else 0o700)
    try:
        yield folder
    finally:
        with suppress(OSError):  # what happened before is to be told, not this
            _patiently(lambda: _remove(folder))


def _clear_leftovers(beside: Path, prefix: str) -> None:
    with suppress(OSError):
        for path in beside.glob(f"{prefix}{'[0-9a-f]' * _LETTERS}"):
            if path.is_dir() and time.time() - path.stat().st_mtime > _ONE_DAY:
                _remove(path)


def _remove(folder: Path) -> None:
    from shutil import rmtree  # the desk starts without it

    rmtree(folder)


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a file in the making its name, in place of an older one. Raises OSError."""
    _patiently(lambda: fresh.replace(path))


def give_name(fresh: Path, path: Path) -> None:
    """Give a file or a folder in the making its name, which is free. Raises OSError."""
    _patiently(lambda: fresh.rename(path))


def _patiently(step: Callable[[], object]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            step()
        except PermissionError as error:
            passing = getattr(error, "winerror", None) in _PASSING
            if not passing or time.monotonic() >= deadline:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def time_of_writing(folder: Path) -> float | None:
    """Write into a folder and take it away again: when, by the clock that stamps its files.

    None where nothing can be written; that is the only way to find it out on Windows, where
    `os.access` knows nothing of rights.
    """
    probe = folder / f"~{os.urandom(_LETTERS // 2).hex()}.tmp"
    once = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_TEMPORARY", 0)
    try:
        handle = os.open(probe, once, 0o600)
    except OSError:
        return None
    try:
        with suppress(OSError):  # a full disk
            os.write(handle, b".")
        return os.fstat(handle).st_mtime
    finally:
        os.close(handle)
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def may_be_written(folder: Path) -> bool:
    """Whether files can be made in a folder."""
    if _ON_WINDOWS:
        return time_of_writing(folder) is not None
    return os.access(folder, os.W_OK)


def keep_on_disk(folder: Path) -> None:
    """See to it that a name given in this folder survives a power cut; Windows does so itself."""
    if _ON_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some shares know no such thing
            os.fsync(handle)
    finally:
        os.close(handle)
