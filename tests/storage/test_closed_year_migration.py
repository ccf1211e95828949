"""The tables of signed years: as the models declare them, also in an office of before."""

import warnings
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.offices import found_office
from disclosure_desk.records.base import Base
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.statistics.closing import in_force
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.storage import schema
from disclosure_desk.storage.database import create_database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.verify import is_read_back

CLERK = Actor("王芳", "ZWGK-PC2")


def _declared(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is declared by a model; the search index is not."""
    return kind != "table" or name in Base.metadata.tables


def _differences(connection: Connection) -> list[object]:
    options = {
        "include_name": _declared,
        "include_object": is_read_back,
        "compare_type": True,
    }
    context = MigrationContext.configure(connection, opts=options)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*expression-based index")
        return list(compare_metadata(context, Base.metadata))


def test_an_office_of_before_can_sign_its_years(
    office_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "HEAD", "0003")
        create_database(office_place).close()
    database = open_database(office_place)
    try:
        assert {ClosedYear.__tablename__, PublishedCarry.__tablename__} <= set(Base.metadata.tables)
        with database.engine.connect() as connection:
            assert _differences(connection) == []
        with database.writing(CLERK) as session:
            found_office(session, "示例县科学技术局")
            close_year(session, edition_for(2024), 2024, "审定", today=date(2025, 1, 6))
        with database.reading() as session:
            assert in_force(session, 2024) is not None
    finally:
        database.close()
