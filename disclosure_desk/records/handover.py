"""A hand-over package (交接包) that was merged into this office's registers, and what it told."""

from datetime import datetime

from sqlalchemy import Column, DateTime, LargeBinary, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from disclosure_desk.records.base import Base, field


class Handover(Base):
    """One merging of a package: where it came from, and the hash of what was new in it.

    Undoing the merging removes it; what the package told is then as if it had never come.
    """

    __tablename__ = "handover"

    file_name: Mapped[str] = field("文件名", required=True)
    span: Mapped[str] = field("交接范围", required=True)
    made_by: Mapped[str] = field("制作人", required=True)
    computer: Mapped[str] = field("计算机", required=True)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=False))  # UTC
    package: Mapped[str] = field("交接包封签", required=True)
    sha256: Mapped[str] = field("SHA-256", required=True)  # of the content beside

    __table_args__ = ({"sqlite_autoincrement": True},)


# What was new in merged packages, compressed, by its hash; storage/knowledge.py reads it. It
# stays when a merging is undone: doing it again needs it.
handover_content = Table(
    "handover_content",
    Base.metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
