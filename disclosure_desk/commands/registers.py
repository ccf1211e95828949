"""Keep, change and remove records of the registers."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import must_say_why
from disclosure_desk.commands.course import course_now, judge, judge_new, keep_due
from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.letter_files import drop_content
from disclosure_desk.commands.meanwhile import Seen, must_be_unchanged, reconciled
from disclosure_desk.commands.number_series import TAKEN, given_next, with_free_index
from disclosure_desk.commands.writing import write_card
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.cards import (
    EVENT_DATES,
    FIELDS,
    KIND_LABELS,
    KNOWN_BY,
    MODELS,
    Card,
    card_of,
)
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.event_kinds import CARD_EVENTS
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.wording import trimmed, words_in
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.prepared import Prepared
from disclosure_desk.storage.row_versions import changes_since, version_of

# What of a request's card the rules about its course look at; the rest changes nothing there.
_COURSE = frozenset(
    (
        *("number", "received_on", "applicant_name", "repeats_number"),
        *EVENT_DATES.values(),
        *(name for kind in CARD_EVENTS.values() for name in kind.particulars),
    )
)


def add_record(
    session: Session,
    kind: str,
    card: Mapping[str, FieldValue],
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
    proposed: Collection[str] = (),
) -> Done:
    """Enter a new record. Raises Unsound for a card that breaks a rule.

    The steps of a request are judged by the calendar and the day of this computer where they
    are not told. `proposed` names the numbers that nobody typed: where another took one
    meanwhile, the record is given the next, and the findings say so. Raises NumberTaken for
    one that was typed.
    """
    begin_step(session, f"登记{KIND_LABELS[kind]}")
    told: Card = {name: value for name, value in as_kept(card).items() if value is not None}
    numbered, findings = _numbered(session, kind, told, proposed)
    given = {name: value for name, value in numbered.items() if value != told[name]}
    told = numbered
    if kind == "request":
        findings += judge_new(session, told, calendar, today)
    must_say_why(session, kind, None, told)
    [record_id] = enrol(session, kind, [told])
    step = str(session.info["step"])
    return Done(step, frozenset({kind}), record_id, tuple(findings), given=given)


def _numbered(
    session: Session, kind: str, card: Card, proposed: Collection[str]
) -> tuple[Card, list[Finding]]:
    """The card with numbers that are free, and its hints. Raises Unsound as `add_record`."""
    instead: list[Finding] = []
    if kind == "publication":
        card, instead = with_free_index(session, card, proposed)
    try:
        return card, [*checked(session, kind, card, record_id=None), *instead]
    except Unsound as refusal:
        card, words = given_next(session, kind, card, proposed, refusal)
    return card, [*checked(session, kind, card, record_id=None), *instead, words]


def change_record(
    session: Session,
    kind: str,
    record_id: int,
    changes: Mapping[str, FieldValue],
    *,
    seen: Seen | None = None,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Change fields of a record; None empties a field. Raises Unsound as `add_record` does.

    The number of a request is kept in step in the disputes and the requests that name it.
    `seen` is the record as it was shown: what others changed since in other fields stays, and
    ChangedMeanwhile is raised, with nothing kept, where they changed the same.
    """
    begin_step(session, f"修改{KIND_LABELS[kind]}")
    return write_changes(
        session, kind, record_id, changes, seen=seen, calendar=calendar, today=today
    )


def write_changes(
    session: Session,
    kind: str,
    record_id: int,
    changes: Mapping[str, FieldValue],
    *,
    seen: Seen | None = None,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """What `change_record` does, as a part of whatever step has been begun."""
    record = record_of(session, kind, record_id)
    before = card_of(record)
    changes = as_kept(changes)
    others: Card = {}
    if seen is not None:
        changes, others = reconciled(session, kind, record_id, before, changes, seen)
    findings = checked(session, kind, before | changes, record_id=record_id)
    must_say_why(session, kind, before, _filled(before | changes))
    if isinstance(record, Request) and not _COURSE.isdisjoint(changes):
        course = course_now(session, record, calendar, today)
        write_card(session, record, changes)
        after = course_now(session, record, course.calendar, course.today)
        findings += judge(course, after)
        keep_due(record, course, after)
    else:
        write_card(session, record, changes)
    kinds = {kind}
    if isinstance(record, Request) and before["number"] != record.number:
        kinds |= _rename(session, str(before["number"]), record.number)
    session.flush()
    step = str(session.info["step"])
    return Done(step, frozenset(kinds), record_id, tuple(findings), others=others)


def _filled(card: Card) -> Card:
    return {name: value for name, value in card.items() if value is not None}


def _rename(session: Session, old: str, new: str) -> set[str]:
    """Tell the new number of a request to all that name it; which kinds that were."""
    kinds = set()
    for dispute in session.scalars(select(Dispute).where(Dispute.request_number == old)):
        dispute.request_number = new
        kinds.add("dispute")
    for other in session.scalars(select(Request).where(Request.repeats_number == old)):
        other.repeats_number = new
    return kinds


def as_kept(card: Mapping[str, FieldValue]) -> Card:
    """Texts without the blanks around them, as an import keeps them; a blank text is empty."""
    return {name: _as_imported(value) for name, value in card.items()}


def _as_imported(value: FieldValue) -> FieldValue:
    if isinstance(value, str):
        return trimmed(value) or None
    return words_in("、".join(value)) if isinstance(value, tuple) else value


def remove_record(
    session: Session, kind: str, record_id: int, reason: str, *, version: int | None = None
) -> Done:
    """Remove a record entered by mistake; the journal keeps all of it, with the reason.

    Drafts of letters go with their request. Raises Refusal without a reason, or while a dispute
    or a repeated request names the request, or a final letter was made for it, or where it was
    changed since the `version` that was looked at.
    """
    if not reason.strip():
        raise Refusal("请写明删除的原因。")
    record = record_of(session, kind, record_id)
    if version is not None:
        must_be_unchanged(session, kind, record_id, version)
    begin_step(session, f"删除{KIND_LABELS[kind]}：{reason.strip()}")
    if isinstance(record, Request):
        _must_stand_alone(session, record)
        _remove_drafts(session, record)
    session.delete(record)
    session.flush()
    return Done(f"删除{KIND_LABELS[kind]}", frozenset({kind}), record_id)


def must_be_removable(session: Session, kind: str, record_id: int) -> int:
    """The version of a record that is to be removed.

    Raises Refusal for one that may not be removed, whatever the reason is.
    """
    record = record_of(session, kind, record_id)
    if isinstance(record, Request):
        _must_stand_alone(session, record)
    return version_of(session, kind, record_id)


def _must_stand_alone(session: Session, request: Request) -> None:
    """Raises Refusal while something that left the office, or came in, rests on a request."""
    cases = session.scalars(
        select(Dispute.number).where(Dispute.request_number == request.number)
    ).all()
    if cases:
        raise Refusal(
            f"申请{request.number}有关联的复议诉讼案件{'、'.join(cases)}，不能删除；"
            "确要删除，请先删除这些案件，或改正那里的申请编号。"
        )
    repeated = select(Request.number).where(
        Request.repeats_number == request.number, Request.id != request.id
    )
    if repeats := session.scalars(repeated).all():
        raise Refusal(
            f"申请{'、'.join(repeats)}登记的原申请是{request.number}，不能删除；"
            "确要删除，请先改正那里的原申请编号。"
        )
    final = select(Letter).where(Letter.request_id == request.id, Letter.final)
    letters = [one.number or one.file_name for one in session.scalars(final)]
    if letters:
        raise Refusal(f"申请{request.number}有已经定稿的文书{'、'.join(letters)}，不能删除。")


def _remove_drafts(session: Session, request: Request) -> None:
    drafts = session.scalars(select(Letter).where(Letter.request_id == request.id)).all()
    for draft in drafts:
        drop_content(session, draft, for_good=False)
        session.delete(draft)


def record_of(session: Session, kind: str, record_id: int) -> Base:
    """The record of this id. Raises Refusal when it has been removed meanwhile."""
    record = session.get(MODELS[kind], record_id)
    if record is None:
        told = changes_since(session, kind, record_id, 0)
        who = told[0].words if told and told[0].removed else ""
        raise Refusal(f"这条{KIND_LABELS[kind]}记录已被{who}删除，请刷新列表。")
    return record


def seen_now(session: Session, kind: str, record_id: int) -> Seen:
    """A record as it is stored now, for a form. Raises Refusal when it has been removed."""
    card = card_of(record_of(session, kind, record_id))
    return Seen(card, version_of(session, kind, record_id))


_ID_BY_NUMBER = {
    kind: Prepared(
        select(model.__table__.c["id"]).where(model.__table__.c["number"] == bindparam("number"))
    )
    for kind, model in MODELS.items()
    if "number" in FIELDS[kind]
}


def checked(session: Session, kind: str, card: Card, *, record_id: int | None) -> list[Finding]:
    """The hints of a card. Raises Unsound when it has errors, its number being taken among them."""
    findings = check_card(kind, card)
    number = card.get("number")
    if number and "number" in FIELDS[kind]:
        taken = _ID_BY_NUMBER[kind].value(session.connection(), {"number": number})
        if taken is not None and taken != record_id:
            findings.append(number_taken(kind, number))
    elif kind in KNOWN_BY and _is_known(session, kind, card, record_id):
        findings.append(known_already(kind))
    if errors(findings):
        raise Unsound(findings)
    return findings


def number_taken(kind: str, number: FieldValue) -> Finding:
    """That another record has this number already."""
    label = FIELDS[kind]["number"].label
    return Finding(TAKEN, "error", f"{label}“{number}”已被使用，请换一个。", field="number")


def known_already(kind: str) -> Finding:
    """That a record without a number would be taken for this one."""
    labels = "、".join(FIELDS[kind][name].label for name in KNOWN_BY[kind])
    text = f"同样的记录已经登记：{labels}都相同，请修改原来的一条。"
    return Finding("L15", "error", text, field=KNOWN_BY[kind][0])


def _is_known(session: Session, kind: str, card: Card, record_id: int | None) -> bool:
    """Whether another record would be taken for this one, so that a ledger could not tell them."""
    table = MODELS[kind].__table__
    conditions = [
        table.c[name].is_not_distinct_from(card.get(name))
        for name in KNOWN_BY[kind]
        if name != "department"
    ]
    return any(
        id_ != record_id
        and all(stored.get(name) == card.get(name) for name in KNOWN_BY[kind])
        and not stored.get("number")
        for id_, stored in read_cards(session, kind, *conditions)
    )
