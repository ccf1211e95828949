"""A record as a flat card, a request with its events folded in."""

from datetime import date
from decimal import Decimal

import pytest

from disclosure_desk.records.cards import FIELDS, Card, events_on_card, events_told_by, shown
from disclosure_desk.records.request import Request, RequestEvent

FIRST, SECOND = date(2024, 3, 1), date(2024, 4, 1)


def event(kind: str, happened_on: date | None = FIRST, **more: object) -> RequestEvent:
    return RequestEvent(kind=kind, happened_on=happened_on, **more)


def card_with(*events: RequestEvent) -> Card:
    told = events_on_card(list(events))
    return {name: value for name, value in told.items() if value is not None}


def test_of_several_corrections_the_latest_is_shown() -> None:
    found = card_with(event("correction_asked", SECOND), event("correction_asked", FIRST))
    assert found == {"correction_asked_on": SECOND}


def test_of_several_endings_the_first_is_the_one_that_counts() -> None:
    replies = (
        event("reply", SECOND, outcome="partial", reply_number="2"),
        event("withdrawal", FIRST, outcome="closed_withdrawn", reply_number="1"),
    )
    assert card_with(*replies) == {
        "finished_on": FIRST,
        "outcome": "closed_withdrawn",
        "reply_number": "1",
    }


def test_of_several_extensions_the_first_counts_with_its_own_days() -> None:
    told = (
        event("extension", SECOND, extension_workdays=5),
        event("extension", FIRST, extension_workdays=20),
    )
    assert card_with(*told) == {"extended_on": FIRST, "extension_workdays": 20}


def test_what_is_counted_follows_the_events_and_is_taken_back_with_them() -> None:
    request = Request(number="S1")
    request.events = [
        event("reply", SECOND, outcome="partial"),
        event("reply", FIRST, outcome="granted"),
        event("extension", FIRST),
    ]
    request.retell()
    assert (request.finished_on, request.outcome, request.extended_on) == (FIRST, "granted", FIRST)
    request.events = [event("reply", None, outcome="granted")]
    request.retell()
    assert (request.finished_on, request.outcome, request.extended_on) == (None, None, None)


@pytest.mark.parametrize(
    ("card", "events"),
    [
        ({}, {}),
        ({"fee_yuan": Decimal(3)}, {"fee_paid": {"fee_yuan": Decimal(3)}}),
        (
            {"finished_on": FIRST, "outcome": "closed_withdrawn"},
            {"withdrawal": {"happened_on": FIRST, "outcome": "closed_withdrawn"}},
        ),
        (
            {"finished_on": FIRST, "outcome": "granted", "reply_number": "1"},
            {"reply": {"happened_on": FIRST, "outcome": "granted", "reply_number": "1"}},
        ),
        (
            {"delivered_on": SECOND, "delivery_way": "邮寄", "extended_on": FIRST},
            {
                "delivery": {"happened_on": SECOND, "delivery_way": "邮寄"},
                "extension": {"happened_on": FIRST},
            },
        ),
    ],
)
def test_a_card_tells_its_events_and_they_give_the_card_again(
    card: Card, events: dict[str, Card]
) -> None:
    assert dict(events_told_by(card)) == events
    again = [RequestEvent(kind=kind, **particulars) for kind, particulars in events.items()]
    assert card_with(*again) == card


def test_every_field_carries_a_label_and_personal_ones_are_marked() -> None:
    for fields in FIELDS.values():
        labels = [field.label for field in fields.values()]
        assert all(labels)
        assert len(set(labels)) == len(labels)
    personal = {field.label for fields in FIELDS.values() for field in fields.values()
                if field.personal}  # fmt: skip
    assert personal == {"证件号码", "联系电话", "联系地址"}


@pytest.mark.parametrize(
    ("kind", "name", "value", "words"),
    [
        ("request", "received_on", FIRST, "2024-03-01"),
        ("request", "received_via", "letter", "信函"),
        ("request", "fee_yuan", Decimal("1E+2"), "100"),
        ("request", "fee_yuan", Decimal("0.10"), "0.10"),
        ("request", "extension_workdays", 20, "20"),
        ("request", "note", None, ""),
        ("dispute", "joint_defendant_only", True, "是"),
        ("dispute", "joint_defendant_only", False, "否"),
        ("publication", "channels", ("政府网站", "公示栏"), "政府网站、公示栏"),
    ],
)
def test_values_are_shown_as_users_write_them(
    kind: str, name: str, value: object, words: str
) -> None:
    assert shown(FIELDS[kind][name], value) == words
