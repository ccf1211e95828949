"""Finds a day in one word of a typed line, and says how sure it is."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from disclosure_desk.records.publication_signs import LONG_AGO
from disclosure_desk.rules.typed_date import UnreadableDateError, read_date

_FIELDS = {
    "published_on": "公开 发布 上网 挂网",
    "made_on": "成文 生成 印发 落款 制发",
    "effective_on": "施行 生效 实施",
    "valid_until": "有效期至 有效至",
    "repealed_on": "废止",
}
_FIELD_OF_WORD = {word: name for name, words in _FIELDS.items() for word in words.split()}
_WORDS = "|".join(sorted(_FIELD_OF_WORD, key=len, reverse=True))
_WITH_FIELD = re.compile(rf"(?:(?P<before>{_WORDS})(?P<day>.+)|(?P<first>.+?)(?P<behind>{_WORDS}))")
_MAY_BE_AHEAD = ("effective_on", "valid_until", "repealed_on")
_WHOLE = re.compile(r"\d{8}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号.]?")
# What a clerk may have meant as a date, though none can be read from it. A year alone is none.
_LIKE_A_DATE = re.compile(
    r"(?!(?:19|20)\d\d$)(?:\d{1,4}|\d{6}|\d{8})|(?:\d{2}|\d{4})[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[-/.]\d{1,2}|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]"
)
_LETTERS = ("t", "z")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a word tells; `field` if it says which, `is_whole` if it names the year."""

    value: date | None
    field: str = ""
    is_whole: bool = False
    doubt: str = ""
    problem: str = ""


def day_in(text: str, today: date) -> Day | None:
    """The day that a word means, or one that cannot be; None for a word that is no day."""
    plain = unicodedata.normalize("NFKC", text)
    name = ""
    if match := _WITH_FIELD.fullmatch(plain):
        name = _FIELD_OF_WORD[match["before"] or match["behind"]]
        plain = match["day"] or match["first"]
    try:
        value = read_date(plain, today, may_be_ahead=name in _MAY_BE_AHEAD)
    except UnreadableDateError as error:
        if not _LIKE_A_DATE.fullmatch(plain):
            return None
        return Day(None, name, bool(name), problem=str(error))
    if value is None:
        return None
    is_whole = bool(name) or _WHOLE.fullmatch(plain) is not None
    return Day(value, name, is_whole, _doubt(plain, value, today, name))


def _doubt(plain: str, value: date, today: date, name: str) -> str:
    if name in _MAY_BE_AHEAD:
        return ""
    if value > today:
        return f"{value}晚于今天"
    if plain.isdigit() and len(plain) <= 2:
        return f"“{plain}”读作本月{value.day}日"
    if value.year != today.year and not re.match(r"\d{8}|\d{2,4}年|\d{4}[-/.]", plain):
        return f"没有写年份，读作{value.year}年" if not _tells_year(plain) else ""
    if today - value > LONG_AGO:
        return f"{value}在一年以前"
    return ""


def _tells_year(plain: str) -> bool:
    return bool(re.match(r"\d{2}[-/.]\d{1,2}[-/.]\d{1,2}", plain)) or plain in _LETTERS
