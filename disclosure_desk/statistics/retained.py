"""Whose personal data is past the office's period: closed requests, oldest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, selectinload

from disclosure_desk.faults import Refusal
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.office import Office
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_clock import is_open
from disclosure_desk.storage.changes import effects_told

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


def period_of(session: Session) -> int | None:
    """For how many years this office keeps the data of a closed request; None: for good."""
    return session.scalar(select(Office.retention_years))


def meant_years(years: int) -> int:
    """The number of years. Raises Refusal for one that cannot be meant."""
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
    years = period_of(session) if years is None else meant_years(years)
    if years is None:
        return []
    until = last_day_over(today, years)
    found = [*_present(session, until), *_removed(session, until)]
    return sorted(found, key=lambda one: (one.closed_on, one.number))


def number_past(session: Session, today: date) -> int:
    """About how many requests of the register are past the period, counted at once.

    Those that were taken up again are left to the list, which looks at each.
    """
    years = period_of(session)
    if years is None:
        return 0
    until = last_day_over(today, years)
    goes_on = exists().where(
        RequestEvent.request_id == Request.id,
        or_(RequestEvent.happened_on > until, RequestEvent.kind == "reopening"),
    )
    disputed = exists().where(
        Dispute.request_number == Request.number,
        or_(Dispute.concluded_on.is_(None), Dispute.concluded_on > until),
    )
    closed = and_(Request.finished_on <= until, Request.anonymised_on.is_(None))
    counted = select(func.count()).select_from(Request).where(closed, ~goes_on, ~disputed)
    return session.scalar(counted) or 0


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
