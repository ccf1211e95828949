"""Make resources/pinyin/: the first letters of every character, and traditional forms.

Run by hand where both packages are installed, in an environment of their own:

    python installer/make_pinyin.py

Readings come from pypinyin (MIT, mozillazg), which takes them from the Unihan database;
traditional forms from OpenCC (Apache-2.0, Carbo Kuo). The program itself needs neither.
"""

from collections import Counter, defaultdict
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path

from opencc import __name__ as opencc  # type: ignore[import-not-found]  # not of the program
from pypinyin import Style, lazy_pinyin, pinyin  # type: ignore[import-not-found]
from pypinyin.constants import PHRASES_DICT  # type: ignore[import-not-found]

_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pinyin"
_CHARACTERS = ("〇", *map(chr, range(0x4E00, 0xA000)))
# A reading that fewer phrases of the dictionary have is one that nobody types.
_PHRASES = 2
# Names of places and families, whose readings phrases show too seldom.
_ALSO = {"单": "sd", "曾": "zc", "仇": "cq", "解": "jx", "尉": "wy", "蔚": "wy"}
_ALSO |= {"乐": "yl", "区": "qo", "朴": "pb", "查": "zc", "翟": "zd", "厦": "xs"}
_ALSO |= {"盛": "sc", "石": "sd", "折": "zs", "种": "zc", "重": "cz", "长": "cz"}


def initials() -> dict[str, str]:
    """The letters with which the readings of a character begin, the usual reading first."""
    in_phrases: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        for character, reading in zip(phrase, readings, strict=False):
            in_phrases[character][_letter(reading[0])] += 1
    found = {}
    for character in _CHARACTERS:
        [usual] = lazy_pinyin(character, style=Style.NORMAL, errors=lambda _text: [""])
        if not usual:
            continue
        several = chain.from_iterable(pinyin(character, style=Style.NORMAL, heteronym=True))
        used = [
            letter for letter in map(_letter, several) if in_phrases[character][letter] >= _PHRASES
        ]
        letters = "".join(dict.fromkeys([_letter(usual), *used, *_ALSO.get(character, "")]))
        found[character] = letters
    return found


def _letter(reading: str) -> str:
    return {"ü": "v", "ê": "e", "ḿ": "m", "ń": "n"}.get(reading[0], reading[0]).translate(_PLAIN)


_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǹ", "aaaaeeeeiiiioooouuuun")


def traditional() -> dict[str, str]:
    """The simplified form of each traditional character; of several the first."""
    text = (files(opencc) / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in text.splitlines() if line.strip())
    return {one: forms[0] for one, *forms in pairs if one != forms[0] and len(one) == 1}


def main() -> None:
    """Write both tables."""
    _FOLDER.mkdir(exist_ok=True)
    groups: dict[str, list[str]] = defaultdict(list)
    for character, letters in initials().items():
        groups[letters].append(character)
    head = f"# From pypinyin {version('pypinyin')} (MIT License, Copyright 2016 mozillazg), by "
    lines = [f"{letters}\t{''.join(groups[letters])}" for letters in sorted(groups)]
    _write("initials.txt", [head + "installer/make_pinyin.py.", *lines])
    forms = traditional()
    head = "# From OpenCC's TSCharacters.txt (Apache License 2.0, Copyright Carbo Kuo), by "
    pairs = ["".join(forms), "".join(forms.values())]
    _write("traditional.txt", [head + "installer/make_pinyin.py.", *pairs])


def _write(name: str, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    (_FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
