"""Numbers as offices print them: «1,234», «22件», «22（其中修订16件）», «251000元», «—»."""

import re
from decimal import Decimal

from disclosure_desk.exchange.finished.blocks import TableCell
from disclosure_desk.statistics.finished_report import ABSENT, ReadCell
from disclosure_desk.statistics.form import Cell
from disclosure_desk.statistics.printing import plain

# NFKC would make «22①» and «22²» two hundred and something: only widths are made alike.
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans("−﹣–‒", "----") | _WIDTHS | {ord("。"): ".", ord("，"): ","}
_BLANKS = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u2060]+")
_NOTHING = re.compile(r"[-—―─_/\\·.*~～]*")
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<number>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit>万元|亿元|元|件次|人次|件|条|项|个|次|篇|份|人|宗|起|家|期|场)?"
    r"(?P<rest>.*)"
)
_REMARK = re.compile(r"[(\[【〔（].*|[①-⑳⁰-⁹¹²³*※#]+|[,;:、].{1,200}")
_CHANGE = re.compile(r"^(增|减)(?:加|少)?:?(?=\d)")
_LONGEST = 30
_YUAN = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}


def read_cell(cell: TableCell | None, form: Cell, unit: str = "") -> ReadCell:
    """What a cell of the form holds; `unit` is that of its heading where this names one.

    Amounts of money are told in 万元, whatever they are printed in.
    """
    if cell is None:
        return ABSENT
    if cell.amount is not None:
        return ReadCell("read", plain(_in_unit(cell.amount, form, unit)), cell.text)
    text = _spaced(cell.text)
    if not text or _NOTHING.fullmatch(text.translate(_SIGNS)):
        return ReadCell("blank", None, text)
    told = text.translate(_SIGNS)
    if form.signed:
        told = _CHANGE.sub(lambda word: "+" if word[1] == "增" else "-", told)
    match = _NUMBER.fullmatch(told)
    if match is None or len(match["number"]) > _LONGEST:
        return ReadCell("doubtful", None, text[:40])
    rest = match["rest"].strip()
    if rest and not _REMARK.fullmatch(rest):
        return ReadCell("doubtful", None, text[:40])
    if (match["unit"] in _YUAN) == form.whole and match["unit"]:
        return ReadCell("doubtful", None, text[:40])
    number = Decimal(match["sign"] + re.sub("[, ]", "", match["number"]))
    figure = plain(_in_unit(number, form, match["unit"] or unit))
    return ReadCell("noted" if rest else "read", figure, text[:200])


def _spaced(text: str) -> str:
    """The text with blanks only where they part words: one inside a number stays to be seen."""
    return _BLANKS.sub(" ", text.replace("\xa0", " ")).strip(" \u3000")


def _in_unit(number: Decimal, form: Cell, unit: str) -> Decimal:
    return number if form.whole else number * _YUAN.get(unit, Decimal(1))


def unit_in(heading: str) -> str:
    """The unit of money that a heading or a column of units names: 元, 万元, 亿元 or none."""
    match = re.search(r"([万亿]?元)", heading)
    return match[1] if match else ""
