"""What can be counted: each base is a set of records, and attributes that sort them.

A count groups a base by its attributes; the list behind a figure filters the same base by the
same attributes; why a record does not count is the first attribute that does not fit. All
three ask the one definition here. Attributes are derived from dated events and the period
alone, never from today's state.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from disclosure_desk.records.base import Base
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.publication import CHANNEL_BITS, Publication
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    CHANNELS,
    DISPUTE_KINDS,
    DISPUTE_RESULTS,
    DOCUMENT_KINDS,
    OUTCOMES,
    RECEIVED_VIA,
    Terms,
)
from disclosure_desk.statistics.form import Measure
from disclosure_desk.statistics.period import Period


@dataclass(frozen=True, slots=True)
class Attribute:
    """One way of sorting records: an SQL expression and the words for its values."""

    label: str
    expression: ColumnElement[Any] | InstrumentedAttribute[Any]
    words: Mapping[str, str]
    bits: Mapping[str, int] | None = None
    told_by: tuple[str, ...] = ()  # fields of the record's card from which the value follows
    # Of two values by a comparison of days, which holds for the first of `words`: added up
    # beside the groups, for no index sorts by it.
    flag: ColumnElement[bool] | None = None

    def fits(self, value: object, asked: frozenset[str]) -> bool:
        """Whether a record with this value is among those asked for."""
        if self.bits is not None:
            return bool(int(str(value)) & self._mask(asked))
        return value in asked

    def condition(self, asked: frozenset[str]) -> ColumnElement[bool]:
        """The same as `fits`, for the database."""
        if self.bits is not None:
            return self.expression.bitwise_and(self._mask(asked)) != 0
        return self.expression.in_(sorted(asked))

    def _mask(self, asked: frozenset[str]) -> int:
        bits = self.bits or {}
        return sum(bits[slug] for slug in asked)

    def said(self, value: object) -> str:
        """A value in Chinese."""
        if self.bits is not None:
            mask = int(str(value))
            named = [self.words[slug] for slug, bit in self.bits.items() if mask & bit]
            return "、".join(named) or "无"
        return self.words.get(str(value), "无")


@dataclass(frozen=True, slots=True)
class Outside:
    """One reason why a record lies outside a base; {fields} of its card stand in the words."""

    condition: ColumnElement[bool]
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Records of a base that one range of an index finds, and the values they all have."""

    condition: ColumnElement[bool]
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordBase:
    """A set of records of one model, within a period, in parts that exclude one another."""

    model: type[Base]
    kind: str
    parts: tuple[Part, ...]
    outside: tuple[Outside, ...]
    attributes: Mapping[str, Attribute]

    @property
    def within(self) -> ColumnElement[bool]:
        """Whether a record belongs to the base: to one of its parts."""
        return or_(*(part.condition for part in self.parts))


def _words(terms: Terms) -> dict[str, str]:
    return {term.slug: term.label for term in terms}


_WHEN = {"before": "本期以前", "in_year": "本期内", "after": "本期以后", "no": "无"}


def _requests(period: Period) -> RecordBase:
    received, finished = Request.received_on, Request.finished_on
    # Always true: every request has one of these. Said, because the indexes begin with them.
    any_kind = Request.applicant_kind.in_(APPLICANT_KINDS.slugs)
    any_outcome = Request.outcome.in_(OUTCOMES.slugs)
    # The same as `received <= period.last`, but no range of an index: few requests end after
    # the period, most were received before, and SQLite cannot know which are fewer.
    received_by_then = func.coalesce(received, received) <= period.last
    unfinished = and_(Request.outcome.is_(None), finished.is_(None))
    return RecordBase(
        Request,
        "request",
        (
            Part(
                and_(any_outcome, any_kind, finished.between(period.first, period.last)),
                {"ended": "finished"},
            ),
            Part(
                and_(unfinished, any_kind, received <= period.last),
                {"ended": "carried_out"},
            ),
            Part(
                and_(any_outcome, any_kind, finished > period.last, received_by_then),
                {"ended": "carried_out"},
            ),
        ),
        (
            Outside(received > period.last, "收到日期{received_on}在本期以后"),
            Outside(finished < period.first, "办结日期{finished_on}在本期以前"),
        ),
        _of_request(period),
    )


def _of_request(period: Period) -> dict[str, Attribute]:
    received, finished = Request.received_on, Request.finished_on
    return {
        "arrived": Attribute(
            "收到时间",
            case((received >= period.first, "new"), else_="carried_in"),
            {"new": "本期新收", "carried_in": "上期结转"},
            told_by=("received_on",),
            flag=received >= period.first,
        ),
        "ended": Attribute(
            "办结时间",
            case((finished <= period.last, "finished"), else_="carried_out"),
            {"finished": "本期办结", "carried_out": "结转下期"},
            told_by=("finished_on",),
        ),
        "outcome": Attribute("办理结果", Request.outcome, _words(OUTCOMES)),
        "applicant": Attribute("申请人类型", Request.applicant_kind, _words(APPLICANT_KINDS)),
        "via": Attribute("收到方式", Request.received_via, _words(RECEIVED_VIA)),
        "extended": Attribute(
            "是否延期",
            case((Request.extended_on <= period.last, "yes"), else_="no"),
            {"yes": "已延期", "no": "未延期"},
            told_by=("extended_on",),
        ),
    }


def _publications(period: Period) -> RecordBase:
    words = _words(CHANNELS) | {"other": "其他方式"}
    published = Publication.published_on
    return RecordBase(
        Publication,
        "publication",
        (Part(published.between(period.first, period.last)),),
        (
            Outside(published.is_(None), "没有公开日期"),
            Outside(published > period.last, "公开日期{published_on}在本期以后"),
            Outside(published < period.first, "公开日期{published_on}在本期以前"),
        ),
        {
            "kind": Attribute("文件性质", Publication.document_kind, _words(DOCUMENT_KINDS)),
            "channels": Attribute("公开渠道", Publication.channel_mask, words, CHANNEL_BITS),
        },
    )


def _documents(period: Period) -> RecordBase:
    """规章 and 行政规范性文件."""
    return RecordBase(
        Publication,
        "publication",
        (Part(Publication.document_kind.in_(["regulation", "normative"])),),
        (
            Outside(
                Publication.document_kind.not_in(["regulation", "normative"]),
                "文件性质为“{document_kind}”，不是规章，也不是行政规范性文件",
            ),
        ),
        _of_document(period),
    )


def _of_document(period: Period) -> dict[str, Attribute]:
    """A document ceases on its 废止日期 or on the day after 有效期至."""
    made, published = Publication.made_on, Publication.published_on
    repealed, until = Publication.repealed_on, Publication.valid_until
    eve = period.eve
    return {
        "kind": Attribute("文件性质", Publication.document_kind, _words(DOCUMENT_KINDS)),
        "made": Attribute(
            "生成时间",
            case((made > period.last, "after"), (made < period.first, "before"), else_="in_year"),
            _WHEN,
            told_by=("made_on",),
        ),
        "published": Attribute(
            "公开时间",
            case(
                (published.is_(None), "no"),
                (published > period.last, "after"),
                (published < period.first, "before"),
                else_="in_year",
            ),
            _WHEN,
            told_by=("published_on",),
        ),
        "ceased": Attribute(
            "废止或失效时间",
            case(
                (or_(repealed <= eve, until < eve), "before"),
                (or_(repealed <= period.last, until < period.last), "in_year"),
                else_="no",
            ),
            _WHEN | {"no": "期末仍然有效"},
            told_by=("repealed_on", "valid_until"),
        ),
    }


def _disputes(period: Period) -> RecordBase:
    accepted, concluded = Dispute.accepted_on, Dispute.concluded_on
    return RecordBase(
        Dispute,
        "dispute",
        (
            Part(
                and_(
                    accepted <= period.last,
                    or_(concluded.is_(None), concluded >= period.first),
                    Dispute.joint_defendant_only.is_(False),
                )
            ),
        ),
        (
            Outside(
                Dispute.joint_defendant_only.is_(True), "本机关仅为共同被告的复议机关，不计件数"
            ),
            Outside(accepted > period.last, "受理日期{accepted_on}在本期以后"),
            Outside(concluded < period.first, "审结日期{concluded_on}在本期以前"),
        ),
        {
            "kind": Attribute("类型", Dispute.kind, _words(DISPUTE_KINDS)),
            "state": Attribute(
                "结果",
                case((concluded <= period.last, Dispute.result), else_="pending"),
                _words(DISPUTE_RESULTS) | {"pending": "尚未审结"},
                told_by=("concluded_on",),
            ),
        },
    )


_DATED_BY: Mapping[str, InstrumentedAttribute[Any]] = {
    "requests": Request.received_on,
    "publications": Publication.published_on,
    "documents": Publication.made_on,
    "disputes": Dispute.accepted_on,
}


def dated_by(measure: Measure) -> InstrumentedAttribute[Any]:
    """The day told of a record behind a figure: 公开日期 where being public is what counts."""
    if measure.asks("published"):
        return Publication.published_on
    return _DATED_BY[measure.of]


# A period's bases are asked for again and again, and are made of many small expressions.
BASES: Mapping[str, Callable[[Period], RecordBase]] = {
    "requests": lru_cache(maxsize=32)(_requests),
    "publications": lru_cache(maxsize=32)(_publications),
    "documents": lru_cache(maxsize=32)(_documents),
    "disputes": lru_cache(maxsize=32)(_disputes),
}
