"""How old the backups of the open office file are, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from disclosure_desk.desk.second_place import SecondPlace, day_in_words

_OLD = timedelta(days=7)
NEVER = "还没有备份"


@dataclass(frozen=True, slots=True)
class Kept:
    """When the newest backup was made, None for never; and the second place, where one is."""

    made_at: datetime | None
    second: SecondPlace | None = None

    def in_short(self, now: datetime) -> str:
        """For the status line: the newest backup, and the second place when it is too old."""
        parts = [in_words(self.made_at, now)]
        if self.second is not None and self.second.problem:
            parts.append("第二处没有备份成功")
        elif self.second is not None and self.second.is_old(now):
            newest = self.second.newest
            told = "还没有备份" if newest is None else day_in_words(newest, now)
            parts.append(f"第二处：{told}，请接好U盘或共享")
        return "；".join(parts)

    def in_full(self, now: datetime) -> str:
        """For the settings: a line for each place."""
        lines = [in_words(self.made_at, now)]
        if self.second is not None:
            lines.append(self.second.in_words(now))
        return "\n".join(lines)

    def warnings(self, now: datetime) -> list[str]:
        """What somebody has to do something about, a sentence each."""
        told = [f"{in_words(self.made_at, now)}。"] if is_old(self.made_at, now) else []
        if self.second is not None and (warning := self.second.warning(now)):
            told.append(warning)
        return told


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
    told = f"上次备份：{day_in_words(made_at, now)}"
    return told + ("，请备份" if is_old(made_at, now) else "")
