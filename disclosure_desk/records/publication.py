"""A published item (主动公开) with the channels in which it appeared."""

from datetime import date
from functools import lru_cache

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.office import Department
from disclosure_desk.records.terms import CHANNELS, DOCUMENT_KINDS, OTHER_CHANNEL

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

    number: Mapped[str | None] = field("编号", unique=True)
    title: Mapped[str] = field("信息名称", required=True)
    index_number: Mapped[str | None] = field("索引号", source="条例第十二条")
    document_number: Mapped[str | None] = field("文号")
    category: Mapped[str | None] = field("信息类别", source="条例第二十条")
    document_kind: Mapped[str] = field(
        "文件性质", source="条例第二十条第一项", choices=DOCUMENT_KINDS, default="other"
    )
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    made_on: Mapped[date] = field("生成日期", source="条例第十二条", required=True)
    published_on: Mapped[date | None] = field("公开日期", source="条例第二十六条")
    channels: Mapped[tuple[str, ...]] = field("公开渠道", source="条例第二十三条", default=())
    effective_on: Mapped[date | None] = field("生效日期")
    valid_until: Mapped[date | None] = field("有效期至")
    repealed_on: Mapped[date | None] = field("废止日期")
    url: Mapped[str | None] = field("网址")
    secrecy_reviewer: Mapped[str | None] = field("保密审查人", source="条例第十七条")
    note: Mapped[str | None] = field("备注", long=True)
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
        {"sqlite_autoincrement": True},
    )
