"""The kinds of letters (文书) as data: which there are, for what, and the article each cites.

They stand in resources/templates/letters.toml; the wording of each lies beside, in a file of
its slug. Source: domain practice of 条例第三十条至第四十二条.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.law import in_force, in_force_or_none, law_on
from disclosure_desk.rules.remedies import reconsideration_first
from disclosure_desk.shipped import shipped

Shows = Literal["name", "all", "hidden"]
_ITEM = re.compile("第([一二三四五六七八九十]+)项")


@dataclass(frozen=True, slots=True)
class Basis:
    """The article that a letter cites under one regulation, in use from a day on."""

    text: str
    first: date


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One kind of letter; `series` and `step` are empty where it has none.

    `outcomes` are those whose decision it tells, `also_for` those that it may tell besides;
    `shows` says how much of the applicant it may tell, `about` which step it speaks of,
    `consulted` whose opinion it asks. By the code of the regulation: `basis`, the articles, and
    `rule`, a term with its consequence; after a third party was consulted the articles are those
    of `basis_after_consulting`. None is made before `first`, nor while the provision `needs` is
    not in force. `title` is what is printed on it, `itself` how it speaks of itself. A letter
    that is `only_for` some outcomes goes beside their decision and tells none.
    """

    slug: str
    label: str
    title: str = ""
    itself: str = "本答复"
    also: tuple[str, ...] = ()
    series: str = ""
    step: str = ""
    about: str = ""
    consulted: str = ""
    outcomes: tuple[str, ...] = ()
    also_for: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    applicants: str = ""
    on_receipt: bool = False
    remedy: bool = False
    shows: Shows = "name"
    needs: str = ""
    basis: tuple[tuple[str, Basis], ...] = ()
    basis_after_consulting: tuple[tuple[str, str], ...] = ()
    rule: tuple[tuple[str, str], ...] = ()
    default: tuple[tuple[str, str], ...] = ()
    first: date | None = None
    note: str = ""

    @property
    def ends(self) -> bool:
        """Whether it tells how a request ended."""
        return bool(self.outcomes or self.also_for)

    @property
    def needs_outcome(self) -> bool:
        """Whether the ending must be on record first; applicants confirm theirs beforehand."""
        return self.ends and self.step != "withdrawal"

    def fits(self, outcome: str | None) -> bool:
        """Whether it may be made for this outcome; letters that tell of no ending fit most."""
        if self.only_for:
            return outcome is None or outcome in self.only_for
        return not self.ends or outcome in self.outcomes or outcome in self.also_for

    def is_for(self, applicant_kind: str) -> bool:
        """Whether it is made for applicants of this kind; most are for all."""
        who = "natural" if applicant_kind == "natural" else "organisation"
        return not self.applicants or self.applicants == who


def letter_kinds() -> Mapping[str, LetterKind]:
    """All kinds by slug, in the order of a request's life."""
    return _kinds()


def letter_for(outcome: str) -> LetterKind:
    """The letter made to tell this outcome; others may tell it too (`also_for`).

    Raises KeyError for an unknown one.
    """
    return _by_outcome()[outcome]


def law_knows(kind: LetterKind, received_on: date, made_on: date) -> bool:
    """Whether the rules that a letter cites were in force on its day, for a request of a day."""
    try:
        legal_basis(kind, received_on)
    except Refusal:
        return False
    return not _lacks_rule(kind, made_on)


def legal_basis(kind: LetterKind, received_on: date, *, consulted: bool = False) -> str:
    """What a letter cites for a request received on a day, empty for kinds that cite nothing.

    «《中华人民共和国政府信息公开条例》第三十条»; the older regulation is told by its number too.
    `consulted`: whether a third party was asked before. Raises Refusal where the law of that day
    did not know this kind of letter.
    """
    if not kind.basis:
        return ""
    law = law_on(received_on)
    regulation = in_force("request.regulation", received_on)
    found = dict(kind.basis).get(law.code)
    if found is None or received_on < found.first:
        raise Refusal(
            f"收到申请之日{received_on}适用的{regulation.document.short}没有规定“{kind.label}”"
            "这种情形，请核对收到日期和办理结果。"
        )
    text = found.text
    if consulted:
        text = dict(kind.basis_after_consulting).get(law.code, text)
    if text.startswith("《"):
        return text
    # The one in force needs no number; one repealed is told apart from it by its own.
    number = "" if regulation.last is None else f"（{regulation.document.number}）"
    return f"《{law.title}》{number}{text}"


def rule_told(kind: LetterKind, received_on: date) -> str:
    """The term and its consequence that a letter tells beside its article; empty if none."""
    return dict(kind.rule).get(law_on(received_on).code, "")


def require_law(kind: LetterKind, made_on: date) -> None:
    """Raises Refusal for a letter made before the rule that it rests on was in force.

    An ending is told all the same, its basis left open: it stands in the register.
    """
    if not kind.outcomes and _lacks_rule(kind, made_on):
        raise Refusal(f"{made_on}还没有施行“{kind.label}”所依据的规定，请核对文书日期。")


def _lacks_rule(kind: LetterKind, made_on: date) -> bool:
    missing = bool(kind.needs) and in_force_or_none(kind.needs, made_on) is None
    return missing or (kind.first is not None and made_on < kind.first)


def remedy_text(kind: LetterKind, made_on: date, outcome: str | None = None) -> str:
    """The clause on reconsideration and lawsuit of a decision made on a day; empty if none.

    `outcome` is that of the request, for letters that may tell several. The clause holds the
    【fields】 复议机关 and 有管辖权的法院, for its reader to fill.
    Source: 行政复议法第二十条、第二十三条; 行政诉讼法第四十五条、第四十六条.
    """
    if not kind.remedy:
        return ""
    days = in_force("remedies.reconsideration_days", made_on)
    months = in_force("remedies.lawsuit_months", made_on)
    this = kind.itself
    ask = (
        f"如不服{this}，可以自收到{this}之日起{days.number}{days.unit}内向【复议机关】申请行政复议"
    )
    told = kind.outcomes or ((outcome,) if outcome and kind.ends else ())
    first = reconsideration_first(told, made_on)
    if first is None:
        sue = f"或者自收到{this}之日起{months.number}{months.unit}内"
        return f"{ask}，{sue}向【有管辖权的法院】提起行政诉讼。"
    later = in_force("remedies.lawsuit_after_reconsideration_days", made_on)
    # Letters write items in brackets throughout: 第（四）项.
    article = _ITEM.sub(r"第（\1）项", first.article)
    return (
        f"{ask}；对行政复议决定不服的，可以自收到行政复议决定书之日起{later.number}{later.unit}内"
        f"依法向人民法院提起行政诉讼。根据《中华人民共和国行政复议法》{article}的规定，"
        "应当先申请行政复议。"
    )


@cache
def _by_outcome() -> Mapping[str, LetterKind]:
    found: dict[str, LetterKind] = {}
    for kind in _kinds().values():
        for outcome in kind.outcomes:
            if outcome in found:
                raise ValueError(f"{outcome}: two letters, {found[outcome].slug} and {kind.slug}")
            found[outcome] = kind
    return found


@cache
def _kinds() -> Mapping[str, LetterKind]:
    content = shipped("templates/letters.toml").read_bytes()
    return {
        slug: _kind(slug, data) for slug, data in tomllib.loads(content.decode("utf-8")).items()
    }


_PLAIN = (
    "series",
    "step",
    "about",
    "consulted",
    "remedy",
    "needs",
    "note",
    "itself",
    "applicants",
    "on_receipt",
)


def _kind(slug: str, data: Mapping[str, Any]) -> LetterKind:
    known = {
        "label": data["label"],
        "title": data.get("title", data["label"].split("（")[0]),
        "also": tuple(data.get("also", ())),
        "outcomes": tuple(data.get("outcomes", ())),
        "also_for": tuple(data.get("also_for", ())),
        "only_for": tuple(data.get("only_for", ())),
        "shows": data.get("applicant", "name"),
        "first": data.get("from"),
        "rule": tuple(data.get("rule", {}).items()),
        "default": tuple(data.get("default", {}).items()),
        "basis_after_consulting": tuple(data.get("basis_after_consulting", {}).items()),
        "basis": tuple((code, _basis(one)) for code, one in data.get("basis", {}).items()),
    }
    return LetterKind(slug, **known, **{name: data[name] for name in _PLAIN if name in data})


def _basis(data: str | Mapping[str, Any]) -> Basis:
    if isinstance(data, str):
        return Basis(data, date.min)
    return Basis(data["text"], data["from"])
