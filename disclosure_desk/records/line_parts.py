"""The parts of a typed line: one field of an item each, with the words that told it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.typed_days import Day
from disclosure_desk.records.typed_words import TypedWord


@dataclass(frozen=True, slots=True)
class Known:
    """The words that the register knows already."""

    departments: Sequence[str] = ()
    categories: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the item: its value, and the words of the line that told it.

    `doubt` says what is to be checked (待核对), `problem` why it cannot be kept so; `origin` is
    how it came here, where it was not typed: 默认, 沿用, 提示. `is_new` is a name that the
    register does not know.
    """

    field: str
    value: FieldValue
    words: tuple[str, ...] = ()
    doubt: str = ""
    problem: str = ""
    origin: str = ""
    is_new: bool = False

    @property
    def typed(self) -> str:
        """What stands in the line, or "" for what was added."""
        return " ".join(self.words)


@dataclass(slots=True)
class LineReading:
    """What was found so far; `left` are the words of the title, in order.

    `second_begins` is the date, as typed, with which likely a second item begins.
    """

    text: str
    today: date
    known: Known
    parts: dict[str, Part] = field(default_factory=dict)
    days: list[tuple[TypedWord, Day]] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    second_begins: str = ""

    def take(self, part: Part) -> None:
        """Keep a part; a second one for the same field is a problem of both."""
        earlier = self.parts.get(part.field)
        if earlier is None:
            self.parts[part.field] = part
            return
        label = FIELDS["publication"][part.field].label
        words = (*earlier.words, *part.words)
        self.parts[part.field] = Part(
            part.field, None, words, problem=f"写了两个{label}：{'、'.join(words)}，请留一个"
        )
