"""The backup that is made before a step that changes much: an import, a closing."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault, KnownError
from disclosure_desk.storage.backup import automatic_backup, backups_of
from disclosure_desk.storage.looking import condition_of, looking, told_of
from disclosure_desk.storage.plain_faults import is_file


def back_up_before(session: Session, *, now: datetime | None = None) -> Path | None:
    """Back up an office file as it was before the running transaction, which is still open.

    Another connection sees what was committed, so the step can be made first and the backup
    only when it is to stay. None where the newest automatic backup has all that already, and
    for a server, which its administrator backs up. Raises Fault when no backup can be made:
    then the step is taken back with its transaction.
    """
    url = session.connection().engine.url
    if not is_file(url):
        return None
    path = Path(str(url.database))
    try:
        if _is_backed_up(path):
            return None
        moment = now or datetime.now().replace(microsecond=0)  # noqa: DTZ005  # of this place
        backup, _ = automatic_backup(path, now=moment)
    except KnownError as error:
        raise Fault(f"改动之前先做的备份没有做成，所以什么也没有改动：{error}") from error
    return backup.path


def _is_backed_up(path: Path) -> bool:
    """Whether the newest automatic backup ends with the same sealed line as the file."""
    with told_of(path), looking(path) as office:
        unit = condition_of(office, thorough=False).unit
        end = _end_of(office)
    newest = next((one for one in backups_of(path, unit) if one.automatic), None)
    if newest is None or end is None:
        return False
    with suppress(KnownError), told_of(newest.path), looking(newest.path) as backup:
        return _end_of(backup) == end
    return False


def _end_of(office: sqlite3.Connection) -> tuple[object, ...] | None:
    found = office.execute("SELECT line, seal FROM journal_end").fetchone()
    return None if found is None else tuple(found)
