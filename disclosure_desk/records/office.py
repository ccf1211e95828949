"""The office itself (单位信息) and its departments (责任科室)."""

from datetime import date

from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field


class Office(Base):
    """The one office whose registers this file holds."""

    __tablename__ = "office"

    name: Mapped[str] = field("单位名称", required=True)
    head: Mapped[str | None] = field("单位负责人", source="国办发〔2014〕32号统计表")
    reviewer: Mapped[str | None] = field("审核人", source="国办发〔2014〕32号统计表")
    clerk: Mapped[str | None] = field("填报人", source="国办发〔2014〕32号统计表")
    phone: Mapped[str | None] = field("联系电话")
    address: Mapped[str | None] = field("地址")
    postcode: Mapped[str | None] = field("邮编")
    website: Mapped[str | None] = field("网址")
    email: Mapped[str | None] = field("电子邮箱")
    # What letters say of this office; without them a letter shows its empty 【fields】.
    letter_code: Mapped[str | None] = field("机关代字")  # «示科公开», before the kind of letter
    reconsideration_organ: Mapped[str | None] = field("复议机关", source="行政复议法第二十四条")
    court: Mapped[str | None] = field("有管辖权的法院", source="行政诉讼法第十八条")
    credit_code: Mapped[str | None] = field("统一社会信用代码")
    index_pattern: Mapped[str | None] = field(
        "索引号格式",
        source="条例第十二条",
        definition="如：【代码】/【年】-【序号】；【代码】是统一社会信用代码，序号每年从00001起。",
    )
    letter_series: Mapped[str | None] = field(
        "文书代字",
        definition="文号里换用本单位的代字，如：答=告；补=补告。没有写的按程序的；写同一个的共用流水号。",
    )
    # For how many years after its case was closed an applicant's data stays; empty: for good.
    retention_years: Mapped[int | None]


class Department(Base):
    """A department that answers for items, requests or reported figures."""

    __tablename__ = "department"

    name: Mapped[str] = field("责任科室", required=True, unique=True)
    liaison: Mapped[str | None] = field("联络员")
    phone: Mapped[str | None] = field("联系电话")
    place: Mapped[int | None]  # in the order of the office's own list; new ones come last
    out_of_use_since: Mapped[date | None] = field("停用日期")
