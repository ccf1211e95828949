"""Many cards held a column a field: a large ledger takes a tenth of the room and time so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import TOLD, Card
from disclosure_desk.records.event_kinds import EVENT_KINDS, FINISHING, finishing_kind

EVENT_COLUMNS = (
    "happened_on",
    *dict.fromkeys(name for kind in EVENT_KINDS.values() for name in kind.particulars),
)
_TELLING = {name for _, date_name, particulars in TOLD for name in (date_name, *particulars)}


@dataclass(frozen=True, slots=True)
class CardColumns:
    """So many cards; a column has a value for each, None where the card has no such field."""

    number: int
    columns: Mapping[str, Sequence[FieldValue]]

    @classmethod
    def of(cls, cards: Sequence[Card]) -> "CardColumns":
        """The columns of these cards."""
        names = dict.fromkeys(name for card in cards for name in card)
        return cls(len(cards), {name: [card.get(name) for card in cards] for name in names})

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Card]:
        if not self.columns:
            return ({} for _ in range(self.number))
        names = tuple(self.columns)
        return (
            {name: value for name, value in zip(names, row, strict=True) if value is not None}
            for row in zip(*self.columns.values(), strict=True)
        )

    def card(self, place: int) -> Card:
        """The card at a place."""
        told = ((name, values[place]) for name, values in self.columns.items())
        return {name: value for name, value in told if value is not None}

    def values(self, name: str, default: FieldValue = None) -> Sequence[FieldValue]:
        """A value of every card, `default` where it tells none."""
        if name not in self.columns:
            return [default] * self.number
        values = self.columns[name]
        if default is None:
            return values
        return [default if value is None else value for value in values]


@dataclass(frozen=True, slots=True)
class Events:
    """The events that request cards tell of: the place of the card, the kind, and the rest."""

    places: Sequence[int]
    kinds: Sequence[str]
    columns: Mapping[str, Sequence[FieldValue]]


def events_of_columns(cards: CardColumns) -> Events:
    """The same events in the same order as `events_told_by` tells of each card in turn."""
    if _TELLING.isdisjoint(cards.columns):
        return Events((), (), {})
    found = sorted(
        place * len(TOLD) + order
        for order, (_, date_name, particulars) in enumerate(TOLD)
        for place in _filled(cards, (date_name, *particulars))
    )
    events = [divmod(one, len(TOLD)) for one in found]
    outcomes = cards.values("outcome")
    kinds = [
        finishing_kind(str(outcomes[place])) if slug in FINISHING else slug
        for place, order in events
        for slug in (TOLD[order][0],)
    ]
    columns = {name: _of_events(cards, name, events) for name in EVENT_COLUMNS}
    return Events([place for place, _ in events], kinds, columns)


def _filled(cards: CardColumns, names: Sequence[str]) -> Iterator[int]:
    """The places of the cards that have any of these fields."""
    columns = [cards.columns[name] for name in names if name in cards.columns]
    if len(columns) == 1:
        return (place for place, value in enumerate(columns[0]) if value is not None)
    nothing = (None,) * len(columns)
    rows = enumerate(zip(*columns, strict=True))
    return (place for place, row in rows if row != nothing)


def _of_events(
    cards: CardColumns, name: str, events: Sequence[tuple[int, int]]
) -> list[FieldValue]:
    """One column of the events; each kind of event takes it from a field of its own, or none."""
    sources = [
        cards.columns.get(date_name if name == "happened_on" else name)
        if name == "happened_on" or name in particulars
        else None
        for _, date_name, particulars in TOLD
    ]
    return [
        None if (source := sources[order]) is None else source[place] for place, order in events
    ]
