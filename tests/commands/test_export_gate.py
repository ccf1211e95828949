"""What stands between a report and its final version: errors, and warnings without a reason."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from disclosure_desk.commands.export_gate import Judged, look_over
from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.reporting import answer_findings, switch_rule_off
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

CLERK = Actor("王芳", "ZWGK-PC2")
TODAY = date(2026, 1, 20)
EDITION = editions()["2021"]


@pytest.fixture
def database(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    made = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield made
    made.close()


def judged(database: Database, rule: str) -> list[Judged]:
    with database.reading() as session:
        every = look_over(session, EDITION, 2025, today=TODAY)
    return [one for one in every if one.finding.rule == rule]


def write(database: Database, chapter: int, body: str) -> None:
    with database.writing(CLERK) as session:
        write_report_text(session, 2025, chapter, body)


def request(number: str) -> dict[str, object]:
    return {
        "number": number,
        "received_on": date(2025, 3, 20),
        "received_via": "letter",
        "applicant_kind": "natural",
        "content": "县级科技计划项目的立项文件",
    }


@pytest.mark.parametrize(
    ("chapter", "body", "rule"),
    [
        (1, "本年新收政府信息公开申请7件。", "T1"),
        (1, "来信10件，其中咨询4件、建议5件。", "P1"),
        (1, "2024年，全县主动公开各类信息。", "Y1"),
        (5, "无", "Q1"),
    ],
)
def test_what_a_checker_would_find_in_the_text_asks_for_a_reason(
    database: Database, chapter: int, body: str, rule: str
) -> None:
    write(database, chapter, body)
    (one,) = judged(database, rule)
    assert one.is_open
    with database.writing(CLERK) as session:
        reasons = [(one.finding, "经核对无误")]
        answer_findings(session, 2025, "2021", reasons, today=TODAY, actor="王芳")
    (one,) = judged(database, rule)
    assert (one.reason, one.is_open) == ("经核对无误", False)


def test_a_reason_lapses_when_a_figure_changes(database: Database) -> None:
    write(database, 1, "本年新收政府信息公开申请7件。")
    (one,) = judged(database, "T1")
    with database.writing(CLERK) as session:
        reasons = [(one.finding, "另有6件正在登记")]
        answer_findings(session, 2025, "2021", reasons, today=TODAY, actor="王芳")
    assert not judged(database, "T1")[0].is_open
    with database.writing(CLERK) as session:
        add_record(session, "request", request("2025-001"))
    assert judged(database, "T1")[0].is_open


def test_hints_and_rules_switched_off_never_block(database: Database) -> None:
    write(database, 5, "无")
    assert [one.is_open for one in judged(database, "R1")] == [False, False]
    with database.writing(CLERK) as session:
        switch_rule_off(session, "Q1", "上级不作要求", today=TODAY)
    assert judged(database, "Q1") == []


def test_a_report_made_of_drafts_has_nothing_that_blocks_but_what_nobody_entered(
    database: Database,
) -> None:
    with database.reading() as session:
        for edition in editions().values():
            every = look_over(session, edition, edition.first_year + 1, today=TODAY)
            told = [one.finding.message for one in every if one.is_open]
            assert not [words for words in told if "【待填：" not in words]
