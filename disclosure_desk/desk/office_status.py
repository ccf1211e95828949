"""What the window tells of the office that is open: its name, how much it holds, who sits here."""

from functools import partial
from typing import TYPE_CHECKING

from disclosure_desk.desk.backup_state import Kept
from disclosure_desk.desk.rail import RAIL, REGISTERS
from disclosure_desk.desk.status_line import StatusLine
from disclosure_desk.desk.year_choice import lacks_a_year, offer_years

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.lookups import Overview
    from disclosure_desk.desk.main_window import MainWindow

_TOLD_MS = 8_000  # how long a sentence stands before what is open is shown again


class OfficeStatus:
    """Asks the office behind the window and shows it in title, rail, status line and pages."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._line = StatusLine(window.ui.status_bar, self.list_drafts)
        self.tell, self.clear = self._line.tell, self._line.clear
        window.backups.known.connect(self._show_backup)
        window.live.lost.connect(partial(self._tell_server, "lost"))
        window.live.found.connect(partial(self._tell_server, "found", ""))

    def note(self, told: str) -> None:
        """A sentence that stands for a while."""
        self._window.ui.status_bar.showMessage(told, _TOLD_MS)

    # ------------------------------------------------------------------ name and counts

    def ask_name(self) -> None:
        """The name may have been changed."""
        if self._window.desk is not None:
            self._window.desk.look_up(_unit_name, succeeded=self.show_name)

    def show_name(self, name: str) -> None:
        """The unit whose office is open, above the rail and in the title."""
        desk = self._window.desk
        only_read = "（只读）" if desk is not None and desk.person.only_looks else ""
        self._window.ui.label_office.setText(name)
        self._window.setWindowTitle(f"{name}{only_read} - 信息公开工作台")

    def count(self) -> None:
        """Show how much the office holds, and who sits here."""
        if self._window.desk is not None:
            from disclosure_desk.desk.lookups import overview

            self._window.desk.look_up(overview, succeeded=self._show_counts)
            self.count_drafts()

    def _show_counts(self, found: "Overview") -> None:
        desk, years = self._window.desk, self._window.ui.year
        if desk is None:
            return
        database = desk.database
        place = str(database.path) if database.path else f"服务器数据库 {database.url.database}"
        counts = [f"{title} {found.counts[name]:,}" for name, title in RAIL if name in REGISTERS]
        name = database.path.name if database.path else place
        told = [name, *counts, f"操作人：{desk.person.words}"]
        self.tell("　".join(told), tip=place)
        if lacks_a_year(years, found.years):
            offer_years(years, desk, found.years)

    # ------------------------------------------------------------------ drafts

    def count_drafts(self) -> None:
        """Show how many forms hold what is not saved."""
        if self._window.desk is not None:
            from disclosure_desk.storage.drafts import count_drafts

            self._window.desk.look_up(
                count_drafts,
                succeeded=lambda found: self._line.show_drafts(found.every, found.wanting),
            )

    def list_drafts(self) -> None:
        """List what was typed into forms and is not saved yet."""
        if self._window.desk is not None:
            from disclosure_desk.desk.dialogs.drafts_list import DraftsList

            DraftsList(self._window.desk, self._window).open()

    # ------------------------------------------------------------------ backups and server

    def _show_backup(self, kept: Kept) -> None:
        window = self._window
        if window.desk is not None:
            now = window.backups.now()
            self._line.show_backup(kept, now)
            if (settings := window.pages.get("settings")) is not None:
                settings.tell_backup(kept.in_full(now))  # type: ignore[attr-defined]  # the page of this name has it
            if (today := window.pages.get("today")) is not None:
                today.tell_backup("\n".join(kept.warnings(now)))  # type: ignore[attr-defined]  # so has this one

    def _tell_server(self, state: str, why: str) -> None:
        """That the server answers no more, as long as it does not, or that it is there again."""
        if state == "lost":
            told = f"{why}填写的内容还在，连上以后再保存。"
            self._window.ui.status_bar.showMessage(told)
        else:
            self.note("已重新连上。")


def _unit_name(session: "Session") -> str:
    from disclosure_desk.commands.offices import the_office

    return the_office(session).name
