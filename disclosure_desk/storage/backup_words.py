"""What a look into a backup found, in sentences: for the command line and the desk alike."""

from collections.abc import Mapping
from datetime import UTC

from disclosure_desk.storage.backup_look import Content, Look


def told_of_look(look: Look) -> list[str]:
    """The backup, then what would be lost by putting it back, then what is odd about it."""
    lines = [f"单位：{look.backup.unit}", f"登记：{_counts(look.backup.records)}"]
    lines.append(f"最后一次改动：{_last(look.backup)}")
    if look.office is None:
        lines.append("现在没有可以比较的单位数据库。")
    else:
        if look.office.unit != look.backup.unit:
            lines.append(
                f"注意：备份是“{look.backup.unit}”的，现在的数据是“{look.office.unit}”的。"
            )
        lines.append(told_of_loss(look))
    return lines + [finding.message for finding in look.findings]


def told_of_loss(look: Look) -> str:
    """«恢复以后会少：主动公开2条；…» or that nothing is lost."""
    if look.loses_nothing:
        return "现在的数据没有比备份更新的内容，恢复以后不会少什么。"
    parts = []
    if look.lost:
        parts.append(f"会少{_counts(look.lost)}")
    if look.changed:
        parts.append(f"{_counts(look.changed)}的改动会退回")
    if look.returning:
        parts.append(f"删除的{_counts(look.returning)}会回来")
    parts.append(f"修改记录会少{look.lost_lines:,}行")
    return f"恢复以后：{'；'.join(parts)}。"


def _counts(records: Mapping[str, int]) -> str:
    return "、".join(f"{label}{number:,}条" for label, number in records.items())


def _last(content: Content) -> str:
    last = content.last
    if last is None:
        return "还没有改动"
    when = last.recorded_at.replace(tzinfo=UTC).astimezone()
    return f"{when:%Y-%m-%d %H:%M:%S} {last.actor} {last.step}（日志第{last.number:,}行）"
