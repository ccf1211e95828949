"""What every page and form of the desk works with: the open office and the ways to change it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from disclosure_desk.desk.jobs import Job, Jobs, Report, lives
from disclosure_desk.desk.person_at_desk import PersonAtDesk
from disclosure_desk.faults import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.database import Database
    from disclosure_desk.storage.drafts import Draft
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.open_windows import Presence


_INDEXED_AT_A_TIME = 10_000


def this_day() -> date:
    """Today in the time zone of this computer."""
    return datetime.now().astimezone().date()


class Desk(QObject):
    """One open office: its database, who works on it, the year in view, and what changed.

    A page is a QWidget made as `Page(desk)` with a `title` and a `reload()`. It listens to
    `changed` and `year_changed` and reloads when one of its kinds is among those that changed
    and it is not itself the initiator. A page that saves by itself has `keep_typed()`, one that
    may hold unsaved words has `is_unsaved`, `save()` and `load()` (which gives them up).
    """

    changed = Signal(frozenset, object)  # kinds of record, initiator
    year_changed = Signal(int)
    open_record = Signal(str, int)  # kind, id: goes to the register and opens the form
    open_figure = Signal(str)  # cell: goes to it on the page of statistics
    changed_elsewhere = Signal(frozenset)  # (kind, id) of records that others changed
    drafts_changed = Signal()
    closing = Signal()  # the office is about to be closed: what is typed is written now
    noticed = Signal(str)  # a sentence for the status line
    backed_up = Signal()  # a step left a backup of the moment before it

    def __init__(
        self,
        database: "Database",
        actor: "Actor",
        jobs: Jobs,
        *,
        year: int,
        today: Callable[[], date] = this_day,
        presence: "Presence | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.database = database
        self.actor = actor
        self.jobs = jobs
        self.today = today
        self.open_drafts: set[str] = set()  # keys of the drafts that forms are typing into
        self.presence = presence
        self.given_up: list[Draft] = []  # drafts that can be taken back while the window is open
        self._year = year
        self.person = PersonAtDesk(self)

    @property
    def year(self) -> int:
        """The year that registers, statistics and report show."""
        return self._year

    def tell_drafts_changed(self, _outcome: object = None) -> None:
        """A draft was written or taken away."""
        self.drafts_changed.emit()

    @property
    def window_key(self) -> str:
        """The key of this window among those on the same file; empty where none is kept."""
        return self.presence.window.key if self.presence else ""

    def typed_elsewhere(self, drafts: "Iterable[Draft]") -> set[str]:
        """The keys of those drafts that another window is typing into; looks beside the file."""
        others = {one.key for one in self.presence.others()} if self.presence else set()
        return {one.key for one in drafts if one.window in others}

    def why_not_replaced(self) -> str:
        """Why the office file may not be replaced by a backup now; empty when it may."""
        if self.database.is_read_only:
            return "这个窗口是只读打开的"
        if refusal := self.person.refusal("OFFICE"):
            return refusal.rstrip("。")
        others = self.presence.others() if self.presence else []
        return "；".join(f"{one.words} 打开了它，请先在那里关闭" for one in others)

    def set_year(self, year: int) -> None:
        """Look at another year; tells `year_changed` when it is another."""
        if year != self._year:
            self._year = year
            self.year_changed.emit(year)

    def run(
        self,
        command: "Callable[[Session], Done]",
        initiator: object = None,
        *,
        succeeded: "Callable[[Done], None] | None" = None,
        failed: Callable[[Exception], object] | None = None,
        reason: str = "",
    ) -> Job:
        """Run a command in one transaction on the writer's thread.

        Once it is committed, `changed` tells the kinds, then `succeeded` is called. `failed`
        gets a Refusal (Unsound among them), a Fault or a bug; left out, the one door tells it.
        Where signed figures would move, the user is asked for the reason first.
        """

        def work(_report: Report) -> "Done":
            from disclosure_desk.commands.corrections import ask_for_reasons

            with self.database.writing(self.actor) as session:
                ask_for_reasons(session, reason)
                done = command(session)
            self._settle()
            return done

        def tell(done: "Done") -> None:
            self.changed.emit(done.kinds, initiator)
            if succeeded is not None and lives(succeeded):
                succeeded(done)

        def ask_why(error: Exception) -> None:
            self.ask_why(
                error,
                lambda text: self.run(
                    command, initiator, succeeded=succeeded, failed=failed, reason=text
                ),
                failed,
            )

        return self.jobs.start(work, succeeded=tell, failed=ask_why, writing=True)

    def ask_why(
        self,
        error: Exception,
        again: Callable[[str], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        """Ask for the reason where a change moves signed figures, and make it again with it.

        Another error, and that nobody gave a reason, is told to `failed`.
        """
        from disclosure_desk.commands.corrections import NeedsReason
        from disclosure_desk.desk.dialogs.correction_reason import CorrectionReason

        if not isinstance(error, NeedsReason):
            self.jobs.tell_failure(error, failed)
            return
        form = CorrectionReason(str(error), QApplication.activeWindow())
        form.given.connect(again)
        form.rejected.connect(lambda: self.jobs.tell_failure(error, failed))
        form.open()

    def _settle(self) -> None:
        """Bring what was saved into the office file itself: it may be copied at any time.

        It is saved already: when it cannot be brought over now, the next save does so.
        """
        with suppress(Fault):
            self.database.settle()

    def index_for_search(self, failed: Callable[[Exception], object]) -> Job:
        """Let search find what was taken in without it, behind the window.

        Some thousands at a time, so that whatever is saved meanwhile does not wait long.
        """

        def work(_report: Report) -> int:
            from disclosure_desk.storage.search import catch_up

            with self.database.writing(self.actor) as session:
                count = catch_up(session, most=_INDEXED_AT_A_TIME)
            self._settle()
            return count

        go_on = partial(self._index_the_rest, failed)
        return self.jobs.start(work, succeeded=go_on, failed=failed, writing=True)

    def _index_the_rest(self, failed: Callable[[Exception], object], count: int) -> None:
        if count == _INDEXED_AT_A_TIME:
            self.index_for_search(failed)

    def follow_calendar(self, failed: Callable[[Exception], object]) -> Job:
        """Let the journal tell which due dates a calendar changed since the last time moved."""

        def work(_report: Report) -> None:
            from disclosure_desk.commands.calendar_change import follow_calendar, follows
            from disclosure_desk.storage.own_calendars import calendar_in_use

            calendar = calendar_in_use()
            with self.database.reading() as session:
                if follows(session, calendar):
                    return
            with self.database.writing(self.actor) as session:
                follow_calendar(session, calendar)
            self._settle()

        return self.jobs.start(work, failed=failed, writing=True)

    def look_up(
        self,
        query: "Callable[[Session], Any]",
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Run a query behind the window; `succeeded` gets what it returns.

        Records must be loaded before the query returns: its session is closed then.
        """

        def work(_report: Report) -> Any:
            with self.database.reading() as session:
                return query(session)

        return self.jobs.start(work, succeeded=succeeded, failed=failed)
