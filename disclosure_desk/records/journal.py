"""The journal: who changed what and when, with the values before and after."""

from datetime import datetime

from sqlalchemy import Column, DateTime, Index, Integer, Table, Text, text
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
        # Finds what was removed, which is little, among all the rest.
        Index(
            "ix_journal_removed",
            *("kind", "record_id"),
            sqlite_where=text("after IS NULL"),
            postgresql_where=text("after IS NULL"),
        ),
    )


# What one transaction of a clerk changed, to be told, undone and redone as a whole: the lines
# from `first_line` to the one before the next change. Writers take turns, so no other line lies
# between them, and the lines of a large import need no number of their change each. `undoes` is
# the change that this one took back. Lines of earlier versions belong to no change.
journal_change = Table(
    "journal_change",
    Base.metadata,
    Column("first_line", Integer, primary_key=True, autoincrement=False),
    Column("undoes", Integer, nullable=True),
)

# A hash over each line and the seal of the line before it, as storage/journal_seal.py makes it.
journal_seal = Table(
    "journal_seal",
    Base.metadata,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("seal", Text, nullable=False),
)

# The newest of these once more, in the only row there is: an end that is cut off is missed.
journal_end = Table(
    "journal_end",
    Base.metadata,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("seal", Text, nullable=False),
)

# Lines out of which a person's data was blotted when its time had come (保存期限): the hash
# that their texts had when they were sealed, empty where the words of their step had to go too.
# What stands there since is attested by its own hash in a sealed line of kind BLOTTING.
journal_blot = Table(
    "journal_blot",
    Base.metadata,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("texts", Text, nullable=False),
)
BLOTTING = "anonymising"
