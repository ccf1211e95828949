"""Backups: a consistent copy of an office's database in one file, checked after writing."""

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.office import Office
from disclosure_desk.storage.database import open_database, url_of
from disclosure_desk.storage.file_connections import connect, key_behind
from disclosure_desk.storage.file_names import in_file_name
from disclosure_desk.storage.fresh_file import fresh_file, told_written
from disclosure_desk.storage.looking import (
    Condition,
    condition_of,
    looking,
    must_be_usable,
    rows_of,
    told_of,
)
from disclosure_desk.storage.plain_faults import is_file
from disclosure_desk.storage.portable import copy_to_file
from disclosure_desk.storage.retention import Retention

FOLDER = "备份"
_NAME = re.compile(
    r"(?P<subject>.+)_(?P<sort>备份|自动备份)_(?P<made_at>\d{4}-\d{2}-\d{2}_\d{6})(-\d+)?\.db"
)
_TIME = "%Y-%m-%d_%H%M%S"
# A name holds 255 bytes, a character takes three of them, the time and endings take 60.
_LONGEST_UNIT, _LONGEST_STEM = 40, 20
_OF_COMPUTER, _LONGEST_COMPUTER = "@", 12  # bytes
# Tables that hold no records of an office.
_INNER_TABLES = ("alembic_", "search_", "sqlite_")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written and checked; `rows` by table."""

    path: Path
    unit: str
    made_at: datetime
    revision: str
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup as its file name tells it; `subject` is the unit, and of automatic ones the file."""

    path: Path
    subject: str
    made_at: datetime
    automatic: bool


def back_up(
    place: str | Path,
    folder: Path | None = None,
    *,
    now: datetime,
    automatic: bool = False,
    computer: str = "",
) -> Backup:
    """Copy the database to a new file in `folder`, of a file 备份 beside it when left out.

    An office file is copied as it is, an older one too; a server's database becomes an office
    file. The folder is made where the one around it exists: a stick that was pulled out is
    missed, not made up for. In a folder of several computers the name tells whose it is.
    Raises Fault or Refusal; then nothing half-made is left.
    """
    url = url_of(place)
    if folder is None:
        if not is_file(url):
            raise Refusal("数据库在服务器上，请用“--to”写明备份放到哪个文件夹。")
        folder = Path(url.database or "").parent / FOLDER
    folder = folder.expanduser().absolute()
    if is_file(url):
        path = Path(url.database or "")
        return _of_file(path, folder, now=now, automatic=automatic, computer=computer)
    return _of_server(place, folder, now=now, automatic=automatic)


def automatic_backup(
    place: str | Path,
    folder: Path | None = None,
    *,
    now: datetime,
    retention: Retention | None = None,
    computer: str = "",
) -> tuple[Backup, list[Path]]:
    """Back up without being asked, then thin the automatic backups; tells which ones went.

    Those that somebody made himself all stay. An old one goes only after the new one was
    found sound.
    """
    backup = back_up(place, folder, now=now, automatic=True, computer=computer)
    mine = _told_by_name(backup.path)
    same = [
        one
        for one in backups_in(backup.path.parent)
        if one.automatic and mine and one.subject == mine.subject
    ]
    kept = (retention or Retention()).keeps(one.made_at for one in same)
    gone = [one.path for one in same if one.made_at not in kept and one.path != backup.path]
    for path in gone:
        with suppress(OSError):  # the next thinning finds it again
            path.unlink()
    return backup, gone


def backups_in(folder: Path) -> list[KeptBackup]:
    """The backups in a folder by their names, the newest first; none where it is missing."""
    try:
        told = [_told_by_name(path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted((one for one in told if one), key=lambda one: one.made_at, reverse=True)


def backups_of(path: Path, unit: str, *folders: Path) -> list[KeptBackup]:
    """The backups of an office file in 备份 beside it and in these folders, the newest first.

    In these folders also those that another computer made of a file of its name.
    """
    subjects = {_subject(unit, path.stem, automatic=automatic) for automatic in (False, True)}
    places = {path.parent / FOLDER, *folders}
    found = {
        one.path: one
        for place in places
        for one in backups_in(place)
        if one.subject.split(_OF_COMPUTER)[0] in subjects
    }
    return sorted(found.values(), key=lambda one: one.made_at, reverse=True)


def copies_of(path: Path, unit: str, folder: Path, computer: str) -> list[KeptBackup]:
    """What this computer backed up of an office file into a folder of several, newest first."""
    subject = _subject(unit, path.stem, automatic=True, computer=computer)
    return [one for one in backups_in(folder) if one.automatic and one.subject == subject]


def _told_by_name(path: Path) -> KeptBackup | None:
    told = _NAME.fullmatch(path.name)
    if told is None:
        return None
    try:
        made_at = datetime.strptime(told["made_at"], _TIME)  # noqa: DTZ007  # time of this place
    except ValueError:
        return None
    return KeptBackup(path, told["subject"], made_at, told["sort"] == "自动备份")


# ---------------------------------------------------------------------------- copying


def _of_file(path: Path, folder: Path, *, now: datetime, automatic: bool, computer: str) -> Backup:
    with told_of(path), looking(path) as office:
        found = condition_of(office, thorough=False)
        must_be_usable(path, found)
        rows = rows_of(office)
        subject = _subject(found.unit, path.stem, automatic=automatic, computer=computer)
        with fresh_file(folder, _name(subject, now, automatic=automatic)) as fresh:
            copy_pages(office, fresh.unfinished, source=path, told_as=fresh.path)
            copied = _copied(fresh.unfinished)
            if copied != (replace(found, kind=copied[0].kind), rows) or not copied[0].is_usable:
                must_be_usable(path, condition_of(office))  # what was damaged before
                raise _wrongly_written(fresh.path)
    rows = {name: n for name, n in rows.items() if not name.startswith(_INNER_TABLES)}
    return Backup(fresh.path, found.unit, now, found.revision, rows)


def _of_server(place: str | Path, folder: Path, *, now: datetime, automatic: bool) -> Backup:
    database = open_database(place)
    try:
        with database.reading() as session:
            unit = session.scalars(select(Office.name)).first() or ""
            subject = _subject(unit, database.url.database or "", automatic=automatic)
            with fresh_file(folder, _name(subject, now, automatic=automatic)) as fresh:
                with told_written(fresh.path):
                    rows = copy_to_file(session.connection(), fresh.unfinished)
                found, written = _copied(fresh.unfinished)
                if not found.is_usable or any(written[name] != rows[name] for name in rows):
                    raise _wrongly_written(fresh.path)
    finally:
        database.close()
    return Backup(fresh.path, unit, now, found.revision, rows)


def copy_pages(
    office: sqlite3.Connection, target: Path, *, source: Path, told_as: Path | None = None
) -> None:
    """Copy all that a connection sees, in one look, to a file that is there and empty.

    What is encrypted stays encrypted, by the same key.
    """
    with (
        told_written(told_as or target, source),
        closing(connect(target, key=key_behind(office))) as connection,
    ):
        office.backup(connection)


def _copied(path: Path) -> tuple[Condition, dict[str, int]]:
    """What a copy that nobody else knows of yet holds, every page of it read."""
    with told_of(path), looking(path) as copy:
        found = condition_of(copy)
        return found, rows_of(copy) if found.is_usable else {}


def _wrongly_written(path: Path) -> Fault:
    return Fault(
        f"写到“{path}”的备份读回来与原来的不一样，没有保留，磁盘可能有问题，请换一个位置。"
    )


# ---------------------------------------------------------------------------- names


def _subject(unit: str, stem: str, *, automatic: bool, computer: str = "") -> str:
    """Whose backup it is; an automatic one names the file too, for two files may be one unit's."""
    safe = [
        in_file_name(text, longest).replace(_OF_COMPUTER, "_")
        for text, longest in ((unit, _LONGEST_UNIT), (stem, _LONGEST_STEM))
    ]
    told = "-".join(part for part in safe if part) if automatic else safe[0] or safe[1]
    short = computer.encode()[:_LONGEST_COMPUTER].decode(errors="ignore")
    return f"{told}{_OF_COMPUTER}{in_file_name(short)}" if short else told


def _name(subject: str, now: datetime, *, automatic: bool) -> str:
    return f"{subject}_{'自动备份' if automatic else '备份'}_{now.strftime(_TIME)}.db"
