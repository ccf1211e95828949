"""A program without a console, as Windows opens the desk: its output goes nowhere.

Python gives such a program no streams at all, and whatever writes to one would end it.
Source: https://docs.python.org/3/library/sys.html#sys.__stdout__
"""

import errno
import os
import sys

TITLE = "信息公开工作台"


def give_streams() -> bool:
    """Give what is printed a place to go where it has none; whether anybody can read it."""
    is_read = sys.stderr is not None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # pathlib is slow to load
    return is_read


def show(sentence: str) -> None:
    """Say in a window of the system why the program did not open."""
    if sys.platform == "win32":
        from disclosure_desk.storage.windows_system import show_message

        show_message(TITLE, sentence)


def is_reader_gone(error: OSError) -> bool:
    """Whether who reads has seen enough, as `head` has.

    Windows tells it by a number of which Python makes no BrokenPipeError, and names no file.
    Source: https://github.com/python/cpython/issues/79935
    """
    if isinstance(error, BrokenPipeError):
        return True
    named = error.filename is not None or getattr(error, "winerror", None) is not None
    return os.name == "nt" and error.errno == errno.EINVAL and not named
