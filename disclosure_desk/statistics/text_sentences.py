"""Sentences of a report made alike, each sign with its place in the text as it was written."""

import re
from dataclasses import dataclass

Span = tuple[int, int]  # from, up to but not including

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
QUOTES = dict.fromkeys(map(ord, "“”\"‘’'"))
# A line that is the heading of a part of a chapter: （一）主动公开.
PART_HEADING = re.compile(r"^（[一二三四五六七八九十]{1,3}）[^。；]{1,40}$")
# A number that is set against another is not the number of the year.
COMPARED = re.compile(r"(?:较|比|同比|增加|增长|减少|下降|上升|多|少)了?[^,。;、]{0,8}$")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_ENDS = frozenset("。;!?\n")
# Signs: what goes on for longer without an end is no sentence, and is taken in pieces.
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with widths alike, and where each of its signs stands in the text."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the text of the signs from `start` up to `end`."""
        return self.places[start], self.places[max(end - 1, start)] + 1


def placed_sentences(text: str) -> list[Sentence]:
    """The sentences of a text without blanks, quotes and thousands marks; empty ones left out."""
    kept = [(sign, at) for at, sign in enumerate(text) if sign == "\n" or not sign.isspace()]
    joined = "".join(sign for sign, _ in kept)
    marks = {found.start() for found in _THOUSANDS.finditer(joined)}
    told: list[Sentence] = []
    signs: list[str] = []
    places: list[int] = []
    for number, (sign, at) in enumerate([*kept, ("\n", len(text))]):
        alike = sign.translate(WIDE | QUOTES)
        if alike in _ENDS or len(signs) == _LONGEST:
            if signs:
                told.append(Sentence("".join(signs), tuple(places)))
            signs, places = [], []
        if alike and alike not in _ENDS and number not in marks:
            signs.append(alike)
            places.append(at)
    return told


def sentences(text: str) -> list[str]:
    """The sentences of a text with widths alike, without blanks, quotes and thousands marks."""
    return [sentence.text for sentence in placed_sentences(text)]
