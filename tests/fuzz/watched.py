"""Runs cases in a process of their own that may take a second of patience and 1 GB of memory.

A case that takes longer than 20 seconds, needs more, or kills the process is a find, and so is
whatever a reader raises beside the one sentence for users.
"""

import multiprocessing
import os
import shutil
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

SECONDS = 20
MOST_MEMORY = 1024**3  # bytes of addresses, where the system counts them


@dataclass(frozen=True)
class Outcome:
    """What became of a case; `told` is the sentence, or the traceback of a find."""

    kind: Literal["read", "refused", "find"]
    told: str = ""
    seconds: float = 0.0


class Watched:
    """A process that reads one case after the other, started anew when one has killed it."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._to: Connection | None = None

    def read(self, reader: str, content: bytes) -> Outcome:
        """What a reader makes of these bytes."""
        if self._process is None:
            self._start()
        assert self._to is not None
        started = time.monotonic()
        try:
            self._to.send((reader, content))
            if not self._answered():
                self.close()
                return Outcome("find", f"no answer within {SECONDS} seconds", SECONDS)
            kind, told = self._to.recv()
        except (EOFError, OSError):
            code = self._process.exitcode if self._process else None
            self.close()
            return Outcome("find", f"the process ended ({code})", time.monotonic() - started)
        return Outcome(kind, told, time.monotonic() - started)

    def _answered(self) -> bool:
        """Whether it answers in time; where others use the machine, its own time is counted."""
        assert self._to is not None
        assert self._process is not None
        begun = _processor_seconds(self._process.pid)
        for _ in range(3):
            if self._to.poll(SECONDS):
                return True
            if begun is None or (_processor_seconds(self._process.pid) or 0) - begun >= SECONDS:
                break
        return False

    def close(self) -> None:
        """End the process."""
        if self._process is not None and self._to is not None:
            self._to.close()
            self._process.kill()
            self._process.join()
        self._process = self._to = None

    def _start(self) -> None:
        # Each thread would claim 64 MB of addresses for itself, which are counted.
        os.environ["MALLOC_ARENA_MAX"] = "1"
        context = multiprocessing.get_context("spawn")
        self._to, theirs = context.Pipe()
        # Not a daemon: the PDF reader starts a process of its own.
        self._process = context.Process(target=_serve, args=(theirs,))
        self._process.start()
        theirs.close()
        self._to.send(("", b""))
        self._to.recv()  # it has loaded what the readers need


@contextmanager
def watched() -> Iterator[Watched]:
    """A watched process that ends with the block."""
    one = Watched()
    try:
        yield one
    finally:
        one.close()


def _processor_seconds(process: int | None) -> float | None:
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # another system, or it has ended
        return None
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _serve(cases: Connection) -> None:
    from tests.fuzz.readers import READERS

    home = Path(tempfile.mkdtemp(prefix="ddsk-fuzz-"))
    os.environ["HOME"] = os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = str(home)
    _limit_memory()
    try:
        while True:
            reader, content = cases.recv()
            cases.send(_read(READERS[reader].read, content, home) if reader else ("read", ""))
    except EOFError:
        return
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _read(read, content: bytes, home: Path) -> tuple[str, str]:
    from disclosure_desk.faults import KnownError

    folder = home / "case"
    folder.mkdir()
    try:
        read(content, folder)
        strange = [one.name for one in home.iterdir() if one != folder]
        if strange:
            return "find", f"wrote outside of its folder: {strange}"
    except KnownError as sentence:
        if "\n" in str(sentence) or not str(sentence).endswith("。"):
            return "find", f"no sentence: {sentence!r}"
        return "refused", str(sentence)
    except BaseException:  # noqa: BLE001  # whatever it is, it is what is looked for
        return "find", traceback.format_exc()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return "read", ""


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: there the time alone is watched
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
