"""The second place of backups as this computer knows it: where, how old, what is wrong."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from disclosure_desk.desk.machine_settings import (
    SECOND_DAYS,
    SECOND_FOLDER,
    SECOND_IS_ELSEWHERE,
    MachineSetting,
)
from disclosure_desk.faults import KnownError

_DAYS = 7


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Where the second copies of an office file go, and the newest that is known of.

    `newest` is remembered while the stick is in the drawer; so is that it was found on another
    disk. `problem` is the sentence that says why the last try failed.
    """

    place: Path
    unit: str
    folder: Path
    days: int
    is_elsewhere: bool
    newest: datetime | None = None
    is_there: bool = True
    problem: str = ""

    def remember(self) -> None:
        """Keep on this computer what was found, for when the folder is not there."""
        if self.newest is not None:
            _memory(self).keep(self.newest.isoformat())
        if self.is_elsewhere:
            SECOND_IS_ELSEWHERE.keep(str(self.folder))

    def is_old(self, now: datetime) -> bool:
        """Whether the newest copy is older than the days chosen, or there is none."""
        return self.newest is None or now - self.newest > timedelta(days=self.days)

    def warning(self, now: datetime) -> str:
        """One sentence for who has to do something about it; empty while all is well."""
        if self.problem:
            return f"第二处没有备份成功：{self.problem}"
        if not self.is_old(now):
            return ""
        what = "第二处还没有备份"
        if self.newest is not None:
            days = (now.date() - self.newest.date()).days
            what = f"第二处最新的备份是{days}天前的"
        return f"{what}，请接好“{self.folder}”所在的U盘或共享。"

    def in_words(self, now: datetime) -> str:
        """«第二处（E:）：昨天 09:12»."""
        told = self.warning(now)
        if not told and self.newest is not None:
            told = f"第二处（{self.folder}）：{day_in_words(self.newest, now)}"
            if not self.is_there:
                told += "，现在没有接上"
        if self.is_there and not self.is_elsewhere:
            told += (
                "\n这个文件夹和单位数据库在同一个磁盘上，磁盘坏了两处会一起丢失，请换到U盘或共享。"
            )
        return told


def second_place(place: Path, unit: str) -> SecondPlace | None:
    """What is chosen on this computer, and what it remembers; None where nothing is chosen."""
    folder, days = SECOND_FOLDER.value(), SECOND_DAYS.value()
    if not folder:
        return None
    chosen = SecondPlace(
        place,
        unit,
        Path(folder),
        int(days) if days.isascii() and days.isdigit() else _DAYS,
        SECOND_IS_ELSEWHERE.value() == folder,
    )
    try:
        newest = datetime.fromisoformat(_memory(chosen).value())
    except ValueError:
        return chosen
    return replace(chosen, newest=newest)


def _memory(chosen: SecondPlace) -> MachineSetting:
    from hashlib import sha256  # not needed before the first paint

    digest = sha256(f"{chosen.place}\n{chosen.folder}".encode()).hexdigest()[:16]
    return MachineSetting(f"backup/second/{digest}", "第二处最新的备份")


def looked_at(chosen: SecondPlace, now: datetime, *, copy: bool, due: bool) -> SecondPlace:
    """What is there now; with `copy` after the copy of the day was made, `due` or another one.

    May take long, on a share whose computer is off: never on the thread of the window.
    """
    from platform import node

    from disclosure_desk.storage.second_place import (
        copy_to_second_place,
        is_connected,
        is_same_disk,
        newest_copy,
    )

    place, folder, elsewhere = chosen.place, chosen.folder, chosen.is_elsewhere
    if not is_connected(place, folder, on_other_disk=elsewhere):
        return replace(chosen, is_there=False)
    elsewhere = elsewhere or not is_same_disk(place, folder)
    chosen = replace(chosen, is_elsewhere=elsewhere)
    found = newest_copy(place, chosen.unit, folder, node())
    if copy and (due or found is None or found.date() != now.date()):
        try:
            made = copy_to_second_place(
                place, folder, now=now, computer=node(), on_other_disk=elsewhere
            )
        except KnownError as error:
            return replace(chosen, newest=found, problem=str(error))
        found = made.made_at if made else found
    return replace(chosen, newest=found)


def day_in_words(made_at: datetime, now: datetime) -> str:
    """«今天 09:12», «昨天 09:12», «11月2日（20天前）»."""
    days = (now.date() - made_at.date()).days
    if days <= 0:
        return f"今天 {made_at:%H:%M}"
    if days == 1:
        return f"昨天 {made_at:%H:%M}"
    return f"{made_at.month}月{made_at.day}日（{days}天前）"
