"""The line below the pages: which file, how much it holds, last backup, unsaved drafts."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from disclosure_desk.desk.backup_state import Kept


class StatusLine:
    """Three labels on the status bar; a narrow window cuts the first, whose tip has it all."""

    def __init__(self, bar: QStatusBar, drafts_wanted: Callable[[], object]) -> None:
        self._what, self._drafts, self._backup = QLabel(), QLabel(), QLabel()
        self._what.setObjectName("label_status")
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._drafts.setObjectName("label_drafts")
        self._drafts.linkActivated.connect(lambda _link: drafts_wanted())
        self._backup.setObjectName("label_backup")
        bar.addWidget(self._what, 1)
        bar.addPermanentWidget(self._drafts)
        bar.addPermanentWidget(self._backup)
        self.clear()

    def clear(self) -> None:
        """Nothing is open."""
        self.tell("")
        self.show_drafts(0)
        self._backup.clear()

    def tell(self, text: str, tip: str = "") -> None:
        """What is open, or under way."""
        self._what.setText(text)
        self._what.setToolTip(tip)

    def show_drafts(self, number: int, wanting: int = 0) -> None:
        """How many things typed into forms are kept but not saved yet; a click lists them."""
        words = f"草稿 {number}" + (f"（待补 {wanting}）" if wanting else "")
        self._drafts.setText(f'<a href="drafts">{words}</a>　' if number else "")
        self._drafts.setToolTip("填了还没有保存的内容，点开查看")
        self._drafts.setVisible(bool(number))

    def show_backup(self, kept: Kept, now: datetime) -> None:
        """When the last backups were made; one that is old is called so in words."""
        self._backup.setText(kept.in_short(now) + "　")
        self._backup.setToolTip(kept.in_full(now))
        self._backup.setProperty("role", "warning" if kept.warnings(now) else "")
        self._backup.style().unpolish(self._backup)
        self._backup.style().polish(self._backup)
