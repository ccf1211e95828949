"""A published item (主动公开) with the channels in which it appeared."""

from datetime import date
from functools import lru_cache

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.number_order import index_in_order
from disclosure_desk.records.office import Department
from disclosure_desk.records.terms import CHANNELS, DOCUMENT_KINDS, OTHER_CHANNEL, SECRECY_RESULTS

CHANNEL_BITS = {slug: 1 << place for place, slug in enumerate((*CHANNELS.slugs, OTHER_CHANNEL))}


@lru_cache(maxsize=1_000)
def channel_mask(channels: tuple[str, ...]) -> int:
    """The set of table rows that these channels fall into, one bit for each of CHANNEL_BITS."""
    mask = 0
    for channel in channels:
        term = CHANNELS.find(channel)
        mask |= CHANNEL_BITS[term.slug if term else OTHER_CHANNEL]
    return mask


class Publication(Base):
    """A published item: counted once however many channels carry it."""

    __tablename__ = "publication"

    number: Mapped[str | None] = field(
        "编号",
        unique=True,
        definition="本机关登记簿里的顺序号，每条不同；按 + - 换号。",
    )
    title: Mapped[str] = field(
        "信息名称",
        required=True,
        definition="写在文件或者网页上的完整标题。",
    )
    index_number: Mapped[str | None] = field(
        "索引号",
        source="条例第十二条",
        definition="编排信息公开目录时给的索引号，照网站上的写。",
    )
    document_number: Mapped[str | None] = field(
        "文号",
        definition="公文的发文字号，如“示科发〔2025〕1号”；没有文号的留空。",
    )
    category: Mapped[str | None] = field(
        "信息类别",
        source="条例第二十条",
        definition="属于应当主动公开的哪一类，用本机关目录里的名称。",
    )
    document_kind: Mapped[str] = field(
        "文件性质",
        source="条例第二十条第一项",
        choices=DOCUMENT_KINDS,
        default="other",
        definition=(
            "规章和行政规范性文件计入年度报告的“本年制发件数”“现行有效件数”；其余选“其他”。"
        ),
    )
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    made_on: Mapped[date] = field(
        "生成日期",
        source="条例第十二条",
        required=True,
        definition="公文的成文日期；其他信息为形成的日期。公开期限从这一天起算。",
    )
    published_on: Mapped[date | None] = field(
        "公开日期",
        source="条例第二十六条",
        definition="第一次向社会公开的日期；还没有公开的留空。",
    )
    channels: Mapped[tuple[str, ...]] = field(
        "公开渠道",
        source="条例第二十三条",
        default=(),
        definition="在哪些地方公开过，可以选几个；不同渠道和方式公开相同信息计1条。",
    )
    effective_on: Mapped[date | None] = field(
        "生效日期",
        definition="文件上写的施行日期。",
    )
    valid_until: Mapped[date | None] = field(
        "有效期至",
        definition="有效期的最后一天；过了这一天不再算现行有效。",
    )
    repealed_on: Mapped[date | None] = field(
        "废止日期",
        definition="宣布废止或者失效的日期，计入这一年的“本年废止件数”。",
    )
    url: Mapped[str | None] = field(
        "网址",
        definition="公开页面的网址。",
    )
    secrecy_reviewer: Mapped[str | None] = field(
        "保密审查人",
        source="条例第十七条",
        definition="公开前做保密审查的人，如“李明”。",
    )
    secrecy_reviewed_on: Mapped[date | None] = field(
        "保密审查日期",
        source="条例第十七条",
        definition="做完保密审查的日期，应当不晚于公开日期。",
    )
    secrecy_result: Mapped[str | None] = field(
        "保密审查结论",
        source="条例第十七条",
        choices=SECRECY_RESULTS,
        definition="审查得出的结论；拿不准的报主管部门或者保密行政管理部门确定。",
    )
    note: Mapped[str | None] = field(
        "备注",
        long=True,
        definition="登记簿里要说明的其他事情，不计入统计。",
    )
    # Derived from `channels` whenever they change, so that rows of channels count in one pass.
    channel_mask: Mapped[int]

    department: Mapped[Department | None] = relationship(lazy="joined")

    @validates("channels")
    def _keep_mask(self, _name: str, channels: tuple[str, ...]) -> tuple[str, ...]:
        self.channel_mask = channel_mask(channels)
        return channels

    __table_args__ = (
        Index(None, "published_on", "document_kind", "channel_mask"),
        Index(None, "document_kind", "made_on"),
        index_in_order("publication", "number"),
        index_in_order("publication", "document_number"),
        {"sqlite_autoincrement": True},
    )
