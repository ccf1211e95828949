"""Finds the number of a document (文号) in what was typed, and writes it as documents do.

Source: GB/T 9704-2012 7.2.5: the year in 〔〕, the number without 第 and without zeros before it
(from memory). Numbers of orders and announcements (令, 公告) keep their 第.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_DIGIT = "[0-9０-９]"
_BLANK = r"[ \t\u3000\xa0]*"
_WITH_YEAR = re.compile(
    rf"(?P<head>[\u4e00-\u9fffA-Za-z]{{1,40}}){_BLANK}"
    rf"[〔［\[(（【﹝〖]{_BLANK}(?P<year>{_DIGIT}{{4}})年?{_BLANK}[〕］\])）】﹞〗]{_BLANK}"
    rf"(?:第{_BLANK})?(?P<number>{_DIGIT}{{1,5}}){_BLANK}号"
)
_WITHOUT_BRACKETS = re.compile(
    rf"(?<![^\s，,])(?P<head>[\u4e00-\u9fff]{{2,8}})(?P<year>20{_DIGIT}{{2}})"
    rf"[-－—](?P<number>{_DIGIT}{{1,5}})号?(?![^\s，,])"
)
_ORDER = re.compile(
    rf"(?<![^\s，,])[\u4e00-\u9fff]{{0,15}}(?:令|公告|通告){_BLANK}(?:{_DIGIT}{{4}}年{_BLANK})?"
    rf"第{_BLANK}{_DIGIT}{{1,5}}{_BLANK}号(?![^\s，,])"
)
TITLE_ENDS = re.compile(
    r"通知|公告|通告|意见|方案|办法|决定|批复|规定|细则|公示|要点|计划|规划|报告"
)
_TITLE_WORDS = re.compile(r"关于|的|印发|" + TITLE_ENDS.pattern)
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number as documents write it, and which characters of the text told it."""

    start: int
    end: int
    number: str
    year: int | None = None
    doubt: str = ""


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers of documents in a text, from the left; with a doubt where it is one itself."""
    found = sorted([*_with_year(text), *_others(text)], key=lambda one: one.start)
    apart: list[FoundNumber] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _with_year(text: str) -> Iterator[FoundNumber]:
    for match in _WITH_YEAR.finditer(text):
        head, start, doubt = match["head"], match.start(), ""
        before = text[start - 1] if start else " "
        if _TITLE_WORDS.search(head) or not (before.isspace() or before in "，,、；;（([【"):
            ends = [end.end() for end in TITLE_ENDS.finditer(head)]
            if not ends or len(head) - ends[-1] < 2:
                continue
            head, start = head[ends[-1] :], start + ends[-1]
            doubt = "文号和标题连在一起，请看分得对不对"
        end = match.end()
        closing = _BRACKETS.get(text[start - 1]) if start else None
        if closing is not None and text[end : end + 1] == closing:
            start, end = start - 1, end + 1
        yield FoundNumber(start, end, *_written(head, match), doubt)


def _others(text: str) -> Iterator[FoundNumber]:
    for match in _WITHOUT_BRACKETS.finditer(text):
        number, year = _written(match["head"], match)
        yield FoundNumber(*match.span(), number, year, "年份没有写在〔〕里，请看文号对不对")
    for match in _ORDER.finditer(text):
        plain = "".join(unicodedata.normalize("NFKC", match[0]).split())
        yield FoundNumber(*match.span(), plain)


def _written(head: str, match: re.Match[str]) -> tuple[str, int]:
    year, number = int(match["year"]), int(match["number"])
    return f"{unicodedata.normalize('NFKC', head)}〔{year}〕{number}号", year


def looks_like_a_number(text: str) -> bool:
    """Whether a year in brackets and 号 stand in a text, though no 代字 can be told."""
    return _WITH_YEAR.search(text) is not None
