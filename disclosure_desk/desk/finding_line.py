"""How a finding reads below a form."""

from html import escape

from disclosure_desk.records.finding import Finding

_WORDS = {
    "error": ("#a93226", "须改正："),
    "warning": ("#9a6b00", "请注意："),
    "hint": ("#7a6a1f", "提示："),
}


def finding_line(finding: Finding) -> str:
    """A finding in the words and colour of its weight, leading to its field."""
    colour, word = _WORDS[finding.severity]
    text = f'<span style="color:{colour}">{word}{escape(finding.message)}</span>'
    if not finding.field:
        return text
    return f'<a href="{finding.field}" style="text-decoration:none">{text}</a>'
