"""Files as Windows keeps them: what this process has open stays where it is, names have rules.

Only this much of Windows is played: the rest of its ways can be tried on Windows alone.
"""

import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from disclosure_desk import faults
from disclosure_desk.storage import encryption, file_steps

SHARING_VIOLATION = 32  # ERROR_SHARING_VIOLATION of winerror.h
# Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file, from memory.
_NO_NAME = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.I)


def open_here() -> set[str]:
    """The files and folders that this process has open."""
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # the handle that lists them is gone again
            found.add(str(handle.readlink()))
    return found


def whole(path: str | Path, folder: int | None = None) -> Path:
    """A path in full; one inside a folder that is told by its handle, too."""
    start = Path.cwd() if folder is None else Path(f"/proc/self/fd/{folder}").readlink()
    told = start / path
    return told.parent.resolve() / told.name


def shared(path: Path) -> OSError:
    """What Windows says of a file that somebody has open."""
    error = PermissionError(13, "in use", str(path))
    error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined]
    return error


def keep_files_like_windows(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Play Windows to everything that renames, removes or makes files; tells what it refused."""
    refused: list[str] = []

    def refuse(step: str, path: Path) -> OSError:
        refused.append(f"{step} {path}")
        return shared(path)

    def must_be_closed(step: str, path: Path) -> None:
        if any(Path(one).is_relative_to(path) for one in open_here()):
            raise refuse(step, path)

    def must_be_name(path: Path) -> None:
        if _NO_NAME.search(path.name):
            refused.append(f"name {path}")
            raise OSError(22, "no name", str(path))

    def renaming(
        step: str, real: Callable[..., None], *, over_another: bool
    ) -> Callable[..., None]:
        def rename(source: str | Path, target: str | Path, **more: int) -> None:
            for path in (whole(source), whole(target)):
                must_be_closed(step, path)
            must_be_name(whole(target))
            if not over_another and whole(target).exists():
                raise FileExistsError(17, "exists", str(target))
            real(source, target, **more)

        return rename

    def unlink(path: str | Path, *, dir_fd: int | None = None) -> None:
        must_be_closed("remove", whole(path, dir_fd))
        real_unlink(path, dir_fd=dir_fd)

    def mkdir(path: str | Path, mode: int = 0o777, **more: int) -> None:
        must_be_name(whole(path))
        is_temporary = str(whole(path).parent) == tempfile.gettempdir()
        assert mode != 0o700 or is_temporary, f"what is moved out of {path} stays closed"
        real_mkdir(path, mode, **more)

    def open_file(path: str | Path, flags: int, *more: int, **named: int) -> int:
        if flags & os.O_CREAT:
            must_be_name(whole(path))
        return real_open(path, flags, *more, **named)

    real_unlink, real_mkdir, real_open = os.unlink, os.mkdir, os.open
    monkeypatch.setattr(os, "replace", renaming("replace", os.replace, over_another=True))
    monkeypatch.setattr(os, "rename", renaming("rename", os.rename, over_another=False))
    monkeypatch.setattr(os, "unlink", unlink)
    monkeypatch.setattr(os, "remove", unlink)
    monkeypatch.setattr(os, "mkdir", mkdir)
    monkeypatch.setattr(os, "open", open_file)
    monkeypatch.setattr(file_steps, "_ON_WINDOWS", True)
    monkeypatch.setattr(encryption, "OPEN_FILES_STAY", True)
    monkeypatch.setattr(faults, "_ON_WINDOWS", True)
    return refused
