"""Parts listed in a sentence, held against the total that it states (P1)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.printing import plain, shown
from disclosure_desk.statistics.report_rules import broken
from disclosure_desk.statistics.text_sentences import COMPARED, Span, placed_sentences

_SNIPPET = 30
_MOST_LISTS = 20  # of a sentence: each is read to the sentence's end
_COUNTERS = "人次|万元|件次|条|件|项|次|篇|个|份|起|期|场|人|名|家|宗|例|元"
# A colon or a bracket right behind a total begins its parts too.
_WORDS = "其中|包括|分别为|分别是|具体为|包含"
_MARK = re.compile(rf"{_WORDS}|(?<=[条件篇期份])(?::|\()(?!{_WORDS})(?=[^()\d]{{2,20}}\d)")
_COUNTED = re.compile(rf"(\d+(?:\.\d+)?)({_COUNTERS})")
_PART = re.compile(
    rf"(?P<name>[^\d]{{0,40}}?)(?P<n>\d+(?:\.\d+)?)(?P<unit>{_COUNTERS})?(?P<after>等)?"
    r"(?=[,、:()和及与以]|$)"
)
# What begins so is no further part: it tells what became of them.
_ELSEWHERE = re.compile(
    r"^[,、]?(?:已|均|全部|共|合计|办结|结转|答复|较|比|同比|增|减|占|其余|上年|累计|按时|按期)"
)


def check_parts(text: str) -> list[Finding]:
    """P1: sentences whose listed parts do not add up to the total before them.

    A list that ends with 等 may be shorter than its total, never longer; several ways of
    dividing one total in one list are each accepted.
    """
    return [finding for finding, _ in parts_told(text)]


def parts_told(text: str) -> Iterator[tuple[Finding, Span]]:
    """P1 with the place of the sentence's list in the text as it was written."""
    for sentence in placed_sentences(text):
        for mark in islice(_MARK.finditer(sentence.text), _MOST_LISTS):
            finding = _parts_after(sentence.text, mark)
            if finding is not None:
                yield finding, sentence.span(mark.start(), len(sentence.text))


def _parts_after(sentence: str, mark: re.Match[str]) -> Finding | None:
    ahead, behind = sentence[: mark.start()], _within(sentence, mark.end())
    parts, unit, open_ended = _parts(_without_brackets(behind))
    counted = _COUNTED.findall(_without_brackets(ahead, open_end=True))
    totals = [Decimal(number) for number, counter in counted if counter == unit]
    if len(parts) < 2 or not totals:
        return None
    added = sum(parts, Decimal(0))
    sums = {added, *_runs(parts)}
    near = totals[-1]
    if sums & {near, sum(totals), *(totals[-2:])} or (open_ended and added < near):
        return None
    listed = "+".join(shown(plain(part)) for part in parts)
    return broken(
        "P1",
        f"正文“…{ahead[-_SNIPPET:]}{mark[0]}…”：各部分{listed}={shown(plain(added))}，"
        f"总数是{shown(plain(near))}，相差{shown(plain(abs(added - near)))}。",
        expected=plain(near),
        found=plain(added),
    )


def _within(sentence: str, start: int) -> str:
    """The sentence from a place on, as far as the bracket goes in which it stands."""
    depth = 0
    for at in range(start, len(sentence)):
        if sentence[at] == "(":
            depth += 1
        elif sentence[at] == ")":
            if depth == 0:
                return sentence[start:at]
            depth -= 1
    return sentence[start:]


def _without_brackets(text: str, *, open_end: bool = False) -> str:
    """The text without what stands in brackets; `open_end` keeps a bracket that is not closed."""
    previous = None
    while previous != text:
        previous, text = text, re.sub(r"\([^()]*\)", "", text)
    return text.replace("(", ",") if open_end else text


def _parts(listed: str) -> tuple[list[Decimal], str, bool]:
    """The numbers of a list, their common counter, and whether it ends with 等."""
    told: list[re.Match[str]] = []
    for match in _PART.finditer(listed):
        if _ELSEWHERE.match(listed[match.start() :]) or COMPARED.search(
            listed[match.start() : match.start("n")]
        ):
            break
        if match["name"].strip(",、:") or told:
            told.append(match)
    units = [match["unit"] for match in told if match["unit"]]
    unit = units[0] if units else ""
    kept = [match for match in told if match["unit"] in (unit, None)]
    return [Decimal(one["n"]) for one in kept], unit, "等" in listed


def _runs(parts: Sequence[Decimal]) -> Iterator[Decimal]:
    """What two and more parts from the first on add up to."""
    added = parts[0]
    for part in parts[1:]:
        added += part
        yield added
