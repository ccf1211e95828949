"""Who signs a report, which findings may stand, which rules are asked: kept and journalled."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.reporting import (
    answer_findings,
    answers_of,
    keep_subordinates,
    rules_off,
    sign_report,
    signing_of,
    subordinates,
    switch_rule_off,
    switch_rule_on,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.office import Office
from disclosure_desk.statistics.fields import office_fields
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("王芳", "ZWGK-PC2")
TODAY = date(2026, 1, 20)


@pytest.fixture
def database(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    made = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    with made.writing(CLERK) as session:
        begin_step(session, "修改单位信息")
        office = session.scalars(select(Office)).one()
        office.head, office.reviewer, office.clerk = "陈知远", "林若溪", "周砚清"
    yield made
    made.close()


def steps(database: Database, kind: str) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(JournalEntry.step).where(JournalEntry.kind == kind)))


def test_the_names_of_a_year_stand_in_place_of_the_offices_own(database: Database) -> None:
    names = {"head": " 许言 ", "reviewer": "", "filled_on": date(2026, 1, 18)}
    with database.writing(CLERK) as session:
        sign_report(session, 2025, names, state="草稿", today=TODAY)
    with database.reading() as session:
        told = office_fields(session, 2025, dated_on=TODAY)
        assert (told["单位负责人"], told["审核人"], told["填报人"]) == ("许言", "林若溪", "周砚清")
        assert told["填报日期"] == "2026年1月18日"
        other = office_fields(session, 2024, dated_on=TODAY)
        assert (other["单位负责人"], other["填报日期"]) == ("陈知远", "2026年1月20日")
    assert steps(database, "report_signing") == ["审签2025年度报告（草稿）"]


def test_a_report_goes_from_draft_to_reviewed_to_issued_and_back(database: Database) -> None:
    names = {"head": "许言", "reviewer": "林若溪"}
    with database.writing(CLERK) as session:
        sign_report(session, 2025, names, state="已审核", today=TODAY)
        signing = signing_of(session, 2025)
        assert signing is not None
        assert (signing.reviewed_on, signing.issued_on) == (TODAY, None)
        later = date(2026, 1, 25)
        sign_report(session, 2025, names, state="已签发", today=later)
        assert (signing.reviewed_on, signing.issued_on) == (TODAY, later)
        sign_report(session, 2025, names, state="草稿", today=later)
        assert (signing.reviewed_on, signing.issued_on) == (None, None)


@pytest.mark.parametrize(
    ("names", "state", "asked"),
    [
        ({"head": "许言"}, "已审核", "审核人"),
        ({"reviewer": "林若溪"}, "已签发", "单位负责人"),
        ({}, "已盖章", "不是审签状态"),
    ],
)
def test_who_reviews_and_who_signs_must_be_named(
    database: Database, names: dict[str, str | date | None], state: str, asked: str
) -> None:
    with pytest.raises(Refusal, match=asked), database.writing(CLERK) as session:
        sign_report(session, 2025, names, state=state, today=TODAY)
    with database.reading() as session:
        assert signing_of(session, 2025) is None


def test_an_answer_holds_while_the_finding_says_the_same(database: Database) -> None:
    finding = Finding("X2", "warning", "X2 现行有效：应为440，是499，相差59。")
    with database.writing(CLERK) as session:
        reasons = [(finding, "本年统一清理，自然失效59件。")]
        answer_findings(session, 2025, "2021", reasons, today=TODAY, actor="王芳")
        answer_findings(session, 2025, "2021", reasons, today=TODAY, actor="李明")
    with database.reading() as session:
        kept = answers_of(session, 2025, "2021")
        assert [one.reason for one in kept.values()] == ["本年统一清理，自然失效59件。"]
        assert (finding.rule, finding.message) in kept
        assert ("X2", "X2 现行有效：应为440，是500，相差60。") not in kept
        assert not answers_of(session, 2024, "2021")
    with pytest.raises(Refusal, match="写明情况说明"), database.writing(CLERK) as session:
        answer_findings(session, 2025, "2021", [(finding, " 无")], today=TODAY, actor="王芳")


def test_a_rule_is_switched_off_with_a_reason_and_on_again(database: Database) -> None:
    with pytest.raises(Refusal, match="停用规则L1的原因"), database.writing(CLERK) as session:
        switch_rule_off(session, "L1", " ", today=TODAY)
    with database.writing(CLERK) as session:
        switch_rule_off(session, "L1", "上级不作要求", today=TODAY)
        assert rules_off(session) == {"L1": "上级不作要求"}
        switch_rule_on(session, "L1")
        assert rules_off(session) == {}
    assert steps(database, "rule_off") == ["停用核对规则L1", "启用核对规则L1"]


def test_subordinate_units_are_kept_in_their_order(database: Database) -> None:
    with database.writing(CLERK) as session:
        keep_subordinates(session, [("示例县财政局", False), ("示例县税务局", True), (" ", False)])
        keep_subordinates(session, [("示例县税务局", True), ("示例县教育局", False)])
        assert subordinates(session) == [("示例县税务局", True), ("示例县教育局", False)]
