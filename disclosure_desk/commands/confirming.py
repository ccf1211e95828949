"""Second person's confirmation (复核): say that a record is right, or return it to who typed it.

Only a reviewer does so, and nobody what they typed themselves: neither the ending nor the last
change of what is confirmed. What was returned, and what was changed since it was confirmed,
waits again; records/confirmation.py says what counts as changed. Figures are counted as ever;
what waits keeps a year from being signed and its report from being final.
"""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import KIND_LABELS
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.confirmation import (
    CLOSED_YEAR,
    CONFIRMED,
    MODELS,
    RETURNED,
    STATES,
    Confirmable,
    Confirmation,
    fingerprint_of,
)
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.person import Person
from disclosure_desk.records.request import Request
from disclosure_desk.records.rights import Right
from disclosure_desk.records.wording import trimmed
from disclosure_desk.storage.admission import Standing, must_may, this_day
from disclosure_desk.storage.changes import effects_told
from disclosure_desk.storage.confirmations import Waiting, state_now, typed_by, waiting
from disclosure_desk.storage.journal import begin_step

RULE = "L28"
_LABELS = KIND_LABELS | {CLOSED_YEAR: "年度统计"}
_MOST_NAMED = 5


def confirm(session: Session, kind: str, record_id: int, note: str = "") -> Done:
    """Say that a record is right as it stands.

    Raises Refusal for who is no reviewer, for what nobody wants confirmed or is confirmed, and
    for what this person typed.
    """
    begin_step(session, f"复核{_LABELS[kind]}")
    must_may(session, Right.CONFIRM)
    record = record_to_confirm(session, kind, record_id)
    state = state_now(session, kind, record_id)
    if state is None:
        raise Refusal(f"{called(record)}不需要复核：还没有办结、公开，或者本单位没有要求复核。")
    if state == CONFIRMED:
        raise Refusal(f"{called(record)}已经复核过了，之后没有改过。")
    if refusal := why_not_by(session, record):
        raise Refusal(refusal)
    return _say(session, kind, record, CONFIRMED, note)


def give_back(session: Session, kind: str, record_id: int, reason: str) -> Done:
    """Return a record to who typed it, with the reason; changed, it waits again.

    What was confirmed may be returned, too. Raises Refusal as `confirm`, and without a reason;
    a signed year is not returned but opened again.
    """
    begin_step(session, f"退回{_LABELS[kind]}")
    must_may(session, Right.CONFIRM)
    record = record_to_confirm(session, kind, record_id)
    if isinstance(record, ClosedYear):
        raise Refusal("已签发的年度统计要改，请用“重新开放”，写明原因。")
    if not trimmed(reason):
        raise Refusal("请写明退回的原因，经办人照着改。")
    if state_now(session, kind, record_id) is None:
        raise Refusal(f"{called(record)}不需要复核，不用退回。")
    return _say(session, kind, record, RETURNED, reason)


def why_not_by(session: Session, record: Confirmable) -> str:
    """Why who writes may not confirm this record: they typed it; empty when they may."""
    standing: Standing = session.info["standing"]
    return why_not(session, record, standing)


def why_not(session: Session, record: Confirmable, standing: Standing) -> str:
    """The same for anybody, to be told before they try."""
    if refusal := standing.refusal(Right.CONFIRM):
        return refusal
    own = _names_of(session, standing.actor.name) & {
        name.casefold() for name in typed_by(session, record)
    }
    if own:
        return f"{called(record)}是“{standing.actor.name}”自己登记或修改的，要由另一个人复核。"
    return ""


def unconfirmed_of(session: Session, year: int) -> list[Finding]:
    """What of a year still waits: an error, because a report with it may not be final."""
    found = waiting(session, year=year)
    every: list[Finding] = []
    for kind in dict.fromkeys(one.kind for one in found if one.kind != CLOSED_YEAR):
        some = [one for one in found if one.kind == kind]
        every.append(_finding(year, kind, some))
    signed = select(ClosedYear.id).where(ClosedYear.year == year, ClosedYear.reopened_on.is_(None))
    signed_id = session.scalar(signed)
    if signed_id is not None and state_now(session, CLOSED_YEAR, signed_id) not in (
        None,
        CONFIRMED,
    ):
        words = f"{year}年统计表已签发，还没有由另一位复核人复核，请先复核。"
        every.append(Finding(RULE, "error", words))
    return every


def _finding(year: int, kind: str, some: list[Waiting]) -> Finding:
    named = [one.number or one.title for one in some]
    listed = "、".join(named[:_MOST_NAMED]) + ("等" if len(named) > _MOST_NAMED else "")
    returned = sum(one.state == RETURNED for one in some)
    back = f"（其中已退回{returned}）" if returned else ""
    unit = "件" if kind == "request" else "条"
    words = (
        f"{year}年{_LABELS[kind]}有{len(some)}{unit}没有复核{back}：{listed}，"
        "请由复核人在“今日”里逐一复核。"
    )
    return Finding(RULE, "error", words, records=tuple(named), found=len(some))


def _say(
    session: Session,
    kind: str,
    record: Confirmable,
    verdict: str,
    note: str,
) -> Done:
    standing: Standing = session.info["standing"]
    said = Confirmation(
        kind=kind,
        record_id=record.id,
        verdict=verdict,
        said_by=standing.actor.name,
        said_on=this_day(),
        said_at=datetime.now(UTC).replace(tzinfo=None),
        note=trimmed(note) or None,
        fingerprint=fingerprint_of(record),
        stands=True,
    )
    session.add(said)
    session.flush()
    step = f"{STATES.label_of(verdict)}{called(record)}"
    return Done(step, frozenset({kind, "confirmation"}), record.id, kind=kind)


def record_to_confirm(session: Session, kind: str, record_id: int) -> Confirmable:
    """The record of this id. Raises Refusal when it has been removed meanwhile."""
    record = session.get(MODELS[kind], record_id)
    if not isinstance(record, Confirmable):
        raise Refusal(f"这条{_LABELS[kind]}记录已被删除，请刷新列表。")
    return record


def called(record: Confirmable) -> str:
    """What a record is called in sentences about its confirmation."""
    if isinstance(record, ClosedYear):
        return f"{record.year}年统计表"
    if isinstance(record, Request):
        return f"申请{record.number}"
    return f"信息“{record.number or record.title}”"


def _names_of(session: Session, name: str) -> set[str]:
    """A person's name, logins and former names, in small letters: the journal has any of them."""
    names = {name.casefold()}
    person = session.scalars(select(Person).where(Person.name == name)).one_or_none()
    if person is None:
        return names
    names.update(person.logins)
    lines = select(JournalEntry).where(
        JournalEntry.kind == Person.__tablename__, JournalEntry.record_id == person.id
    )
    for line in session.scalars(lines):
        for effect in effects_told([line]):
            told = {**(effect.after or {}), **(effect.before or {})}
            if former := told.get("name"):
                names.add(str(former).casefold())
    return names
