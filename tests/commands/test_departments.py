"""Departments: liaison officers, other names, two made one, order, and out of use."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.departments import (
    add_department,
    change_department,
    departments,
    merge_departments,
    order_departments,
    records_of,
    rename_department,
)
from disclosure_desk.commands.index_numbers import proposed_index_number
from disclosure_desk.commands.offices import found_office, the_office
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.desk.lookups import department_names
from disclosure_desk.faults import Refusal
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.journal import Actor

CLERK = Actor("林知夏", "二楼电脑")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An office with two departments and an item for each."""
    made = create_database(tmp_path / "office.db")
    with made.writing(CLERK) as session:
        found_office(session, "示例县水利局")
        for number, name in (("1", "办公室"), ("2", "水资源股")):
            card = {"number": number, "title": "通知", "made_on": date(2025, 3, 4)}
            add_record(session, "publication", card | {"department": name})
    yield made
    made.close()


def ids(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {one.name: one.id for one in departments(session)}


def test_records_follow_the_new_name_and_later_entries_find_it(database: Database) -> None:
    with database.writing(CLERK) as session:
        rename_department(session, ids(database)["水资源股"], " 水资源管理股 ")
        card = {"number": "3", "title": "公告", "made_on": date(2025, 3, 5)}
        add_record(session, "publication", card | {"department": "水资源管理股"})
    with database.reading() as session:
        items = session.scalars(select(Publication).order_by(Publication.number)).all()
        assert [one.department.name for one in items] == ["办公室", "水资源管理股", "水资源管理股"]
        steps = session.scalars(select(JournalEntry.step)).all()
    assert "科室改名" in steps
    assert list(ids(database)) == ["办公室", "水资源管理股"]


def test_a_name_that_is_taken_leads_to_merging(database: Database) -> None:
    known = ids(database)
    with database.writing(CLERK) as session:
        with pytest.raises(Refusal, match="请用“合并”"):
            rename_department(session, known["水资源股"], "办公室")
        with pytest.raises(Refusal, match="请填写科室名称"):
            rename_department(session, known["水资源股"], "  ")
        rename_department(session, known["办公室"], "办公室")


def test_two_departments_become_one_and_every_moved_record_is_journalled(
    database: Database,
) -> None:
    known = ids(database)
    with database.writing(CLERK) as session:
        merge_departments(session, known["水资源股"], known["办公室"])
    assert list(ids(database)) == ["办公室"]
    with database.reading() as session:
        assert records_of(session, known["办公室"]) == 2
        lines = session.execute(
            select(JournalEntry.kind, JournalEntry.record_id).where(JournalEntry.step == "合并科室")
        ).all()
    assert sorted(lines) == [("department", known["水资源股"]), ("publication", 2)]
    with database.writing(CLERK) as session:
        with pytest.raises(Refusal, match="不能与自己合并"):
            merge_departments(session, known["办公室"], known["办公室"])
        with pytest.raises(Refusal, match="不在名单里"):
            merge_departments(session, known["水资源股"], known["办公室"])


def test_the_office_orders_its_departments_and_those_out_of_use_are_not_proposed(
    database: Database,
) -> None:
    with database.writing(CLERK) as session:
        add_department(session, "河湖股")
        with pytest.raises(Refusal):
            add_department(session, "河湖股")
    known = ids(database)
    with database.writing(CLERK) as session:
        order_departments(session, [known["河湖股"], known["水资源股"], known["办公室"]])
        told = {
            "liaison": "周砚清",
            "phone": " 0550-1234567 ",
            "out_of_use_since": date(2025, 6, 1),
        }
        change_department(session, known["水资源股"], told)
    assert list(ids(database)) == ["河湖股", "水资源股", "办公室"]
    with database.reading() as session:
        assert department_names(session) == ["河湖股", "办公室"]
        closed = departments(session)[1]
        assert (closed.liaison, closed.phone) == ("周砚清", "0550-1234567")


def test_the_index_number_follows_the_pattern_of_the_office(database: Database) -> None:
    with database.writing(CLERK) as session:
        assert proposed_index_number(session, 2025) == ""
        office = the_office(session).id
        pattern = {"index_pattern": "【代码】/【年】-【序号】"}
        change_record(session, "office", office, pattern)
        assert proposed_index_number(session, 2025) == ""
        change_record(session, "office", office, {"credit_code": "11341122003012345A"})
        assert proposed_index_number(session, 2025) == "11341122003012345A/2025-00001"
        card = {"number": "9", "title": "公告", "made_on": date(2025, 3, 5)}
        add_record(session, "publication", card | {"index_number": "11341122003012345A/2025-00041"})
        add_record(
            session,
            "publication",
            card | {"number": "10", "index_number": "11341122003012345A/2024-00099"},
        )
        assert proposed_index_number(session, 2025) == "11341122003012345A/2025-00042"
