"""What an office needs besides what is asked for, once it is open and its first page is seen."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from disclosure_desk.desk import errors
from disclosure_desk.desk.weekly_check import check_weekly
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from disclosure_desk.desk.context import Desk
    from disclosure_desk.desk.main_window import MainWindow


class OfficeChores:
    """Does it behind the window; what cannot be done now is told, not asked about."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def do(self) -> None:
        """Index, calendar, backup, check, the next first look; for who only reads, none of it."""
        window, desk = self._window, self._window.desk
        if desk is None:
            return
        if desk.person.only_looks:
            window.status.count_drafts()
            return
        from disclosure_desk.desk.dialogs.drafts_list import offer_left_over

        desk.index_for_search(partial(self._is_left_undone, "查找目录没有更新"))
        desk.follow_calendar(partial(self._is_left_undone, "节假日安排没有核对"))
        window.backups.back_up_daily()
        failed = partial(self._is_left_undone, "每周检查")
        check_weekly(desk.database.path, window.jobs, window.today(), failed)
        self._foresee(desk)
        window.undo.follow(desk)
        window.status.count_drafts()
        offer_left_over(desk, window)

    def _foresee(self, desk: "Desk") -> None:
        """Keep what the first page will show next time; if it cannot be, that start is slower."""
        from disclosure_desk.desk.first_look import keep_first_look

        database, actor, today = desk.database, desk.actor, self._window.today()
        self._window.jobs.start(
            lambda _report: keep_first_look(database, actor, today),
            failed=partial(self._is_left_undone, "首页没有预备"),
            writing=True,
        )

    def keep_first_look(self) -> None:
        """Keep what the next start shows first; of a server nothing is shown before it is open."""
        desk = self._window.desk
        if desk is None or desk.database.path is None:
            return
        from disclosure_desk.desk.first_look import keep_first_look

        with suppress(KnownError):  # then the next start is slower
            keep_first_look(desk.database, desk.actor, self._window.today())

    def _is_left_undone(self, what: str, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._window.ui.status_bar.showMessage(f"{what}：{error}")
        else:
            errors.tell(error, self._window)
