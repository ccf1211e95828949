"""Each way in which two computers can disagree, one after another."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.anonymising import anonymise, set_retention
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.departments import (
    add_department,
    departments,
    merge_departments,
    rename_department,
)
from disclosure_desk.commands.letter_files import letter_content, letters_of
from disclosure_desk.commands.offices import found_office
from disclosure_desk.commands.recycling import put_back
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.commands.undo import redo, undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.handover import handover_content
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.merge_plan import BEING
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.removed import removed_records
from disclosure_desk.storage.told_content import Content
from disclosure_desk.storage.verify import verify
from tests.commands.computers import Computer, registers_of
from tests.commands.test_letters import make

TODAY = date(2025, 9, 2)
REQUEST: Card = {
    "number": "2025-017",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "农机补贴发放名单",
    "department": "农业科",
}
ITEM: Card = {"title": "关于项目申报的通知", "made_on": date(2025, 3, 1)}
FIGURE: Card = {"dated_on": date(2025, 6, 30), "indicator": "licence_decisions"}


@pytest.fixture
def pair(founded_file: Path, tmp_path: Path) -> Iterator[tuple[Computer, Computer]]:
    """Two computers with one request, and nothing else."""
    here = Computer(Path(shutil.copy(founded_file, tmp_path / "here.db")), 0)
    here.do(lambda s: add_record(s, "request", REQUEST, today=TODAY))
    there = here.copy(tmp_path / "there.db", 1)
    yield here, there
    assert [one.message for one in verify(here.path).findings if one.severity != "hint"] == []
    for computer in (here, there):
        computer.close()


def change(computer: Computer, key: int = 1, **changes: object) -> None:
    computer.do(lambda s: change_record(s, "request", key, dict(changes), today=TODAY))


def add(computer: Computer, kind: str, card: Card) -> int:
    key: int = computer.do(lambda s: add_record(s, kind, card, today=TODAY)).record_id
    return key


def cards(computer: Computer, kind: str = "request") -> list[Card]:
    return sorted(
        computer.ask(lambda s: [card for _, card in read_cards(s, kind)]), key=lambda one: repr(one)
    )


def exchange(here: Computer, there: Computer) -> None:
    """Each gets the other's package as it was before; afterwards both hold the same."""
    mine, theirs = here.package(), there.package()
    here.merge(theirs)
    there.merge(mine)
    assert registers_of(here) == registers_of(there)


def test_what_one_side_changed_is_taken_and_no_conflict(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    change(here, phone="010-1234567")
    change(there, note="来过电话", content=None)
    merged = here.merge(there.package())
    assert not merged.conflicts
    assert [(x.sort, x.field, x.here, x.there) for x in merged.lines] == [
        ("changed", "申请内容", "农机补贴发放名单", ""),
        ("changed", "备注", "", "来过电话"),
    ]
    (card,) = cards(here)
    assert (card["phone"], card["note"], "content" in card) == ("010-1234567", "来过电话", False)
    exchange(here, there)


def test_of_two_values_the_later_holds_and_the_other_is_kept(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    change(there, note="来过电话")
    change(here, note="本人来过")
    merged = here.merge(there.package())
    (one,) = merged.conflicts
    assert (one.field, one.here, one.there, one.keeps) == ("备注", "本人来过", "来过电话", "here")
    assert one.by_there.startswith("李明远 ")
    assert cards(here)[0]["note"] == "本人来过"
    lines = here.ask(
        lambda s: s.scalars(
            select(JournalEntry).where(JournalEntry.after.contains("来过电话"))
        ).all()
    )
    assert [line.step.endswith("在“2号电脑”，没有采用") for line in lines] == [True]
    assert not here.merge(there.package()).conflicts
    exchange(here, there)


def test_a_choice_is_a_new_writing_that_travels(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    change(here, note="本人来过")
    change(there, note="来过电话")
    package = there.package()
    (one,) = here.look(package).conflicts
    assert one.place is not None
    merged = here.merge(package, {one.place: "here"})
    assert [x.keeps for x in merged.conflicts] == ["here"]
    assert cards(here)[0]["note"] == "本人来过"
    there.merge(here.package())
    assert cards(there)[0]["note"] == "本人来过"


def test_the_same_value_on_both_sides_is_no_conflict(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    change(here, note="本人来过")
    change(there, note="本人来过")
    assert not here.merge(there.package()).conflicts
    exchange(here, there)


def test_two_requests_with_one_number_are_both_kept(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    add(here, "request", {**REQUEST, "number": "2025-018", "applicant_name": "何小燕"})
    add(there, "request", {**REQUEST, "number": "2025-018", "applicant_name": "吴启明"})
    case: Card = {
        "number": "示政复〔2025〕3号",
        "kind": "reconsideration",
        "request_number": "2025-018",
        "accepted_on": date(2025, 8, 1),
    }
    add(there, "dispute", case)
    merged = here.merge(there.package())
    assert [one.rule for one in merged.findings] == ["M2"]
    named = {card["number"]: card["applicant_name"] for card in cards(here)}
    assert named == {"2025-017": "周大勇", "2025-018": "何小燕", "2025-018-2": "吴启明"}
    assert cards(here, "dispute")[0]["request_number"] == "2025-018-2"
    exchange(here, there)
    # Once the first has another number, the second gets its own back.
    key = here.ask(lambda s: s.scalar(select(Request.id).where(Request.number == "2025-018")))
    change(here, key, number="2025-019")
    there.merge(here.package())
    here.merge(there.package())
    assert {card["number"] for card in cards(there)} == {"2025-017", "2025-018", "2025-019"}
    assert registers_of(here) == registers_of(there)


def test_one_paper_entered_on_both_computers_is_one_record(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    for computer, note in ((here, "上报"), (there, "下发")):
        add(computer, "publication", {**ITEM, "note": note})
        add(computer, "request", {**REQUEST, "number": "2025-018"})
        add(computer, "indicator", {**FIGURE, "amount": 5, "department": "审批科"})
    merged = here.merge(there.package())
    assert [(one.field, one.here, one.there) for one in merged.conflicts] == [
        ("备注", "上报", "下发")
    ]
    assert (len(cards(here, "publication")), len(cards(here)), len(cards(here, "indicator"))) == (
        *(1, 2),
        1,
    )
    exchange(here, there)
    change(there, 2, note="补充")
    here.merge(there.package())
    assert [card.get("note") for card in cards(here)] == [None, "补充"]


def test_a_removal_travels_and_what_was_changed_later_comes_back(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    key = add(here, "publication", ITEM)
    there.merge(here.package())
    there.do(lambda s: remove_record(s, "publication", key, "登错了"))
    merged = here.merge(there.package())
    assert [(one.sort, one.record) for one in merged.lines] == [("removed", "关于项目申报的通知")]
    (gone,) = here.ask(removed_records)
    assert "李明远" in gone.reason
    here.do(lambda s: put_back(s, "publication", gone.record_id, today=TODAY))
    there.merge(here.package())
    assert len(cards(there, "publication")) == 1
    # Removed there, and changed here after that: it stays, and that is told.
    there.do(lambda s: remove_record(s, "publication", key, "登错了"))
    here.do(lambda s: change_record(s, "publication", key, {"note": "改过"}, today=TODAY))
    (one,) = here.merge(there.package()).conflicts
    assert (one.field, one.here, one.there, one.keeps) == ("是否保留", "保留", "删除", "here")
    exchange(here, there)
    assert len(cards(there, "publication")) == 1


def test_somebody_may_choose_that_a_record_goes(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    there.do(lambda s: remove_record(s, "request", 1, "登错了"))
    here.do(lambda s: add_event(s, 1, "fee_notice", {"happened_on": date(2025, 6, 9)}, today=TODAY))
    package = there.package()
    (one,) = here.look(package).conflicts
    assert one.place is not None
    assert one.place[1] == BEING
    here.merge(package, {one.place: "there"})
    assert cards(here) == []
    there.merge(here.package())
    assert cards(there) == []


def test_no_step_is_lost_where_the_request_was_removed_elsewhere(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    told = {"happened_on": date(2025, 6, 9)}
    here.do(lambda s: add_event(s, 1, "correction_asked", told, today=TODAY))
    there.merge(here.package())
    here.do(lambda s: add_event(s, 1, "delivery", {"happened_on": date(2025, 6, 20)}, today=TODAY))
    there.do(lambda s: remove_record(s, "request", 1, "登错了"))
    exchange(here, there)
    (card,) = cards(there)
    assert card["correction_asked_on"] == date(2025, 6, 9)
    assert card["delivered_on"] == date(2025, 6, 20)


def test_of_two_endings_on_one_day_the_one_entered_first_counts_everywhere(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    day = date(2025, 6, 20)
    there.do(
        lambda s: add_event(s, 1, "reply", {"happened_on": day, "outcome": "partial"}, today=TODAY)
    )
    here.do(
        lambda s: add_event(s, 1, "reply", {"happened_on": day, "outcome": "granted"}, today=TODAY)
    )
    exchange(here, there)
    for computer in (here, there):
        assert cards(computer)[0]["outcome"] == "partial"
        outcomes = computer.ask(lambda s: [x.outcome for x in s.get_one(Request, 1).events])
        assert outcomes == ["partial", "granted"]


def test_of_two_stocks_on_one_day_the_one_entered_later_holds_everywhere(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    stock: Card = {"dated_on": date(2018, 6, 30), "indicator": "offices"}
    slug = here.ask(lambda s: IndicatorEntry.__table__.c.indicator.info["choices"].slugs)
    stock["indicator"] = next(one for one in slug if one.endswith("offices") or one == "offices")
    add(there, "indicator", {**stock, "amount": 3, "department": "审批科"})
    add(here, "indicator", {**stock, "amount": 4, "department": "农业科"})
    exchange(here, there)
    for computer in (here, there):
        figures = computer.ask(lambda s: tally(s, edition_for(2018), Period.of_year(2018)))
        assert figures["organisation.offices"] == 4


def test_departments_are_one_by_name_and_renamed_ones_keep_their_records(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    for computer in pair:
        computer.do(lambda s: add_department(s, "教育科"))
    here.do(lambda s: rename_department(s, 1, "农业农村科"))
    add(there, "request", {**REQUEST, "number": "2025-018"})
    there.do(lambda s: add_department(s, "农业农村科"))
    exchange(here, there)
    assert [card["department"] for card in cards(there)] == ["农业农村科", "农业农村科"]
    assert sorted(one.name for one in there.ask(departments)) == ["农业农村科", "教育科"]


def test_a_department_that_was_merged_away_stays_where_somebody_named_it(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    here.do(lambda s: add_department(s, "综合科"))
    here.do(lambda s: merge_departments(s, 1, 2))
    add(there, "request", {**REQUEST, "number": "2025-018"})
    exchange(here, there)
    assert [card["department"] for card in cards(there)] == ["综合科", "农业科"]


def test_letters_travel_with_their_files(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    make(there.database, 1, "receipt", date(2025, 6, 3))
    here.merge(there.package())
    (letter,) = here.ask(lambda s: letters_of(s, 1))
    assert here.ask(lambda s: letter_content(s, letter.id)) == there.ask(
        lambda s: letter_content(s, letters_of(s, 1)[0].id)
    )
    exchange(here, there)


def test_of_two_signings_of_a_year_the_later_is_in_force(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    for computer in pair:
        computer.do(lambda s: close_year(s, edition_for(2024), 2024, "审核同意", today=TODAY))
    exchange(here, there)
    for computer in pair:
        signed = computer.ask(lambda s: s.scalars(select(ClosedYear)).all())
        assert [(one.computer, one.reopened_on) for one in signed if one.reopened_on is None] == [
            ("2号电脑", None)
        ]
        assert len(signed) == 2


def test_a_merging_is_undone_and_redone_as_one_step(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    change(there, note="来过电话")
    add(there, "request", {**REQUEST, "number": "2025-018", "department": "教育科"})
    add(there, "publication", ITEM)
    before = registers_of(here)
    package = there.package()
    here.merge(package)
    after = registers_of(here)
    here.do(lambda s: undo(s, today=TODAY))
    undone = registers_of(here)
    assert {**undone, "department": []} == {**before, "department": []}  # named once, stays known
    here.do(lambda s: redo(s, today=TODAY))
    assert registers_of(here) == after
    here.do(lambda s: undo(s, today=TODAY))
    # What was undone was never told: the other computer keeps its own, and it can come again.
    there.merge(here.package())
    assert len(cards(there)) == 2
    assert here.merge(package).is_news
    assert registers_of(here) == after


def test_a_package_of_another_unit_is_refused(
    pair: tuple[Computer, Computer], founded_file: Path, tmp_path: Path
) -> None:
    here, there = pair
    package = there.package()
    there.do(lambda s: change_record(s, "office", 1, {"name": "示例县科技和工信局"}))
    assert here.merge(there.package()).counts["changed"]["单位信息"] == 1  # a copy, renamed
    create_database(tmp_path / "other.db").close()
    other = Computer(tmp_path / "other.db", 2)
    other.do(lambda s: found_office(s, "示例县教育局"))
    with pytest.raises(Refusal, match="是“示例县科学技术局”的交接包，本单位是“示例县教育局”"):
        other.merge(package)
    other.close()


def test_a_year_carries_what_its_table_needs_and_its_removals(
    pair: tuple[Computer, Computer], founded_file: Path, tmp_path: Path
) -> None:
    here, _ = pair
    add(here, "request", {**REQUEST, "number": "2023-001", "received_on": date(2023, 2, 1)})
    here.do(
        lambda s: add_event(
            s, 2, "reply", {"happened_on": date(2023, 2, 9), "outcome": "granted"}, today=TODAY
        )
    )
    key = add(here, "publication", ITEM)
    here.do(lambda s: remove_record(s, "publication", key, "登错了"))
    fresh = Computer(Path(shutil.copy(founded_file, tmp_path / "fresh.db")), 2)
    fresh.merge(here.package(2025))
    assert [card["number"] for card in cards(fresh)] == ["2025-017"]
    edition = edition_for(2025)
    figures = [
        computer.ask(lambda s: dict(tally(s, edition, Period.of_year(2025))))
        for computer in (here, fresh)
    ]
    assert figures[0] == figures[1]
    fresh.merge(here.package())
    assert len(cards(fresh)) == 2
    fresh.close()


def test_a_step_that_both_changed_is_told_by_its_request(pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    told = {"happened_on": date(2025, 6, 9)}
    here.do(lambda s: add_event(s, 1, "fee_notice", told, today=TODAY))
    there.merge(here.package())
    for computer, day in ((here, 10), (there, 11)):
        later = {"happened_on": date(2025, 6, day)}
        computer.do(lambda s, later=later: change_event(s, 1, 1, later, today=TODAY))
    (one,) = here.merge(there.package()).conflicts
    assert (one.register, one.field, one.here, one.there) == (
        *("依申请公开步骤", "收费通知日期"),
        *("2025-06-10", "2025-06-11"),
    )
    exchange(here, there)


def test_what_packages_told_of_a_person_goes_when_its_time_is_over(
    pair: tuple[Computer, Computer],
) -> None:
    here, there = pair
    change(there, applicant_name="周小勇", phone="010-7654321")
    change(here, applicant_name="周大勇（更正）", phone="010-1234567")
    told = {"happened_on": date(2025, 6, 20), "outcome": "granted"}
    here.do(lambda s: add_event(s, 1, "reply", told, today=TODAY))
    package = there.package()
    here.merge(package)
    here.do(lambda s: set_retention(s, 1))
    here.do(lambda s: anonymise(s, today=date(2030, 1, 1)))
    words = here.ask(
        lambda s: [
            str(Content.unpacked(one)) for one in s.scalars(select(handover_content.c.content))
        ]
    )
    assert words
    for known in ("周小勇", "010-7654321"):
        assert known not in "".join(words)
    assert not here.merge(package).is_news
    assert "phone" not in cards(here)[0]
