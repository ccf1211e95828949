"""What the clerk writes in a chapter of a year's report."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field


class ReportText(Base):
    """The text of one chapter; figures stand in it as 【fields】 that are filled at export."""

    __tablename__ = "report_text"

    year: Mapped[int] = field("年度", required=True)
    chapter: Mapped[int] = field("章", required=True)
    body: Mapped[str] = field("正文", required=True, long=True)

    __table_args__ = (UniqueConstraint("year", "chapter"), {"sqlite_autoincrement": True})
