"""Connections to office files: by Python's SQLite, or by SQLCipher where the file is encrypted.

Which of the two a file needs is told by its first bytes. They are never read while this process
has the file open: on Linux a process that opens and closes a file besides SQLite drops the locks
that its own connections hold, and SQLCipher brings a SQLite of its own, which knows nothing of
the other's locks. So every connection is opened here and counted for the time that it is open,
and one file is never opened by both in one process.
Source: https://www.sqlite.org/howtocorrupt.html, sections 2.2 and 2.2.1.

The keys that were given are kept for the life of the process, as the locks are, and never
written anywhere.
"""

import sqlite3
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePath
from threading import RLock
from typing import Any, Literal, cast
from urllib.parse import quote

from disclosure_desk.faults import Fault
from disclosure_desk.storage.file_key import HEAD_BYTES, FileKey, is_encrypted, key_by
from disclosure_desk.storage.password_needed import PasswordNeeded

Asker = Callable[[Path, bytes], FileKey]

# It would tell of a damaged page on standard error, where a call prints its one sentence.
_SILENT = "PRAGMA cipher_log_level = NONE"
# A file from outside may hold functions in its schema, and cells that reach over their pages.
_TRUSTING_NOTHING = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON")
# Bytes: a kept letter has some ten thousand, a whole journal line of an import some millions.
_LONGEST_VALUE = 128 * 1024**2
_LOCK = RLock()
_keys: dict[bytes, FileKey] = {}  # by the head of the file
_askers: list[Asker] = []
_open: dict[tuple[int, int], tuple[bytes, int]] = {}  # head and connections, by device and file


class KeyNeeded(PasswordNeeded):
    """The file is encrypted, and nobody has given its password yet."""

    def __init__(self, path: Path, head: bytes) -> None:
        super().__init__(f"“{path}”已加密，要用密码才能打开。")
        self.path, self.head = path, head

    def unlock(self, given: str) -> None:
        """Remember the key. Raises WrongPassword for another password or recovery key."""
        keep_key(key_by(self.head, given))


def keep_key(key: FileKey) -> None:
    """Remember a key that was given, so that backups and restored files open by it, too."""
    with _LOCK:
        _keys[key.head] = key


def forget_keys() -> None:
    """Whoever opens an encrypted file from now on is asked again; what is open stays open."""
    with _LOCK:
        _keys.clear()


def ask_with(asker: Asker | None) -> None:
    """Who is asked for a key that is not known; None: nobody, and KeyNeeded is raised."""
    _askers[:] = [asker] if asker else []


def key_of(path: Path) -> FileKey | None:
    """The key of an encrypted file; None for a plain one, also for one that is no office file.

    Raises KeyNeeded where the key is not known, OSError where the file cannot be read.
    """
    head = head_of(path)
    if not is_encrypted(head):
        return None
    if known := _keys.get(head):
        return known
    if not _askers:
        raise KeyNeeded(path, head)
    key = _askers[0](path, head)
    keep_key(key)
    return key


def known_key(path: Path) -> FileKey | None:
    """As `key_of`; None also for a file that is not there yet, or that SQLite will not open."""
    try:
        return key_of(path)
    except (OSError, ValueError):
        return None


def encrypted_head(path: Path) -> bytes:
    """The head of an encrypted office file; empty for any other file, and for none."""
    try:
        head = head_of(path)
    except (OSError, ValueError):
        return b""
    return head if is_encrypted(head) else b""


def head_of(path: Path) -> bytes:
    """The first bytes of a file, without a hurt to a connection that is open on it."""
    with _LOCK:
        identity = _identity(path)
        if identity in _open:
            return _open[identity][0]
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)


def connect(
    path: Path,
    *,
    place: str | None = None,
    timeout: float = 5.0,
    isolation_level: Literal["DEFERRED"] | None = "DEFERRED",
    key: FileKey | None = None,
) -> sqlite3.Connection:
    """A connection to an office file, encrypted or not; `place` is its URI for a special way.

    `key` is given for a file that is still empty. SQLCipher's connections have the interface of
    Python's own, so that only who handles errors has to know of them (`errors`).
    """
    key = key or known_key(path)
    module: Any = _cipher() if key else sqlite3
    with _LOCK:
        connection = module.connect(
            place or str(path),
            timeout=timeout,
            isolation_level=isolation_level,
            uri=place is not None,
            factory=_cipher_connection() if key else _PlainConnection,
            check_same_thread=False,
        )
        connection.count(_identity(path), key)
    if key is not None:
        connection.execute(_SILENT)
        connection.execute(key.pragma)
    for pragma in _TRUSTING_NOTHING:
        connection.execute(pragma)
    if key is None:  # SQLCipher's connections cannot be told
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    return cast("sqlite3.Connection", connection)


def uri_of(path: PurePath, way: str) -> str:
    """A whole path as SQLite's URI, to be opened in a special way («mode=ro»).

    The share of a Windows computer has no authority there, as it has in a web address: SQLite
    opens //server/folder. Source: https://www.sqlite.org/uri.html, section 3.1.
    """
    place = path.as_posix()
    start = "file:////" if place.startswith("//") else "file:///"  # of a share, of a disk
    return f"{start}{quote(place.lstrip('/'))}?{way}"


def key_behind(connection: sqlite3.Connection) -> FileKey | None:
    """The key by which a connection reads its file; None for a plain one."""
    key: FileKey | None = getattr(connection, "file_key", None)
    return key


def errors(
    kind: Literal["Error", "DatabaseError", "OperationalError"],
) -> tuple[type[sqlite3.Error], ...]:
    """What a connection to an office file raises: of Python's SQLite, of SQLCipher if loaded."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    modules = (sqlite3, loaded) if loaded else (sqlite3,)
    return tuple(getattr(module, kind) for module in modules)


def driver_of(key: FileKey | None) -> Any:
    """The module of the connections, for SQLAlchemy."""
    return _cipher() if key else sqlite3


# ---------------------------------------------------------------------------- counting


class _Counted:
    """Tells when a connection is closed, so that its file may be looked at again.

    What SQLite says of a damaged schema may be broken characters itself, over which the driver
    stumbles: that is told as the damage it is.
    """

    file_key: FileKey | None = None
    _identity: tuple[int, int] | None = None

    def count(self, identity: tuple[int, int] | None, key: FileKey | None) -> None:
        self._identity, self.file_key = identity, key
        if identity:
            head, number = _open.get(identity, (key.head if key else b"", 0))
            _open[identity] = (head, number + 1)

    def execute(self, *told: Any) -> Any:
        try:
            return super().execute(*told)  # type: ignore[misc]  # the connection's own
        except UnicodeDecodeError as error:
            damage = sqlite3.DatabaseError("the schema is damaged")
            damage.sqlite_errorname = "SQLITE_CORRUPT"
            raise damage from error

    def close(self) -> None:
        super().close()  # type: ignore[misc]  # the connection's own
        with _LOCK:
            if self._identity and self._identity in _open:
                head, number = _open.pop(self._identity)
                if number > 1:
                    _open[self._identity] = (head, number - 1)
            self._identity = None


class _PlainConnection(_Counted, sqlite3.Connection):
    pass


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not found.st_ino:  # some shares give Windows no numbers; there no lock is dropped either
        return None
    return found.st_dev, found.st_ino


def _cipher() -> Any:
    """SQLCipher, loaded for the first encrypted file."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise Fault("打开加密的数据库要用组件“sqlcipher3”，请管理员安装后再试。") from None
    return dbapi2


@cache
def _cipher_connection() -> type[Any]:
    return type("_CipherConnection", (_Counted, _cipher().Connection), {})
