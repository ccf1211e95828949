"""An office of its own for each test, in a file of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

TESTER = Actor("周砚清", "窗口电脑")


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    """An office without any records."""
    database = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield database
    database.close()


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The sample office in a file of its own."""
    database = open_database(shutil.copy(sample_file, tmp_path / "sample.db"))
    yield database
    database.close()
