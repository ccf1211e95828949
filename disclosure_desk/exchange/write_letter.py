"""A letter as a Word document: filled from the record, read back, kept, and handed over."""

import errno
import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.letter_files import letter_content, letters_of
from disclosure_desk.commands.letter_numbers import LetterNumber, next_number
from disclosure_desk.commands.letters import (
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
from disclosure_desk.exchange.letter_filling import Filling, fill, packed, text_of
from disclosure_desk.exchange.letter_templates import open_template
from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.rules.fees import Fee
from disclosure_desk.rules.letters import LetterKind, letter_kinds
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.letter_facts import LetterFacts, fee_amount, fee_differs
from disclosure_desk.statistics.letter_fields import (
    FIELDS,
    already_told,
    fields_shown,
    letter_values,
    told_missing,
)
from disclosure_desk.storage.database import Database
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
) -> WrittenLetter:
    """Write a letter of a request to a .docx file and keep it with the request.

    `kind` is a slug, a Chinese name, or «答复书» for the letter of the request's outcome. A
    draft is written with its empty 【fields】 highlighted; a final one takes its number and
    becomes a step. `templates` is a folder with the office's own templates, `given` are texts
    for fields of which the records tell nothing. A file that this program wrote is replaced,
    one that somebody has changed is not.

    Raises Refusal or Fault in one sentence, with nothing written or kept.
    """
    out = out.expanduser().absolute()
    calendar = calendar or calendar_in_use()
    with _told_plainly(out):
        _require_place(out)
        with tempfile.TemporaryDirectory(prefix=".letter-", dir=out.parent) as place:
            fresh = Path(place) / "letter.docx"
            with database.writing(actor) as session:
                plan = _plan(session, request_number, kind, made_on, today, final=final)
                _require_own_file(session, out)
                facts = plan.facts(session, calendar)
                _require_known(facts, given or {})
                content, filling, own = _rendered(facts, templates, given)
                if final:
                    _require_complete(facts, filling)
                fresh.write_bytes(content)
                if fresh.read_bytes() != content:
                    raise Fault(f"文书写入“{out}”后读回不一致，请检查磁盘后再试。")
                done = make_letter(
                    session,
                    plan.request.id,
                    plan.kind.slug,
                    made_on=plan.made_on,
                    content=content,
                    file_name=out.name,
                    final=final,
                    number=plan.number,
                    calendar=calendar,
                    today=today,
                )
                findings = (*_findings(facts, filling, given or {}, own=own), *done.findings)
                missing = _missing(session, plan, filling)
            fresh.replace(out)
    return WrittenLetter(
        out,
        done.record_id,
        plan.kind.slug,
        plan.kind.label,
        facts.number if final else "",
        final,
        missing,
        findings,
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
            tempfile.TemporaryDirectory(prefix=".letter-", dir=out.parent) as place,
        ):
            content = letter_content(session, letter_id)
            _require_own_file(session, out)
            fresh = Path(place) / "letter.docx"
            fresh.write_bytes(content)
            fresh.replace(out)
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
            told=_delivered(session, self.request),
        )


def _plan(
    session: Session,
    request_number: str,
    words: str,
    made_on: date | None,
    today: date,
    *,
    final: bool,
) -> _Plan:
    request = request_numbered(session, request_number)
    kind = kind_meant(request, words)
    day = made_on or day_meant(session, request, kind, today)
    require_day(request, kind, day, final=final)
    step = step_of(session, request, kind, day)
    if final:
        require_not_final(session, request, kind, day)
        return _Plan(request, kind, day, number_for(session, kind, step, day), None)
    return _Plan(request, kind, day, None, written_number(session, kind, step))


def _delivered(session: Session, request: Request) -> Letter | None:
    """The letter that goes to the applicant with a receipt: the decision, else the newest."""
    kinds = letter_kinds()
    letters = [one for one in letters_of(session, request.id) if one.final and one.number]
    mine = [one for one in letters if kinds[one.kind].shows != "hidden"]
    decisions = [one for one in mine if kinds[one.kind].ends]
    return (decisions or mine)[-1] if mine else None


def _rendered(
    facts: LetterFacts, templates: Path | None, given: Mapping[str, str] | None
) -> tuple[bytes, Filling, bool]:
    """The letter as a file, read back and compared; what it lacks; whether by an own template."""
    values = letter_values(facts, given)
    document, own = open_template(facts.kind, templates)
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


def _require_complete(facts: LetterFacts, filling: Filling) -> None:
    """Raises Refusal for a final letter with fields that are empty or that there are none of."""
    if filling.missing:
        names = told_missing(filling.missing)
        raise Refusal(f"“{facts.kind.label}”还不能定稿，这些内容没有填写：{names}。")
    if filling.unknown:
        raise Refusal(
            f"“{facts.kind.label}”还不能定稿，模板里有不能用的字段："
            f"{'、'.join(f'【{name}】' for name in filling.unknown)}，请改正模板。"
        )
    fee = _wrong_fee(facts)
    if fee is not None:
        raise Refusal(
            f"“{facts.kind.label}”还不能定稿，登记的应缴金额{fee_amount(facts)}与收费明细的合计"
            f"{fee.yuan}元不一致，请改正步骤“收费通知”的应缴金额、件数或者页数。"
        )


def _require_known(facts: LetterFacts, given: Mapping[str, str]) -> None:
    """Raises Refusal for a text that is given for no field of this letter."""
    for name in given:
        if name not in FIELDS:
            raise Refusal(f"没有“{name}”这个字段，名称见模板里的【】，请核对。")
        if name not in fields_shown(facts.kind):
            raise Refusal(f"“{name}”不能用于“{facts.kind.label}”，请不要填写。")


def _missing(session: Session, plan: _Plan, filling: Filling) -> tuple[str, ...]:
    """What a clerk has still to fill in; a number that comes with the final letter is not."""
    comes = next_number(session, plan.kind, plan.made_on) is not None
    return tuple(name for name in filling.missing if not (comes and name == _NUMBER))


def _wrong_fee(facts: LetterFacts) -> Fee | None:
    """The fee by the tariff, where a fee notice asks for another amount."""
    return fee_differs(facts) if facts.kind.step == "fee_notice" else None


def _findings(
    facts: LetterFacts, filling: Filling, given: Mapping[str, str], *, own: bool
) -> Iterator[Finding]:
    for name in filling.unknown:
        plain = name.rstrip("？?")
        why = "不能用于这种文书" if plain in FIELDS else "不是可用的字段"
        where = "自备模板" if own else "模板"
        words = f"{where}里的“【{name}】”{why}，原样留在文书里，请改正模板。"
        yield Finding("W1", "warning", words, records=(facts.request.number,))
    if facts.kind.note:
        yield Finding("W2", "hint", facts.kind.note, records=(facts.request.number,))
    if facts.kind.outcomes and not facts.law_knows:
        words = (
            f"收到申请之日{facts.request.received_on}的规定没有“{facts.kind.label}”这种情形，法律依据"
            "没有写出；请核对办理结果，或者另行填写当时的依据后再定稿。"
        )
        yield Finding("W4", "warning", words, records=(facts.request.number,))
    for name in already_told(facts, given):
        words = f"“{name}”已经有登记的内容，没有用另外填写的；要改的请改登记。"
        yield Finding("W5", "warning", words, records=(facts.request.number,))
    fee = _wrong_fee(facts)
    if fee is not None:
        yield Finding(
            "W3",
            "warning",
            f"登记的应缴金额与按标准推算的{fee.yuan}元不一致，请核对（{fee.source}）。",
            records=(facts.request.number,),
            expected=fee.yuan,
        )


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
