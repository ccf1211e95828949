"""Numbers of letters (文号): one running count for each 代字 and year.

«示科公开答〔2025〕3号» is the office's 机关代字, the 代字 of the kind or the one that the office
uses instead, the year and the count.
"""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import the_office
from disclosure_desk.faults import Refusal
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.rules.letter_series import own_series
from disclosure_desk.rules.letters import LetterKind

_COUNT = re.compile(r"〔(\d{4})〕第?(\d{1,9})号$")
_BRACKETS = str.maketrans("[]［］【】()（）", "〔〕" * 5)


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number as it is printed; the rest is empty for one that does not follow the pattern."""

    text: str
    series: str | None = None
    year: int | None = None
    sequence: int | None = None


def next_number(session: Session, kind: LetterKind, made_on: date) -> LetterNumber | None:
    """The number that the next letter of a kind takes; it is taken only when one is made.

    None for kinds without numbers, and while the office has no 机关代字. Numbers written by hand
    into the register count too. Writers of a database take turns, so within a writing
    transaction nobody else is given the same one.
    """
    code, series = _code_and_series(session, kind)
    if not code or series is None:
        return None
    begins = f"{code}{series}"
    of_letters = session.execute(
        select(func.max(Letter.sequence)).where(
            Letter.series == series, Letter.year == made_on.year
        )
    ).scalar()
    by_hand = [_count(text, begins, made_on.year) for text in _by_hand(session, begins)]
    sequence = max([of_letters or 0, *by_hand]) + 1
    text = f"{begins}〔{made_on.year}〕{sequence}号"
    return LetterNumber(text, series, made_on.year, sequence)


def number_as_written(session: Session, kind: LetterKind, text: str) -> LetterNumber:
    """A number that the register already has for a letter, with its count where it follows ours.

    Raises Refusal when another final letter bears it.
    """
    taken = select(Letter.id).where(Letter.number == text, Letter.final)
    if session.scalars(taken).first() is not None:
        raise Refusal(f"文号“{text}”已用于另一份定稿的文书，请更正登记的文号。")
    code, series = _code_and_series(session, kind)
    found = _COUNT.search(text.translate(_BRACKETS))
    if not code or series is None or found is None:
        return LetterNumber(text)
    year, sequence = int(found[1]), int(found[2])
    if text.translate(_BRACKETS)[: found.start()] != f"{code}{series}":
        return LetterNumber(text)
    other = select(Letter.id).where(
        Letter.series == series, Letter.year == year, Letter.sequence == sequence
    )
    if session.scalars(other).first() is not None:
        return LetterNumber(text)
    return LetterNumber(text, series, year, sequence)


def _code_and_series(session: Session, kind: LetterKind) -> tuple[str, str | None]:
    """机关代字, and the 代字 that this office writes for a kind; None for one without numbers."""
    office = the_office(session)
    own = own_series(office.letter_series or "")
    series = own.get(kind.series, kind.series) if kind.series else None
    return (office.letter_code or "").strip(), series


def _by_hand(session: Session, begins: str) -> list[str]:
    """Numbers that steps of the register carry and that begin like this series."""
    columns = (RequestEvent.reply_number, RequestEvent.letter_number)
    starts = [column.startswith(begins, autoescape=True) for column in columns]
    rows = session.execute(select(*columns).where(or_(*starts)))
    return [text for row in rows for text in row if text]


def _count(text: str, begins: str, year: int) -> int:
    plain = text.strip().translate(_BRACKETS)
    found = _COUNT.search(plain)
    if found is None or plain[: found.start()] != begins or int(found[1]) != year:
        return 0
    return int(found[2])
