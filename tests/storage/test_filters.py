"""Filters of a register: each finds what a plain look at the cards finds."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import found_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.filters import FINISHED, MISSING, OPEN, STATE, Filter
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.row_source import RowSource, Wanted
from tests.offices import RandomOffice

CLERK = Actor("王芳", "ZWGK-PC2")
SORTS = {"publication": "title", "request": "number", "dispute": "number", "indicator": "dated_on"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = create_database(tmp_path_factory.mktemp("filters") / "office.db")
    cards = RandomOffice(11).cards(requests=120, publications=120, disputes=30, entries=80)
    with made.writing(CLERK) as session:
        found_office(session, "示例县科学技术局")
        begin_step(session, "导入台账")
        for kind, told in cards.items():
            enrol(session, kind, told)
    yield made
    made.close()


def cards(database: Database, kind: str) -> dict[int, Card]:
    with database.reading() as session:
        return dict(read_cards(session, kind))


def found(database: Database, kind: str, *filters: Filter) -> set[int]:
    source = RowSource(database, Wanted(kind, SORTS[kind], filters=filters), ["note"])
    rows = source.first(10_000)
    assert source.count() == len(rows)
    return {row.id for row in rows}


@pytest.mark.parametrize(
    ("kind", "one", "holds"),
    [
        (
            "request",
            Filter("outcome", ("granted", "partial")),
            lambda c: c.get("outcome") in ("granted", "partial"),
        ),
        ("request", Filter("outcome", (None,)), lambda c: "outcome" not in c),
        ("request", Filter("received_via", ("letter",)), lambda c: c["received_via"] == "letter"),
        ("request", Filter(STATE, (OPEN,)), lambda c: "finished_on" not in c),
        ("request", Filter(STATE, (FINISHED,)), lambda c: "finished_on" in c),
        (
            "request",
            Filter(MISSING, ("department", "content")),
            lambda c: "department" not in c or "content" not in c,
        ),
        (
            "request",
            Filter("received_on", ("2024-03", "2023")),
            lambda c: str(c["received_on"])[:7] == "2024-03" or c["received_on"].year == 2023,
        ),
        ("publication", Filter("channels", ("政府网站",)), lambda c: "政府网站" in c["channels"]),
        ("publication", Filter("channels", (None,)), lambda c: not c.get("channels")),
        ("publication", Filter("department", (None,)), lambda c: "department" not in c),
        (
            "publication",
            Filter("document_kind", ("other",)),
            lambda c: c["document_kind"] == "other",
        ),
        ("publication", Filter(STATE, (OPEN,)), lambda c: "published_on" not in c),
        ("dispute", Filter("kind", ("reconsideration",)), lambda c: c["kind"] == "reconsideration"),
        (
            "dispute",
            Filter("joint_defendant_only", ("no",)),
            lambda c: not c["joint_defendant_only"],
        ),
        ("dispute", Filter(STATE, (FINISHED,)), lambda c: "concluded_on" in c),
        ("indicator", Filter("indicator", ("funds",)), lambda c: c["indicator"] == "funds"),
    ],
)
def test_a_filter_finds_what_a_look_at_the_cards_finds(
    database: Database, kind: str, one: Filter, holds: Callable[[Card], bool]
) -> None:
    def meets(card: Card) -> bool:
        return holds({"channels": (), **card} if kind == "publication" else card)

    expected = {id_ for id_, card in cards(database, kind).items() if meets(card)}
    assert found(database, kind, one) == expected


def test_filters_are_combined_by_and_their_values_by_or(database: Database) -> None:
    several = (Filter("applicant_kind", ("natural", "business")), Filter(STATE, (FINISHED,)))
    apart = [found(database, "request", one) for one in several]
    assert found(database, "request", *several) == apart[0] & apart[1] != set()


@pytest.mark.parametrize(
    ("field", "value"),
    [("received_on", "2024-02-31"), ("received_on", "abc"), ("outcome", "no_such")],
)
def test_a_value_that_cannot_be_finds_nothing(database: Database, field: str, value: str) -> None:
    assert found(database, "request", Filter(field, (value,))) == set()


@pytest.mark.parametrize("kind", ["publication", "request", "dispute", "indicator"])
def test_every_group_of_every_field_finds_as_many_as_it_counts(
    database: Database, kind: str
) -> None:
    source = RowSource(database, Wanted(kind, SORTS[kind]), ["note"])
    for name, field in FIELDS[kind].items():
        if field.personal:
            continue
        groups = source.groups(name, 7)
        if field.type is not tuple:
            assert sum(group.count for group in groups) == source.count(), name
        for group in groups[:4]:
            assert len(found(database, kind, Filter(name, (group.value,)))) == group.count, name
        assert [group.value for group in groups].index(None) == 0 if None in groups else True


def test_steps_are_shown_sorted_and_filtered_like_the_card_tells_them(database: Database) -> None:
    told = cards(database, "request")
    names = [name for name, field in FIELDS["request"].items() if not field.personal]
    for row in RowSource(database, Wanted("request", "delivered_on"), names).first(10_000):
        assert row.card == {name: told[row.id][name] for name in names if name in told[row.id]}


def test_amounts_are_added_up_exactly(database: Database) -> None:
    one = Wanted("indicator", "dated_on", filters=(Filter("indicator", ("funds",)),))
    expected = sum(
        (
            card["amount"]
            for card in cards(database, "indicator").values()
            if card["indicator"] == "funds"
        ),
        Decimal(0),
    )
    assert RowSource(database, one, ["amount"]).total("amount") == expected


def test_a_reopened_request_is_open_until_it_is_answered_anew(tmp_path: Path) -> None:
    made = create_database(tmp_path / "office.db")
    asked: Card = {
        "number": "S1",
        "received_on": date(2025, 3, 3),
        "received_via": "letter",
        "applicant_kind": "natural",
        "finished_on": date(2025, 3, 10),
        "outcome": "granted",
    }
    try:
        with made.writing(CLERK) as session:
            found_office(session, "示例县科学技术局")
            record_id = add_record(session, "request", asked).record_id
        assert found(made, "request", Filter(STATE, (OPEN,))) == set()
        with made.writing(CLERK) as session:
            add_event(session, record_id, "reopening", {"happened_on": date(2025, 4, 1)})
        assert found(made, "request", Filter(STATE, (OPEN,))) == {record_id}
        assert found(made, "request", Filter(STATE, (FINISHED,))) == set()
    finally:
        made.close()
