"""A program that is killed at a chosen point while it encrypts an office file."""

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

from disclosure_desk.storage import encryption

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


def kill_after(point: str, path: Path, password: str, action: str) -> int | None:
    """Encrypt («on») or decrypt («off») and die after the step of this name; how it ended.

    «_exchange» dies before that step, whose parts have names of their own.
    """
    process = _CONTEXT.Process(target=_die, args=(point, str(path), password, action))
    process.start()
    process.join(60)
    return process.exitcode


def _die(point: str, place: str, password: str, action: str) -> None:
    step = getattr(encryption, point)

    def killed(*given: Any, **named: Any) -> None:
        if point != "_exchange":
            step(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(encryption, point, killed)
    path = Path(place)
    encryption.unlock(path, password)
    if action == "on":
        encryption.encrypt(path, password, cost=4)
    else:
        encryption.decrypt(path)
