"""Asks the rules about what is being typed, behind the window, once typing pauses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.faults import KnownError
from disclosure_desk.rules.working_days import WorkingDays

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.case_checks import CaseReport, Proposed

PAUSE_MS = 250


class CaseWatch(QObject):
    """Tells the findings and the clock of a request as a form holds it; only the newest answer."""

    told = Signal(object)  # a CaseReport
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0
        self._asked: tuple[int | None, Proposed | None] = (None, None)
        self.calendar = WorkingDays(())  # by which the newest answer was reckoned
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def ask(self, request_id: int | None, proposed: "Proposed | None") -> None:
        """Look once typing has paused."""
        self._asked = (request_id, proposed)
        self._turn += 1
        self._pause.start()

    def ask_now(self, request_id: int | None, proposed: "Proposed | None") -> None:
        """Look at once."""
        self.ask(request_id, proposed)
        self._pause.stop()
        self._look()

    def stop(self) -> None:
        """Ask nothing more, and heed no answer that is under way."""
        self._turn += 1
        self._pause.stop()

    def _look(self) -> None:
        (request_id, proposed), turn, today = self._asked, self._turn, self._desk.today()

        def query(session: "Session") -> "tuple[int, CaseReport, WorkingDays]":
            from disclosure_desk.statistics.case_checks import check_case
            from disclosure_desk.storage.own_calendars import calendar_in_use

            calendar = calendar_in_use()
            report = check_case(
                session, request_id, calendar=calendar, today=today, proposed=proposed
            )
            return turn, report, calendar

        self._desk.look_up(query, succeeded=self._is_told, failed=self._is_not_told)

    def _is_told(self, answer: "tuple[int, CaseReport, WorkingDays]") -> None:
        turn, report, calendar = answer
        if turn == self._turn:
            self.calendar = calendar
            self.told.emit(report)

    def _is_not_told(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.failed.emit(str(error))
        else:
            errors.tell(error)
