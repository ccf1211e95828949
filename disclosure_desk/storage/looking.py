"""A look into an office file that leaves it as it is, and what such a look finds.

Backups, restored files and files under examination are read here; opening a file to work in
it is the business of storage/database.py.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.storage.file_connections import connect, errors, uri_of
from disclosure_desk.storage.office_file import APPLICATION_ID, is_writable
from disclosure_desk.storage.plain_faults import WAIT_SECONDS, told_plainly
from disclosure_desk.storage.schema import HEAD, KNOWN_REVISIONS

# What SQLite keeps beside a file: its log, the log's index, and the older kind of journal.
BESIDE = ("-wal", "-shm", "-journal")
_OURS = {"alembic_version", "office", "journal"}
_MOST_DAMAGES = 20
# A schema of ours computes nothing of that kind; SQLite would, for every row that it checks.
_COSTLY = re.compile(
    r"\b(?:zeroblob|randomblob|hex|printf|format|replace|char|load_extension)\s?\("
    r"|\bGENERATED\s+ALWAYS\b|\bAS\s?\(",
    re.IGNORECASE,
)
_NOT_THIS_WAY = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a file is to this program; `damages` are SQLite's own words about broken pages."""

    kind: Literal["sound", "older", "newer", "foreign", "empty", "damaged"]
    revision: str = ""
    unit: str = ""
    damages: tuple[str, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether this program can open it, after an upgrade where it is older."""
        return self.kind in ("sound", "older")


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turn what SQLite itself raises about a file into the one sentence that others get."""
    with told_plainly(URL.create("sqlite", database=str(path))):
        try:
            yield
        except errors("Error") as error:
            raise DBAPIError("", None, error) from error


def must_be_readable(path: Path) -> None:
    """Raises Fault for what is not there, is a folder or may not be read."""
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，不是数据库文件，请选择其中的文件。")
        path.stat()
    except ValueError:  # a null character
        raise Fault(f"“{path}”不能用作文件名，请换一个。") from None
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """One consistent look at a file, also while others write; the file stays as it is.

    The look is a read transaction. Raises Fault where the file cannot be read at all; what is
    wrong in it, sqlite3.DatabaseError.
    """
    must_be_readable(path)
    with TemporaryDirectory(prefix="ddsk-") as folder:
        with told_of(path):
            connection = _connection(path) or _connection_to_copy(path, Path(folder))
        with closing(connection):
            yield connection


def _connection(path: Path) -> sqlite3.Connection | None:
    """A look at the file itself, or None where a stopped program left it for SQLite to mend."""
    for way in _ways(path):
        uri = uri_of(path, way)
        connection = connect(path, place=uri, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            _begin(connection)
        except errors("OperationalError") as error:
            connection.close()
            # A copy past SQLite would drop the locks of our own process on an open file.
            if _may_be_open(path) or not error.sqlite_errorname.startswith(_NOT_THIS_WAY):
                raise
        except errors("DatabaseError"):
            return connection  # what is wrong in it is found by who looks
        else:
            return connection
    return None


def _ways(path: Path) -> Iterator[str]:
    """How SQLite may open the file for a look, the best first.

    A connection that may write leaves a closed file as it is and keeps to all locks, but it
    would take in a log that a stopped program left.
    """
    if _is_shared(path) or _is_filled(Path(f"{path}-journal")):
        yield "mode=ro"
    elif not _is_filled(Path(f"{path}-wal")):
        if is_writable(path):
            yield "mode=rw"
        yield "mode=ro&immutable=1"  # the disk is read-only, or full


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _is_shared(path: Path) -> bool:
    """Whether somebody has the file open, or had it when his computer stopped."""
    return Path(f"{path}-shm").exists()


def _may_be_open(path: Path) -> bool:
    """Whether this process itself may work in the file: then it has a log with its index."""
    logged = _is_shared(path) and Path(f"{path}-wal").exists()
    return logged and is_writable(path) and not _is_filled(Path(f"{path}-journal"))


def _is_filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _connection_to_copy(path: Path, folder: Path) -> sqlite3.Connection:
    """A look at a copy, which takes in the log that a stopped program left beside the file."""
    copy = folder / path.name
    try:
        shutil.copyfile(path, copy)
        for log in (Path(f"{path}{suffix}") for suffix in ("-wal", "-journal")):
            if log.exists():
                shutil.copyfile(log, folder / log.name)
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error
    connection = connect(copy, isolation_level=None)
    with suppress(*errors("DatabaseError")):
        _begin(connection)
    return connection


def condition_of(connection: sqlite3.Connection, *, thorough: bool = True) -> Condition:
    """What the file is that is looked at; `thorough` reads every page of it."""
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = _tables(connection)
        if not tables and mark in (0, APPLICATION_ID):
            return Condition("empty")
        if mark != APPLICATION_ID and not tables >= _OURS:
            return Condition("foreign")
        found = _known(connection, tables, mark)
        if not thorough:
            return found
        told = connection.execute(f"PRAGMA integrity_check({_MOST_DAMAGES})").fetchall()
    except errors("DatabaseError") as error:
        code = getattr(error, "sqlite_errorname", "")  # a text of broken characters has none
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR")):
            raise
        return Condition("damaged", damages=(str(error),))
    damages = tuple(str(row[0]) for row in told if row[0] != "ok")
    return replace(found, kind="damaged", damages=damages) if damages else found


def must_be_usable(
    path: Path, found: Condition, *, what: str = "", instead: str = "请用备份恢复"
) -> None:
    """Raises Fault for a file of which nothing can be made; `what` it was meant to be."""
    name = f"{what}“{path}”"
    if found.kind == "empty":
        raise Fault(f"{name}是空文件，数据已损坏，{instead}。")
    if found.kind == "foreign":
        raise Fault(f"{name}是别的程序的数据库，请另选文件。")
    if found.kind == "newer":
        raise Fault(f"{name}由更新版本的程序建立，请先升级本程序。")
    if found.kind == "damaged":
        raise Fault(f"{name}不是信息公开工作台的数据库，或者已经损坏，{instead}。")


def _known(connection: sqlite3.Connection, tables: set[str], mark: int) -> Condition:
    if mark != APPLICATION_ID or not tables >= _OURS:
        missing = "、".join(sorted(_OURS - tables))
        return Condition("damaged", damages=(f"no table {missing}" if missing else "header",))
    written = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    if costly := next((name for name, sql in written if _COSTLY.search(str(sql))), ""):
        return Condition("damaged", damages=(f"schema of {costly}",))
    versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(versions) != 1:
        return Condition("damaged", damages=("version",))
    revision = str(versions[0][0])
    names = connection.execute("SELECT name FROM office").fetchall()
    unit = str(names[0][0]) if names else ""
    if revision not in KNOWN_REVISIONS:
        return Condition("newer", revision, unit)
    return Condition("sound" if revision == HEAD else "older", revision, unit)


def _tables(connection: sqlite3.Connection) -> set[str]:
    named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in named}


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds; those of virtual tables are in tables of their own."""
    stored = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    names = [name for (name,) in connection.execute(stored)]
    counted = (connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in names)
    return dict(zip(names, (number for (number,) in counted), strict=True))
