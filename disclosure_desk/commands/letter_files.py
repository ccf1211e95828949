"""Letters as they are kept: the list of a request, and the file of each."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.letter import Letter, letter_aside, letter_file
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.storage.journal import begin_step


def letters_of(session: Session, request_id: int) -> list[Letter]:
    """The letters of a request, drafts among them, oldest first."""
    found = select(Letter).where(Letter.request_id == request_id)
    return list(session.scalars(found.order_by(Letter.made_on, Letter.id)))


def letter_content(session: Session, letter_id: int) -> bytes:
    """The file of a letter. Raises Refusal for none, Fault for one that is not what was kept."""
    letter = session.get(Letter, letter_id)
    content = session.execute(
        select(letter_file.c.content).where(letter_file.c.letter_id == letter_id)
    ).scalar()
    if letter is not None and content is None and letter.request.anonymised_on is not None:
        raise Refusal(f"文书“{letter.file_name}”的文件已按个人信息保存期限清除，只留下文号和日期。")
    if letter is None or content is None:
        raise Refusal("这份文书已被删除，请刷新列表。")
    if hashlib.sha256(content).hexdigest() != letter.sha256:
        raise Fault(f"文书“{letter.file_name}”与保存时不一样，可能已经损坏，请用备份恢复。")
    return bytes(content)


def keep_content(session: Session, letter: Letter, content: bytes) -> None:
    """Put the file of a letter beside it, in place of the one that was there."""
    drop_content(session, letter)
    session.execute(insert(letter_file).values(letter_id=letter.id, content=content))


def drop_content(session: Session, letter: Letter, *, for_good: bool = True) -> None:
    """Take the file of a draft from beside it, and keep it aside for undo.

    Not `for_good` is what goes with its request: the recycle bin may need it at any time.
    """
    beside = letter_file.c.letter_id == letter.id
    content = session.execute(select(letter_file.c.content).where(beside)).scalar()
    if content is None:
        return
    day = datetime.now(UTC).date()
    kept_until = day + timedelta(days=1) if for_good else None
    digest = hashlib.sha256(content).hexdigest()
    session.execute(delete(letter_aside).where(letter_aside.c.kept_until < day))
    aside = letter_aside.c.sha256 == digest
    if session.execute(select(func.count()).select_from(letter_aside).where(aside)).scalar():
        if not for_good:
            session.execute(update(letter_aside).where(aside).values(kept_until=None))
    else:
        session.execute(
            insert(letter_aside).values(sha256=digest, kept_until=kept_until, content=content)
        )
    session.execute(delete(letter_file).where(beside))


def has_content_aside(session: Session, sha256: str) -> bool:
    """Whether the file of a draft that was taken away is still kept."""
    aside = select(func.count()).select_from(letter_aside)
    return bool(session.execute(aside.where(letter_aside.c.sha256 == sha256)).scalar())


def put_content_back(session: Session, letter: Letter) -> None:
    """Lay a draft's file beside it again. Raises Refusal when it is kept no more."""
    aside = select(letter_aside.c.content).where(letter_aside.c.sha256 == letter.sha256)
    content = session.execute(aside).scalar()
    if content is None:
        raise Refusal(f"草稿“{letter.file_name}”的文件没有保留，请重新制作")
    session.execute(insert(letter_file).values(letter_id=letter.id, content=content))


def is_outdated(letter: Letter, request: Request) -> bool:
    """Whether a decision letter tells an outcome that its ending no longer has.

    The ending is the step that the letter became; of a draft, or where that step is gone, the
    newest one of the request.
    """
    if letter.outcome is None:
        return False
    ending = next((one for one in request.events if one.id == letter.event_id), None)
    ending = ending or newest_ending(request)
    return ending is None or ending.outcome != letter.outcome


def newest_ending(request: Request, until: date = date.max) -> RequestEvent | None:
    """The ending that holds now: the last one, when a request was reopened and ended again."""
    endings = dated(request.events, *FINISHING)
    told = [one for one in endings if one.happened_on and one.happened_on <= until]
    return told[-1] if told else None


def remove_draft(session: Session, letter_id: int) -> Done:
    """Take away a draft. Raises Refusal for a final letter, and for one that is gone."""
    letter = session.get(Letter, letter_id)
    if letter is None:
        raise Refusal("这份文书已被删除，请刷新列表。")
    if letter.final:
        raise Refusal(f"文书{letter.number or letter.file_name}已经定稿，不能删除。")
    step = f"删除{letter_kinds()[letter.kind].label}草稿"
    begin_step(session, step)
    drop_content(session, letter)
    session.delete(letter)
    session.flush()
    return Done(step, frozenset({"request"}), letter_id)


def letter_to_deliver(letters: Sequence[Letter]) -> Letter | None:
    """The letter that goes to the applicant with a receipt: the decision, else the newest final.

    What is written to third parties and other agencies is not the applicant's.
    """
    kinds = letter_kinds()
    mine = [
        one for one in letters if one.final and one.number and kinds[one.kind].shows != "hidden"
    ]
    decisions = [one for one in mine if kinds[one.kind].ends]
    return next(reversed(decisions or mine), None)
