"""A desk on a real office file, with the day standing still."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import found_office
from disclosure_desk.desk import machine_settings
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.icons import find_icons
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.models import register_model
from disclosure_desk.storage import own_calendars, recent
from disclosure_desk.storage.database import Database, create_database, open_database
from disclosure_desk.storage.journal import Actor

TODAY = date(2025, 9, 30)
CLERK = Actor("王芳", "ZWGK-PC2")


class PatientBot(QtBot):
    """Waits longer than five seconds: beside other work a machine may be slow, but not wrong."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What pytest-qt gives, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _own_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What tests open is not what the user of this computer opened last."""
    monkeypatch.setattr(recent, "_memory", lambda: tmp_path / "settings" / "recent.json")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pins, widths and folders of this computer's user are not seen here."""
    kept = str(tmp_path / "settings.ini")
    monkeypatch.setattr(
        machine_settings, "store", lambda: QSettings(kept, QSettings.Format.IniFormat)
    )


@pytest.fixture(autouse=True)
def notices_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own holiday notices lie: none of this computer's user is seen here."""
    home = tmp_path / "data" / "disclosure-desk"
    monkeypatch.setattr(own_calendars, "user_data_path", lambda *_, **__: home)
    return home / "calendars"


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine must not decide whether rows are there before a test looks at them."""
    monkeypatch.setattr(register_model, "PATIENCE_SECONDS", 20)


@pytest.fixture(autouse=True, scope="session")
def _drawings() -> None:
    find_icons()


@pytest.fixture(autouse=True, scope="session")
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """What was copied last is let go while Python is still there.

    WORKAROUND: the offscreen platform holds it to the end of the process and deletes it then,
    which ends a run of tests, all of them passed, with a crash. PySide 6.11.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file without records, to be copied: it is founded only once."""
    made = create_database(tmp_path_factory.mktemp("founded") / "office.db")
    with made.writing(CLERK) as session:
        found_office(session, "示例县科学技术局")
    made.settle()
    made.close()
    assert made.path is not None
    return made.path


@pytest.fixture
def database(founded: Path, tmp_path: Path) -> Iterator[Database]:
    """An office file without records."""
    opened = open_database(shutil.copyfile(founded, tmp_path / "office.db"))
    yield opened
    opened.close()


@pytest.fixture
def failures() -> list[Exception]:
    """What jobs failed with, as far as nobody else took it."""
    return []


@pytest.fixture
def desk(qapp: QApplication, database: Database, failures: list[Exception]) -> Iterator[Desk]:
    """The desk on that file in 2025."""
    jobs = Jobs(failed=failures.append)
    made = Desk(database, CLERK, jobs, year=TODAY.year, today=lambda: TODAY)
    yield made
    jobs.finish()
    qapp.processEvents()
    assert not failures
