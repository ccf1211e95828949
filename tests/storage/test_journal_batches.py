"""Many records entered together are told in few lines, and each is read as if it had its own."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select, text

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import change_record, remove_record
from disclosure_desk.records.cards import Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step, journal_rows
from disclosure_desk.storage.journal_batches import events_of, labels_with, lines_of
from tests.offices import RandomOffice

CLERK = Actor("林知夏", "二楼电脑")
ITEMS: Table = Publication.metadata.tables["publication"]


def request(place: int) -> Card:
    return {
        "number": f"S{place}",
        "received_on": date(2024, 1, 2),
        "received_via": "network",
        "applicant_kind": "natural",
        "applicant_name": "李“明”\\\n",
        "department": "办公室",
        "fee_paid_on": date(2024, 2, 1),
        "fee_yuan": Decimal("12.50"),
        "finished_on": date(2024, 3, 1),
        "outcome": "granted",
    }


def entered(database: Database, kind: str, cards: list[Card]) -> list[int]:
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        return enrol(session, kind, cards)


def lines(database: Database, kind: str) -> list[JournalEntry]:
    with database.reading() as session:
        found = select(JournalEntry).where(JournalEntry.kind == kind).order_by(JournalEntry.id)
        return list(session.scalars(found))


def history(database: Database, kind: str, record_id: int) -> list[JournalEntry]:
    with database.reading() as session:
        return lines_of(session, kind, [record_id])


def values(entry: JournalEntry) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(entry.after or "")
    return told


def filled(entry: JournalEntry) -> dict[str, Any]:
    return {name: value for name, value in values(entry).items() if value is not None}


def test_a_large_entry_has_a_line_for_five_hundred_records(registers: Database) -> None:
    ids = entered(registers, "request", [request(place) for place in range(1_203)])
    assert ids == list(range(ids[0], ids[0] + 1_203))
    told = lines(registers, "request")
    assert [(one.record_id, one.last_id) for one in told] == [
        (ids[0], ids[499]),
        (ids[500], ids[999]),
        (ids[1_000], ids[1_202]),
    ]
    for one in told:
        assert one.last_id is not None
        assert (one.step, one.actor, one.computer) == ("导入台账", "林知夏", "二楼电脑")
        assert one.before is None
        assert values(one)["columns"][:2] == ["id", "number"]
        assert "phone" not in values(one)["columns"], "no record has one"
        rows = [row[0] for row in values(one)["rows"]]
        assert rows == list(range(one.record_id, one.last_id + 1))
    assert len(lines(registers, "request_event")) == 5  # 2,406 steps


def test_up_to_a_hundred_records_have_a_line_each(registers: Database) -> None:
    item: Card = {"title": "通知", "made_on": date(2024, 1, 1)}
    entered(registers, "publication", [item] * 100)
    told = lines(registers, "publication")
    assert len(told) == 100
    assert all(one.last_id is None for one in told)
    entered(registers, "publication", [item] * 101)
    assert len(lines(registers, "publication")) == 101


def test_a_record_among_many_reads_as_one_entered_alone(registers: Database) -> None:
    many = entered(registers, "request", [request(place) for place in range(600)])
    [alone] = entered(registers, "request", [request(600)])
    among = many[555]
    for kind in ("request", "request_event"):
        with registers.reading() as session:
            keys = [events_of(session, [one]) if "_" in kind else [one] for one in (among, alone)]
            first, second = (lines_of(session, kind, one) for one in keys)
        assert len(first) == len(second) == (2 if "_" in kind else 1)
        for one, other in zip(first, second, strict=True):
            assert (one.actor, one.computer, one.step) == (other.actor, other.computer, other.step)
            assert (one.kind, one.before) == (other.kind, other.before)
            assert one.recorded_at < other.recorded_at
            own = ("id", "number", "request_id")
            told, expected = filled(one), filled(other)
            assert told["id"] == one.record_id
            assert told.get("number") == ("S555" if kind == "request" else None)
            assert {name: told[name] for name in told if name not in own} == {
                name: expected[name] for name in expected if name not in own
            }
            assert list(told) == list(expected)


def test_later_changes_stand_beside_the_entry(registers: Database) -> None:
    among = entered(registers, "request", [request(place) for place in range(300)])[123]
    with registers.writing(CLERK) as session:
        change_record(session, "request", among, {"note": "补记"})
    with registers.writing(CLERK) as session:
        remove_record(session, "request", among, "重复")
    steps = Counter(one.step for one in history(registers, "request", among))
    assert steps == {"导入台账": 1, "修改依申请公开": 1, "删除依申请公开：重复": 1}
    with registers.reading() as session:
        gone = events_of(session, [among])
        told = lines_of(session, "request_event", gone)
    assert len(gone) == 2, "the steps of a removed request are known from the journal"
    assert Counter(one.step for one in told) == {"导入台账": 2, "删除依申请公开：重复": 2}
    assert len(history(registers, "request", among + 1)) == 1


def test_two_large_entries_are_told_apart(registers: Database) -> None:
    office = RandomOffice(3)
    first = entered(registers, "publication", [office.publication(one) for one in range(150)])
    second = entered(registers, "publication", [office.publication(one) for one in range(150, 400)])
    for ids, numbers in ((first, range(150)), (second, range(150, 400))):
        for place in (0, len(ids) - 1):
            (line,) = history(registers, "publication", ids[place])
            assert values(line)["number"] == f"G{numbers[place]:06d}"
    assert history(registers, "publication", second[-1] + 1) == []


def test_a_line_of_many_has_no_gap(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        for id_ in (*range(1, 81), *range(200, 241), 300):
            session.execute(
                text(
                    "INSERT INTO publication (id, title, made_on, document_kind, channels,"
                    " channel_mask) VALUES (:id, '通知', '2024-01-01', 'other', '', 0)"
                ),
                {"id": id_},
            )
        ids = journal_rows(session, ITEMS, 0, 122)
    assert ids == [*range(1, 81), *range(200, 241), 300]
    spans = [(one.record_id, one.last_id) for one in lines(registers, "publication")]
    assert spans == [(1, 80), (200, 240), (300, 300)]
    assert len(history(registers, "publication", 300)) == 1
    assert history(registers, "publication", 150) == []


def test_no_two_fields_of_a_kind_have_a_choice_in_common() -> None:
    told = {(one.kind, one.field, one.slug) for one in labels_with("")}
    shared = Counter((kind, slug) for kind, _, slug in told)
    assert {("request", "network"), ("request_event", "reply")} <= set(shared)
    assert max(shared.values()) == 1, "a line of many writes a choice without its field"
