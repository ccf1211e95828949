"""Many records are changed in one step, checked like the form's, or not at all."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.bulk_change import (
    MOST_AT_ONCE,
    BulkUnsound,
    change_records,
    fields_for_many,
)
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

CLERK = Actor("王芳", "ZWGK-PC2")
ITEM: Card = {"title": "通知", "made_on": date(2025, 3, 3), "category": "规划"}


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    made = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    with made.writing(CLERK) as session:
        for number in ("G1", "G2", "G3"):
            add_record(session, "publication", {**ITEM, "number": number})
    yield made
    made.close()


def cards(database: Database, kind: str = "publication") -> dict[int, Card]:
    with database.reading() as session:
        return dict(read_cards(session, kind))


def test_many_get_the_same_values_in_one_named_step(office: Database) -> None:
    ids = list(cards(office))
    changes: Card = {"category": "财政", "department": "办公室", "published_on": date(2025, 3, 5)}
    with office.writing(CLERK) as session:
        done = change_records(session, "publication", ids[:2], changes)
    assert done.step == "批量修改2条主动公开：信息类别、责任科室、公开日期"
    first, second, third = cards(office).values()
    for card in (first, second):
        assert {name: card[name] for name in changes} == changes
    assert third["category"] == "规划"
    with office.reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.step == done.step)).all()
    assert sum(line.kind == "publication" for line in lines) == 2


def test_a_field_is_emptied_by_none(office: Database) -> None:
    with office.writing(CLERK) as session:
        change_records(session, "publication", list(cards(office)), {"category": None})
    assert all("category" not in card for card in cards(office).values())


def test_what_somebody_changed_or_removed_since_it_was_shown_is_not_overwritten(
    office: Database,
) -> None:
    shown = cards(office)
    first, second, third = shown
    with office.writing(CLERK) as session:
        change_record(session, "publication", first, {"category": "人事"})
        change_record(session, "publication", second, {"title": "别的栏目"})
        remove_record(session, "publication", third, "重复登记")
    now = cards(office)
    with (
        office.writing(CLERK) as session,
        pytest.raises(Refusal, match="有1条刚刚被改过，1条刚刚被删除"),
    ):
        change_records(session, "publication", list(shown), {"category": "财政"}, seen=shown)
    assert cards(office) == now
    with office.writing(CLERK) as session:
        change_records(session, "publication", [second], {"category": "财政"}, seen=shown)
    assert cards(office)[second]["category"] == "财政"


def test_none_is_changed_when_one_would_be_unsound(office: Database) -> None:
    with office.writing(CLERK) as session:
        for number, day in (("S1", date(2025, 3, 3)), ("S2", date(2025, 5, 6))):
            add_record(
                session,
                "request",
                {
                    "number": number,
                    "received_on": day,
                    "received_via": "letter",
                    "applicant_kind": "natural",
                    "finished_on": date(2025, 5, 20),
                    "outcome": "granted",
                },
                today=date(2025, 9, 1),
            )
    before = cards(office, "request")
    with pytest.raises(BulkUnsound) as refused, office.writing(CLERK) as session:
        change_records(
            session,
            "request",
            list(before),
            {"received_on": date(2025, 5, 21), "note": "改"},
            today=date(2025, 9, 1),
        )
    assert len(refused.value.lines) == 2
    assert refused.value.lines[0].startswith("S1：")
    assert cards(office, "request") == before


def test_a_required_field_cannot_be_emptied(office: Database) -> None:
    with pytest.raises(BulkUnsound), office.writing(CLERK) as session:
        change_records(session, "publication", list(cards(office)), {"title": None})
    assert all(card["title"] == "通知" for card in cards(office).values())


@pytest.mark.parametrize("changes", [{}, {"number": "G9"}])
def test_what_many_cannot_share_is_refused(office: Database, changes: Card) -> None:
    with pytest.raises(Refusal), office.writing(CLERK) as session:
        change_records(session, "publication", list(cards(office)), changes)


def test_too_many_are_refused(office: Database) -> None:
    with pytest.raises(Refusal, match="一次最多"), office.writing(CLERK) as session:
        change_records(session, "publication", range(MOST_AT_ONCE + 1), {"note": "x"})


def test_no_field_for_many_is_a_number_personal_or_a_step() -> None:
    for kind in ("publication", "request", "dispute", "indicator"):
        names = fields_for_many(kind)
        assert "number" not in names
        assert not any(FIELDS[kind][name].personal for name in names)
    assert {"outcome", "finished_on", "delivered_on"}.isdisjoint(fields_for_many("request"))
    assert {"category", "department", "channels"} <= set(fields_for_many("publication"))
