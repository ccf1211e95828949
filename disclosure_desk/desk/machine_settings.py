"""What this computer remembers for its user; what belongs to the office is in its file."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings


@dataclass(frozen=True, slots=True)
class MachineSetting:
    """A text kept on this computer, under a key, with the name that users know it by."""

    key: str
    label: str
    default: str = ""

    def value(self) -> str:
        """What was kept, else the default."""
        kept = store().value(self.key, self.default)
        return kept if isinstance(kept, str) else self.default

    def keep(self, value: str) -> None:
        """Remember a text; an empty one forgets it."""
        if value:
            store().setValue(self.key, value)
        else:
            store().remove(self.key)


def store() -> QSettings:
    """Where they are kept; tests put a file of their own here."""
    return QSettings("disclosure-desk", "desk")


LETTER_TEMPLATES = MachineSetting("letters/templates", "文书模板文件夹")
LETTER_FOLDER = MachineSetting("letters/folder", "文书保存的文件夹")
FONT_SIZE = MachineSetting("look/font_size", "字号", "normal")
LOOK = MachineSetting("look/colours", "外观", "light")
BACKUP_FOLDER = MachineSetting("backup/folder", "备份保存的文件夹")
SECOND_FOLDER = MachineSetting("backup/second_folder", "第二处备份的文件夹")
SECOND_IS_ELSEWHERE = MachineSetting("backup/second_is_elsewhere", "在另一个磁盘上的第二处")
SECOND_DAYS = MachineSetting("backup/second_days", "第二处的备份几天算旧", "7")
LOCK_MINUTES = MachineSetting("lock/minutes", "多久不用就锁定", "10")
OPENS_LAST = MachineSetting("start/opens_last", "启动时打开上次的单位数据库", "yes")
