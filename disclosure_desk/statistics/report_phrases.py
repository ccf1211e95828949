"""Sentences that supervisors' checkers read rightly, and ways of writing that they misread."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.edition import fields_in
from disclosure_desk.statistics.form import Chapter, Edition


@dataclass(frozen=True, slots=True)
class FixedPhrase:
    """A sentence with 【fields】 to be put into a chapter; `of` are the fields that it tells.

    Source: the `source` of each, in resources/rules/report_phrases.toml.
    """

    title: str
    text: str
    source: str
    chapters: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    def fits(self, edition: Edition, chapter: Chapter, names: Collection[str]) -> bool:
        """Whether it belongs into a chapter of an edition that has these fields."""
        return (
            (not self.editions or edition.code in self.editions)
            and any(words in chapter.title for words in self.chapters)
            and all(name in names for name in fields_in(self.text))
        )


@dataclass(frozen=True, slots=True)
class Misread:
    """A way of writing a number (group n) that checkers read wrongly or not at all."""

    text: re.Pattern[str]
    message: str


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(shipped("rules/report_phrases.toml").read_text(encoding="utf-8"))


@cache
def fixed_phrases() -> tuple[FixedPhrase, ...]:
    """All sentences of resources/rules/report_phrases.toml, in order."""
    return tuple(
        FixedPhrase(
            one["title"],
            one["text"],
            one["source"],
            tuple(one["chapters"]),
            tuple(one.get("editions", ())),
            tuple(one.get("of", ())),
        )
        for one in _data()["phrase"]
    )


@cache
def misread_ways() -> tuple[Misread, ...]:
    """All ways of writing that the file warns of."""
    return tuple(Misread(re.compile(one["text"]), one["message"]) for one in _data()["misread"])


def phrases_for(
    edition: Edition, chapter: Chapter, names: Collection[str]
) -> tuple[FixedPhrase, ...]:
    """The sentences to offer in a chapter; `names` are the fields that there are."""
    return tuple(one for one in fixed_phrases() if one.fits(edition, chapter, names))


def phrase_telling(*fields: str) -> str:
    """The clause that tells these fields, without its full stop; empty if there is none."""
    found = next((one.text for one in fixed_phrases() if one.of == fields), "")
    return found.removesuffix("。")
