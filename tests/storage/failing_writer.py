"""Writes to an office file whose disk fails at one moment after the other; run on its own.

    LD_PRELOAD=failing_disk.so python -m tests.storage.failing_writer FOUNDED.db FOLDER NUMBER

Prints a JSON list, one entry a failure: how the user was told, what had been accepted and is
missing, what `verify` finds, and whether work goes on once the disk is sound again.
"""

import ctypes
import errno
import json
import random
import shutil
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.verify import verify
from tests.storage.killed_writer import CLERK, card_of, numbers_in

_RECORDS = 5
# What opening a file, five saves and closing it ask of the disk, about.
_CALLS = 250


@dataclass(slots=True)
class Failure:
    """What one failing write or sync came to."""

    at: str
    told: str = ""
    accepted: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    calls: int = 0


def write_until_told(path: Path, failure: Failure) -> None:
    """Enter records until the disk refuses one."""
    try:
        database = open_database(path)
        try:
            for number in map(str, range(_RECORDS)):
                with database.writing(CLERK) as session:
                    begin_step(session, "导入台账")
                    if number == "3":
                        enrol(session, "publication", [card_of(f"x{one}") for one in range(200)])
                    add_record(session, "publication", card_of(number))
                failure.accepted.append(number)
        finally:
            database.close()
    except Fault as fault:
        failure.told = str(fault)


def main(founded: Path, folder: Path, number: int) -> list[Failure]:
    """So many failures, from the first write of an opened file to its last sync when closed."""
    chance = random.Random(number)
    fails_at = ctypes.CDLL(None).disk_fails_at
    path = folder / "office.db"
    failures = []
    for place in range(number):
        for old in folder.glob("office.db*"):
            old.unlink()
        shutil.copy(founded, path)
        reason, stays = ("EIO", "ENOSPC")[place % 2], place // 2 % 2
        # While the file is opened, and all over.
        nth = chance.randint(1, _CALLS if place % 3 else 12)
        failure = Failure(f"{reason} {nth} {'stays' if stays else 'once'}")
        fails_at(nth, getattr(errno, reason), stays)
        write_until_told(path, failure)
        failure.calls = fails_at(0, 0, 0)
        _look_after(path, failure)
        failures.append(failure)
    return failures


def _look_after(path: Path, failure: Failure) -> None:
    failure.findings = [one.message for one in verify(path).findings]
    database = open_database(path)
    with database.writing(CLERK) as session:
        add_record(session, "publication", card_of("nachher"))
    database.close()
    there = numbers_in(path)
    failure.missing = [one for one in (*failure.accepted, "nachher") if one not in there]


if __name__ == "__main__":
    told = main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps([asdict(one) for one in told]))
