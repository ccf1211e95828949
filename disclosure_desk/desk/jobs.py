"""Work behind the window: one writer for the database, a pool for everything else.

Callbacks are connected before a job starts and are called on the thread of the window. No
widget and no open session crosses threads.
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from shiboken6 import isValid

from disclosure_desk.faults import KnownError
from disclosure_desk.storage.progress import Report as Report  # told on by its name here

Work = Callable[[Report], Any]


# Also with a single processor what is looked up does not wait for an export to end.
_FEWEST_AT_ONCE = 4


class Cancelled(KnownError):  # noqa: N818  # the user's wish, not a malfunction
    """Raised inside a job, by its `report`, once the user has asked to stop."""

    def __init__(self) -> None:
        super().__init__("已取消。")


class Job(QObject):
    """A piece of work under way; lives on the thread of the window.

    Once its end is told it holds nothing of whoever asked: a closed form does not stay in memory
    because of it, nor is a form ever let go of on a thread of the pool.
    """

    progressed = Signal(int, int, str)
    ended = Signal(object)  # the job
    _succeeded = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        work: Work,
        succeeded: Callable[[Any], None] | None,
        failed: Callable[[Exception], object] | None,
        progressed: Report | None,
        unheard: Callable[[Exception], object] | None = None,
    ) -> None:
        """`unheard` is told of a failure where the window that asked was closed meanwhile."""
        super().__init__()
        self._work: Work | None = work
        self._on_success = succeeded
        self._on_failure = failed
        self._on_progress = progressed
        self._on_unheard = unheard
        self._cancelled = False
        self._is_told = False
        self.left = threading.Event()  # set when the thread that did the work is out of it
        # Queued also when work ends at once: callbacks never run inside `start`.
        self._succeeded.connect(self._tell_success, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failure, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        self._cancelled = True

    def run(self) -> None:
        """Do the work; called once, on a thread of the pool."""
        assert self._work is not None
        try:
            outcome = self._work(self._report)
        except Exception as error:  # noqa: BLE001  # handed to the one door, errors.py
            self._failed.emit(error)
        else:
            self._succeeded.emit(outcome)

    def _report(self, done: int, total: int, text: str) -> None:
        if self._cancelled:
            raise Cancelled
        self.progressed.emit(done, total, text)

    def _tell_success(self, outcome: object) -> None:
        told = self._on_success
        try:
            self._end()
            if told is not None and lives(told):
                told(outcome)
        finally:
            self._is_told = True

    def _tell_failure(self, error: Exception) -> None:
        told, unheard = self._on_failure, self._on_unheard
        try:
            self._end()
            if told is not None and lives(told):
                told(error)
            elif unheard is not None and not isinstance(error, Cancelled):
                unheard(error)
        finally:
            self._is_told = True

    def _tell_progress(self, done: int, total: int, text: str) -> None:
        if self._on_progress is not None and lives(self._on_progress):
            self._on_progress(done, total, text)

    def _end(self) -> None:
        self._work = None
        self._on_success = self._on_failure = self._on_progress = self._on_unheard = None
        self.ended.emit(self)

    @property
    def is_over(self) -> bool:
        """Whether no thread is in it any more: before that it must not be let go of."""
        return self._is_told and self.left.is_set()


def lives(callback: Callable[..., object]) -> bool:
    """Whether the window that a callback belongs to has not been closed meanwhile."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None) or _self_within(callback)
    return not isinstance(owner, QObject) or isValid(owner)


def _self_within(callback: Callable[..., object]) -> object:
    """The window in whose method a function was written, if it uses that."""
    code, cells = getattr(callback, "__code__", None), getattr(callback, "__closure__", None)
    if code is None or not cells or "self" not in code.co_freevars:
        return None
    return cells[code.co_freevars.index("self")].cell_contents


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
        left = self._job.left
        del self._job  # the last mention of it must not be here: it would be deleted on this thread
        left.set()


class Jobs(QObject):
    """Starts jobs and keeps them until they have ended."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """`failed` hears of failures for which a job names no callback of its own."""
        super().__init__(parent)
        self._failed = failed
        self._running: set[Job] = set()
        self._ended: list[Job] = []
        self._waiting: list[Callable[[], object]] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(_FEWEST_AT_ONCE, self._pool.maxThreadCount()))
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)

    def start(
        self,
        work: Work,
        *,
        succeeded: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], object] | None = None,
        progressed: Report | None = None,
        writing: bool = False,
    ) -> Job:
        """Run `work(report)` behind the window; `report(done, total, text)` may raise Cancelled.

        `succeeded` gets what the work returns, `failed` what it raises, Cancelled too. Work
        that writes to the office database says `writing`: such jobs run one after another, and
        their failures are told also when the window that asked was closed meanwhile.
        """
        unheard = self._failed if writing else None
        self._ended = [one for one in self._ended if not one.is_over]
        job = Job(work, succeeded, failed or self._failed, progressed, unheard)
        self._running.add(job)
        job.ended.connect(self._has_ended)
        (self._writer if writing else self._pool).start(_Runner(job))
        return job

    def tell_failure(
        self, error: Exception, failed: Callable[[Exception], object] | None = None
    ) -> None:
        """Tell `failed` as a job would, or whoever hears of what nobody else does."""
        told = failed if failed is not None and lives(failed) else self._failed
        if told is not None:
            told(error)

    def when_idle(self, act: Callable[[], object]) -> None:
        """Call this once nothing is under way: what can wait does not slow down what is seen."""
        self._waiting.append(act)
        self._begin_waiting()

    def _begin_waiting(self) -> None:
        if not self._running:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()

    @property
    def busy(self) -> bool:
        """Whether any job has not told its end yet."""
        return bool(self._running or self._waiting)

    @property
    def under_way(self) -> bool:
        """Whether work was begun that has not told its end; what waits to begin does not count."""
        return bool(self._running)

    def settle(self, most_ms: int = -1) -> bool:
        """Wait for what is under way and hear how it ended, what follows from it too.

        Not longer than so many milliseconds, if they are told; whether nothing is left.
        """
        until = QDeadlineTimer(most_ms)
        while self._running:
            for pool in (self._writer, self._pool):
                if not pool.waitForDone(int(until.remainingTime())):
                    return False
            for job in tuple(self._running):
                QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)
                self._running.discard(job)
        return True

    def _has_ended(self, job: Job) -> None:
        self._running.discard(job)
        self._ended.append(job)
        if not self._running and self._waiting:
            # What follows from the end of this job begins before what can wait.
            QTimer.singleShot(0, self, self._begin_waiting)

    def finish(self) -> None:
        """End what is under way: called before a database is closed. What waited is left out."""
        self._waiting = []
        for job in self._running:
            job.cancel()
        self._writer.waitForDone()
        self._pool.waitForDone()
