"""Which office a report is of, which year, and which chapters it has."""

import re
from collections.abc import Sequence
from functools import cache

from disclosure_desk.exchange.finished.form_rows import words_of_forms
from disclosure_desk.exchange.finished.labels import plain_label
from disclosure_desk.records.wording import folded
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import ReadChapter
from disclosure_desk.statistics.form import Edition

_YEAR = r"(?P<year>(?:19|20)\d\d)年?度?"
_KIND = r"[^。，；]*?(?:信息|政务|资讯)公开[^。，；]*?(?:报告|统计表)"
_TITLE = re.compile(rf"^(?P<unit>[^。，；：:>]*?){_YEAR}{_KIND}(?:\(.{{0,12}}\))?$")
_TITLE_YEAR_LAST = re.compile(
    rf"^(?P<unit>[^。，；：:>]*?)(?:政府)?(?:信息|政务)公开[^。，；]*?(?:报告|统计表)\({_YEAR}\)$"
)
_TITLE_NO_YEAR = re.compile(r"^(?P<unit>[^。，；：:>]*?)政府信息公开[^。，；]*?(?:报告|统计表)$")
_YEAR_ALONE = re.compile(rf"^\(?{_YEAR}\)?$")
_PERIOD = re.compile(r"((?:19|20)\d\d)年1月1日(?:起)?(?:至|到|-|—|~)(?:同年)?")
_FILLED_IN_BY = re.compile(r"填报单位(?:\([^()]*\))?[::]?(?P<unit>.+)")
_CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,2}[、.．]\S")
_OFFICE = re.compile(
    r"[局委办厅府院镇乡道县区市心会所站队处部社行司]$|[局委办厅府院镇乡道县区市].*年"
)
_SENTENCE = re.compile(r"[。；;！？]")
_LONGEST_TITLE, _LONGEST_HEADING = 70, 40
_LINES_SEARCHED = 60
_HANZI_YEAR = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def unit_and_year(lines: Sequence[str], named: str) -> tuple[str | None, int | None]:
    """The office as the title names it, and the title's year; else what preface and form say."""
    unit, year = _of_title(lines[:_LINES_SEARCHED])
    if unit is None and named:
        unit, named_year = _split(_compact(re.split(r"[-_|]", named)[0]))
        year = year or named_year
    for line in map(_compact, lines):
        if unit is None and (match := _FILLED_IN_BY.match(line)):
            unit = match["unit"].strip("_ ") or None
        if year is None and len(line) < _LONGEST_TITLE and (match := _YEAR_ALONE.match(line)):
            year = int(match["year"])
    if year is None:
        periods = {int(match) for match in _PERIOD.findall(_compact("".join(lines)))}
        year = periods.pop() if len(periods) == 1 else None
    return unit, year


def _of_title(lines: Sequence[str]) -> tuple[str | None, int | None]:
    """The title on one line, or else on two or three of which the first begins with the office."""
    compact = [_compact(line) for line in lines]
    partial: tuple[str | None, int | None] = (None, None)
    for count in (1, 2, 3):
        for at in range(len(compact) - count + 1):
            text = "".join(compact[at : at + count])
            if len(text) > _LONGEST_TITLE or (count > 1 and not _OFFICE.search(compact[at])):
                continue
            unit, year = _split(text)
            if unit and year:
                return unit, year
            if count == 1:
                partial = (partial[0] or unit, partial[1] or year)
    return partial


def _split(text: str) -> tuple[str | None, int | None]:
    for pattern in (_TITLE, _TITLE_YEAR_LAST):
        if match := pattern.match(text):
            return _bare_unit(match["unit"]), int(match["year"])
    if match := _TITLE_NO_YEAR.match(text):
        return _bare_unit(match["unit"]), None
    return None, None


def _bare_unit(text: str) -> str | None:
    unit = re.sub(r"^(?:附件?\d*|关于|标题|名称|\d+[.、])+", "", text)
    unit = re.sub(r"(?:关于|公布|发布|印发|编制)+$", "", unit).strip("《》\"'-—_ ")
    return unit or None


def _compact(text: str) -> str:
    """Without blanks, widths alike, and a year in hanzi as digits: «二〇二二年»."""
    joined = "".join(text.split()).translate(_WIDE)
    return re.sub(
        r"[〇○零一二三四五六七八九]{4}(?=年)", lambda year: year[0].translate(_HANZI_YEAR), joined
    )


_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)} | {
    ord("（"): "(",
    ord("）"): ")",
    ord("〔"): "(",
    ord("〕"): ")",
    ord("："): ":",
    ord("\u200b"): None,
    ord("\ufeff"): None,
}


def chapters_of(
    lines: Sequence[str], edition: Edition | None
) -> tuple[list[str], list[ReadChapter]]:
    """What stands before the first chapter, and the chapters with their paragraphs.

    Words of the tables, such as «三、本年度办理结果», head no chapter and are left out.
    """
    known = _titles(edition)
    table_words = words_of_forms() - set(known)
    opening: list[str] = []
    chapters: list[tuple[str, list[str]]] = []
    for line in lines:
        if plain_label(line) in table_words:
            continue
        heading, rest = _heading(line, known)
        if heading:
            chapters.append((heading, []))
            line = rest
        if line:
            (chapters[-1][1] if chapters else opening).append(line)
    return opening, [ReadChapter(title, tuple(body)) for title, body in chapters]


def _titles(edition: Edition | None) -> dict[str, str]:
    forms = [edition] if edition else list(editions().values())
    return {plain_label(one.title): one.title for form in forms for one in form.chapters}


@cache
def _begins_with(title: str) -> re.Pattern[str]:
    """The whole title with its numeral at the start of a paragraph, blanks inside it or not."""
    return re.compile(r"\s*" + r"\s*".join(map(re.escape, title)) + r"[\s:：]*")


def _heading(line: str, known: dict[str, str]) -> tuple[str, str]:
    """The heading that a line is, or begins with, and the rest of the line."""
    if plain_label(line) in known:
        return line, ""
    first, _, rest = line.partition("。")
    if rest and plain_label(first) in known:
        return first, rest
    for title in known.values():
        match = _begins_with(title).match(line)
        # «…改进情况和措施» is another title, not this one with a text behind it.
        if match and (match[0][-1] in " \t\u3000\xa0:：" or len(line) > _LONGEST_HEADING):
            return match[0].strip(), line[match.end() :].strip()
    if (
        _CHAPTER.match(folded(line))
        and len(line) <= _LONGEST_HEADING
        and not _SENTENCE.search(line)
    ):
        return line, ""
    return "", line
