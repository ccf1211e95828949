"""How two spellings of the same words are recognised as the same."""

import re
import unicodedata

# Only what is seen as blank is trimmed: control characters are part of the text.
BLANKS = " \t\r\n\u3000\xa0"
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂「」『』〝〞", '"') | dict.fromkeys("‘’‚‛＇", "'"))
_BETWEEN_WORDS = re.compile(r"[、，,；;\n]")
_NUMBERING = re.compile(r"^(?:\d+[.、]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)")


def trimmed(text: str) -> str:
    """The text without the blanks around it: how a typed or imported text is kept."""
    return text.strip(BLANKS)


def words_in(text: str) -> tuple[str, ...]:
    """Several words joined by 、 or another mark that parts words: each once, in order."""
    words = (trimmed(word) for word in _BETWEEN_WORDS.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


def folded(text: str) -> str:
    """The text with widths, brackets and quotes made alike, in lower case and without blanks.

    For comparing only; what a user typed is stored as typed.
    """
    alike = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_QUOTES)
    return "".join(alike.split()).lower()


def folded_label(text: str) -> str:
    """`folded`, without the numbering that forms print before a label (`1.`, `（一）`)."""
    return _NUMBERING.sub("", folded(text))
