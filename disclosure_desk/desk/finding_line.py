"""How a finding reads below a form."""

from collections.abc import Iterable
from html import escape

from disclosure_desk.desk.colours import shade
from disclosure_desk.records.finding import SEVERITIES, Finding, heaviest_first

_WORDS = {
    "error": ("error_ink", "须改正："),
    "warning": ("warning_ink", "请注意："),
    "hint": ("hint_ink", "提示："),
}


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Findings as plain lines, the heaviest first: no warning hides below a hundred hints."""
    told = heaviest_first(findings)
    return [f"【{_WORDS[one.severity][1].strip('：')}】{one.message}" for one in told]


def heaviest(findings: Iterable[Finding]) -> str:
    """The weight of the heaviest finding; empty without findings."""
    return min((one.severity for one in findings), key=SEVERITIES.index, default="")


def finding_line(finding: Finding) -> str:
    """A finding in the words and colour of its weight, leading to its field."""
    ink, word = _WORDS[finding.severity]
    text = f'<span style="color:{shade(ink)}">{word}{escape(finding.message)}</span>'
    if not finding.field:
        return text
    return f'<a href="{finding.field}" style="text-decoration:none">{text}</a>'
