"""The versions of the database and the way from one to the next."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Engine

# Oldest first. A test holds this against the migration scripts, so that opening an office
# file needs Alembic only when there is something to migrate.
KNOWN_REVISIONS = (
    *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010"),
    *("0011", "0012", "0013", "0014", "0015", "0016", "0017", "0018", "0019"),
)
HEAD = KNOWN_REVISIONS[-1]
_ONE_AT_A_TIME = Lock()  # Alembic keeps what it works on in its module


def migrate(engine: Engine) -> None:
    """Bring the database to the newest version in one transaction."""
    # Alembic costs more time to import than all else at start; most starts need no migration.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with _ONE_AT_A_TIME, engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
