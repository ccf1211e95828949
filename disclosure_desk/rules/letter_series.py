"""The 代字 of letter numbers: the program's own, and those that an office uses instead."""

import re
from collections.abc import Mapping
from functools import cache

from disclosure_desk.rules.letters import letter_kinds

_PAIR = re.compile(r"([^\s=＝]+)\s*[=＝]\s*([^\s=＝〔〕\[\]()（）]{0,8})")
_BETWEEN = re.compile(r"[;；,，、\n]")


@cache
def usual_series() -> tuple[str, ...]:
    """The 代字 that the kinds of letters have, in the order of handling a request."""
    found = (kind.series for kind in letter_kinds().values() if kind.series)
    return tuple(dict.fromkeys(found))


def own_series(text: str) -> Mapping[str, str]:
    """What an office writes instead of which 代字: «答=告；补=补告».

    An empty right side leaves the 代字 out; kinds with the same one share one running count.
    Raises ValueError, in one sentence, for what cannot be read.
    """
    found: dict[str, str] = {}
    for part in filter(None, (one.strip() for one in _BETWEEN.split(text))):
        pair = _PAIR.fullmatch(part)
        if pair is None:
            raise ValueError(f"“{part}”看不懂，请写成“答=告”，几个之间用分号隔开。")
        if pair[1] not in usual_series():
            raise ValueError(f"没有代字“{pair[1]}”，可以换的有：{'、'.join(usual_series())}。")
        if pair[1] in found:
            raise ValueError(f"代字“{pair[1]}”写了两次，请只留一个。")
        found[pair[1]] = pair[2]
    return found
