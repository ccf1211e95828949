"""The people of the office (人员): who is there, from when to when, and who may do what.

An office that has entered nobody works as one person with all rights. With the first person,
who must be a reviewer, everybody who writes is looked for in the list: storage/admission.py says
how, and asks it of every transaction; here the list is kept, and `standing` tells beforehand
what somebody may do, so that a desk can say so instead of failing late.

Passwords are none of this. Who asks for one calls `standing(session, actor)`, and takes
`may_choose` as the names to ask for.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.confirmation import CLOSED_YEAR, CONFIRMABLE, ConfirmationWanted
from disclosure_desk.records.person import READER, REVIEWER, ROLES, Person
from disclosure_desk.records.rights import Right
from disclosure_desk.records.wording import trimmed
from disclosure_desk.storage.admission import Standing, must_may, standing_of, this_day
from disclosure_desk.storage.journal import Actor, begin_step

_KINDS = frozenset({"person"})
_FIELDS = ("name", "role", "login", "active_from", "active_until", "note")


def standing(session: Session, actor: Actor, on: date | None = None) -> Standing:
    """Who an actor is in this office, and what they may do on a day (today if left out)."""
    return standing_of(session.connection(), actor, on)


def people(session: Session, on: date | None = None) -> list[Person]:
    """Everybody who was ever entered: those who are there now first, in order of entry."""
    day = on or this_day()
    every = session.scalars(select(Person).order_by(Person.id)).all()
    return sorted(every, key=lambda one: not one.is_active(day))


def add_person(session: Session, told: Mapping[str, FieldValue]) -> Done:
    """Enter somebody; fields are those of Person, `active_from` is today if left out.

    Raises Refusal for no name or one that is known, for an unknown role, for days in the wrong
    order, and for a first person who is no reviewer: nobody could change the list then.
    """
    begin_step(session, "登记人员")
    must_may(session, Right.PEOPLE)
    person = Person()
    _write(session, person, {"active_from": this_day(), **told})
    session.add(person)
    _must_be_workable(session)
    return Done("登记人员", _KINDS, person.id)


def change_person(session: Session, person_id: int, told: Mapping[str, FieldValue]) -> Done:
    """Change what is told of somebody. Raises as `add_person`, and for the last reviewer."""
    begin_step(session, "修改人员")
    must_may(session, Right.PEOPLE)
    person = _person(session, person_id)
    actor: Actor = session.info["actor"]
    is_self = person.name == actor.name
    _write(session, person, told)
    if is_self:
        session.info["actor"] = Actor(person.name, actor.computer)
    _must_be_workable(session)
    return Done("修改人员", _KINDS, person_id)


def end_person(session: Session, person_id: int, last_day: date) -> Done:
    """Enter the last day of somebody; what they did stays under their name. Raises as above."""
    begin_step(session, "登记离岗")
    must_may(session, Right.PEOPLE)
    _write(session, _person(session, person_id), {"active_until": last_day})
    _must_be_workable(session)
    return Done("登记离岗", _KINDS, person_id)


def confirmations_wanted(session: Session) -> dict[str, date]:
    """What the office wants confirmed by a second person, each with its first day."""
    rows = session.scalars(select(ConfirmationWanted))
    return {one.kind: one.since for one in rows}


def want_confirmed(session: Session, kind: str, since: date) -> Done:
    """Let a second person confirm what ends, is published or signed from this day on.

    Raises Refusal where nobody could: it takes a reviewer and somebody else who writes, and
    for signed years two reviewers, because only they sign.
    """
    label = CONFIRMABLE.label_of(kind)
    begin_step(session, f"{label}要复核")
    must_may(session, Right.PEOPLE)
    here = [one for one in people(session) if one.is_active(this_day())]
    reviewers = sum(one.role == REVIEWER for one in here)
    writers = sum(one.role != READER for one in here)
    if kind == CLOSED_YEAR and reviewers < 2:
        raise Refusal("签发和复核年度统计要两位在岗的复核人，请先在人员名单里登记。")
    if not reviewers or writers < 2:
        raise Refusal("复核要一位在岗的复核人，和另一位登记的人，请先在人员名单里登记。")
    found = session.scalars(
        select(ConfirmationWanted).where(ConfirmationWanted.kind == kind)
    ).one_or_none()
    if found is None:
        found = ConfirmationWanted(kind=kind)
        session.add(found)
    found.since = since
    session.flush()
    return Done(f"{label}要复核", frozenset({"person", kind}), found.id)


def stop_confirming(session: Session, kind: str) -> Done:
    """Ask for no confirmation of this kind any more; what was confirmed stays told."""
    label = CONFIRMABLE.label_of(kind)
    begin_step(session, f"{label}不再要复核")
    must_may(session, Right.PEOPLE)
    for found in session.scalars(select(ConfirmationWanted).where(ConfirmationWanted.kind == kind)):
        session.delete(found)
    session.flush()
    return Done(f"{label}不再要复核", frozenset({"person", kind}))


# ---------------------------------------------------------------------------- checking


def _write(session: Session, person: Person, told: Mapping[str, FieldValue]) -> None:
    for name in _FIELDS:
        if name in told:
            value = told[name]
            kept = trimmed(value) or None if isinstance(value, str) else value
            if getattr(person, name) != kept:
                setattr(person, name, kept)
    if not person.name:
        raise Refusal("请填写姓名。")
    same = select(Person).where(Person.name == person.name)
    with session.no_autoflush:
        if any(one is not person for one in session.scalars(same)):
            raise Refusal(
                f"名单里已经有“{person.name}”，同名的请加注区别，如“{person.name}（二科）”。"
            )
    if person.role not in ROLES.slugs:
        raise Refusal(f"请选择角色：{'、'.join(ROLES.labels)}。")
    if person.active_from is None:
        raise Refusal("请填写到岗日期。")
    if person.active_until is not None and person.active_until < person.active_from:
        raise Refusal(f"离岗日期{person.active_until}早于到岗日期{person.active_from}，请核对。")


def _must_be_workable(session: Session) -> None:
    """Raises Refusal for a list that leaves nobody to change it, or shuts out who writes it."""
    session.flush()
    day = this_day()
    here = [one for one in people(session) if one.is_active(day)]
    if here and not any(one.role == REVIEWER for one in here):
        raise Refusal("名单里至少要有一位在岗的复核人（可以是自己），请先登记或保留一位。")
    own = standing_of(session.connection(), session.info["actor"], day)
    if own.problem and not own.role and not own.may_choose:  # only a server leaves no choice
        raise Refusal(
            "这样登记以后您自己就认不出来了，没有保存；"
            "请先把自己登记为复核人，登录名写连接服务器用的用户名。"
        )


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("人员名单里没有这个人，请刷新列表。")
    return person
