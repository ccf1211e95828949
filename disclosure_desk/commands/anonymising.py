"""Retention: whose personal data is past the office's period, and its clearing in one step.

An applicant's data may be kept no longer than its purpose wants (个人信息保护法第十九条和
第四十七条, from memory); how long that is for a closed case no source at hand fixes, so that the
office says it. It is off until then. What is counted stays: the kind of applicant, every day,
the outcome.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from disclosure_desk.commands.clearing import Clearing
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.offices import the_office
from disclosure_desk.faults import Refusal
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.journal import BLOTTING, JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.records.request_clock import is_open
from disclosure_desk.storage.changes import effects_told
from disclosure_desk.storage.journal import begin_step, note

LONGEST_YEARS = 100
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Due:
    """A request whose period is over; `closed_on` is the last day on which anything happened."""

    id: int
    number: str
    received_on: date
    closed_on: date
    is_removed: bool = False  # it lies in the recycle bin


def set_retention(session: Session, years: int | None) -> Done:
    """Keep for how many years after its end the data of a request stays; None: for good.

    Raises Refusal for a number of years that cannot be meant.
    """
    kept = None if years is None else _meant(years)
    step = "修改个人信息保存期限"
    begin_step(session, step)
    office = the_office(session)
    office.retention_years = kept
    session.flush()
    return Done(step, frozenset({"office"}), office.id)


def _meant(years: int) -> int:
    if not 1 <= years <= LONGEST_YEARS:
        raise Refusal(f"个人信息保存期限填1到{LONGEST_YEARS}年，不清除的留空。")
    return years


def last_day_over(today: date, years: int) -> date:
    """The last day of an end whose period of so many years was over yesterday."""
    try:
        same_day = today.replace(year=today.year - years)
    except ValueError:  # 29 February
        return date(today.year - years, 2, 28)
    return same_day - timedelta(days=1)


def past_retention(session: Session, today: date, years: int | None = None) -> list[Due]:
    """The requests whose data is past the office's period, oldest first; none without a period.

    `years` looks at another period than the office's. A request counts from the last thing that
    happened in it, a dispute about it among them; as long as it or such a dispute is open, its
    data stays.
    """
    years = the_office(session).retention_years if years is None else _meant(years)
    if years is None:
        return []
    until = last_day_over(today, years)
    found = [*_present(session, until), *_removed(session, until)]
    return sorted(found, key=lambda one: (one.closed_on, one.number))


def _present(session: Session, until: date) -> Iterator[Due]:
    asked = (
        select(Request)
        .where(Request.finished_on <= until, Request.anonymised_on.is_(None))
        .options(selectinload(Request.events))
    )
    requests = session.scalars(asked).all()
    disputes = _disputes(session, [one.number for one in requests])
    for request in requests:
        ends = [one.happened_on for one in request.events if one.happened_on]
        about = disputes.get(request.number, [])
        ends += [one.concluded_on for one in about if one.concluded_on]
        is_pending = is_open(request.events) or any(one.concluded_on is None for one in about)
        closed_on = max(ends, default=until)
        if not is_pending and closed_on <= until:
            yield Due(request.id, request.number, request.received_on, closed_on)


def _disputes(session: Session, numbers: list[str]) -> dict[str, list[Dispute]]:
    found: dict[str, list[Dispute]] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        for one in session.scalars(select(Dispute).where(Dispute.request_number.in_(part))):
            found.setdefault(str(one.request_number), []).append(one)
    return found


def _removed(session: Session, until: date) -> Iterator[Due]:
    """Removed requests count from the day of their removal; what was put back is present."""
    removals = select(JournalEntry).where(
        JournalEntry.kind == Request.__tablename__, JournalEntry.after.is_(None)
    )
    newest = {line.record_id: line for line in session.scalars(removals.order_by(JournalEntry.id))}
    present = set(_ids_present(session, newest))
    for record_id, line in newest.items():
        on = line.recorded_at.date()
        if record_id in present or on > until:
            continue
        values = effects_told([line])[0].before or {}
        if values.get("anonymised_on") is None:
            number, received = str(values.get("number") or ""), values.get("received_on")
            yield Due(record_id, number, received or on, on, is_removed=True)


def _ids_present(session: Session, ids: Iterable[int]) -> Iterator[int]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        yield from session.scalars(select(Request.id).where(Request.id.in_(part)))


def anonymise(session: Session, *, today: date, with_texts: bool = False) -> Done:
    """Clear the data of all applicants whose period is over, from the registers and the journal.

    `with_texts` clears what they wrote as well; else only what names or reaches a person is
    taken out of it. Figures stay as they are. It cannot be undone. Raises Refusal where nothing
    is past the period, or none is set.
    """
    years = the_office(session).retention_years
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
