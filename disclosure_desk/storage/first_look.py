"""What an office's first page shows, read before the database as a whole is loaded.

Loading what reads and writes the registers takes longer than all else at start. What the page
will show on the next days is therefore kept in the office file when it is closed, and read by
SQLite alone; whatever changed the registers since makes it void.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disclosure_desk.faults import KnownError
from disclosure_desk.storage.file_connections import connect, errors, uri_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PATIENCE_SECONDS = 0.1  # the window waits for this


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The unit's name and what its day asks for, as `statistics.agenda` writes it."""

    unit_name: str
    agenda: Mapping[str, Any]


def first_look(path: Path, day: date) -> FirstLook | None:
    """What was foreseen for a day; None where nothing was, or the registers have changed since.

    Nothing is raised: whatever is wrong with the file is told when it is opened in full.
    """
    if not path.is_file():
        return None
    try:
        place = uri_of(path.absolute(), "mode=ro")
        connection = connect(path, place=place, timeout=_PATIENCE_SECONDS)
    except errors("Error"):
        return None
    except KnownError:  # an encrypted file whose password was not given
        return None
    try:
        row = connection.execute(
            "SELECT unit_name, agenda FROM foreseen WHERE day = ?"
            " AND journal_id = (SELECT max(id) FROM journal)"
            " AND NOT EXISTS (SELECT 1 FROM start_password)",
            (day.isoformat(),),
        ).fetchone()
        return FirstLook(row[0], json.loads(row[1])) if row else None
    except errors("Error"):
        return None
    except ValueError:
        return None
    finally:
        connection.close()


def is_foreseen(session: "Session", day: date) -> bool:
    """Whether what is kept for a day still holds."""
    from sqlalchemy import select

    from disclosure_desk.records.foreseen import foreseen

    kept = select(foreseen.c.journal_id).where(foreseen.c.day == day)
    return session.execute(kept).scalar() == _newest_line(session)


def foresee(
    session: "Session", unit_name: str, agendas: Mapping[date, Mapping[str, object]]
) -> None:
    """Keep what these days ask for as the registers stand; what was kept before goes."""
    from sqlalchemy import delete, insert

    from disclosure_desk.records.foreseen import foreseen

    newest = _newest_line(session)
    rows = [
        {
            "day": day,
            "journal_id": newest,
            "unit_name": unit_name,
            "agenda": json.dumps(told, ensure_ascii=False),
        }
        for day, told in agendas.items()
    ]
    connection = session.connection()
    connection.execute(delete(foreseen))
    connection.execute(insert(foreseen), rows)


def _newest_line(session: "Session") -> int:
    from sqlalchemy import func, select

    from disclosure_desk.records.journal import JournalEntry

    return session.execute(select(func.max(JournalEntry.id))).scalar() or 0
