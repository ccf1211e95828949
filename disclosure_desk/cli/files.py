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
    """Put a backup in place of the office file, which is kept beside."""
    from disclosure_desk.storage.restore import restore

    restored = restore(Path(options.backup), place_of(options), now=_now())
    kept = restored.replaced and str(restored.replaced)
    lines = [f"已恢复：{options.db}"]
    if kept:
        lines.append(f"原来的文件保留在：{kept}")
    answer = {"db": str(options.db), "unit": restored.unit, "replaced": kept}
    say(options, answer, lines)
    return DONE


def verify_office(options: Options) -> int:
    """What is wrong with the file, its schema and its journal; nothing is written."""
    from disclosure_desk.records.finding import errors
    from disclosure_desk.storage.verify import verify

    place = place_of(options)
    examined = verify(place)
    answer = {
        "db": place,
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
