"""Puts a backup back: into the office file, whole or not at all, or into an empty server."""

import os
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL

from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.storage.alone import alone_with
from disclosure_desk.storage.database import engine_of, url_of
from disclosure_desk.storage.file_connections import errors, key_behind, known_key
from disclosure_desk.storage.file_content import write_copy
from disclosure_desk.storage.file_key import FileKey
from disclosure_desk.storage.file_steps import give_name, keep_on_disk, put_in_place
from disclosure_desk.storage.fresh_file import (
    claimed,
    fresh_file,
    remove_with_logs,
    told_written,
)
from disclosure_desk.storage.looking import (
    Condition,
    condition_of,
    looking,
    must_be_readable,
    must_be_usable,
    told_of,
)
from disclosure_desk.storage.office_file import is_writable
from disclosure_desk.storage.plain_faults import is_file, told_plainly
from disclosure_desk.storage.portable import copy_to_server, file_engine
from disclosure_desk.storage.readable import must_have_no_strangers, unreadable_in
from disclosure_desk.storage.schema import migrate

_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_LOGS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: the backup's unit and version, and where the replaced file lies."""

    unit: str
    revision: str
    replaced: Path | None


def restore(backup: Path, place: str | Path, *, now: datetime) -> Restored:
    """Put a backup in place of the office file at `place`, or into a server's empty database.

    The replaced file is kept beside with the time in its name. An older backup is brought up
    to date. Whatever interrupts it, the office file is the old one or the new one, whole.
    Raises Fault for a backup that is damaged, of another program or of a newer version, and
    when another program has the office file open for 30 seconds; Refusal where it makes no
    sense.
    """
    backup = backup.expanduser().absolute()
    url = url_of(place)
    with looking(backup) as source, told_of(backup):
        found = condition_of(source)
        must_be_usable(backup, found, what="备份", instead="请换一个备份")
        must_have_no_strangers(source, f"备份“{backup}”")
        if not is_file(url):
            _into_server(source, backup, found, url)
            return Restored(found.unit, found.revision, None)
        path = Path(url.database or "")
        replaced = _into_file(source, backup, found, path, now)
    return Restored(found.unit, found.revision, replaced)


def _into_server(source: sqlite3.Connection, backup: Path, found: Condition, url: URL) -> None:
    with TemporaryDirectory(prefix="ddsk-") as folder, told_plainly(url):
        fresh = Path(folder) / "office.db"
        _prepare(source, backup, found, fresh, key=key_behind(source), told_as=fresh)
        engine = engine_of(url)
        try:
            copy_to_server(fresh, engine)
        finally:
            engine.dispose()


def _into_file(
    source: sqlite3.Connection, backup: Path, found: Condition, path: Path, now: datetime
) -> Path | None:
    _must_be_replaceable(backup, path)
    # What was encrypted on either side does not become plain by being put back.
    key = known_key(path) or key_behind(source)
    kept_name = f"{path.stem}.恢复前-{now.strftime('%Y-%m-%d_%H%M%S')}{path.suffix}"
    fresh = claimed(path.parent, f"{path.name}.恢复中").unfinished
    try:
        _prepare(source, backup, found, fresh, key=key, told_as=path)
        if not path.exists():
            _put_there(path, fresh, kept_name)
            return None
        return _overwrite(path, fresh, kept_name) or _exchange(path, fresh, kept_name)
    finally:
        remove_with_logs(fresh)


def _must_be_replaceable(backup: Path, path: Path) -> None:
    """Raises Fault or Refusal for a place where no office file is to be put."""
    if not _lies_there(path):
        if not path.parent.is_dir():
            raise Fault(f"文件夹“{path.parent}”不存在，请先建立它或换一个位置。")
        return
    must_be_readable(path)
    if path.samefile(backup):
        raise Refusal(f"“{path}”就是这个备份本身，请写明要恢复到哪个单位数据库。")
    if not is_writable(path):
        raise Fault(f"“{path}”是只读的，没有恢复，请检查文件和文件夹的权限。")
    with told_of(path), looking(path) as office:
        found = condition_of(office, thorough=False)
    if found.kind in ("foreign", "newer"):  # a damaged one is what backups are for
        must_be_usable(path, found)


def _lies_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except ValueError:  # a null character
        raise Fault(f"“{path}”不能用作文件名，请换一个。") from None
    except OSError as error:
        raise Fault(f"不能写入“{path}”，{reason_of(error)}，请换一个位置。") from error
    return True


def _prepare(
    source: sqlite3.Connection,
    backup: Path,
    found: Condition,
    fresh: Path,
    *,
    key: FileKey | None,
    told_as: Path,
) -> None:
    """The backup's content in a file of its own, brought up to date and looked through."""
    with told_written(told_as, backup):
        write_copy(source, fresh, key)
    if found.kind == "older":
        with told_written(told_as), file_engine(fresh) as engine:
            migrate(engine)
    with told_of(told_as), looking(fresh) as copy:
        if condition_of(copy).kind != "sound":
            raise Fault(f"备份“{backup}”读出来与写下的不一样，没有恢复，请检查磁盘后再试。")
        if wrong := next(unreadable_in(copy), ""):
            words = f"里有读不出的内容（{wrong}），没有恢复，请换一个备份。"
            raise Fault(f"备份“{backup}”{words}")


# ---------------------------------------------------------------------------- putting it there


def _overwrite(path: Path, fresh: Path, kept_name: str) -> Path | None:
    """Put the new content into the file that is there, as one transaction of SQLite.

    The file stays the same file: who waits for it goes on in it, and a power cut in the middle
    is rolled back by whoever opens it next. Tells where the old content lies; None for a file
    that is too broken to be written to, or that is plain where the new one is encrypted.
    """
    with told_of(path):
        try:
            with alone_with(path) as office:
                if (key_behind(office) is None) != (known_key(fresh) is None):
                    return None  # their pages have another shape
                with fresh_file(path.parent, kept_name) as kept:
                    write_copy(office, kept.unfinished, key_behind(office))
                try:
                    with looking(fresh) as source:
                        source.backup(office)
                except BaseException:
                    kept.path.unlink()  # the office file itself is still the old one
                    raise
        except errors("DatabaseError") as error:
            if getattr(error, "sqlite_errorname", "").startswith(_BROKEN):
                return None
            raise
    return kept.path


def _exchange(path: Path, fresh: Path, kept_name: str) -> Path:
    """Put the new file under the name of one that cannot be written to, as it stands there."""
    with told_written(path):
        with fresh_file(path.parent, kept_name) as kept:
            kept.unfinished.unlink()
            _name_twice(path, kept.unfinished)
        _set_logs_aside(path, kept.path)
        put_in_place(fresh, path)
        keep_on_disk(path.parent)
    return kept.path


def _put_there(path: Path, fresh: Path, kept_name: str) -> None:
    """Put the new file where none is; a log that was left alone there would spoil it."""
    with told_written(path):
        _set_logs_aside(path, path.with_name(kept_name))
        try:
            os.link(fresh, path)  # unlike a renaming it never takes the place of another file
        except FileExistsError:
            raise Refusal(f"“{path}”刚刚被另一个程序建立，没有恢复，请核对后再试。") from None
        except OSError:  # the disk knows no second names
            give_name(fresh, path)
        keep_on_disk(path.parent)


def _name_twice(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # the disk knows no second names
        shutil.copyfile(path, other)


def _set_logs_aside(path: Path, kept: Path) -> None:
    """The log of the file that was there goes with it: another file must not take it in."""
    for suffix in _LOGS:
        with suppress(FileNotFoundError):
            give_name(Path(f"{path}{suffix}"), Path(f"{kept}{suffix}"))
    Path(f"{path}-shm").unlink(missing_ok=True)
