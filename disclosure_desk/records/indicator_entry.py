"""A reported figure (数据填报): so much of an indicator on a day, told by a department."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.indicators import INDICATORS
from disclosure_desk.records.office import Department


class IndicatorEntry(Base):
    """One reported figure. Of two stocks on one day the one entered later holds."""

    __tablename__ = "indicator_entry"

    dated_on: Mapped[date] = field(
        "日期",
        required=True,
        definition="数字截止或者发生在哪一天；年度报告的核定时间点为12月31日。",
    )
    indicator: Mapped[str] = field(
        "指标",
        choices=INDICATORS,
        required=True,
        definition="年度报告表格里没有登记簿、由科室报来的数字。",
    )
    amount: Mapped[Decimal] = field(
        "数值",
        required=True,
        definition="累计数填这一次新发生的，时点数填到这一天为止的；包括依法未公开的处理决定。",
    )
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    note: Mapped[str | None] = field(
        "说明",
        long=True,
        definition="数字从哪里来、谁报的。",
    )

    department: Mapped[Department | None] = relationship(lazy="joined")

    __table_args__ = (Index(None, "indicator", "dated_on"), {"sqlite_autoincrement": True})
