"""The index number (索引号) that a published item is proposed, by the office's own pattern."""

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import the_office
from disclosure_desk.records.publication import Publication

_DIGITS = 5
_ITEMS_LOOKED_AT = 5_000


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
    number = re.compile(rf"{re.escape(begins)}(\d+){re.escape(ends)}")
    of_year = Publication.index_number.startswith(begins, autoescape=True)
    # Mostly one of the newest items has a number of the year: then the rest is left alone.
    newest = select(Publication.id).order_by(Publication.id.desc()).limit(_ITEMS_LOOKED_AT)
    first = select(func.min(newest.subquery().c.id)).scalar_subquery()
    taken = [0]
    for looked_at in (of_year & (Publication.id >= first), of_year):
        texts = session.scalars(select(Publication.index_number).where(looked_at))
        found = [number.fullmatch(text or "") for text in texts]
        taken += [int(one[1]) for one in found if one]
        if max(taken):
            break
    return f"{begins}{max(taken) + 1:0{_DIGITS}d}{ends}"
