"""How the outcome of a request is found: held? – may be disclosed? – on which ground?

One key a question, three questions at most. The tree is data: resources/rules/decision_path.toml.
Source: 条例第三十六条至第三十九条; 国办公开办函〔2021〕30号.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from disclosure_desk.shipped import shipped


@dataclass(frozen=True, slots=True)
class Leaf:
    """An outcome by its slug, the article to cite, and what the letter has to say.

    `needs` is a field of the request that must be filled beside it; `needs_reason` wants the
    clerk's own words.
    """

    outcome: str
    source: str
    write: str
    needs: str = ""
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question: the key to press, its words, and where it leads."""

    key: str
    text: str
    leads_to: "Question | Leaf"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, in the order in which they are offered."""

    text: str
    options: tuple[Option, ...]

    def take(self, key: str) -> Option | None:
        """The answer of a key; None when the question has no such key."""
        return next((option for option in self.options if option.key == key), None)


@cache
def start() -> Question:
    """The first question. Raises ValueError for a tree that leads nowhere or in a circle."""
    told = tomllib.loads(shipped("rules/decision_path.toml").read_text(encoding="utf-8"))
    questions = {one["id"]: one for one in told["question"]}
    return _question("start", questions, ())


def path_to(outcome: str) -> tuple[Option, ...]:
    """The answers that lead to an outcome, in order. Raises KeyError for an unknown one."""
    for path in paths():
        leaf = path[-1].leads_to
        if isinstance(leaf, Leaf) and leaf.outcome == outcome:
            return path
    raise KeyError(outcome)


def leaf_of(outcome: str) -> Leaf:
    """What is to be cited and written for an outcome. Raises KeyError for an unknown one."""
    leaf = path_to(outcome)[-1].leads_to
    assert isinstance(leaf, Leaf)
    return leaf


def follow(keys: str) -> Question | Leaf | None:
    """Where these keys lead, one after another; None where one of them is no answer."""
    place: Question | Leaf = start()
    for key in keys:
        option = place.take(key) if isinstance(place, Question) else None
        if option is None:
            return None
        place = option.leads_to
    return place


def paths(question: Question | None = None) -> Iterator[tuple[Option, ...]]:
    """Every way from a question, by default the first, to an outcome."""
    for option in (question or start()).options:
        if isinstance(option.leads_to, Leaf):
            yield (option,)
        else:
            for rest in paths(option.leads_to):
                yield (option, *rest)


def _question(name: str, questions: Mapping[str, Any], above: tuple[str, ...]) -> Question:
    if name in above or name not in questions:
        raise ValueError(f"decision path: {' > '.join((*above, name))}")
    told = questions[name]
    options = tuple(
        Option(
            one["key"],
            one["text"],
            _question(one["question"], questions, (*above, name))
            if "question" in one
            else _leaf(one),
            one.get("hint", ""),
        )
        for one in told["option"]
    )
    return Question(told["text"], options)


def _leaf(told: Mapping[str, Any]) -> Leaf:
    return Leaf(
        told["outcome"],
        told["source"],
        told["write"],
        told.get("needs", ""),
        told.get("needs_reason", False),
    )
