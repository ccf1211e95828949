"""The calls that found an office, fill its registers, and open the desktop."""

from pathlib import Path

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, office, say


def open_desktop(options: Options) -> int:
    """The desktop, on the office file named or on the one opened last."""
    from disclosure_desk.desk.app import open_desk

    return open_desk(options.db)


def new_office(options: Options) -> int:
    """Found an office database; a sample fills it with three invented years."""
    from disclosure_desk.exchange.founding import found
    from disclosure_desk.storage.server_address import without_password

    found(options.db, options.unit, sample=options.sample)
    place = without_password(str(options.db))
    say(options, {"db": place, "unit": options.unit}, [f"已建立：{place}"])
    return DONE


def import_file(options: Options) -> int:
    """Take a ledger in; with findings of severity error nothing is written."""
    from disclosure_desk.commands.done import Unsound
    from disclosure_desk.commands.ledger import TakenIn
    from disclosure_desk.exchange.read_ledger import import_ledger
    from disclosure_desk.records.cards import KIND_LABELS
    from disclosure_desk.storage.journal import Actor

    status = DONE
    try:
        actor = Actor.of_this_computer()
        with office(options) as database:
            path, dry_run = Path(options.file), options.dry_run
            taken = import_ledger(database, path, actor, dry_run=dry_run, backs_up=True)
    except Unsound as refused:
        taken, status = TakenIn(findings=list(refused.findings)), FOUND_ERRORS
    counts = {
        name: {KIND_LABELS[kind]: number for kind, number in getattr(taken, name).items()}
        for name in ("added", "updated", "unchanged")
    }
    lines = [
        f"{sheet}：新增{counts['added'][sheet]}，更新{counts['updated'][sheet]}，"
        f"未变{counts['unchanged'][sheet]}"
        for sheet in counts["added"]
    ]
    if status == FOUND_ERRORS:
        lines = ["有错误，什么也没有导入。"]
    elif options.dry_run:
        lines.append("这是试导入，没有写入。")
    answer = {**counts, "findings": [finding.as_json() for finding in taken.findings]}
    say(options, answer, [finding.message for finding in taken.findings] + lines)
    return status
