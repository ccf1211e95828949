"""An office's database: a SQLite file of its own, or a PostgreSQL database by URL."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.storage import admission, confirmations, journal, own_changes, search
from disclosure_desk.storage.before_migration import copy_before_migration
from disclosure_desk.storage.file_connections import connect, driver_of, known_key
from disclosure_desk.storage.file_place import lies_on_share
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.office_file import (
    APPLICATION_ID,
    claim,
    is_writable,
    look_before_opening,
    reading_uri,
)
from disclosure_desk.storage.plain_faults import (
    WAIT_SECONDS,
    gone,
    is_file,
    is_gone,
    told_plainly,
)
from disclosure_desk.storage.prepared import at_driver
from disclosure_desk.storage.schema import HEAD, KNOWN_REVISIONS, migrate
from disclosure_desk.storage.server_address import without_password

# On a server writers take turns as they do on a file; the lock ends with the transaction.
_TAKE_TURN = text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
# KiB, at most: a large import would otherwise write its pages many times over.
_CACHE = "cache_size = -131072"
_CONNECT_SECONDS = 10
_KEPT_ON_DISK = ("journal_mode = WAL", "synchronous = FULL")
_KEPT_ON_SHARE = ("journal_mode = DELETE", "synchronous = EXTRA")


class WritingSession(Session):
    """A session whose flushes are journalled and indexed."""

    _held: Connection | None = None

    def connection(self, *told: Any, **options: Any) -> Connection:
        """The connection of the transaction that runs: every step of a save asks for it."""
        if self._held is None or self._held.closed or told or options:
            self._held = super().connection(*told, **options)
        return self._held


journal.watch(WritingSession)
search.watch(WritingSession)
admission.watch(WritingSession)
confirmations.watch(WritingSession)
own_changes.watch(WritingSession)


@dataclass(frozen=True, slots=True)
class Database:
    """An open office database; sessions come from here and only from here."""

    engine: Engine
    url: URL
    is_read_only: bool = False  # opened only to look, beside another window
    # The first lines of what was written here.
    own_changes: set[int] = field(default_factory=set, compare=False, repr=False)

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
        search. Raises Refusal for who may not write here, and at the first flush for what this
        person may not write. A second writer waits up to 30 seconds. Raises Fault where the
        file was moved away meanwhile: Linux would go on writing to it where nobody finds it.
        """
        if self.is_read_only:
            raise Refusal("这个窗口是只读打开的，没有保存；要修改请关闭后重新打开。")
        place = self.url.database or ""
        if is_file(self.url) and is_gone(place):
            raise gone(place)
        info = {"actor": actor, own_changes.OWN: self.own_changes}
        with (
            told_plainly(self.url),
            WritingSession(self.engine, expire_on_commit=False, info=info) as session,
            session.begin(),
        ):
            connection = session.connection(execution_options={"writing": True})
            if connection.dialect.name == "postgresql":
                waiting = f"SET LOCAL lock_timeout = '{int(WAIT_SECONDS * 1000)}ms'"
                connection.exec_driver_sql(waiting)
                connection.execute(_TAKE_TURN)
            admission.admit(session)
            yield session

    def settle(self) -> None:
        """Bring what was saved from the log beside the file into the file itself.

        People copy the one file to a stick while the program is open; the copy must be whole.
        """
        if self.path is not None:
            with told_plainly(self.url):
                connection = self.engine.raw_connection()
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
                connection.close()

    def close(self) -> None:
        """Let go of the file, so that it can be moved or copied."""
        self.engine.dispose()


def open_database(place: str | Path) -> Database:
    """Open an existing office database, bringing an older one up to date after a backup copy.

    Raises Fault for a missing, damaged, foreign or newer file.
    """
    url = url_of(place)
    if is_file(url):
        look_before_opening(Path(url.database or ""))
    database = Database(engine_of(url), url)
    try:
        with told_plainly(url):
            _bring_up_to_date(database, place)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database, place: str | Path) -> None:
    revision, told = _revision(database), without_password(str(place))
    if revision is None:
        raise Fault(f"“{told}”不是信息公开工作台的数据库，请另选文件。")
    if revision not in KNOWN_REVISIONS:
        raise Fault(f"“{told}”由更新版本的程序建立，请先升级本程序再打开。")
    if revision != HEAD:
        copy_before_migration(database.path, revision)
        migrate(database.engine)


def create_database(place: str | Path) -> Database:
    """Make an empty office database. Raises Refusal where one or any other file exists."""
    url = url_of(place)
    if is_file(url):
        claim(Path(url.database or ""))
    database = Database(engine_of(url), url)
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


def remove_unfinished(database: Database) -> None:
    """Take away a database file whose first filling failed, so that nothing half-made is left.

    A server's database is left to its administrator: somebody else may be founding there.
    """
    database.close()
    if database.path is not None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):  # what failed before is to be told, not this
                Path(f"{database.path}{suffix}").unlink(missing_ok=True)


def url_of(place: str | Path) -> URL:
    """Where an office lies: its file by an absolute path, or the address of a server.

    Raises Refusal for an address that is not written as one.
    """
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
        except (ArgumentError, ValueError):
            raise Refusal(
                f"数据库地址“{place}”写法不对，应如 postgresql+psycopg://主机/库名。"
            ) from None
        if url.get_backend_name() != "sqlite":
            _must_name_a_server(url)
            return url
        place = url.database or ""  # a file, whatever driver is named
    return URL.create("sqlite", database=str(Path(place).expanduser().absolute()))


def _must_name_a_server(url: URL) -> None:
    """Raises Refusal for a name that cannot even be looked up."""
    try:
        (url.host or "").encode("idna")
    except UnicodeError:
        raise Refusal(f"服务器名称“{url.host}”写法不对，请填写服务器的名称或IP地址。") from None


def engine_of(url: URL) -> Engine:
    """The connections to an office there; a file that cannot be written is opened for reading.

    Raises Fault where the component for such a database is not installed.
    """
    try:
        if not is_file(url):
            return _server_engine(url)
        path = Path(url.database or "")
        if not is_writable(path):
            return _reading_engine(path)
        engine = create_engine(
            url,
            creator=partial(connect, path, timeout=WAIT_SECONDS),
            module=driver_of(known_key(path)),
        )
    except (NoSuchModuleError, ModuleNotFoundError):
        component = "psycopg" if url.get_backend_name() == "postgresql" else url.drivername
        raise Fault(f"连接这种数据库要用组件“{component}”，请管理员安装后再试。") from None
    on_share = lies_on_share(path)
    event.listen(engine, "connect", partial(_prepare_sqlite, on_share=on_share))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _server_engine(url: URL) -> Engine:
    """Connections that are looked at before use: a laptop sleeps, a server is started anew.

    A server that does not answer is told of after some seconds, not after minutes.
    """
    told: dict[str, Any] = {}
    if url.get_backend_name() == "postgresql":
        told = {"connect_timeout": _CONNECT_SECONDS, "keepalives_idle": _CONNECT_SECONDS}
    return create_engine(url, pool_pre_ping=True, connect_args=told)


def _reading_engine(path: Path) -> Engine:
    """For a file on a read-only disk or share: last year's office can still be looked at."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=partial(connect, path, place=reading_uri(path), timeout=WAIT_SECONDS),
        module=driver_of(known_key(path)),
    )
    event.listen(engine, "connect", _take_over_transactions)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _take_over_transactions(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _prepare_sqlite(connection: Any, record: Any, *, on_share: bool) -> None:
    """Every accepted record must survive a power cut: full synchronisation of each commit.

    A share knows no write-ahead log; the older journal asks for its folder to be synced too.
    """
    _take_over_transactions(connection, record)
    kept = _KEPT_ON_SHARE if on_share else _KEPT_ON_DISK
    for pragma in (*kept, "foreign_keys = ON", _CACHE):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    """Transactions are begun by us: the driver's own start leaves reads outside of them.

    A writer takes its turn at once, so that it never finds out half-way that it lost it.
    """
    writing = connection.get_execution_options().get("writing")
    at_driver(connection, "BEGIN IMMEDIATE" if writing else "BEGIN")


def _revision(database: Database) -> str | None:
    if not inspect(database.engine).has_table("alembic_version"):
        return None
    with database.engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
