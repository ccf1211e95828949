"""The built program and the .deb start away from the checkout and do an office's work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WANTED = "DISCLOSURE_DESK_TEST_INSTALLER"


@pytest.mark.installer
@pytest.mark.slow
@pytest.mark.skipif(os.environ.get(WANTED) != "1", reason=f"takes minutes; asked for by {WANTED}=1")
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_both_packages_make_the_table_and_the_report() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "installer" / "build.py"), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((ROOT / "dist").glob("disclosure-desk_*.deb"))
