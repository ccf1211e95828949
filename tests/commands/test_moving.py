"""An office moved to a server and back is the same office, row by row and seal by seal."""

# ruff: noqa: DTZ001  # times of this place

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, inspect, select, text

from disclosure_desk.commands import moving
from disclosure_desk.commands.moving import move_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange.founding import found
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.statistics.years_kept import years_with_records
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify import verify
from tests.calls import call
from tests.conftest import UNIT, fresh_database

NOON = datetime(2026, 11, 22, 12, 0, 0)
CLERK = Actor("林知夏", "二楼电脑")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample office of three years."""
    place = str(tmp_path_factory.mktemp("sample") / "office.db")
    found(place, "示例县科学技术局", sample=True)
    return place


@pytest.fixture
def empty(server: Engine) -> Iterator[str]:
    """An empty database on the server."""
    with fresh_database(server) as url:
        yield url.render_as_string(hide_password=False)


def _rows(place: str) -> dict[str, list[tuple[Any, ...]]]:
    database = open_database(place)
    with database.reading() as session:
        told = {
            table.name: sorted(map(tuple, session.execute(select(table)).all()), key=repr)
            for table in office_tables()
        }
    database.close()
    return told


def _figures(place: str) -> dict[tuple[str, int], Any]:
    database = open_database(place)
    with database.reading() as session:
        told = {
            (edition.code, year): tally(session, edition, Period.of_year(year))
            for edition in editions().values()
            for year in years_with_records(session)
        }
    database.close()
    return told


@pytest.mark.postgresql
def test_the_sample_goes_to_a_server_and_back_with_every_row_figure_and_seal(
    sample: str, empty: str, tmp_path: Path
) -> None:
    moved = move_office(sample, empty, now=NOON)
    back = str(tmp_path / "移回.db")
    returned = move_office(empty, back, now=NOON)
    assert moved == returned
    assert len(moved.years) >= 3
    assert moved.rows["publication"] > 0
    before = _rows(sample)
    assert _figures(empty) == _figures(sample)
    assert moved.rows == {name: len(rows) for name, rows in before.items()}
    assert len(moved.seal) > 20
    for place in (empty, back):
        assert _rows(place) == before
        assert [one for one in verify(place).findings if one.severity == "error"] == []
    # Work goes on there: the journal's chain is carried on, not begun anew.
    for place in (empty, back):
        database = open_database(place)
        with database.writing(CLERK) as session:
            card = {"number": "2027-001", "title": "新的", "made_on": NOON.date()}
            add_record(session, "publication", card)
        database.close()
        assert [one for one in verify(place).findings if one.severity == "error"] == []
    assert [one.name for one in tmp_path.iterdir()] == ["移回.db"]


@pytest.mark.postgresql
def test_what_arrives_otherwise_is_told_and_leaves_the_server_empty(
    sample: str, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore = moving.restore

    def spoilt(backup: Path, place: str, *, now: datetime) -> None:
        restore(backup, place, now=now)
        database = open_database(place)
        with database.engine.begin() as connection:
            connection.execute(text("UPDATE publication SET title = '改了' WHERE id = 3"))
        database.close()

    monkeypatch.setattr(moving, "restore", spoilt)
    with pytest.raises(Fault, match="publication"):
        move_office(sample, empty, now=NOON)
    database = create_engine(empty)
    assert inspect(database).get_table_names() == []
    database.dispose()


def test_a_file_is_never_overwritten_and_two_files_are_refused(sample: str, tmp_path: Path) -> None:
    other = tmp_path / "别的.db"
    with pytest.raises(Refusal, match="两边都是文件"):
        move_office(sample, str(other), now=NOON)
    with pytest.raises(Refusal, match="同一个"):
        move_office(sample, sample, now=NOON)
    assert not other.exists()


@pytest.mark.postgresql
def test_the_command_line_moves_and_tells_no_password(
    founded_file: Path, empty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = empty.replace("://postgres@", "://postgres:geheim@")
    told = call(capsys, "move", "--db", founded_file, "--to", place, "--json")
    assert "geheim" not in told.out
    assert told.json["unit"] == UNIT
    assert told.json["rows"]["office"] == 1
    assert told.json["journal"]["line"] == 1
    again = call(capsys, "move", "--db", founded_file, "--to", place)
    assert again.status == 2
    assert "已经有数据表" in again.err
    assert "geheim" not in again.err
