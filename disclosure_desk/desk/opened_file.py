"""Opens a file with the program that this computer has for it: Word or WPS for a letter."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from disclosure_desk.faults import Fault


def open_with_system(path: Path) -> None:
    """Raises Fault where the computer has no program for such a file."""
    if not open_url(QUrl.fromLocalFile(str(path))):
        raise Fault(f"打不开“{path}”，这台电脑没有能打开它的程序，请安装 Word 或 WPS 后再试。")


def open_url(url: QUrl) -> bool:
    """Whether the system took it; tests put their own answer here."""
    return QDesktopServices.openUrl(url)
