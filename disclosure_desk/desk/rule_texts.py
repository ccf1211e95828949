"""The wording of the rules behind findings, for the tool tip of the notes."""

from collections.abc import Iterable

from disclosure_desk.records.finding import Finding
from disclosure_desk.records.rulebook import rules


def rule_texts(findings: Iterable[Finding]) -> str:
    """«R14　延期只能一次……（条例第三十三条第二款）», a line for each rule that was broken."""
    asked = dict.fromkeys(one.rule for one in findings if one.rule in rules())
    return "\n".join(f"{rule}　{rules()[rule].text}（{rules()[rule].source}）" for rule in asked)
