"""What was corrected in a signed year stands in the report of the next one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.offices import found_office, write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.records.base import FieldValue
from disclosure_desk.statistics.corrections_note import corrections_told
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.report import Paragraph, compose
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.journal import Actor

TODAY = date(2025, 1, 10)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An office whose year 2023 was signed with one request."""
    database = create_database(tmp_path / "office.db")
    with database.writing(Actor("周砚清", "办公室")) as session:
        found_office(session, "示例县科学技术局")
        ask(session, "2023-001")
        close_year(session, editions()["2021"], 2023, "审定", today=TODAY)
        yield session
    database.close()


def ask(session: Session, number: str, **changes: FieldValue) -> None:
    """A request received and answered in 2023."""
    card: dict[str, FieldValue] = {
        "number": number,
        "received_on": date(2023, 3, 1),
        "received_via": "letter",
        "applicant_kind": "natural",
        "finished_on": date(2023, 3, 20),
        "outcome": "granted",
    }
    add_record(session, "request", card | changes)


def last_chapter(session: Session, code: str = "2021") -> str:
    report = compose(session, editions()[code], 2024, dated_on=TODAY)
    texts = [block.text for block in report.blocks if isinstance(block, Paragraph)]
    return "\n".join(texts)


def test_a_year_as_it_was_signed_is_not_spoken_of(session: Session) -> None:
    assert corrections_told(session, 2024) == {"上年更正数": 0, "上年更正说明": ""}
    assert "更正" not in last_chapter(session)
    assert "没有其他需要报告的事项。" in last_chapter(session, "2014")


@pytest.mark.parametrize("code", ["2014", "2014-county", "2019", "2021"])
def test_a_late_correction_is_told_with_both_figures(session: Session, code: str) -> None:
    ask(session, "2023-002")
    told = last_chapter(session, code)
    assert "上一年度政府信息公开工作年度报告所列数字更正如下：" in told
    assert "应为2，原为1" in told
    assert "没有其他需要报告的事项。" not in told


def test_it_is_told_below_the_clerk_s_own_words_too(session: Session) -> None:
    ask(session, "2023-002")
    write_report_text(session, 2024, 6, "其他事项说明如下。")
    assert "其他事项说明如下。" in last_chapter(session)
    assert "应为2，原为1" in last_chapter(session)


def test_many_figures_are_named_in_part_and_counted(session: Session) -> None:
    for number, kind in enumerate(("business", "research", "other"), start=2):
        ask(session, f"2023-00{number}", applicant_kind=kind, outcome="partial")
    told = corrections_told(session, 2024)
    assert isinstance(told["上年更正数"], int)
    assert told["上年更正数"] > 8
    assert str(told["上年更正说明"]).endswith(f"共更正{told['上年更正数']}个数字")
    assert str(told["上年更正说明"]).count("应为") == 8
