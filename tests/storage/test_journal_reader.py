"""The journal of the whole office: pages, words and names, also of what was removed."""

from datetime import date

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import (
    add_event,
    add_record,
    change_record,
    remove_record,
)
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_reader import JournalLine, journal_page

CLERK = Actor("王芳", "ZWGK-PC2")
REQUEST = {
    "number": "2025-013",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "content": "科技计划项目验收意见",
}


def fill(database: Database) -> None:
    with database.writing(CLERK) as session:
        add_record(session, "publication", {"title": "部门预算", "made_on": date(2025, 1, 9)})
    with database.writing(CLERK) as session:
        request = add_record(session, "request", REQUEST).record_id
    with database.writing(CLERK) as session:
        add_event(session, request, "extension", {"happened_on": date(2025, 3, 20)})
    with database.writing(CLERK) as session:
        change_record(session, "request", request, {"received_via": "email"})
    with database.writing(CLERK) as session:
        remove_record(session, "request", request, "重复登记")
    with database.writing(CLERK) as session:
        change_record(session, "publication", 1, {"title": "部门预算公开"})


def found(database: Database, words: str = "", group: str = "") -> list[JournalLine]:
    with database.reading() as session:
        return journal_page(session, words=words, group=group, size=100)


def test_pages_go_down_from_the_newest_line(registers: Database) -> None:
    fill(registers)
    every = [line.entry.id for line in found(registers)]
    assert every == sorted(every, reverse=True)
    walked: list[int] = []
    below = None
    with registers.reading() as session:
        while page := journal_page(session, below=below, size=3):
            assert len(page) <= 3
            walked += [line.entry.id for line in page]
            below = walked[-1]
    assert walked == every


def test_a_removed_record_is_found_by_its_reason_its_number_and_its_values(
    registers: Database,
) -> None:
    fill(registers)
    by_reason = found(registers, "重复登记")
    assert {line.entry.kind for line in by_reason} == {"request", "request_event"}
    assert {line.name for line in by_reason} == {"2025-013 科技计划项目验收意见"}
    for words in ("2025-013", "李明", "2025-013 删除", "自然人 验收"):
        steps = [line.entry.step for line in found(registers, words)]
        assert "删除依申请公开：重复登记" in steps, words
    # Also the lines that say nothing of the number themselves, the steps of the request too.
    steps = [line.entry.step for line in found(registers, "2025-013")]
    assert "修改依申请公开" in steps
    assert [line.entry.kind for line in found(registers, "2025-013")].count("request_event") == 2
    assert not found(registers, "2025-014")
    assert not found(registers, "100%")


def test_a_group_holds_only_its_kinds(registers: Database) -> None:
    fill(registers)
    assert {line.entry.kind for line in found(registers, group="publication")} == {"publication"}
    kinds = {line.entry.kind for line in found(registers, group="request")}
    assert kinds == {"request", "request_event"}
    assert not found(registers, group="export")


def test_a_record_has_its_present_name(registers: Database) -> None:
    fill(registers)
    names = {line.name for line in found(registers, group="publication")}
    assert names == {"部门预算公开"}


def test_a_chapter_of_a_report_is_named_by_its_year(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        write_report_text(session, 2025, 1, "全年主动公开信息3条。")
    (line,) = found(registers, "全年主动", "report_text")
    assert line.name == "2025年度第1章"
