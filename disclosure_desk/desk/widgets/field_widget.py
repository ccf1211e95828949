"""What a form's binder asks of every field widget."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed


@runtime_checkable
class FieldWidget(Protocol):
    """A widget that holds one field of a card.

    `edited` tells of the user's changes and of `set_value`; the binder blocks it while it fills
    the form. `problem` is a sentence about what stands there but cannot be read, or "".
    `typed` is what stands there as it was typed, readable or not; a draft keeps it.
    """

    edited: SignalInstance

    def value(self) -> "FieldValue": ...

    def set_value(self, value: "FieldValue") -> None: ...

    def problem(self) -> str: ...

    def typed(self) -> "Typed": ...

    def set_typed(self, typed: "Typed") -> None: ...
