"""What an editor marks in a chapter as it is written: fields, typed numbers, broken sums.

A number typed by hand that equals a figure had better be a 【field】; one that contradicts it is
an error. The numbers are found by the checks of finished reports, so that the editor marks what
a supervisor's checker will find.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from disclosure_desk.records.finding import Figure, Severity
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.naming import named
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_phrases import misread_ways, phrase_telling
from disclosure_desk.statistics.text_figures import Told, judged, numbers_told
from disclosure_desk.statistics.text_parts import parts_told
from disclosure_desk.statistics.text_sentences import Span, placed_sentences

if TYPE_CHECKING:
    from disclosure_desk.statistics.fields import FieldValues

Kind = Literal["unknown", "contradicts", "phrase", "parts", "typed"]
_FIELD = re.compile(r"【([^【】\n]+)】")
# The fixed phrase says of which year it speaks by itself.
_YEAR_AHEAD = re.compile(r"(?:全年|本年度?|年内|今年)(?:共|累计)?$")
_NEW, _CARRIED = "本年新收", "上年结转"
_WEIGHT: Mapping[Kind, Severity] = {
    "unknown": "error",
    "contradicts": "error",
    "phrase": "warning",
    "parts": "warning",
    "typed": "hint",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text as typed, what is to be said of it, and what could stand there instead.

    `instead` goes in place of the signs from `from_` up to `to`; it is empty where only the
    clerk can know. `cells` are those of which the text speaks.
    """

    start: int
    end: int
    kind: Kind
    message: str
    instead: str = ""
    from_: int = 0
    to: int = 0
    cells: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """How heavy it is: a contradiction is an error, a number that could be a field a hint."""
        return _WEIGHT[self.kind]


def field_places(text: str) -> list[tuple[int, int, str]]:
    """Where the 【fields】 of a text stand, with their names; known or not."""
    return [(*found.span(), found[1]) for found in _FIELD.finditer(text)]


def marks_in(text: str, edition: Edition, fields: "FieldValues") -> list[Mark]:
    """Everything to be marked in a chapter's text, in order; `fields` are those of the year."""
    filled = _Filled.of(text, fields)
    marks = [
        Mark(start, end, "unknown", f"“【{name}】”不是可用的字段，原样留在报告里，请改正。")
        for start, end, name in field_places(text)
        if name not in fields
    ]
    numbers = [name for name, value in fields.items() if not isinstance(value, str)]
    told = list(numbers_told(filled.text, edition, names=numbers))
    marks += _of_numbers(told, filled, edition, fields)
    for finding, span in parts_told(filled.text):
        start, end = filled.origin(span)
        marks.append(Mark(start, end, "parts", finding.message))
    marks += _misread(filled)
    return sorted(marks, key=lambda one: (one.start, one.end))


@dataclass(frozen=True, slots=True)
class _Filled:
    """A text with its fields filled, and for each of its signs the place in the text as typed."""

    text: str
    places: tuple[Span, ...]
    is_typed: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, fields: "FieldValues") -> "_Filled":
        told: list[str] = []
        places: list[Span] = []
        typed: list[bool] = []
        at = 0
        for start, end, name in [*field_places(text), (len(text), len(text), "")]:
            told.append(text[at:start])
            places += [(place, place + 1) for place in range(at, start)]
            typed += [True] * (start - at)
            value = shown(fields[name]) if name in fields else text[start:end]
            told.append(value)
            places += [(start, end)] * len(value)
            typed += [False] * len(value)
            at = end
        return cls("".join(told), tuple(places), tuple(typed))

    def origin(self, span: Span) -> Span:
        """The place in the text as typed; fields are taken whole."""
        return self.places[span[0]][0], self.places[span[1] - 1][1]

    def typed_by_hand(self, span: Span) -> bool:
        return all(self.is_typed[span[0] : span[1]])


def _of_numbers(
    told: Sequence[Told], filled: _Filled, edition: Edition, fields: "FieldValues"
) -> Iterator[Mark]:
    done: set[Span] = set()
    for one in told:
        place = one.number or one.place
        if place in done:
            continue
        mark = _of_number(one, filled, edition, fields)
        if mark is not None:
            done.add(place)
            yield mark


def _of_number(told: Told, filled: _Filled, edition: Edition, fields: "FieldValues") -> Mark | None:
    def held(name: str) -> Figure | None:
        value = fields.get(name)
        return None if value is None or isinstance(value, str) else value

    start, end = filled.origin(told.number or told.place)
    finding = judged(told, edition, held)
    if finding is not None and told.says_all:
        whole = filled.origin((_begun(filled.text, told.place[0]), told.place[1]))
        kind: Kind = "contradicts" if finding.rule == "T1" else "phrase"
        instead = phrase_telling(_NEW, _CARRIED) if _NEW in fields and _CARRIED in fields else ""
        return Mark(*whole, kind, finding.message, instead, *whole, told.cells)
    is_typed = told.number is not None and filled.typed_by_hand(told.number)
    field = field_for(told, edition, fields) if is_typed else ""
    if finding is not None:
        return Mark(start, end, "contradicts", finding.message, field, start, end, told.cells)
    if not field or any(held(name) is None for name in (*told.cells, *told.fields)):
        return None
    number = shown(plain(told.amount))
    text = f"手工填写的{number}与{_named(told, edition)}相同，换成字段{field}后随台账变化。"
    return Mark(start, end, "typed", text, field, start, end, told.cells)


def _begun(text: str, start: int) -> int:
    """Where the words begin that tell of the year, before those that tell the number."""
    ahead = _YEAR_AHEAD.search(text[:start])
    return ahead.start() if ahead else start


def _named(told: Told, edition: Edition) -> str:
    if told.fields:
        return f"台账中“{told.fields[0]}”"
    names = " + ".join(named(edition.cells[code]) for code in told.cells[:3])
    return f"表中{names}{'等' if len(told.cells) > 3 else ''}"


def field_for(told: Told, edition: Edition, fields: "FieldValues") -> str:
    """The 【field】 that gives the sum of these cells; empty where no single one does."""
    if told.fields:
        return f"【{told.fields[0]}】" if len(told.fields) == 1 else ""
    for name, cells in edition.cell_fields.items():
        if cells == told.cells and name in fields:
            return f"【{name}】"
    return f"【{told.cells[0]}】" if len(told.cells) == 1 else ""


def _misread(filled: _Filled) -> Iterator[Mark]:
    for sentence in placed_sentences(filled.text):
        for way in misread_ways():
            for found in way.text.finditer(sentence.text):
                start, end = filled.origin(sentence.span(*found.span()))
                text = f"“{found[0]}”：{way.message}。"
                yield Mark(start, end, "phrase", text)


def cells_of(name: str, edition: Edition) -> tuple[str, ...]:
    """The cells behind a field; none for what is no figure of the table."""
    if name in edition.cells:
        return (name,)
    return edition.cell_fields.get(name, ())


def told_of_field(name: str, edition: Edition, fields: "FieldValues") -> str:
    """A field in words: its value and where the table has it."""
    if name not in fields:
        return f"“【{name}】”不是可用的字段"
    value = shown(fields[name]) or "（空）"
    cells = [edition.cells[code] for code in cells_of(name, edition)]
    place = " + ".join(named(cell) for cell in cells)
    return f"【{name}】＝{value}，{place}" if place else f"【{name}】＝{value}"
