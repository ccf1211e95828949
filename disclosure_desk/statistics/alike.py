"""How much of a chapter was already said in last year's: the share, and the sentences alike."""

import re
from dataclasses import dataclass

from disclosure_desk.rules.similarity import likeness
from disclosure_desk.statistics.text_sentences import PART_HEADING

# Supervisors' tools print the rate; the shares at which this program warns. Source:
# 国办公开办函〔2021〕30号四（不得年年雷同）; the shares are the program's own.
HIGH, MEDIUM = 80, 60
_ALIKE = 0.7
_SHORTEST = 8
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


@dataclass(frozen=True, slots=True)
class AlikeSentence:
    """A sentence of this year with the one of last year that it is most alike to."""

    now: str
    then: str
    percent: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """A chapter against last year's."""

    percent: int
    sentences: tuple[AlikeSentence, ...]

    @property
    def told(self) -> str:
        """The rate in words."""
        if self.percent > HIGH:
            return f"与上年字面相似{self.percent}%，雷同，请改写"
        if self.percent > MEDIUM:
            return f"与上年字面相似{self.percent}%，偏高"
        return f"与上年字面相似{self.percent}%"


def likeness_of(now: str, then: str) -> Likeness | None:
    """A chapter's text held against last year's; None where either is empty."""
    if not now.strip() or not then.strip():
        return None
    return Likeness(round(likeness(now, then) * 100), tuple(_alike(now, then)))


def _alike(now: str, then: str) -> list[AlikeSentence]:
    before = _sentences(then)
    told = []
    for sentence in _sentences(now):
        rates = [(likeness(sentence, other), other) for other in before]
        rate, other = max(rates, default=(0.0, ""))
        if rate >= _ALIKE:
            told.append(AlikeSentence(sentence, other, round(rate * 100)))
    return told


def _sentences(text: str) -> list[str]:
    found = (one.strip() for one in _SENTENCE.findall(text))
    return [one for one in found if len(one) >= _SHORTEST and not PART_HEADING.match(one)]
