"""A part of a form with work of its own."""

from typing import Any

from PySide6.QtCore import QObject


class FormPart(QObject):
    """Asks Qt for its form instead of keeping it.

    A form and a part that keep each other are a ring, and Python's garbage collector may come
    upon a ring in any thread: it would take the windows down in a worker's.
    """

    @property
    def _form(self) -> Any:
        return self.parent()
