"""What must hold within one card, whether it comes from a form or a ledger."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_desk.records.base import LONGEST_TEXT
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.soundness import ceased_on, check_card
from tests.offices import RandomOffice

DAY = date(2024, 3, 1)
SOUND: dict[str, Card] = {
    "office": {"name": "示例县科学技术局"},
    "publication": {"title": "通知", "made_on": DAY},
    "request": {
        "number": "S1",
        "received_on": DAY,
        "received_via": "network",
        "applicant_kind": "natural",
    },
    "dispute": {"number": "F1", "kind": "reconsideration", "accepted_on": DAY},
    "indicator": {"dated_on": DAY, "indicator": "funds", "amount": Decimal(0)},
}


def told(kind: str, changes: Card | None = None) -> list[tuple[str, str]]:
    """Severity and field of every finding of a sound card with these changes."""
    card = SOUND[kind] | (changes or {})
    card = {name: value for name, value in card.items() if value is not None}
    return [(finding.severity, finding.field) for finding in check_card(kind, card)]


def test_a_character_cut_in_two_is_no_text() -> None:
    assert told("publication", {"title": "通知\ud83d"}) == [("error", "title")]
    assert told("publication", {"title": "通知😀"}) == []


@pytest.mark.parametrize("kind", SOUND)
def test_what_must_be_filled_is_enough(kind: str) -> None:
    assert told(kind) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind, fields in FIELDS.items() for name in fields if fields[name].required],
)
def test_a_required_field_that_is_empty_is_an_error(kind: str, name: str) -> None:
    assert told(kind, {name: None}) == [("error", name)]


def test_zero_is_a_figure_and_not_an_empty_field() -> None:
    assert told("indicator", {"amount": Decimal("0.00")}) == []


@pytest.mark.parametrize(
    ("kind", "changes", "found"),
    [
        ("publication", {"published_on": DAY - timedelta(1)}, [("hint", "published_on")]),
        ("publication", {"published_on": DAY}, []),
        ("publication", {"repealed_on": DAY - timedelta(1)}, [("error", "repealed_on")]),
        ("publication", {"repealed_on": DAY}, []),
        ("publication", {"valid_until": DAY - timedelta(2)}, [("error", "valid_until")]),
        ("publication", {"valid_until": DAY}, []),
        ("request", {"finished_on": DAY}, [("error", "outcome")]),
        ("request", {"outcome": "granted"}, [("error", "finished_on")]),
        ("request", {"finished_on": DAY, "outcome": "granted"}, []),
        (
            "request",
            {"finished_on": DAY - timedelta(1), "outcome": "granted"},
            [("error", "finished_on")],
        ),
        ("request", {"extended_on": DAY - timedelta(1)}, [("error", "extended_on")]),
        ("request", {"extended_on": DAY}, []),
        ("request", {"fee_yuan": Decimal(5)}, [("hint", "fee_paid_on")]),
        ("request", {"fee_yuan": Decimal(5), "fee_paid_on": DAY}, []),
        (
            "request",
            {"fee_yuan": Decimal(-5), "fee_paid_on": DAY},
            [("error", "fee_yuan")],
        ),
        ("request", {"extension_workdays": -1}, [("error", "extension_workdays")]),
        ("dispute", {"concluded_on": DAY}, [("error", "result")]),
        ("dispute", {"result": "upheld"}, [("error", "concluded_on")]),
        ("dispute", {"concluded_on": DAY, "result": "upheld"}, []),
        (
            "dispute",
            {"concluded_on": DAY - timedelta(1), "result": "upheld"},
            [("error", "concluded_on")],
        ),
        ("indicator", {"amount": Decimal("-0.01")}, [("error", "amount")]),
        ("indicator", {"dated_on": date(1924, 6, 30)}, [("error", "dated_on")]),
        ("indicator", {"note": "长" * LONGEST_TEXT}, []),
        ("indicator", {"note": "长" * (LONGEST_TEXT + 1)}, [("error", "note")]),
    ],
)
def test_a_rule_speaks_only_when_it_is_broken(
    kind: str, changes: Card, found: list[tuple[str, str]]
) -> None:
    assert told(kind, changes) == found


def test_errors_stand_before_hints_and_every_message_is_a_sentence() -> None:
    card = SOUND["request"] | {"fee_yuan": Decimal(5), "finished_on": DAY - timedelta(1)}
    findings = check_card("request", card)
    assert [one.severity for one in findings] == ["error", "error", "hint"]
    assert all(one.message.endswith("。") for one in findings)


@pytest.mark.parametrize(
    ("repealed", "until", "ceased"),
    [
        (None, None, None),
        (date(2024, 5, 1), None, date(2024, 5, 1)),
        (None, date(2023, 12, 31), date(2024, 1, 1)),
        (date(2024, 1, 1), date(2023, 12, 30), date(2023, 12, 31)),
        (date(2023, 6, 1), date(2023, 12, 31), date(2023, 6, 1)),
        (None, date.max, date.max),
    ],
)
def test_a_document_ceases_when_it_is_repealed_or_the_day_after_its_last(
    repealed: date | None, until: date | None, ceased: date | None
) -> None:
    card: Card = {"repealed_on": repealed, "valid_until": until}
    assert ceased_on({name: day for name, day in card.items() if day}) == ceased


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=20, derandomize=True, deadline=None, database=None)
def test_the_random_offices_of_other_tests_are_sound(seed: int) -> None:
    for kind, cards in RandomOffice(seed).cards().items():
        for card in cards:
            assert [one for one in check_card(kind, card) if one.severity == "error"] == []


def test_a_step_after_the_end_is_hinted_at_but_a_delivery_or_payment_is_not() -> None:
    ended: Card = {"finished_on": DAY, "outcome": "granted"}
    later = DAY + timedelta(days=9)
    assert told("request", ended | {"correction_asked_on": later}) == [
        ("hint", "correction_asked_on")
    ]
    assert told("request", ended | {"delivered_on": later, "fee_paid_on": later}) == []


def test_less_than_a_hundredth_of_a_yuan_is_hinted_at() -> None:
    paid: Card = {"fee_paid_on": DAY, "fee_yuan": Decimal("12.345")}
    assert told("request", paid) == [("hint", "fee_yuan")]
    assert told("request", paid | {"fee_yuan": Decimal("12.30")}) == []


@pytest.mark.parametrize(
    ("number", "hints"),
    [
        *(("11010519491231002X", 0), ("11010519491231002x", 0), ("91350100M000100Y43", 0)),
        *(("110105194912310021", 1), ("110105194902300021", 1), ("护照E00000000", 0)),
    ],
)
def test_an_identity_number_that_cannot_be_is_hinted_at_without_being_told(
    number: str, hints: int
) -> None:
    findings = check_card("request", {"id_number": number})
    found = [one for one in findings if one.field == "id_number"]
    assert [one.severity for one in found] == ["hint"] * hints
    assert all(number not in one.message for one in found)
