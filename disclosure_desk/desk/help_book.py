"""The manual: its chapters, what they are called, and which one belongs to what is in view."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.rail import RAIL
from disclosure_desk.shipped import shipped

# File in resources/help/ and title, in the order of the contents.
CHAPTERS = (
    ("start", "开始使用"),
    ("day", "一天的工作"),
    ("year_end", "年底怎么做"),
    *RAIL,
    ("keys", "键盘"),
    ("dates", "日期怎么填"),
    ("people", "人员和复核"),
    ("backup", "备份与恢复"),
    ("security", "密码、加密和锁定"),
    ("server", "多人使用"),
    ("questions", "常见问题"),
)
FIRST = "start"

# Chapters of dialogs by the name of their class; the others belong to the page behind them.
_OF_DIALOGS = {
    "RequestEdit": "request",
    "EventEdit": "request",
    "LetterMaking": "request",
    "DayStripView": "request",
    "OutcomeFinder": "request",
    "FeeReckoner": "request",
    "PublicationEdit": "publication",
    "DisputeEdit": "dispute",
    "IndicatorEdit": "indicator",
    "CalendarView": "settings",
    "NoticeImport": "settings",
    "OfficeOver": "settings",
    "OfficeNew": "start",
    "ServerOffice": "server",
    "ChangedMeanwhile": "server",
    "ImportPreview": "start",
    "ExportYear": "year_end",
    "ArchiveYear": "year_end",
    "RestoreBackup": "backup",
    "HandoverMake": "backup",
    "MergePreview": "backup",
    "PersonEdit": "people",
    "SwitchPerson": "people",
    "ConfirmRecord": "people",
    "PasswordAsked": "security",
    "LockedScreen": "security",
    "PasswordChoice": "security",
    "RecoveryKey": "security",
    "KeySheet": "keys",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as it is written: Markdown with pictures named beside it."""

    name: str
    title: str
    text: str


def chapters() -> list[Chapter]:
    """All chapters, read from resources/help/."""
    return [
        Chapter(name, title, shipped(f"help/{name}.md").read_text(encoding="utf-8"))
        for name, title in CHAPTERS
    ]


def chapter_of(window: QWidget | None, page: str) -> str:
    """The chapter of the dialog in front, else of the page in view, else the first."""
    if window is not None and (of_dialog := _OF_DIALOGS.get(type(window).__name__)):
        return of_dialog
    return page if page in dict(CHAPTERS) else FIRST


def help_folder() -> Path:
    """Where chapters and pictures lie, for Qt's own reading of pictures."""
    return Path(str(shipped("help")))
