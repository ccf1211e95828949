"""Reads a typed line as a published item: date, title, 文号, channels, @科室, #类别, in any order.

Nothing is guessed silently: what is not surely meant so carries a doubt in words, what cannot be
kept so a problem. The title is what is left, in its own order and wording. It lies with the
records because it speaks of their fields and closed lists; it knows no database.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card
from disclosure_desk.records.document_numbers import find_numbers
from disclosure_desk.records.entry_words import field_of_heading
from disclosure_desk.records.line_fields import (
    LABELLED,
    join_title,
    place_days,
    propose_kind,
    reader_of,
    without_numbers,
)
from disclosure_desk.records.line_parts import Known, LineReading, Part
from disclosure_desk.records.two_entries import second_entry
from disclosure_desk.records.typed_days import day_in
from disclosure_desk.records.typed_words import TypedWord, words_of

# Characters: no title of a document has as many, and a pasted page would be read for seconds.
_LONGEST_LINE, _SHOWN = 2_000, 40
# In which order parts are shown and asked for.
_ORDER = (
    *("number", "published_on", "made_on", "title", "document_number", "document_kind"),
    *("channels", "department", "category"),
)


def read_line(
    text: str, today: date, known: Known | None = None, *, kept: Collection[str] = ()
) -> tuple[Part, ...]:
    """The parts of a line, in the order in which they are shown; none for an empty line.

    Words in `kept` were sent back into the title and are not looked at again.
    """
    if len(text) > _LONGEST_LINE:
        why = f"这一行有{len(text)}字，最多{_LONGEST_LINE}字，请分成几条登记"
        return (Part("title", None, (text[:_SHOWN],), problem=why),)
    reading = LineReading(text, today, known or Known())
    rest = without_numbers(reading, kept)
    words = words_of(rest)
    _sort_words(reading, words, kept)
    place_days(reading)
    join_title(reading)
    propose_kind(reading)
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


def _sort_words(reading: LineReading, words: Sequence[TypedWord], kept: Collection[str]) -> None:
    """Give each word to its field; weak ones between words of the title stay there."""
    line = _line_of(reading, words, kept)
    told = [(word.text, word.is_title) for word in line if not word.is_mark]
    reading.second_begins = second_entry(told, reading.today)
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


def _line_of(
    reading: LineReading, words: Sequence[TypedWord], kept: Collection[str]
) -> list[_Sorted]:
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
            take = reader_of(reading, told)
            is_weak = take is not None and _is_weak(reading, told)
            line.append(_Sorted(word.text, word.start, word.end, take, is_weak))
    if mark and line:
        line[-1] = replace(line[-1], is_mark=False)
    return line


def _is_bare_label(text: str) -> bool:
    match = LABELLED.fullmatch(text)
    return bool(match and not match[2] and field_of_heading("publication", match[1]))


def _title_behind_label(text: str) -> int:
    """How many characters of the title stand behind 标题：; 0 for any other word."""
    match = LABELLED.fullmatch(text)
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


def _is_weak(reading: LineReading, word: TypedWord) -> bool:
    """Whether a word could as well belong to a title: a channel's name, a day without a year."""
    if word.text[0] in "@＠#＃" or LABELLED.fullmatch(word.text):
        return False
    day = day_in(word.text, reading.today)
    return not (day is not None and day.is_whole)
