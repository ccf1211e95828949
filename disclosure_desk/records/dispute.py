"""A reconsideration or lawsuit about a request (复议诉讼)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, foreign, relationship

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.number_order import index_in_order
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import DISPUTE_KINDS, DISPUTE_RESULTS


class Dispute(Base):
    """A case about this office's disclosure work; second instances belong to their case."""

    __tablename__ = "dispute"
    # Definitions: the joint defendant by 国办公开办函〔2021〕30号; which ending is which result
    # and that second instances are not counted anew, from memory.

    number: Mapped[str] = field(
        "案件编号",
        required=True,
        unique=True,
        definition="复议机关或者法院的案号，如“示政复〔2025〕3号”。",
    )
    kind: Mapped[str] = field(
        "类型",
        source="国办公开办函〔2021〕30号",
        choices=DISPUTE_KINDS,
        required=True,
        definition="行政复议、未经复议直接起诉、复议后起诉各计一栏。",
    )
    # The request's number as the papers give it: the register may not hold that request.
    request_number: Mapped[str | None] = field(
        "申请编号",
        index=True,
        definition="针对哪件依申请公开，填申请编号；不针对申请的留空。",
    )
    accepted_on: Mapped[date] = field(
        "受理日期",
        required=True,
        definition="复议机关受理或者法院立案的日期。",
    )
    concluded_on: Mapped[date | None] = field(
        "审结日期",
        definition="作出复议决定或者裁判生效的日期；没有审结的留空，计入“尚未审结”。",
    )
    result: Mapped[str | None] = field(
        "结果",
        source="国办公开办函〔2021〕30号",
        choices=DISPUTE_RESULTS,
        definition=(
            "结果维持、结果纠正（撤销、变更、责令履行、确认违法）"
            "或者其他结果（驳回、终止、撤回等）。"
        ),
    )
    joint_defendant_only: Mapped[bool] = field(
        "仅为共同被告的复议机关",
        source="国办公开办函〔2021〕30号",
        default=False,
        definition="复议机关作为共同被告的案件只由原行为主体计算，这里打钩的不计入。",
    )
    note: Mapped[str | None] = field(
        "备注",
        long=True,
        definition="登记簿里要说明的其他事情，二审、再审也记在这里。",
    )

    request: Mapped[Request | None] = relationship(
        primaryjoin=lambda: foreign(Dispute.request_number) == Request.number, viewonly=True
    )

    __table_args__ = (
        Index(None, "concluded_on", "kind"),
        index_in_order("dispute", "number"),
        {"sqlite_autoincrement": True},
    )
