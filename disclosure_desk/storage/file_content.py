"""Copies the content of an office file into another one, also between plain and encrypted.

SQLite copies pages, and the pages of an encrypted file have another shape: there the content is
written anew, table by table, in the one look that the source is read in. Nothing plain is laid
down on the way: the journal of the fresh file stays in memory.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from disclosure_desk.storage.file_connections import connect, key_behind
from disclosure_desk.storage.file_key import FileKey

_ROWS_AT_ONCE = 500
_KEPT_MARKS = ("application_id", "user_version")


def write_copy(source: sqlite3.Connection, target: Path, key: FileKey | None) -> None:
    """Fill a file that is there and empty with all that a connection sees, under this key."""
    with closing(connect(target, isolation_level=None, key=key)) as copy:
        if (key is None) == (key_behind(source) is None):
            source.backup(copy)
            return
        copy.execute("PRAGMA journal_mode = MEMORY")
        copy.execute("PRAGMA synchronous = EXTRA")
        copy.execute("BEGIN")
        _make_tables(source, copy)
        for table in _stored_tables(source):
            _fill(source, copy, table)
        for sql in _told(source, "type <> 'table' AND sql IS NOT NULL"):
            copy.execute(sql)
        for mark in _KEPT_MARKS:
            value = source.execute(f"PRAGMA {mark}").fetchone()[0]
            copy.execute(f"PRAGMA {mark} = {value:d}")
        copy.execute("COMMIT")


def same_content(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two files hold the same tables with the same rows."""
    tables = _stored_tables(one)
    if tables != _stored_tables(other):
        return False
    for table in tables:
        rows = f'SELECT * FROM "{table}"'
        first, second = one.execute(rows), other.execute(rows)
        while part := first.fetchmany(_ROWS_AT_ONCE):
            if part != second.fetchmany(_ROWS_AT_ONCE):
                return False
        if second.fetchone() is not None:
            return False
    return True


def _make_tables(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """The tables of the full-text search first: they bring along the tables that they keep."""
    for sql in _told(source, "type = 'table' AND rootpage = 0"):
        copy.execute(sql)
    there = set(_stored_tables(copy))
    named = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid"
    )
    for name, sql in source.execute(named):
        if name not in there and not name.startswith("sqlite_"):
            copy.execute(sql)


def _fill(source: sqlite3.Connection, copy: sqlite3.Connection, table: str) -> None:
    rows = source.execute(f'SELECT * FROM "{table}"')
    places = ", ".join("?" * len(rows.description))
    copy.execute(f'DELETE FROM "{table}"')
    while part := rows.fetchmany(_ROWS_AT_ONCE):
        copy.executemany(f'INSERT INTO "{table}" VALUES ({places})', part)


def _stored_tables(connection: sqlite3.Connection) -> list[str]:
    """Every table with rows of its own; the keys that SQLite has given away come last.

    What SQLite found out about the tables for itself (sqlite_stat1) is no content.
    """
    stored = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    names = [name for (name,) in connection.execute(stored)]
    inner = [name for name in names if name.startswith("sqlite_")]
    return sorted(set(names) - set(inner)) + [name for name in inner if name == "sqlite_sequence"]


def _told(source: sqlite3.Connection, which: str) -> Iterable[str]:
    return [sql for (sql,) in source.execute(f"SELECT sql FROM sqlite_master WHERE {which}")]
