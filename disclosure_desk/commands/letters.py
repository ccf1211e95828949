"""Make letters: a draft is kept and may be made anew; a final one becomes a step for good."""

import hashlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.letter_files import (
    is_outdated,
    keep_content,
    letters_of,
    newest_ending,
)
from disclosure_desk.commands.letter_numbers import (
    LetterNumber,
    next_number,
    number_as_written,
)
from disclosure_desk.commands.registers import record_of
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.records.wording import trimmed
from disclosure_desk.rules.letter_naming import kind_for, kinds_named
from disclosure_desk.rules.letters import LetterKind, letter_for, require_law
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.journal import Actor, begin_step


def request_numbered(session: Session, number: str) -> Request:
    """The request of this number. Raises Refusal where there is none."""
    wanted = select(Request).where(Request.number == trimmed(number))
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise Refusal(f"没有编号为“{number}”的申请，请核对申请编号。")
    return found


def kind_meant(request: Request, words: str) -> LetterKind:
    """The kind of letter that a user names, for this request: a 办理结果 names its letter.

    Raises Refusal as `kind_for`.
    """
    term = OUTCOMES.find(words)
    if term is not None and not kinds_named(words):
        words = letter_for(term.slug).label
    applicant = request.applicant_kind
    ending = newest_ending(request)
    if ending is None or ending.outcome is None:
        return kind_for(words, None, applicant_kind=applicant)
    told = OUTCOMES.label_of(ending.outcome)
    return kind_for(words, ending.outcome, told, applicant_kind=applicant)


def day_meant(session: Session, request: Request, kind: LetterKind, today: date) -> date:
    """The day of a letter, unless one is told: that of what it speaks of, or today.

    Of its step which still lacks it, of the decision that it goes beside, of the step that it is
    about, or of the receipt.
    """
    if kind.on_receipt:
        return request.received_on
    step = _open_step(session, request, kind)
    if kind.only_for:
        step = newest_ending(request)
    if step is None and kind.about:
        step = next(reversed(dated(request.events, kind.about)), None)
    return step.happened_on if step is not None and step.happened_on else today


def step_of(
    session: Session, request: Request, kind: LetterKind, made_on: date
) -> RequestEvent | None:
    """The recorded step that a letter of this day tells of, or None while there is none.

    Of several on a day the first that no final letter tells of yet. Of endings the newest.
    """
    if kind.ends:
        return newest_ending(request)
    steps = [one for one in _steps(request, kind) if one.happened_on == made_on]
    told = _told_steps(session, request)
    untold = (one for one in steps if one.id not in told)
    return next(untold, steps[-1] if steps else None)


def number_for(
    session: Session, kind: LetterKind, step: RequestEvent | None, made_on: date
) -> LetterNumber | None:
    """The number of a final letter: the one its step has on record, else the next one.

    None where there is none to be given. Raises Refusal for one that another letter bears.
    """
    written = written_number(session, kind, step)
    if written:
        return number_as_written(session, kind, written)
    return next_number(session, kind, made_on)


def written_number(session: Session, kind: LetterKind, step: RequestEvent | None) -> str | None:
    """The number that a step has on record before any letter gave it one."""
    if step is None or not kind.series:
        return None
    given = select(Letter.number).where(Letter.event_id == step.id, Letter.final)
    numbers = set(session.scalars(given))
    told = (step.reply_number if kind.ends else None) or step.letter_number
    return told if told and told not in numbers else None


def require_day(request: Request, kind: LetterKind, made_on: date, *, final: bool) -> None:
    """Raises Refusal for a letter of a day on which it cannot have been made."""
    if made_on < request.received_on:
        raise Refusal(
            f"文书日期{made_on}早于申请{request.number}的收到日期{request.received_on}，请核对。"
        )
    require_law(kind, made_on)
    ending = newest_ending(request) if kind.ends else None
    if final and ending is not None and ending.happened_on != made_on:
        raise Refusal(
            f"文书日期{made_on}与登记的办结日期{ending.happened_on}不一致，请改正其中一个再定稿。"
        )


def require_not_final(session: Session, request: Request, kind: LetterKind, made_on: date) -> None:
    """Raises Refusal when this letter is final already: what left the office is not changed.

    A decision letter that a later change of the outcome has outdated does not stand in the way.
    """
    step = step_of(session, request, kind, made_on)
    for letter in letters_of(session, request.id):
        if not letter.final or is_outdated(letter, request):
            continue
        same_step = step is not None and letter.event_id == step.id
        same_day = letter.kind == kind.slug and letter.made_on == made_on
        if same_step or (same_day and not kind.step):
            called = letter.number or letter.file_name
            raise Refusal(f"{made_on}的“{kind.label}”已经定稿（{called}），定稿的文书不能改动。")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLetter:
    """A letter whose file is made: its kind and day, and the number of a final one."""

    kind: LetterKind
    made_on: date
    content: bytes
    file_name: str
    final: bool = False
    number: LetterNumber | None = None


def make_letter(
    session: Session,
    request_id: int,
    made: MadeLetter,
    *,
    calendar: WorkingDays | None = None,
    today: date | None = None,
) -> Done:
    """Keep a letter; `record_id` of what is done is the letter's.

    A draft takes the place of the draft of its kind; it has no number and is no step. A final
    one takes the number and enters its step, or is told by the one that is recorded.
    """
    request = record_of(session, "request", request_id)
    if not isinstance(request, Request):
        raise TypeError(type(request).__name__)
    require_day(request, made.kind, made.made_on, final=made.final)
    findings: tuple[Finding, ...] = ()
    event_id = None
    if made.final:
        require_not_final(session, request, made.kind, made.made_on)
        event_id, findings = _enter_step(session, request, made, calendar=calendar, today=today)
    step = f"{'定稿' if made.final else '起草'}{made.kind.label}"
    begin_step(session, step)
    letter = _draft_of(session, request, made.kind)
    letter.event_id = event_id
    letter.person = _actor(session).name
    _describe(letter, made, newest_ending(request) if made.kind.ends else None)
    session.add(letter)
    session.flush()
    keep_content(session, letter, made.content)
    return Done(step, frozenset({"request"}), letter.id, findings)


def _describe(letter: Letter, made: MadeLetter, ending: RequestEvent | None) -> None:
    letter.made_on, letter.final, letter.file_name = made.made_on, made.final, made.file_name
    letter.sha256 = hashlib.sha256(made.content).hexdigest()
    letter.outcome = ending.outcome if ending is not None else None
    if made.number is not None and made.final:
        letter.number, letter.series = made.number.text, made.number.series
        letter.year, letter.sequence = made.number.year, made.number.sequence


def _draft_of(session: Session, request: Request, kind: LetterKind) -> Letter:
    drafts = select(Letter).where(
        Letter.request_id == request.id, Letter.kind == kind.slug, Letter.final.is_(False)
    )
    return session.scalars(drafts).first() or Letter(request_id=request.id, kind=kind.slug)


def _enter_step(
    session: Session,
    request: Request,
    made: MadeLetter,
    *,
    calendar: WorkingDays | None,
    today: date | None,
) -> tuple[int, tuple[Finding, ...]]:
    """The id of the step that a final letter becomes, entered where it is not on record yet."""
    kind, number = made.kind, made.number
    step = step_of(session, request, kind, made.made_on)
    told: dict[str, FieldValue] = {}
    if number is not None:
        told["letter_number"] = number.text
        if kind.ends:
            told["reply_number"] = number.text
    if step is not None:
        if kind.consulted:
            told["consulted"] = kind.consulted
        changed = {name: value for name, value in told.items() if getattr(step, name) != value}
        if not changed:
            return step.id, ()
        done = change_event(session, request.id, step.id, changed, calendar=calendar, today=today)
        return step.id, done.findings
    told |= {"happened_on": made.made_on, "person": _actor(session).name}
    if kind.consulted:
        told["consulted"] = kind.consulted
    if kind.outcomes:
        told["outcome"] = kind.outcomes[0]
    if not kind.step:
        told["reason"] = kind.label
    step_kind = kind.step or "letter"
    done = add_event(session, request.id, step_kind, told, calendar=calendar, today=today)
    return request.events[-1].id, done.findings


def _open_step(session: Session, request: Request, kind: LetterKind) -> RequestEvent | None:
    """The newest step that still lacks its letter, else the newest of them."""
    if kind.ends:
        return newest_ending(request)
    told = _told_steps(session, request)
    steps = _steps(request, kind)
    lacking = [one for one in steps if one.id not in told]
    return (lacking or steps)[-1] if steps else None


def _steps(request: Request, kind: LetterKind) -> list[RequestEvent]:
    """The dated steps that letters of this kind become; none for kinds without one."""
    if not kind.step:
        return []
    others = {"third_party": "agency", "agency": "third_party"}.get(kind.consulted, "")
    return [one for one in dated(request.events, kind.step) if one.consulted != others]


def _told_steps(session: Session, request: Request) -> set[int | None]:
    """The ids of the steps that a final letter tells of already."""
    told = select(Letter.event_id).where(Letter.request_id == request.id, Letter.final)
    return set(session.scalars(told))


def _actor(session: Session) -> Actor:
    actor: Actor = session.info["actor"]
    return actor
