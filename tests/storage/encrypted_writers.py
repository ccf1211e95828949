"""The writers that are killed and that hammer, on a file that is encrypted."""

from multiprocessing.connection import Connection
from pathlib import Path

from disclosure_desk.storage.encryption import unlock
from tests.storage.hammering_writer import hammer
from tests.storage.killed_writer import write_on

PASSWORD = "青山乡的老桥1998"


def write_on_encrypted(place: str, prefix: str, told: Connection) -> None:
    """As `write_on`, once the password is given."""
    unlock(Path(place), PASSWORD)
    write_on(place, prefix, told)


def hammer_encrypted(place: str, name: str, saves: int, told: Connection) -> None:
    """As `hammer`, once the password is given."""
    unlock(Path(place), PASSWORD)
    hammer(place, name, saves, told)
