"""Numbers that several clerks take at the same time: one after the other, none twice."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.number_series import NumberTaken
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import begin_step
from tests.commands.test_letters import make
from tests.letter_requests import CLERK, describe_office, enter_request

ITEM: Card = {"title": "绿化通知", "made_on": date(2025, 3, 3)}
CLERKS, LETTERS = 4, 3


def test_a_proposed_number_that_is_taken_gives_way_to_the_next_and_a_typed_one_does_not(
    registers: Database,
) -> None:
    with registers.writing(CLERK) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-007"})
    with registers.writing(CLERK) as session:
        told = {**ITEM, "title": "又一条", "number": "2025-007"}
        done = add_record(session, "publication", told, proposed={"number"})
    assert done.given == {"number": "2025-008"}
    assert [one.message for one in done.findings if one.rule == "L27"] == [
        "编号“2025-007”刚被别人用去，这一条编为“2025-008”。"
    ]
    with pytest.raises(NumberTaken) as refused, registers.writing(CLERK) as session:
        add_record(session, "publication", told)
    assert refused.value.following == "2025-009"


def test_more_than_a_taken_number_is_refused_as_ever(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-007"})
    spoilt: Card = {**ITEM, "number": "2025-007", "title": None}
    with pytest.raises(Unsound) as refused, registers.writing(CLERK) as session:
        add_record(session, "publication", spoilt, proposed={"number"})
    assert not isinstance(refused.value, NumberTaken)


def test_a_proposed_index_number_that_is_taken_gives_way_too(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "单位信息")
        the_office(session).index_pattern = "示-【年】-【序号】"
        taken: Card = {**ITEM, "number": "1", "index_number": "示-2025-00001"}
        add_record(session, "publication", taken)
    with registers.writing(CLERK) as session:
        done = add_record(
            session, "publication", {**taken, "number": "2"}, proposed={"index_number"}
        )
        typed = add_record(session, "publication", {**taken, "number": "3"})
    assert done.given == {"index_number": "示-2025-00002"}
    assert typed.given == {}  # two items may bear the same one, if somebody wants them to


def test_letters_that_clerks_finish_at_once_take_numbers_without_a_gap(
    registers: Database, founded_place: str
) -> None:
    describe_office(registers)
    requests = [enter_request(registers, number=f"S{each}") for each in range(CLERKS * LETTERS)]

    def finish(mine: Iterable[int]) -> list[str]:
        database = open_database(founded_place)
        letters = [
            make(database, one, "correction_notice", date(2025, 1, 9), final=True) for one in mine
        ]
        database.close()
        return [str(one.number) for one in letters]

    with ThreadPoolExecutor(CLERKS) as pool:
        parts = [requests[each::CLERKS] for each in range(CLERKS)]
        numbers = [number for some in pool.map(finish, parts) for number in some]
    counts = sorted(int(number.split("〕")[1].removesuffix("号")) for number in numbers)
    assert counts == list(range(1, CLERKS * LETTERS + 1))


def test_of_two_clerks_who_finish_the_same_letter_one_is_told_that_it_is_done(
    registers: Database, founded_place: str
) -> None:
    describe_office(registers)
    request = enter_request(registers)

    def finish(_clerk: int) -> str:
        database = open_database(founded_place)
        try:
            letter = make(database, request, "correction_notice", date(2025, 1, 9), final=True)
            return str(letter.number)
        except Refusal as refusal:
            return str(refusal)
        finally:
            database.close()

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(finish, range(2)), key=len)
    assert told[0].endswith("1号")
    assert "已经定稿" in told[1]
