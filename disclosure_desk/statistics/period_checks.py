"""What the rules find in the requests and cases that a period's table counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import card_of
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.finding import SEVERITIES, Finding
from disclosure_desk.records.request import Request
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.bases import BASES
from disclosure_desk.statistics.case_checks import check_case, check_dispute
from disclosure_desk.statistics.period import Period

MOST_LOOKED_AT = 500  # a large office has more; each takes some hundredths of a second


@dataclass(frozen=True, slots=True)
class RecordFinding:
    """A finding of a record, and which record a click opens."""

    kind: str
    id: int
    number: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Looked:
    """The findings, the heaviest first; how many records were looked at and how many were left."""

    findings: tuple[RecordFinding, ...]
    looked_at: int
    left: int


def records_with_findings(
    session: Session,
    period: Period,
    *,
    calendar: WorkingDays,
    today: date,
    most: int = MOST_LOOKED_AT,
) -> Looked:
    """The findings of every request and case that counts in the period, the newest first.

    Beyond `most` of a kind the oldest are left out, and it is said how many.
    """
    requests, more_requests = _ids(session, period, "requests", most)
    disputes, more_disputes = _ids(session, period, "disputes", most)
    found = [
        *_of_requests(session, requests, calendar, today),
        *_of_disputes(session, disputes, today),
    ]
    ordered = sorted(found, key=lambda one: SEVERITIES.index(one.finding.severity))
    looked_at = len(requests) + len(disputes)
    return Looked(tuple(ordered), looked_at, more_requests + more_disputes)


def _ids(session: Session, period: Period, of: str, most: int) -> tuple[list[int], int]:
    base = BASES[of](period)
    key = base.model.__table__.columns["id"]
    ids = list(session.scalars(select(key).where(base.within).order_by(key.desc())))
    return ids[:most], len(ids[most:])


def _of_requests(
    session: Session, ids: list[int], calendar: WorkingDays, today: date
) -> Iterator[RecordFinding]:
    for id_ in ids:
        report = check_case(session, id_, calendar=calendar, today=today)
        for finding in report.standing:
            yield RecordFinding("request", id_, session.get_one(Request, id_).number, finding)


def _of_disputes(session: Session, ids: list[int], today: date) -> Iterator[RecordFinding]:
    for id_ in ids:
        dispute = session.get_one(Dispute, id_)
        for finding in check_dispute(session, card_of(dispute), today=today, record_id=id_):
            yield RecordFinding("dispute", id_, dispute.number, finding)
