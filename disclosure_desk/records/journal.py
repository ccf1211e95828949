"""The journal: who changed what and when, with the values before and after."""

from datetime import datetime

from sqlalchemy import DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from disclosure_desk.records.base import Base


class JournalEntry(Base):
    """One change of one record; lines are added, never changed.

    `before` and `after` are JSON objects: of a new record all values, of a changed one the
    fields that changed, of a removed one all values before.
    """

    __tablename__ = "journal"

    recorded_at: Mapped[datetime] = mapped_column(DateTime(timezone=False))  # UTC
    actor: Mapped[str]
    computer: Mapped[str]
    step: Mapped[str]
    kind: Mapped[str]
    record_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]

    __table_args__ = (Index(None, "kind", "record_id"),)
