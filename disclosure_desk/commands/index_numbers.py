"""The index number (索引号) that a published item is proposed, by the office's own pattern."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import the_office
from disclosure_desk.records.publication import Publication

_DIGITS = 5


def proposed_index_number(session: Session, year: int) -> str:
    """The number after the highest of the year; "" while the pattern is missing or unfinished.

    The pattern has 【代码】 for the 统一社会信用代码, 【年】, and 【序号】, which it must have.
    """
    office = the_office(session)
    pattern = (office.index_pattern or "").strip()
    if "【序号】" not in pattern or ("【代码】" in pattern and not office.credit_code):
        return ""
    told = pattern.replace("【代码】", office.credit_code or "").replace("【年】", str(year))
    begins, ends = told.split("【序号】", 1)
    if "【" in begins + ends:
        return ""
    known = select(Publication.index_number).where(
        Publication.index_number.startswith(begins, autoescape=True)
    )
    number = re.compile(rf"{re.escape(begins)}(\d+){re.escape(ends)}")
    taken = [
        int(found[1]) for text in session.scalars(known) if (found := number.fullmatch(text or ""))
    ]
    return f"{begins}{max(taken, default=0) + 1:0{_DIGITS}d}{ends}"
