"""How alike two descriptions of wanted information are, by the pairs of characters they share."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

_SIGNS = re.compile(r"[\W_]+")
# Every application says these: they would make any two alike.
_COMMON = ("政府信息", "申请公开", "申请获取", "请求公开", "相关信息", "有关信息")


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of two texts: 0 for nothing in common, 1 for the same characters.

    Widths, case, signs and the words of every application do not matter.
    """
    first, second = _pairs(one), _pairs(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _pairs(text: str) -> Counter[tuple[str, str]]:
    bare = _SIGNS.sub("", unicodedata.normalize("NFKC", text).lower())
    told = bare
    for words in _COMMON:
        told = told.replace(words, "")
    return Counter(pairwise(told if len(told) > 1 else bare))
