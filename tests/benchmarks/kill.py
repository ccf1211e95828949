"""1,000 rounds of kill -9 while a writer acknowledges records over a pipe."""

import os
from pathlib import Path

from disclosure_desk.exchange.founding import found
from tests.benchmarks.measure import seconds
from tests.storage.killed_writer import Survived, rounds

ROUNDS = int(os.environ.get("DISCLOSURE_DESK_KILLS", "1000"))


def run(folder: Path) -> None:
    """Print what survived; a lost record or an unsound file ends it with an error."""
    founded = folder / "founded.db"
    found(str(founded), "示例县科学技术局")
    told: list[Survived] = []
    spent = seconds(lambda: told.append(rounds(founded, folder, ROUNDS)))
    print(
        f"{told[0].rounds} kills, {told[0].acknowledged} records acknowledged, none missing,"
        f" every file sound; {spent:.0f} s"
    )
