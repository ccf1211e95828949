"""What the statistics page says of a count: its checks, its signing, and a figure beside it."""

from collections.abc import Sequence
from datetime import date
from html import escape

from disclosure_desk.desk.counted_year import Count
from disclosure_desk.desk.models.grid_model import printed
from disclosure_desk.desk.period_choice import is_running
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.edition import Cell, editions


def checks_told(count: Count, broken: int, today: date) -> str:
    """One line above the form, in HTML: whether its relations hold, and what it is a count of."""
    told = "✓ 勾稽关系全部平衡"
    if broken:
        told = f"<b>！ {broken}处勾稽关系不平衡</b>"
    if count.period.is_year and not count.edition.covers(count.period.year):
        told = f"{count.period.year}年的报告不用此格式，仅供查看。{told}"
    if not count.period.is_year:
        told = f"{count.period.words}内部统计，期初结转为期初尚未办结的申请。{told}"
    if is_running(count.period, today):
        told += "；本期尚未结束，数字为目前的登记"
    if count.closed is not None:
        told += "；" + _signing(count)
    return told


def _signing(count: Count) -> str:
    """The signing of the year in a few words."""
    closed = count.closed
    assert closed is not None
    told = f"{closed.on}由{escape(closed.by)}签发"
    if closed.edition != count.edition.code:
        return f"{told}（按{editions()[closed.edition].name}）"
    if not closed.differs:
        return f"{told}，与今天的数字相同"
    return f"{told}，今天有{len(closed.differs)}个数字不同，表中标有“签发”"


def figure_told(cell: Cell, count: Count) -> str:
    """The words and the figure of a cell, with the figure of the year before, in HTML."""
    path = cell.title.split("·")
    figure, was = count.figures[cell.code], count.previous[cell.code]
    whence = "签发的数" if count.previous_is_signed else "按现在的登记统计"
    return (
        f'<span style="font-size: large"><b>{escape(" · ".join(path[-2:]))}：'
        f"{printed(cell, figure)}{escape(cell.unit)}</b></span><br>"
        f"{escape(' · '.join(path[:-2]))}{'；' if path[:-2] else ''}"
        f"上年同期{printed(cell, was)}{escape(cell.unit)}（{whence}）"
    )


def marked(findings: Sequence[Finding], count: Count) -> frozenset[str]:
    """The figures of broken relations: what was added up, zeros left out, and the total."""
    return frozenset(
        code
        for finding in findings
        for code in finding.cells
        if count.figures[code] or code == finding.cells[-1]
    )
