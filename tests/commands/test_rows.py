"""Many rows in one step: checked like a form's record, kept all together or not at all."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.rows import SheetRow, UnsoundRows, add_rows, rehearse_rows
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

CLERK = Actor("林知夏", "二楼电脑")
TODAY = date(2025, 9, 30)
MADE = date(2025, 5, 12)


@pytest.fixture
def database(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    made = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield made
    made.close()


def item(title: str, **more: object) -> Card:
    return {"title": title, "made_on": MADE, **more}


def rows(*cards: Card) -> list[SheetRow]:
    return [SheetRow(place, card) for place, card in enumerate(cards, start=1)]


def stored(database: Database, kind: str = "publication") -> list[Card]:
    with database.reading() as session:
        return [card for _, card in read_cards(session, kind)]


def enter(database: Database, *cards: Card, kind: str = "publication") -> None:
    with database.writing(CLERK) as session:
        add_rows(session, kind, rows(*cards), today=TODAY)


def refused(database: Database, *cards: Card, kind: str = "publication") -> dict[int, set[str]]:
    """The rules that each row breaks."""
    with pytest.raises(UnsoundRows) as told:
        enter(database, *cards, kind=kind)
    return {
        place: {one.rule for one in found if one.severity == "error"}
        for place, found in told.value.by_row.items()
    }


def test_all_rows_are_one_step_with_their_number(database: Database) -> None:
    enter(database, item("甲"), item("乙", department="城管股"), item("丙"))
    assert [card["title"] for card in stored(database)] == ["甲", "乙", "丙"]
    with database.reading() as session:
        lines = session.scalars(
            select(JournalEntry.step).where(JournalEntry.kind == "publication")
        ).all()
    assert lines == ["粘贴登记 3 条"] * 3


def test_one_bad_row_keeps_all_out(database: Database) -> None:
    assert refused(database, item("甲"), {"title": "乙"}) == {2: {"L36"}}
    assert stored(database) == []


def test_rows_are_held_to_what_the_form_says(database: Database) -> None:
    """The same findings, word for word, as for a record of a form."""
    with database.writing(CLERK) as session:
        add_record(session, "publication", item("甲", number="1"))
        add_record(session, "publication", item("乙"))
    for card in (item("丙", number="1"), item("乙"), item("丁", repealed_on=date(2020, 1, 1))):
        words = []
        for enter_it in (
            lambda session, card=card: add_record(session, "publication", card),
            lambda session, card=card: add_rows(session, "publication", rows(card)),
        ):
            with pytest.raises(Refusal) as told, database.writing(CLERK) as session:
                enter_it(session)
            words.append(str(told.value))
        assert words[0] == words[1]


def test_rows_of_one_sheet_that_are_the_same_are_told_apart(database: Database) -> None:
    found = refused(
        database, item("甲", number="1"), item("乙", number="1"), item("丙"), item("丙")
    )
    assert found == {2: {"L14"}, 4: {"L15"}}


def test_a_department_not_known_yet_is_a_hint(database: Database) -> None:
    with database.writing(CLERK) as session:
        entered = add_rows(session, "publication", rows(item("甲", department="城管股")))
    assert [one.rule for one in entered.by_row[1]] == ["L22"]
    with database.writing(CLERK) as session:
        assert not add_rows(session, "publication", rows(item("乙", department="城管股"))).by_row


def test_a_cell_that_could_not_be_read_is_not_called_empty_as_well(database: Database) -> None:
    unread = Finding("L0", "error", "看不懂", field="made_on")
    with pytest.raises(UnsoundRows) as told, database.writing(CLERK) as session:
        add_rows(session, "publication", [SheetRow(7, {"title": "甲"}, (unread,))])
    assert told.value.by_row == {7: [unread]}


def test_requests_are_judged_as_in_their_form(database: Database) -> None:
    request: Card = {
        "number": "S1",
        "received_on": date(2026, 1, 5),
        "received_via": "network",
        "applicant_kind": "natural",
    }
    assert refused(database, request, kind="request") == {1: {"R01"}}
    enter(database, request | {"received_on": date(2025, 9, 1)}, kind="request")
    assert len(stored(database, "request")) == 1


def test_a_rehearsal_finds_what_entering_finds_and_keeps_nothing(database: Database) -> None:
    cards = [item("甲", published_on=date(2025, 1, 1)), {"title": "乙"}]
    found = rehearse_rows(database, CLERK, "publication", rows(*cards), today=TODAY)
    assert {place: [one.rule for one in told] for place, told in found.items()} == {
        1: ["L6"],
        2: ["L36"],
    }
    sound = rehearse_rows(
        database, CLERK, "publication", rows(item("甲", department="新设股")), today=TODAY
    )
    assert [one.rule for one in sound[1]] == ["L22"]
    assert stored(database) == []
    enter(database, item("甲"))
    assert len(stored(database)) == 1


def test_without_rows_there_is_nothing_to_enter(database: Database) -> None:
    with pytest.raises(Refusal, match="没有可以登记的行"):
        enter(database)
