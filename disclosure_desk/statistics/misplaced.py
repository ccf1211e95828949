"""One too many here and one too few there: a case that was counted in the wrong place."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.form import Cell, Edition
from disclosure_desk.statistics.naming import bare, column_of, row_of

_BY_COLUMN = ("H1", "H2")
_BY_ROW = ("H3",)
_TOTAL = ("总计",)


def name_confusions(edition: Edition, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of two columns (or rows) with opposite differences named together."""
    told = list(findings)
    for rule in (*_BY_COLUMN, *_BY_ROW):
        places = [
            (at, one)
            for at, one in enumerate(told)
            if one.rule == rule and (word := _word(edition, one)) and word not in _TOTAL
        ]
        for at, one in places:
            opposite = [other for _, other in places if _difference(other) == -_difference(one)]
            alike = [other for _, other in places if _difference(other) == _difference(one)]
            if len(opposite) != 1 or len(alike) != 1:
                continue
            amount = abs(_difference(one))
            words = f"“{_word(edition, one)}”和“{_word(edition, opposite[0])}”"
            note = f"与{words}正好一多一少，可能有{amount}件归错了位置。"
            told[at] = replace(one, message=one.message + note)
    return told


def _difference(finding: Finding) -> Decimal:
    return Decimal(finding.found or 0) - Decimal(finding.expected or 0)


def _word(edition: Edition, finding: Finding) -> str:
    cells: list[Cell] = [edition.cells[code] for code in finding.cells]
    if finding.rule in _BY_COLUMN:
        return bare(column_of(cells[0]))
    return bare(row_of(cells[0]))
