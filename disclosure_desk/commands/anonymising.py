"""Retention: whose personal data is past the office's period, and its clearing in one step.

An applicant's data may be kept no longer than its purpose wants (个人信息保护法第十九条和
第四十七条, from memory); how long that is for a closed case no source at hand fixes, so that the
office says it. It is off until then. What is counted stays: the kind of applicant, every day,
the outcome.
"""

from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.clearing import Clearing
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.offices import the_office
from disclosure_desk.faults import Refusal
from disclosure_desk.records.journal import BLOTTING
from disclosure_desk.records.rights import Right
from disclosure_desk.statistics.retained import (
    last_day_over,
    meant_years,
    past_retention,
    period_of,
)
from disclosure_desk.storage.admission import must_may
from disclosure_desk.storage.journal import begin_step, note


def set_retention(session: Session, years: int | None) -> Done:
    """Keep for how many years after its end the data of a request stays; None: for good.

    Raises Refusal for a number of years that cannot be meant.
    """
    kept = None if years is None else meant_years(years)
    step = "修改个人信息保存期限"
    begin_step(session, step)
    office = the_office(session)
    office.retention_years = kept
    session.flush()
    return Done(step, frozenset({"office"}), office.id)


def anonymise(session: Session, *, today: date, with_texts: bool = False) -> Done:
    """Clear the data of all applicants whose period is over, from the registers and the journal.

    `with_texts` clears what they wrote as well; else only what names or reaches a person is
    taken out of it. Figures stay as they are. It cannot be undone. Raises Refusal where nothing
    is past the period, none is set, or who writes may not.
    """
    must_may(session, Right.OFFICE)
    years = period_of(session)
    if years is None:
        raise Refusal("还没有设置个人信息保存期限，请先在“设置—个人信息”里填写年数。")
    due = past_retention(session, today)
    if not due:
        raise Refusal("没有超过保存期限的申请，不用清除。")
    until = last_day_over(today, years)
    step = f"清除{len(due)}件申请的个人信息"
    begin_step(session, step)
    told = "一并清除" if with_texts else "保留，隐去其中的姓名、证件号码和联系方式"
    note(
        session,
        BLOTTING,
        0,
        {"until": until.isoformat(), "requests": len(due), "texts": told},
    )
    Clearing(session, [one.id for one in due], today=today, with_texts=with_texts).run()
    return Done(step, frozenset({"request", "dispute"}))
