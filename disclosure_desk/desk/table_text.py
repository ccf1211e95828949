"""The figures of a form as lines and tabs, as spreadsheets take them from the clipboard."""

from disclosure_desk.desk.counted_year import Count
from disclosure_desk.desk.models.grid_model import printed
from disclosure_desk.statistics.differences import percent, signed_difference


def compared_as_text(count: Count) -> str:
    """A line for each figure in the order of the form: now, the year before, the difference."""
    period = count.period
    before = f"{period.year_before.words}{'（签发数）' if count.previous_is_signed else ''}"
    lines = [("项目", "单位", period.words, before, "增减", "增减百分比")]
    for code, cell in count.edition.cells.items():
        now, was = count.figures[code], count.previous[code]
        numbers = (printed(cell, now), printed(cell, was))
        compared = (signed_difference(now, was), percent(now, was))
        lines.append((cell.title, cell.unit, *numbers, *compared))
    return "\n".join("\t".join(line) for line in lines)
