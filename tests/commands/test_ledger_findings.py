"""What is told of the row of a ledger that is laid over a stored record."""

from datetime import date

from disclosure_desk.commands.ledger import LedgerRow, row_findings
from disclosure_desk.records.cards import Card

STORED: Card = {
    "number": "2026-001",
    "received_on": date(2026, 3, 2),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周砚清",
    "content": "科技项目验收名单",
    "id_number": "110101199003070012",
}


def rules(card: Card) -> list[str]:
    return [one.rule for one in row_findings("request", LedgerRow(2, card), STORED)]


def test_an_odd_identity_number_is_told_only_of_the_row_that_holds_it() -> None:
    without = {name: value for name, value in STORED.items() if name != "id_number"}
    assert rules(STORED) == ["L35"]
    assert rules(without) == []
