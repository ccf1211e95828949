"""Other requests of an applicant, found without reading the register."""

from datetime import date

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.records.cards import Card
from disclosure_desk.storage import similar_requests
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.similar_requests import (
    ApplicantHistory,
    history_of,
    likely_duplicates,
    months_before,
    newest_of,
    request_numbered,
)

CLERK = Actor("林知夏", "二楼电脑")
ON = date(2024, 6, 30)
ROADS = "2023年柳树村道路硬化工程的中标通知书和验收报告"


def ask(database: Database, number: str, name: str | None, on: date, content: str = "") -> int:
    card: Card = {
        "number": number,
        "received_on": on,
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": name,
        "content": content or None,
    }
    with database.writing(CLERK) as session:
        return add_record(session, "request", card).record_id


def history(database: Database, name: str, but: int | None = None) -> ApplicantHistory:
    with database.reading() as session:
        return history_of(session, name, ON, but=but)


def test_only_the_requests_under_the_very_name_are_counted(registers: Database) -> None:
    ask(registers, "S1", "周大勇", date(2024, 6, 3))
    ask(registers, "S2", "周大勇的弟弟", date(2024, 6, 4))
    ask(registers, "S3", "顾言蹊", date(2024, 6, 5), "关于周大勇的处分决定")
    ask(registers, "S4", None, date(2024, 6, 6))
    assert [one.number for one in history(registers, "周大勇").earlier] == ["S1"]


@pytest.mark.parametrize(
    "spelt", ["柳树村（示例）合作社", "柳树村(示例)合作社", " 柳树村（示例） 合作社"]
)
def test_a_name_in_another_width_is_the_same(registers: Database, spelt: str) -> None:
    ask(registers, "S1", "柳树村(示例)合作社", date(2024, 6, 3))
    assert history(registers, spelt).total == 1


def test_requests_are_counted_by_days_and_months_until_the_day(registers: Database) -> None:
    days = {
        "今天": ON,
        "三十天前": date(2024, 6, 1),
        "三十一天前": date(2024, 5, 31),
        "一年内": date(2023, 7, 1),
        "一年前": date(2023, 6, 30),
        "以后": date(2024, 7, 1),
    }
    for number, day in days.items():
        ask(registers, number, "周大勇", day)
    found = history(registers, "周大勇")
    assert [one.number for one in found.earlier] == ["今天", "三十天前", "三十一天前", "一年内"]
    assert (found.lately, found.in_months, found.total) == (2, 4, 6)


def test_the_request_itself_is_left_out(registers: Database) -> None:
    own = ask(registers, "S1", "周大勇", date(2024, 6, 3))
    ask(registers, "S2", "周大勇", date(2024, 6, 2))
    assert [one.number for one in history(registers, "周大勇", own).earlier] == ["S2"]
    with registers.reading() as session:
        assert [one.number for one in newest_of(session, "周大勇", but=own)] == ["S2"]


@pytest.mark.parametrize("name", ["", " ", "周", "，。", '"', "没有 AND 的"])
def test_a_name_that_says_nothing_has_no_history(registers: Database, name: str) -> None:
    ask(registers, "S1", "周大勇", date(2024, 6, 3))
    assert history(registers, name) == ApplicantHistory()


def test_the_newest_come_first_and_only_so_many(registers: Database) -> None:
    for day in (3, 9, 5, 7):
        ask(registers, f"S{day}", "周大勇", date(2014, 6, day))
    with registers.reading() as session:
        found = newest_of(session, "周大勇", most=3)
    assert [one.number for one in found] == ["S9", "S7", "S5"]


def test_contents_are_compared_no_more_than_so_many(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar_requests, "_COMPARED", 2)
    for day in (3, 4, 5):
        ask(registers, f"S{day}", "周大勇", date(2024, 6, day), ROADS)
    found = history(registers, "周大勇")
    assert [one.number for one in found.earlier] == ["S5", "S4"]
    assert (found.in_months, found.total) == (3, 3)


def test_of_several_alike_the_most_alike_comes_first(registers: Database) -> None:
    ask(registers, "不同", "周大勇", date(2024, 6, 5), "2023年柳树村集体土地征收补偿安置方案")
    ask(registers, "相近", "周大勇", date(2024, 6, 4), "柳树村2023年道路硬化工程中标通知书")
    ask(registers, "相同", "周大勇", date(2024, 6, 3), ROADS)
    ask(registers, "空白", "周大勇", date(2024, 6, 2))
    earlier = history(registers, "周大勇").earlier
    assert [one.number for one in likely_duplicates(earlier, ROADS)] == ["相同", "相近"]
    assert [one.number for one in likely_duplicates(earlier, ROADS, 0.99)] == ["相同"]
    assert likely_duplicates(earlier, None) == ()


def test_a_request_is_found_by_its_number(registers: Database) -> None:
    id_ = ask(registers, "S1", "周大勇", date(2024, 6, 3), ROADS)
    with registers.reading() as session:
        found = request_numbered(session, "S1")
        assert request_numbered(session, "S2") is None
    assert found is not None
    assert (found.id, found.received_on, found.content) == (id_, date(2024, 6, 3), ROADS)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 6, 30), 12, date(2023, 6, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
