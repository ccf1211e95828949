"""The rules by which finished reports are judged, and which words mean which cell: both data."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from disclosure_desk.records.finding import Figure, Finding, Severity
from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.form import Edition


@dataclass(frozen=True, slots=True)
class ReportRule:
    """One rule of resources/rules/reports.toml; `off` is why it is not asked."""

    id: str
    severity: Severity
    text: str
    article: str
    editions: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    off: str = ""

    def applies(self, edition: Edition | None, year: int | None) -> bool:
        """Whether it is asked of a report of this edition and year; of an unknown year, yes."""
        if self.off or (self.editions and (edition is None or edition.code not in self.editions)):
            return False
        return self.years is None or year is None or self.years[0] <= year <= self.years[1]


@cache
def report_rules() -> Mapping[str, ReportRule]:
    """All rules by id, in order. Raises ValueError for a severity that there is not."""
    told = tomllib.loads(shipped("rules/reports.toml").read_text(encoding="utf-8"))
    return {one["id"]: _rule(one) for one in told["rule"]}


def _rule(told: Mapping[str, Any]) -> ReportRule:
    if told["severity"] not in get_args(Severity):
        raise ValueError(f"{told['id']}: {told['severity']}")
    years = tuple(told["years"]) if "years" in told else None
    return ReportRule(**{**told, "editions": tuple(told.get("editions", ())), "years": years})


def broken(
    rule: str,
    message: str,
    *,
    cells: Sequence[str] = (),
    expected: Figure | None = None,
    found: Figure | None = None,
) -> Finding:
    """A finding of a rule, of the weight that the table of rules gives it."""
    severity = report_rules()[rule].severity
    return Finding(
        rule, severity, f"{rule} {message}", tuple(cells), expected=expected, found=found
    )


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that give a number of the table, and the fields or cells that it is the sum of.

    `none` says that there is not one; `says_all` counts carried-over requests in, unless the
    sentence says that it does not (`without`).
    """

    text: re.Pattern[str]
    fields: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    before: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    none: bool = False
    without: str = ""
    says_all: bool = False

    def cells_in(self, edition: Edition) -> tuple[str, ...]:
        """The cells whose sum it tells; none where the edition has no such cells."""
        if self.cells:
            return self.cells if all(code in edition.cells for code in self.cells) else ()
        if self.fields[0] not in edition.cell_fields:
            return ()
        return tuple(code for name in self.fields for code in edition.cell_fields.get(name, ()))


@cache
def sayings() -> tuple[Saying, ...]:
    """All of resources/rules/report_figures.toml."""
    told = tomllib.loads(shipped("rules/report_figures.toml").read_text(encoding="utf-8"))
    return tuple(_saying(one, told["words"]) for one in told["figure"])


def _saying(told: Mapping[str, Any], words: Mapping[str, str]) -> Saying:
    text = told["text"]
    for name, written in words.items():
        text = text.replace(f"<{name}>", f"(?:{written})" if "(?P<" not in written else written)
    return Saying(
        re.compile(text),
        tuple(told.get("fields", ())),
        tuple(told.get("cells", ())),
        re.compile(told["before"]) if "before" in told else None,
        re.compile(told["never"]) if "never" in told else None,
        told.get("none", False),
        told.get("without", ""),
        told.get("says_all", False),
    )
