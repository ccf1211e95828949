"""Enter, correct and take away the steps in the life of a request."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import must_say_why
from disclosure_desk.commands.course import course_now, judge, keep_due
from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, clashes_of, sifted
from disclosure_desk.commands.registers import as_kept, checked, record_of
from disclosure_desk.commands.writing import no_step_before_receipt
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import EVENT_FIELDS, Card, Field, card_of
from disclosure_desk.records.case import Case
from disclosure_desk.records.event_kinds import EVENT_KINDS, FINISHING
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.request_clock import is_open
from disclosure_desk.records.wording import trimmed
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.row_versions import changes_of_step, words_of_step


def add_event(
    session: Session,
    request_id: int,
    kind: str,
    particulars: Mapping[str, FieldValue],
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Enter a step in the life of a request (`happened_on` and what its kind carries).

    Raises Unsound, a Refusal too, for a step that cannot be; unlikely ones are told in the
    findings. The calendar and the day are this computer's where they are not told.
    """
    request = _request(session, request_id)
    if EVENT_KINDS[kind].once and request.event(kind) is not None:
        raise Refusal(f"这件申请已经登记过{EVENT_KINDS[kind].label}，请修改原来的一条。")
    if kind == "reopening":
        _must_have_ended(request, particulars.get("happened_on"))
    again = EVENT_KINDS[kind].finishes and request.finished_on
    before = course_now(session, request, calendar, today)
    event = RequestEvent(kind=kind, **as_kept(particulars))
    _must_say_how_long(event)
    request.events.append(event)
    done = _after_event(session, request, f"登记{EVENT_KINDS[kind].label}", before)
    if not again:
        return done
    words = f"这件申请{again}已经办结；统计和台账以最早的一次办结为准。"
    return replace(done, findings=(*done.findings, Finding("L21", "hint", words)))


def change_event(
    session: Session,
    request_id: int,
    event_id: int,
    particulars: Mapping[str, FieldValue],
    *,
    seen: Mapping[str, FieldValue] | None = None,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Correct a step that was entered wrongly. Raises as `add_event` does.

    `seen` is the step as it was shown: what others changed since in other fields stays, and
    ChangedMeanwhile is raised, with nothing kept, where they changed the same.
    """
    request = _request(session, request_id)
    event = _event(session, request, event_id)
    told = as_kept(particulars)
    if seen is not None:
        told = _reconciled(session, event, told, seen)
    before = course_now(session, request, calendar, today)
    was_said = event.extension_workdays is not None
    for name, value in told.items():
        setattr(event, name, value)
    if was_said:
        _must_say_how_long(event)
    return _after_event(session, request, f"修改{EVENT_KINDS[event.kind].label}", before)


def remove_event(
    session: Session,
    request_id: int,
    event_id: int,
    reason: str,
    *,
    seen: Mapping[str, FieldValue] | None = None,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Take away a step that did not happen; it lies in the recycle bin with the reason.

    Raises Unsound where another step or the outcome rests on it, and Refusal without a reason,
    and for a step that is not as it was `seen` any more.
    """
    if not trimmed(reason):
        raise Refusal("请写明删除的原因。")
    request = _request(session, request_id)
    event = _event(session, request, event_id)
    if seen is not None and any(getattr(event, name) != value for name, value in seen.items()):
        who = words_of_step(session, event_id)
        raise Refusal(f"这一步骤刚被{who}改过，没有删除，请看过新的内容再决定。")
    before = course_now(session, request, calendar, today)
    request.events.remove(event)
    step = f"删除{EVENT_KINDS[event.kind].label}：{trimmed(reason)}"
    return _after_event(session, request, step, before)


def reopen(
    session: Session,
    request_id: int,
    on: date,
    reason: str,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Take a request up again after its answer was set aside; its first ending goes on counting.

    Raises Refusal without a reason, for a request that is still open, or for a day before its
    ending. Source: 法释〔2025〕8号第十一条.
    """
    if not trimmed(reason):
        raise Refusal("请写明重新办理的原因，例如撤销答复的复议决定、判决的文号。")
    told: dict[str, FieldValue] = {"happened_on": on, "reason": reason}
    return add_event(session, request_id, "reopening", told, calendar=calendar, today=today)


def link_as_repeated(
    session: Session,
    request_id: int,
    earlier_number: str,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Note which earlier request this one repeats (原申请编号).

    The earlier one may lie in older papers; one of the register must not have come later.
    Raises Unsound for one that did, and for the request itself. Source: 条例第三十六条第六项.
    """
    request = _request(session, request_id)
    number = trimmed(earlier_number)
    if not number:
        raise Refusal(f"请填写申请{request.number}所重复的那件申请的编号。")
    before = course_now(session, request, calendar, today)
    step = "关联原申请"
    begin_step(session, step)
    request.repeats_number = number
    after = course_now(session, request, calendar, today)
    findings = judge(before, after)
    session.flush()
    return Done(step, frozenset({"request"}), request.id, tuple(findings))


def _after_event(session: Session, request: Request, step: str, before: Case) -> Done:
    begin_step(session, step)
    request.retell()
    with session.no_autoflush:
        findings = checked(session, "request", card_of(request), record_id=request.id)
    no_step_before_receipt(request)
    with session.no_autoflush:
        must_say_why(session, "request", before.card, card_of(request))
    after = course_now(session, request, before.calendar, before.today)
    findings += judge(before, after)
    keep_due(request, before, after)
    session.flush()
    return Done(step, frozenset({"request"}), request.id, tuple(findings))


def _must_say_how_long(event: RequestEvent) -> None:
    """Raises Unsound for an extension without its days; only a ledger may leave them out."""
    if event.kind == "extension" and event.extension_workdays is None:
        words = "“延长工作日数”没有填写，算不出延长后的答复期限，请补填。"
        raise Unsound([Finding("R14", "error", words, field="extension_workdays")])


def _must_have_ended(request: Request, on: FieldValue) -> None:
    """Raises Refusal for a reopening of what is still open, or before it had ended."""
    if is_open(request.events):
        raise Refusal(f"申请{request.number}还没有办结，不用重新办理，请继续登记办理步骤。")
    ended = dated(request.events, *FINISHING)[-1].happened_on
    if isinstance(on, date) and ended is not None and on < ended:
        raise Refusal(f"重新办理日期{on}早于办结日期{ended}，请核对两个日期。")


def _request(session: Session, request_id: int) -> Request:
    record = record_of(session, "request", request_id)
    if not isinstance(record, Request):
        raise TypeError(type(record).__name__)
    return record


def _event(session: Session, request: Request, event_id: int) -> RequestEvent:
    for event in request.events:
        if event.id == event_id:
            return event
    raise Refusal(f"这一步骤已被{words_of_step(session, event_id)}删除，请刷新列表。")


def _reconciled(
    session: Session, event: RequestEvent, told: Card, seen: Mapping[str, FieldValue]
) -> Card:
    """What of a step's new particulars is to be written. Raises ChangedMeanwhile."""
    kind = EVENT_KINDS[event.kind]
    day = Field("happened_on", kind.date_label, date)
    fields = {**EVENT_FIELDS, "happened_on": day}
    now: Card = {name: getattr(event, name) for name in told}
    kept, clashing = sifted(fields, now, told, seen)
    if clashing:
        changes = changes_of_step(session, event.id)
        clashes = clashes_of(fields, clashing, now, told, seen, changes)
        raise ChangedMeanwhile(kind.label, clashes, changes[0].line if changes else 0)
    return kept
