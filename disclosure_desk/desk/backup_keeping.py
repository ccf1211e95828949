"""Backs up the open office: once a day behind the window, on closing, and when asked to.

What is chosen as a second place gets its own copy: a stick, or a folder of another computer.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.backup_state import Kept, last_backup
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Jobs, Work
from disclosure_desk.desk.machine_settings import BACKUP_FOLDER
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.desk.second_place import SecondPlace, looked_at, second_place
from disclosure_desk.faults import Fault, Refusal

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.backup import Backup


def this_moment() -> datetime:
    """Now, in the time of this place, as the names of backups tell it."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005  # the clock on the wall


# The clock is looked at, not waited for; a stick may be put in at any time.
_LOOK_AGAIN_MS = 10 * 60_000


class BackupKeeping(QObject):
    """Knows the open office file and whether it has changed since it was opened."""

    known = Signal(object)  # Kept: how old the backups are

    def __init__(
        self, jobs: Jobs, window: QWidget, now: Callable[[], datetime] = this_moment
    ) -> None:
        super().__init__(window)
        self._jobs, self._window, self.now = jobs, window, now
        # A share whose computer is off holds up its own jobs only, and no closing of an office.
        self._copies = Jobs(self, failed=lambda error: errors.tell(error, window))
        self._place: Path | None = None
        self._source: str = ""
        self._unit = ""
        self._has_changed = self._is_kept = self._is_looked_at = False
        self._kept = Kept(None)
        self.clock = QTimer(self, interval=_LOOK_AGAIN_MS)
        self.clock.timeout.connect(self._look_again)

    def begin(self, desk: Desk, unit: str) -> None:
        """Take up an office that was opened."""
        self._place, self._unit, self._has_changed = desk.database.path, unit, False
        self._source = str(self._place or desk.database.url.render_as_string(hide_password=False))
        self._kept, self._is_looked_at = Kept(None), False
        self._is_kept = not desk.database.is_read_only
        desk.changed.connect(self._on_changed)
        desk.backed_up.connect(self.look)
        self.clock.start()

    @property
    def busy(self) -> bool:
        """Whether something is being copied to the second place, or looked for there."""
        return self._copies.busy

    def back_up_daily(self) -> None:
        """Make the backups of the day, if there are none yet, behind the window."""
        if self._place is not None:
            work = partial(_daily, self._place, self._unit, BACKUP_FOLDER.value(), self.now())
            # A folder that is full or read-only is told by the age of the last backup.
            self._jobs.start(work, succeeded=self._show, failed=lambda _error: self.look())
            self._look_at_second(copy=True)

    def copy_to_second(self) -> None:
        """Another second place was chosen: make the copy of the day there now."""
        self._look_at_second(copy=self._is_kept)

    def _look_again(self) -> None:
        if self._is_kept and not self.busy:
            self.back_up_daily()

    @property
    def unit(self) -> str:
        """The office whose file is open."""
        return self._unit

    def look(self) -> None:
        """Tell anew how old the backups are."""
        if self._place is not None:
            place, unit, folder = self._place, self._unit, BACKUP_FOLDER.value()
            self._jobs.start(lambda _report: last_backup(place, unit, folder), succeeded=self._show)
            self._look_at_second(copy=False)

    def end(self) -> None:
        """The office file was closed: back it up if something changed while it was open."""
        place, changed = self._place, self._has_changed
        chosen = second_place(place, self._unit) if place else None
        self._place, self._has_changed = None, False
        self.clock.stop()
        if place is not None and changed:
            with suppress(Fault, Refusal):  # the next start tells how old the last one is
                _automatic(place, self.now())
            if chosen is not None:
                self._start_copy(chosen, copy=True, due=True)

    def start(
        self,
        work: Work,
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], object],
    ) -> None:
        """Look at backups wherever they lie; what waits for a share waits apart from all else."""
        self._copies.start(work, succeeded=succeeded, failed=failed)

    def finish(self) -> None:
        """Wait for what is being copied; the window is not seen any more."""
        self._copies.settle()

    def _show(self, made_at: datetime | None) -> None:
        self._kept, self._is_looked_at = Kept(made_at, self._kept.second), True
        self.known.emit(self._kept)

    def _look_at_second(self, *, copy: bool) -> None:
        chosen = second_place(self._place, self._unit) if self._place else None
        if chosen is None:
            self._show_second(None)
        else:
            self._start_copy(chosen, copy=copy, due=False)

    def _start_copy(self, chosen: SecondPlace, *, copy: bool, due: bool) -> None:
        now = self.now()
        self._copies.start(
            lambda _report: looked_at(chosen, now, copy=copy, due=due),
            succeeded=self._show_second,
        )

    def _show_second(self, found: SecondPlace | None) -> None:
        if found is not None:
            found.remember()
            chosen = second_place(self._place, self._unit) if self._place else None
            if chosen is None or (chosen.place, chosen.folder) != (found.place, found.folder):
                return  # another office or another folder was chosen meanwhile
            found = replace(found, days=chosen.days)
        self._kept = Kept(self._kept.made_at, found)
        if self._is_looked_at:
            self.known.emit(self._kept)

    def back_up(self) -> None:
        """Ask for a folder and put a checked copy there."""
        from disclosure_desk.desk import file_choice

        place = self._place
        folder = BACKUP_FOLDER.value() or (str(place.parent) if place else "")
        chosen = file_choice.folder_to_use(self._window, "备份到哪个文件夹", folder=folder)
        if not chosen:
            return
        BACKUP_FOLDER.keep(chosen)
        source, now = self._source, self.now()

        def work(_report: Any) -> "Backup":
            from disclosure_desk.storage.backup import back_up

            return back_up(source, Path(chosen), now=now)

        job = self._jobs.start(work, succeeded=self._is_made)
        show_progress(job, "正在备份并核对…", self._window)

    def _is_made(self, backup: "Backup") -> None:
        self.look()
        box = _box(
            self._window,
            f"已备份到“{backup.path}”，共{sum(backup.rows.values()):,}行，读回来核对无误。",
        )
        box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _on_changed(self, _kinds: frozenset[str], _initiator: object) -> None:
        self._has_changed = True


def backed_up(command: "Callable[[Session], Done]") -> "Callable[[Session], Done]":
    """A command that only stays when the file of before it is backed up."""

    def run(session: "Session") -> "Done":
        from disclosure_desk.storage.step_backup import back_up_before

        done = command(session)
        back_up_before(session)
        return done

    return run


def restoring(backup: Path, place: str, now: datetime) -> Callable[[Any], Any]:
    """The work of putting a backup in place of an office file that is closed."""

    def work(_report: Any) -> Any:
        from disclosure_desk.storage.restore import restore

        return restore(backup, place, now=now)

    return work


def tell_restored(window: QWidget, replaced: Path | None) -> None:
    """Where the data of before lie now."""
    text = "已恢复备份。"
    if replaced is not None:
        text += f"恢复前的数据保留在“{replaced}”。"
    box = _box(window, text)
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.open()


def _box(window: QWidget, text: str) -> QMessageBox:
    return QMessageBox(
        QMessageBox.Icon.Information,
        "备份与恢复",
        text,
        QMessageBox.StandardButton.NoButton,
        window,
    )


def _daily(place: Path, unit: str, folder: str, now: datetime, _report: Any) -> datetime | None:
    from disclosure_desk.storage.backup import backups_of

    automatic = [one.made_at for one in backups_of(place, unit) if one.automatic]
    if not automatic or automatic[0].date() != now.date():
        _automatic(place, now)
    return last_backup(place, unit, folder)


def _automatic(place: Path, now: datetime) -> None:
    from disclosure_desk.storage.backup import automatic_backup

    automatic_backup(place, now=now)
