"""Names a change as a clerk would: what was done, the number of the record, the field."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import (
    EVENT_DATES,
    EVENT_FIELDS,
    FIELDS,
    KIND_LABELS,
    LETTER_FIELDS,
    MODELS,
)
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.changes import Change, Effect, Values, effects_told, table_of
from disclosure_desk.storage.journal_batches import EVENT

UNDONE, REDONE = "撤销：", "重做："
CORRECTING = "：更正已签发年度，"  # before the reason that a step tells
LETTER = Letter.__tablename__
REQUEST = Request.__tablename__
# The registers by the names that their lines have in the journal.
REGISTERS = {model.__tablename__: kind for kind, model in MODELS.items() if kind != "office"}
# Derived from the steps of a request, and from the channels of an item.
DERIVED = {
    REQUEST: frozenset(("finished_on", "outcome", "extended_on")),
    MODELS["publication"].__tablename__: frozenset(("channel_mask",)),
    "confirmation": frozenset(("stands",)),
}
_NOUNS = {"request": "申请", "dispute": "案件"}
_COUNTED = re.compile(r"\d ?条")
_LONGEST_NAME = 16
_MOST_FIELDS_NAMED = 2

Owner = tuple[str, int]  # table and key of the record that a step or a letter belongs to


@dataclass(frozen=True, slots=True)
class Named:
    """What a change is called, and the record of a register that it is about, if it is one."""

    name: str
    kind: str = ""
    record_id: int = 0


def name_of(
    session: Session, change: Change, effects: Sequence[Effect], number_of_records: int
) -> Named:
    """The name of a change; `effects` may be left empty where it tells of very many records."""
    step = plain_step(change.step)
    owners = owners_of(session, effects)
    if change.undoes is not None:
        return Named(step, *_place(_main_owner(owners, step)))
    if len(owners) == 1 or _main_owner(owners, step):
        owner = _main_owner(owners, step) or owners[0][0]
        own = [effect for one, effect in owners if one == owner]
        return Named(_name_of_one(session, step, owner, own), *_place(owner))
    if _COUNTED.search(step):
        return Named(step)
    step = step.split("：")[0]
    kinds = _registers(owners)
    if not effects or len(kinds) != 1 or not kinds <= set(REGISTERS.values()):
        every = {one for one, _ in owners if one[0] != "department"}
        return Named(f"{step}（{len(every) or number_of_records}条）")
    (kind,) = kinds
    label = "" if KIND_LABELS[kind] in step else KIND_LABELS[kind]
    return Named(f"{step} {len({one for one, _ in owners})} 条{label}")


def plain_step(step: str) -> str:
    """A step without saying that it was undone or redone, or why signed figures are corrected."""
    return step.removeprefix(UNDONE).removeprefix(REDONE).split(CORRECTING)[0]


def owners_of(session: Session, effects: Iterable[Effect]) -> list[tuple[Owner, Effect]]:
    """Each effect with the record it belongs to: steps and letters belong to their request."""
    return [(_owner(session, effect), effect) for effect in effects]


def _owner(session: Session, effect: Effect) -> Owner:
    if effect.kind not in (EVENT, LETTER):
        return effect.kind, effect.record_id
    request_id = {**(effect.before or {}), **(effect.after or {})}.get("request_id")
    if request_id is None:
        model = RequestEvent if effect.kind == EVENT else Letter
        request_id = session.scalar(
            select(model.request_id).where(model.id == effect.record_id)
        ) or request_of_removed(session, effect.kind, effect.record_id)
    return REQUEST, int(request_id or 0)


def request_of_removed(session: Session, kind: str, record_id: int) -> int | None:
    """The request of a step or letter that is there no more, as its removal told."""
    line = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.kind == kind,
            JournalEntry.record_id == record_id,
            JournalEntry.after.is_(None),
        )
        .order_by(JournalEntry.id.desc())
        .limit(1)
    ).first()
    told = effects_told([line])[0].before if line is not None else None
    return told["request_id"] if told else None


def _main_owner(owners: Sequence[tuple[Owner, Effect]], step: str) -> Owner | None:
    """The one record that the step is about; what follows from it elsewhere names nothing."""
    if "科室" in step and owners:
        return next((one for one, _ in owners if one[0] == "department"), owners[0][0])
    every = list(dict.fromkeys(owner for owner, _ in owners if owner[0] != "department"))
    if len(every) == 1:
        return every[0]
    meant = [one for one in every if one[0] in REGISTERS and _label(one[0]) in step]
    return meant[0] if len(meant) == 1 else None


def _label(table: str) -> str:
    return KIND_LABELS[REGISTERS[table]]


def _registers(owners: Sequence[tuple[Owner, Effect]]) -> set[str]:
    return {REGISTERS.get(table, "") for (table, _), _ in owners if table != "department"} or {""}


def _place(owner: Owner | None) -> tuple[str, int]:
    if owner is None or owner[0] not in REGISTERS:
        return "", 0
    return REGISTERS[owner[0]], owner[1]


def _name_of_one(session: Session, step: str, owner: Owner, effects: Sequence[Effect]) -> str:
    table, record_id = owner
    called = called_now_or_then(session, table, record_id, effects)
    own = next((one for one in effects if (one.kind, one.record_id) == owner), None)
    noun = _NOUNS.get(REGISTERS.get(table, ""), KIND_LABELS.get(REGISTERS.get(table, ""), ""))
    if own is not None and own.before is None:
        return f"登记{noun} {called}" if noun else f"{step} {called}".strip()
    if own is not None and own.after is None:
        return f"删除{noun} {called}" if noun else f"{step} {called}".strip()
    if not step.startswith("修改") or (table not in REGISTERS and table != "office"):
        return f"{step.split('：')[0]} {called}".strip()
    labels = list(dict.fromkeys(label for one in effects for label in _labels(session, one)))
    if not labels:
        return f"{step.split('：')[0]} {called}".strip()
    if len(labels) > _MOST_FIELDS_NAMED:
        return f"修改 {called} {labels[0]}等{len(labels)}栏"
    return f"修改 {called} {'、'.join(labels)}"


def called_now_or_then(
    session: Session, table: str, record_id: int, effects: Sequence[Effect] = ()
) -> str:
    """The number of a record, or the beginning of its title, as it is or was when removed."""
    known: Values = {}
    for one in effects:
        if (one.kind, one.record_id) == (table, record_id):
            known = {**(one.before or {}), **(one.after or {})}
    columns = table_of(table)
    naming = [name for name in _NAMING if columns is not None and name in columns.columns]
    if columns is not None and naming:
        wanted = select(*(columns.columns[name] for name in naming))
        row = session.execute(wanted.where(columns.columns.id == record_id)).mappings().first()
        known = known | dict(row or {})
    if known.get("indicator") is not None:
        choices = FIELDS["indicator"]["indicator"].choices
        slug = str(known["indicator"])
        label = choices.label_of(slug) if choices and slug in choices.slugs else slug
        return f"{known.get('dated_on')} {label}"
    words = str(next((known[name] for name in _NAMING if known.get(name)), ""))
    return words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"


_NAMING = ("number", "title", "name", "indicator", "dated_on")


def _labels(session: Session, effect: Effect) -> Iterator[str]:
    """What the fields that changed are called on the form."""
    if effect.kind in REGISTERS or effect.kind == "office":
        fields = FIELDS[REGISTERS.get(effect.kind, "office")]
        for name in effect.after or {}:
            shown = "department" if name == "department_id" else name
            if name not in DERIVED.get(effect.kind, ()) and shown in fields:
                yield fields[shown].label
    elif effect.kind == EVENT:
        told = {**(effect.before or {}), **(effect.after or {})}
        slug = told.get("kind") or _kind_of_step(session, effect.record_id)
        for name in told:
            if told[name] is not None and (label := field_label(EVENT, name, slug)):
                yield label


def _kind_of_step(session: Session, event_id: int) -> str | None:
    return session.scalar(select(RequestEvent.kind).where(RequestEvent.id == event_id))


def field_label(kind: str, name: str, step: str | None = None) -> str | None:
    """What a column of a step or a letter is called on its form; None for what is not shown."""
    if kind == EVENT and name == "happened_on" and step in EVENT_DATES:
        return FIELDS["request"][EVENT_DATES[step]].label
    if kind == EVENT and name == "happened_on" and step in EVENT_KINDS:
        return EVENT_KINDS[step].date_label
    if kind == EVENT and name == "reason" and step in EVENT_KINDS:
        return EVENT_KINDS[step].reason_label
    field = (EVENT_FIELDS if kind == EVENT else LETTER_FIELDS).get(name)
    return field.label if field else None
