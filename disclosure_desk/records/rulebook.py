"""The rules by which entries are judged (R01–R30): their weight, wording and source are data."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeVar, get_args

from disclosure_desk.records.finding import Finding, Severity
from disclosure_desk.shipped import shipped

When = Literal["field", "record", "daily", "export"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of resources/rules/cases.toml.

    `severity` is its usual weight, `also` those of its other cases; `when` says at which moment
    it is asked. `law` limits it to requests received under one regulation. `enforced` tells
    what makes a breach impossible: such a rule has no function. `off` is why it is not asked.
    """

    id: str
    about: str
    severity: Severity
    when: When
    text: str
    source: str
    also: tuple[Severity, ...] = ()
    law: str = ""
    enforced: str = ""
    off: str = ""
    version: int = 1
    numbers: Mapping[str, int] = field(default_factory=dict)

    def applies(self, law: str) -> bool:
        """Whether it is asked of a request under this regulation ("2007", "2019" or "")."""
        return not self.off and self.law in ("", law)


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in order. Raises ValueError for a weight or moment that there is not."""
    told = tomllib.loads(shipped("rules/cases.toml").read_text(encoding="utf-8"))
    return {one["id"]: _rule(one) for one in told["rule"]}


def _rule(told: Mapping[str, Any]) -> Rule:
    rule = Rule(**{**told, "also": tuple(told.get("also", ()))})
    if not {rule.severity, *rule.also} <= set(get_args(Severity)):
        raise ValueError(f"{rule.id}: {rule.severity}, {rule.also}")
    if rule.when not in get_args(When):
        raise ValueError(f"{rule.id}: {rule.when}")
    return rule


def finding(
    rule_id: str,
    message: str,
    *,
    field: str = "",
    severity: Severity | None = None,
    records: tuple[str, ...] = (),
) -> Finding:
    """A finding of a rule, of its usual weight unless another of its weights is named.

    Raises ValueError for a weight that the rule does not have.
    """
    rule = rules()[rule_id]
    if severity not in (None, rule.severity, *rule.also):
        raise ValueError(f"{rule_id} has no {severity}")
    return Finding(rule_id, severity or rule.severity, message, records=records, field=field)


Judge = Callable[[_T], Iterator[Finding]]


def judged(judges: Mapping[str, Judge[_T]], case: _T, law: str = "") -> Iterator[Finding]:
    """The findings of these rules, by id, as far as they are asked under this regulation."""
    for rule_id, judge in judges.items():
        if rules()[rule_id].applies(law):
            yield from judge(case)
