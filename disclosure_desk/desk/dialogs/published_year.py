"""An earlier published report as it is taken into its year: what was read, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.commands.done import Done
from disclosure_desk.records.terms import APPLICANT_KINDS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.finding import Finding
    from disclosure_desk.statistics.finished_report import FinishedReport

_CARRIED_OUT = "requests.carried_out."
_NAMED = 4


@dataclass(frozen=True, slots=True)
class PublishedYear:
    """A report that was read, what is found in it, and the cells without a certain number."""

    path: Path
    report: "FinishedReport"
    findings: "tuple[Finding, ...]"
    lacking: tuple[str, ...]

    @classmethod
    def read(cls, path: Path, year: int) -> "PublishedYear":
        """Read the file. Raises Fault for no report, Refusal for one of another year."""
        from disclosure_desk.exchange.finished.read import read_report
        from disclosure_desk.faults import Refusal
        from disclosure_desk.statistics.naming import named
        from disclosure_desk.statistics.report_checks import check_report

        report = read_report(path)
        if report.edition is None:
            raise Refusal(f"“{path.name}”里没有找到统计表格，没有取用。")
        if report.year not in (year, None):
            raise Refusal(f"“{path.name}”是{report.year}年的报告，不是{year}年的，没有取用。")
        cells = report.edition.cells.items()
        lacking = [named(cell) for code, cell in cells if report.cell(code).figure is None]
        return cls(path, report, tuple(check_report(report)), tuple(lacking))

    @property
    def carried_out(self) -> dict[str, int] | None:
        """What it carries over by kind of applicant; None where one of the numbers is not known."""
        told = {slug: self.report.cell(_CARRIED_OUT + slug) for slug in APPLICANT_KINDS.slugs}
        if any(one.figure is None or one.figure != int(one.figure) for one in told.values()):
            return None
        return {slug: int(one.figure or 0) for slug, one in told.items()}

    @property
    def can_be_taken(self) -> bool:
        """Whether the whole report, or at least what it carries over, was read."""
        return not self.lacking or self.carried_out is not None

    @property
    def words(self) -> str:
        """What was read, and what taking it in will do."""
        if not self.lacking:
            number = len(self.report.figures)
            return f"“{self.path.name}”的{number}个数字作为签发的数字，没有记录清单。"
        names = "、".join(self.lacking[:_NAMED]) + ("等" if len(self.lacking) > _NAMED else "")
        words = f"“{self.path.name}”有{len(self.lacking)}格没有读出确定的数字（{names}），"
        if self.carried_out is None:
            return f"{words}不能取用，请在文件里补全后再试。"
        number = sum(self.carried_out.values())
        return f"{words}只登记结转下年度的{number}件，与下一年的上年结转核对。"

    def command(self, year: int, reason: str, today: date) -> "Callable[[Session], Done]":
        """Take the whole report in, or only what it carries over."""
        from disclosure_desk.commands.closing import record_opening_carry, take_in_report

        source, carried = self.path.name, self.carried_out
        if self.lacking and carried is not None:
            told = f"{source}：{reason}"
            return lambda session: record_opening_carry(session, year, carried, told)
        return lambda session: take_in_report(
            session, self.report, year, reason, source=source, today=today
        )
