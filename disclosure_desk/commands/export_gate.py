"""What stands between a year's report and its final version: errors, and warnings unexplained."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.confirming import unconfirmed_of
from disclosure_desk.commands.reporting import answers_of, rules_off
from disclosure_desk.records.finding import SEVERITIES, Figure, Finding
from disclosure_desk.statistics.carry_over import check_carried_in
from disclosure_desk.statistics.closing import signed_report
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.own_report import check_own
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report import Report, compose
from disclosure_desk.statistics.tally import tally


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, and the reason that the office gave why it may stand; empty without one."""

    finding: Finding
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it keeps the report from being final."""
        severity = self.finding.severity
        return severity == "error" or (severity == "warning" and not self.reason)


def look_over(session: Session, edition: Edition, year: int, *, today: date) -> list[Judged]:
    """Everything a supervisor's checker will find in the year's report, the heaviest first.

    Rules that the office has switched off are not asked. A reason holds while its finding says
    the same.
    """
    figures = tally(session, edition, Period.of_year(year))
    report = compose(session, edition, year, figures=figures, dated_on=today)
    return judge(session, report, figures)


def judge(session: Session, report: Report, figures: Mapping[str, Figure]) -> list[Judged]:
    """The same for a report that was composed from these figures."""
    edition, year = report.edition, report.year
    findings = [
        *check_carried_in(session, edition, year, figures),
        *report.findings,
        *check_own(report, figures, signed_report(session, year - 1)),
        *unconfirmed_of(session, year),
    ]
    off, answers = rules_off(session), answers_of(session, year, edition.code)
    kept = dict.fromkeys(one for one in findings if one.rule not in off)
    told = [
        Judged(one, answer.reason if (answer := answers.get((one.rule, one.message))) else "")
        for one in kept
    ]
    return sorted(told, key=lambda one: SEVERITIES.index(one.finding.severity))
