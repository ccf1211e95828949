"""A column of a register: which field, how wide, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card, Field, shown


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `format` writes the value where the field's own writing will not do."""

    field: str
    width: int
    format: Callable[[FieldValue, Card], str] | None = None
    label: str = ""
    stretches: bool = False

    def with_width(self, width: int) -> "Column":
        """The same column, so wide."""
        return self if width == self.width else replace(self, width=width)

    def text(self, declared: Field, card: Card) -> str:
        """What the cell shows."""
        value = card.get(self.field)
        if self.format is not None:
            return self.format(value, card)
        return " ".join(shown(declared, value).split())
