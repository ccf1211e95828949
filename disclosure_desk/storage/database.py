"""An office's database: a SQLite file of its own, or a PostgreSQL database by URL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.storage import journal, search
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.plain_faults import WAIT_SECONDS, is_file, told_plainly
from disclosure_desk.storage.schema import HEAD, KNOWN_REVISIONS, migrate

# "DDSK": tells our files from other SQLite files.
APPLICATION_ID = 0x4444534B
_SQLITE_HEADER = b"SQLite format 3\x00"
# On a server writers take turns as they do on a file; the lock ends with the transaction.
_TAKE_TURN = text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
# KiB, at most: a large import would otherwise write its pages many times over.
_CACHE = "cache_size = -65536"


class WritingSession(Session):
    """A session whose flushes are journalled and indexed."""


journal.watch(WritingSession)
search.watch(WritingSession)


@dataclass(frozen=True, slots=True)
class Database:
    """An open office database; sessions come from here and only from here."""

    engine: Engine
    url: URL

    @property
    def path(self) -> Path | None:
        """The office file, or None when the office lies on a server."""
        return Path(self.url.database or "") if is_file(self.url) else None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent look at the records, whatever others write meanwhile."""
        with told_plainly(self.url), Session(self.engine, expire_on_commit=False) as session:
            if self.engine.dialect.name == "postgresql":
                session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    @contextmanager
    def writing(self, actor: Actor) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back whole when anything is raised.

        Every change made through the session is journalled under `actor` and indexed for
        search. A second writer waits up to 30 seconds.
        """
        with (
            told_plainly(self.url),
            WritingSession(self.engine, expire_on_commit=False, info={"actor": actor}) as session,
            session.begin(),
        ):
            connection = session.connection(execution_options={"writing": True})
            if connection.dialect.name == "postgresql":
                waiting = f"SET LOCAL lock_timeout = '{int(WAIT_SECONDS * 1000)}ms'"
                connection.exec_driver_sql(waiting)
                connection.execute(_TAKE_TURN)
            yield session

    def close(self) -> None:
        """Let go of the file, so that it can be moved or copied."""
        self.engine.dispose()


def open_database(place: str | Path) -> Database:
    """Open an existing office database, bringing an older one up to date after a backup copy.

    Raises Fault for a missing, damaged, foreign or newer file.
    """
    url = _url(place)
    if is_file(url):
        _look_before_opening(Path(url.database or ""))
    database = Database(_engine(url), url)
    try:
        with told_plainly(url):
            _bring_up_to_date(database, place)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database, place: str | Path) -> None:
    revision = _revision(database)
    if revision is None:
        raise Fault(f"“{place}”不是信息公开工作台的数据库，请另选文件。")
    if revision not in KNOWN_REVISIONS:
        raise Fault(f"“{place}”由更新版本的程序建立，请先升级本程序再打开。")
    if revision != HEAD:
        _copy_before_migration(database.url, revision)
        migrate(database.engine)


def create_database(place: str | Path) -> Database:
    """Make an empty office database. Raises Refusal where one or any other file exists."""
    url = _url(place)
    if is_file(url):
        _claim(Path(url.database or ""))
    database = Database(_engine(url), url)
    try:
        with told_plainly(url):
            _make_registers(database)
    except BaseException:
        remove_unfinished(database)
        raise
    return database


def _make_registers(database: Database) -> None:
    if database.path is None and inspect(database.engine).get_table_names():
        raise Refusal(f"数据库“{database.url.database}”里已经有数据表，请换一个空的数据库。")
    migrate(database.engine)
    if database.path is not None:
        with database.engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        # Another program looks for this mark in the file itself, not in the log beside it.
        log = database.engine.raw_connection()
        log.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        log.close()


def _claim(path: Path) -> None:
    """Make the file, still empty: of two who found an office here at once one is refused."""
    try:
        if path.exists():
            raise Refusal(f"“{path}”已经存在，请换一个文件名，或直接打开它。")
        if not path.parent.is_dir():
            raise Fault(f"文件夹“{path.parent}”不存在，请先建立它或换一个位置。")
        path.open("xb").close()
    except FileExistsError:
        raise Refusal(f"“{path}”已经存在，请换一个文件名，或直接打开它。") from None
    except ValueError:  # a null character
        raise Fault(f"“{path}”不能用作文件名，请换一个。") from None
    except OSError as error:
        raise Fault(f"不能在“{path}”建立文件，{reason_of(error)}，请换一个位置。") from error


def remove_unfinished(database: Database) -> None:
    """Take away a database file whose first filling failed, so that nothing half-made is left.

    A server's database is left to its administrator: somebody else may be founding there.
    """
    database.close()
    if database.path is not None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):  # what failed before is to be told, not this
                Path(f"{database.path}{suffix}").unlink(missing_ok=True)


def _url(place: str | Path) -> URL:
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
        except (ArgumentError, ValueError):
            raise Refusal(
                f"数据库地址“{place}”写法不对，应如 postgresql+psycopg://主机/库名。"
            ) from None
        if url.get_backend_name() != "sqlite":
            return url
        place = url.database or ""  # a file, whatever driver is named
    return URL.create("sqlite", database=str(Path(place).expanduser().absolute()))


def _engine(url: URL) -> Engine:
    try:
        if not is_file(url):
            return create_engine(url)
        engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})
    except (NoSuchModuleError, ModuleNotFoundError):
        raise Fault(f"没有安装连接“{url.drivername}”所需的组件，请联系管理员。") from None
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Every accepted record must survive a power cut: full synchronisation of each commit."""
    connection.isolation_level = None
    pragmas = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", _CACHE)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    """Transactions are begun by us: the driver's own start leaves reads outside of them.

    A writer takes its turn at once, so that it never finds out half-way that it lost it.
    """
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _look_before_opening(path: Path) -> None:
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，不是数据库文件，请选择其中的文件。")
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error
    if not header:
        raise Fault(f"“{path}”是空文件，数据已损坏，请用备份恢复。")
    if not header.startswith(_SQLITE_HEADER):
        raise Fault(f"“{path}”不是信息公开工作台的数据库，或者已经损坏，请另选文件或用备份恢复。")
    if len(header) < 100:
        raise Fault(f"“{path}”不完整，数据已损坏，请用备份恢复。")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Fault(f"“{path}”是别的程序的数据库，请另选文件。")


def _revision(database: Database) -> str | None:
    if not inspect(database.engine).has_table("alembic_version"):
        return None
    with database.engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _copy_before_migration(url: URL, revision: str) -> None:
    """Keep the file as it was, beside it; servers are backed up by their administrator."""
    if not is_file(url):
        return
    path = Path(url.database or "")
    copy = path.with_name(f"{path.stem}.升级前-{revision}{path.suffix}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
