"""What leaves the office with personal data, and who looks at it, is journalled like a change."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, MODELS
from disclosure_desk.storage.journal import begin_step, note

EXPORT_KIND = "export"
LOOK_KIND = "look"


def note_personal_export(session: Session, year: int, file_name: str) -> Done:
    """Journal that the ledger of a year leaves with identity numbers, telephones and addresses.

    The line is of kind "export"; its record id is the year, for no record has changed.
    """
    step = f"导出{year}年台账（含个人信息）"
    begin_step(session, step)
    note(session, EXPORT_KIND, year, {"file": file_name})
    return Done(step, frozenset())


def note_register_export(
    session: Session, kind: str, rows: int, conditions: str, file_name: str
) -> Done:
    """Journal that a part of a register leaves: how many records, by which conditions.

    The line is of kind "export"; its record id is 0, for no record has changed.
    """
    step = f"导出{KIND_LABELS[kind]}列表{rows:,}条"
    begin_step(session, step)
    note(session, EXPORT_KIND, 0, {"file": file_name, "conditions": conditions})
    return Done(step, frozenset())


def note_look(session: Session, kind: str, record_id: int, fields: Sequence[str]) -> Done:
    """Journal that somebody had the personal data of a record shown: who, when, which.

    The line is of kind "look"; its record id is that of the record, 0 for one not entered yet.
    """
    step = f"查看{KIND_LABELS[kind]}的个人信息"
    begin_step(session, step)
    labels = "、".join(FIELDS[kind][name].label for name in fields)
    record = session.get(MODELS[kind], record_id) if record_id else None
    number = "（新登记）" if record is None else str(getattr(record, "number", "") or "")
    note(session, LOOK_KIND, record_id, {"number": number, "fields": labels})
    return Done(step, frozenset())


def note_deidentified_copy(session: Session, file_name: str) -> Done:
    """Journal that a copy without personal data was made, for training or for superiors."""
    step = "另存脱敏副本"
    begin_step(session, step)
    note(session, EXPORT_KIND, 0, {"file": file_name})
    return Done(step, frozenset())


def note_package(session: Session, span: str, file_name: str) -> Done:
    """Journal that a hand-over package with personal data was made: of a year, or of all.

    The line is of kind "export"; its record id is 0, for no record has changed.
    """
    step = f"制作交接包（{span}）"
    begin_step(session, step)
    note(session, EXPORT_KIND, 0, {"file": file_name})
    return Done(step, frozenset())
