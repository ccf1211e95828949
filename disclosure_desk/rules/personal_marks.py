"""Marks of a person in a text: identity numbers, telephones, e-mail addresses; how they are hidden.

Source of the forms: GB 11643-1999 (公民身份号码) for the number and its last sign, the others
from memory: mobile numbers of 11 digits begin with 13 to 19, others have an area code of 3 or
4 digits, identity cards of before 1999 have 15 digits.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST_SIGNS = "10X98765432"
_LONG, _SHORT = 18, 15

IDENTITY, PHONE, MAIL = "身份证号码", "电话号码", "电子邮箱"
_KINDS = (
    (MAIL, r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    (IDENTITY, r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"),
    (IDENTITY, r"(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])"),
    (PHONE, r"(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![0-9A-Za-z])"),
    (PHONE, r"(?<![0-9A-Za-z])0\d{2,3}[- ]?[2-9]\d{6,7}(?![0-9A-Za-z])"),
)
_STARS = "****"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a text a mark stands (`end` is behind it), and of what kind it is."""

    kind: str
    start: int
    end: int


def is_identity_number(text: str) -> bool:
    """Whether this is an identity number: a day of birth that was, and the right last sign."""
    number = _plain(text).strip().upper()
    if len(number) != _LONG or not number[:-1].isdigit():
        return False
    weighted = sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=False))
    return _is_day(number[6:14]) and _LAST_SIGNS[weighted % 11] == number[-1]


def last_sign_of(first_17: str) -> str:
    """The last sign of an identity number whose others are known."""
    weighted = sum(int(one) * weight for one, weight in zip(first_17, _WEIGHTS, strict=True))
    return _LAST_SIGNS[weighted % 11]


def marks_in(text: str) -> list[Mark]:
    """All marks of persons, from left to right; none lies in another. Full width reads alike.

    A number of 15 or 18 digits counts where a day of birth stands in it: file numbers and codes
    of organisations are left alone.
    """
    plain = _plain(text)
    taken: list[Mark] = []
    for kind, pattern in _patterns():
        for found in pattern.finditer(plain):
            mark = Mark(kind, found.start(), found.end())
            if kind == IDENTITY and not _holds_birthday(found.group()):
                continue
            if all(mark.end <= one.start or mark.start >= one.end for one in taken):
                taken.append(mark)
    return sorted(taken, key=lambda mark: mark.start)


def without_marks(text: str, instead: str = _STARS) -> str:
    """The text with every mark of a person replaced."""
    told, place = [], 0
    for mark in marks_in(text):
        told += [text[place : mark.start], instead]
        place = mark.end
    return "".join((*told, text[place:]))


def without_values(text: str, values: Iterable[str], instead: str) -> str:
    """The text with each of these values replaced, the longest first."""
    for value in sorted(set(values), key=len, reverse=True):
        text = text.replace(value, instead)
    return text


def masked(value: str) -> str:
    """A number or an address so that it is known again, not read: «110****3X».

    The number of stars says nothing of the length.
    """
    text = value.strip()
    if not text:
        return ""
    if len(text) < 7:
        return f"{text[0] if len(text) > 3 else ''}{_STARS}"
    if any("\u4e00" <= sign <= "\u9fff" for sign in text):
        return f"{text[:3]}{_STARS}"  # an address: its end would say the most
    return f"{text[:3]}{_STARS}{text[-2:]}"


def bare_number(words: str) -> str:
    """What is typed as an identity number or a telephone, bare of blanks and signs; else empty.

    Short ones count without a hyphen only: «2025-001» is the number of a record.
    """
    plain = _plain(words).strip()
    if not re.fullmatch(r"[\d+()\- ]{7,24}[Xx]?", plain):
        return ""
    bare = re.sub(r"[^\dX]", "", plain.upper())
    return bare if len(bare) >= 10 or bare == plain else ""


def _plain(text: str) -> str:
    """Full-width digits, letters and signs as the others; the length stays."""
    folded = (unicodedata.normalize("NFKC", one) for one in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(folded, text, strict=True))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


def _holds_birthday(number: str) -> bool:
    day = number[6:14] if len(number) == _LONG else f"19{number[6:12]}"
    return _is_day(day)


def _is_day(text: str) -> bool:
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return day.year >= 1880  # whoever is older asks no more
