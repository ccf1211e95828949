"""A letter as a Word document: filled from the record, read back, kept, and handed over."""

import errno
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import ask_for_reasons
from disclosure_desk.commands.letter_files import letter_content, letter_to_deliver, letters_of
from disclosure_desk.commands.letter_numbers import LetterNumber, next_number
from disclosure_desk.commands.letters import (
    MadeLetter,
    day_meant,
    kind_meant,
    make_letter,
    number_for,
    request_numbered,
    require_day,
    require_not_final,
    step_of,
    written_number,
)
from disclosure_desk.commands.offices import the_office
from disclosure_desk.exchange.letter_checks import findings, require_complete, require_known
from disclosure_desk.exchange.letter_filling import Filling, fill, packed, text_of
from disclosure_desk.exchange.letter_templates import open_template
from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.rules.letters import LetterKind
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.letter_facts import LetterFacts
from disclosure_desk.statistics.letter_fields import letter_values
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.file_steps import own_folder, put_in_place
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.own_calendars import calendar_in_use

_NUMBER = "文号"


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter that was written: where, its number (empty in a draft), and what it lacks.

    `missing` are the names of the 【fields】 that still stand in a draft.
    """

    path: Path
    letter_id: int
    kind: str
    label: str
    number: str
    final: bool
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """Which letter is wanted and where it goes.

    `kind` is a slug, a Chinese name, or «答复书» for the letter of the request's outcome. A
    draft is written with its empty 【fields】 highlighted; a final one takes its number and
    becomes a step. `templates` is a folder with the office's own templates, `given` are texts
    for fields of which the records tell nothing.
    """

    request_number: str
    kind: str
    out: Path
    final: bool = False
    templates: Path | None = None
    made_on: date | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None  # why signed figures are corrected; None where nobody is asked


def write_letter(
    database: Database,
    request_number: str,
    kind: str,
    out: Path,
    *,
    actor: Actor,
    today: date,
    final: bool = False,
    templates: Path | None = None,
    made_on: date | None = None,
    given: Mapping[str, str] | None = None,
    calendar: WorkingDays | None = None,
    reason: str | None = None,
) -> WrittenLetter:
    """Write a letter of a request to a .docx file and keep it, as `write_ordered` does."""
    order = LetterOrder(
        request_number=request_number,
        kind=kind,
        out=out,
        final=final,
        templates=templates,
        made_on=made_on,
        given=given or {},
        reason=reason,
    )
    return write_ordered(database, order, actor=actor, today=today, calendar=calendar)


def write_ordered(
    database: Database,
    order: LetterOrder,
    *,
    actor: Actor,
    today: date,
    calendar: WorkingDays | None = None,
) -> WrittenLetter:
    """Write the letter that is ordered to its file and keep it with the request.

    A file that this program wrote is replaced, one that somebody has changed is not. Raises
    Refusal (NeedsReason among them) or Fault in one sentence, with nothing written or kept.
    """
    out = order.out.expanduser().absolute()
    calendar = calendar or calendar_in_use()
    with _told_plainly(out):
        _require_place(out)
        with own_folder(out.parent, ".letter-") as place:
            fresh = place / "letter.docx"
            with database.writing(actor) as session:
                if order.reason is not None:
                    ask_for_reasons(session, order.reason)
                plan = _plan(session, order, today)
                _require_own_file(session, out)
                written = _kept(session, plan, order, fresh, calendar, today=today)
            put_in_place(fresh, out)
    return replace(written, path=out)


def _kept(
    session: Session,
    plan: "_Plan",
    order: LetterOrder,
    fresh: Path,
    calendar: WorkingDays,
    *,
    today: date,
) -> WrittenLetter:
    """The planned letter, written to a fresh file, read back and kept with its request."""
    facts = plan.facts(session, calendar)
    require_known(facts, order.given)
    content, filling, own = _rendered(facts, order)
    if order.final:
        require_complete(facts, filling)
    fresh.write_bytes(content)
    if fresh.read_bytes() != content:
        raise Fault(f"文书写入“{order.out}”后读回不一致，请检查磁盘后再试。")
    made = MadeLetter(
        kind=plan.kind,
        made_on=plan.made_on,
        content=content,
        file_name=order.out.name,
        final=order.final,
        number=plan.number,
    )
    done = make_letter(session, plan.request.id, made, calendar=calendar, today=today)
    return WrittenLetter(
        fresh,
        done.record_id,
        plan.kind.slug,
        plan.kind.label,
        facts.number if order.final else "",
        order.final,
        _missing(session, plan, filling),
        (*findings(facts, filling, order.given, own=own), *done.findings),
    )


def save_letter(database: Database, letter_id: int, out: Path) -> Path:
    """Put a kept letter into a file once more, as it was made; the path is absolute.

    A file that somebody has changed is not replaced. Raises Refusal or Fault in one sentence.
    """
    out = out.expanduser().absolute()
    with _told_plainly(out):
        _require_place(out)
        with (
            database.reading() as session,
            own_folder(out.parent, ".letter-") as place,
        ):
            content = letter_content(session, letter_id)
            _require_own_file(session, out)
            fresh = place / "letter.docx"
            fresh.write_bytes(content)
            put_in_place(fresh, out)
    return out


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which letter is meant, of which day, and the number that it takes."""

    request: Request
    kind: LetterKind
    made_on: date
    number: LetterNumber | None
    written: str | None

    def facts(self, session: Session, calendar: WorkingDays) -> LetterFacts:
        """What the letter is made of."""
        return LetterFacts(
            self.request,
            the_office(session),
            self.kind,
            self.made_on,
            calendar,
            step=step_of(session, self.request, self.kind, self.made_on),
            number=self.number.text if self.number else self.written or "",
            told=letter_to_deliver(letters_of(session, self.request.id)),
        )


def _plan(session: Session, order: LetterOrder, today: date) -> _Plan:
    request = request_numbered(session, order.request_number)
    kind = kind_meant(request, order.kind)
    day = order.made_on or day_meant(session, request, kind, today)
    require_day(request, kind, day, final=order.final)
    step = step_of(session, request, kind, day)
    if order.final:
        require_not_final(session, request, kind, day)
        return _Plan(request, kind, day, number_for(session, kind, step, day), None)
    return _Plan(request, kind, day, None, written_number(session, kind, step))


def _rendered(facts: LetterFacts, order: LetterOrder) -> tuple[bytes, Filling, bool]:
    """The letter as a file, read back and compared; what it lacks; whether by an own template."""
    values = letter_values(facts, order.given)
    document, own = open_template(facts.kind, order.templates)
    filling = fill(document, values)
    _describe(document, facts)
    content = packed(document)
    if text_of(Document(BytesIO(content))) != filling.text:
        raise Fault(f"“{facts.kind.label}”读回核对不符，请检查模板后重新制作。")
    return content, filling, own


def _describe(document: WordDocument, facts: LetterFacts) -> None:
    about = document.core_properties
    about.title = facts.kind.label
    about.created = about.modified = datetime.combine(facts.made_on, time(), UTC)
    about.last_modified_by = ""


def _missing(session: Session, plan: _Plan, filling: Filling) -> tuple[str, ...]:
    """What a clerk has still to fill in; a number that comes with the final letter is not."""
    comes = next_number(session, plan.kind, plan.made_on) is not None
    return tuple(name for name in filling.missing if not (comes and name == _NUMBER))


def _require_place(out: Path) -> None:
    if out.suffix.lower() != ".docx":
        raise Refusal(f"文书要写成Word文件，“{out}”应以.docx结尾。")
    if not out.parent.is_dir():
        raise Fault(f"没有文件夹“{out.parent}”，请先建立或另选位置。")
    if out.is_dir():
        raise Fault(f"“{out}”是文件夹，请另起一个文件名。")


def _require_own_file(session: Session, out: Path) -> None:
    """Raises Refusal for a file that is there and is not as this program wrote it."""
    if not out.exists():
        return
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    known = session.scalars(select(Letter.id).where(Letter.sha256 == digest)).first()
    if known is None:
        raise Refusal(f"“{out}”已经存在，可能改过，没有覆盖；请换一个文件名或先移走它。")
    out.open("r+b").close()  # one that is open in Word is told before anything is kept


@contextmanager
def _told_plainly(out: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise Fault(
            f"写不了“{out}”，没有权限，或者它正在Word、WPS里打开，请关闭后再试。"
        ) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Fault(f"磁盘已满，没有写出“{out}”，请清理磁盘后再试。") from error
        raise Fault(f"写不了“{out}”，{reason_of(error)}，请检查磁盘和路径。") from error
