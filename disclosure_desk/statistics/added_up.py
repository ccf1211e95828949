"""The reports of many offices added up, cell by cell (汇总); each keeps its own findings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.records.wording import folded_label
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.printing import plain


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One office's report: the file it came in, and what was found in it."""

    file: str
    report: FinishedReport
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The office, or the file where the report does not name one."""
        return self.report.unit or self.file


@dataclass(frozen=True, slots=True)
class AddedUp:
    """The sum for each edition, of the units that use it; `main` is the edition of most units.

    `findings` are of the sum itself; `unusable` are the files left out, with the reason;
    `missing` the units that are due and sent nothing; `left_out` those of vertical systems,
    which report to their own superiors.
    """

    units: tuple[UnitReport, ...]
    unusable: tuple[tuple[str, str], ...]
    main: Edition | None
    sums: Mapping[str, Mapping[str, Figure | None]]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every file given is in the sum."""
        return not self.unusable and all(one.report.edition for one in self.units)

    @property
    def year(self) -> int | None:
        """The year of most reports."""
        return _most(one.report.year for one in self.units)

    def of(self, edition: Edition) -> list[UnitReport]:
        """The units whose tables are of this edition."""
        return [one for one in self.units if one.report.edition is edition]


def add_up(
    given: Sequence[UnitReport],
    unusable: Sequence[tuple[str, str]] = (),
    *,
    due: Sequence[tuple[str, bool]] = (),
) -> AddedUp:
    """Add the tables up. A cell that is blank everywhere has no sum; else a blank counts as 0.

    `due` are the units whose reports are awaited, each with whether it is of a vertical system:
    such a unit is left out of the sum. Source: 国办公开办函〔2021〕30号.
    """
    vertical = {folded_label(name) for name, is_vertical in due if is_vertical}
    units = [one for one in given if folded_label(one.name) not in vertical]
    left_out = tuple(one.name for one in given if folded_label(one.name) in vertical)
    editions = [one.report.edition for one in units if one.report.edition]
    counted = Counter(one.code for one in editions)
    by_code = {one.code: one for one in editions}
    main = max(
        by_code.values(),
        key=lambda one: (counted[one.code], one.first_year, one.usual),
        default=None,
    )
    sums = {
        code: _sum(form, [one.report for one in units if one.report.edition is form])
        for code, form in by_code.items()
    }
    missing = tuple(_missing(units, due))
    findings = (*_findings(units, unusable, main), *_of_the_list(units, due, missing, left_out))
    return AddedUp(tuple(units), tuple(unusable), main, sums, findings, missing, left_out)


def _missing(units: Sequence[UnitReport], due: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """The units on the list without a report of the year of most reports."""
    year = _most(one.report.year for one in units)
    come = {
        folded_label(one.name)
        for one in units
        if one.report.edition and one.report.year in (year, None)
    }
    for name, is_vertical in due:
        if not is_vertical and folded_label(name) not in come:
            yield name


def _of_the_list(
    units: Sequence[UnitReport],
    due: Sequence[tuple[str, bool]],
    missing: Sequence[str],
    left_out: Sequence[str],
) -> Iterator[Finding]:
    if missing:
        text = f"A5 还缺{len(missing)}个单位的报告：{'、'.join(missing)}。"
        yield Finding("A5", "warning", text, records=tuple(missing))
    for name in left_out:
        text = f"A6 “{name}”属于垂直管理单位，在本系统内汇总，没有计入。"
        yield Finding("A6", "hint", text, records=(name,))
    known = {folded_label(name) for name, _ in due}
    for one in units if due else ():
        if folded_label(one.name) not in known:
            text = f"A7 “{one.name}”不在应报送单位名单里，计入了汇总，请核对单位名称。"
            yield Finding("A7", "warning", text, records=(one.name,))


def _sum(form: Edition, reports: Sequence[FinishedReport]) -> dict[str, Figure | None]:
    told = {
        code: [figure for one in reports if (figure := one.cell(code).figure) is not None]
        for code in form.cells
    }
    return {
        code: plain(sum(map(Decimal, figures), Decimal(0))) if figures else None
        for code, figures in told.items()
    }


def _findings(
    units: Sequence[UnitReport], unusable: Sequence[tuple[str, str]], main: Edition | None
) -> Iterator[Finding]:
    for file, reason in unusable:
        text = f"A1 “{file}”没有计入汇总：{reason}"
        yield Finding("A1", "error", text, records=(file,))
    for one in units:
        if one.report.edition is None:
            text = f"A1 “{one.file}”没有计入汇总：文件里没有统计表格。"
            yield Finding("A1", "error", text, records=(one.file,))
    year = _most(one.report.year for one in units)
    names = Counter(one.name for one in units)
    for one in units:
        edition = one.report.edition
        if edition and main and edition is not main:
            text = f"A2 “{one.name}”用的是{edition.name}，与多数单位的{main.name}不同，另行汇总。"
            yield Finding("A2", "warning", text, records=(one.name,))
        if one.report.year != year:
            told = f"{one.report.year}年" if one.report.year else "年度不明"
            text = f"A3 “{one.name}”的报告是{told}的，多数单位是{year}年的，请核对。"
            yield Finding("A3", "warning", text, records=(one.name,))
    for name, times in names.items():
        if times > 1:
            text = f"A4 “{name}”有{times}份报告，都计入了汇总，请核对是不是重复。"
            yield Finding("A4", "warning", text, records=(name,))


def _most(years: Iterator[int | None] | Sequence[int | None]) -> int | None:
    counted = Counter(year for year in years if year is not None)
    return max(counted, key=lambda year: (counted[year], year), default=None)
