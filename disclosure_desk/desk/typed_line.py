"""A typed line as it stands: its text, what is kept in the title, what was mended in chips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, shown
from disclosure_desk.records.line_parts import Part

_KIND = "publication"


@dataclass(slots=True)
class TypedLine:
    """What stands in the line, which words belong to the title, and what was mended in chips.

    A correction stands as long as the words that it corrects stand in the line: what is typed
    later counts.
    """

    text: str = ""
    kept: list[str] = field(default_factory=list)
    corrected: dict[str, tuple[str, FieldValue]] = field(default_factory=dict)

    def applied_to(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts with the corrections in place of what was read."""
        told = {part.field: part for part in parts}
        for name, (words, value) in list(self.corrected.items()):
            part = told.get(name, Part(name, None))
            if part.typed != words:
                del self.corrected[name]
            elif value in (None, (), ""):
                told.pop(name, None)
            else:
                told[name] = Part(name, value, part.words, origin="已核对")
        order = [part.field for part in parts]
        return tuple(sorted(told.values(), key=lambda one: _place(order, one.field)))

    def keep_in_title(self, words: Sequence[str]) -> None:
        """Words of the title are not looked at again."""
        self.kept += [word for word in words if word not in self.kept]

    def content(self, more: str = "") -> Mapping[str, Any] | None:
        """What a draft holds of it, with what was typed behind it; None when nothing is there."""
        text = f"{self.text} {more}" if more else self.text
        if not text.strip():
            return None
        corrected = {
            name: [words, shown(FIELDS[_KIND][name], value)]
            for name, (words, value) in self.corrected.items()
        }
        return {"text": text, "kept": self.kept, "corrected": corrected}


def line_of_content(content: Mapping[str, Any], today: date) -> TypedLine:
    """A line as a draft told it."""
    from disclosure_desk.exchange.sheet_rows import read_rows

    typed = TypedLine(str(content["text"]), list(content["kept"]))
    for name, (words, told) in dict(content["corrected"]).items():
        rows = read_rows(_KIND, (name,), [(told,)], today)
        typed.corrected[name] = (words, rows[0].card.get(name) if rows else None)
    return typed


def _place(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)
