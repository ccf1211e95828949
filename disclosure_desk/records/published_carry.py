"""What a report published before this program was used carries over to the next year."""

from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field

_FORM = "国办公开办函〔2021〕30号"


class PublishedCarry(Base):
    """结转下年度继续办理 as an earlier report gave it, one number for each kind of applicant.

    The requests that the first year of use carries in must agree with it.
    """

    __tablename__ = "published_carry"

    year: Mapped[int] = field("年度", required=True, unique=True)
    natural: Mapped[int] = field("自然人", source=_FORM, unit="件", required=True)
    business: Mapped[int] = field("商业企业", source=_FORM, unit="件", required=True)
    research: Mapped[int] = field("科研机构", source=_FORM, unit="件", required=True)
    public_welfare: Mapped[int] = field("社会公益组织", source=_FORM, unit="件", required=True)
    legal_service: Mapped[int] = field("法律服务机构", source=_FORM, unit="件", required=True)
    other: Mapped[int] = field("其他", source=_FORM, unit="件", required=True)
    # Which paper says so: «2023年政府信息公开工作年度报告，2024年1月20日公布».
    source: Mapped[str] = field("数据来源", required=True)

    __table_args__ = ({"sqlite_autoincrement": True},)
