"""The calls that keep an office's database safe: back it up, put it back, look through it."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, place_of, say
from disclosure_desk.faults import Refusal


def back_up_office(options: Options) -> int:
    """A consistent copy in a new file, checked after writing; prints where it lies."""
    from disclosure_desk.storage.backup import back_up

    if options.to == "":
        raise Refusal("“--to”后面是空的，请写明备份放到哪个文件夹。")
    folder = Path(options.to) if options.to is not None else None
    backup = back_up(place_of(options), folder, now=_now())
    answer = {
        "file": str(backup.path),
        "unit": backup.unit,
        "made_at": backup.made_at.isoformat(),
        "revision": backup.revision,
        "rows": backup.rows,
    }
    say(options, answer, [str(backup.path)])
    return DONE


def restore_office(options: Options) -> int:
    """Put a backup in place of the office file, which is kept beside; or only look into it."""
    from disclosure_desk.storage.restore import restore
    from disclosure_desk.storage.server_address import without_password

    if options.look:
        return _look_into(options)
    restored = restore(Path(options.backup), place_of(options), now=_now())
    kept = restored.replaced and str(restored.replaced)
    place = without_password(str(options.db))
    lines = [f"已恢复：{place}"]
    if kept:
        lines.append(f"原来的文件保留在：{kept}")
    answer = {"db": place, "unit": restored.unit, "replaced": kept}
    say(options, answer, lines)
    return DONE


def _look_into(options: Options) -> int:
    """What is in a backup and what would be lost; nothing is written."""
    from disclosure_desk.storage.backup_look import look_into
    from disclosure_desk.storage.backup_words import told_of_look

    look = look_into(Path(options.backup), place_of(options))
    backup, last = look.backup, look.backup.last
    answer = {
        "backup": str(Path(options.backup).absolute()),
        "unit": backup.unit,
        "revision": backup.revision,
        "records": backup.records,
        "lines": backup.lines,
        "last_line": last and last.number,
        "last_change": last and f"{last.recorded_at.isoformat()}Z",
        "compared": look.office is not None,
        "lost": look.lost,
        "changed": look.changed,
        "returning": look.returning,
        "lost_lines": look.lost_lines,
        "findings": [finding.as_json() for finding in look.findings],
    }
    say(options, answer, told_of_look(look))
    return FOUND_ERRORS if look.findings else DONE


def move_to(options: Options) -> int:
    """Carry an office between a file and a server, and compare both sides afterwards."""
    from disclosure_desk.commands.moving import move_office
    from disclosure_desk.storage.server_address import without_password

    moved = move_office(place_of(options), str(options.to), now=_now())
    target = without_password(str(options.to))
    answer = {
        "db": target,
        "unit": moved.unit,
        "rows": moved.rows,
        "years": list(moved.years),
        "journal": {"line": moved.line, "seal": moved.seal},
    }
    number = sum(moved.rows.values())
    years = f"{moved.years[0]}—{moved.years[-1]}年的统计表" if moved.years else "统计表"
    lines = [
        f"已移到：{target}",
        f"{moved.unit}：{len(moved.rows)}张表{number:,}行、{years}和修改记录（到第{moved.line}条）逐一核对，两边相同。",
        "原来的数据库没有改动；请收好它作为备份，以后都在新的地方登记。",
    ]
    say(options, answer, lines)
    return DONE


def verify_office(options: Options) -> int:
    """What is wrong with the file, its schema and its journal; nothing is written."""
    from disclosure_desk.records.finding import errors
    from disclosure_desk.storage.server_address import without_password
    from disclosure_desk.storage.verify import verify

    place = place_of(options)
    examined = verify(place)
    is_readable = not any(one.rule in ("V0", "V2", "V3") for one in errors(examined.findings))
    if options.against is not None and is_readable:
        from disclosure_desk.storage.backup_look import journal_differences

        examined.findings.extend(journal_differences(Path(options.against), place))
    answer = {
        "db": without_password(place),
        "unit": examined.unit,
        "revision": examined.revision,
        "rows": examined.rows,
        "findings": [finding.as_json() for finding in examined.findings],
    }
    wrong = errors(examined.findings)
    lines = [finding.message for finding in examined.findings]
    lines.append(f"检查完毕，有{len(wrong)}处错误。" if wrong else "检查完毕，没有错误。")
    say(options, answer, lines)
    return FOUND_ERRORS if wrong else DONE


def _now() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
