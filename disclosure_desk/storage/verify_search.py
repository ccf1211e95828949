"""Whether the search index of an office file is whole, and that of the texts it was made of (V15).

SQLite itself compares the two only from 3.44 on, as part of its look at the pages; before, a
damaged page of the index passed, and searching missed records. Nothing can be compared by a
connection that writes nothing, so the index is looked at in a copy in memory, never on a disk:
it may be one of an encrypted file.
Source: https://www.sqlite.org/fts5.html#the_integrity_check_command
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import cast

from disclosure_desk.records.finding import Finding
from disclosure_desk.storage.file_connections import driver_of, errors, key_behind
from disclosure_desk.storage.journal_reader import KINDS
from disclosure_desk.storage.search import SEARCHED

# The tables in which SQLite keeps an index that has no sizes of columns.
_PARTS = ("data", "idx", "content", "config")
_COMPARED_BY_SQLITE = (3, 44)


def search_findings(office: sqlite3.Connection) -> Iterator[Finding]:
    """A finding for each register whose index is damaged."""
    version = office.execute("SELECT sqlite_version()").fetchone()[0]
    if tuple(map(int, version.split(".")))[:2] >= _COMPARED_BY_SQLITE:
        return
    for table in SEARCHED:
        if _is_there(office, f"search_{table}") and not _is_whole(office, f"search_{table}"):
            told = f"“{KINDS[table]}”的检索目录已经损坏，查找会漏掉记录，请用备份恢复。"
            yield Finding("V15", "error", told)


def _is_there(office: sqlite3.Connection, index: str) -> bool:
    """Whether it is an index at all: tables that are missing have a finding of their own."""
    asked = "SELECT sql FROM sqlite_master WHERE name = ?"
    found = office.execute(asked, (index,)).fetchone()
    return found is not None and str(found[0]).startswith(
        f"CREATE VIRTUAL TABLE {index} USING fts5"
    )


def _is_whole(office: sqlite3.Connection, index: str) -> bool:
    with closing(_memory(office)) as copy:
        try:
            _copy_index(office, copy, index)
            copy.execute(f"INSERT INTO {index}({index}) VALUES('integrity-check')")
        except errors("DatabaseError"):  # also a text of broken characters
            return False
    return True


def _memory(office: sqlite3.Connection) -> sqlite3.Connection:
    driver = driver_of(key_behind(office))
    return cast("sqlite3.Connection", driver.connect(":memory:", isolation_level=None))


def _copy_index(office: sqlite3.Connection, copy: sqlite3.Connection, index: str) -> None:
    asked = "SELECT sql FROM sqlite_master WHERE name = ?"
    copy.execute(office.execute(asked, (index,)).fetchone()[0])
    copy.execute("BEGIN")
    for part in _PARTS:
        rows = office.execute(f"SELECT * FROM {index}_{part}")
        places = ", ".join("?" for _ in rows.description)
        copy.execute(f"DELETE FROM {index}_{part}")
        copy.executemany(f"INSERT INTO {index}_{part} VALUES ({places})", rows)
    copy.execute("COMMIT")
