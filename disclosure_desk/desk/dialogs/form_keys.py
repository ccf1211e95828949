"""The keys that all forms of records have in common; none acts on a word half composed."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from disclosure_desk.desk.widgets.flow_keys import composing

Slot = Callable[[], object]


def bind_keys(form: QDialog, *bound: tuple[str, Slot]) -> None:
    """Let keys act wherever in the form the focus is, but not while the input method composes.

    The slots are methods of the form or of its parts: they are not kept alive by their keys.
    """
    for keys, slot in bound:
        QShortcut(QKeySequence(keys), form).activated.connect(_guarded(slot))


def _guarded(slot: Slot) -> Slot:
    method = WeakMethod(slot)

    def act() -> None:
        if not composing() and (alive := method()) is not None:
            alive()

    return act
