"""What a year's archive takes along of letters, and the line that it leaves in the journal."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.exports import EXPORT_KIND
from disclosure_desk.commands.letter_files import letter_content
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.period import Period
from disclosure_desk.storage.journal import begin_step, note


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter as it left the office, the request that it was made for, and its file."""

    letter: Letter
    request: Request
    content: bytes


def letters_of_year(session: Session, period: Period) -> Iterator[SentLetter]:
    """The final letters dated within the period, in order; drafts never left the office.

    Raises Fault for one that is not what was kept.
    """
    made = Letter.made_on.between(period.first, period.last)
    statement = select(Letter).where(Letter.final, made).order_by(Letter.made_on, Letter.id)
    for letter in session.scalars(statement):
        yield SentLetter(letter, letter.request, letter_content(session, letter.id))


def note_personal_archive(session: Session, year: int, folder: str, sha256: str) -> Done:
    """Journal that a year is archived with personal data; `sha256` is that of its list of hashes.

    The line is of kind "export"; its record id is the year, for no record has changed.
    """
    step = f"归档{year}年（含个人信息）"
    begin_step(session, step)
    note(session, EXPORT_KIND, year, {"file": folder, "sha256": sha256})
    return Done(step, frozenset())
