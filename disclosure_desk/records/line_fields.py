"""Gives the words of a typed line to the fields of a published item, with doubts and problems."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.document_numbers import find_numbers, looks_like_a_number
from disclosure_desk.records.entry_words import (
    channel_called,
    document_kind_called,
    field_of_heading,
)
from disclosure_desk.records.line_parts import LineReading, Part
from disclosure_desk.records.publication_signs import normative_sign
from disclosure_desk.records.terms import DOCUMENT_KINDS
from disclosure_desk.records.typed_days import Day, day_in
from disclosure_desk.records.typed_words import TypedWord
from disclosure_desk.records.wording import folded, words_in
from disclosure_desk.rules.pinyin import matches
from disclosure_desk.rules.typed_date import UnreadableDateError, read_date

LABELLED = re.compile(r"([^：:]{2,8})[：:](.*)", re.DOTALL)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_CHANNEL_MARKS = re.compile(r"[、/／;；+＋&＆]")
_MAY_BE_AHEAD = ("effective_on", "valid_until", "repealed_on")


def without_numbers(reading: LineReading, kept: Collection[str]) -> str:
    """The line with blanks where a 文号 stood; it keeps its length."""
    rest = reading.text
    for found in find_numbers(reading.text):
        words = reading.text[found.start : found.end].strip()
        if words in kept:
            continue
        doubt = found.doubt
        if found.year is not None and not 1949 <= found.year <= reading.today.year:
            doubt = f"文号的年份是{found.year}，请核对"
        reading.take(Part("document_number", found.number, (words,), doubt))
        rest = rest[: found.start] + "\t" * (found.end - found.start) + rest[found.end :]
    return rest


def reader_of(reading: LineReading, word: TypedWord) -> Callable[[], None] | None:
    """What takes this word as a field; None for a word of the title."""
    text = word.text
    if text[0] in "@＠" and len(text) > 1:
        return lambda: reading.take(_named(reading, "department", text[1:], word))
    if text[0] in "#＃" and len(text) > 1:
        return lambda: reading.take(_kind_or_category(reading, text[1:], word))
    if _URL.fullmatch(text):
        return lambda: reading.take(Part("url", text, (text,)))
    labelled = LABELLED.fullmatch(text)
    if labelled and labelled[2] and (name := field_of_heading("publication", labelled[1])):
        return lambda: _take_labelled(reading, name, labelled[2], word)
    if channels := _channels_in(text):
        return lambda: _take_channels(reading, channels, text)
    day = day_in(text, reading.today)
    if day is not None:
        return lambda: reading.days.append((word, day))
    return None


# ---------------------------------------------------------------------------- fields


def _channels_in(text: str) -> tuple[str, ...]:
    """The channels that a word names, several joined by 、; none if any of them is no channel."""
    words = [word for word in _CHANNEL_MARKS.split(text) if word.strip()]
    found = [channel_called(word) for word in words]
    return tuple(dict.fromkeys(one for one in found if one)) if all(found) else ()


def _take_channels(reading: LineReading, channels: Sequence[str], word: str) -> None:
    earlier = reading.parts.get("channels")
    before = earlier.value if earlier and isinstance(earlier.value, tuple) else ()
    words = (*earlier.words, word) if earlier else (word,)
    reading.parts["channels"] = Part("channels", tuple(dict.fromkeys((*before, *channels))), words)


def _named(reading: LineReading, name: str, typed: str, word: TypedWord) -> Part:
    """A department or category by its name, any part of it, or its first letters of pinyin."""
    known = reading.known.departments if name == "department" else reading.known.categories
    typed = typed.strip()
    exact = [one for one in known if folded(one) == folded(typed)]
    found = exact or [one for one in known if matches(typed, one)]
    words = (word.text if word.text.endswith(typed) else typed,)
    if exact:
        return Part(name, exact[0], words)
    if len(found) == 1:
        return Part(name, found[0], words, doubt=f"由“{typed}”补全")
    if found:
        offered = "、".join(found[:5])
        return Part(name, None, words, problem=f"“{typed}”可能是{offered}，请选一个")
    label = "科室" if name == "department" else "类别"
    return Part(name, typed, words, doubt=f"登记簿里还没有这个{label}", is_new=True)


def _kind_or_category(reading: LineReading, typed: str, word: TypedWord) -> Part:
    if kind := document_kind_called(typed):
        return Part("document_kind", kind, (word.text,))
    return _named(reading, "category", typed, word)


def _take_labelled(reading: LineReading, name: str, told: str, word: TypedWord) -> None:
    """标题：…, 有效期至：… and so on: any field by its heading."""
    declared, words = FIELDS["publication"][name], (word.text,)
    if name in ("department", "category"):
        reading.take(_named(reading, name, told, word))
    elif name == "channels":
        named = tuple(channel_called(one) or one for one in words_in(told))
        _take_channels(reading, named, word.text)
    elif declared.type is date:
        reading.take(_labelled_day(name, told, words, reading.today))
    elif declared.choices is not None:
        kind = document_kind_called(told)
        offered = "、".join(DOCUMENT_KINDS.labels)
        problem = "" if kind else f"“{told}”不在可选项内，应为：{offered}"
        reading.take(Part(name, kind, words, problem=problem))
    else:
        reading.take(Part(name, told, words))


def _labelled_day(name: str, told: str, words: tuple[str, ...], today: date) -> Part:
    try:
        day = read_date(told, today, may_be_ahead=name in _MAY_BE_AHEAD)
    except UnreadableDateError as error:
        return Part(name, None, words, problem=str(error))
    return Part(name, day, words)


def place_days(reading: LineReading) -> None:
    """One day is 公开日期; of two the earlier is 生成日期; a third one is nobody's."""
    for word, day in reading.days:
        if day.field:
            reading.take(_day_part(day.field, word, day))
    free = [one for one in reading.days if not one[1].field]
    places = [one for one in ("published_on", "made_on") if one not in reading.parts]
    if len(free) == 2 and len(places) == 2:
        (_, first), (_, second) = free
        if first.value and second.value:
            made, published = sorted(free, key=lambda one: one[1].value or date.max)
            doubt = "两个日期里早的当作生成日期"
            reading.take(_day_part("made_on", *made, doubt))
            reading.take(_day_part("published_on", *published, doubt))
            return
    for place, (word, day) in enumerate(free):
        name = places[place] if place < len(places) else "published_on"
        reading.take(_day_part(name, word, day))


def _day_part(name: str, word: TypedWord, day: Day, doubt: str = "") -> Part:
    return Part(name, day.value, (word.text,), doubt=day.doubt or doubt, problem=day.problem)


def join_title(reading: LineReading) -> None:
    """What is left, with the blanks and commas that stood between its words."""
    if not reading.left:
        return
    text = reading.text
    title = ""
    pieces = 0
    last: int | None = None
    for start, end in sorted(reading.left):
        between = "" if last is None else text[last:start]
        if last is not None and between.strip(" \t\u3000\xa0，,"):
            between = " "
            pieces += 1
        title += between + text[start:end]
        last = end
    if pieces:
        reading.doubts.append("标题由不相连的几段组成")
    if "document_number" not in reading.parts and looks_like_a_number(title):
        reading.doubts.append("标题里像有文号，没有分开")
    words = (text[min(reading.left)[0] : max(reading.left)[1]],)
    problem = ""
    if second := reading.second_begins:
        problem = (
            f"像是两条，“{second}”后面又是一个标题；请分两次登记，"
            f"确是一条的，删去“{second}”前后的空格"
        )
    doubt = "；".join(reading.doubts)
    reading.take(Part("title", title.strip(), words, doubt=doubt, problem=problem))


def propose_kind(reading: LineReading) -> None:
    """行政规范性文件 where the 文号 or the title looks like one; never taken for sure."""
    if "document_kind" in reading.parts:
        return
    told = {name: str(part.value or "") for name, part in reading.parts.items()}
    doubt = normative_sign(told.get("document_number", ""), told.get("title", ""))
    if doubt:
        words = f"{doubt}，请确定是不是规范性文件"
        reading.take(Part("document_kind", "normative", doubt=words, origin="提示"))
