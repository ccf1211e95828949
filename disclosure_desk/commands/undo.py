"""Take the newest change back, and do again what was taken back: each a change of its own."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import NeedsReason, tell_given_reason
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.reversal import Reversal, without_departments_named
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import BLOTTING
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.change_names import (
    LETTER,
    REDONE,
    UNDONE,
    Named,
    name_of,
)
from disclosure_desk.storage.changes import (
    Change,
    Effect,
    Touched,
    changes_since,
    effects_of,
    model_of,
    number_of_records,
    start_of_day,
    still_standing,
    taken_since,
)
from disclosure_desk.storage.journal import Actor, begin_undo

# Each is put back by itself, with its journal and its index: more would keep the clerk waiting.
MOST_RECORDS = 2_000
_NOTHING = "今天没有可以撤销的操作。"
_KINDS = {
    "request_event": "request",
    "letter": "request",
    "indicator_entry": "indicator",
    "department": "office",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A change that could be taken back or done again; `refusal` says why it cannot be."""

    name: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What Ctrl+Z and Ctrl+Y would do now; None where there is nothing."""

    undo: Offered | None
    redo: Offered | None


def offer_now(session: Session, actor: Actor, since: datetime | None = None) -> Offer:
    """What this person can take back of today's work, and do again."""
    taken = taken_since(session, actor, since or start_of_day())
    undo_, redo_ = (stack[-1] if stack else None for stack in (taken.done, taken.undone))
    return Offer(_offered(session, undo_), _offered(session, redo_))


def _offered(session: Session, change: Change | None) -> Offered | None:
    if change is None:
        return None
    named, effects, refusal = _looked_at(session, change)
    if _is_founding(effects):
        return None
    return Offered(named.name, refusal or _for_good(effects))


def undo(
    session: Session,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
    since: datetime | None = None,
) -> Done:
    """Take back what this person did last today on this computer.

    Raises Refusal where there is nothing, for what cannot be taken back, and where somebody has
    gone on with the record. The calendar and the day are this computer's where not told.
    """
    since = since or start_of_day()
    taken = taken_since(session, _actor(session), since)
    if not taken.done:
        raise Refusal(_NOTHING)
    return _take_back(session, taken.done[-1], UNDONE, since, calendar=calendar, today=today)


def redo(
    session: Session,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
    since: datetime | None = None,
) -> Done:
    """Do again what was taken back last, unless something else was done since; raises as `undo`."""
    since = since or start_of_day()
    taken = taken_since(session, _actor(session), since)
    if not taken.undone:
        raise Refusal("没有可以重做的操作。")
    return _take_back(session, taken.undone[-1], REDONE, since, calendar=calendar, today=today)


def _take_back(
    session: Session,
    change: Change,
    prefix: str,
    since: datetime,
    *,
    calendar: WorkingDays | None,
    today: date | None,
) -> Done:
    named, effects, refusal = _looked_at(session, change)
    if _is_founding(effects):
        raise Refusal(_NOTHING)
    if refusal := refusal or _for_good(effects):
        raise Refusal(refusal)
    step = f"{prefix}{named.name}"
    touched = _touched_after(session, change, since)
    if change.undoes is None:
        effects = without_departments_named(effects)
    begin_undo(session, step, change.first_line)
    tell_given_reason(session)
    reversal = Reversal(session, effects, touched=touched, calendar=calendar, today=today)
    findings = told_as(f"不能{step.replace('：', '“', 1)}”", reversal)
    kinds = frozenset(_KINDS.get(one.kind, one.kind) for one in effects)
    record_id = named.record_id if _is_there(session, named) else 0
    return Done(step, kinds, record_id, tuple(findings), kind=named.kind)


def _is_there(session: Session, named: Named) -> bool:
    return named.kind in MODELS and session.get(MODELS[named.kind], named.record_id) is not None


def told_as(what: str, reversal: Reversal) -> list[Finding]:
    """Run a reversal; a refusal begins with what could not be done."""
    try:
        return reversal.run()
    except NeedsReason:
        raise
    except Refusal as refused:
        raise Refusal(f"{what}：{str(refused).rstrip('。')}。") from None


def _looked_at(session: Session, change: Change) -> tuple[Named, list[Effect], str]:
    """Name and effects of a change, and why it is too large to be taken back."""
    number = number_of_records(session, change)
    if number <= MOST_RECORDS:
        effects = effects_of(session, change)
        return name_of(session, change, effects, number), effects, ""
    named = name_of(session, change, (), number)
    words = f"“{named.name}”的记录太多，不能逐条撤销；要回到之前，请用操作之前的备份恢复。"
    return named, [], words


def _for_good(effects: list[Effect]) -> str:
    """Why a change stays: what was signed, what left the office, and what has no record."""
    for effect in effects:
        values = {**(effect.before or {}), **(effect.after or {})}
        if effect.kind == "closed_year":
            return "统计表的签发和重新开放不能撤销；签错了请用“重新开放”。"
        if effect.kind == LETTER and values.get("final"):
            return "文书已经定稿，不能撤销；内容有误请另行制作。"
        if effect.kind == BLOTTING:
            return "个人信息已经按保存期限清除，不能撤销。"
        if model_of(effect.kind) is None:
            return "这一步没有改动登记，不能撤销。"
    return ""


def _is_founding(effects: list[Effect]) -> bool:
    return any(one.kind == "office" and one.before is None for one in effects)


def _touched_after(session: Session, change: Change, since: datetime) -> Touched:
    """The records that later changes tell of, unless these were taken back again."""
    later = [one for one in changes_since(session, since) if one.first_line > change.last_line]
    touched = Touched()
    for one in still_standing(later):
        touched.add(session, one)
    return touched


def _actor(session: Session) -> Actor:
    actor: Actor = session.info["actor"]
    return actor
