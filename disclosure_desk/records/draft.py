"""What was typed into a form and is no record yet (草稿)."""

from sqlalchemy import Column, DateTime, Index, Integer, Table, Text

from disclosure_desk.records.base import Base

# A table without a model: what is written through it is no change of a record, so that the
# journal tells nothing of it and its key is no number of anything. `key` is given by the form
# that types, one for each open form: two forms never write over each other.
draft = Table(
    "draft",
    Base.metadata,
    Column("key", Text, primary_key=True),
    Column("form", Text, nullable=False),  # a register, or «step.reply» and the like
    Column("record_id", Integer, nullable=True),  # none for a new record
    Column("part_of", Integer, nullable=True),  # the request that a step belongs to
    Column("actor", Text, nullable=False),
    Column("computer", Text, nullable=False),
    Column("name", Text, nullable=False),  # what lists call it
    Column("content", Text, nullable=False),  # JSON: the fields as typed, and as they were before
    Column("reasons", Text, nullable=False),  # JSON: why it is no record yet (待补)
    Column("written_at", DateTime(timezone=False), nullable=False),  # UTC
    Index("ix_draft_form", "form", "record_id"),
)
