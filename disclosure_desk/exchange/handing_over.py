"""Makes the file of a hand-over package from an office, and merges one into it."""

from collections.abc import Collection, Mapping
from pathlib import Path

from disclosure_desk.commands.corrections import ask_for_reasons
from disclosure_desk.commands.exports import note_package
from disclosure_desk.commands.handing_over import make_package
from disclosure_desk.commands.merging import Merged, look_at_package, merge_package
from disclosure_desk.exchange.handover_package import package_name, read_package, write_package
from disclosure_desk.records.merge_plan import Choice
from disclosure_desk.records.package import Package
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.progress import Report, unheard

_STEPS = 3


def hand_over(
    database: Database,
    actor: Actor,
    path: Path,
    year: int | None = None,
    *,
    in_folder: bool = False,
    report: Report = unheard,
) -> tuple[Path, Package]:
    """Write a package of a year, or of all; a folder gets it under a name of its own.

    A folder that is not there yet must be said to be one.

    It holds what applicants told of themselves, so the journal keeps that it was made, or it is
    not made. Raises Fault where it cannot be written, Refusal for who may not write.
    """
    report(0, _STEPS, "正在收集登记…")
    with database.reading() as session:
        package = make_package(session, actor, year)
    path = path.expanduser().absolute()
    if in_folder or path.is_dir():
        path /= package_name(package)
    report(1, _STEPS, "正在写交接包…")
    written = write_package(package, path)
    if not database.is_read_only:
        report(2, _STEPS, "正在记入日志…")
        try:
            with database.writing(actor) as session:
                note_package(session, package.head.span, written.name)
        except BaseException:
            written.unlink(missing_ok=True)  # nothing about persons lies where no journal says so
            raise
    return written, package


def merge_file(
    database: Database,
    path: Path,
    actor: Actor,
    *,
    choices: Mapping[Choice, str] | None = None,
    shown: Collection[Choice] | None = None,
    dry_run: bool = False,
    reason: str | None = None,
    report: Report = unheard,
) -> tuple[Package, Merged]:
    """Merge a package after a backup; a dry run tells the same and writes nothing.

    `choices` says of conflicts which side holds, `shown` which were told before; `reason` is what
    an import takes too. Raises Fault for a file that is no sound package, Refusal for another
    unit's, and where a conflict was never shown.
    """
    report(0, _STEPS, "正在检查交接包…")
    package = read_package(path)
    report(1, _STEPS, "正在与登记簿核对…")
    if dry_run:
        with database.reading() as session:
            session.info["actor"] = actor
            return package, look_at_package(session, package, choices)
    with database.writing(actor) as session:
        if reason is not None:
            ask_for_reasons(session, reason)
        merged = merge_package(session, package, choices, shown=shown, backs_up=True)
        report(2, _STEPS, "正在写入数据库…")
    return package, merged
