"""Second person's confirmation (复核): what the office wants confirmed, and who confirmed what.

Off unless the office wants it. An ending, a publication or a signed year from a day on that the
office names is 待复核 until somebody other than who typed it says that it is right; who reads
it may also return it (退回) with a reason. Each saying is a dated line that stays.

What was confirmed is kept as a fingerprint of the fields that figures and answers rest on. A
saying stands as long as the record still has that fingerprint, whichever way it was changed:
changed, it is 待复核 again; put back to what was confirmed (undone), it is confirmed again.
Notes, delivery and what is personal are no part of it: a letter may be delivered and a person
be made unrecognisable without asking the reviewer again.

Figures are counted from dated events as ever: confirming changes no count.
"""

import hashlib
import json
from datetime import date, datetime

from sqlalchemy import DateTime, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.cards import FIELDS, Field, card_of, shown
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, dated
from disclosure_desk.records.terms import Term, Terms

CONFIRMED, RETURNED, WAITING = "confirmed", "returned", "waiting"
VERDICTS = Terms("复核", Term(CONFIRMED, "已复核"), Term(RETURNED, "已退回"))
STATES = Terms("复核", Term(WAITING, "待复核"), *VERDICTS)
CLOSED_YEAR = ClosedYear.__tablename__
# What can be wanted confirmed: the words of the setting.
CONFIRMABLE = Terms(
    "要复核的",
    Term("request", "依申请公开的办结"),
    Term("publication", "主动公开信息的公开"),
    Term(CLOSED_YEAR, "年度统计的签发"),
)
# What figures and answers rest on; of a request also every one of its endings.
FIELDS_CONFIRMED = {
    "request": (
        *("number", "received_on", "received_via", "applicant_kind"),
        *("extended_on", "extension_workdays", "fee_yuan"),
        *("finished_on", "outcome", "reply_number"),
    ),
    "publication": (
        *("number", "title", "index_number", "document_number", "category", "document_kind"),
        *("made_on", "published_on", "channels", "effective_on", "valid_until", "repealed_on"),
    ),
}
# The day from which a record of the register wants to be confirmed.
ENDED_ON = {"request": "finished_on", "publication": "published_on", CLOSED_YEAR: "signed_on"}


# How registers call the state: as a column, a condition and a group; it is no field of a card.
CONFIRMATION = "confirmation"
CONFIRMATION_FIELD = Field(
    CONFIRMATION,
    "复核",
    str,
    choices=STATES,
    definition="另一个人是否已经复核；没有要求复核的、还没有办结或公开的空着。",
)

Confirmable = Request | Publication | ClosedYear
MODELS: dict[str, type[Base]] = {
    "request": Request,
    "publication": Publication,
    CLOSED_YEAR: ClosedYear,
}


class ConfirmationWanted(Base):
    """That the office wants one kind of thing confirmed, from a day on (inclusive)."""

    __tablename__ = "confirmation_wanted"

    kind: Mapped[str] = field("要复核的", required=True, choices=CONFIRMABLE)
    since: Mapped[date] = field(
        "起始日期",
        required=True,
        definition="从这一天起办结、公开、签发的要复核；以前的不用补。",
    )

    __table_args__ = (UniqueConstraint("kind"), {"sqlite_autoincrement": True})


class Confirmation(Base):
    """One saying of a reviewer about a record; the newest is the one that may stand.

    `stands` is derived: the record is still what it was when this was said.
    """

    __tablename__ = "confirmation"

    kind: Mapped[str] = field("复核内容", required=True, choices=CONFIRMABLE)
    record_id: Mapped[int]
    verdict: Mapped[str] = field("复核", required=True, choices=VERDICTS)
    said_by: Mapped[str] = field("复核人", required=True)
    said_on: Mapped[date] = field("复核日期", required=True)
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=False))  # UTC
    note: Mapped[str | None] = field("复核意见", long=True)
    fingerprint: Mapped[str]
    stands: Mapped[bool]

    __table_args__ = (
        Index("ix_confirmation_record", "kind", "record_id"),
        # Registers ask of every row that they show whether something stands for it.
        Index(
            "ix_confirmation_standing",
            *("kind", "record_id", "verdict"),
            sqlite_where=text("stands"),
            postgresql_where=text("stands"),
        ),
        {"sqlite_autoincrement": True},
    )


def told_of(record: Request | Publication) -> dict[str, str]:
    """What is to be confirmed of a record, field by field as users read it."""
    kind = "request" if isinstance(record, Request) else "publication"
    card = card_of(record)
    return {name: shown(FIELDS[kind][name], card.get(name)) for name in FIELDS_CONFIRMED[kind]}


def fingerprint_of(record: Confirmable) -> str:
    """Tells whether what was confirmed is still what stands there."""
    if isinstance(record, ClosedYear):
        return record.sha256
    told: list[object] = [told_of(record)]
    if isinstance(record, Request):
        told += [
            [one.kind, str(one.happened_on), one.outcome, one.reply_number]
            for one in dated(record.events, *FINISHING)
        ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
