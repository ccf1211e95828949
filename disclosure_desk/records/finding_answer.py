"""What the office answers to findings of its report, and which rules it has switched off."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field


class FindingAnswer(Base):
    """A written reason why a finding of a year's report may stand.

    It holds while the finding says the same: `said` is its message, both figures in it. Once
    a figure changes, the finding is asked again.
    """

    __tablename__ = "finding_answer"

    year: Mapped[int] = field("年度", required=True)
    edition: Mapped[str] = field("报告格式", required=True)
    rule: Mapped[str] = field("规则", required=True)
    said: Mapped[str] = field("核对结果", required=True, long=True)
    reason: Mapped[str] = field("情况说明", required=True, long=True)
    answered_on: Mapped[date] = field("说明日期", required=True)
    answered_by: Mapped[str] = field("说明人", required=True)

    __table_args__ = (
        UniqueConstraint("year", "edition", "rule", "said"),
        {"sqlite_autoincrement": True},
    )


class RuleOff(Base):
    """A rule that this office does not ask, and why."""

    __tablename__ = "rule_off"

    rule: Mapped[str] = field("规则", required=True)
    reason: Mapped[str] = field("停用原因", required=True, long=True)
    switched_on: Mapped[date] = field("停用日期", required=True)

    __table_args__ = (UniqueConstraint("rule"), {"sqlite_autoincrement": True})


class SubordinateUnit(Base):
    """An office whose report is added up here; units of vertical systems report elsewhere."""

    __tablename__ = "subordinate_unit"

    name: Mapped[str] = field("单位名称", required=True)
    is_vertical: Mapped[bool] = field("垂直管理", required=True, source="国办公开办函〔2021〕30号")

    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})
