"""The 【fields】 of report and table: figures, facts of the log, and the office's own details."""

import re
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import INDICATORS
from disclosure_desk.records.office import Office
from disclosure_desk.records.report_signing import ReportSigning
from disclosure_desk.rules.written_dates import chinese_date
from disclosure_desk.statistics.amounts import flowing
from disclosure_desk.statistics.corrections_note import corrections_told
from disclosure_desk.statistics.facts import facts_of
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.tally import measured

FieldValues = Mapping[str, Figure | str]
_FIELD = re.compile(r"【([^【】]+)】")
ENTERED = "已登记."  # before the slug of an indicator: whether there is any entry of it
WANTED = "待填"  # begins the name of what no register knows and the clerk must write


def fields_of(
    session: Session,
    edition: Edition,
    year: int,
    figures: Mapping[str, Figure],
    *,
    dated_on: date | None = None,
) -> dict[str, Figure | str]:
    """Every 【field】 of a year's report: the cells by their codes, and all named ones.

    `figures` are those of the table, so that the text agrees with a closed year too.
    """
    period = Period.of_year(year)
    values: dict[str, Figure | str] = dict(figures)
    counted = {**measured(session, edition.fields, period), **facts_of(session, period)}
    counted |= {name: _added(figures, codes) for name, codes in edition.cell_fields.items()}
    values |= {name: plain(figure) for name, figure in counted.items()}
    numbers = {**figures, **counted}
    for name, listed in edition.list_fields.items():
        items = [(words, _added(numbers, names)) for words, names in listed.items]
        values[name] = "、".join(
            f"{words}{shown(figure)}{listed.unit}" for words, figure in items if figure
        )
    values |= _entered(session, period)
    values |= corrections_told(session, year)
    return values | office_fields(session, year, dated_on=dated_on)


def _entered(session: Session, period: Period) -> dict[str, Figure]:
    """Which indicators have an entry in the period, be it of zero: «没有» may be said of these."""
    entered = set(session.scalars(select(IndicatorEntry.indicator).where(flowing(period))))
    return {f"{ENTERED}{slug}": int(slug in entered) for slug in INDICATORS.slugs}


def office_fields(
    session: Session, year: int, *, dated_on: date | None = None
) -> dict[str, Figure | str]:
    """The office's details as the lines around the table and the preface name them.

    Who signs, and on which day, is what was kept of the signing of that year, if anything was.
    Raises Fault where the founding was broken off and there is no office.
    """
    office = session.scalars(select(Office)).first()
    if office is None:
        raise Fault("数据库里没有单位信息，建立时可能中断了，请重新建立。")
    signed = session.scalars(select(ReportSigning).where(ReportSigning.year == year)).first()
    filled_on = signed.filled_on if signed and signed.filled_on else dated_on
    return {
        "年度": year,
        "单位名称": office.name,
        "单位负责人": (signed and signed.head) or office.head or "",
        "审核人": (signed and signed.reviewer) or office.reviewer or "",
        "填报人": (signed and signed.clerk) or office.clerk or "",
        "联系电话": (signed and signed.phone) or office.phone or "",
        "地址": office.address or "",
        "邮编": office.postcode or "",
        "网址": office.website or "",
        "电子邮箱": office.email or "",
        "联系方式": _contact(office),
        "填报日期": chinese_date(filled_on) if filled_on else "",
    }


def _contact(office: Office) -> str:
    """Where to read the report and whom to ask; what is not known is left out."""
    places = [
        ("地址", office.address),
        ("邮编", office.postcode),
        ("电话", office.phone),
        ("电子邮箱", office.email),
    ]
    known = "；".join(f"{label}：{value}" for label, value in places if value)
    sentences = []
    if office.website:
        sentences.append(f"本报告电子版可在本机关网站（{office.website}）查阅和下载。")
    if known:
        sentences.append(f"如对本报告有疑问，请与{office.name}联系（{known}）。")
    return "".join(sentences)


def _added(figures: Mapping[str, Figure], names: tuple[str, ...]) -> Figure:
    return sum((figures[name] for name in names), start=0)


def filled(text: str, fields: FieldValues) -> str:
    """The text with its 【fields】 filled; one that is not known stays as it stands."""
    return _FIELD.sub(lambda found: shown(fields.get(found[1], found[0])), text)


def unknown_in(text: str, fields: FieldValues) -> list[str]:
    """The names of 【fields】 in a text that there are none of, each once."""
    names = _FIELD.findall(text)
    return list(dict.fromkeys(name for name in names if name not in fields))
