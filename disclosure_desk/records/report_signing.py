"""Who answers for a year's report (审签): the names on its table, and how far it has come."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field

# 草稿 is written; 已审核 was read by the reviewer; 已签发 was signed by the head.
STATES = ("草稿", "已审核", "已签发")


class ReportSigning(Base):
    """The line 单位负责人、审核人、填报人 of a year, where it differs from the office's own.

    The line stands below the table of 国办发〔2014〕32号 and of the later ones when the table is
    handed up alone; a field left empty is that of the office.
    """

    __tablename__ = "report_signing"

    year: Mapped[int] = field("年度", required=True)
    state: Mapped[str] = field("状态", required=True)
    head: Mapped[str | None] = field("单位负责人", source="国办发〔2014〕32号统计表表尾")
    reviewer: Mapped[str | None] = field("审核人", source="国办发〔2014〕32号统计表表尾")
    clerk: Mapped[str | None] = field("填报人", source="国办发〔2014〕32号统计表表尾")
    phone: Mapped[str | None] = field("联系电话", source="国办发〔2014〕32号统计表表尾")
    filled_on: Mapped[date | None] = field("填报日期", source="国办发〔2014〕32号统计表表尾")
    reviewed_on: Mapped[date | None] = field("审核日期")
    issued_on: Mapped[date | None] = field("签发日期")
    note: Mapped[str | None] = field("审签说明", long=True)

    __table_args__ = (UniqueConstraint("year"), {"sqlite_autoincrement": True})
