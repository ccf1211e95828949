"""Signing a year, opening it again, and what was published before the first year of use."""

from datetime import date

import pytest
from sqlalchemy import func, select, text, update

from disclosure_desk.commands.closing import close_year, record_opening_carry, reopen_year
from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.cards import MODELS, Card
from disclosure_desk.records.closed_year import ClosedYear, closed_year_content
from disclosure_desk.statistics.carry_over import carried_figures, check_year, opening_carry
from disclosure_desk.statistics.closing import (
    calendar_version,
    content_of,
    in_force,
    sha256_of,
    signed_of,
)
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_reader import journal_page
from disclosure_desk.storage.own_calendars import calendar_in_use

CLERK = Actor("王芳", "ZWGK-PC2")
TODAY = date(2025, 1, 20)
WHY = "局长办公会审定"
NONE_OPEN = {
    "natural": 0,
    "business": 0,
    "research": 0,
    "public_welfare": 0,
    "legal_service": 0,
    "other": 0,
}


def request(number: str, received: date, finished: date | None = None) -> Card:
    card: Card = {
        "number": number,
        "received_on": received,
        "received_via": "letter",
        "applicant_kind": "natural",
    }
    return card | ({"finished_on": finished, "outcome": "granted"} if finished else {})


def fill(database: Database) -> dict[str, int]:
    """Four requests: one of 2023 ended in 2024, one ended in 2024, two open at its end."""
    cards = [
        request("2023-009", date(2023, 12, 20), date(2024, 1, 9)),
        request("2024-001", date(2024, 3, 4), date(2024, 3, 20)),
        request("2024-002", date(2024, 12, 20)),
        request("2024-003", date(2024, 12, 23)),
    ]
    with database.writing(CLERK) as session:
        return {
            str(card["number"]): add_record(session, "request", card, today=TODAY).record_id
            for card in cards
        }


def close(database: Database, year: int = 2024, why: str = WHY, today: date = TODAY) -> ClosedYear:
    with database.writing(CLERK) as session:
        done = close_year(session, edition_for(year), year, why, today=today)
        return session.get_one(ClosedYear, done.record_id)


def rows_of(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            kind: session.scalar(select(func.count()).select_from(model)) or 0
            for kind, model in MODELS.items()
        }


def test_signing_freezes_every_cell_and_adds_no_record(registers: Database) -> None:
    ids = fill(registers)
    before = rows_of(registers)
    closed = close(registers)
    assert rows_of(registers) == before
    with registers.reading() as session:
        signed = signed_of(session, closed)
        figures = tally(session, edition_for(2024), Period.of_year(2024))
    assert signed.cells == figures
    assert list(signed.cells) == list(edition_for(2024).cells)
    open_ones = signed.members.lists["requests.carried_out.natural"]
    assert set(open_ones) == {("request", ids["2024-002"]), ("request", ids["2024-003"])}
    assert signed.members.named["request", ids["2024-002"]].number == "2024-002"
    assert (closed.signed_by, closed.computer, closed.reason) == ("王芳", "ZWGK-PC2", WHY)
    assert closed.signed_on == TODAY
    assert signed.calendar == calendar_version(calendar_in_use())


def test_the_hash_covers_the_canonical_json_of_all_that_was_signed(registers: Database) -> None:
    fill(registers)
    closed = close(registers)
    with registers.reading() as session:
        signed = signed_of(session, closed)
    content = content_of(signed)
    assert sha256_of(content) == closed.sha256
    assert WHY in content.decode()
    assert b'": ' not in content


def test_signed_figures_that_were_tampered_with_are_found_out(registers: Database) -> None:
    fill(registers)
    closed = close(registers)
    with registers.engine.begin() as connection:
        connection.execute(update(closed_year_content).values(content=b"\x00"))
    with registers.reading() as session, pytest.raises(Fault, match="2024年2025-01-20签发的数字"):
        signed_of(session, closed)


def test_a_signing_stands_in_the_journal(registers: Database) -> None:
    close(registers)
    with registers.writing(CLERK) as session:
        reopen_year(session, 2024, "一件申请漏登", today=TODAY)
    with registers.reading() as session:
        lines = journal_page(session, group="closed_year", size=5)
    assert [(one.entry.step, one.name) for one in lines] == [
        ("重新开放2024年统计表：一件申请漏登", "2024年度"),
        (f"签发2024年统计表：{WHY}", "2024年度"),
    ]


def test_a_year_is_signed_once_until_it_is_opened_again(registers: Database) -> None:
    fill(registers)
    first = close(registers)
    with pytest.raises(Refusal, match="已由王芳于2025-01-20签发"):
        close(registers)
    with registers.writing(CLERK) as session:
        reopen_year(session, 2024, "一件申请漏登", today=date(2025, 2, 3))
    with registers.reading() as session:
        assert in_force(session, 2024) is None
    second = close(registers, today=date(2025, 2, 5))
    with registers.reading() as session:
        history = session.scalars(select(ClosedYear).order_by(ClosedYear.id)).all()
        assert [one.id for one in history] == [first.id, second.id]
        assert history[0].reopening_reason == "一件申请漏登"
        assert signed_of(session, history[0]).signature.on == TODAY
        force = in_force(session, 2024)
    assert force is not None
    assert force.id == second.id


@pytest.mark.parametrize(
    ("year", "edition", "why", "today", "words"),
    [
        (2024, "2021", " 　", TODAY, "请写明签发说明"),
        (2024, "2021", WHY, date(2024, 12, 31), "2024年还没有结束"),
        (2024, "2014", WHY, TODAY, "2024年的报告不使用2014年"),
        (2024, "2021", "\udcff", TODAY, "不能识别的字符"),
    ],
)
def test_what_cannot_be_signed_is_refused_in_one_sentence(
    registers: Database, year: int, edition: str, why: str, today: date, words: str
) -> None:
    with pytest.raises(Refusal, match=words), registers.writing(CLERK) as session:
        close_year(session, edition_for(year, edition), year, why, today=today)
    with registers.reading() as session:
        assert session.scalars(select(ClosedYear)).all() == []


def test_on_the_first_day_of_the_next_year_the_table_can_be_signed(registers: Database) -> None:
    assert close(registers, today=date(2025, 1, 1)).year == 2024


def test_opening_again_wants_a_reason_a_closed_year_and_its_edition(registers: Database) -> None:
    with pytest.raises(Refusal, match="没有签发"), registers.writing(CLERK) as session:
        reopen_year(session, 2024, "更正", today=TODAY)
    close(registers, 2015)
    with pytest.raises(Refusal, match="写明重新开放的原因"), registers.writing(CLERK) as session:
        reopen_year(session, 2015, "", today=TODAY)
    other = edition_for(2015, "2014-county")
    with pytest.raises(Refusal, match="不是"), registers.writing(CLERK) as session:
        reopen_year(session, 2015, "更正", today=TODAY, edition=other)
    with registers.reading() as session:
        assert in_force(session, 2015) is not None


def test_an_error_within_the_table_forbids_to_sign(registers: Database) -> None:
    card: Card = {
        "number": "A1",
        "kind": "reconsideration",
        "accepted_on": date(2024, 5, 6),
        "concluded_on": date(2024, 6, 3),
        "result": "upheld",
    }
    with registers.writing(CLERK) as session:
        add_record(session, "dispute", card)
    with registers.engine.begin() as connection:  # as no form and no ledger lets it be
        connection.execute(text("UPDATE dispute SET result = NULL"))
    with pytest.raises(Unsound, match="H4"):
        close(registers)
    with registers.reading() as session:
        assert in_force(session, 2024) is None


def test_a_correction_in_a_closed_year_is_explained_by_its_record_in_the_next(
    registers: Database,
) -> None:
    ids = fill(registers)
    close(registers)
    with registers.writing(CLERK) as session:
        ended: Card = {"finished_on": date(2024, 12, 30), "outcome": "granted"}
        change_record(session, "request", ids["2024-002"], ended, today=TODAY)
    with registers.reading() as session:
        figures = tally(session, edition_for(2025), Period.of_year(2025))
        findings = check_year(session, edition_for(2025), 2025, figures)
    assert [(one.rule, one.severity, one.cells, one.expected, one.found) for one in findings] == [
        ("X1", "error", ("requests.carried_in.natural",), 2, 1),
        ("X1", "error", ("requests.carried_in.total",), 2, 1),
    ]
    assert findings[0].records == ("2024-002",)
    assert findings[0].message == (
        "X1 自然人：上年结转1，2024年签发的结转下年度继续办理2，相差1；"
        "签发后有变动的申请：2024-002（不再计入）。"
    )
    # It does not forbid to sign: the reason says what is done about it, and both are kept.
    closed = close(registers, 2025, "附注说明：2024-002补登办结", date(2026, 1, 8))
    with registers.reading() as session:
        assert signed_of(session, closed).findings == tuple(findings)


def test_a_removed_request_is_still_named(registers: Database) -> None:
    ids = fill(registers)
    close(registers)
    with registers.writing(CLERK) as session:
        remove_record(session, "request", ids["2024-003"], "重复登记")
    with registers.reading() as session:
        figures = tally(session, edition_for(2025), Period.of_year(2025))
        findings = check_year(session, edition_for(2025), 2025, figures)
    assert {one.records for one in findings} == {("2024-003",)}


def test_without_corrections_nothing_is_found(registers: Database) -> None:
    fill(registers)
    close(registers)
    with registers.reading() as session:
        figures = tally(session, edition_for(2025), Period.of_year(2025))
        assert check_year(session, edition_for(2025), 2025, figures) == []


def test_the_opening_register_must_agree_with_the_published_report(registers: Database) -> None:
    fill(registers)
    published = NONE_OPEN | {"natural": 3, "business": 1}
    with registers.writing(CLERK) as session:
        record_opening_carry(session, 2023, published, "2023年年度报告，2024年1月22日公布")
    with registers.reading() as session:
        carry = opening_carry(session, 2023)
        assert carry is not None
        assert carried_figures(carry)["requests.carried_out.total"] == 4
        figures = tally(session, edition_for(2024), Period.of_year(2024))
        findings = check_year(session, edition_for(2024), 2024, figures)
    assert [(one.cells[0].rpartition(".")[2], one.expected, one.found) for one in findings] == [
        ("natural", 3, 1),
        ("business", 1, 0),
        ("total", 4, 1),
    ]
    assert findings[0].message == (
        "X1 自然人：上年结转1，2023年已公布的结转下年度继续办理3，相差2；"
        "请核对启用时登记的未办结申请（公布的数字出自2023年年度报告，2024年1月22日公布）。"
    )


def test_a_corrected_opening_figure_takes_the_place_of_the_first(registers: Database) -> None:
    fill(registers)
    for number in (3, 1):
        with registers.writing(CLERK) as session:
            record_opening_carry(session, 2023, NONE_OPEN | {"natural": number}, "年度报告")
    with registers.reading() as session:
        figures = tally(session, edition_for(2024), Period.of_year(2024))
        assert check_year(session, edition_for(2024), 2024, figures) == []
        names = [one.name for one in journal_page(session, words="结转数", size=5)]
    assert names == ["2023年度", "2023年度"]


@pytest.mark.parametrize(
    ("figures", "source", "words"),
    [
        (NONE_OPEN, "", "来源"),
        (NONE_OPEN | {"natural": -1}, "年度报告", "自然人"),
        (NONE_OPEN | {"total": 2}, "年度报告", "total"),
        ({"natural": 2}, "年度报告", "缺少“商业企业”"),
    ],
)
def test_an_opening_figure_that_is_none_is_refused(
    registers: Database, figures: dict[str, int], source: str, words: str
) -> None:
    with pytest.raises(Refusal, match=words), registers.writing(CLERK) as session:
        record_opening_carry(session, 2023, figures, source)


def test_what_was_signed_here_needs_no_opening_figure(registers: Database) -> None:
    close(registers)
    with pytest.raises(Refusal, match="以签发的为准"), registers.writing(CLERK) as session:
        record_opening_carry(session, 2024, NONE_OPEN, "年度报告")
