"""A writer is killed in the middle of its work: what it was told is kept is there."""

import os
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("DISCLOSURE_DESK_KILLS", "40"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks a loaded process")


@pytest.mark.slow
def test_no_acknowledged_record_is_missing_after_a_kill(founded_file: Path, tmp_path: Path) -> None:
    from tests.storage.killed_writer import rounds

    survived = rounds(founded_file, tmp_path, KILLS)
    assert survived.rounds == KILLS
    assert survived.acknowledged > KILLS
