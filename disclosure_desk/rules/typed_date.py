"""Reads a date as a clerk types it; what is not surely one date is not read at all."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure_desk.rules.written_dates import WEEKDAYS

EARLIEST, LATEST = date(1949, 10, 1), date(2100, 12, 31)
_DAYS_BACK = {
    "t": 0,
    "今": 0,
    "今天": 0,
    "今日": 0,
    "z": 1,
    "昨": 1,
    "昨天": 1,
    "昨日": 1,
    "前天": 2,
}
_WEEKDAY = re.compile(r"[\s(]*(?:周|星期|礼拜)([一二三四五六日天])\)?$")
_NAMED = re.compile(r"(?:(\d{4}|\d{2})年)?(\d{1,2})月(\d{1,2})[日号]?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[日号]", re.ASCII)
_PARTED = re.compile(r"(?:(\d{4}|\d{2})([-/.]))?(\d{1,2})([-/.])(\d{1,2})\.?", re.ASCII)
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_TENS = re.compile(r"([二三])?十([一二三四五六七八九])?")


class UnreadableDateError(ValueError):
    """What is wrong with a typed date, in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class _Parts:
    year: int | None
    month: int
    day: int


def read_date(
    text: str, today: date, *, may_be_ahead: bool = False, earliest: date | None = None
) -> date | None:
    """The date that a clerk typed; None for an empty text.

    A day alone lies in the month of `today`; a month and day are the latest such day up to
    `today`, or in its year where the date `may_be_ahead`. A year is never guessed before
    `earliest` if another one is not: the year that is typed stands. Raises
    UnreadableDateError for whatever is no date or might be two.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    if plain.lower() in _DAYS_BACK:
        return today - timedelta(days=_DAYS_BACK[plain.lower()])
    named_day = _WEEKDAY.search(plain)
    if named_day:
        plain = plain[: named_day.start()].rstrip()
    parts = _parts(plain, today, text.strip())
    day = _completed(parts, today, may_be_ahead=may_be_ahead, earliest=earliest)
    if not EARLIEST <= day <= LATEST:
        raise UnreadableDateError(f"{day.year}年不在可填写的范围内，请核对年份。")
    if named_day and WEEKDAYS[day.weekday()] != named_day[1].replace("天", "日"):
        raise UnreadableDateError(
            f"{day}是周{WEEKDAYS[day.weekday()]}，不是周{named_day[1]}，请核对。"
        )
    return day


def written_date(day: date) -> str:
    """A date as the field rewrites it: `2025-05-12 周一`."""
    return f"{day.isoformat()} 周{WEEKDAYS[day.weekday()]}"


def month_away(day: date, months: int) -> date:
    """The same day some months on or back; the month's last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_of_next - timedelta(days=1)).day))


def _parts(plain: str, today: date, typed: str) -> _Parts:
    joined = "".join(plain.split())
    compact = _arabic(joined)
    if found := _NAMED.fullmatch(compact):
        return _Parts(_year(found[1]), int(found[2]), int(found[3]))
    found = _PARTED.fullmatch(compact)
    if found and joined == plain and (found[2] is None or found[2] == found[4]):
        return _Parts(_year(found[1]), int(found[3]), int(found[5]))
    if found := _DAY.fullmatch(compact):
        return _Parts(today.year, today.month, int(found[1]))
    if plain.isascii() and plain.isdigit() and (parts := _of_digits(plain, today)):
        return parts
    raise UnreadableDateError(f"看不懂“{typed}”，请写成 2025-05-12 或 0512 这样的日期。")


def _of_digits(digits: str, today: date) -> _Parts | None:
    """Digits without separators: day, month and day, or the whole date."""
    match len(digits):
        case 1 | 2:
            return _Parts(today.year, today.month, int(digits))
        case 3:
            return _Parts(None, int(digits[0]), int(digits[1:]))
        case 4:
            return _Parts(None, int(digits[:2]), int(digits[2:]))
        case 8:
            return _Parts(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    # Six digits may be a month (202405) as well as a short date (240512).
    return None


def _arabic(text: str) -> str:
    """The text with 二〇二四年五月十二日 written in digits."""

    def tens(found: re.Match[str]) -> str:
        return {None: "1", "二": "2", "三": "3"}[found[1]] + (found[2] or "0")

    if not re.search(r"[年月]", text):
        return text
    return _HAN_TENS.sub(tens, text).translate(_HAN_DIGITS)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _completed(parts: _Parts, today: date, *, may_be_ahead: bool, earliest: date | None) -> date:
    if parts.year is not None:
        return _day(parts.year, parts)
    day = _day(today.year, parts)
    if may_be_ahead:
        is_too_early = earliest is not None and day < earliest
        return _day(today.year + 1, parts) if is_too_early else day
    if day <= today:
        return day
    # Of the year before only if it is not sure to be wrong there: a day ahead is told as such.
    if earliest is not None and (today.year - 1, parts.month, parts.day) < _ymd(earliest):
        return day
    return _day(today.year - 1, parts)


def _ymd(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _day(year: int, parts: _Parts) -> date:
    try:
        return date(year, parts.month, parts.day)
    except ValueError:
        if not 1 <= parts.month <= 12:
            raise UnreadableDateError(f"没有{parts.month}月，请核对日期。") from None
        raise UnreadableDateError(
            f"{year}年{parts.month}月没有{parts.day}日，请核对日期。"
        ) from None
