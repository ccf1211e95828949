"""What all tests share: no real screen, and a machine without Qt's system libraries."""

import importlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, text

from disclosure_desk.commands.offices import found_office
from disclosure_desk.exchange.founding import found
from disclosure_desk.storage.database import Database, create_database, open_database
from disclosure_desk.storage.journal import Actor

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _qt_can_be_loaded() -> bool:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return False
    return True


QT = _qt_can_be_loaded()
collect_ignore = [] if QT else ["desk"]


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know pytest-qt's settings also where it is switched off because Qt cannot be loaded."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_api", "unused without Qt")
        parser.addini("qt_log_level_fail", "unused without Qt")
        parser.addini("qt_log_ignore", "unused without Qt")


def pytest_report_header() -> list[str]:
    """Say at the top what this machine leaves out."""
    return [] if QT else ["tests/desk is left out: Qt's system libraries cannot be loaded here"]


SERVER = "DISCLOSURE_DESK_TEST_POSTGRESQL"
KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))
CLERK = Actor("周砚清", "窗口电脑")
UNIT = "示例县科学技术局"


@pytest.fixture(scope="session")
def server() -> Iterator[Engine]:
    """The PostgreSQL server of this machine; without one the test is left out."""
    if SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no server")
    engine = create_engine(os.environ[SERVER], isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@contextmanager
def fresh_database(server: Engine, like: str = "template1") -> Iterator[URL]:
    """A database of its own on the server, gone again afterwards."""
    name = f"ddsk_{secrets.token_hex(6)}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    try:
        yield server.url.set(database=name)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def found_one(place: str) -> None:
    """Found an office without records there."""
    database = create_database(place)
    with database.writing(CLERK) as session:
        found_office(session, UNIT)
    database.close()


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file to be copied: copying is faster than founding."""
    path = tmp_path_factory.mktemp("founded") / "office.db"
    found_one(str(path))
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with its three invented years, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "office.db"
    found(str(path), UNIT, sample=True)
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample office in a file of its own."""
    return Path(shutil.copy(sample_file, tmp_path / "office.db"))


@pytest.fixture(scope="session")
def founded_database(server: Engine) -> Iterator[str]:
    """The same on the server: the name of a database to be copied."""
    with fresh_database(server) as url:
        found_one(url.render_as_string(hide_password=False))
        yield str(url.database)


@pytest.fixture(params=KINDS)
def office_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an office may be founded: a file that is not there yet, or an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "office.db")
        return
    with fresh_database(request.getfixturevalue("server")) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(params=KINDS)
def founded_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an office without records lies, as a file and on a server."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("founded_file"), tmp_path / "office.db"))
        return
    like = request.getfixturevalue("founded_database")
    with fresh_database(request.getfixturevalue("server"), like) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def registers(founded_place: str) -> Iterator[Database]:
    """An office without records, as a file and on a server."""
    database = open_database(founded_place)
    yield database
    database.close()
