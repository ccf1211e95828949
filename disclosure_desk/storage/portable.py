"""Carries all registers of an office between a server and a portable office file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.storage import search
from disclosure_desk.storage.bulk import insert_columns
from disclosure_desk.storage.file_connections import connect, driver_of, known_key
from disclosure_desk.storage.office_file import APPLICATION_ID
from disclosure_desk.storage.schema import migrate
from disclosure_desk.storage.tables import office_tables

_ROWS_AT_ONCE = 500


def copy_to_file(office: Connection, path: Path) -> dict[str, int]:
    """Fill the empty file at `path` with all that a server's transaction sees; rows by table.

    The file is an office file like any other: opened, worked in and backed up without the
    server. Keys that the server has given away are not given again there.
    """
    with file_engine(path) as engine:
        migrate(engine)
        with engine.begin() as target:
            rows = _copy_registers(office, target)
            _set_file_keys(target, _given_keys(office))
            target.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(connect(path)) as target_file:
        target_file.execute("PRAGMA journal_mode = WAL")
    return rows


def copy_to_server(path: Path, engine: Engine) -> dict[str, int]:
    """Fill an empty database of a server from a sound file of the newest version; rows by table.

    All of it or nothing. Raises Refusal where the database holds tables.
    """
    if inspect(engine).get_table_names():
        raise Refusal(
            f"数据库“{engine.url.database}”里已经有数据表，只能恢复到空的数据库，请换一个。"
        )
    migrate(engine)
    try:
        with file_engine(path) as source, source.connect() as office, engine.begin() as target:
            rows = _copy_registers(office, target)
            _set_server_keys(target, _given_keys(office))
    except BaseException:
        clear_server(engine)
        raise
    return rows


@contextmanager
def file_engine(path: Path) -> Iterator[Engine]:
    """A file that nobody else knows: no locks to share, and all at once or thrown away."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=partial(connect, path),
        module=driver_of(known_key(path)),
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    try:
        yield engine
    finally:
        engine.dispose()


def _leave_transactions_to_us(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


# ---------------------------------------------------------------------------- registers


def _copy_registers(source: Connection, target: Connection) -> dict[str, int]:
    rows = {table.name: _copy_table(source, target, table) for table in office_tables()}
    with Session(target) as session:
        search.catch_up(session)
    return rows


def _copy_table(source: Connection, target: Connection, table: Table) -> int:
    names = [column.name for column in table.columns]
    key = next(iter(table.primary_key.columns))
    streamed = {"yield_per": _ROWS_AT_ONCE}
    found = source.execute(select(table).order_by(key), execution_options=streamed)
    number = 0
    for part in found.partitions():
        insert_columns(target, table, dict(zip(names, zip(*part, strict=True), strict=True)))
        number += len(part)
    return number


# ---------------------------------------------------------------------------- keys


def _given_keys(office: Connection) -> dict[str, int]:
    """The highest key that each table has ever given away."""
    given: dict[str, int] = {}
    for table in _keyed_tables():
        highest = office.execute(select(func.max(table.columns.id))).scalar() or 0
        given[table.name] = max(highest, _remembered_key(office, table.name))
    return given


def _remembered_key(office: Connection, table: str) -> int:
    if office.dialect.name == "sqlite":
        told = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return office.execute(told, {"name": table}).scalar() or 0
    sequence = office.execute(_SEQUENCE, {"name": table}).scalar_one()
    last = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"
    return int(office.exec_driver_sql(last).scalar_one())


_SEQUENCE = text("SELECT pg_get_serial_sequence(:name, 'id')")


def _set_file_keys(office: Connection, given: dict[str, int]) -> None:
    for table in _keyed_tables():
        if table.dialect_options["sqlite"]["autoincrement"] and given[table.name]:
            told = {"name": table.name, "seq": given[table.name]}
            office.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), told)
            office.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :seq)"), told)


def _set_server_keys(office: Connection, given: dict[str, int]) -> None:
    for name, key in given.items():
        if key:
            sequence = office.execute(_SEQUENCE, {"name": name}).scalar_one()
            office.execute(
                text("SELECT setval(:sequence, :key)"), {"sequence": sequence, "key": key}
            )


def _keyed_tables() -> list[Table]:
    return [table for table in office_tables() if "id" in table.columns]


def clear_server(engine: Engine) -> None:
    """Take away the tables that were made for a copy that failed, as they were found: none."""
    with engine.begin() as connection:
        for name in ("alembic_version", *(f"search_{one}" for one in search.SEARCHED)):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        Base.metadata.drop_all(connection, tables=office_tables())
