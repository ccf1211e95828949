"""What all tests share: no real screen, and a machine without Qt's system libraries."""

import importlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from disclosure_desk.commands.offices import found_office
from disclosure_desk.storage.database import Database, create_database
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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def office_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an office may be founded: a file that is not there yet, and an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "office.db")
        return
    if SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no server")
    url = make_url(os.environ[SERVER])
    name = f"ddsk_{secrets.token_hex(6)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@pytest.fixture
def registers(office_place: str) -> Iterator[Database]:
    """An office without records, as a file and on a server."""
    database = create_database(office_place)
    with database.writing(Actor("周砚清", "窗口电脑")) as session:
        found_office(session, "示例县科学技术局")
    yield database
    database.close()
