"""First letters of pinyin: zjj finds 住建局, any part of a word, every reading of a character.

The tables of characters lie in resources/pinyin/; installer/make_pinyin.py says where they
come from. Widths, case and traditional forms do not matter.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from disclosure_desk.shipped import shipped

# Of more readings of a whole text nobody types the last ones.
_MOST_SPELLINGS = 64


def plain(text: str) -> str:
    """The text in half width, lower case and simplified characters, without blanks."""
    alike = unicodedata.normalize("NFKC", text).translate(_simplified())
    return "".join(alike.split()).lower()


def simplified(text: str) -> str:
    """The text with each traditional character in its simplified form."""
    return text.translate(_simplified())


def letters_of(text: str) -> tuple[str, ...]:
    """For each character that is spoken the letters its readings begin with, the usual first.

    Letters and digits stand for themselves, signs and blanks are left out.
    """
    table = _letters()
    return tuple(
        table.get(one) or one
        for one in plain(text)
        if one in table or (one.isascii() and one.isalnum())
    )


def initials(text: str) -> tuple[str, ...]:
    """All spellings by first letters, the usual one first: 长安局 gives caj and zaj."""
    return spellings(letters_of(text))


def spellings(letters: Sequence[str]) -> tuple[str, ...]:
    """Every way to spell characters that have these first letters, at most 64."""
    return tuple(map("".join, islice(product(*letters), _MOST_SPELLINGS)))


def matches(query: str, text: str) -> bool:
    """Whether each word of a query is part of a text, as written or by its first letters.

    The letters must be those of characters that stand next to each other. An empty query
    matches everything.
    """
    written = plain(text)
    return all(
        word in written or (is_spelling(word) and _spells(word, letters_of(text)))
        for word in map(plain, query.split())
    )


def is_spelling(word: str) -> bool:
    """Whether a word of a query can be meant as first letters: two or more, and only letters."""
    return len(word) > 1 and word.isascii() and word.isalpha()


def _spells(word: str, letters: Sequence[str]) -> bool:
    places = range(len(letters) - len(word) + 1)
    return any(
        all(one in letters[place + step] for step, one in enumerate(word)) for place in places
    )


@cache
def letter_table() -> tuple[dict[int, str], dict[str, str]]:
    """For `str.translate` the letter of each character that has one; the others' letters."""
    letters = _letters()
    alone = {ord(character): one for character, one in letters.items() if len(one) == 1}
    return alone, {character: several for character, several in letters.items() if len(several) > 1}


@cache
def _letters() -> dict[str, str]:
    return {
        character: letters
        for letters, characters in (line.split("\t") for line in _lines("initials.txt"))
        for character in characters
    }


@cache
def _simplified() -> dict[int, str]:
    traditional, forms = _lines("traditional.txt")
    return {ord(one): form for one, form in zip(traditional, forms, strict=True)}


def _lines(name: str) -> Iterator[str]:
    text = shipped(f"pinyin/{name}").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))
