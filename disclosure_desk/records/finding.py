"""A finding: the user's data breaks a rule. It is collected and shown, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")  # as they are told
Figure = int | Decimal


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what would be right.

    `field` is the model's field that a form marks; it is empty for whole records.
    """

    rule: str
    severity: Severity
    message: str
    cells: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    expected: Figure | None = None
    found: Figure | None = None
    field: str = ""

    def as_json(self) -> dict[str, object]:
        """The finding as the command line prints it; what does not apply is left out."""
        every: dict[str, object] = {
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "cells": list(self.cells),
            "records": list(self.records),
            "expected": self.expected,
            "found": self.found,
        }
        return {key: value for key, value in every.items() if value not in ([], None)}


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are told, those of the same severity in the order in which they came."""
    return sorted(findings, key=lambda one: SEVERITIES.index(one.severity))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those findings that forbid to go on."""
    return [finding for finding in findings if finding.severity == "error"]
