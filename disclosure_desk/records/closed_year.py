"""A year whose figures were signed (签发): what left the office, kept as it stood on that day."""

from datetime import date, datetime

from sqlalchemy import Column, DateTime, ForeignKey, Index, LargeBinary, Table, text
from sqlalchemy.orm import Mapped, mapped_column

from disclosure_desk.records.base import Base, field


class ClosedYear(Base):
    """One signing of a year's table; opening the year again leaves it in the history.

    A year may have several signings; the one that was not opened again is in force.
    """

    __tablename__ = "closed_year"

    year: Mapped[int] = field("年度", required=True)
    edition: Mapped[str] = field("报告格式", required=True)
    signed_on: Mapped[date] = field("签发日期", required=True)
    signed_at: Mapped[datetime] = mapped_column(DateTime(timezone=False))  # UTC
    signed_by: Mapped[str] = field("签发人", required=True)
    computer: Mapped[str] = field("计算机", required=True)
    reason: Mapped[str] = field("签发说明", required=True, long=True)
    sha256: Mapped[str] = field("SHA-256", required=True)
    # The published report of before this program was used; such a year has no lists of records.
    taken_from: Mapped[str | None] = field("取自文件", long=True)
    reopened_on: Mapped[date | None] = field("重新开放日期")
    reopened_by: Mapped[str | None] = field("重新开放人")
    reopening_reason: Mapped[str | None] = field("重新开放原因", long=True)

    __table_args__ = (
        Index(
            "ix_closed_year_in_force",
            "year",
            unique=True,
            sqlite_where=text("reopened_on IS NULL"),
            postgresql_where=text("reopened_on IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )


# The signed cells and lists lie beside, compressed: the history of signings does not load
# them, and the journal keeps their hash instead.
closed_year_content = Table(
    "closed_year_content",
    Base.metadata,
    Column("closed_year_id", ForeignKey("closed_year.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
