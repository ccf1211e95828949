"""What the first page will show on the days to come, kept so that it is there at once."""

from sqlalchemy import Column, Date, Integer, Table, Text

from disclosure_desk.records.base import Base

# A table without a model, like that of drafts: it repeats what the registers say and is made
# anew from them. `journal_id` is the newest line of the journal when it was made: with a newer
# one in the journal it holds no longer.
foreseen = Table(
    "foreseen",
    Base.metadata,
    Column("day", Date, primary_key=True),
    Column("journal_id", Integer, nullable=False),
    Column("unit_name", Text, nullable=False),
    Column("agenda", Text, nullable=False),  # JSON
)
