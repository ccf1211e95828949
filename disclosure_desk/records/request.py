"""A request for information (依申请公开) and the dated events of its life.

Nothing about a request is a status that is overwritten: what has happened to it are its
events. `finished_on`, `outcome` and `extended_on` repeat three of them, for counting only;
`Request.retell` derives them anew after every change of the events.
"""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.event_kinds import EVENT_KINDS, FINISHING
from disclosure_desk.records.number_order import index_in_order
from disclosure_desk.records.office import Department
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    CONSULTED,
    OPINIONS,
    OUTCOMES,
    RECEIVED_VIA,
)


class RequestEvent(Base):
    """One dated step of a request; the date is empty while only a particular of it is known."""

    __tablename__ = "request_event"
    # Definitions: 国办公开办函〔2021〕30号, the regulation, and 国办函〔2020〕109号 for the fee.

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    kind: Mapped[str]
    happened_on: Mapped[date | None] = field("日期")
    extension_workdays: Mapped[int | None] = field(
        "延长工作日数",
        unit="工作日",
        source="条例第三十三条第二款",
        definition="延长多少个工作日，最长不超过20个工作日。",
    )
    fee_yuan: Mapped[Decimal | None] = field(
        "收费金额",
        unit="元",
        source="国办函〔2020〕109号第三条",
        definition="申请人实际缴纳的信息处理费，计入年度报告第六部分。",
    )
    outcome: Mapped[str | None] = field(
        "办理结果",
        source="国办公开办函〔2021〕30号",
        choices=OUTCOMES,
        definition=("最终处理结果，一件申请只选一个；区分处理的只选“部分公开”，不再计入其他情形。"),
    )
    reply_number: Mapped[str | None] = field(
        "答复文号",
        definition="答复书的发文字号。",
    )
    delivery_way: Mapped[str | None] = field(
        "送达方式",
        definition="怎样送达申请人，如当面、邮寄、网络。",
    )
    # What stays with the step: no ledger has a place for it.
    answer_by: Mapped[date | None] = field(
        "补正期限",
        source="条例第三十条",
        definition="要求申请人最迟在哪一天补正；逾期不补正的可以不再处理。",
    )
    consulted: Mapped[str | None] = field(
        "征求对象",
        choices=CONSULTED,
        definition="第三方的意见期间不计入答复期限。",
    )
    addressee: Mapped[str | None] = field(
        "对方名称",
        definition="被征求意见的第三方或者机关的名称。",
    )
    reached_on: Mapped[date | None] = field(
        "对方收到日期",
        source="条例第三十二条",
        definition="对方收到征求意见函的日期，15个工作日从这一天起算。",
    )
    opinion: Mapped[str | None] = field(
        "对方意见",
        choices=OPINIONS,
        definition="对方对公开的意见；逾期未提出的由本机关决定是否公开。",
    )
    approved_by: Mapped[str | None] = field(
        "批准人",
        source="条例第三十三条第二款",
        definition="同意延期的政府信息公开工作机构负责人。",
    )
    charged_items: Mapped[int | None] = field(
        "计费件数",
        unit="件",
        source="国办函〔2020〕109号",
        definition="按件计收时超过10件的部分才收费，这里填总件数。",
    )
    charged_pages: Mapped[int | None] = field(
        "计费页数",
        unit="页",
        source="国办函〔2020〕109号",
        definition="按量计收时超过30页的部分才收费，这里填总页数。",
    )
    charged_yuan: Mapped[Decimal | None] = field(
        "应缴金额",
        unit="元",
        source="国办函〔2020〕109号",
        definition="收费通知上要求申请人缴纳的金额。",
    )
    reason: Mapped[str | None] = field(
        "理由",
        long=True,
        definition="写进文书里的理由或者事项，写具体。",
    )
    late_reason: Mapped[str | None] = field(
        "逾期原因",
        long=True,
        definition="超过期限才答复的原因，只留在登记簿里。",
    )
    tracking_number: Mapped[str | None] = field(
        "邮寄单号",
        definition="挂号信或者特快专递的单号。",
    )
    signed_on: Mapped[date | None] = field(
        "签收日期",
        definition="申请人签收的日期。",
    )
    # Kept with an ending when it is entered: a later change of the calendar makes no answered
    # request late.
    due_on: Mapped[date | None] = field("答复期限", source="条例第三十三条第二款")
    letter_number: Mapped[str | None] = field(
        "文书文号",
        definition="这一步的文书的发文字号。",
    )
    person: Mapped[str | None] = field(
        "经办人",
        definition="办这一步的人。",
    )

    request: Mapped["Request"] = relationship(back_populates="events")

    __table_args__ = (
        Index(
            "ix_request_event_fee_paid",
            "happened_on",
            sqlite_where=text("kind = 'fee_paid'"),
            postgresql_where=text("kind = 'fee_paid'"),
        ),
        Index(
            "ix_request_event_reopening",
            "request_id",
            sqlite_where=text("kind = 'reopening'"),
            postgresql_where=text("kind = 'reopening'"),
        ),
        {"sqlite_autoincrement": True},
    )


class Request(Base):
    """A request for information, one a line of the register."""

    __tablename__ = "request"
    # Definitions: 条例第二十九条、第三十一条; where an applicant is counted is from memory.

    number: Mapped[str] = field(
        "申请编号",
        required=True,
        unique=True,
        definition="登记簿里的顺序号，每件不同；按 + - 换号。",
    )
    received_on: Mapped[date] = field(
        "收到日期",
        source="条例第三十一条",
        required=True,
        definition=(
            "当面提交的为提交之日；需签收的邮寄为签收之日，平信为与申请人确认之日；"
            "网络、传真为与申请人确认之日。"
        ),
    )
    received_via: Mapped[str] = field(
        "收到方式",
        source="条例第三十一条",
        choices=RECEIVED_VIA,
        required=True,
        definition="申请是怎样到的；决定哪一天算收到之日。",
    )
    applicant_kind: Mapped[str] = field(
        "申请人类型",
        source="国办公开办函〔2021〕30号",
        choices=APPLICANT_KINDS,
        required=True,
        definition=(
            "按申请人本人的身份选；律师事务所以自己的名义申请的选“法律服务机构”，"
            "村委会、机关和事业单位选“其他”。"
        ),
    )
    applicant_name: Mapped[str | None] = field(
        "申请人名称",
        source="条例第二十九条第一项",
        definition="自然人写姓名，法人或其他组织写全称；以申请表上的为准。",
    )
    id_number: Mapped[str | None] = field(
        "证件号码",
        source="条例第二十九条第一项",
        personal=True,
        definition="自然人的身份证号码，或者组织的统一社会信用代码；导出时默认不带。",
    )
    phone: Mapped[str | None] = field(
        "联系电话",
        source="条例第二十九条第一项",
        personal=True,
        definition="申请表上留的联系电话；导出时默认不带。",
    )
    address: Mapped[str | None] = field(
        "联系地址",
        source="条例第二十九条第一项",
        personal=True,
        definition="寄送答复的地址；导出时默认不带。",
    )
    content: Mapped[str | None] = field(
        "申请内容",
        source="条例第二十九条第二项",
        long=True,
        definition="申请公开的政府信息的名称、文号或者便于查询的其他特征性描述，照申请表写。",
    )
    delivery_wanted: Mapped[str | None] = field(
        "获取方式",
        source="条例第二十九条第三项",
        definition="申请人要求怎样提供、用什么途径，如纸质邮寄、电子邮件。",
    )
    agent: Mapped[str | None] = field(
        "代理人",
        definition="代申请人办理的人；申请人类型仍按申请人选。",
    )
    # The earlier request that this one repeats, by its number: it may lie in older papers.
    repeats_number: Mapped[str | None] = field(
        "原申请编号",
        source="条例第三十六条第六项",
        definition="重复申请时，填原来那件的申请编号。",
    )
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    note: Mapped[str | None] = field(
        "备注",
        long=True,
        definition="登记簿里要说明的其他事情，如补登的原因。",
    )
    finished_on: Mapped[date | None]
    outcome: Mapped[str | None]
    extended_on: Mapped[date | None]
    # The day on which the applicant's data was taken out, when its time had come.
    anonymised_on: Mapped[date | None]

    department: Mapped[Department | None] = relationship(lazy="joined")
    events: Mapped[list[RequestEvent]] = relationship(
        back_populates="request",
        cascade="all, delete-orphan",
        order_by=RequestEvent.id,
    )

    __table_args__ = (
        # What the table counts is answered from this one alone, a range for each kind and ending.
        Index(
            "ix_request_ended",
            *("applicant_kind", "outcome", "finished_on", "received_on"),
            *("received_via", "extended_on"),
        ),
        Index("ix_request_received", "received_on"),
        index_in_order("request", "number"),
        {"sqlite_autoincrement": True},
    )

    def event(self, kind: str) -> RequestEvent | None:
        """The latest event of a kind: undated before dated, then by date, then as entered."""
        return latest_event(self.events, kind)

    def retell(self) -> None:
        """Derive what is counted from the events: the first ending, and the first extension.

        The first ending stands: a second reply after a dispute is no new request and does not
        change the year that was reported (from memory: the forms do not say so).
        """
        endings = dated(self.events, *FINISHING)
        extensions = dated(self.events, "extension")
        self.finished_on = endings[0].happened_on if endings else None
        self.outcome = endings[0].outcome if endings else None
        self.extended_on = extensions[0].happened_on if extensions else None


def dated(events: Iterable[RequestEvent], *kinds: str) -> list[RequestEvent]:
    """The events of these kinds that have a date, oldest first."""
    found = [event for event in events if event.kind in kinds and event.happened_on is not None]
    return sorted(found, key=lambda event: event.happened_on or date.min)


def told_event(events: Collection[RequestEvent], *kinds: str) -> RequestEvent | None:
    """The one event of these kinds for which a card and a ledger line have room, or None."""
    counted = dated(events, *kinds) if EVENT_KINDS[kinds[0]].first_counts else []
    return counted[0] if counted else latest_event(events, *kinds)


def latest_event(events: Iterable[RequestEvent], *kinds: str) -> RequestEvent | None:
    """The newest event of these kinds, or None; one without a date counts as oldest."""
    found = [event for event in events if event.kind in kinds]
    return max(found, key=lambda event: event.happened_on or date.min, default=None)
