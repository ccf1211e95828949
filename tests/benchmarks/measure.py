"""Seconds, ratios and peak memory."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of the program and of its floor, and the median of their ratios in turn."""

    ours: float
    floor: float
    ratio: float

    def __str__(self) -> str:
        return (
            f"{self.ours * 1000:10.2f} ms beside {self.floor * 1000:10.2f} ms,"
            f" ratio {self.ratio:.2f}"
        )


def in_turn(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> Pair:
    """Both measured in turn, after one round that does not count."""
    floor()
    ours()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return Pair(
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(mine / theirs for mine, theirs in pairs),
    )


@dataclass(frozen=True, slots=True)
class Process:
    """A whole process: its wall time and the most memory it held."""

    seconds: float
    peak_mib: float
    output: str


def process(command: Sequence[str]) -> Process:
    """Run a command to its end. Raises CalledProcessError when it fails."""
    wrapper = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr);"
        "sys.exit(done.returncode)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", wrapper, *command],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    peak = int(done.stderr.strip().splitlines()[-1]) / 1024
    return Process(time.perf_counter() - start, peak, done.stdout)


def program(*arguments: object) -> Process:
    """A call of the command line as a process of its own."""
    return process([sys.executable, "-m", "disclosure_desk", *map(str, arguments)])


def own_peak_mib() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
