"""The journal: who changed what and when, with the values before and after."""

from datetime import datetime

from sqlalchemy import DateTime, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from disclosure_desk.records.base import Base


class JournalEntry(Base):
    """One change of one record, or the entry of many; lines are added, never changed.

    `before` and `after` are JSON objects: of a new record all values, of a changed one the
    fields that changed, of a removed one all values before.

    A line with a `last_id` tells of the records `record_id` to `last_id` of its kind, without
    gaps, that one step entered together. Its `after` names the columns once, those that any of
    the records fills: {"columns": ["id", …], "rows": [[…], …]}, the id first.
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
    last_id: Mapped[int | None]

    __table_args__ = (
        Index(None, "kind", "record_id"),
        # Finds the line that entered a record among others.
        Index(
            "ix_journal_entered_together",
            *("kind", "record_id", "last_id"),
            sqlite_where=text("last_id IS NOT NULL"),
            postgresql_where=text("last_id IS NOT NULL"),
        ),
    )
