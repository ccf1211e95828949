"""The calls that hand registers over to another computer and merge what comes back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import DONE, Options, office, say, year_of

if TYPE_CHECKING:
    from disclosure_desk.commands.merging import Merged
    from disclosure_desk.records.package import Package


def make_handover(options: Options) -> int:
    """Write a hand-over package of all registers, or of a year."""
    from disclosure_desk.exchange.handing_over import hand_over
    from disclosure_desk.storage.journal import Actor

    year = None if options.year is None else year_of(options)
    with office(options) as database:
        actor = Actor.of_this_computer()
        written, package = hand_over(database, actor, Path(options.out), year)
    answer = {
        "file": str(written),
        "unit": package.head.unit,
        "span": package.head.span,
        "records": len(package.told),
        "files": len(package.files),
    }
    lines = [str(written), "交接包里有申请人的个人信息，请妥善传递，并入后删除。"]
    say(options, answer, lines)
    return DONE


def merge_handover(options: Options) -> int:
    """Merge a package; conflicts are told, and the newer writing holds."""
    from disclosure_desk.exchange.handing_over import merge_file
    from disclosure_desk.storage.journal import Actor

    with office(options) as database:
        actor = Actor.of_this_computer()
        path = Path(options.file)
        package, merged = merge_file(database, path, actor, dry_run=options.dry_run)
    say(options, _answer(package, merged), _lines(package, merged, dry_run=options.dry_run))
    return DONE


def _answer(package: "Package", merged: "Merged") -> dict[str, object]:
    return {
        "unit": package.head.unit,
        "made_by": package.head.made_by,
        "computer": package.head.computer,
        "made_at": _local(package).isoformat(timespec="seconds"),
        "span": package.head.span,
        "added": dict(merged.counts.get("entered", {})),
        "changed": dict(merged.counts.get("changed", {})),
        "removed": dict(merged.counts.get("removed", {})),
        "conflicts": [
            {
                "register": line.register,
                "record": line.record,
                "field": line.field,
                "here": line.here,
                "there": line.there,
                "written_here": line.by_here,
                "written_there": line.by_there,
                "keeps": line.keeps,
            }
            for line in merged.conflicts
        ],
        "findings": [finding.as_json() for finding in merged.findings],
    }


def _lines(package: "Package", merged: "Merged", *, dry_run: bool) -> list[str]:
    head = package.head
    told = [
        f"{head.unit}的交接包（{head.span}），{head.made_by}"
        f"于{_local(package):%Y-%m-%d %H:%M}在“{head.computer}”制作。"
    ]
    for line in merged.conflicts:
        held = line.here if line.keeps == "here" else line.there
        told.append(
            f"两边都改过：{line.register}{line.record}的“{line.field}”，"
            f"这里是“{line.here or '（空）'}”（{line.by_here}），"
            f"交接包里是“{line.there or '（空）'}”（{line.by_there}），"
            f"保留“{held or '（空）'}”。"
        )
    told += [finding.message for finding in merged.findings]
    for sort, label in (("entered", "新增"), ("changed", "修改"), ("removed", "删除")):
        if counts := merged.counts.get(sort):
            parts = "，".join(f"{name}{number}" for name, number in counts.items())
            unit = "处" if sort == "changed" else "条"
            told.append(f"{label}（{unit}）：{parts}")
    if not merged.is_news:
        told.append("交接包里没有新的内容，什么也没有改动。")
    elif dry_run:
        told.append("这是试并入，没有写入。")
    return told


def _local(package: "Package") -> datetime:
    return datetime.fromisoformat(package.head.made_at).replace(tzinfo=UTC).astimezone()
