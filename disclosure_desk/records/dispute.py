"""A reconsideration or lawsuit about a request (复议诉讼)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, foreign, relationship

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import DISPUTE_KINDS, DISPUTE_RESULTS


class Dispute(Base):
    """A case about this office's disclosure work; second instances belong to their case."""

    __tablename__ = "dispute"

    number: Mapped[str] = field("案件编号", required=True, unique=True)
    kind: Mapped[str] = field(
        "类型", source="国办公开办函〔2021〕30号", choices=DISPUTE_KINDS, required=True
    )
    # The request's number as the papers give it: the register may not hold that request.
    request_number: Mapped[str | None] = field("申请编号", index=True)
    accepted_on: Mapped[date] = field("受理日期", required=True)
    concluded_on: Mapped[date | None] = field("审结日期")
    result: Mapped[str | None] = field(
        "结果", source="国办公开办函〔2021〕30号", choices=DISPUTE_RESULTS
    )
    joint_defendant_only: Mapped[bool] = field(
        "仅为共同被告的复议机关", source="国办公开办函〔2021〕30号", default=False
    )
    note: Mapped[str | None] = field("备注", long=True)

    request: Mapped[Request | None] = relationship(
        primaryjoin=lambda: foreign(Dispute.request_number) == Request.number, viewonly=True
    )

    __table_args__ = (Index(None, "concluded_on", "kind"), {"sqlite_autoincrement": True})
