"""Counts, lists and explanations ask one definition; here it is seen that they agree."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, remove_record
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import MODELS, Card
from disclosure_desk.records.indicators import INDICATORS
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    DISPUTE_KINDS,
    DISPUTE_RESULTS,
    DOCUMENT_KINDS,
    OUTCOMES,
    RECEIVED_VIA,
)
from disclosure_desk.statistics.edition import Edition, edition_for, editions
from disclosure_desk.statistics.explain import Explanation, cells_of_record
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_behind
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.journal import Actor, begin_step

ACTOR = Actor("王芳", "ZWGK-PC2")
YEARS = (2023, 2024, 2025)
CHANNEL_WORDS = ("政府网站", "政府公报", "政务微信", "政务微博", "公示栏")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "office.db")
    yield made
    made.close()


def some_day(chance: random.Random, after: date | None = None) -> date:
    """A day of the three years, often one on which a year turns."""
    first = after or date(2022, 12, 1)
    edges = [date(year, 1, 1) for year in (2023, 2024, 2025, 2026)]
    edges += [edge - timedelta(days=1) for edge in edges]
    late = [edge for edge in edges if edge >= first]
    if late and chance.random() < 0.4:
        return chance.choice(late)
    return first + timedelta(days=chance.randrange(500 if after else 1200))


def random_request(chance: random.Random, number: int) -> Card:
    received = some_day(chance)
    card: Card = {
        "number": f"S-{number}",
        "received_on": received,
        "received_via": chance.choice(RECEIVED_VIA.slugs),
        "applicant_kind": chance.choice(APPLICANT_KINDS.slugs),
        "content": "关于项目申报的文件",
    }
    if chance.random() < 0.8:
        card["finished_on"] = some_day(chance, received)
        card["outcome"] = chance.choice(OUTCOMES.slugs)
    if chance.random() < 0.3:
        card["extended_on"] = some_day(chance, received)
    if chance.random() < 0.4:
        card["fee_paid_on"] = some_day(chance, received) if chance.random() < 0.8 else None
        card["fee_yuan"] = Decimal("100.5") if chance.random() < 0.8 else None
    return card


def random_publication(chance: random.Random, number: int) -> Card:
    made = some_day(chance)
    return {
        "number": f"G-{number}",
        "title": "关于印发管理办法的通知",
        "document_kind": chance.choice(DOCUMENT_KINDS.slugs),
        "made_on": made,
        "published_on": some_day(chance, made) if chance.random() < 0.8 else None,
        "channels": tuple(chance.sample(CHANNEL_WORDS, chance.randrange(4))),
        "valid_until": some_day(chance, made) if chance.random() < 0.4 else None,
        "repealed_on": some_day(chance, made) if chance.random() < 0.4 else None,
    }


def random_dispute(chance: random.Random, number: int) -> Card:
    accepted = some_day(chance)
    card: Card = {
        "number": f"A-{number}",
        "kind": chance.choice(DISPUTE_KINDS.slugs),
        "accepted_on": accepted,
        "joint_defendant_only": chance.random() < 0.2,
    }
    if chance.random() < 0.6:
        card["concluded_on"] = some_day(chance, accepted)
        card["result"] = chance.choice(DISPUTE_RESULTS.slugs)
    return card


def random_indicator(chance: random.Random, number: int) -> Card:
    return {
        "dated_on": some_day(chance),
        "indicator": chance.choice(INDICATORS.slugs),
        "amount": Decimal(chance.randrange(9)),
        "department": f"第{number}科",  # so that no two are the same record
    }


RANDOM = {
    "request": random_request,
    "publication": random_publication,
    "dispute": random_dispute,
    "indicator": random_indicator,
}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_record_is_listed_behind_a_figure_exactly_when_it_is_said_to_count_there(
    database: Database, seed: int
) -> None:
    chance = random.Random(seed)
    every: list[tuple[str, int]] = []
    with database.writing(ACTOR) as session:
        begin_step(session, "导入台账")  # random steps are no course that a clerk could enter
        for kind, make in RANDOM.items():
            for number in range(40 if kind == "indicator" else 25):
                card = {name: one for name, one in make(chance, number).items() if one is not None}
                every.append((kind, enrol(session, kind, [card])[0]))
    with database.reading() as session:
        for edition in editions().values():
            for year in YEARS:
                agree(session, edition, Period.of_year(year), every)


def agree(session: Session, edition: Edition, period: Period, every: list[tuple[str, int]]) -> None:
    """List and explanation are the same, and every cell of a kind is spoken of once."""
    listed = {
        (entry.kind, entry.id, code)
        for code in edition.cells
        for entry in records_behind(session, edition, code, period)
    }
    said = [cells_of_record(session, edition, period, kind, id_) for kind, id_ in every]
    assert {(one.kind, one.record_id, cell.code) for one in said for cell in one.counted} == listed
    for kind in MODELS:
        spoken_of = {tuple(sorted(codes_of(one))) for one in said if one.kind == kind}
        assert len(spoken_of) <= 1
    assert all(absence.reason and absence.where for one in said for absence in one.absences)


def codes_of(explanation: Explanation) -> list[str]:
    codes = [cell.code for cell in explanation.counted]
    return codes + [cell.code for one in explanation.absences for cell in one.cells]


def explained(database: Database, kind: str, card: Card, year: int = 2024) -> Explanation:
    """What is said of a newly entered record in the 2021 edition."""
    with database.writing(ACTOR) as session:
        record_id = add_record(session, kind, card).record_id
    with database.reading() as session:
        return cells_of_record(
            session, edition_for(year, "2021"), Period.of_year(year), kind, record_id
        )


REQUEST: Card = {
    "number": "2024-001",
    "received_on": date(2024, 11, 20),
    "received_via": "letter",
    "applicant_kind": "natural",
    "finished_on": date(2025, 1, 8),
    "outcome": "granted",
}


def test_an_open_request_is_new_and_carried_out_and_its_absences_are_grouped(
    database: Database,
) -> None:
    said = explained(database, "request", REQUEST)
    assert [cell.code for cell in said.counted] == [
        "requests.new.natural",
        "requests.new.total",
        "requests.carried_out.natural",
        "requests.carried_out.total",
    ]
    reasons = {absence.reason: absence for absence in said.absences}
    assert list(reasons) == [
        "申请人类型：自然人",
        "收到时间：本期新收（收到日期2024-11-20）",
        "办结时间：结转下期（办结日期2025-01-08）",
    ]
    carried = reasons["办结时间：结转下期（办结日期2025-01-08）"]
    assert len(carried.cells) == 22 * 7
    assert "等22行" in carried.where
    assert "自然人、商业企业等7列" in carried.where


def test_a_record_outside_the_base_is_told_with_its_own_dates(database: Database) -> None:
    said = explained(database, "request", REQUEST, year=2023)
    assert not said.counted
    assert [one.reason for one in said.absences] == ["收到日期2024-11-20在本期以后"]
    with database.reading() as session:
        later = cells_of_record(
            session, edition_for(2026), Period.of_year(2026), "request", said.record_id
        )
    assert [one.reason for one in later.absences] == ["办结日期2025-01-08在本期以前"]


def test_other_papers_and_joint_defendants_are_told_why_they_never_count(
    database: Database,
) -> None:
    paper: Card = {"title": "通知", "made_on": date(2024, 3, 1), "document_kind": "other"}
    reasons = [one.reason for one in explained(database, "publication", paper).absences]
    assert reasons == ["文件性质为“其他”，不是规章，也不是行政规范性文件"]
    case: Card = {
        "number": "行复1号",
        "kind": "reconsideration",
        "accepted_on": date(2024, 3, 1),
        "joint_defendant_only": True,
    }
    reasons = [one.reason for one in explained(database, "dispute", case).absences]
    assert reasons == ["本机关仅为共同被告的复议机关，不计件数"]


def test_a_document_that_has_ceased_says_on_which_day(database: Database) -> None:
    paper: Card = {
        "title": "管理办法",
        "made_on": date(2019, 3, 1),
        "document_kind": "normative",
        "valid_until": date(2024, 2, 29),
    }
    said = explained(database, "publication", paper)
    assert [cell.code for cell in said.counted] == ["art20.1.normative.repealed"]
    assert "废止或失效时间：本期内（有效期至2024-02-29）" in [one.reason for one in said.absences]


def test_a_stock_gives_way_to_a_newer_figure(database: Database) -> None:
    stocks = [edition for edition in editions().values() if has_stocks(edition)]
    if not stocks:
        pytest.skip("no edition with stocks is shipped")
    edition = stocks[0]
    slug = next(iter(stock_slugs(edition)))
    with database.writing(ACTOR) as session:
        ids = [
            add_record(
                session, "indicator", {"dated_on": day, "indicator": slug, "amount": Decimal(value)}
            ).record_id
            for day, value in ((date(2017, 3, 1), 3), (date(2017, 9, 1), 5), (date(2018, 1, 1), 7))
        ]
    with database.reading() as session:
        old, held, coming = (
            cells_of_record(session, edition, Period.of_year(2017), "indicator", id_) for id_ in ids
        )
    assert "到2017-12-31为止，2017-09-01填报的数值5更新" in str(old.absences)
    assert held.counted
    assert "日期2018-01-01在2017-12-31以后" in str(coming.absences)


def has_stocks(edition: Edition) -> bool:
    return bool(stock_slugs(edition))


def stock_slugs(edition: Edition) -> list[str]:
    return [
        slug
        for cell in edition.cells.values()
        if cell.measure.of == "stock"
        for slug in sorted(cell.measure.asks("indicator"))
    ]


def test_a_removed_record_is_refused(database: Database) -> None:
    with database.writing(ACTOR) as session:
        record_id = add_record(session, "request", REQUEST).record_id
    with database.writing(ACTOR) as session:
        remove_record(session, "request", record_id, "重复登记")
    with database.reading() as session, pytest.raises(Refusal, match="已被删除"):
        cells_of_record(session, edition_for(2024), Period.of_year(2024), "request", record_id)
