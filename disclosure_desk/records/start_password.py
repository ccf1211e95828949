"""What is kept of the office's start password: enough to know it again, too little to tell it."""

from sqlalchemy import Column, Integer, LargeBinary, Table

from disclosure_desk.records.base import Base

# A table without a model: what the journal keeps of a record it would keep of this, too.
# One row, or none where the office wants no password. `cost` is scrypt's power of two.
start_password = Table(
    "start_password",
    Base.metadata,
    Column("salt", LargeBinary, primary_key=True),
    Column("cost", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
