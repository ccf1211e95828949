"""Who has an office file open: one small file beside it for each window.

The sign lies beside the office file and not in it: other computers see it on a share, and it is
renewed also while an import holds the file's only writer for minutes. A window is taken for gone
when its sign was not renewed for a minute, or when it stands on this computer and its process is
no more; then its sign is cleared away without a word.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from disclosure_desk.storage.file_steps import time_of_writing
from disclosure_desk.storage.journal import Actor

RENEWED_SECONDS, GONE_SECONDS = 15.0, 60.0
_LARGEST_SIGN = 16 * 1024  # bytes
_START = "~$"  # as Word marks the files that it has open


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """One window on an office file, as its sign tells it."""

    key: str
    person: str
    computer: str
    process: int
    since: str  # local time of that computer, ISO

    @property
    def words(self) -> str:
        """«王芳 在 ZWGK-PC2 于 09:12»; of an earlier day with its date."""
        since = datetime.fromisoformat(self.since)
        is_today = since.date() == datetime.now().astimezone().date()
        at = f"{since:%H:%M}" if is_today else f"{since.month}月{since.day}日{since:%H:%M}"
        return f"{self.person} 在 {self.computer} 于 {at}"


class Presence:
    """The sign of one window: set when the file is opened, renewed, taken away on leaving.

    Where nothing can be written beside the file nobody is told, and nothing is refused.
    """

    def __init__(self, path: Path, actor: Actor) -> None:
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        self.window = OpenWindow(uuid4().hex[:12], actor.name, actor.computer, os.getpid(), since)
        self._path = path
        self._sign = path.with_name(f"{_START}{path.name}.{self.window.key}")
        self._content = json.dumps(asdict(self.window), ensure_ascii=False).encode()
        self._left = threading.Event()
        self._renew()
        threading.Thread(target=self._go_on, name="open window", daemon=True).start()

    def others(self) -> list[OpenWindow]:
        """The other windows that are alive, the earliest first."""
        return [one for one in windows_open(self._path) if one.key != self.window.key]

    def leave(self) -> None:
        """The window lets go of the file."""
        self._left.set()
        with suppress(OSError):
            self._sign.unlink(missing_ok=True)

    def _go_on(self) -> None:
        while not self._left.wait(RENEWED_SECONDS):
            self._renew()
        with suppress(OSError):  # a renewal may have crossed the leaving
            self._sign.unlink(missing_ok=True)

    def _renew(self) -> None:
        # Always as many bytes: whoever reads meanwhile never finds half of them.
        with suppress(OSError), self._sign.open("r+b" if self._sign.exists() else "wb") as sign:
            sign.write(self._content)


def windows_open(path: Path) -> list[OpenWindow]:
    """The windows on a file that are alive, the earliest first; signs of the dead are cleared."""
    found = []
    now = _clock_of(path.parent)
    for sign in _signs(path):
        with suppress(OSError, ValueError, TypeError, RecursionError):
            with sign.open("rb") as file:  # it lies where others may write
                window = OpenWindow(**json.loads(file.read(_LARGEST_SIGN)))
            if _is_alive(window, now - sign.stat().st_mtime):
                found.append(window)
            else:
                sign.unlink(missing_ok=True)
    return sorted(found, key=lambda one: one.since)


def _signs(path: Path) -> Iterator[Path]:
    start = os.path.normcase(f"{_START}{path.name}.")  # Windows opens it in any spelling
    with suppress(OSError):
        for one in path.parent.iterdir():
            if os.path.normcase(one.name).startswith(start):
                yield one


def _clock_of(folder: Path) -> float:
    """Now by the clock that stamps the files of a folder: on a share it is another computer's."""
    return time_of_writing(folder) or time.time()


def _is_alive(window: OpenWindow, seconds: float) -> bool:
    if seconds > GONE_SECONDS:
        return False
    own = Actor.of_this_computer().computer
    return window.computer != own or _runs(window.process)


def _runs(process: int) -> bool:
    """Whether a process of this computer still runs."""
    if sys.platform == "win32":
        from disclosure_desk.storage.windows_system import process_runs

        return process_runs(process)
    else:  # noqa: RET505  # mypy tells the systems apart by it
        try:
            os.kill(process, 0)
        except PermissionError:  # it is another user's
            return True
        except (OSError, OverflowError):
            return False
        return True
