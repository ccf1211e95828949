"""Which letter a user means by a name, and which can be made for a request as it stands."""

import unicodedata
from datetime import date
from difflib import SequenceMatcher

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.letters import LetterKind, law_knows, letter_for, letter_kinds

ANY_DECISION = "decision"  # stands for the decision letter of the request's outcome
_ANY_DECISION_LABEL = "答复书"
_USUAL = ("receipt", "correction_notice", "extension_notice", "delivery_receipt")
_NEAR = 0.4  # of 1, how alike a name must be to be offered for another
_MOST_NEAR = 5


def kinds_named(words: str) -> tuple[LetterKind, ...]:
    """The kinds that these words may mean: by slug or label the one, by other names several."""
    wanted = _folded(words)
    every = letter_kinds().values()
    exact = [one for one in every if wanted in (_folded(one.slug), _folded(one.label))]
    if exact:
        return tuple(exact)
    if wanted == ANY_DECISION:
        wanted = _ANY_DECISION_LABEL
    return tuple(one for one in every if wanted in map(_folded, one.also))


def kind_for(
    words: str, outcome: str | None, outcome_label: str = "", *, applicant_kind: str = ""
) -> LetterKind:
    """The kind that a user means, for a request of this outcome (None: it has not ended).

    Where the kind of applicant is told, a form for others is not taken. Raises Refusal for words
    that name no kind, for a decision letter of a request that has not ended, and for one that
    does not go with this outcome or applicant.
    """
    named = kinds_named(words)
    if not named:
        raise Refusal(f"没有“{words}”这种文书，可以写“答复书”（按办理结果），或者{_near(words)}。")
    if applicant_kind:
        others, named = named, tuple(one for one in named if one.is_for(applicant_kind))
        if not named:
            raise Refusal(f"“{others[0].label}”不适用于这类申请人，请写“申请表”。")
    if outcome is None:
        if not any(kind.needs_outcome for kind in named):
            return named[0]
        raise Refusal(f"这件申请还没有登记办理结果，不能制作“{words}”；请先登记答复。")
    fitting = [kind for kind in named if kind.fits(outcome)]
    if fitting:
        return fitting[0]
    told = outcome_label or outcome
    if named[0].only_for:
        raise Refusal(f"办理结果是“{told}”，没有决定公开，不发“{named[0].label}”。")
    right = letter_for(outcome)
    raise Refusal(f"“{words}”与办理结果“{told}”不符，这种结果用“{right.label}”。")


def kinds_offered(outcome: str | None, received_on: date, made_on: date) -> tuple[LetterKind, ...]:
    """The kinds that can be made for a request of this outcome (None: open), in their order.

    The letter of an ending is among them even where the law of the day does not know it.
    """
    return tuple(
        kind
        for kind in letter_kinds().values()
        if (kind.fits(outcome) if outcome else not kind.needs_outcome)
        and (kind.outcomes or law_knows(kind, received_on, made_on))
    )


def _near(words: str) -> str:
    """The names most like these words, the nearest first; the usual letters if none is near."""
    wanted = _folded(words)
    alike = []
    for kind in letter_kinds().values():
        names = (kind.label, *kind.also)
        score = max(SequenceMatcher(None, wanted, _folded(name)).ratio() for name in names)
        alike.append((-score, kind.label))
    near = [label for score, label in sorted(alike) if -score >= _NEAR][:_MOST_NEAR]
    usual = [letter_kinds()[slug].label for slug in _USUAL]
    return "、".join(near) if near else f"{'、'.join(usual)}等文书的名称"


def _folded(words: str) -> str:
    """Widths of brackets and letters made alike, blanks dropped."""
    return "".join(unicodedata.normalize("NFKC", words).split()).lower()
