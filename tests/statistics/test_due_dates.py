"""The due dates that a register shows are those of the clock, and filters find them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from disclosure_desk.commands.offices import found_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk.registers import REGISTERS
from disclosure_desk.records.cards import Card
from disclosure_desk.statistics.due_dates import RequestClocks
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.filters import DUE, Filter
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.own_calendars import calendar_in_use
from disclosure_desk.storage.row_source import RowSource, Wanted

TODAY = date(2025, 9, 15)  # a Monday
# Twenty working days later: 2025-09-08, 09-17, 09-19, 09-22, 10-14.
RECEIVED = {
    "late": date(2025, 8, 11),
    "soon": date(2025, 8, 20),
    "friday": date(2025, 8, 22),
    "next": date(2025, 8, 25),
    "later": date(2025, 9, 10),
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "office.db")
    card: Card = {"received_via": "letter", "applicant_kind": "natural"}
    with made.writing(Actor("王芳", "ZWGK-PC2")) as session:
        found_office(session, "示例县科学技术局")
        for number, day in RECEIVED.items():
            add_record(session, "request", {**card, "number": number, "received_on": day})
        waits = add_record(
            session, "request", {**card, "number": "waits", "received_on": date(2025, 9, 1)}
        )
        add_event(session, waits.record_id, "correction_asked", {"happened_on": date(2025, 9, 3)})
        ended = {"received_on": date(2025, 8, 1), "finished_on": date(2025, 8, 20)}
        add_record(session, "request", {**card, "number": "ended", **ended, "outcome": "granted"})
    yield made
    made.close()


def source(database: Database, *filters: Filter, sort: str = "due_on") -> RowSource:
    fields = ("number", "due_on", "workdays_left")
    wanted = Wanted("request", sort, filters=filters)
    return RowSource(database, wanted, fields, RequestClocks(calendar_in_use(), TODAY))


def test_open_requests_show_their_due_date_and_stand_in_its_order(database: Database) -> None:
    rows = source(database).first(20)
    assert [row.card["number"] for row in rows] == [*RECEIVED, "waits", "ended"]
    told = [(row.card.get("due_on"), row.card.get("workdays_left")) for row in rows]
    assert told == [
        (date(2025, 9, 8), -5),
        (date(2025, 9, 17), 2),
        (date(2025, 9, 19), 4),
        (date(2025, 9, 22), 5),
        (date(2025, 10, 14), 17),
        (None, None),
        (None, None),
    ]
    assert [source(database).position(row.id) for row in rows] == list(range(7))
    assert [row.id for row in source(database).starts(2)] == [row.id for row in rows[::2]]


def test_one_that_waits_tells_what_for_and_until_when(database: Database) -> None:
    with database.writing(Actor("王芳", "ZWGK-PC2")) as session:
        card: Card = {"received_via": "letter", "applicant_kind": "natural", "number": "asked"}
        asked = add_record(session, "request", {**card, "received_on": date(2025, 9, 1)})
        add_event(session, asked.record_id, "consultation_sent", {"happened_on": date(2025, 9, 3)})
    told = {row.card["number"]: row.card.get("waits_for") for row in source(database).first(20)}
    assert told["waits"] == "中止：等补正"
    assert told["asked"] == "中止：等意见，期限2025-09-24"
    assert told["later"] is None
    (column,) = (one for one in REGISTERS["request"].columns if one.field == "due_on")
    card = {"waits_for": "中止：等补正"}
    assert column.format is not None
    assert column.format(None, card) == "中止：等补正"


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        (("overdue",), {"late"}),
        (("within_3",), {"soon"}),
        (("within_7",), {"soon", "friday", "next"}),
        (("this_week",), {"soon", "friday"}),
        (("later",), {"later"}),
        (("waiting",), {"waits"}),
        (("unknown",), set()),
        (("overdue", "later"), {"late", "later"}),
    ],
)
def test_a_filter_by_the_clock_finds_open_requests(
    database: Database, values: tuple[str, ...], numbers: set[str]
) -> None:
    for sort in ("due_on", "number"):
        rows = source(database, Filter(DUE, values), sort=sort).first(20)
        assert {row.card["number"] for row in rows} == numbers


def test_groups_by_the_clock_count_what_their_filter_finds(database: Database) -> None:
    groups = {group.value: group.count for group in source(database).groups(DUE)}
    assert groups == {
        "overdue": 1, "within_3": 1, "within_7": 3, "this_week": 2, "later": 1, "waiting": 1,
    }  # fmt: skip


def test_a_year_without_a_notice_leaves_the_date_open(tmp_path: Path) -> None:
    made = create_database(tmp_path / "far.db")
    card: Card = {"received_via": "letter", "applicant_kind": "natural", "number": "F1"}
    try:
        with made.writing(Actor("王芳", "ZWGK-PC2")) as session:
            found_office(session, "示例县科学技术局")
            late = date(2026, 12, 28)
            add_record(session, "request", {**card, "received_on": late}, today=late)
        rows = source(made, Filter(DUE, ("unknown",))).first(5)
        assert [row.card for row in rows] == [{"number": "F1"}]
    finally:
        made.close()
