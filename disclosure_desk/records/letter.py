"""A letter (文书) made for a request, kept as it left the office."""

from datetime import date

from sqlalchemy import Column, Date, ForeignKey, LargeBinary, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import OUTCOMES


class Letter(Base):
    """One letter: its kind, number (文号), and the outcome that it was written for.

    `series`, `year` and `sequence` make the number: one running count for each series and
    year. A decision letter whose `outcome` is no longer that of its request is outdated.
    """

    __tablename__ = "letter"

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    # The step that tells of this letter; a step may be taken away, the letter stays.
    event_id: Mapped[int | None]
    kind: Mapped[str]
    number: Mapped[str | None] = field("文号")
    series: Mapped[str | None]
    year: Mapped[int | None]
    sequence: Mapped[int | None]
    made_on: Mapped[date] = field("文书日期", required=True)
    outcome: Mapped[str | None] = field("办理结果", choices=OUTCOMES)
    final: Mapped[bool] = field("定稿", default=False)
    file_name: Mapped[str] = field("文件名", required=True)
    sha256: Mapped[str] = field("SHA-256", required=True)
    person: Mapped[str | None] = field("经办人")

    request: Mapped[Request] = relationship()

    __table_args__ = (
        UniqueConstraint("series", "year", "sequence"),
        {"sqlite_autoincrement": True},
    )


# The files themselves lie beside, so that a list of letters does not load them, and the
# journal keeps their hash instead of them.
letter_file = Table(
    "letter_file",
    Base.metadata,
    Column("letter_id", ForeignKey("letter.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# The files of drafts that were taken away, by their hash: without them a request could not be
# put back as it was. `kept_until` is empty for those that the recycle bin may need; of a draft
# that another has replaced the file stays for the day, for undo.
letter_aside = Table(
    "letter_aside",
    Base.metadata,
    Column("sha256", Text, primary_key=True),
    Column("kept_until", Date, nullable=True),
    Column("content", LargeBinary, nullable=False),
)
