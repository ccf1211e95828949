"""What leaves the office with personal data is journalled like any change."""

import json
from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.journal import Actor

EXPORT_KIND = "export"


def note_personal_export(session: Session, year: int, file_name: str) -> Done:
    """Journal that the ledger of a year leaves with identity numbers, telephones and addresses.

    The line is of kind "export"; its record id is the year, for no record has changed.
    """
    step = f"导出{year}年台账（含个人信息）"
    actor: Actor = session.info["actor"]
    line = {
        "recorded_at": datetime.now(UTC).replace(tzinfo=None),
        "actor": actor.name,
        "computer": actor.computer,
        "step": step,
        "kind": EXPORT_KIND,
        "record_id": year,
        "before": None,
        "after": json.dumps({"file": file_name}, ensure_ascii=False),
    }
    session.execute(insert(JournalEntry), [line])
    return Done(step, frozenset())
