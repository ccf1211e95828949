"""An office file while nobody else has it open."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from disclosure_desk.storage.file_connections import connect, errors
from disclosure_desk.storage.plain_faults import WAIT_SECONDS

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_LOOK_AGAIN_SECONDS = 0.01


@contextmanager
def alone_with(path: Path) -> Iterator[sqlite3.Connection]:
    """The file while nobody else has it open, its log taken in; others wait until it is done.

    Waits up to 30 seconds for them to close it.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    while (connection := _taken_alone(path, last=time.monotonic() >= deadline)) is None:
        time.sleep(_LOOK_AGAIN_SECONDS)
    with closing(connection):
        yield connection


def _taken_alone(path: Path, *, last: bool) -> sqlite3.Connection | None:
    connection = connect(path, timeout=0, isolation_level=None)
    try:
        # The lock that a transaction took is not given back before the connection is closed,
        # and an office that is open anywhere has a log, which only the last one may take in.
        for statement in (
            *("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE"),
            *("PRAGMA synchronous = EXTRA", "BEGIN EXCLUSIVE", "COMMIT"),
        ):
            connection.execute(statement)
    except errors("DatabaseError") as error:
        connection.close()
        if error.sqlite_errorname.startswith(_BUSY) and not last:
            return None
        raise
    return connection
