"""What the registers lack: items not published in time, silent months, half-filled records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from disclosure_desk.records.finding_answer import RuleOff
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.terms import ENDED_WITHOUT_ANSWER
from disclosure_desk.rules.publication_clock import publication_due
from disclosure_desk.rules.working_days import WorkingDays

_Month = tuple[int, int]  # year and month
_MOST_SHOWN = 200
_AT_LEAST = timedelta(days=20)  # fewer days never hold the 20 working days of the law
_LATE_FOR_AT_MOST = timedelta(days=2 * 366)  # what is older was given up or is a backlog


@dataclass(frozen=True, slots=True)
class LateItem:
    """An item that should have been published by `due`."""

    id: int
    number: str
    title: str
    made_on: date
    due: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Months of a register without an entry."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A record with fields that are still wanted."""

    kind: str
    id: int
    number: str
    title: str
    text: str


def late_publications(session: Session, calendar: WorkingDays, today: date) -> list[LateItem]:
    """Items made in the last two years and not published within the period of the law.

    The period is 20 working days from the day of making. Source: 条例第二十六条.
    """
    rows = session.execute(
        select(Publication.id, Publication.number, Publication.title, Publication.made_on)
        .where(
            or_(Publication.published_on.is_(None), Publication.published_on > today),
            Publication.made_on.between(today - _LATE_FOR_AT_MOST, today - _AT_LEAST),
            or_(Publication.repealed_on.is_(None), Publication.repealed_on > today),
        )
        .order_by(Publication.made_on, Publication.id)
    )
    found = []
    for id_, number, title, made_on in rows:
        due = publication_due(made_on, calendar)
        if due is not None and due < today:
            found.append(LateItem(id_, number or "", title, made_on, due))
    return found[:_MOST_SHOWN]


def entries_missing(session: Session, today: date) -> Iterator[Gap]:
    """Whole months of the last twelve without an entry, in registers that were kept up before.

    A register without any entry in the last two years is not used, and asks for nothing.
    """
    months = [_months_before(today, number) for number in range(24, 0, -1)]
    for kind, label, column in (
        ("publication", "主动公开", Publication.made_on),
        ("indicator", "数据填报", IndicatorEntry.dated_on),
    ):
        filled = _months_filled(session, column, months[0], today)
        first = min(filled, default=None)
        used = [] if first is None else [one for one in months[12:] if one > first]
        silent = [one for one in used if one not in filled]
        if silent:
            told = "、".join(_month_told(one, today) for one in silent)
            yield Gap(kind, f"{label}：{told}", "请补登或确认没有")


def _months_before(today: date, number: int) -> _Month:
    year, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    return year, month + 1


def _month_told(month: _Month, today: date) -> str:
    year, number = month
    return f"{number}月" if year == today.year else f"{year}年{number}月"


def _months_filled(
    session: Session, column: InstrumentedAttribute[date], first: _Month, today: date
) -> set[_Month]:
    year, month = func.extract("year", column), func.extract("month", column)
    rows = session.execute(
        select(year, month).where(column.between(date(*first, 1), today)).distinct()
    )
    return {(int(year), int(month)) for year, month in rows}


def unfinished_records(session: Session, today: date) -> list[Unfinished]:
    """Requests and items of this year with fields that their letters and figures want."""
    found = [*_unfinished_requests(session, today), *_unfinished_items(session, today)]
    return found[:_MOST_SHOWN]


def _unfinished_requests(session: Session, today: date) -> Iterator[Unfinished]:
    first = date(today.year, 1, 1)
    undelivered = and_(
        Request.finished_on.is_not(None),
        Request.outcome.not_in(ENDED_WITHOUT_ANSWER),
        ~exists().where(
            RequestEvent.request_id == Request.id,
            RequestEvent.kind == "delivery",
            RequestEvent.happened_on.is_not(None),
        ),
    )
    wanted: dict[str, ColumnElement[bool]] = {
        "申请人名称": Request.applicant_name.is_(None),
        "申请内容": Request.content.is_(None),
        "承办科室": Request.department_id.is_(None),
        "送达日期": undelivered,
        "步骤的日期": exists().where(
            RequestEvent.request_id == Request.id, RequestEvent.happened_on.is_(None)
        ),
    }
    current = or_(Request.finished_on.is_(None), Request.finished_on >= first)
    rows = session.execute(
        select(Request.id, Request.number, Request.content, *wanted.values())
        .where(current, or_(*wanted.values()))
        .order_by(Request.received_on.desc(), Request.id)
        .limit(_MOST_SHOWN)
    )
    for id_, number, content, *lacks in rows:
        missing = [name for name, lacking in zip(wanted, lacks, strict=True) if lacking]
        yield Unfinished("request", id_, number, content or "", f"还缺{'、'.join(missing)}")


def _unfinished_items(session: Session, today: date) -> Iterator[Unfinished]:
    wanted: dict[str, ColumnElement[bool]] = {"公开渠道": Publication.channel_mask == 0}
    first = _first_review(session)
    if first is not None:
        unreviewed = and_(Publication.secrecy_reviewer.is_(None), Publication.published_on >= first)
        wanted["保密审查记录"] = unreviewed
    rows = session.execute(
        select(Publication.id, Publication.number, Publication.title, *wanted.values())
        .where(
            Publication.published_on.between(date(today.year, 1, 1), today),
            or_(*wanted.values()),
        )
        .order_by(Publication.published_on.desc(), Publication.id)
        .limit(_MOST_SHOWN)
    )
    for id_, number, title, *lacks in rows:
        missing = [name for name, lacking in zip(wanted, lacks, strict=True) if lacking]
        text = f"已公开而没有{'、'.join(missing)}"
        yield Unfinished("publication", id_, number or "", title, text)


def _first_review(session: Session) -> date | None:
    """I2: from which day on items are asked for a review; None where the office asks for none.

    An office that has never entered a reviewer keeps that record elsewhere.
    """
    if session.scalars(select(RuleOff.id).where(RuleOff.rule == "I2")).first() is not None:
        return None
    return session.scalar(
        select(func.min(Publication.published_on)).where(Publication.secrecy_reviewer.is_not(None))
    )
