"""Reads a typed line as a published item: date, title, 文号, channels, @科室, #类别, in any order.

Nothing is guessed silently: what is not surely meant so carries a doubt in words, what cannot be
kept so a problem. The title is what is left, in its own order and wording. It lies with the
records because it speaks of their fields and closed lists; it knows no database.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.document_numbers import find_numbers, looks_like_a_number
from disclosure_desk.records.entry_words import (
    channel_called,
    document_kind_called,
    field_of_heading,
)
from disclosure_desk.records.terms import DOCUMENT_KINDS
from disclosure_desk.records.typed_days import Day, day_in
from disclosure_desk.records.typed_words import TypedWord, words_of
from disclosure_desk.records.wording import folded, words_in
from disclosure_desk.rules.pinyin import matches
from disclosure_desk.rules.typed_date import UnreadableDateError, read_date

_LABELLED = re.compile(r"([^：:]{2,8})[：:](.*)", re.DOTALL)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_CHANNEL_MARKS = re.compile(r"[、/／;；+＋&＆]")
# A 代字 that ends in 规 or 规字 numbers 规范性文件 in most offices (国办发〔2018〕37号: numbered
# together; the letter 规 is custom, from memory); 规划 offices use it too, so it is only proposed.
_NORMATIVE_NUMBER = re.compile(r"规字?〔")
_NORMATIVE_TITLE = re.compile(r"(?:管理|暂行|试行|实施)(?:办法|规定)|实施细则")
_NOT_NORMATIVE_TITLE = re.compile(r"解读|征求|意见稿|草案|起草|宣传|培训|通报|答记者问")
_MAY_BE_AHEAD = ("effective_on", "valid_until", "repealed_on")
# In which order parts are shown and asked for.
_ORDER = (
    *("number", "published_on", "made_on", "title", "document_number", "document_kind"),
    *("channels", "department", "category"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """The words that the register knows already."""

    departments: Sequence[str] = ()
    categories: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the item: its value, and the words of the line that told it.

    `doubt` says what is to be checked (待核对), `problem` why it cannot be kept so; `origin` is
    how it came here, where it was not typed: 默认, 沿用, 提示. `is_new` is a name that the
    register does not know.
    """

    field: str
    value: FieldValue
    words: tuple[str, ...] = ()
    doubt: str = ""
    problem: str = ""
    origin: str = ""
    is_new: bool = False

    @property
    def typed(self) -> str:
        """What stands in the line, or "" for what was added."""
        return " ".join(self.words)


@dataclass(slots=True)
class _Reading:
    """What was found so far; `left` are the words of the title, in order."""

    text: str
    today: date
    known: Known
    parts: dict[str, Part] = field(default_factory=dict)
    days: list[tuple[TypedWord, Day]] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def take(self, part: Part) -> None:
        """Keep a part; a second one for the same field is a problem of both."""
        earlier = self.parts.get(part.field)
        if earlier is None:
            self.parts[part.field] = part
            return
        label = FIELDS["publication"][part.field].label
        words = (*earlier.words, *part.words)
        self.parts[part.field] = Part(
            part.field, None, words, problem=f"写了两个{label}：{'、'.join(words)}，请留一个"
        )


def read_line(
    text: str, today: date, known: Known | None = None, *, kept: Collection[str] = ()
) -> tuple[Part, ...]:
    """The parts of a line, in the order in which they are shown; none for an empty line.

    Words in `kept` were sent back into the title and are not looked at again.
    """
    reading = _Reading(text, today, known or Known())
    rest = _without_numbers(reading, kept)
    words = words_of(rest)
    _sort_words(reading, words, kept)
    _place_days(reading)
    _join_title(reading)
    _propose_kind(reading)
    order = {name: place for place, name in enumerate(_ORDER)}
    return tuple(sorted(reading.parts.values(), key=lambda one: order.get(one.field, len(order))))


def with_defaults(
    parts: Sequence[Part], today: date, carried: Mapping[str, FieldValue]
) -> tuple[Part, ...]:
    """The parts with what is taken as said where nothing was: told as default or as carried on.

    公开日期 is today, 生成日期 the day of 公开日期; the rest goes on from the item before.
    """
    told = {part.field: part for part in parts}
    for name, value in carried.items():
        if name not in told and value not in (None, (), ""):
            told[name] = Part(name, value, origin="沿用")
    if "published_on" not in told:
        told["published_on"] = Part("published_on", today, origin="默认")
    published = told["published_on"].value
    if "made_on" not in told and isinstance(published, date):
        told["made_on"] = Part(
            "made_on", published, origin="默认", doubt=_other_year(told, published)
        )
    order = {name: place for place, name in enumerate(_ORDER)}
    return tuple(sorted(told.values(), key=lambda one: order.get(one.field, len(order))))


def card_of_parts(parts: Sequence[Part]) -> Card:
    """What these parts say, as a card; empty fields are left out."""
    return {part.field: part.value for part in parts if part.value not in (None, (), "")}


def _other_year(told: Mapping[str, Part], published: date) -> str:
    number = told.get("document_number")
    found = find_numbers(str(number.value)) if number else []
    if found and found[0].year not in (None, published.year):
        return f"文号是{found[0].year}年的，生成日期按公开日期填写"
    return ""


# ---------------------------------------------------------------------------- words


def _without_numbers(reading: _Reading, kept: Collection[str]) -> str:
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


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A word of the line: `take` gives it to a field, None leaves it to the title.

    A weak word may as well belong to the title; a `mark` such as @ went to the word behind it.
    """

    text: str
    start: int
    end: int
    take: Callable[[], None] | None = None
    is_weak: bool = False
    is_mark: bool = False

    @property
    def is_title(self) -> bool:
        return self.take is None and not self.is_mark


def _sort_words(reading: _Reading, words: Sequence[TypedWord], kept: Collection[str]) -> None:
    """Give each word to its field; weak ones between words of the title stay there."""
    line = _line_of(reading, words, kept)
    for place, word in enumerate(line):
        if word.is_mark:
            continue
        if word.take is None:
            reading.left.append((word.start, word.end))
        elif word.is_weak and _is_inside(line, place):
            reading.left.append((word.start, word.end))
            reading.doubts.append(f"“{word.text}”当作标题的一部分")
        else:
            word.take()


def _line_of(reading: _Reading, words: Sequence[TypedWord], kept: Collection[str]) -> list[_Sorted]:
    line: list[_Sorted] = []
    mark = ""  # @ or 标题： with a blank behind it: for the next word
    for word in words:
        told = TypedWord(mark + word.text, word.start, word.end)
        mark = ""
        if told.text in kept:
            line.append(_Sorted(word.text, word.start, word.end))
        elif told.text in ("@", "＠", "#", "＃") or _is_bare_label(told.text):
            mark = told.text
            line.append(_Sorted(word.text, word.start, word.end, is_mark=True))
        elif length := _title_behind_label(told.text):
            line.append(_Sorted(word.text, word.end - length, word.end))
        else:
            take = _reader_of(reading, told)
            is_weak = take is not None and _is_weak(reading, told)
            line.append(_Sorted(word.text, word.start, word.end, take, is_weak))
    if mark and line:
        line[-1] = replace(line[-1], is_mark=False)
    return line


def _is_bare_label(text: str) -> bool:
    match = _LABELLED.fullmatch(text)
    return bool(match and not match[2] and field_of_heading("publication", match[1]))


def _title_behind_label(text: str) -> int:
    """How many characters of the title stand behind 标题：; 0 for any other word."""
    match = _LABELLED.fullmatch(text)
    if match and field_of_heading("publication", match[1]) == "title":
        return len(match[2])
    return 0


def _is_inside(line: Sequence[_Sorted], place: int) -> bool:
    """Whether words of the title stand on both sides, with nothing but weak words between."""

    def title_towards(words: Sequence[_Sorted]) -> bool:
        return next((word.is_title for word in words if not word.is_weak), False)

    return title_towards(line[place - 1 :: -1] if place else ()) and title_towards(
        line[place + 1 :]
    )


def _is_weak(reading: _Reading, word: TypedWord) -> bool:
    """Whether a word could as well belong to a title: a channel's name, a day without a year."""
    if word.text[0] in "@＠#＃" or _LABELLED.fullmatch(word.text):
        return False
    day = day_in(word.text, reading.today)
    return not (day is not None and day.is_whole)


def _reader_of(reading: _Reading, word: TypedWord) -> Callable[[], None] | None:
    """What takes this word as a field; None for a word of the title."""
    text = word.text
    if text[0] in "@＠" and len(text) > 1:
        return lambda: reading.take(_named(reading, "department", text[1:], word))
    if text[0] in "#＃" and len(text) > 1:
        return lambda: reading.take(_kind_or_category(reading, text[1:], word))
    if _URL.fullmatch(text):
        return lambda: reading.take(Part("url", text, (text,)))
    labelled = _LABELLED.fullmatch(text)
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


def _take_channels(reading: _Reading, channels: Sequence[str], word: str) -> None:
    earlier = reading.parts.get("channels")
    before = earlier.value if earlier and isinstance(earlier.value, tuple) else ()
    words = (*earlier.words, word) if earlier else (word,)
    reading.parts["channels"] = Part("channels", tuple(dict.fromkeys((*before, *channels))), words)


def _named(reading: _Reading, name: str, typed: str, word: TypedWord) -> Part:
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


def _kind_or_category(reading: _Reading, typed: str, word: TypedWord) -> Part:
    if kind := document_kind_called(typed):
        return Part("document_kind", kind, (word.text,))
    return _named(reading, "category", typed, word)


def _take_labelled(reading: _Reading, name: str, told: str, word: TypedWord) -> None:
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


def _place_days(reading: _Reading) -> None:
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


def _join_title(reading: _Reading) -> None:
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
    reading.take(Part("title", title.strip(), words, doubt="；".join(reading.doubts)))


def _propose_kind(reading: _Reading) -> None:
    """行政规范性文件 where the 文号 or the title looks like one; never taken for sure."""
    if "document_kind" in reading.parts:
        return
    number, title = reading.parts.get("document_number"), reading.parts.get("title")
    doubt = ""
    if number and _NORMATIVE_NUMBER.search(str(number.value)):
        doubt = "文号里有“规”字"
    elif title and _NORMATIVE_TITLE.search(str(title.value)):
        found = _NORMATIVE_TITLE.search(str(title.value))
        if found and not _NOT_NORMATIVE_TITLE.search(str(title.value)):
            doubt = f"标题里有“{found[0]}”"
    if doubt:
        words = f"{doubt}，请确定是不是规范性文件"
        reading.take(Part("document_kind", "normative", doubt=words, origin="提示"))
