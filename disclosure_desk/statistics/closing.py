"""What is frozen when a year is signed, and how it is read back.

A signing holds every cell with its figure and the list of its records, the findings of that
moment, and what the figures were reckoned with. Its hash covers all of it, so that a figure
that was signed cannot change without being found out.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk import __version__
from disclosure_desk.faults import Fault
from disclosure_desk.records.closed_year import ClosedYear, closed_year_content
from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.edition import Edition, edition_for
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell
from disclosure_desk.statistics.members import Members, Named, Shares, members_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import plain

_FORMAT = 1  # of the content; a reader of a later one must still know this


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs which year, when and why."""

    unit: str
    year: int
    on: date
    at: datetime  # UTC
    by: str
    computer: str
    reason: str


@dataclass(frozen=True, slots=True)
class SignedYear:
    """A year's table as it was signed, complete in itself."""

    signature: Signature
    edition: str
    cells: Mapping[str, Figure]
    members: Members
    findings: tuple[Finding, ...]
    calendar: str  # fingerprint of the exchanged days in use
    program: str
    journal_id: int  # the last line of the journal when it was signed
    taken_from: str = ""  # the published report whose figures these are; they have no lists

    @property
    def year(self) -> int:
        """The year that was signed."""
        return self.signature.year


def freeze(
    session: Session,
    edition: Edition,
    signature: Signature,
    *,
    figures: Mapping[str, Figure],
    findings: Sequence[Finding],
    calendar: WorkingDays,
) -> SignedYear:
    """The year's table with its lists as the registers give them now."""
    return SignedYear(
        signature,
        edition.code,
        figures,
        members_of(session, edition, Period.of_year(signature.year)),
        tuple(findings),
        calendar_version(calendar),
        __version__,
        session.scalar(select(func.max(JournalEntry.id))) or 0,
    )


def take_over(
    session: Session,
    report: FinishedReport,
    signature: Signature,
    *,
    findings: Sequence[Finding],
    calendar: WorkingDays,
    taken_from: str,
) -> SignedYear:
    """The figures of a published report as those of its year; no record stands behind them.

    Every cell must have been read.
    """
    figures = {code: figure for code, figure in report.figures.items() if figure is not None}
    return SignedYear(
        signature,
        report.edition.code if report.edition else "",
        figures,
        Members({code: {} for code in figures}, {}),
        tuple(findings),
        calendar_version(calendar),
        __version__,
        session.scalar(select(func.max(JournalEntry.id))) or 0,
        taken_from,
    )


def signed_report(session: Session, year: int) -> FinishedReport | None:
    """What was signed of a year as a finished report, to hold the next one against.

    The requests carried over are left out: they are compared with the records at hand (X1).
    """
    closed = in_force(session, year)
    if closed is None:
        return None
    cells = {
        code: ReadCell("read", figure, str(figure))
        for code, figure in signed_of(session, closed).cells.items()
        if not code.startswith("requests.carried_out.")
    }
    return FinishedReport(None, year, edition_for(year, closed.edition), cells)


def calendar_version(calendar: WorkingDays) -> str:
    """A fingerprint of the days off and the days worked in exchange, of all years known."""
    days = {str(year): [list(map(str, some)) for some in calendar.exchanged(year)]
            for year in calendar.years}  # fmt: skip
    return hashlib.sha256(_canonical(days)).hexdigest()


# ------------------------------------------------------------------------- written and read back


def content_of(signed: SignedYear) -> bytes:
    """The canonical JSON of a signing: keys sorted, no blanks, figures as text, UTF-8."""
    who = signed.signature
    named: dict[str, list[list[object]]] = {}
    for (kind, id_), one in sorted(signed.members.named.items()):
        named.setdefault(kind, []).append([id_, one.number, one.title, one.date.isoformat()])
    taken = {"taken_from": signed.taken_from} if signed.taken_from else {}
    return _canonical(
        taken
        | {
            "format": _FORMAT,
            "unit": who.unit,
            "year": who.year,
            "edition": signed.edition,
            "on": who.on.isoformat(),
            "at": who.at.isoformat(),
            "by": who.by,
            "computer": who.computer,
            "reason": who.reason,
            "program": signed.program,
            "calendar": signed.calendar,
            "journal": signed.journal_id,
            "findings": [_finding_as_text(one) for one in signed.findings],
            # In the order of the form.
            "cells": [
                {
                    "code": code,
                    "value": _text(figure),
                    "records": _listed(signed.members.lists.get(code, {})),
                }
                for code, figure in signed.cells.items()
            ],
            "records": named,
        }
    )


def sha256_of(content: bytes) -> str:
    """The hash under which a signing is known."""
    return hashlib.sha256(content).hexdigest()


def signed_from(content: bytes) -> SignedYear:
    """The signing that `content_of` wrote; nothing else is asked, no database either."""
    told = json.loads(content)
    signature = Signature(
        told["unit"],
        told["year"],
        date.fromisoformat(told["on"]),
        datetime.fromisoformat(told["at"]),
        told["by"],
        told["computer"],
        told["reason"],
    )
    lists = {
        cell["code"]: {(kind, id_): Decimal(share) for kind, id_, share in cell["records"]}
        for cell in told["cells"]
    }
    named = {
        (kind, id_): Named(number, title, date.fromisoformat(day))
        for kind, rows in told["records"].items()
        for id_, number, title, day in rows
    }
    return SignedYear(
        signature,
        told["edition"],
        {cell["code"]: plain(Decimal(cell["value"])) for cell in told["cells"]},
        Members(lists, named),
        tuple(_finding_from(one) for one in told["findings"]),
        told["calendar"],
        told["program"],
        told["journal"],
        told.get("taken_from", ""),
    )


def packed(content: bytes) -> bytes:
    """The content as it is stored: lists of numbers compress well."""
    return zlib.compress(content, 6)


def _canonical(told: object) -> bytes:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _text(figure: Figure) -> str:
    """A figure with all its digits and no others: 2.50 and 2.5 are the same amount."""
    exact = plain(figure)
    return format(exact.normalize(), "f") if isinstance(exact, Decimal) else str(exact)


def _listed(shares: Shares) -> list[tuple[str, int, str]]:
    texts = {share: _text(share) for share in set(shares.values())}
    return [(kind, id_, texts[share]) for (kind, id_), share in sorted(shares.items())]


def _finding_as_text(finding: Finding) -> dict[str, object]:
    told = finding.as_json()
    numbers = {name: _text(value) for name in _NUMBERS
               if (value := getattr(finding, name)) is not None}  # fmt: skip
    return told | numbers


def _finding_from(told: Mapping[str, Any]) -> Finding:
    expected, found = (plain(Decimal(told[name])) if name in told else None for name in _NUMBERS)
    return Finding(
        told["rule"],
        told["severity"],
        told["message"],
        cells=tuple(told.get("cells", ())),
        records=tuple(told.get("records", ())),
        expected=expected,
        found=found,
    )


_NUMBERS = ("expected", "found")


# ------------------------------------------------------------------------------------ as stored


def in_force(session: Session, year: int) -> ClosedYear | None:
    """The signing of a year that was not opened again."""
    return session.scalars(
        select(ClosedYear).where(ClosedYear.year == year, ClosedYear.reopened_on.is_(None))
    ).one_or_none()


def all_in_force(session: Session) -> list[ClosedYear]:
    """Every closed year, in order."""
    closed = select(ClosedYear).where(ClosedYear.reopened_on.is_(None))
    return list(session.scalars(closed.order_by(ClosedYear.year)))


def signed_of(session: Session, closed: ClosedYear) -> SignedYear:
    """What was signed. Raises Fault when it is not what was kept."""
    stored = session.execute(
        select(closed_year_content.c.content).where(
            closed_year_content.c.closed_year_id == closed.id
        )
    ).scalar()
    try:
        content = zlib.decompress(stored or b"")
    except zlib.error:
        content = b""
    if sha256_of(content) != closed.sha256:
        raise Fault(
            f"{closed.year}年{closed.signed_on}签发的数字与保存时不一样，"
            "单位数据库可能已经损坏，请用备份恢复。"
        )
    return signed_from(content)
