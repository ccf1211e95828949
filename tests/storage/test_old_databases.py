"""Office files as earlier versions left them: opened, brought up to date, and whole."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from disclosure_desk.commands.recycling import put_back
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.publication import Publication
from disclosure_desk.statistics.closing import signed_of
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.drafts import every_draft
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.removed import removed_records
from disclosure_desk.storage.search import catch_up, found_by
from disclosure_desk.storage.verify import verify

FOLDER = Path(__file__).parents[1] / "old_databases"
# The sample as version 0004 kept it, with 2024 signed, the first item changed, one removed, and
# the draft of a letter; and figures that version told of it.
FIGURES = {
    2024: {"requests.new.total": 12, "art20.1.normative.in_force": 9},
    2025: {"requests.new.total": 12, "art20.1.normative.in_force": 8},
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    shutil.copy(FOLDER / "0004.db", path)
    return path


def test_an_office_of_before_counts_as_it_did_and_is_whole(office: Path) -> None:
    database = open_database(office)
    try:
        with database.reading() as session:
            for year, told in FIGURES.items():
                figures = tally(session, edition_for(year), Period.of_year(year))
                assert {code: figures[code] for code in told} == told
            closed = session.scalars(select(ClosedYear)).one()
            assert signed_of(session, closed).cells["requests.new.total"] == 12
            assert session.scalar(select(func.count()).select_from(Letter)) == 1
            assert not every_draft(session)
    finally:
        database.close()
    assert office.with_name("office.升级前-0004.db").exists()
    assert verify(office).findings == []


def test_what_was_removed_before_can_be_put_back_and_found_by_pinyin(office: Path) -> None:
    database = open_database(office)
    try:
        with database.reading() as session:
            (removed,) = removed_records(session)
            assert (removed.number, removed.reason) == ("2025-901", "重复登记")
        with database.writing(Actor("林知夏", "二楼电脑")) as session:
            put_back(session, "publication", removed.record_id, today=date(2025, 11, 22))
            catch_up(session)
        with database.reading() as session:
            condition = found_by(session.connection(), "publication", "djcl")
            assert condition is not None
            assert session.scalars(select(Publication.number).where(condition)).all() == [
                "2025-901"
            ]
    finally:
        database.close()
