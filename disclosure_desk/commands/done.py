"""What a command tells when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.finding import Finding, errors


@dataclass(frozen=True, slots=True)
class Done:
    """A finished step: its name in Chinese, the record, the kinds that changed, and hints.

    `kind` is the register of the record, where the kinds that changed do not tell it. `given`
    are values that the register gave in place of proposed ones, `others` what somebody else
    changed in the record meanwhile.
    """

    step: str
    kinds: frozenset[str]
    record_id: int = 0
    findings: tuple[Finding, ...] = ()
    kind: str = ""
    given: Mapping[str, FieldValue] = field(default_factory=dict)
    others: Mapping[str, FieldValue] = field(default_factory=dict)


class Unsound(Refusal):
    """A record that breaks rules is not kept; `findings` say which, field by field."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("".join(finding.message for finding in errors(findings)))
        self.findings = tuple(findings)
