"""Work behind the window: callbacks, order of writers, cancelling, closed windows."""

import threading
import weakref
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from disclosure_desk.desk.jobs import Cancelled, Jobs, Report
from disclosure_desk.desk.progress import wait_in_sight


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


def test_success_and_progress_arrive_on_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Any] = []

    def work(report: Report) -> int:
        report(1, 2, "一半")
        return threading.get_ident()

    jobs.start(
        work,
        succeeded=lambda ident: told.append((ident, threading.get_ident())),
        progressed=lambda *step: told.append(step),
    )
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] == (1, 2, "一半")
    assert told[1][0] != told[1][1] == threading.get_ident()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_what_is_raised_goes_to_the_job_or_to_everyone(qapp: QApplication, qtbot: QtBot) -> None:
    own: list[Exception] = []
    general: list[Exception] = []
    jobs = Jobs(failed=general.append)

    def work(_report: Report) -> None:
        raise ValueError("坏了")

    jobs.start(work, failed=own.append)
    jobs.start(work)
    qtbot.waitUntil(lambda: len(own) == len(general) == 1)
    assert isinstance(own[0], ValueError)


def test_a_cancelled_job_stops_at_its_next_report(jobs: Jobs, qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()
    failed: list[Exception] = []

    def work(report: Report) -> None:
        started.set()
        go_on.wait(5)
        report(1, 2, "")

    job = jobs.start(work, failed=failed.append)
    started.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)


def test_writers_run_one_after_another_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    ran: list[int] = []
    for number in range(50):
        jobs.start(lambda _report, number=number: ran.append(number), writing=True)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert ran == list(range(50))


def test_a_closed_window_is_not_told(jobs: Jobs, qtbot: QtBot) -> None:
    class Window(QObject):
        told = False

        def tell(self, _outcome: object) -> None:
            Window.told = True

    window = Window()
    jobs.start(lambda _report: None, succeeded=window.tell)
    jobs.start(lambda _report: None, succeeded=partial(window.tell))
    delete(window)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not Window.told


def test_a_window_that_was_told_is_held_by_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    class Window(QObject):
        def hear(self, outcome: object) -> None:
            told.append(outcome)

    def work(_report: Report) -> None:
        raise ValueError("坏了")

    windows, told = [Window(), Window()], list[object]()
    left = [weakref.ref(one) for one in windows]
    jobs.start(lambda _report: 1, succeeded=windows[0].hear, failed=windows[0].hear)
    jobs.start(work, succeeded=windows[1].hear, failed=windows[1].hear)
    qtbot.waitUntil(lambda: len(told) == 2 and not jobs.busy)
    windows.clear()
    assert [one() for one in left] == [None, None]


def test_a_job_that_is_over_is_let_go_when_another_begins(jobs: Jobs, qtbot: QtBot) -> None:
    left = weakref.ref(jobs.start(lambda _report: None))
    qtbot.waitUntil(lambda: left().is_over)
    jobs.start(lambda _report: None)
    assert left() is None
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_job_outlives_what_its_own_end_sets_off(jobs: Jobs, qtbot: QtBot) -> None:
    alive = list[bool]()

    def go_on(_outcome: object) -> None:
        qtbot.waitUntil(left.is_set)
        jobs.start(lambda _report: None)
        alive.append(first() is not None)

    job = jobs.start(lambda _report: None, succeeded=go_on)
    first, left = weakref.ref(job), job.left
    del job
    qtbot.waitUntil(lambda: alive == [True] and not jobs.busy)


def test_a_function_written_in_a_closed_window_is_not_called(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []

    class Window(QObject):
        def ask(self) -> None:
            jobs.start(lambda _report: 1, succeeded=lambda _one: told.append(self.objectName()))

    window = Window()
    window.ask()
    delete(window)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []


def test_a_save_that_failed_is_told_though_its_window_was_closed(
    qapp: QApplication, qtbot: QtBot
) -> None:
    general: list[Exception] = []
    jobs = Jobs(failed=general.append)

    class Window(QObject):
        def hear(self, error: Exception) -> None:
            raise AssertionError

    def work(_report: Report) -> None:
        raise ValueError("坏了")

    window = Window()
    jobs.start(work, failed=window.hear, writing=True)
    jobs.start(work, failed=window.hear)  # what was only looked up is wanted by nobody now
    delete(window)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(general) == 1


def test_a_question_is_answered_while_long_work_goes_on_whatever_the_processors(
    jobs: Jobs, qtbot: QtBot
) -> None:
    go_on, told = threading.Event(), list[int]()
    for _ in range(3):
        jobs.start(lambda _report: go_on.wait(20))
    jobs.start(lambda _report: 1, succeeded=told.append)
    try:
        qtbot.waitUntil(lambda: told == [1])
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_settling_hears_how_everything_ended(jobs: Jobs) -> None:
    told: list[object] = []
    jobs.start(
        lambda _report: 1,
        succeeded=lambda one: jobs.start(lambda _report: one + 1, succeeded=told.append),
    )
    jobs.settle()
    assert told == [2]
    assert not jobs.busy


def test_what_can_wait_begins_once_nothing_is_under_way(qtbot: QtBot) -> None:
    jobs, told = Jobs(), []
    jobs.when_idle(lambda: told.append("at once"))
    assert told == ["at once"]
    jobs.start(lambda _report: "first", succeeded=told.append)
    jobs.when_idle(lambda: told.append("chores"))
    assert jobs.busy
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["at once", "first", "chores"]
    jobs.start(lambda _report: "last", succeeded=told.append)
    jobs.when_idle(lambda: told.append("too late"))
    jobs.finish()
    qtbot.wait(20)
    assert "too late" not in told


def test_a_window_that_waits_for_slow_work_goes_on_being_drawn_and_says_so(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    jobs = Jobs(window)
    let_go, told, ended = threading.Event(), [], []

    def look() -> None:  # called only by a window that lives
        told.extend(one.labelText() for one in window.findChildren(QProgressDialog))
        let_go.set()

    jobs.start(lambda _report: let_go.wait(20), succeeded=ended.append, writing=True)
    QTimer.singleShot(800, look)
    wait_in_sight(jobs, "正在保存填写的内容…", window)
    assert told == ["正在保存填写的内容…"]
    assert ended == [True]
    assert not jobs.under_way
