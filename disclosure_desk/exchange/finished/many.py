"""Reads and checks the reports of many offices, last year's beside this year's."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.faults import KnownError
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.added_up import UnitReport
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.report_checks import check_report

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it was read: its report, or why it is none; and what was found in it.

    `previous` is the file of the year before with which it was compared; None: with none.
    """

    path: Path
    report: FinishedReport | None
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    previous: Path | None = None

    @property
    def unit_report(self) -> UnitReport | None:
        """The same for adding up; None for a file that is no report."""
        if self.report is None:
            return None
        return UnitReport(self.path.name, self.report, self.findings)

    def count(self, severity: str) -> int:
        """How many findings of a weight it has."""
        return sum(finding.severity == severity for finding in self.findings)


def read_many(paths: Sequence[Path], told: Progress) -> list[CheckedFile]:
    """Each file read; one that is no report is kept with the reason. `told` may stop it."""
    read: list[CheckedFile] = []
    for number, path in enumerate(paths):
        told(number, len(paths), f"正在读取“{path.name}”")
        try:
            read.append(CheckedFile(path, read_report(path)))
        except KnownError as error:
            read.append(CheckedFile(path, None, str(error)))
    told(len(paths), len(paths), "正在核对")
    return read


def check_many(
    files: Sequence[CheckedFile],
    *,
    chosen: Mapping[Path, Path] | None = None,
    rules_off: Collection[str] = (),
) -> list[CheckedFile]:
    """Each report checked, with the one of the year before where there is one.

    `chosen` names last year's file where the user did; else it is the report of the same unit
    and the year before among the files. Rules that are switched off are not asked.
    """
    by_path = {one.path: one for one in files}
    own = {
        (one.report.unit, one.report.year): one
        for one in files
        if one.report is not None and one.report.unit and one.report.year
    }
    checked = []
    for one in files:
        report = one.report
        if report is None:
            checked.append(one)
            continue
        picked = by_path.get((chosen or {}).get(one.path, one.path))
        before = picked if picked is not None and picked is not one else None
        if before is None and report.unit and report.year:
            before = own.get((report.unit, report.year - 1))
        findings = check_report(report, before.report if before else None)
        kept = tuple(finding for finding in findings if finding.rule not in rules_off)
        checked.append(replace(one, findings=kept, previous=before.path if before else None))
    return checked
