"""What a clerk has typed as the reason (理由) of a reply, and how letters say it.

A line «名称：内容» that begins with the name of a field is that field's text; the other lines are
the reason itself.
"""

import re
from collections.abc import Callable

from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.statistics.letter_facts import LetterFacts

WITHHELD = "不予公开部分的条文"
RIGHT_AGENCY = "负责公开的行政机关"
REASONS_ASKED = "说明理由告知日期"
DISCLOSED = "公开的内容和理由"
_LINES = (WITHHELD, RIGHT_AGENCY, REASONS_ASKED, DISCLOSED)
_LABELLED = re.compile(rf"\s*({'|'.join(_LINES)})\s*[：:](.*)")
_NOT_CERTAIN = ("不能确定", "无法确定", "不确定")
_ADDRESS = re.compile("[!-~]{8,}$")
_ENDS = tuple("。！？；：…”’）》.!?;:)")


def reason(facts: LetterFacts) -> str | None:
    """The reason of the reply without the lines that are fields."""
    lines = [line for line in _lines(facts) if not _LABELLED.fullmatch(line)]
    return "\n".join(lines).strip() or None


def line_of_reason(name: str) -> Callable[[LetterFacts], str | None]:
    """The text of a line of the reason that begins with this name."""

    def read(facts: LetterFacts) -> str | None:
        found = (_LABELLED.fullmatch(line) for line in _lines(facts))
        return next((one[2].strip() for one in found if one and one[1] == name), None)

    return read


def as_sentences(text: str) -> str:
    """A text that stands as paragraphs of its own, ended by a full stop; web addresses are not."""
    text = text.rstrip()
    if not text or text.endswith(_ENDS) or _ADDRESS.search(text):
        return text
    return f"{text}。"


def where_to_apply(text: str) -> str:
    """The agency that discloses the information with its address, or that it is not known.

    Source: 条例第三十六条第（五）项.
    """
    plain = text.strip().rstrip("。")
    if plain in _NOT_CERTAIN:
        return "本机关不能确定负责公开该政府信息的行政机关。"
    return f"负责公开该政府信息的行政机关的名称、联系方式为：{plain}。请向该机关提出申请。"


def _lines(facts: LetterFacts) -> list[str]:
    ending = facts.latest(*FINISHING)
    return (ending.reason or "").splitlines() if ending is not None else []
