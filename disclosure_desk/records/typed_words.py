"""The words of a typed line, each with its place, so that what is left keeps its own wording."""

import re
from dataclasses import dataclass

_PAIRS = {"《": "》", "“": "”", "（": "）", "(": ")", "「": "」"}
_COMMAS = "，,"


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word between blanks or commas; what stands in 《》, “” or （） is one word."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[TypedWord]:
    """The words in order. A comma between two digits belongs to a number."""
    words: list[TypedWord] = []
    start: int | None = None
    place = 0
    while place < len(text):
        if _parts_words(text, place):
            if start is not None:
                words.append(TypedWord(text[start:place], start, place))
            start = None
        elif start is None:
            start = place
        closing = text.find(_PAIRS[text[place]], place) if text[place] in _PAIRS else -1
        place = max(place, closing) + 1
    if start is not None:
        words.append(TypedWord(text[start:], start, len(text)))
    return words


def _parts_words(text: str, place: int) -> bool:
    one = text[place]
    if one in _COMMAS:
        return not re.fullmatch(r"[0-9],[0-9]", text[max(place - 1, 0) : place + 2])
    return one.isspace()
