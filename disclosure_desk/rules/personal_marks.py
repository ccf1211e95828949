"""Marks of a person in a text: identity numbers, telephones, e-mail addresses; how they are hidden.

How numbers are made is told in `personal_numbers.py`; that other telephones have an area code of
3 or 4 digits is from memory.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from disclosure_desk.rules.personal_numbers import (
    LONG,
    MOBILE,
    has_right_last_sign,
    holds_birthday,
)

IDENTITY, PHONE, MAIL = "身份证号码", "电话号码", "电子邮箱"
_KINDS = (
    (MAIL, r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    (IDENTITY, r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"),
    (IDENTITY, r"(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])"),
    (PHONE, MOBILE),
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
    number = _plain(text).strip()
    return len(number) == LONG and has_right_last_sign(number) and holds_birthday(number)


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
            if kind == IDENTITY and not holds_birthday(found.group()):
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
