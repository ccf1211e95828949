"""Clerks' processes write at the same time: each acknowledged save is there, no number twice."""

import multiprocessing
import sys
from collections import Counter

import pytest
from sqlalchemy import select

from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.verify import verify
from tests.storage.hammering_writer import hammer

SAVES = 25
MANY = 150


def _hammered(place: str, writers: int) -> tuple[list[str], int]:
    """The numbers that were told as accepted, and how often a save was refused."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.storage.hammering_writer"])
    pipes, processes = [], []
    for each in range(writers):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=hammer, args=(place, f"科员{each}", SAVES, sender))
        process.start()
        sender.close()
        pipes.append(receiver)
        processes.append(process)
    accepted: list[str] = []
    refused = 0
    for pipe in pipes:
        while isinstance(told := pipe.recv(), str):
            accepted.append(told)
        refused += told
        pipe.close()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    return accepted, refused


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks a loaded process")
def test_writers_beside_each_other_lose_nothing_and_give_no_number_twice(
    founded_place: str,
) -> None:
    writers = 8 if "://" in founded_place else 2
    accepted, _refused = _hammered(founded_place, writers)
    assert len(accepted) == writers * SAVES
    assert max(Counter(accepted).values()) == 1
    database = open_database(founded_place)
    with database.reading() as session:
        stored = Counter(session.scalars(select(Publication.number)))
        changed = session.scalars(select(Publication.title).where(Publication.title.like("%改")))
        assert len(changed.all()) == len(accepted)
    database.close()
    assert set(accepted) <= set(stored)
    assert sum(stored.values()) == len(stored) == writers * (SAVES + MANY)
    # Numbers follow each other without a gap, and the journal is chained without one either.
    assert sorted(accepted) == [f"2024-{place:05d}" for place in range(1, len(accepted) + 1)]
    assert [one for one in verify(founded_place).findings if one.rule != "V9"] == []
