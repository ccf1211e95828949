"""The calls about persons: clear what is past its period, make a copy without anybody in it."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.cli.answers import DONE, Options, office, say, whole_number
from disclosure_desk.faults import Refusal

_BACKUPS = "以前的备份和升级前的副本里还有这些信息：旧备份会逐步清理，要马上清除请自行删除。"


def anonymise_office(options: Options) -> int:
    """Clear the personal data of requests past the office's period; `--years` sets it first."""
    from disclosure_desk.commands.anonymising import anonymise, set_retention
    from disclosure_desk.statistics.retained import past_retention
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.traces import wipe_traces

    years = None if options.years is None else whole_number(options, "--years")
    today, actor = datetime.now().astimezone().date(), Actor.of_this_computer()
    with office(options) as database:
        if options.dry_run:
            with database.reading() as session:
                due = past_retention(session, today, years)
        else:
            with database.writing(actor) as session:
                if years is not None:
                    set_retention(session, years)
                due = past_retention(session, today)
                if due:
                    anonymise(session, today=today, with_texts=options.with_texts)
        wiped = bool(due) and not options.dry_run and wipe_traces(database)
    numbers = [one.number for one in due]
    lines = [
        f"{one.number}　{one.closed_on}{'（回收站）' if one.is_removed else ''}" for one in due
    ]
    if not due:
        lines = ["没有超过保存期限的申请。"]
    elif options.dry_run:
        lines.append(f"共{len(due)}件超过保存期限；这是试运行，没有清除。")
    else:
        lines.append(f"已清除{len(due)}件申请的个人信息，不能恢复。{_BACKUPS}")
        if not wiped:
            lines.append("别的窗口正开着这个单位数据库，请全部关闭后再运行一次，清除残留。")
    say(options, {"requests": numbers, "cleared": bool(due) and not options.dry_run}, lines)
    return DONE


def deidentify_office(options: Options) -> int:
    """Write an office file with the same figures and invented persons."""
    from disclosure_desk.exchange.deidentified_copy import write_deidentified_copy
    from disclosure_desk.storage.journal import Actor

    if not options.out:
        raise Refusal("“--out”后面是空的，请写明脱敏副本存成哪个文件。")
    with office(options) as database:
        path = write_deidentified_copy(
            database,
            Path(options.out),
            actor=Actor.of_this_computer(),
            keep_texts=options.keep_texts,
        )
    say(options, {"file": str(path)}, [str(path)])
    return DONE
