"""Tells that one typed line is likely two items: behind the first a second one was typed or pasted.

A line is held back until what is doubtful in it was seen; what is typed meanwhile joins it. The
signs are of custom (from memory): titles end in 通知, 公告 and the like and begin with 关于, and a
date in figures between two titles begins an item of its own.
"""

import re
from collections.abc import Sequence
from datetime import date

from disclosure_desk.records.document_numbers import TITLE_ENDS
from disclosure_desk.records.typed_days import day_in

_IN_FIGURES = re.compile(r"[0-9０-９./／．-]+")
_SHORTEST_TITLE = 4  # characters


def second_entry(words: Sequence[tuple[str, bool]], today: date) -> str:
    """The date with which a second item begins, as typed; "" where the line is one item.

    Of each word its text, and whether it is surely one of the title.
    """
    days = [
        place
        for place, (text, is_title) in enumerate(words)
        if not is_title and day_in(text, today) is not None
    ]
    for place in days:
        before = [text for text, is_title in words[:place] if is_title]
        behind = [text for text, is_title in words[place + 1 :] if is_title]
        first_title = next((at for at, one in enumerate(words) if one[1]), len(words))
        has_day_before = bool(days) and days[0] < min(first_title, place)
        text = words[place][0]
        if _are_titles(before, behind) or (
            has_day_before
            and _IN_FIGURES.fullmatch(text)
            and min(len("".join(before)), len("".join(behind))) >= _SHORTEST_TITLE
        ):
            return text
    return ""


def _are_titles(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a title has ended and another begins."""
    return bool(
        before
        and behind
        and behind[0].startswith("关于")
        and re.search(rf"(?:{TITLE_ENDS.pattern})$", before[-1])
    )
