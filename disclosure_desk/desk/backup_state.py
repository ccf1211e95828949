"""How old the last backup of the open office file is, in words."""

from datetime import datetime, timedelta
from pathlib import Path

_OLD = timedelta(days=7)
NEVER = "还没有备份"


def last_backup(place: Path, unit: str, own_folder: str) -> datetime | None:
    """When the newest backup that this computer can see was made; `own_folder` may be empty."""
    from disclosure_desk.storage.backup import backups_of

    found = backups_of(place, unit, *([Path(own_folder)] if own_folder else []))
    return found[0].made_at if found else None


def is_old(made_at: datetime | None, now: datetime) -> bool:
    """Whether it is more than seven days ago, or there is none."""
    return made_at is None or now - made_at > _OLD


def in_words(made_at: datetime | None, now: datetime) -> str:
    """«上次备份：今天 09:12», «上次备份：11月2日（20天前），请备份»."""
    if made_at is None:
        return f"{NEVER}，请备份"
    days = (now.date() - made_at.date()).days
    if days <= 0:
        told = f"今天 {made_at:%H:%M}"
    elif days == 1:
        told = f"昨天 {made_at:%H:%M}"
    else:
        told = f"{made_at.month}月{made_at.day}日（{days}天前）"
    return f"上次备份：{told}" + ("，请备份" if is_old(made_at, now) else "")
