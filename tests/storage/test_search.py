"""Any part of a word finds its records, however it was written and entered."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from disclosure_desk.commands import enrolment
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.records.cards import MODELS, Card
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.search import catch_up, found_by

CLERK = Actor("林知夏", "二楼电脑")
TITLES = {
    "G1": "关于申报2024年度科技创新项目的通知",
    "G2": "关于公布高新技术企业认定结果的公告",
    "G3": "科技局ＡＢＣ１２３工作总结（第二稿）",
    "G4": "Annual Report of the Bureau",
    "G5": "水",
    "G6": "𠮷野家食品安全抽检",
}


def item(number: str, title: str, **more: Any) -> Card:
    return {"number": number, "title": title, "made_on": date(2024, 1, 1), **more}


def search(database: Database, query: str, kind: str = "publication") -> set[str]:
    """The numbers of the records that a query finds."""
    table = MODELS[kind].__table__
    with database.reading() as session:
        condition = found_by(session.connection(), table.name, query)
        if condition is None:
            raise LookupError(query)
        return set(session.scalars(select(table.columns["number"]).where(condition)))


@pytest.fixture
def shelf(registers: Database) -> Database:
    """An office with a few items, entered one by one."""
    with registers.writing(CLERK) as session:
        for number, title in TITLES.items():
            add_record(session, "publication", item(number, title))
    return registers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("科技", {"G1", "G3"}),
        ("高新技术", {"G2"}),
        ("新技术企", {"G2"}),
        ("技企", set()),
        ("关于 公告", {"G2"}),
        ("公告 关于", {"G2"}),
        ("公告　关于", {"G2"}),
        ("关于 没有的词", set()),
        ("项目通知", set()),
        ("2024", {"G1"}),
        ("02", {"G1"}),
        ("２０２４", {"G1"}),
        ("abc", {"G3"}),
        ("ABC123", {"G3"}),
        ("ｂｃ１", {"G3"}),
        ("annual", {"G4"}),
        ("nnua", {"G4"}),
        ("REPORT bureau", {"G4"}),
        ("(第二稿)", {"G3"}),
        ("水", {"G5"}),
        ("企", {"G2"}),
        ("知", {"G1"}),
        ("吉", set()),
        ("𠮷", {"G6"}),
        ("𠮷野", {"G6"}),
        ("G3", {"G3"}),
        ("没有的词", set()),
    ],
)
def test_a_query_finds_any_part_of_a_word(shelf: Database, query: str, numbers: set[str]) -> None:
    assert search(shelf, query) == numbers


@pytest.mark.parametrize("query", ["", "  ", "，。！", "“”", '"', "'", "*", "😀"])
def test_a_query_without_letters_asks_for_nothing(registers: Database, query: str) -> None:
    with registers.reading() as session:
        assert found_by(session.connection(), "publication", query) is None


@pytest.mark.parametrize(
    "query",
    ['科技" OR "x', "科技' OR '1'='1", "NEAR(科技)", "科技*", "-科技"],
)
def test_signs_of_the_query_language_are_only_signs(shelf: Database, query: str) -> None:
    assert search(shelf, query) <= {"G1", "G3"}
    assert search(shelf, "科技") == {"G1", "G3"}


def test_a_changed_record_is_found_by_its_new_words_only(shelf: Database) -> None:
    with shelf.writing(CLERK) as session:
        found = session.scalars(
            select(MODELS["publication"].__table__.c.id).filter_by(number="G1")
        ).one()
        change_record(session, "publication", found, {"title": "关于暂停申报的通知"})
    assert search(shelf, "科技创新") == set()
    assert search(shelf, "暂停申报") == {"G1"}


def test_a_change_of_a_note_keeps_the_title_findable(shelf: Database) -> None:
    with shelf.writing(CLERK) as session:
        found = session.scalars(
            select(MODELS["publication"].__table__.c.id).filter_by(number="G1")
        ).one()
        change_record(session, "publication", found, {"note": "已复核"})
    assert search(shelf, "科技创新") == search(shelf, "复核") == {"G1"}


def test_a_removed_record_is_not_found(shelf: Database) -> None:
    with shelf.writing(CLERK) as session:
        found = session.scalars(
            select(MODELS["publication"].__table__.c.id).filter_by(number="G2")
        ).one()
        remove_record(session, "publication", found, "重复")
    assert search(shelf, "高新技术") == set()


def test_what_is_rolled_back_is_not_found(shelf: Database) -> None:
    def fail_half_way() -> None:
        with shelf.writing(CLERK) as session:
            add_record(session, "publication", item("G9", "回滚的通知"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert search(shelf, "回滚") == set()


def test_requests_and_disputes_are_found_too(registers: Database) -> None:
    asked: Card = {
        "number": "申2024-07",
        "received_on": date(2024, 1, 2),
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": "顾言蹊",
        "content": "县级科技计划项目经费明细",
    }
    case: Card = {
        "number": "行复〔2024〕3号",
        "kind": "reconsideration",
        "accepted_on": date(2024, 2, 2),
        "request_number": "申2024-07",
    }
    with registers.writing(CLERK) as session:
        add_record(session, "request", asked)
        add_record(session, "dispute", case)
    for query in ("顾言", "言蹊", "经费", "2024-07"):
        assert search(registers, query, "request") == {"申2024-07"}
    for query in ("行复", "2024〕3", "申2024-07"):
        assert search(registers, query, "dispute") == {"行复〔2024〕3号"}


def test_a_large_entry_is_found_after_the_index_has_caught_up(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolment, "INDEXED_AT_ONCE", 3)
    few = [item(f"少{place}", "少量登记的通知") for place in range(3)]
    many = [item(f"多{place}", "大量登记的公告") for place in range(4)]
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        enrol(session, "publication", few)
        enrol(session, "publication", many)
    assert search(registers, "少量登记") == {"少0", "少1", "少2"}
    assert search(registers, "大量登记") == set()
    with registers.writing(CLERK) as session:
        assert catch_up(session) == 4
    assert search(registers, "大量登记") == {"多0", "多1", "多2", "多3"}
    with registers.writing(CLERK) as session:
        assert catch_up(session) == 0


def test_a_record_not_yet_indexed_can_be_changed_and_removed(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolment, "INDEXED_AT_ONCE", 0)
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        first, second = enrol(
            session, "publication", [item("G1", "首个通知"), item("G2", "次个通知")]
        )
    with registers.writing(CLERK) as session:
        change_record(session, "publication", first, {"title": "改后的公告"})
        remove_record(session, "publication", second, "误登")
    with registers.writing(CLERK) as session:
        assert catch_up(session) == 0
    assert search(registers, "改后") == {"G1"}
    assert search(registers, "次个") == set()


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("zjj", {"P1", "P3"}),
        ("ZJJ", {"P1", "P3"}),
        ("ｚｊ", {"P1", "P3", "P5"}),
        ("jj", {"P1", "P3"}),
        ("jjg", {"P3"}),
        ("zjjgz", {"P3"}),
        ("zjjg 职责", {"P3"}),
        ("zjjyj", set()),
        ("zjx", set()),
        ("cq", {"P4"}),
        ("zq", {"P4"}),
        ("xcqt", set()),
        ("ab", {"P5"}),
        ("預算", {"P6"}),
        ("ysgk", {"P6"}),
        ("预算公开", {"P6"}),
        ("kjj", set()),
    ],
)
def test_first_letters_of_pinyin_and_traditional_forms_find_words(
    registers: Database, query: str, numbers: set[str]
) -> None:
    titles = {
        "P1": "住建局",
        "P2": "住房和城乡建设局",
        "P3": "住建局工作职责",
        "P4": "重庆",
        "P5": "ab、装甲",
        "P6": "預算公開",
    }
    with registers.writing(CLERK) as session:
        for number, title in titles.items():
            add_record(session, "publication", item(number, title))
    assert search(registers, query) == numbers


def test_the_index_catches_up_by_and_by(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolment, "INDEXED_AT_ONCE", 0)
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        enrol(session, "publication", [item(f"G{one}", "县住建局通知") for one in range(5)])
    for number in (2, 2, 1, 0):
        with registers.writing(CLERK) as session:
            assert catch_up(session, most=2) == number
    assert len(search(registers, "zjj")) == 5
