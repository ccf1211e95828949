"""The words of rows and columns, however an office writes them."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache

from disclosure_desk.records.wording import folded
from disclosure_desk.shipped import shipped

_START = re.compile(
    r"^(?:其中[:,]?|\d+[.、,)]*|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.,])"
)
_NUMERAL = re.compile(r"^\s*[一二三四五六七八九十]{1,2}\s+(?=\S{2})")
_REMARK = re.compile(r"\([^()]*\)$")
_SIGNS = re.compile(r"[^\w%]|_")
_LONGEST = 200
# Units that stand in a column of their own between a label and its figure.
UNITS = frozenset(
    ("条", "件", "次", "篇", "人", "人次", "个", "项", "元", "万元", "期", "场", "份", "宗")
)


def plain_label(text: str) -> str:
    """A label without numbering, «其中», remark in brackets and signs: «（七）总计» is «总计»."""
    return _plain(text[:_LONGEST])


# A file's labels are looked at once for every table of every edition.
@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    label = folded(_NUMERAL.sub("", text))
    while (shorter := _START.sub("", label)) != label and shorter:
        label = shorter
    while (shorter := _REMARK.sub("", label)) != label and shorter:
        label = shorter
    return _SIGNS.sub("", label)


@cache
def _told() -> Mapping[str, Mapping[str, list[str]]]:
    told: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
        shipped("rules/report_labels.toml").read_text(encoding="utf-8")
    )
    return told


@cache
def other_words(edition: str) -> Mapping[str, str]:
    """What some offices call a row or column of the edition, and what the form calls it."""
    every = {**_told()["every"], **_told().get(edition, {})}
    return {
        plain_label(other): plain_label(ours) for ours, others in every.items() for other in others
    }
