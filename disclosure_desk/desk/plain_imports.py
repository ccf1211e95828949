"""Lets modules be loaded as Python does, once PySide is there."""

import builtins

import PySide6.QtCore  # noqa: F401  # puts its own way of importing in place


def import_plainly() -> None:
    """Take back what PySide put in the place of Python's import.

    WORKAROUND: it reads the source of every module that is loaded after it, to see whether that
    one uses PySide and may want its other spelling of names, and keeps all of them in memory:
    270,000 lines until an office is open, 24 MB and a tenth of the processor's time. We use
    no other spelling. Until PySide (PYSIDE-2029) asks in another way.
    Source: https://github.com/napari/napari/issues/8584
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
