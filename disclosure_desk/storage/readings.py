"""Readings of the database that somebody who waits no longer can break off."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from disclosure_desk.storage.database import Database
from disclosure_desk.storage.plain_faults import told_plainly


class Readings:
    """The readings that one asker has under way."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connections: set[Any] = set()
        self._lock = Lock()

    def stop(self) -> None:
        """Break off what is being asked, from another thread; it ends with a Fault.

        A server is not stopped: its answer comes and is not heeded.
        """
        with self._lock:
            for connection in self._connections:
                connection.interrupt()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection alone: a connection costs as much as the rows of a page."""
        with told_plainly(self._database.url), self._database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            if hasattr(driver, "interrupt"):
                with self._lock:
                    self._connections.add(driver)
            try:
                yield connection
            finally:
                # Under the lock: others get this connection next, nobody must break theirs off.
                with self._lock:
                    self._connections.discard(driver)
