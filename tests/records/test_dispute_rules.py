"""The rules about reconsiderations and lawsuits."""

from datetime import date

import pytest

from disclosure_desk.records.cards import Card
from disclosure_desk.records.case import DisputeCase, EarlierRequest
from disclosure_desk.records.dispute_rules import DISPUTE_RULES, dispute_findings
from disclosure_desk.records.rulebook import rules

TODAY = date(2024, 12, 2)
CARD: Card = {
    "number": "F1",
    "kind": "reconsideration",
    "accepted_on": date(2024, 8, 5),
    "request_number": "S7",
}
REVIEW: Card = {"number": "F0", "kind": "reconsideration", "accepted_on": date(2024, 7, 8)}
ASKED = EarlierRequest(7, "S7", date(2024, 6, 3), outcome="granted")


def decided(outcome: str, on: date) -> EarlierRequest:
    """A request decided on a day."""
    return EarlierRequest(7, "S7", on, outcome=outcome, finished_on=on)


REFUSED = EarlierRequest(7, "S7", date(2024, 6, 3), outcome="refused_secret")


def told(
    changes: Card | None = None,
    request: EarlierRequest | None = ASKED,
    others: tuple[Card, ...] = (),
) -> list[tuple[str, str, str]]:
    card = {name: one for name, one in {**CARD, **(changes or {})}.items() if one is not None}
    found = dispute_findings(DisputeCase(card=card, today=TODAY, request=request, others=others))
    return [(one.rule, one.severity, one.message) for one in found]


def test_a_dispute_about_a_registered_request_is_sound() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"request_number": None}, "没有填写所涉申请"), ({}, "没有编号“S7”")],
)
def test_a_dispute_names_its_request_or_explains(changes: Card, words: str) -> None:
    [(rule, severity, message)] = told(changes, None)
    assert (rule, severity) == ("R26", "warning")
    assert words in message
    assert told({**changes, "note": "旧系统登记的申请"}, None) == []
    assert told({**changes, "joint_defendant_only": True}, None) == []


def test_no_dispute_is_accepted_before_its_request_came() -> None:
    [(rule, _, message)] = told({"accepted_on": date(2024, 6, 2)})
    assert rule == "R26"
    assert "2024-06-02早于申请S7的收到日期2024-06-03" in message


def test_a_lawsuit_after_reconsideration_needs_one() -> None:
    lawsuit: Card = {"kind": "litigation_after"}
    [(rule, severity, message)] = told(lawsuit)
    assert (rule, severity) == ("R27", "error")
    assert "申请S7没有登记过行政复议" in message
    assert told(lawsuit, others=(REVIEW,)) == []
    direct: Card = {"number": "F0", "kind": "litigation_direct", "accepted_on": date(2024, 7, 8)}
    assert [one[0] for one in told(lawsuit, others=(direct,))] == ["R27"]


def test_an_explained_lawsuit_is_only_to_be_looked_at() -> None:
    [(rule, severity, _)] = told({"kind": "litigation_after", "note": "复议在启用以前"})
    assert (rule, severity) == ("R27", "warning")


def test_a_reconsideration_comes_before_the_lawsuit_after_it() -> None:
    later: Card = {**REVIEW, "accepted_on": date(2024, 8, 6)}
    [(rule, severity, message)] = told({"kind": "litigation_after"}, others=(later,))
    assert (rule, severity) == ("R27", "error")
    assert "2024-08-05早于行政复议F0的受理日期2024-08-06" in message
    assert told({"kind": "litigation_after"}, others=(later, REVIEW)) == []


@pytest.mark.parametrize(
    ("accepted", "request_", "expected"),
    [
        (date(2024, 8, 5), REFUSED, ["R27"]),
        (date(2024, 8, 5), ASKED, []),
        (date(2023, 12, 29), EarlierRequest(7, "S7", date(2023, 6, 5), outcome="refused_law"), []),
        (date(2024, 8, 5), decided("partial", date(2024, 6, 3)), ["R27"]),
        (date(2024, 8, 5), decided("refused_inquiry", date(2024, 6, 3)), []),
        # The law of the day of the decision counts, not that of the day of the lawsuit.
        (date(2024, 3, 4), decided("refused_law", date(2023, 12, 20)), []),
    ],
)
def test_a_refusal_is_reconsidered_before_it_is_sued_since_2024(
    accepted: date, request_: EarlierRequest, expected: list[str]
) -> None:
    changes: Card = {"kind": "litigation_direct", "accepted_on": accepted}
    found = [one for one in told(changes, request_) if one[0] != "R30"]
    assert [rule for rule, _, _ in found] == expected
    assert {severity for _, severity, _ in found} <= {"warning"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"accepted_on": date(2023, 8, 7)}, ["R30"]),
        ({"accepted_on": date(2023, 8, 7), "concluded_on": date(2024, 2, 1)}, []),
        ({"accepted_on": date(2024, 1, 2)}, []),
    ],
)
def test_what_was_pending_last_year_is_asked_about(changes: Card, expected: list[str]) -> None:
    request = EarlierRequest(7, "S7", date(2023, 3, 1), outcome="granted")
    assert [rule for rule, _, _ in told(changes, request)] == expected


def test_every_rule_has_a_function_or_is_enforced_elsewhere() -> None:
    for rule in rules().values():
        if rule.about == "dispute":
            assert (rule.id in DISPUTE_RULES) != bool(rule.enforced), rule.id
