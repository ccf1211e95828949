"""Put a removed record back from the recycle bin, under its old number and key."""

from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import tell_given_reason
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.letter_files import has_content_aside
from disclosure_desk.commands.reversal import Reversal
from disclosure_desk.commands.undo import told_as
from disclosure_desk.faults import Refusal
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.change_names import LETTER, called_now_or_then
from disclosure_desk.storage.changes import Effect, Touched, effects_told
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.journal_batches import EVENT
from disclosure_desk.storage.removed import lines_of_removal, removed_records


def put_back(
    session: Session,
    kind: str,
    record_id: int,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Put a removed record back as it was, with its steps and the drafts of its letters.

    Raises Refusal where it is back already, and where its number was given to another record.
    """
    place = (kind, record_id)
    found = next((x for x in removed_records(session) if (x.kind, x.record_id) == place), None)
    if found is None:
        raise Refusal("这条记录已经不在回收站里，请刷新后再看。")
    effects = effects_told(lines_of_removal(session, found.line))
    lost = [one for one in effects if _is_lost(session, one)]
    kept = [one for one in effects if one not in lost]
    called = called_now_or_then(session, kept[0].kind, record_id, kept)
    if kind == EVENT:
        called = f"{found.number}的{EVENT_KINDS[found.values['kind']].label}"
    step = f"放回{called}"
    begin_step(session, step)
    tell_given_reason(session)
    reversal = Reversal(session, kept, touched=Touched(), calendar=calendar, today=today)
    findings = told_as(f"“{called}”不能放回", reversal)
    if lost:
        words = f"{len(lost)}份文书草稿的文件没有保留，没有放回，需要时请重新制作。"
        findings.append(Finding("L29", "hint", words))
    if kind == EVENT:  # a step belongs to its request
        kind, record_id = "request", found.values["request_id"]
    return Done(step, frozenset({kind}), record_id, tuple(findings), kind=kind)


def _is_lost(session: Session, effect: Effect) -> bool:
    """Whether a draft's file is kept no more: earlier versions kept none."""
    if effect.kind != LETTER:
        return False
    return not has_content_aside(session, str((effect.before or {}).get("sha256")))
