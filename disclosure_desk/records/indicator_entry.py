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

    dated_on: Mapped[date] = field("日期", required=True)
    indicator: Mapped[str] = field("指标", choices=INDICATORS, required=True)
    amount: Mapped[Decimal] = field("数值", required=True)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    note: Mapped[str | None] = field("说明", long=True)

    department: Mapped[Department | None] = relationship(lazy="joined")

    __table_args__ = (Index(None, "indicator", "dated_on"), {"sqlite_autoincrement": True})
