"""The law as dated data: which value was in force on a day, and the document that says so.

Every file of resources/law/ holds provisions: a table `[[reply_workdays]]` in request.toml is
asked for as "request.reply_workdays". A change of the law is a new table there and no code.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from disclosure_desk.faults import Refusal
from disclosure_desk.shipped import shipped

_DOCUMENTS = "documents.toml"
CHANNELS = {"in_person": "当面", "fax": "传真", "network": "网络", "letter": "信函"}


@dataclass(frozen=True, slots=True)
class Document:
    """A law, regulation or official letter; in force from `first` to `last` inclusive."""

    slug: str
    title: str
    short: str
    first: date
    last: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """One value that the law sets, from `first` to `last` inclusive (None: still in force).

    A number, a text, or the rows of a tariff; the other two are empty.
    """

    name: str
    first: date
    last: date | None
    document: Document
    article: str
    number: int = 0
    text: str = ""
    rows: tuple[Mapping[str, int], ...] = ()
    unit: str = ""
    note: str = ""

    @property
    def source(self) -> str:
        """How a text cites it: 条例第三十三条第二款."""
        return f"{self.document.short}{self.article}"

    def covers(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Law:
    """The clock of one regulation; None where it sets no limit.

    Source: 2007年条例第二十一条、第二十四条; 条例第三十条、第三十二条至第三十四条.
    """

    code: str
    title: str
    reply: Provision
    extension: Provision
    correction: Provision
    correction_notice: Provision | None
    consultation: Provision
    third_party: Provision | None
    agency: Provision | None
    payment: Provision
    payment_term: Provision | None


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """Which day counts as the day of receipt, for one way in which requests arrive."""

    channel: str
    text: str
    source: str


def law_on(received: date) -> Law:
    """The clock for a request received on this day, whatever comes later.

    Raises Refusal for a day before 2008-05-01, on which no regulation was in force.
    """
    return _law(received)


def receipt_rule(channel: str, on: date) -> ReceiptRule:
    """How the day of receipt is found; channels are in_person, fax, network and letter.

    Source: 条例第三十一条; 国办公开办函〔2015〕207号第一条. Raises Refusal as law_on does.
    """
    if channel not in CHANNELS:
        known = "、".join(CHANNELS.values())
        raise Refusal(f"没有“{channel}”这种收到方式，可以是{known}。")
    _require_regulation(on)
    rule = in_force(f"receipt.{channel}", on)
    return ReceiptRule(channel, rule.text, rule.source)


def in_force(name: str, on: date) -> Provision:
    """The provision of this name on a day. Raises Refusal naming both if there is none."""
    found = in_force_or_none(name, on)
    if found is None:
        raise Refusal(f"{on:%Y-%m-%d}没有有效的规定“{name}”。")
    return found


def in_force_or_none(name: str, on: date) -> Provision | None:
    """The provision of this name on a day, or None where the law of that day is silent."""
    return next((one for one in versions(name) if one.covers(on)), None)


def versions(name: str) -> tuple[Provision, ...]:
    """A provision as it was and is, oldest first. Raises KeyError for a name never written."""
    return _provisions()[name]


@lru_cache(maxsize=4096)
def _law(received: date) -> Law:
    regulation = _require_regulation(received)
    return Law(
        code=regulation.text,
        title=regulation.document.title,
        reply=in_force("request.reply_workdays", received),
        extension=in_force("request.extension_workdays", received),
        correction=in_force("request.correction", received),
        correction_notice=in_force_or_none("request.correction_notice_workdays", received),
        consultation=in_force("request.consultation", received),
        third_party=in_force_or_none("request.third_party_workdays", received),
        agency=in_force_or_none("request.agency_workdays", received),
        payment=in_force("request.payment", received),
        payment_term=in_force_or_none("request.payment_days", received),
    )


def _require_regulation(received: date) -> Provision:
    regulation = in_force_or_none("request.regulation", received)
    if regulation is None:
        first = versions("request.regulation")[0].first
        raise Refusal(
            f"收到日期{received:%Y-%m-%d}早于《政府信息公开条例》施行之日{first:%Y-%m-%d}，"
            "没有可以适用的期限。"
        )
    return regulation


@cache
def _provisions() -> Mapping[str, tuple[Provision, ...]]:
    """All provisions of resources/law/, by "file.name"."""
    folder = shipped("law")
    documents = {
        slug: _document(slug, data)
        for slug, data in _read(folder.joinpath(_DOCUMENTS).read_bytes()).items()
    }
    found = {}
    for file in folder.iterdir():
        if not file.name.endswith(".toml") or file.name == _DOCUMENTS:
            continue
        stem = file.name.removesuffix(".toml")
        for name, tables in _read(file.read_bytes()).items():
            found[f"{stem}.{name}"] = _versions(f"{stem}.{name}", tables, documents)
    return found


def _read(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode("utf-8"))


def _document(slug: str, data: Mapping[str, Any]) -> Document:
    return Document(
        slug=slug,
        title=data["title"],
        short=data["short"],
        first=data["from"],
        last=data.get("until"),
        number=data.get("number", ""),
    )


def _versions(
    name: str, tables: Sequence[Mapping[str, Any]], documents: Mapping[str, Document]
) -> tuple[Provision, ...]:
    """The versions of one provision; raises ValueError when two are in force on one day."""
    ordered = sorted(
        (_provision(name, data, documents) for data in tables), key=lambda one: one.first
    )
    for earlier, later in pairwise(ordered):
        if earlier.covers(later.first):
            raise ValueError(f"{name}: two versions are in force on {later.first}")
    return tuple(ordered)


def _provision(name: str, data: Mapping[str, Any], documents: Mapping[str, Document]) -> Provision:
    value = data.get("value")
    return Provision(
        name=name,
        first=data["from"],
        last=data.get("until"),
        document=documents[data["document"]],
        article=data.get("article", ""),
        number=value if isinstance(value, int) else 0,
        text=value if isinstance(value, str) else "",
        rows=tuple(data.get("rows", ())),
        unit=data.get("unit", ""),
        note=data.get("note", ""),
    )
