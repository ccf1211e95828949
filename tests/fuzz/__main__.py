"""Runs many cases: `python -m tests.fuzz [READER…] [--cases N] [--minutes M] [--finds FOLDER]`.

Prints how many cases each reader got and what was found; a find is kept as a file with its
traceback beside it. Exit status 1 when there is any.
"""

import argparse
import hashlib
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.mutations import case_of
from tests.fuzz.readers import READERS, Reader
from tests.fuzz.watched import Outcome, Watched, watched


def main(arguments: list[str]) -> int:
    """Run the readers named, or all, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("readers", nargs="*", choices=[*READERS, []], default=[])
    parser.add_argument("--cases", type=int, default=1000, help="cases for each reader")
    parser.add_argument("--minutes", type=float, default=60.0, help="at most, for each reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--finds", type=Path, default=Path("fuzz-finds"))
    options = parser.parse_args(arguments)
    number = 0
    with watched() as process:
        for name in options.readers or READERS:
            number += _run(READERS[name], process, options)
    return 1 if number else 0


def _run(reader: Reader, process: Watched, options: argparse.Namespace) -> int:
    counted: Counter[str] = Counter()
    kinds: set[str] = set()
    slowest = 0.0
    started = time.monotonic()
    seeds = reader.seeds()
    for number in range(options.cases):
        if time.monotonic() - started > options.minutes * 60:
            break
        content = case_of(reader.kind, seeds, options.seed + number)
        outcome = process.read(reader.name, content)
        counted[outcome.kind] += 1
        slowest = max(slowest, outcome.seconds)
        if outcome.kind == "find" and (sort := _sort_of(outcome)) not in kinds:
            kinds.add(sort)
            _keep(reader, content, outcome, options.finds)
    minutes = (time.monotonic() - started) / 60
    print(
        f"{reader.name}: {counted.total()} cases in {minutes:.1f} min, {counted['read']} read,"
        f" {counted['refused']} refused, {counted['find']} finds of {len(kinds)} kinds,"
        f" slowest {slowest:.1f} s",
        flush=True,
    )
    return counted["find"]


def _sort_of(outcome: Outcome) -> str:
    """The same place in the code is the same find."""
    lines = [line for line in outcome.told.splitlines() if line.startswith("  File ")]
    own = [line for line in lines if "disclosure_desk" in line]
    return "".join(own[-1:] + lines[-1:]) or outcome.told


def _keep(reader: Reader, content: bytes, outcome: Outcome, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{reader.name}-{hashlib.sha256(content).hexdigest()[:12]}"
    (folder / name).write_bytes(content)
    (folder / f"{name}.txt").write_text(outcome.told, encoding="utf-8")
    print(f"  {name}: {outcome.told.strip().splitlines()[-1][:200]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
