"""Nothing in this program opens a socket to a network: watched from outside, call by call."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import QT

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
@pytest.mark.skipif(not QT, reason="the desktop cannot be started here")
def test_a_year_of_work_opens_no_socket_to_a_network(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace, which would tell of sockets, is not installed")
    told = tmp_path / "calls.txt"
    watch = [strace, "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(told)]
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [*watch, sys.executable, "-m", "tests.whole_year", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "Operation not permitted" in done.stderr:
        pytest.skip("this machine lets no process be watched")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("done\n")
    sockets = re.findall(r"(?:socket|socketpair|connect|bind)\(.*", told.read_text("utf-8"))
    assert [one for one in sockets if "AF_UNIX" not in one and "AF_NETLINK" not in one] == []
    assert "AF_INET" not in told.read_text("utf-8")
    assert "exited with 0" in told.read_text("utf-8")
