"""A large import builds the indexes anew; what stands afterwards is what the models declare."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, text

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.records.cards import MODELS, Card
from disclosure_desk.storage import bulk
from disclosure_desk.storage.bulk import indexes_sorted
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("林知夏", "二楼电脑")
TABLE = MODELS["publication"].metadata.tables["publication"]
DECLARED = {str(index.name) for index in TABLE.indexes}


def indexes(connection: Connection) -> set[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    if connection.dialect.name != "sqlite":
        asked = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
    return set(connection.scalars(text(asked)))


def items(number: int) -> list[Card]:
    day = date(2024, 1, 1)
    return [
        {"title": f"通知{place}", "made_on": day, "published_on": day + timedelta(days=place % 300)}
        for place in range(number)
    ]


def enter(database: Database, number: int) -> None:
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        enrol(session, "publication", items(number))


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_WORTH_SORTING", 20)


def test_after_a_large_import_every_index_stands_again(registers: Database) -> None:
    enter(registers, 30)
    with registers.engine.connect() as connection:
        assert indexes(connection) >= DECLARED
        if connection.dialect.name == "sqlite":
            faults = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            assert faults == "ok", "each index holds every row"


def test_only_an_office_file_whose_rows_are_mostly_new_goes_without_indexes(
    registers: Database,
) -> None:
    enter(registers, 30)
    with registers.writing(CLERK) as session:
        connection = session.connection()
        with indexes_sorted(connection, TABLE, 29):
            assert indexes(connection) >= DECLARED, "fewer are new than are stored"
        with indexes_sorted(connection, TABLE, 30):
            on_file = connection.dialect.name == "sqlite"
            assert bool(indexes(connection) & DECLARED) is not on_file


def test_an_import_that_fails_half_way_leaves_the_indexes_as_they_were(
    registers: Database,
) -> None:
    class PowerCutError(Exception):
        pass

    with (
        pytest.raises(PowerCutError),
        registers.writing(CLERK) as session,
        indexes_sorted(session.connection(), TABLE, 30),
    ):
        raise PowerCutError
    with registers.engine.connect() as connection:
        assert indexes(connection) >= DECLARED
