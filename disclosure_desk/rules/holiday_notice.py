"""Reading the text of the State Council's notice on the holidays of a year.

Made for the wordings of 2008 to 2026 (部分节假日安排的通知) and of the three notices that amended
one: 2015, 2019 and 2020. A text that contradicts itself or the calendar is refused whole.
"""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.holiday_wording import DATE, breaks_of, day_said, quoted, refuse
from disclosure_desk.rules.working_days import Break, Extension, HolidayNotice

LONGEST_NOTICE = 200_000
"""Characters; a notice has about a thousand."""

_FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
_FIXED = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}
_FESTIVAL = r"(?:元旦|春节|清明节?|(?:五一)?(?:国际)?劳动节|五一|端午节?|中秋节?|(?:十一)?国庆节)"
_IN_FULL = {"清明": "清明节", "五一": "劳动节", "端午": "端午节", "中秋": "中秋节"}
_NAMES = rf"{_FESTIVAL}(?:[、和与及暨]{_FESTIVAL}){{0,6}}"
_NUMBERED = r"(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.]|\([一二三四五六七八九十0-9]{1,2}\))"
_HEADING = re.compile(
    rf"(?:(?:{_NUMBERED}|(?<![(、和与及暨为]))(?P<names>{_NAMES})(?:假期|放假[0-9]天)?:?"
    rf"|{_NUMBERED}(?P<other>[^,。;:()0-9]{{1,40}}(?::|(?<=[节庆年]))))"
    r"(?=(?:[0-9]{4}年)?[0-9]{1,2}月)"
)
_FOOT = re.compile(
    r"节假日期间|(?:放假|节日|假日|假期)期间|各地区|各部门|各单位要|国务院|特此通知|通知(?:还)?要求"
)
_TITLE = re.compile(r"国务院(?:办公厅)?关于(?:(?!国务院)[^。《》]){2,60}?的通知")
_NUMBER = re.compile(
    r"(国办发明电|国发明电|国办发|国办函|国发)"
    r"[〔\[(【〈<]([0-9]{4})[〕\])】〉>]第?([0-9]{1,4})号"
)
_YEAR = re.compile(
    r"关于(?:调整|延长)?([0-9]{4})年(?=[^。]{0,30}?(?:节假日|假期|放假))"
    rf"|(?:将|调整|延长)([0-9]{{4}})年(?={_FESTIVAL})"
    rf"|([0-9]{{4}})年,?(?={_NAMES}[^。]{{0,20}}放假)"
)
_YEAR_OF_A_DAY = re.compile(r"([0-9]{4})年[0-9]{1,2}月[0-9]{1,2}日(?:全国)?放假")
_AMENDED = re.compile(
    rf"调整(?:[0-9]{{4}}年)?({_NAMES})(?:放假|假期)|({_NAMES})(?:放假|假期)(?:安排)?调整为"
)
_COMMEMORATED = re.compile(
    r"关于(?:[0-9]{4}年)?([^。,;:]{2,40}?纪念日)(?:调休)?放假(?:调休)?(?:安排)?的通知"
)
_EXTENDED = re.compile(rf"延长(?:[0-9]{{4}}年)?({_FESTIVAL})假期[至到](?=[0-9])")
_AS_FOLLOWS = re.compile(r"(?:如下[^。:]{0,4}[。:]|调整为:?)")
_NUMERALS = "一二三四五六七八九"
_SIGNED = re.compile(
    r"国务院(?:办公厅)?(?:([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"
    r"|([〇○零0Oo一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日)"
)
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff“”‘’\"']+")


def read_notice(text: str) -> HolidayNotice:
    """The notice that a text is, with title, number and day of signature where they are given.

    Raises Refusal, quoting the place, for a text that is no notice, names two years, or
    contradicts itself or the calendar.
    """
    if len(text) > LONGEST_NOTICE:
        raise Refusal("这份文字太长，不像一份放假通知；请只保留通知正文再导入。")
    plain = _without_links(_plain(text))
    found = _TITLE.search(plain)
    title = found.group() if found else ""
    extensions: tuple[Extension, ...] = ()
    amends = _amends(plain, title)
    if amends:
        year = _year(plain)
        breaks, extensions = _amendment(plain, title, year)
    else:
        sections = _sections(plain)
        if not sections:
            raise Refusal(
                "没有读到节日的放假安排，这不是国务院办公厅的节假日安排通知；请导入通知的全文。"
            )
        year = _year(plain)
        breaks = _breaks(sections, year)
        _check_items_read(plain, breaks)
    _check_days(breaks)
    number = _NUMBER.search(plain)
    return HolidayNotice(
        year=year,
        breaks=breaks,
        number=f"{number[1]}〔{number[2]}〕{number[3]}号" if number else "",
        title=title,
        amends=amends,
        issued=_signed_on(plain, year),
        extensions=extensions,
    )


def festivals_missing(notice: HolidayNotice) -> tuple[str, ...]:
    """The festivals on which a yearly notice says nothing: its text may have been cut short."""
    named = {name for one in notice.breaks for name in one.name.split("、")}
    return () if notice.amends else tuple(name for name in _FESTIVALS if name not in named)


def _plain(text: str) -> str:
    """The text with half-width signs and without spaces, line breaks and quotation marks.

    A line may break anywhere, within a number too.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def _without_links(plain: str) -> str:
    """The text until its signature, where what follows is no second notice.

    The page of an office has links under a notice, mostly to those of other years.
    """
    first = _HEADING.search(plain)
    signed = _SIGNED.search(plain, first.end()) if first else None
    if signed is None or _HEADING.search(plain, signed.end()):
        return plain
    return plain[: signed.end()]


def _year(plain: str) -> int:
    years = {int(next(filter(None, found.groups()))) for found in _YEAR.finditer(plain)}
    years = years or {int(found[1]) for found in _YEAR_OF_A_DAY.finditer(plain)}
    if not years:
        raise Refusal("没有读到是哪一年的放假安排；请连同通知的标题一起导入。")
    if len(years) > 1:
        named = "、".join(f"{year}年" for year in sorted(years))
        raise Refusal(f"文中有{named}的放假安排，不知以哪一年为准；请只保留一份通知的正文再导入。")
    (year,) = years
    if not date.min.year < year < date.max.year:
        refuse(f"“{year:04}年”不是日历上有的年份")
    return year


def _amends(plain: str, title: str) -> bool:
    """Whether a text changes a year's notice, rather than being one."""
    if "节假日安排" in title:
        return False
    patterns = (_EXTENDED, _AMENDED, _COMMEMORATED)
    return any(pattern.search(title or plain) for pattern in patterns) or bool(
        _EXTENDED.search(plain)
    )


def _sections(plain: str) -> list[tuple[str, str]]:
    """Each festival's name as a break bears it, with what the notice says of it."""
    headings = list(_HEADING.finditer(plain))
    bounds = [*(heading.start() for heading in headings), len(plain)]
    return [
        (_name(heading["names"] or heading["other"].rstrip(":")), _cut(plain[heading.end() : end]))
        for heading, end in zip(headings, bounds[1:], strict=True)
    ]


def _cut(section: str) -> str:
    foot = _FOOT.search(section)
    return section[: foot.start()] if foot else section


def _name(written: str) -> str:
    """The festivals of an item under the names of the 全国年节及纪念日放假办法."""
    names = re.split("[、和与及暨]", written) if re.fullmatch(_NAMES, written) else [written]
    named = (re.sub("^(?:五一|十一)?(?:国际)?(?=劳动节|国庆节)", "", name) for name in names)
    return "、".join(_IN_FULL.get(name, name) for name in named)


def _breaks(sections: list[tuple[str, str]], year: int) -> tuple[Break, ...]:
    """The breaks of all items; an item that is told twice must say the same."""
    told: dict[str, tuple[Break, ...]] = {}
    for name, section in sections:
        breaks = breaks_of(name, section, year)
        if told.setdefault(name, breaks) != breaks:
            refuse(f"{name}的放假安排出现了两次，而且不一样")
    return tuple(one for breaks in told.values() for one in breaks)


def _amendment(
    plain: str, title: str, year: int
) -> tuple[tuple[Break, ...], tuple[Extension, ...]]:
    """What an amending notice puts in the place of the year's notice, or draws out."""
    extended = _EXTENDED.search(plain)
    if extended:
        return (), (_extension(plain, extended, year),)
    sections = _sections(plain)
    if not sections:
        named = _AMENDED.search(plain) or _COMMEMORATED.search(title)
        start = _AS_FOLLOWS.search(plain)
        if named is None or start is None:
            refuse("没有读到调整后的放假安排")
        name = next(filter(None, named.groups()))
        sections = [(_name(name), _cut(plain[start.end() :]))]
    return _breaks(sections, year), ()


def _extension(plain: str, extended: re.Match[str], year: int) -> Extension:
    """延长…假期至…，…起正常上班."""
    until_said = DATE.match(plain, extended.end())
    if until_said is None:
        refuse(f"{quoted(plain[extended.start() : extended.end() + 10])}看不懂")
    until = day_said(until_said, year, turn=False, before=None)
    following = DATE.match(plain, until_said.end() + 1)
    if following and re.compile("起(?:正常|照常)?上班").match(plain, following.end()):
        back = day_said(following, year, turn=False, before=until)
        if back != until + timedelta(days=1):
            place = plain[extended.start() : following.end() + 5]
            refuse(f"{quoted(place)}前后不符，假期的最后一天与上班的第一天不相连")
    return Extension(_name(extended[1]), until)


def _check_items_read(plain: str, breaks: tuple[Break, ...]) -> None:
    """That every numbered item which names a festival was read."""
    read = {one.name for one in breaks}
    for item in re.finditer(rf"{_NUMBERED}({_NAMES}):", plain):
        if _name(item[1]) not in read:
            refuse(f"没有读到{_name(item[1])}的放假安排")


def _check_days(breaks: tuple[Break, ...]) -> None:
    """That no day is told off twice, or off and worked, and that fixed festivals are off."""
    off = Counter(day for one in breaks for day in one.days())
    worked = {day for one in breaks for day in one.worked}
    for day, times in sorted(off.items()):
        if day in worked:
            refuse(f"{day.month}月{day.day}日既放假又上班")
        if times > 1:
            refuse(f"{day.month}月{day.day}日在两个假期之内")
    for name, (month, number) in _FIXED.items():
        own = [day for one in breaks if name in one.name.split("、") for day in one.days()]
        if own and (month, number) not in {(day.month, day.day) for day in own}:
            refuse(f"{name}的放假日期里没有{month}月{number}日")


def _signed_on(plain: str, year: int) -> date | None:
    """The day under the notice, if it fits the year."""
    for found in reversed(list(_SIGNED.finditer(plain))):
        digits = [int(part) for part in found.groups()[:3] if part]
        if not digits:
            digits = [_numeral_year(found[4]), _numeral(found[5]), _numeral(found[6])]
        try:
            signed = date(*digits)
        except ValueError:
            refuse(f"{quoted(found.group())}不是日历上有的日期")
        return signed if signed.year in (year - 1, year) else None
    return None


def _numeral_year(written: str) -> int:
    return int("".join(str(_NUMERALS.find(sign) + 1) for sign in written))


def _numeral(written: str) -> int:
    """One to ninety-nine in Chinese numerals; zero for what is none."""
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _NUMERALS.find(written) + 1
    return (_NUMERALS.find(tens or "一") + 1) * 10 + (_NUMERALS.find(ones) + 1 if ones else 0)
