"""An encrypted file loses nothing either: killed in the middle, and with two who write at once."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.encryption import encrypt, is_encrypted_file
from disclosure_desk.storage.file_connections import forget_keys
from disclosure_desk.storage.verify import verify
from tests.storage import killed_writer, test_hammering
from tests.storage.encrypted_writers import PASSWORD, hammer_encrypted, write_on_encrypted

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="forks a loaded process"),
]
ROUNDS, SAVES = 6, 6


@pytest.fixture
def encrypted(office_file: Path) -> Iterator[Path]:
    """An office without records whose password this process knows."""
    encrypt(office_file, PASSWORD, cost=4)
    yield office_file
    forget_keys()


def test_killed_writers_lose_nothing_that_was_accepted(
    encrypted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(killed_writer, "write_on", write_on_encrypted)
    folder = tmp_path / "killed"
    folder.mkdir()
    survived = killed_writer.rounds(encrypted, folder, ROUNDS)
    assert survived.rounds == ROUNDS
    assert survived.acknowledged >= ROUNDS
    assert is_encrypted_file(folder / "office.db")


def test_two_writers_give_no_number_twice(encrypted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_hammering, "hammer", hammer_encrypted)
    monkeypatch.setattr(test_hammering, "SAVES", SAVES)
    accepted, _refused = test_hammering._hammered(str(encrypted), 2)
    assert len(accepted) == 2 * SAVES
    assert max(Counter(accepted).values()) == 1
    database = open_database(encrypted)
    with database.reading() as session:
        stored = set(session.scalars(select(Publication.number)))
    database.close()
    assert set(accepted) <= stored
    assert verify(encrypted).findings == []
