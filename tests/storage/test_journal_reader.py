"""The journal of the whole office: pages, words and names, also of what was removed."""

import json
from datetime import date

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.journal_reader import JournalLine, journal_page, read_together

CLERK = Actor("王芳", "ZWGK-PC2")
REQUEST: Card = {
    "number": "2025-013",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "content": "科技计划项目验收意见",
}
LONGER = {"happened_on": date(2025, 3, 20), "extension_workdays": 20}


def fill(database: Database) -> None:
    with database.writing(CLERK) as session:
        add_record(session, "publication", {"title": "部门预算", "made_on": date(2025, 1, 9)})
    with database.writing(CLERK) as session:
        request = add_record(session, "request", REQUEST).record_id
    with database.writing(CLERK) as session:
        add_event(session, request, "extension", LONGER)
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


# ---------------------------------------------------------------------- records entered together


def imported(database: Database) -> list[int]:
    """Requests entered by one import: all by network but the last, and the last answered."""
    cards: list[Card] = [
        REQUEST
        | {"number": f"2024-{place:03d}", "received_via": "network", "applicant_name": "周大勇"}
        for place in range(1, 151)
    ]
    cards[-1] |= {
        "received_via": "fax",
        "applicant_name": "李明",
        "finished_on": date(2025, 4, 1),
        "outcome": "refused_privacy",
    }
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        return enrol(session, "request", cards)


def told(database: Database, words: str) -> list[tuple[str, str]]:
    return [(line.entry.step, line.name) for line in found(database, words)]


def test_many_entered_together_are_one_line_named_by_the_first(registers: Database) -> None:
    ids = imported(registers)
    page = [line for line in found(registers) if line.entry.kind == "request"]
    assert [(line.entry.record_id, line.entry.last_id) for line in page] == [(ids[0], ids[-1])]
    assert page[0].name == "2024-001 等150条"
    with registers.reading() as session:
        together = read_together(session, page[0].entry.id)
    assert len(together.names) == 150
    assert together.names[-1] == "2024-150 科技计划项目验收意见"
    assert together.found == []


def test_steps_entered_together_are_named_by_their_requests(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        enrol(
            session,
            "request",
            [
                REQUEST | {"number": f"S{place}", "extended_on": date(2025, 3, 20)}
                for place in range(101)
            ],
        )
    with registers.writing(CLERK) as session:
        remove_record(session, "request", 2, "重复登记")
    (line,) = (one for one in found(registers) if one.name == "S0 等101条" and _of_steps(one))
    with registers.reading() as session:
        names = read_together(session, line.entry.id).names
    assert any(_of_steps(one) for one in found(registers, "S70")), "a step tells no number"
    assert names[:2] == ["S0 延期告知 2025-03-20", "S1 延期告知 2025-03-20"]


def _of_steps(line: JournalLine) -> bool:
    return line.entry.kind == "request_event"


def test_a_line_of_many_is_found_by_any_value_in_it(registers: Database) -> None:
    imported(registers)
    for words in ("2024-150", "李明 2024-150", "传真", "网络", "自然人", "导入 周大勇"):
        assert told(registers, words)[-1] == ("导入台账", "2024-001 等150条"), words
    for words in ("2024-151", "信函", "商业企业", "100%"):
        assert told(registers, words) == [], words


def test_those_looked_for_are_told_in_full(registers: Database) -> None:
    imported(registers)
    line = found(registers, "传真")[-1]
    with registers.reading() as session:
        together = read_together(session, line.entry.id, " 传真  导入 ")
        (one,) = together.found
        assert one.name == "2024-150 科技计划项目验收意见"
        assert json.loads(one.entry.after or "")["applicant_name"] == "李明"
        assert len(read_together(session, line.entry.id, "网络").found) == 149
        assert read_together(session, line.entry.id, "导入").found == []


def test_a_later_line_is_found_by_what_was_entered_with_many(registers: Database) -> None:
    ids = imported(registers)
    with registers.writing(CLERK) as session:
        change_record(session, "request", ids[-1], {"applicant_name": "李鸣"})
    with registers.writing(CLERK) as session:
        change_record(session, "request", ids[0], {"note": "补记"})
    changed = ("修改依申请公开", "2024-150 科技计划项目验收意见")
    for words in ("李明", "2024-150", "传真", "2024-150 修改", "传真 李鸣"):
        lines = told(registers, words)
        assert lines[0] == changed, words
        assert len([line for line in lines if line[0] == "修改依申请公开"]) == 1, words
    assert told(registers, "网络 修改") == [("修改依申请公开", "2024-001 科技计划项目验收意见")]


def test_steps_are_found_by_their_request_entered_with_many(registers: Database) -> None:
    ids = imported(registers)
    with registers.writing(CLERK) as session:
        add_event(session, ids[70], "extension", LONGER)
    with registers.writing(CLERK) as session:
        add_event(session, ids[71], "extension", LONGER | {"happened_on": date(2025, 3, 21)})
    steps = [line for line in found(registers, "2024-071") if _of_steps(line)]
    assert [line.name for line in steps] == ["2024-071 科技计划项目验收意见"]
    (step,) = (line for line in found(registers, "2024-150") if _of_steps(line))
    assert "refused_privacy" in (step.entry.after or "")


def test_the_line_of_many_is_found_by_what_a_record_held_when_removed(
    registers: Database,
) -> None:
    ids = imported(registers)
    with registers.writing(CLERK) as session:
        change_record(session, "request", ids[5], {"applicant_name": "赵敏"})
    assert ("导入台账", "2024-001 等150条") not in told(registers, "赵敏")
    with registers.writing(CLERK) as session:
        remove_record(session, "request", ids[5], "重复登记")
    assert ("导入台账", "2024-001 等150条") in told(registers, "赵敏")
    assert {line.name for line in found(registers, "2024-006 删除")} == {
        "2024-006 科技计划项目验收意见"
    }


def test_the_first_of_many_is_named_also_when_it_is_gone(registers: Database) -> None:
    ids = imported(registers)
    with registers.writing(CLERK) as session:
        remove_record(session, "request", ids[0], "重复登记")
    assert told(registers, "导入 2024-001") == [("导入台账", "2024-001 等150条")]
