"""Keep, change and remove records of the registers; steps in the life of a request."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.writing import no_step_before_receipt, write_card
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base, FieldValue
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, KNOWN_BY, MODELS, Card, card_of
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.request import EVENT_KINDS, Request, RequestEvent
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.wording import trimmed, words_in
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.prepared import Prepared


def add_record(session: Session, kind: str, card: Mapping[str, FieldValue]) -> Done:
    """Enter a new record. Raises Unsound for a card that breaks a rule."""
    begin_step(session, f"登记{KIND_LABELS[kind]}")
    told: Card = {name: value for name, value in _trimmed(card).items() if value is not None}
    findings = checked(session, kind, told, record_id=None)
    [record_id] = enrol(session, kind, [told])
    return Done(str(session.info["step"]), frozenset({kind}), record_id, tuple(findings))


def change_record(
    session: Session, kind: str, record_id: int, changes: Mapping[str, FieldValue]
) -> Done:
    """Change fields of a record; None empties a field. Raises Unsound as `add_record` does.

    The number of a request is kept in step in the disputes that name it.
    """
    begin_step(session, f"修改{KIND_LABELS[kind]}")
    record = record_of(session, kind, record_id)
    before = card_of(record)
    changes = _trimmed(changes)
    findings = checked(session, kind, before | changes, record_id=record_id)
    write_card(session, record, changes)
    kinds = {kind}
    if isinstance(record, Request) and before["number"] != record.number:
        for dispute in session.scalars(
            select(Dispute).where(Dispute.request_number == before["number"])
        ):
            dispute.request_number = record.number
            kinds.add("dispute")
    session.flush()
    return Done(str(session.info["step"]), frozenset(kinds), record_id, tuple(findings))


def _trimmed(card: Mapping[str, FieldValue]) -> Card:
    """Texts without the blanks around them, as an import keeps them; a blank text is empty."""
    return {name: _as_imported(value) for name, value in card.items()}


def _as_imported(value: FieldValue) -> FieldValue:
    if isinstance(value, str):
        return trimmed(value) or None
    return words_in("、".join(value)) if isinstance(value, tuple) else value


def remove_record(session: Session, kind: str, record_id: int, reason: str) -> Done:
    """Remove a record entered by mistake; the journal keeps all of it, with the reason.

    Raises Refusal without a reason, or while a dispute names the request.
    """
    if not reason.strip():
        raise Refusal("请写明删除的原因。")
    record = record_of(session, kind, record_id)
    if isinstance(record, Request) and record.number:
        cases = session.scalars(
            select(Dispute.number).where(Dispute.request_number == record.number)
        ).all()
        if cases:
            raise Refusal(f"申请{record.number}有关联的复议诉讼案件{'、'.join(cases)}，不能删除。")
    begin_step(session, f"删除{KIND_LABELS[kind]}：{reason.strip()}")
    session.delete(record)
    session.flush()
    return Done(f"删除{KIND_LABELS[kind]}", frozenset({kind}), record_id)


def add_event(
    session: Session, request_id: int, kind: str, particulars: Mapping[str, FieldValue]
) -> Done:
    """Enter a step in the life of a request (`happened_on` and what its kind carries)."""
    request = _request(session, request_id)
    if EVENT_KINDS[kind].once and request.event(kind) is not None:
        raise Refusal(f"这件申请已经登记过{EVENT_KINDS[kind].label}，请修改原来的一条。")
    again = EVENT_KINDS[kind].finishes and request.finished_on
    event = RequestEvent(kind=kind, **_trimmed(particulars))
    request.events.append(event)
    done = _after_event(session, request, f"登记{EVENT_KINDS[kind].label}")
    if not again:
        return done
    words = f"这件申请{again}已经办结；统计和台账以最早的一次办结为准。"
    return replace(done, findings=(*done.findings, Finding("L21", "hint", words)))


def change_event(
    session: Session, request_id: int, event_id: int, particulars: Mapping[str, FieldValue]
) -> Done:
    """Correct a step that was entered wrongly."""
    request = _request(session, request_id)
    event = _event(request, event_id)
    for name, value in _trimmed(particulars).items():
        setattr(event, name, value)
    return _after_event(session, request, f"修改{EVENT_KINDS[event.kind].label}")


def remove_event(session: Session, request_id: int, event_id: int) -> Done:
    """Take away a step that did not happen; the journal keeps it."""
    request = _request(session, request_id)
    event = _event(request, event_id)
    request.events.remove(event)
    return _after_event(session, request, f"删除{EVENT_KINDS[event.kind].label}")


def _after_event(session: Session, request: Request, step: str) -> Done:
    begin_step(session, step)
    request.retell()
    with session.no_autoflush:
        findings = checked(session, "request", card_of(request), record_id=request.id)
    no_step_before_receipt(request)
    session.flush()
    return Done(step, frozenset({"request"}), request.id, tuple(findings))


def record_of(session: Session, kind: str, record_id: int) -> Base:
    """The record of this id. Raises Refusal when it has been removed meanwhile."""
    record = session.get(MODELS[kind], record_id)
    if record is None:
        raise Refusal(f"这条{KIND_LABELS[kind]}记录已被删除，请刷新列表。")
    return record


def _request(session: Session, request_id: int) -> Request:
    record = record_of(session, "request", request_id)
    if not isinstance(record, Request):
        raise TypeError(type(record).__name__)
    return record


def _event(request: Request, event_id: int) -> RequestEvent:
    for event in request.events:
        if event.id == event_id:
            return event
    raise Refusal("这一步骤已被删除，请刷新列表。")


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
        taken = _ID_BY_NUMBER[kind].run(session.connection(), {"number": number}).scalar()
        if taken is not None and taken != record_id:
            label = FIELDS[kind]["number"].label
            findings.append(
                Finding("L11", "error", f"{label}“{number}”已被使用，请换一个。", field="number")
            )
    elif kind in KNOWN_BY and _is_known(session, kind, card, record_id):
        text = "同样的记录已经登记：" + "、".join(
            FIELDS[kind][name].label for name in KNOWN_BY[kind]
        )
        findings.append(Finding("L15", "error", f"{text}都相同，请修改原来的一条。"))
    if errors(findings):
        raise Unsound(findings)
    return findings


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
