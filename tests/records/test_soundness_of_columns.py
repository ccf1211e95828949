"""Looked at by column, no row that breaks a rule is passed over."""

import random
from datetime import date
from decimal import Decimal

import pytest

from disclosure_desk.records.base import LONGEST_TEXT, FieldValue
from disclosure_desk.records.card_columns import CardColumns, events_of_columns
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card, events_told_by
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.soundness_of_columns import rows_to_check
from tests.offices import RandomOffice

KINDS = [kind for kind in KIND_LABELS if kind != "office"]
# Few days, so that any two of them often stand in the wrong order; and one too early.
VALUES: dict[type, tuple[FieldValue, ...]] = {
    str: ("", "通知", "S1", "断\ud83d", "长" * (LONGEST_TEXT + 1), "😀" * 16_384),
    date: (date(1949, 9, 30), *(date(2024, 3, day) for day in range(1, 5)), date.max),
    int: (-1, 0, 7),
    Decimal: (Decimal(0), Decimal("-1"), Decimal("0.005"), Decimal("2.50")),
    bool: (True, False),
    tuple: ((), ("报纸",)),
}


def odd_cards(kind: str, seed: int) -> list[Card]:
    """Up to three cards, a few of their fields filled with what is right or wrong."""
    chance = random.Random(seed)
    filled = chance.choice([0.1, 0.5, 1.0])
    cards: list[Card] = []
    for _ in range(chance.randint(0, 3)):
        told = [one for one in FIELDS[kind].values() if chance.random() < filled]
        cards.append(
            {
                one.name: chance.choice(one.choices.slugs if one.choices else VALUES[one.type])
                for one in told
            }
        )
    return cards


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_that_breaks_a_rule_is_looked_at(kind: str) -> None:
    broken = 0
    for seed in range(300):
        cards = odd_cards(kind, seed)
        told = set(rows_to_check(kind, CardColumns.of(cards).columns, len(cards)))
        wrong = {place for place, card in enumerate(cards) if check_card(kind, card)}
        assert told >= wrong, cards
        broken += len(wrong)
    assert broken > 200


BASE: dict[str, Card] = {
    kind: cards[0] for kind, cards in RandomOffice(3).cards(requests=1, publications=1).items()
}


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(kind, name, value) for kind in KINDS for name, value in (("note", "断\ud83d"), ("x", -1))]
    + [
        ("publication", "published_on", date(1950, 1, 1)),
        ("publication", "valid_until", date(1950, 1, 1)),
        ("publication", "repealed_on", date(1950, 1, 1)),
        ("request", "delivered_on", date(1950, 1, 1)),
        ("request", "fee_notice_on", date(2090, 1, 1)),
        ("request", "fee_yuan", Decimal(5)),
        ("request", "outcome", None),
        ("request", "finished_on", None),
        ("request", "received_via", None),
    ],
)
def test_one_bad_row_among_sound_ones_is_found(kind: str, name: str, value: FieldValue) -> None:
    ended = {"finished_on": date(2050, 1, 1), "outcome": "granted"} if kind == "request" else {}
    good = BASE[kind] | ended
    bad = {key: one for key, one in (good | {name: value}).items() if one is not None}
    columns = CardColumns.of([good, good, bad, good])
    assert 2 in rows_to_check(kind, columns.columns, 4)


def test_sound_rows_are_passed_over() -> None:
    cards = RandomOffice(5).cards(publications=300, requests=0)["publication"]
    sound = [card for card in cards if not check_card("publication", card)]
    assert len(sound) > 200
    columns = CardColumns.of(sound)
    assert rows_to_check("publication", columns.columns, len(sound)) == []


def by_row(cards: list[Card]) -> list[tuple[int, str, Card]]:
    return [
        (place, kind, told)
        for place, card in enumerate(cards)
        for kind, told in events_told_by(card)
    ]


def by_column(cards: list[Card]) -> list[tuple[int, str, Card]]:
    events = events_of_columns(CardColumns.of(cards))
    rows = CardColumns(len(events.places), events.columns)
    return list(zip(events.places, events.kinds, rows, strict=True))


def test_events_by_column_are_the_events_of_each_card() -> None:
    cards = RandomOffice(9).cards(requests=200)["request"]
    assert by_column(cards) == by_row(cards)
    assert by_column([]) == []


def test_events_by_column_are_those_of_each_card_also_of_unsound_ones() -> None:
    for seed in range(300):
        cards = odd_cards("request", seed)
        assert by_column(cards) == by_row(cards)
