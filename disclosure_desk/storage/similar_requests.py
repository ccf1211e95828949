"""Other requests of the same applicant: earlier ones, how many lately, and likely duplicates.

The search index finds the candidates by the pairs of the name, so that a million requests are
not read; requests that a large import has not indexed yet are found after `catch_up`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from disclosure_desk.records.case import EarlierRequest
from disclosure_desk.records.request import Request
from disclosure_desk.records.rulebook import rules
from disclosure_desk.records.wording import folded
from disclosure_desk.rules.similarity import likeness
from disclosure_desk.storage.search import found_by

_REQUESTS: Table = Request.metadata.tables[Request.__tablename__]
_COLUMNS = [_REQUESTS.c[name] for name in EarlierRequest.__dataclass_fields__]
_COMPARED = 200  # contents that are read for one look, the newest first
_CANDIDATES = 20_000  # a name typed half (示例县) is a part of very many


@dataclass(frozen=True, slots=True)
class ApplicantHistory:
    """What an applicant asked for until a day, that day included.

    `earlier` are the requests of the last months (how many: R08), the newest first and at most
    200; `lately` is how many came in the last days (R09); `total` all of them, of any time.
    """

    earlier: tuple[EarlierRequest, ...] = ()
    lately: int = 0
    in_months: int = 0
    total: int = 0


def history_of(
    session: Session, applicant: str, on: date, *, but: int | None = None
) -> ApplicantHistory:
    """The other requests under a name, spelt in any width, until a day; `but` is left out.

    A name of a single character, or without any, has none: it says nothing.
    """
    since = months_before(on, rules()["R08"].numbers["months"])
    recently = on - timedelta(days=rules()["R09"].numbers["days"])
    days = [one for one in _same_name(session, applicant) if one[0] != but]
    until = [(id_, day) for id_, day in days if day <= on]
    lately = sum(day > recently for _, day in until)
    in_months = sorted(((day, id_) for id_, day in until if day > since), reverse=True)
    newest = [id_ for _, id_ in in_months[:_COMPARED]]
    return ApplicantHistory(_read(session, newest), lately, len(in_months), len(days))


def newest_of(
    session: Session, applicant: str, *, but: int | None = None, most: int = 4
) -> tuple[EarlierRequest, ...]:
    """The newest requests under a name, of any time, at most so many."""
    days = sorted(((day, id_) for id_, day in _same_name(session, applicant)), reverse=True)
    return _read(session, [id_ for _, id_ in days if id_ != but][:most])


def likely_duplicates(
    earlier: Iterable[EarlierRequest], content: str | None, at_least: float | None = None
) -> tuple[EarlierRequest, ...]:
    """Those that ask for nearly the same, the most alike first; `at_least` by default from R08."""
    if not content:
        return ()
    limit = rules()["R08"].numbers["percent"] / 100 if at_least is None else at_least
    alike = [(likeness(content, one.content), one) for one in earlier if one.content]
    found = sorted((pair for pair in alike if pair[0] >= limit), key=lambda pair: -pair[0])
    return tuple(one for _, one in found)


def request_numbered(session: Session, number: str) -> EarlierRequest | None:
    """The request of this number; None when the register does not hold it."""
    row = session.execute(select(*_COLUMNS).where(_REQUESTS.c.number == number)).one_or_none()
    return None if row is None else EarlierRequest(*row)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"no month lies {months} months before {day}")


def _same_name(session: Session, applicant: str) -> list[tuple[int, date]]:
    """Id and day of receipt of the requests under this name, the newest entered first."""
    name = folded(applicant)
    condition = found_by(session.connection(), _REQUESTS.name, name) if len(name) > 1 else None
    if condition is None:
        return []
    columns = (_REQUESTS.c.id, _REQUESTS.c.received_on, _REQUESTS.c.applicant_name)
    newest = select(*columns).where(condition).order_by(_REQUESTS.c.id.desc())
    rows = session.execute(newest.limit(_CANDIDATES))
    return [(id_, day) for id_, day, stored in rows if stored and folded(stored) == name]


def _read(session: Session, ids: list[int]) -> tuple[EarlierRequest, ...]:
    """These requests in this order."""
    wanted: ColumnElement[bool] = _REQUESTS.c.id.in_(ids)
    rows = session.execute(select(*_COLUMNS).where(wanted)) if ids else ()
    found = {row[0]: EarlierRequest(*row) for row in rows}
    return tuple(found[id_] for id_ in ids)
