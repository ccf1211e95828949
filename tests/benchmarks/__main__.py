"""Runs the benchmarks that are named, or all."""

import importlib
import sys
import tempfile
from pathlib import Path

NAMES = ("year", "save", "table", "ledger", "countifs", "start", "register", "kill", "reports")


def main(names: list[str]) -> None:
    """Run each benchmark in a folder of its own."""
    for name in names or NAMES:
        print(f"== {name}: {importlib.import_module(f'tests.benchmarks.{name}').__doc__}")
        with tempfile.TemporaryDirectory(prefix="disclosure-desk-") as folder:
            importlib.import_module(f"tests.benchmarks.{name}").run(Path(folder))
        print(flush=True)


main(sys.argv[1:])
