"""Where an outcome counts in the official table of a year, and what a letter must cite."""

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.decision_path import leaf_of
from disclosure_desk.statistics.edition import Cell, edition_for

_NEW_REGULATION = 2019


def row_of_outcome(outcome: str, year: int) -> str:
    """The words of the row, its heading first: «（三）不予公开 › 4.保护第三方合法权益».

    Of rows that share the outcome the narrowest; empty for a year without a table.
    """
    try:
        cells = edition_for(year).cells.values()
    except Refusal:
        return ""
    holding = [cell for cell in cells if outcome in cell.measure.asks("outcome")]
    if not holding:
        return ""
    words = min(holding, key=_breadth).title.split("·")
    # Between the name of the grid and the column; older forms have neither.
    return " › ".join(words[1:-1] or words)


def _breadth(cell: Cell) -> tuple[int, int]:
    """How many outcomes a cell counts; of equals those that are no total come first."""
    return len(cell.measure.asks("outcome")), len(cell.sums)


def counted_words(outcome: str, year: int) -> str:
    """The row of the year and the article, each in a line of its own."""
    row = row_of_outcome(outcome, year)
    source = article_of(outcome, year)
    told = (f"计入{year}年统计表：{row}" if row else "", f"依据：{source}" if source else "")
    return "\n".join(filter(None, told))


def article_of(outcome: str, year: int) -> str:
    """The article to cite; empty for years in which those of the old regulation had to be."""
    return leaf_of(outcome).source if year >= _NEW_REGULATION else ""
