"""What the tests of storage share."""

from pathlib import Path

import pytest


@pytest.fixture
def office_file(founded_file: Path, tmp_path: Path) -> Path:
    """An office file of its own."""
    path = tmp_path / "office.db"
    path.write_bytes(founded_file.read_bytes())
    return path
