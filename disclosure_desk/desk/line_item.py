"""The item that a typed line stands for: its parts as they were read, carried on and mended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.line_knowledge import KIND, LineKnowledge
from disclosure_desk.desk.typed_line import TypedLine, line_of_content
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.line_parts import Part
from disclosure_desk.records.publication_signs import private_in_card
from disclosure_desk.records.quick_line import card_of_parts, read_line, with_defaults
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.wording import words_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.desk.pins import Pins
    from disclosure_desk.storage.drafts import Typed

_CARRIED = ("department", "category", "channels", "secrecy_reviewer")


class LineItem:
    """Read from the line, from what the register knows, and from the item that was kept last."""

    def __init__(self, desk: Desk, register: LineKnowledge) -> None:
        self.parts: tuple[Part, ...] = ()
        self._desk = desk
        self._register = register
        self._typed = TypedLine()
        self._carried: Card | None = None  # not asked for yet

    # ------------------------------------------------------------------ reading

    def read(self, text: str) -> tuple[Part, ...]:
        """The parts of the line as it stands; none for an empty one."""
        today = self._desk.today()
        self._typed.text = text
        if not text.strip():
            self._typed, self.parts = TypedLine(), ()
            return self.parts
        read = read_line(text, today, self._register.known, kept=self._typed.kept)
        parts = self._typed.applied_to(read)
        parts = self._numbered(with_defaults(parts, today, self._carried_on()))
        self.parts = self._typed.applied_to(parts)
        return self.parts

    def _carried_on(self) -> Card:
        """What goes on from item to item: the fields that are pinned in the form, too."""
        pins = self._pins()
        if self._carried is None:
            pinned = {name: _of_pin(value) for name, value in pins.values().items()}
            self._carried = {name: value for name, value in pinned.items() if name in _CARRIED}
        return {name: value for name, value in self._carried.items() if name in pins.names}

    def _pins(self) -> "Pins":
        from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
        from disclosure_desk.desk.pins import Pins

        return Pins(self._desk, KIND, PublicationEdit.pins)

    def _numbered(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts with the next number of the year, where none was typed."""
        if any(part.field == "number" for part in parts):
            return tuple(parts)
        number = self._register.number_of(self._year_of(card_of_parts(parts)))
        return (*parts, Part("number", number, origin="默认")) if number else tuple(parts)

    def _year_of(self, card: Card) -> int:
        made = card.get("made_on")
        return made.year if isinstance(made, date) else self._desk.year

    # ------------------------------------------------------------------ as it was read

    def card(self) -> Card:
        """The fields of the item."""
        return card_of_parts(self.parts)

    def has_title(self) -> bool:
        """Whether words are left over for the title."""
        return any(part.field == "title" for part in self.parts)

    def findings(self) -> list[Finding]:
        """What is to be said of the item: private data in it, fields that do not go together."""
        card = self.card()
        return [*private_in_card(card, self._register.own_phones), *check_card(KIND, card)]

    def words_for(self, name: str) -> list[str]:
        """What the register knows for a field."""
        if name == "department":
            return list(self._register.known.departments)
        if name == "category":
            return list(self._register.known.categories)
        return []

    # ------------------------------------------------------------------ mending

    def correct(self, part: Part, value: FieldValue) -> None:
        """Let a field have this value as long as its words stand in the line."""
        self._typed.corrected[part.field] = (part.typed, value)

    def take_out(self, part: Part) -> None:
        """Leave the words of a part to the title; a value without words goes."""
        self._typed.corrected.pop(part.field, None)
        if part.words and part.origin != "已核对":
            self._typed.keep_in_title(part.words)
        else:
            self._typed.corrected[part.field] = (part.typed, None)

    def retitled(self, title: str) -> str:
        """The line anew: words of the new title are its own, whatever they look like."""
        others = [word for part in self.parts if part.field != "title" for word in part.words]
        for part in read_line(title, self._desk.today(), self._register.known):
            if part.field != "title":
                self._typed.keep_in_title([word for word in part.words if word not in others])
        return " ".join([title, *others])

    # ------------------------------------------------------------------ keeping

    def adding(self) -> "Callable[[Session], Done]":
        """What puts the item, as it was read, into the register."""
        card = self.card()
        proposed = any(part.field == "number" and part.origin == "默认" for part in self.parts)
        year = self._year_of(card) if proposed else None
        return partial(_add, card=card, year=year, today=self._desk.today())

    def take(self) -> TypedLine:
        """Take the line out on its way into the register; an empty one is left."""
        taken, self._typed = self._typed, TypedLine()
        return taken

    def put_back(self, typed: TypedLine) -> None:
        """Put back a line that was taken out."""
        self._typed = typed

    def carry_on(self, card: Card) -> None:
        """Let the next items have what this one had."""
        self._carried = {name: card[name] for name in _CARRIED if name in card}

    def content(self, text: str) -> Mapping[str, Any] | None:
        """What a draft holds of the line; None when nothing stands there."""
        return replace(self._typed, text=text).content()

    def restore(self, content: Mapping[str, Any]) -> str:
        """Take the line from a draft; its text."""
        self._typed = line_of_content(content, self._desk.today())
        return self._typed.text


def _of_pin(typed: "Typed") -> FieldValue:
    """A pinned value as a field holds it: several words of channels, or a text."""
    return words_in("、".join(typed)) if isinstance(typed, list) else str(typed or "") or None


def _add(session: "Session", *, card: Card, year: int | None, today: date) -> "Done":
    """Enter the item; a number that was only proposed is the next one at this moment."""
    from disclosure_desk.commands.number_series import proposed_number
    from disclosure_desk.commands.registers import add_record

    if year is not None:
        card = card | {"number": proposed_number(session, KIND, year)}
    return add_record(session, KIND, card, today=today)
