"""Which kind of applicant a name suggests, for the six columns of the official table.

A proposal only: the clerk decides. The words are data, resources/rules/applicants.toml.
Source: 国办公开办函〔2021〕30号 (申请人情况).
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from disclosure_desk.shipped import shipped

NATURAL = "natural"

_BRACKETED = re.compile(r"\([^()]*\)|〔[^〔〕]*〕|\[[^\[\]]*\]|【[^【】]*】")
_HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
# As typed between the parts of a name in other languages of the country: 阿依古丽·买买提.
_MIDDLE_DOTS = "·•・‧∙"
_SHORTEST_WITH_ENDING = 4  # 张行 is a person, 县农机厂 is none


@dataclass(frozen=True, slots=True)
class Proposal:
    """A kind of applicant and the words of the name that speak for it; a person has none."""

    kind: str
    words: tuple[str, ...] = ()


def proposed_kind(name: str) -> Proposal | None:
    """The kind that a name suggests; None when it suggests none.

    Widths do not matter; what stands in brackets is a remark (委托人, 特殊普通合伙, a place)
    and counts only where there is nothing else.
    """
    plain = _plain(name)
    found = _matches(plain)
    if found:
        kind = max(found, key=lambda match: (match[0], match[1]))[2]
        return Proposal(kind, tuple(word for _, _, owner, word in found if owner == kind))
    return Proposal(NATURAL) if _is_personal(plain) else None


def _plain(name: str) -> str:
    told = "".join(unicodedata.normalize("NFKC", name).split())
    bare, cut = _BRACKETED.subn("", told)
    while cut:
        bare, cut = _BRACKETED.subn("", bare)
    return bare or told


def _matches(plain: str) -> list[tuple[int, int, str, str]]:
    """Where each known word last ends, its length, whose word it is, and the word."""
    found = [
        (place + len(word), len(word), kind, word)
        for word, kind in _words().items()
        if (place := plain.rfind(word)) >= 0
    ]
    if len(plain) >= _SHORTEST_WITH_ENDING:
        for ending, kind in _endings().items():
            if plain.endswith(ending):
                found.append((len(plain), len(ending), kind, ending))
    return [one for one in found if not _lies_within_another(one, found)]


def _lies_within_another(
    one: tuple[int, int, str, str], found: list[tuple[int, int, str, str]]
) -> bool:
    """公司 says nothing beside 有限公司, nor 学会 where it is a part of a longer word."""
    end, length, _, _ = one
    return any(
        other[1] > length and other[0] - other[1] <= end - length and end <= other[0]
        for other in found
    )


def _is_personal(plain: str) -> bool:
    natural = _told()["natural"]
    parts = re.split(f"[{_MIDDLE_DOTS}]", plain)
    if len(parts) > 1:
        return all(_HANZI.fullmatch(part) for part in parts)
    if not _HANZI.fullmatch(plain):
        return False
    if len(plain) in (2, 3) and plain[0] in natural["surnames"]:
        return True
    return len(plain) in (3, 4) and plain[:2] in natural["compound_surnames"]


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(shipped("rules/applicants.toml").read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, str]:
    """Every word with the kind that it speaks for."""
    return {word: kind["slug"] for kind in _told()["kind"] for word in kind["words"]}


@cache
def _endings() -> dict[str, str]:
    """The same for single characters that tell only at the end."""
    return {word: kind["slug"] for kind in _told()["kind"] for word in kind.get("endings", ())}
