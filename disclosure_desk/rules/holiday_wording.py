"""What one item of a holiday notice says: the days off and the days worked of a festival.

It reads a text that holiday_notice has made plain: half-width signs, no spaces, no quotes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import NoReturn

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.working_days import Break, is_weekend
from disclosure_desk.rules.written_dates import WEEKDAYS

_ONE_DAY = timedelta(days=1)
_MONDAY, _FRIDAY = 0, 4
_LONGEST_BREAK_DAYS = 31
_DECEMBER = 12
# A day is worked within some two weeks of the break: one farther off has lost a digit.
_FARTHEST = timedelta(days=45)

_UNTIL = r"(?:至|到|[-—–―─~〜]+)"
DATE = re.compile(
    r"(?<![0-9])(?:(?P<year>[0-9]{4})年)?"
    rf"(?:(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})(?:[日号]|(?={_UNTIL}[0-9]))"
    r"|(?P<bare>[0-9]{1,2})[日号])"
    r"(?P<note>\([^()]{0,40}\)|(?:星期|周|礼拜)[一二三四五六日天])?"
)
_RANGE = re.compile(_UNTIL)
_AND = re.compile(r"、|和|及|与|以及")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])")
_DATE_NOT_READ = re.compile(r"[0-9][月日号]")
_NUMBER = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_COUNT = re.compile(
    r"(?:共|放假|调休|公休|休息|连休)计?(?P<days>[0-9]{1,2}|[一二两三四五六七八九十])天"
)
_ADVICE = re.compile(r"(?:^|(?<=[。;!?]))(?:鼓励|倡导|提倡|建议)[^。;!?]*[。;!?]?")

# What is said of a day, by the words that follow it; the first that fits.
_WORKED = re.compile(r",?(?:照常|正常|调休|均|都|应|须|需)*(?:上班|补班)")
_RESUMED = re.compile(r"起(?:照常|正常|恢复)*上班")
_MOVED = re.compile(r"[^。;]{0,20}调(?:休)?[至到]")
_MADE_UP = re.compile(r",?补休")
_EXPLAINED = re.compile(r",?(?:(?:照常|正常)(?:公休|休息)|为[^。;,]{0,12}(?:假日|公休日?))")
_OFF = re.compile(r",?(?:全国|均|都|当日|当天)?(?:放假|公休|调休|休息|休假)")


@dataclass(slots=True)
class _Said:
    """Days named together, and the words that follow them."""

    place: str
    days: list[date]
    words: str = ""
    inside: bool = False  # after 其中: it explains the break and adds nothing to it


@dataclass(slots=True)
class _Item:
    """What has been gathered of a festival so far."""

    off: list[date] = field(default_factory=list)
    worked: list[date] = field(default_factory=list)
    explained: list[tuple[str, date]] = field(default_factory=list)
    moved: list[tuple[str, date]] = field(default_factory=list)


def quoted(text: str) -> str:
    """A place of the notice as its reader knows it."""
    text = text.strip(",。;:").partition("。")[0]
    short = text if len(text) <= 40 else f"{text[:40]}…"
    return f"“{short.translate(str.maketrans('(),:;', '（），：；'))}”"


def refuse(reason: str) -> NoReturn:
    """Refuse the notice whole."""
    raise Refusal(f"{reason}；请核对通知原文后再导入。")


def breaks_of(name: str, text: str, year: int) -> tuple[Break, ...]:
    """The breaks that the item of a festival gives in the notice of a year.

    Mostly one; more where a day off in lieu (补休) does not join the others. Raises Refusal for
    an item that contradicts itself or the calendar, or that says something of a day that
    cannot be read.
    """
    text = _ADVICE.sub("", text)
    item = _Item()
    saying = _sayings(name, text, year)
    for said in saying:
        if _MOVED.fullmatch(said.words):
            item.moved += [(said.place, day) for day in said.days]
            target = next(saying, None)
            if target is None or "上班" in target.words:
                refuse(f"{name}中{quoted(said.place + said.words)}没有说调到哪一天")
            item.explained += [(target.place, day) for day in target.days]
        else:
            _take(name, item, said)
    if not item.off:
        refuse(f"没有读到{name}放假的日期，原文是{quoted(text)}")
    days = _joined(item.off)
    _check(name, item, days)
    _check_counts(name, text, item.off, days)
    worked = tuple(sorted(set(item.worked)))
    runs = list(_runs(days))
    return tuple(
        Break(name, first, last, worked if number == 0 else ())
        for number, (first, last) in enumerate(runs)
    )


def day_said(found: re.Match[str], year: int, *, turn: bool, before: date | None) -> date:
    """The day that a match of DATE names in the notice of a year.

    `turn`: the item is 元旦's, whose December is that of the year before. `before`: the day
    named before it, whose month holds where none is said.
    """
    place = quoted(found.group())
    number = int(found["day"] or found["bare"])
    if found["month"] is None:
        if before is None or found["year"]:
            refuse(f"{place}没有写明月份")
        month, of_year = before.month, before.year
    else:
        month = int(found["month"])
        of_year = year - 1 if turn and month == _DECEMBER else year
    if found["year"]:
        of_year = int(found["year"])
        if of_year != year and (of_year, month) != (year - 1, _DECEMBER):
            refuse(f"{place}不在{year}年的放假安排之内")
    try:
        day = date(of_year, month, number)
    except ValueError:
        refuse(f"{place}不是日历上有的日期")
    # «1月1日至3日（周五至周日）»: of a stretch only its end belongs to this day.
    note = re.sub(rf"^.*{_WEEKDAY.pattern}[至到—~-]+", "", found["note"] or "")
    for weekday in _WEEKDAY.findall(note):
        if WEEKDAYS.index(weekday.replace("天", "日")) != day.weekday():
            actual = WEEKDAYS[day.weekday()]
            refuse(f"{place}与日历不符，{day.year}年{day.month}月{day.day}日是星期{actual}")
    return day


def _sayings(name: str, text: str, year: int) -> Iterator[_Said]:
    """The days of an item, those named together in one, with what is said of them."""
    turn = "元旦" in name
    said: _Said | None = None
    before: date | None = None
    end = 0
    open_range = False
    inside = False
    for found in DATE.finditer(text):
        between = text[end : found.start()]
        joins = said is not None and bool(_RANGE.fullmatch(between) or _AND.fullmatch(between))
        day = day_said(found, year, turn=turn, before=before)
        if said is not None and joins:
            said.place += between + found.group()
            if not _RANGE.fullmatch(between):
                said.days.append(day)
                open_range = False
            elif open_range:
                refuse(f"{name}中{quoted(said.place)}看不懂")
            else:
                said.days += _days_after(said.days[-1], day, said.place)
                open_range = True
        else:
            if said is not None:
                said.words = _words(name, said.place, between)
                yield said
            else:
                _words(name, "", between)
            inside = inside or "其中" in between
            said = _Said(found.group(), [day], inside=inside)
            open_range = False
        before, end = day, found.end()
    if said is not None:
        said.words = _words(name, said.place, text[end:])
        yield said


def _words(name: str, place: str, words: str) -> str:
    unread = _DATE_NOT_READ.search(words)
    if unread:
        before = words[: unread.end()].rpartition("。")[2]
        refuse(f"{name}中{quoted(before[-12:] + words[unread.end() :][:8])}看不懂")
    if not place and ("放假" in words or "上班" in words):
        refuse(f"{name}中{quoted(words)}没有写明日期")
    return words.removesuffix("将").removesuffix(",")


def _days_after(first: date, last: date, place: str) -> list[date]:
    """The days after the first of a range until its last, inclusive."""
    if last <= first:
        refuse(f"{quoted(place)}的最后一天不在第一天之后")
    if (last - first).days >= _LONGEST_BREAK_DAYS:
        refuse(f"{quoted(place)}超过一个月，不像一次放假")
    return [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]


def _take(name: str, item: _Item, said: _Said) -> None:
    """Note what is said of some days that are not moved."""
    words = said.words
    place = said.place + words[:8]
    if _WORKED.match(words):
        item.worked += said.days
        for day in said.days:
            if not is_weekend(day):
                refuse(
                    f"{name}中{quoted(place)}有误，{day.month}月{day.day}日"
                    f"是星期{WEEKDAYS[day.weekday()]}，本来就是工作日"
                )
    elif _RESUMED.match(words):
        if said.days[0] in item.off:
            refuse(f"{name}中{quoted(place)}与放假的日期冲突")
    elif _MADE_UP.match(words):
        if any(is_weekend(day) for day in said.days):
            refuse(f"{name}中{quoted(place)}有误，周末不用补休")
        item.off += said.days
    elif _EXPLAINED.match(words) or (said.inside and _OFF.match(words)):
        item.explained += [(place, day) for day in said.days]
    elif _OFF.match(words):
        item.off += said.days
    else:
        refuse(f"{name}中{quoted(place)}看不懂是放假还是上班")


def _check(name: str, item: _Item, days: list[date]) -> None:
    """That the parts of an item fit each other."""
    repeated = [day for day, times in Counter(item.off).items() if times > 1]
    if repeated:
        refuse(f"{name}中{_named(repeated)}说了两次放假")
    both = set(days) & set(item.worked)
    if both:
        refuse(f"{name}中{_named(both)}既放假又上班")
    for day in item.worked:
        if not -_FARTHEST <= day - days[0] <= _FARTHEST:
            refuse(f"{name}中{_named([day])}上班，离放假的日期太远")
    for place, day in item.explained:
        if day not in days:
            refuse(f"{name}中{quoted(place)}不在放假的日期之内")
    for place, day in item.moved:
        if not is_weekend(day):
            refuse(f"{name}中{quoted(place)}不是公休日，不能调出")
        if day not in days and day not in item.worked:
            refuse(f"{name}中{quoted(place)}的公休日调出了，却没有说上班")


def _check_counts(name: str, text: str, off: list[date], days: list[date]) -> None:
    """That 共N天 fits the days, and 与周末连休 the weekend."""
    fitting = {len(off), len(days)}
    if "连休" in text:
        if len(days) == 1 and days[0].weekday() not in (_MONDAY, _FRIDAY):
            refuse(f"{name}中说与周末连休，但{_named(days)}不挨着周末")
        fitting.add(len(_with_weekend(days)))
    for count in _COUNT.finditer(text):
        written = count["days"]
        number = int(written) if written.isdigit() else _NUMBER.get(written, 10)
        if number not in fitting:
            refuse(f"{name}中{quoted(count.group())}与日期不符，所列日期是{len(days)}天")


def _joined(off: Iterable[date]) -> list[date]:
    """The days off in order, with the weekend between a day off and the day off in lieu."""
    days = sorted(set(off))
    for earlier, later in pairwise(days):
        gap = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
        if len(gap) <= 2 and all(is_weekend(day) for day in gap):
            days = days + gap
    return sorted(days)


def _with_weekend(days: list[date]) -> list[date]:
    """The days with the weekend that adjoins them."""
    wide = list(days)
    while is_weekend(wide[-1] + _ONE_DAY):
        wide.append(wide[-1] + _ONE_DAY)
    while is_weekend(wide[0] - _ONE_DAY):
        wide.insert(0, wide[0] - _ONE_DAY)
    return wide


def _runs(days: list[date]) -> Iterator[tuple[date, date]]:
    """First and last day of each run of days."""
    first = days[0]
    for day, following in zip(days, [*days[1:], None], strict=True):
        if following is None or following - day > _ONE_DAY:
            yield first, day
            if following is not None:
                first = following


def _named(days: Iterable[date]) -> str:
    """The days for a sentence; of many only the first."""
    ordered = sorted(days)
    named = "、".join(f"{day.month}月{day.day}日" for day in ordered[:3])
    return named if len(ordered) <= 3 else f"{named}等"
