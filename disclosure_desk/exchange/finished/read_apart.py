"""Reads a PDF in a process of its own: a file made to fill memory or to take hours cannot."""

import multiprocessing
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from disclosure_desk.exchange.finished.blocks import Document

_SECONDS = 18
_MOST_MEMORY = 900 * 1024**2  # bytes: of addresses; on Windows of memory


class DamagedError(ValueError):
    """The file is no PDF that can be read."""


class ScannedError(ValueError):
    """The pages are pictures: there is no text to read."""


class LockedError(ValueError):
    """The file asks for a password."""


class TooLargeError(ValueError):
    """More pages, or more to read, than a report has."""


_TOLD = {one.__name__: one for one in (DamagedError, ScannedError, LockedError, TooLargeError)}


def read_apart(path: Path) -> Document:
    """The document, read within 18 seconds. Raises one of the errors above, or OSError."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(str(path), theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        told = ours.recv() if ours.poll(_SECONDS) else "TooLargeError"
    except EOFError:  # it ran out of memory, or crashed
        told = "DamagedError"
    finally:
        ours.close()
        process.kill()
        process.join()
    if isinstance(told, Document):
        return told
    raise _TOLD[told]


def _read(path: str, answer: Connection) -> None:
    from disclosure_desk.exchange.finished.read_pdf import read_pdf

    _limit_memory()
    told: Document | str
    try:
        told = read_pdf(Path(path))
    except MemoryError:
        told = TooLargeError.__name__
    except tuple(_TOLD.values()) as error:
        told = type(error).__name__
    answer.send(told)


def _limit_memory() -> None:
    if sys.platform == "win32":
        from disclosure_desk.storage.windows_system import limit_memory

        limit_memory(_MOST_MEMORY)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
