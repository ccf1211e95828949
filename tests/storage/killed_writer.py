"""A writer that is killed at any moment, and what must be there afterwards.

The writer tells each number over a pipe after its transaction was committed; what was told was
accepted and must not be missing. Nothing here knows when the writer will be killed.
"""

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import select

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.verify import verify

CLERK = Actor("林知夏", "二楼电脑")
ROUNDS_OF_A_FILE = 25
_LONGEST_SECONDS = 0.15

# Processes begin as copies of one that has loaded all this: a round takes no second for it.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


def card_of(number: str) -> dict[str, object]:
    """An item with this number, and a text that fills some pages now and then."""
    text = "依法主动公开的文件" * (1 if len(number) % 3 else 400)
    return {"number": number, "title": f"公告{number}", "made_on": date(2024, 5, 6), "note": text}


def write_on(place: str, prefix: str, told: Connection) -> None:
    """Enter items one after the other, now and then many; tell each when it is committed."""
    database = open_database(place)
    for place_in_day in count():
        number = f"{prefix}-{place_in_day}"
        with database.writing(CLERK) as session:
            if place_in_day % 7 == 6:
                begin_step(session, "导入台账")
                cards = [card_of(f"{number}-{each}") for each in range(150)]
                enrol(session, "publication", cards)
            kept = add_record(session, "publication", card_of(number)).record_id
        told.send(number)
        if place_in_day % 3 == 2:
            with database.writing(CLERK) as session:
                change_record(session, "publication", kept, card_of(f"{number}改"))
            told.send(f"{number}改")
        if place_in_day % 5 == 4:
            with database.writing(CLERK) as session:
                gone = add_record(session, "publication", card_of(f"{number}废")).record_id
                remove_record(session, "publication", gone, "登记错了")


@dataclass(slots=True)
class Survived:
    """What the rounds came to."""

    rounds: int = 0
    acknowledged: int = 0


def rounds(founded: Path, folder: Path, number: int, seed: int = 1) -> Survived:
    """Kill a writer so many times; raises AssertionError for what is lost or unsound."""
    chance = random.Random(seed)
    survived = Survived()
    path = folder / "office.db"
    for place in range(number):
        if place % ROUNDS_OF_A_FILE == 0:
            for old in folder.glob("office.db*"):
                old.unlink()
            shutil.copy(founded, path)
            expected: set[str] = set()
        told = set(_killed_once(path, f"R{place}", chance.uniform(0, _LONGEST_SECONDS)))
        expected |= told
        examined = verify(path)
        assert examined.findings == [], (place, examined.findings)
        # A new number that was committed but no longer told replaces the old one.
        there = numbers_in(path)
        missing = {one for one in expected if not {one, f"{one}改"} & there}
        assert not missing, (place, missing)
        survived.rounds += 1
        survived.acknowledged += len(told)
    return survived


def _killed_once(path: Path, prefix: str, seconds: float) -> Iterator[str]:
    """Let a writer write for a while after its first record; what it had told by its end."""
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    writer = _CONTEXT.Process(target=write_on, args=(str(path), prefix, sender))
    writer.start()
    sender.close()
    try:
        yield receiver.recv()
        time.sleep(seconds)
        os.kill(writer.pid or 0, signal.SIGKILL)
        while True:
            yield receiver.recv()
    except EOFError:
        pass
    finally:
        writer.kill()
        writer.join()
        receiver.close()
    assert writer.exitcode == -signal.SIGKILL


def numbers_in(path: Path) -> set[str]:
    """The numbers of all items in a file."""
    database = open_database(path)
    try:
        with database.reading() as session:
            return {str(number) for number in session.scalars(select(Publication.number))}
    finally:
        database.close()
