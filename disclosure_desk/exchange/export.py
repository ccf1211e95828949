"""Hands over a year: table, report and ledger, each read back before it gets its name."""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session
from xlsxwriter.exceptions import XlsxWriterException

from disclosure_desk.commands.confirming import unconfirmed_of
from disclosure_desk.commands.exports import note_personal_export
from disclosure_desk.commands.offices import the_office
from disclosure_desk.exchange.verify_table import verify_table
from disclosure_desk.exchange.write_ledger import verify_ledger, write_ledger
from disclosure_desk.exchange.write_report import write_report
from disclosure_desk.exchange.write_table import write_table
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.carry_over import check_carried_in
from disclosure_desk.statistics.edition import Edition
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report import compose
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.file_names import in_file_name
from disclosure_desk.storage.file_steps import own_folder, put_in_place
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.progress import Report, unheard

DRAFT = "草稿"
_NAMES = {
    "table": "{unit}{year}年政府信息公开情况统计表.xlsx",
    "report": "{unit}{year}年政府信息公开工作年度报告.docx",
    "ledger": "{unit}{year}年政府信息公开台账.xlsx",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of a year by what they hold, and what to look at in the report."""

    files: dict[str, Path]
    findings: tuple[Finding, ...]


def export_year(
    database: Database,
    year: int,
    edition: Edition,
    directory: Path,
    *,
    personal: bool,
    actor: Actor,
    today: date,
    is_draft: bool = False,
    report: Report = unheard,
) -> Exported:
    """Write the filled table, the annual report and the ledger of a year into a folder.

    All three are written under other names, read back and compared; only then do they take
    the place of older files of their names. A ledger with personal data is journalled.
    A draft says so in its file names and above the report's title. `report` is told of each
    step and may stop the export before any file has its name.
    Raises Fault in one sentence when a file cannot be written or reads back differently.
    """
    mark = DRAFT if is_draft else ""
    directory = directory.expanduser().absolute()
    with (
        made_folder(directory),
        told_plainly(directory),
        # The rows of a growing workbook are kept here too: nothing personal lies elsewhere.
        own_folder(directory, ".export-") as place,
    ):
        with database.reading() as session:
            targets = file_names(the_office(session).name, year, directory, mark)
            for target in targets.values():
                must_be_free(target)
            written = {name: place / path.name for name, path in targets.items()}
            findings = write_year_files(
                session,
                year,
                edition,
                written,
                personal=personal,
                today=today,
                mark=mark,
                tell=report,
            )
        report(5, 5, "正在交付文件…")
        if personal:
            with database.writing(actor) as session:
                note_personal_export(session, year, targets["ledger"].name)
        for name, path in written.items():
            hand_over(path, targets[name])
    return Exported(targets, findings)


def file_names(unit: str, year: int, directory: Path, mark: str = "") -> dict[str, Path]:
    """The three files of a year in a folder; characters that file names cannot hold become _.

    Table and report of a draft carry its mark; the ledger is the same in both.
    """
    safe = in_file_name(unit) or "_"
    paths = {
        name: directory / pattern.format(unit=safe, year=year) for name, pattern in _NAMES.items()
    }
    if mark:
        for name in ("table", "report"):
            paths[name] = paths[name].with_stem(f"{paths[name].stem}（{mark}）")
    return paths


def write_year_files(
    session: Session,
    year: int,
    edition: Edition,
    files: Mapping[str, Path],
    *,
    personal: bool,
    today: date,
    mark: str,
    tell: Report,
) -> tuple[Finding, ...]:
    """Write `table`, `report` and `ledger` to these places, reading back what can be compared."""
    tell(0, 5, "正在统计并写统计表…")
    figures = tally(session, edition, Period.of_year(year))
    write_table(session, edition, year, figures, files["table"], today=today)
    tell(1, 5, "正在读回统计表核对…")
    verify_table(files["table"], edition, figures)
    tell(2, 5, "正在写工作年度报告…")
    report = compose(session, edition, year, figures=figures, dated_on=today)
    write_report(report, figures, files["report"], mark=mark)
    tell(3, 5, "正在写台账…")
    write_ledger(session, year, files["ledger"], personal=personal)
    tell(4, 5, "正在读回台账核对…")
    verify_ledger(files["ledger"], session, year, personal=personal)
    return (
        *check_carried_in(session, edition, year, figures),
        *report.findings,
        *unconfirmed_of(session, year),
    )


@contextmanager
def made_folder(directory: Path) -> Iterator[None]:
    """Make the folder if need be; when the export fails, a folder made for it goes again.

    Raises Fault for a name that no folder can have.
    """
    if "\0" in str(directory):
        raise Fault(f"“{directory}”不能用作文件夹名，请换一个。")
    with told_plainly(directory):
        made = [path for path in (directory, *directory.parents) if not path.exists()]
    try:
        with told_plainly(directory):
            directory.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in made:
            try:
                path.rmdir()
            except OSError:
                break
        raise


@contextmanager
def told_plainly(directory: Path) -> Iterator[None]:
    """Turn what the disk says into a Fault with one sentence."""
    try:
        yield
    except OSError as error:
        raise _fault(directory, error) from error
    except XlsxWriterException as error:
        raise Fault(f"无法写入文件夹“{directory}”，请检查磁盘空间和权限。") from error


def _fault(directory: Path, error: OSError) -> Fault:
    if error.errno == errno.ENOSPC:
        return Fault(f"磁盘已满，没有导出到“{directory}”，请清理磁盘后再试。")
    if isinstance(error, FileExistsError | NotADirectoryError):
        return Fault(f"“{directory}”不是文件夹，请另选一个位置。")
    if isinstance(error, PermissionError):
        return Fault(f"无法写入文件夹“{directory}”，{reason_of(error)}，请另选一个位置。")
    return Fault(f"无法写入文件夹“{directory}”，{reason_of(error)}，请检查磁盘和路径。")


def must_be_free(target: Path) -> None:
    """Find out before the work whether an older file can be replaced."""
    if not target.exists():
        return
    _unless_in_use(target, lambda: target.open("r+b").close())


def hand_over(path: Path, target: Path) -> None:
    """Put a checked file in the place of an older one. Raises Fault while that is in use."""
    _unless_in_use(target, lambda: put_in_place(path, target))


def _unless_in_use(target: Path, step: Callable[[], object]) -> None:
    try:
        step()
    except (PermissionError, IsADirectoryError) as error:
        raise Fault(
            f"“{target}”正在其他程序中打开或者不能改写，请关闭它（如Excel、WPS）后重新导出。"
        ) from error
